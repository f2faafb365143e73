"""Guidance: from a path, a line or a speed wanted to attitudes, with the design's lift and drag; and the deck as it is approached.

Point-mass relations of steady and slowly changing flight [Stevens2015, ch. 3].
"""

import math
from typing import Annotated, NamedTuple

from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics


class Approach(NamedTuple):
    """Where the aircraft is on its approach, in the strip's frame."""

    to_go: Annotated[float, "m"]
    aside: Annotated[float, "m"]
    height: Annotated[float, "m"]
    closure: Annotated[float, "m/s"]
    drift: Annotated[float, "m/s"]


@physics
def approach_seen(cockpit):
    """Distance to the aim point, offset, height of the wheels over the deck's mean height, closing and drifting speed."""
    s, deck = cockpit.seen, cockpit.deck
    dx, dy = s.position_N.x - deck.touchdown_x, s.position_N.y - deck.strip_y
    c, n = deck.strip_cos, deck.strip_sin
    return Approach(
        to_go=-(dx * c + dy * n),
        aside=-dx * n + dy * c,
        height=-s.position_N.z - cockpit.design.wheel_z - deck.deck_height,
        closure=s.velocity_N.x * c + s.velocity_N.y * n,
        drift=-s.velocity_N.x * n + s.velocity_N.y * c,
    )


@physics
def sensed_airspeed(cockpit):
    """The airspeed sensed, never below the least that the loops reckon with [m/s]."""
    return max(cockpit.seen.airspeed, cockpit.gains.least_airspeed)


@physics
def dynamic_pressure_area(cockpit):
    """Dynamic pressure times wing area at the sensed airspeed [N]."""
    V = sensed_airspeed(cockpit)
    return 0.5 * cockpit.seen.density * V * V * cockpit.design.area


@physics
def speed_at_stall(flap, load_factor, density, design):
    """Stall speed of a design at a flap setting and load factor n in air of a density [m/s]: sqrt(2 n m g/(rho S CLmax))."""
    d = design
    lift = d.lift_maximum + flap * (d.lift_maximum_flap - d.lift_maximum)
    return math.sqrt(2.0 * load_factor * d.mass * STANDARD_GRAVITY / (density * d.area * lift))


@physics
def stall_speed(flap, load_factor, cockpit):
    """Stall speed of the design at a flap setting, in the air around it [m/s]."""
    return speed_at_stall(flap, load_factor, cockpit.seen.density, cockpit.design)


@physics
def alpha_for_lift(lift, flap, cockpit):
    """Angle of attack at which the design gives a lift coefficient, kept a share of lift below its maximum [rad]."""
    d, g = cockpit.design, cockpit.gains
    usable = g.usable_lift * (d.lift_maximum + flap * (d.lift_maximum_flap - d.lift_maximum))
    return (clip(lift, g.lift_minimum, usable) - d.lift_zero - d.lift_flap * flap) / d.lift_slope


@physics
def pitch_at_stall(flap, cockpit):
    """Pitch attitude at which the wing stalls on the present path in still air [rad]: theta = alpha + gamma, sin(gamma) = -sink/V."""
    slope = cockpit.seen.velocity_N.z / sensed_airspeed(cockpit)
    return alpha_for_lift(10.0, flap, cockpit) + cockpit.gains.stall_margin - slope


@physics
def alpha_felt(flap, cockpit):
    """Angle of attack read from the load factor [rad]: the lift felt, over the design's lift slope; no vane is needed."""
    d, g = cockpit.design, cockpit.gains
    lift = d.mass * cockpit.memory.felt_up / dynamic_pressure_area(cockpit)
    return (clip(lift, g.felt_lift_minimum, g.felt_lift_maximum) - d.lift_zero - d.lift_flap * flap) / d.lift_slope


@physics
def pitch_for_vertical_acceleration(acceleration, bank_lift, flap, cockpit):
    """Pitch attitude that accelerates the aircraft upwards [rad], and the angle of attack within it.

    CL = m (g + a) / (qS cos phi);  theta = theta_now + alpha(CL) - alpha(load factor felt)

    Working on the load factor, it answers a down draught that position and attitude show only later. A wing that has stalled feels light
    too, and more pitch would hold it there: `pitch_at_stall` bounds the answer.
    """
    m, qS = cockpit.design.mass, dynamic_pressure_area(cockpit)
    lift = m * (STANDARD_GRAVITY + acceleration) * bank_lift / qS
    alpha = alpha_for_lift(lift, flap, cockpit)
    step = cockpit.gains.alpha_step
    pitch = cockpit.seen.attitude.pitch + clip(alpha - alpha_felt(flap, cockpit), -step, step)
    return min(pitch, pitch_at_stall(flap, cockpit)), alpha


