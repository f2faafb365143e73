"""Inner loops: pitch, bank, heading, airspeed. Gains follow from the airframe's own control power, so none is tuned by type.

Each loop asks for an angular acceleration and divides it by the control power at the airspeed of the moment, with the
trim deflection of the design as feed-forward and an integral against what the design does not know [Stevens2015, ch. 4-5].
"""

import math
from typing import Annotated, NamedTuple

from flattop.pilot.contract import Demand, PilotState
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics

ZOOM_TIME = 3.0  # over which speed to spare is turned into height [s]; estimate, 2 .. 5: a few times the pitch response
STALL_MARGIN = (
    0.05  # angle of attack between nine tenths of the greatest lift and the stall [rad]; estimate, 0.03 .. 0.08
)
ACCELEROMETER_LAG = 0.1  # smoothing of the load factor [s]; estimate, 0.05 .. 0.2


class LoopGains(NamedTuple):
    """Bandwidths of the inner loops; the same for every airframe."""

    attitude: Annotated[float, "1/s"]
    rate: Annotated[float, "1/s"]
    yaw_rate: Annotated[float, "1/s"]
    integral: Annotated[float, "1/s2"]
    airspeed: Annotated[float, "1/s"]
    airspeed_integral: Annotated[float, "1/s2"]
    vertical_speed: Annotated[float, "1/s"]
    height: Annotated[float, "1/s"]
    height_integral: Annotated[float, "1/s2"]
    bank_limit: Annotated[float, "rad"]
    lookahead: Annotated[float, "s"]
    turn: Annotated[float, "1/s"]


class Targets(NamedTuple):
    """What the outer loops ask of the inner ones."""

    pitch: Annotated[float, "rad"]
    alpha: Annotated[float, "rad"]
    bank: Annotated[float, "rad"]
    yaw_rate: Annotated[float, "rad/s"]


@physics
def dynamic_pressure_area(s, d):
    """Dynamic pressure times wing area at the sensed airspeed, never below that at 12 m/s [N]."""
    V = max(s.airspeed, 12.0)
    return 0.5 * s.density * V * V * d.area


@physics
def stall_speed(flap, load_factor, s, d):
    """Stall speed of the design at a flap setting [m/s]."""
    lift = d.lift_maximum + flap * (d.lift_maximum_flap - d.lift_maximum)
    return math.sqrt(2.0 * load_factor * d.mass * STANDARD_GRAVITY / (s.density * d.area * lift))


@physics
def alpha_for_lift(lift, flap, d):
    """Angle of attack at which the design gives a lift coefficient, kept 10 % of lift below its maximum [rad]."""
    usable = 0.9 * (d.lift_maximum + flap * (d.lift_maximum_flap - d.lift_maximum))
    return (clip(lift, -0.3, usable) - d.lift_zero - d.lift_flap * flap) / d.lift_slope


@physics
def pitch_at_stall(flap, s, d):
    """Pitch attitude at which the wing stalls on the present path in still air [rad]: theta = alpha + gamma, sin(gamma) = -sink/V."""
    return alpha_for_lift(10.0, flap, d) + STALL_MARGIN - s.velocity_N.z / max(s.airspeed, 12.0)


@physics
def alpha_felt(felt_up, flap, s, d):
    """Angle of attack read from the load factor [rad]: the lift felt, over the design's lift slope; no vane is needed."""
    lift = d.mass * felt_up / dynamic_pressure_area(s, d)
    return (clip(lift, -1.0, 3.0) - d.lift_zero - d.lift_flap * flap) / d.lift_slope


@physics
def pitch_for_vertical_acceleration(acceleration, bank_lift, flap, felt_up, s, d):
    """Pitch attitude that accelerates the aircraft upwards [rad], and the angle of attack within it.

    CL = m (g + a) / (qS cos phi);  theta = theta_now + alpha(CL) - alpha(load factor felt)

    Working on the load factor, it answers a down draught that position and attitude show only later. A wing that has stalled feels light
    too, and more pitch would hold it there: `pitch_at_stall` bounds the answer.
    """
    lift = d.mass * (STANDARD_GRAVITY + acceleration) * bank_lift / dynamic_pressure_area(s, d)
    alpha = alpha_for_lift(lift, flap, d)
    pitch = s.attitude.pitch + clip(alpha - alpha_felt(felt_up, flap, s, d), -0.15, 0.15)
    return min(pitch, pitch_at_stall(flap, s, d)), alpha


@physics
def elevator_demand(targets, flap, integral, g, s, d):
    """Elevator that turns the nose to the wanted pitch attitude [rad]."""
    qSc = dynamic_pressure_area(s, d) * d.chord
    rate = clip(g.attitude * (targets.pitch - s.attitude.pitch), -0.35, 0.35)
    acceleration = g.rate * (rate - s.w_B.y) + g.integral * integral
    trim = -(d.pitch_zero + d.pitch_slope * targets.alpha + d.pitch_flap * flap) / d.pitch_elevator
    return trim + acceleration * d.inertia_pitch / (qSc * d.pitch_elevator)


@physics
def aileron_demand(bank, g, s, d):
    """Aileron that rolls to the wanted bank [rad]."""
    qSb = dynamic_pressure_area(s, d) * d.span
    rate = clip(g.attitude * (bank - s.attitude.roll), -0.6, 0.6)
    return g.rate * (rate - s.w_B.x) * d.inertia_roll / (qSb * d.roll_aileron)


