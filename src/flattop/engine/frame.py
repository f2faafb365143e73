"""One frame of one flight, fifty a second, in four parts: the air, sensors and pilot, controls and engine, bookkeeping.

Each part reads the flight and gives back one of its records; what it gives is held until the next frame. They are flown one after the
other over all lanes, because one loop over all of them would need more registers than there are.
"""

import math

from flattop.engine.records import Air, Machine, Mind, Sight
from flattop.physics import aerodynamics, airwake, atmosphere, controls, deck, navigation, propulsion, turbulence, wind
from flattop.physics.ship_motion import small_displacement, small_velocity
from flattop.pilot.knowledge import Sensed
from flattop.pilot.launch import launch
from flattop.pilot.recovery import recovery
from flattop.quantities.elementary import arctangent, clip
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Euler, Vec3, norm, rotate, rotate_back

BRAKE_RATE = 5.0  # share of the full brake applied or released in a second [1/s]; estimate, 2 .. 10


@physics
def euler_angles(q):
    """Roll, pitch and yaw (sequence yaw, pitch, roll) of an attitude    [Stevens2015, sec. 1.3]."""
    sine = clip(2.0 * (q.w * q.y - q.x * q.z), -1.0, 1.0)
    return Euler(
        arctangent(2.0 * (q.w * q.x + q.y * q.z), 1.0 - 2.0 * (q.x * q.x + q.y * q.y)),
        arctangent(sine, math.sqrt(max(1.0 - sine * sine, 0.0))),
        arctangent(2.0 * (q.w * q.z + q.x * q.y), 1.0 - 2.0 * (q.y * q.y + q.z * q.z)),
    )


@physics
def sight(body, wind_N):
    """The aircraft's motion through the air and its attitude."""
    v = body.v_B - rotate_back(body.q_NB, wind_N)
    return Sight(norm(v), v.x, arctangent(v.z, v.x), euler_angles(body.q_NB))


@physics
def surface_down(position_N, d):
    """Depth of the surface below a point: the deck at its mean height, or the sea [m]."""
    over = deck.is_over_deck(position_N.x, position_N.y, d)
    return -d.height if over else 0.0


@physics
def turbulence_N(body, air, airspeed, noise, roll_noise, parameters, duration):
    """Turbulence a frame later: the filters' memory, the gust in N and the rotary gust."""
    w, span = parameters.weather, parameters.airframe.aerodynamics.span
    speed = math.sqrt(w.wind.north * w.wind.north + w.wind.east * w.wind.east)
    scales = turbulence.turbulence_scales(-body.p_N.z, w.wind_at_20_feet * w.turbulence_factor)
    filters = turbulence.turbulence_after(air.turbulence, noise, roll_noise, scales, airspeed, span, duration)
    gust = turbulence.gust(filters, scales, airspeed, span)
    per_speed = 1.0 / max(speed, 0.1)
    cx, cy, g = w.wind.north * per_speed, w.wind.east * per_speed, gust.velocity
    return filters, Vec3(g.x * cx - g.y * cy, g.x * cy + g.y * cx, g.z), gust.rate_B


@physics
def aired(body, air, noise, parameters, time, duration):
    """The air at the aircraft a frame later.

    noise  seven standard normal numbers: turbulence along, across, down and in roll; wake along, across, down
    """
    n0, n1, n2, n3, n4, n5, n6 = noise
    w = parameters.weather
    airspeed = norm(body.v_B - rotate_back(body.q_NB, air.wind_N))
    filters, gust_N, gust_rate_B = turbulence_N(body, air, airspeed, Vec3(n0, n1, n2), n3, parameters, duration)
    wake = airwake.wake_turbulence_after(air.wake, Vec3(n4, n5, n6), duration)
    wake_N = airwake.airwake_N(body.p_N, w.over_deck_N, airspeed, time, w.wake_phase, wake, w.airwake)
    a = parameters.airframe.aerodynamics
    wing_height = surface_down(body.p_N, parameters.deck) - body.p_N.z - a.wing_z
    return Air(
        wind_N=wind.mean_wind_N(-body.p_N.z, w.wind) + gust_N + wake_N,
        gust_rate_B=gust_rate_B,
        density=atmosphere.air_density(-body.p_N.z, w.temperature_offset),
        downwash=aerodynamics.ground_effect(wing_height, a.span),
        turbulence=filters,
        wake=wake,
    )


