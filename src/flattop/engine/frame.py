"""One frame of one flight, fifty a second: events, sensors, pilot, controls, engine, air. Everything here is held till the next."""

import math

from flattop.engine.events import logged
from flattop.engine.records import Flight, Held, Mind
from flattop.physics import airwake, atmosphere, controls, deck, navigation, propulsion, turbulence, wind
from flattop.physics.ship_motion import small_displacement, small_velocity
from flattop.pilot.knowledge import Sensed
from flattop.pilot.launch import launch
from flattop.pilot.recovery import recovery
from flattop.quantities.elementary import arctangent, clip
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Euler, Vec3, norm, rotate, rotate_back

TWENTY_FEET = 6.096  # height the intensity of turbulence refers to [m]


@physics
def euler_angles(q):
    """Roll, pitch and yaw (sequence yaw, pitch, roll) of an attitude [Stevens2015, eq. 1.3-12]; pitch by the arctangent of its sine."""
    sine = clip(2.0 * (q.w * q.y - q.x * q.z), -1.0, 1.0)
    return Euler(
        arctangent(2.0 * (q.w * q.x + q.y * q.z), 1.0 - 2.0 * (q.x * q.x + q.y * q.y)),
        arctangent(sine, math.sqrt(max(1.0 - sine * sine, 0.0))),
        arctangent(2.0 * (q.w * q.z + q.x * q.y), 1.0 - 2.0 * (q.y * q.y + q.z * q.z)),
    )


@physics
def sensed(body, attitude, n_state, ship, density, true_airspeed, moving, parameters, time):
    """The situation as the sensors show it."""
    n, d, place = parameters.crew.navigation, parameters.deck, parameters.crew.place
    spot_S = Vec3(d.touchdown_x, d.strip_y, -place.deck_height)
    return Sensed(
        time=time,
        position_N=navigation.known_position_N(n_state, n),
        velocity_N=rotate(body.q_NB, body.v_B),
        attitude=Euler(
            attitude.roll + n.attitude_bias.x, attitude.pitch + n.attitude_bias.y, attitude.yaw + n.attitude_bias.z
        ),
        w_B=body.w_B,
        airspeed=navigation.known_airspeed(true_airspeed, n_state, n),
        density=density,
        deck_down=small_displacement(ship, spot_S).z - n.latency * small_velocity(ship, spot_S).z,
        deck_down_rate=small_velocity(ship, spot_S).z,
        on_main_wheels=1.0 if moving.load.y + moving.load.z > 0.0 else 0.0,
        on_nose_wheel=1.0 if moving.load.x > 0.0 else 0.0,
    )


@physics
def surface_down(position_N, d):
    """Depth of the surface below a point: the deck at its mean height, or the sea [m]."""
    over = deck.is_over_deck(position_N.x, position_N.y, d)
    return -d.height if over else 0.0


@physics
def air_at(body, mind, airspeed, noise, roll_noise, wake_noise, time, parameters, duration):
    """Turbulence and wake a frame later, and the wind and rotary gust they make at the aircraft."""
    weather, span = parameters.weather, parameters.airframe.aerodynamics.span
    height = -body.p_N.z
    mean_N = wind.mean_wind_N(height, weather.wind)
    low = wind.wind_profile(TWENTY_FEET, weather.wind.reference_height, weather.wind.roughness)
    true_speed = math.sqrt(weather.wind.north * weather.wind.north + weather.wind.east * weather.wind.east)
    scales = turbulence.turbulence_scales(height, low * true_speed * weather.turbulence_factor)
    filters = turbulence.turbulence_after(mind.turbulence, noise, roll_noise, scales, airspeed, span, duration)
    gust = turbulence.gust(filters, scales, airspeed, span)
    cx, cy = weather.wind.north / max(true_speed, 0.1), weather.wind.east / max(true_speed, 0.1)
    g = gust.velocity
    gust_N = Vec3(g.x * cx - g.y * cy, g.x * cy + g.y * cx, g.z)
    wake = airwake.wake_turbulence_after(mind.wake, wake_noise, duration)
    over_deck_N = wind.mean_wind_N(parameters.deck.height + 5.0, weather.wind)
    wake_N = airwake.airwake_N(body.p_N, over_deck_N, airspeed, time, weather.wake_phase, wake, weather.airwake)
    return filters, wake, mean_N + gust_N + wake_N, gust.rate_B


