"""How flights begin: trimmed on the final approach, or standing on deck with the brakes held; and what differs between them."""

import math
from functools import partial

import numpy as np

from flattop.engine import records
from flattop.engine.compilation import compiled
from flattop.engine.layout import columns, flattened
from flattop.engine.motion import GRAVITY_N
from flattop.engine.random import SENSOR_BIAS, START, normals, uniforms
from flattop.engine.records import Flight, Parameters
from flattop.engine.sea import sea_of
from flattop.engine.trim import FlightCase, trim
from flattop.physics import atmosphere
from flattop.physics.airwake import WakeTurbulence
from flattop.physics.controls import Surfaces
from flattop.physics.deck import deck_surface
from flattop.physics.gear import LegState
from flattop.physics.navigation import NavigationState
from flattop.physics.rigid_body import Acceleration, State
from flattop.physics.ship_motion import ShipMotion, ship_pose
from flattop.physics.turbulence import Turbulence
from flattop.physics.wind import mean_wind_N
from flattop.pilot.knowledge import Demand, PilotState
from flattop.pilot.launch import HOLD
from flattop.pilot.recovery import JOIN
from flattop.quantities.vectors import Quaternion, Vec3, cross, product, quaternion, rotate, rotate_back

BEFORE_GLIDE = 150.0  # distance flown level before the glide path is met [m]
SIDE_SPREAD, HEIGHT_SPREAD = (
    8.0,
    3.0,
)  # standard deviations of the place a recovery begins at [m]; estimate, 4 .. 15 and 2 .. 6
PARKING_SPREAD = 0.3  # standard deviation of a launch's start to the side of its line [m]; estimate, 0.1 .. 0.5
NOTHING = float("nan")

FLIGHT_COLUMN = {c.path: c.row for c in columns(Flight)}
PARAMETER_COLUMN = {c.path: c.row for c in columns(Parameters)}


def _vector(x=0.0, y=0.0, z=0.0):
    return Vec3(x, y, z)


def _still():
    return Acceleration(_vector(), _vector())


def _touchdown(value):
    return records.Touchdown(*(value,) * len(records.Touchdown._fields))


def _log():
    return records.Log(
        0.0, 0.0, 0.0, _vector(), _touchdown(0.0), _touchdown(NOTHING), NOTHING, NOTHING, 1e6, 1e6, NOTHING, NOTHING
    )


def _flight(moving, machine, wind_N, density, phase, velocity_N, power):
    return Flight(
        moving=moving,
        machine=machine,
        air=records.Air(wind_N, _vector(), density, 1.0, Turbulence(*(0.0,) * 8), WakeTurbulence(0.0, 0.0, 0.0)),
        ship=ShipMotion(*(_vector(),) * 6),
        mind=records.Mind(
            pilot=PilotState(phase, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, power, GRAVITY_N.z),
            navigation=NavigationState(_vector(), 0.0, moving.body.p_N, velocity_N, 0.0),
            demand=Demand(*(0.0,) * 7),
        ),
        log=_log(),
    )


def _machine(elevator, flap, brake, power):
    return records.Machine(Surfaces(elevator, elevator, 0.0), flap, brake, 0.0, power, 0.0, 0.0, 0.0)


def recovery_start(parameters):
    """A flight on the extended centre line of the strip, level at pattern height, trimmed at approach speed."""
    r, d, place = parameters.crew.recovery, parameters.crew.design, parameters.crew.place
    height = place.deck_height + r.pattern_height + d.wheel_z
    offset = parameters.weather.temperature_offset
    density = atmosphere.air_density(height, offset)
    stall = math.sqrt(2.0 * d.mass * GRAVITY_N.z / (density * d.area * _recovery_lift(d)))
    speed = r.approach_speed_factor * stall
    case = FlightCase(speed, 0.0, height, d.flap_recovery, 1.0, offset)
    t = trim(case, parameters.airframe)
    wind_N = mean_wind_N(height, parameters.weather.wind)
    drift = math.asin(max(-0.7, min(0.7, wind_N.y / speed)))
    air_N = Vec3(speed * math.cos(drift), -speed * math.sin(drift), 0.0)
    q_NB = quaternion(0.0, t.alpha, -drift)
    distance = r.pattern_height / math.tan(r.glide_angle) + BEFORE_GLIDE
    p_N = Vec3(place.touchdown_x - distance * place.strip_cos, place.strip_y - distance * place.strip_sin, -height)
    velocity_N = air_N + wind_N
    body = State(p_N, q_NB, rotate_back(q_NB, velocity_N), _vector())
    rest = LegState(0.0, 0.0, 0.0)
    moving = records.Moving(body, _still(), rest, rest, rest, _vector(0.0, 0.0, -GRAVITY_N.z), _vector(), _vector())
    power = t.shaft_power
    machine = _machine(t.elevator, d.flap_recovery, 0.0, power)
    return _flight(moving, machine, wind_N, density, JOIN, velocity_N, power / d.maximum_power)