@physics
def sensed(moving, seen, n_state, ship, density, parameters, time):
    """The situation as the sensors show it."""
    n, d, place, body = parameters.crew.navigation, parameters.deck, parameters.crew.place, moving.body
    spot_S = Vec3(d.touchdown_x, d.strip_y, -place.deck_height)
    spot_rate = small_velocity(ship, spot_S).z
    attitude, bias = seen.attitude, n.attitude_bias
    return Sensed(
        time=time,
        position_N=navigation.known_position_N(n_state, n),
        velocity_N=rotate(body.q_NB, body.v_B),
        attitude=Euler(attitude.roll + bias.x, attitude.pitch + bias.y, attitude.yaw + bias.z),
        w_B=body.w_B,
        felt_up=-moving.felt_B.z,
        felt_right=moving.felt_B.y,
        airspeed=navigation.known_airspeed(seen.airspeed, n_state, n),
        density=density,
        deck_down=small_displacement(ship, spot_S).z - n.latency * spot_rate,
        deck_down_rate=spot_rate,
        on_main_wheels=1.0 if moving.load.y + moving.load.z > 0.0 else 0.0,
        on_nose_wheel=1.0 if moving.load.x > 0.0 else 0.0,
    )


@physics
def decided(moving, air, ship, mind, noise, parameters, time, duration, launching):
    """Sensors and pilot a frame later.

    noise      four standard normal numbers: position in three axes, airspeed
    launching  whether the launch pilot flies, otherwise the recovery pilot
    """
    n0, n1, n2, n3 = noise
    body, crew = moving.body, parameters.crew
    seen = sight(body, air.wind_N)
    velocity_N = rotate(body.q_NB, body.v_B)
    known = navigation.navigation_after(
        mind.navigation, body.p_N, velocity_N, Vec3(n0, n1, n2), n3, crew.navigation, duration
    )
    s = sensed(moving, seen, known, ship, air.density, parameters, time)
    if launching:
        pilot, demand = launch(mind.pilot, s, crew.place, crew.launch, crew.gains, crew.design, duration)
    else:
        pilot, demand = recovery(mind.pilot, s, crew.place, crew.recovery, crew.gains, crew.design, duration)
    return Mind(pilot, known, demand)


@physics
def driven(body, machine, air, demand, parameters, duration, going):
    """Controls and engine a frame later, following the demand; a flight that has ended (going 0) burns nothing more."""
    airframe = parameters.airframe
    e, p, limits = airframe.engine, airframe.propeller, airframe.extremities
    forward = body.v_B.x - rotate_back(body.q_NB, air.wind_N).x
    wanted = clip(demand.power, e.idle_power, 1.0) * propulsion.available_power(air.density, e)
    power = machine.shaft_power + (wanted - machine.shaft_power) * duration / (e.power_lag + duration)
    shaft = max(power - e.electrical_load, 0.0)
    flap, brake = duration / limits.flap_time, BRAKE_RATE * duration
    return Machine(
        surfaces=controls.surfaces_after(
            machine.surfaces, demand.elevator, demand.rudder, demand.aileron, airframe.controls, duration
        ),
        flap=machine.flap + clip(demand.flap - machine.flap, -flap, flap),
        brake=machine.brake + clip(demand.brake - machine.brake, -brake, brake),
        steering=clip(demand.steering, -limits.steering_limit, limits.steering_limit),
        shaft_power=power,
        thrust=propulsion.thrust(shaft, forward, air.density, p),
        torque=propulsion.propeller_torque(shaft, p),
        fuel_burnt=machine.fuel_burnt + going * duration * propulsion.fuel_flow(power, e),
    )
