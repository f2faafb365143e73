"""What sensors show, and the cockpit a pilot finds itself in."""

import math

from flattop.engine.records import AirData
from flattop.physics.sensing import navigation
from flattop.physics.ship.ship_motion import small_displacement, small_velocity
from flattop.pilot.contract import Cockpit, Sensed
from flattop.quantities.elementary import arctangent, clip
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Euler, Vec3, norm, rotate, rotate_back


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
def air_data(body, wind_N):
    """The aircraft's motion through the air and its attitude."""
    v = body.v_B - rotate_back(body.q_NB, wind_N)
    return AirData(norm(v), v.x, arctangent(v.z, v.x), euler_angles(body.q_NB))


@physics
def sensed(moving, seen, n_state, ship, density, parameters, time):
    """The situation as the sensors show it."""
    n, d, place, body = parameters.autopilot.navigation, parameters.deck, parameters.autopilot.place, moving.body
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
def navigation_after(moving, avionics, noise, parameters, duration):
    """What the navigation remembers, a frame later.

    noise  four standard normal numbers: position in three axes, airspeed
    """
    n0, n1, n2, n3 = noise
    body, n = moving.body, parameters.autopilot.navigation
    velocity_N = rotate(body.q_NB, body.v_B)
    return navigation.navigation_after(avionics.navigation, body.p_N, velocity_N, Vec3(n0, n1, n2), n3, n, duration)


@physics
def cockpit_of(moving, air, ship, known, memory, settings, parameters, time):
    """All that the pilot has in this frame.

    known     what the navigation remembers now     `NavigationState`
    memory    what the pilot remembers              `Memory`
    settings  of the mission flown                  `LaunchSettings` or `RecoverySettings`
    """
    autopilot, seen = parameters.autopilot, air_data(moving.body, air.wind_N)
    return Cockpit(
        memory=memory,
        seen=sensed(moving, seen, known, ship, air.density, parameters, time),
        deck=autopilot.place,
        settings=settings,
        gains=autopilot.gains,
        design=autopilot.design,
    )