def _recovery_lift(design):
    return design.lift_maximum + design.flap_recovery * (design.lift_maximum_flap - design.lift_maximum)


def settled_stroke(load, leg):
    """Compression of a strut under a steady load [m]: where the gas spring balances it."""
    return min(max(leg.gas_length * (1.0 - leg.preload / max(load, leg.preload)), 0.0), leg.stroke)


def launch_start(parameters, x, y):
    """A flight standing at (x, y) of the deck, settled on its gear, brakes held, engine idling."""
    airframe, d = parameters.airframe, parameters.deck
    weight = airframe.mass.mass * GRAVITY_N.z
    base = airframe.nose.x - airframe.main.x
    on_nose = weight * -airframe.main.x / base
    on_main = 0.5 * (weight - on_nose)
    sink = {}
    for name, leg, load in (("nose", airframe.nose, on_nose), ("main", airframe.main, on_main)):
        sink[name] = settled_stroke(load, leg), load / leg.tyre_stiffness
    nose_z, main_z = airframe.nose.z - sum(sink["nose"]), airframe.main.z - sum(sink["main"])
    pitch = math.atan2(nose_z - main_z, base)
    z = deck_surface(x, y, d).down - (main_z * airframe.nose.x - nose_z * airframe.main.x) / base
    q_NB = quaternion(0.0, pitch, 0.0)
    body = State(Vec3(x, y, z), q_NB, _vector(), _vector())
    nose, main = LegState(sink["nose"][0], 0.0, 0.0), LegState(sink["main"][0], 0.0, 0.0)
    standing = _vector(0.0, 0.0, -GRAVITY_N.z)
    moving = records.Moving(body, _still(), nose, main, main, standing, _vector(on_nose, on_main, on_main), _vector())
    density = atmosphere.air_density(d.height, parameters.weather.temperature_offset)
    wind_N = mean_wind_N(d.height + 2.0, parameters.weather.wind)
    power = airframe.engine.idle_power * airframe.engine.maximum_power
    machine = _machine(0.0, parameters.crew.design.flap_launch, 1.0, power)
    return _flight(moving, machine, wind_N, density, HOLD, _vector(), 0.0)


def launch_place(scenario):
    """Where a launch begins, x and y in S [m]."""
    strip, run = scenario.ship.strip, scenario.condition.run
    x = strip.launch_x.si if run is None else scenario.ship.deck.bow_x.si - run
    return x, strip.launch_y.si


def ship_motion_at(sea, waves, time):
    """Displacement, angles and their rates of the ship at a time, for many flights, (flights, 12).

    sea    the waves                              `sea.Sea`
    waves  standard normal amplitudes of flights  (flights, 2 waves)
    """
    weighted = sea.transfer * sea.deviation[:, None] * np.exp(1j * sea.encounter * time)[:, None]
    amplitude = waves[:, 0::2] + 1j * waves[:, 1::2]
    return np.concatenate(
        [(amplitude @ weighted).real, (amplitude @ (1j * sea.encounter[:, None] * weighted)).real], axis=1
    )


@partial(compiled, parallel=False)
def carry(states, motions):
    """Bodies that stand on a ship at rest, carried along with the moving ship, in place.

    states  place, attitude, velocity and angular rate, (flights, 13);  motions  of the ship, (flights, 12)
    """
    for i in range(states.shape[0]):
        b, m = states[i], motions[i]
        p_S, q_SB = Vec3(b[0], b[1], b[2]), Quaternion(b[3], b[4], b[5], b[6])
        nothing = Vec3(0.0, 0.0, 0.0)
        place, angle, rate = Vec3(m[0], m[1], m[2]), Vec3(m[3], m[4], m[5]), Vec3(m[9], m[10], m[11])
        pose = ship_pose(ShipMotion(place, angle, Vec3(m[6], m[7], m[8]), rate, nothing, nothing))
        p_N, q_NB = pose.p_N + rotate(pose.q_NS, p_S), product(pose.q_NS, q_SB)
        v_B = rotate_back(q_NB, pose.v_N + rotate(pose.q_NS, cross(pose.w_S, p_S)))
        w_B = rotate_back(q_SB, pose.w_S)
        b[0], b[1], b[2], b[3], b[4], b[5], b[6] = p_N.x, p_N.y, p_N.z, q_NB.w, q_NB.x, q_NB.y, q_NB.z
        b[7], b[8], b[9], b[10], b[11], b[12] = v_B.x, v_B.y, v_B.z, w_B.x, w_B.y, w_B.z