@physics
def engine_after(power, fuel, demand, airspeed, density, height, parameters, duration):
    """Shaft power a frame later, the thrust and torque it gives, and the fuel burnt so far."""
    e, p = parameters.airframe.engine, parameters.airframe.propeller
    available = propulsion.available_power(height, parameters.weather.temperature_offset, e)
    wanted = clip(demand, e.idle_power, 1.0) * available
    power = power + (wanted - power) * duration / (e.power_lag + duration)
    shaft = max(power - e.electrical_load, 0.0)
    thrust = propulsion.thrust(shaft, airspeed, density, p)
    return power, thrust, propulsion.propeller_torque(shaft, p), fuel + duration * propulsion.fuel_flow(power, e)


@physics
def framed(flight, ship, noise, parameters, time, duration, launching):
    """A flight after the bookkeeping of one frame; the motion itself follows in steps.

    ship       its motion at this time          `ShipMotion`
    noise      twelve standard normal numbers   tuple
    time       since the flight began           [s]
    duration   of a frame                       [s]
    launching  whether the launch pilot flies, otherwise the recovery pilot
    """
    moving, held, mind, log = flight.moving, flight.held, flight.mind, flight.log
    body, airframe = moving.body, parameters.airframe
    n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, _ = noise
    height = -body.p_N.z
    attitude = euler_angles(body.q_NB)
    v_air_B = body.v_B - rotate_back(body.q_NB, held.wind_N)
    airspeed = norm(v_air_B)
    alpha = arctangent(v_air_B.z, v_air_B.x)
    density = atmosphere.air_density(height, parameters.weather.temperature_offset)
    filters, wake, wind_N, gust_rate_B = air_at(
        body, mind, airspeed, Vec3(n0, n1, n2), n3, Vec3(n4, n5, n6), time, parameters, duration
    )
    velocity_N = rotate(body.q_NB, body.v_B)
    known = navigation.navigation_after(
        mind.navigation, body.p_N, velocity_N, Vec3(n7, n8, n9), n10, parameters.crew.navigation, duration
    )
    s = sensed(body, attitude, known, ship, density, airspeed, moving, parameters, time)
    crew = parameters.crew
    if launching:
        pilot, demand = launch(mind.pilot, s, crew.place, crew.launch, crew.gains, crew.design, duration)
    else:
        pilot, demand = recovery(mind.pilot, s, crew.place, crew.recovery, crew.gains, crew.design, duration)
    power, thrust, torque, fuel = engine_after(
        held.shaft_power, held.fuel_burnt, demand.power, v_air_B.x, density, height, parameters, duration
    )
    e = airframe.extremities
    surfaces = controls.surfaces_after(
        held.surfaces, demand.elevator, demand.rudder, demand.aileron, airframe.controls, duration
    )
    change = duration / e.flap_time
    now = Held(
        surfaces=surfaces,
        flap=held.flap + clip(demand.flap - held.flap, -change, change),
        brake=held.brake + clip(demand.brake - held.brake, -5.0 * duration, 5.0 * duration),
        steering=clip(demand.steering, -e.steering_limit, e.steering_limit),
        shaft_power=power,
        thrust=thrust,
        torque=torque,
        fuel_burnt=fuel,
        wind_N=wind_N,
        gust_rate_B=gust_rate_B,
        density=density,
        wing_height=surface_down(body.p_N, parameters.deck) - body.p_N.z - airframe.aerodynamics.wing_z,
        ship=ship,
    )
    log = logged(log, moving, now, pilot, mind.pilot.attempts, airspeed, alpha, attitude, time, parameters)
    return Flight(moving, now, Mind(pilot, known, filters, wake), log)