@physics
def turn_yaw_rate(bank, cockpit):
    """Yaw rate of a coordinated turn [rad/s]: g phi / V for small bank."""
    return STANDARD_GRAVITY * bank / sensed_airspeed(cockpit)


@physics
def climb_slope(speed_wanted, flap, cockpit):
    """Slope of the climb at full power [1], so that airspeed is held by pitch.

        gamma = k (P eta/V - D)/(m g)

    A share k of the excess power climbs and the rest accelerates: little when slow, `climb_share` at the speed wanted, all when fast.
    Speed above the wanted one is turned into height over some seconds: V dV/dt = -g dh/dt gives the slope (V - V_wanted)/(g t).
    """
    d, g = cockpit.design, cockpit.gains
    qS, V = dynamic_pressure_area(cockpit), sensed_airspeed(cockpit)
    lift = d.mass * STANDARD_GRAVITY / qS
    drag = qS * (d.drag_zero + d.drag_flap * flap + d.drag_induced * lift * lift)
    excess = (d.propeller_efficiency * d.maximum_power / V - drag) / (d.mass * STANDARD_GRAVITY)
    zoom = max(V - speed_wanted, 0.0) / (STANDARD_GRAVITY * g.zoom_time)
    share = clip(g.climb_share + g.climb_share_growth * (V - speed_wanted), g.climb_share_minimum, 1.0)
    return clip(excess * share + zoom, 0.0, g.climb_slope_limit)


@physics
def bank_against_sideslip(cockpit):
    """Bank at which gravity balances the side force that is felt, so that a sideslip does not become a drift [rad].

        sin(phi) = -Y/(m g)

    Nothing in coordinated flight; wing down into the wind once the nose is turned out of it.
    """
    return -cockpit.seen.felt_right / STANDARD_GRAVITY


@physics
def bank_to_follow(line_x, line_y, aside, cockpit):
    """Bank that brings the track over the deck onto a line and along it [rad].

    line_x, line_y  unit vector of the line in N;  aside  distance to the right of it [m]

    The course aimed at leans towards the line by aside/(lookahead V), at most 45 degrees; the turn rate is k sin(error), full when
    the course is more than a right angle off.
    """
    g, v = cockpit.gains, cockpit.seen.velocity_N
    vx, vy = v.x, v.y
    speed = math.sqrt(vx * vx + vy * vy) + 0.1
    lean = clip(-aside / (g.lookahead * max(speed, g.least_ground_speed)), -g.lean_limit, g.lean_limit)
    dx, dy = line_x - lean * line_y, line_y + lean * line_x
    length = math.sqrt(dx * dx + dy * dy) * speed
    sine, cosine = (vx * dy - vy * dx) / length, (vx * dx + vy * dy) / length
    away = -1.0 if sine < 0.0 else 1.0
    sine = sine if cosine > 0.0 else away
    return clip(g.turn * sine * max(speed, g.least_ground_speed) / STANDARD_GRAVITY, -g.bank_limit, g.bank_limit)


@physics
def steering_demand(approach, cockpit):
    """Nose-wheel angle that brings the aircraft back to the strip's centre line [rad]; gentler the faster it rolls."""
    a, s, g = approach, cockpit.seen, cockpit.gains
    reach = g.steering_lookahead * max(a.closure, g.steering_least_speed)
    lean = clip(-a.aside / reach, -g.steering_lean_limit, g.steering_lean_limit)
    error = cockpit.deck.strip_sin + lean - s.attitude.yaw
    turn = (g.steering_gain * error - g.steering_damping * s.w_B.z) * g.steering_speed
    return clip(turn / (g.steering_speed + max(a.closure, 0.0)), -g.steering_limit, g.steering_limit)


@physics
def rudder_with_steering(steering, cockpit):
    """Rudder that helps the nose wheel while rolling [rad]."""
    g = cockpit.gains
    return clip(g.steering_rudder * steering, -g.steering_rudder_limit, g.steering_rudder_limit)