def _set_on_ship(rows, motions):
    body = slice(FLIGHT_COLUMN["moving.body.p_N.x"], FLIGHT_COLUMN["moving.body.w_B.z"] + 1)
    states = np.ascontiguousarray(rows[:, body])
    carry(states, motions)
    rows[:, body] = states


def _add(rows, path, values, table=FLIGHT_COLUMN):
    rows[:, table[path]] += values


def flight_rows(scenario, parameters, seed, numbers, waves):
    """The beginnings of many flights of one scenario, (flights, flight rows).

    Each has its own place and memory of turbulence; launches stand on the ship as the flight's own waves have it at the beginning.
    """
    launching = scenario.mission == "launch"
    start = launch_start(parameters, *launch_place(scenario)) if launching else recovery_start(parameters)
    rows = np.tile(flattened(start), (len(numbers), 1))
    n = normals(seed, numbers, START, 24)
    _add(rows, "moving.body.p_N.y", n[:, 0] * (PARKING_SPREAD if launching else SIDE_SPREAD))
    if launching:
        _set_on_ship(rows, ship_motion_at(sea_of(scenario), waves, 0.0))
    else:
        _add(rows, "moving.body.p_N.z", n[:, 1] * HEIGHT_SPREAD)
    for k, axis in enumerate("xyz"):
        rows[:, FLIGHT_COLUMN[f"mind.navigation.noise.{axis}"]] = n[:, 2 + k]
        rows[:, FLIGHT_COLUMN[f"mind.navigation.fix_N.{axis}"]] = rows[:, FLIGHT_COLUMN[f"moving.body.p_N.{axis}"]]
    rows[:, FLIGHT_COLUMN["mind.navigation.airspeed_noise"]] = n[:, 5]
    for k, name in enumerate(("along", "across", "down", "roll")):
        rows[:, FLIGHT_COLUMN[f"air.turbulence.{name}"]] = n[:, 6 + k]
    for k, name in enumerate(("across", "down")):
        settled = 0.5 * rows[:, FLIGHT_COLUMN[f"air.turbulence.{name}"]] + 0.5 * n[:, 10 + k]
        rows[:, FLIGHT_COLUMN[f"air.turbulence.{name}_lagged"]] = settled
    for k, name in enumerate(("along", "across", "down")):
        rows[:, FLIGHT_COLUMN[f"air.wake.{name}"]] = n[:, 12 + k]
    return rows


def parameter_rows(scenario, parameters, seed, numbers):
    """The parameters of many flights of one scenario, (flights, parameter rows), each with its own sensor errors and wake phase."""
    rows = np.tile(flattened(parameters), (len(numbers), 1))
    s, n = scenario.pilot.navigation, normals(seed, numbers, SENSOR_BIAS, 8)
    under = "crew.navigation."
    for k, (path, deviation) in enumerate(
        (
            ("position_bias.x", s.position_bias.si),
            ("position_bias.y", s.position_bias.si),
            ("position_bias.z", s.height_bias.si),
            ("latency", s.latency_error.si),
            ("airspeed_bias", s.airspeed_bias.si),
            ("attitude_bias.x", s.attitude_bias.si),
            ("attitude_bias.y", s.attitude_bias.si),
            ("attitude_bias.z", s.attitude_bias.si),
        )
    ):
        _add(rows, under + path, deviation * n[:, k], PARAMETER_COLUMN)
    latency = PARAMETER_COLUMN[under + "latency"]
    rows[:, latency] = np.maximum(rows[:, latency], 0.0)
    rows[:, PARAMETER_COLUMN["weather.wake_phase"]] = 2.0 * np.pi * uniforms(seed, numbers, START + 100, 4)[:, 0]
    return rows