@physics
def rudder_demand(yaw_rate, g, s, d):
    """Rudder that yaws at the wanted rate: a damper about a coordinated turn, or a turn of the nose [rad]."""
    qSb = dynamic_pressure_area(s, d) * d.span
    return g.yaw_rate * (yaw_rate - s.w_B.z) * d.inertia_yaw / (qSb * d.yaw_rudder)


@physics
def turn_yaw_rate(bank, s):
    """Yaw rate of a coordinated turn [rad/s]: g phi / V for small bank."""
    return STANDARD_GRAVITY * bank / max(s.airspeed, 12.0)


@physics
def power_demand(airspeed, climb_angle, flap, integral, g, s, d):
    """Share of the engine's power that holds or regains an airspeed on a climbing or sinking path [1].

    P eta = V (D + m g gamma + m k (Vc - V)), D from the design's polar
    """
    qS, V = dynamic_pressure_area(s, d), max(s.airspeed, 12.0)
    lift = d.mass * STANDARD_GRAVITY / qS
    drag = qS * (d.drag_zero + d.drag_flap * flap + d.drag_induced * lift * lift)
    acceleration = g.airspeed * clip(airspeed - s.airspeed, -3.0, 3.0) + g.airspeed_integral * integral
    force = drag + d.mass * (STANDARD_GRAVITY * climb_angle + acceleration)
    return clip(V * force / (d.propeller_efficiency * d.maximum_power), 0.0, 1.0)


@physics
def climb_slope(speed_wanted, flap, s, d):
    """Slope of the climb at full power [1], so that airspeed is held by pitch.

        gamma = k (P eta/V - D)/(m g)

    A share k of the excess power climbs and the rest accelerates: a quarter when slow, half at the speed wanted, all when fast.
    Speed above the wanted one is turned into height over some seconds: V dV/dt = -g dh/dt gives the slope (V - V_wanted)/(g t).
    """
    qS, V = dynamic_pressure_area(s, d), max(s.airspeed, 12.0)
    lift = d.mass * STANDARD_GRAVITY / qS
    drag = qS * (d.drag_zero + d.drag_flap * flap + d.drag_induced * lift * lift)
    excess = (d.propeller_efficiency * d.maximum_power / V - drag) / (d.mass * STANDARD_GRAVITY)
    zoom = max(V - speed_wanted, 0.0) / (STANDARD_GRAVITY * ZOOM_TIME)
    return clip(excess * clip(0.5 + 0.1 * (V - speed_wanted), 0.25, 1.0) + zoom, 0.0, 0.2)


@physics
def bank_against_sideslip(s):
    """Bank at which gravity balances the side force that is felt, so that a sideslip does not become a drift [rad].

        sin(phi) = -Y/(m g)

    Nothing in coordinated flight; wing down into the wind once the nose is turned out of it.
    """
    return -s.felt_right / STANDARD_GRAVITY


@physics
def bank_to_follow(line_x, line_y, aside, g, s):
    """Bank that brings the track over the deck onto a line and along it [rad].

    line_x, line_y  unit vector of the line in N;  aside  distance to the right of it [m]

    The course aimed at leans towards the line by aside/(lookahead V), at most 45 degrees; the turn rate is k sin(error), full when
    the course is more than a right angle off.
    """
    vx, vy = s.velocity_N.x, s.velocity_N.y
    speed = math.sqrt(vx * vx + vy * vy) + 0.1
    lean = clip(-aside / (g.lookahead * max(speed, 10.0)), -1.0, 1.0)
    dx, dy = line_x - lean * line_y, line_y + lean * line_x
    length = math.sqrt(dx * dx + dy * dy) * speed
    sine, cosine = (vx * dy - vy * dx) / length, (vx * dx + vy * dy) / length
    away = -1.0 if sine < 0.0 else 1.0
    sine = sine if cosine > 0.0 else away
    return clip(g.turn * sine * max(speed, 10.0) / STANDARD_GRAVITY, -g.bank_limit, g.bank_limit)


@physics
def demand_in_flight(t, power, flap, state, g, s, d):
    """Demand on all controls in flight for the wanted attitude and power."""
    return Demand(
        elevator=elevator_demand(t, flap, state.pitch_integral, g, s, d),
        rudder=rudder_demand(t.yaw_rate, g, s, d),
        aileron=aileron_demand(t.bank, g, s, d),
        power=power,
        brake=0.0,
        steering=0.0,
        flap=flap,
    )


@physics
def remembered(state, phase, attempts, pitch_error, speed_error, height_error, deck_height, power, felt_up, duration):
    """The pilot's memory a frame later: integrals bounded, times and integrals begun anew in a new phase; accelerometer smoothed."""
    same = 1.0 if phase == state.phase else 0.0
    return PilotState(
        phase=phase,
        phase_time=same * state.phase_time + duration,
        attempts=attempts,
        speed_integral=clip(state.speed_integral + duration * clip(speed_error, -3.0, 3.0), -20.0, 20.0),
        pitch_integral=clip(state.pitch_integral + duration * clip(pitch_error, -0.1, 0.1), -0.5, 0.5),
        height_integral=same * clip(state.height_integral + duration * clip(height_error, -3.0, 3.0), -15.0, 15.0),
        deck_height=deck_height,
        power=power,
        felt_up=state.felt_up + (felt_up - state.felt_up) * duration / (ACCELEROMETER_LAG + duration),
    )
