"""How a recovery begins: trimmed on the extended centre line of the strip, level at pattern height."""

import math

from flattop.engine.begin.fresh import NOTHING, actuators_at, flight_begun, moving_at
from flattop.engine.trim import FlightCase, trim
from flattop.physics.air import atmosphere
from flattop.physics.air.wind import mean_wind_N
from flattop.physics.body.rigid_body import State
from flattop.pilot.guidance import speed_at_stall
from flattop.pilot.recovery import JOIN
from flattop.quantities.vectors import Vec3, quaternion, rotate_back

BEFORE_GLIDE = 150.0
"""Distance flown level before the glide path is met [m]."""


def recovery_start(parameters):
    """A flight on the extended centre line of the strip, level at pattern height, trimmed at approach speed."""
    r, d, place = parameters.autopilot.recovery, parameters.autopilot.design, parameters.autopilot.place
    height = place.deck_height + r.pattern_height + d.wheel_z
    offset = parameters.weather.temperature_offset
    density = atmosphere.air_density(height, offset)
    speed = r.approach_speed_factor * speed_at_stall(d.flap_recovery, 1.0, density, d)
    case = FlightCase(speed, 0.0, height, d.flap_recovery, 1.0, offset)
    t = trim(case, parameters.airframe)
    wind_N = mean_wind_N(height, parameters.weather.wind)
    drift = math.asin(max(-0.7, min(0.7, wind_N.y / speed)))
    air_N = Vec3(speed * math.cos(drift), -speed * math.sin(drift), 0.0)
    q_NB = quaternion(0.0, t.alpha, -drift)
    distance = r.pattern_height / math.tan(r.glide_angle) + BEFORE_GLIDE
    p_N = Vec3(place.touchdown_x - distance * place.strip_cos, place.strip_y - distance * place.strip_sin, -height)
    velocity_N = air_N + wind_N
    body = State(p_N, q_NB, rotate_back(q_NB, velocity_N), NOTHING)
    power = t.shaft_power
    actuators = actuators_at(t.elevator, d.flap_recovery, 0.0, power)
    return flight_begun(moving_at(body), actuators, wind_N, density, JOIN, velocity_N, power / d.maximum_power)
