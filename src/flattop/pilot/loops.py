"""Inner loops: pitch, bank, heading, airspeed. Gains follow from the airframe's own control power, so none is tuned by type.

Each loop asks for an angular acceleration and divides it by the control power at the airspeed of the moment, with the
trim deflection of the design as feed-forward and an integral against what the design does not know [Stevens2015, ch. 4-5].
"""

from typing import Annotated, NamedTuple

from flattop.pilot.contract import Demand, Memory
from flattop.pilot.guidance import dynamic_pressure_area, sensed_airspeed
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics


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
    zoom_time: Annotated[float, "s"]
    climb_share: Annotated[float, "1"]
    climb_share_growth: Annotated[float, "s/m"]
    climb_share_minimum: Annotated[float, "1"]
    climb_slope_limit: Annotated[float, "1"]
    stall_margin: Annotated[float, "rad"]
    usable_lift: Annotated[float, "1"]
    lift_minimum: Annotated[float, "1"]
    felt_lift_minimum: Annotated[float, "1"]
    felt_lift_maximum: Annotated[float, "1"]
    accelerometer_lag: Annotated[float, "s"]
    least_airspeed: Annotated[float, "m/s"]
    least_ground_speed: Annotated[float, "m/s"]
    alpha_step: Annotated[float, "rad"]
    pitch_rate_limit: Annotated[float, "rad/s"]
    roll_rate_limit: Annotated[float, "rad/s"]
    lean_limit: Annotated[float, "1"]
    airspeed_error_limit: Annotated[float, "m/s"]
    airspeed_integral_error: Annotated[float, "m/s"]
    airspeed_integral_limit: Annotated[float, "m"]
    pitch_integral_error: Annotated[float, "rad"]
    pitch_integral_limit: Annotated[float, "rad s"]
    height_integral_error: Annotated[float, "m"]
    height_integral_limit: Annotated[float, "m s"]
    steering_lookahead: Annotated[float, "s"]
    steering_least_speed: Annotated[float, "m/s"]
    steering_lean_limit: Annotated[float, "rad"]
    steering_gain: Annotated[float, "1"]
    steering_damping: Annotated[float, "s"]
    steering_speed: Annotated[float, "m/s"]
    steering_limit: Annotated[float, "rad"]
    steering_rudder: Annotated[float, "1"]
    steering_rudder_limit: Annotated[float, "rad"]


class Targets(NamedTuple):
    """What guidance asks of the inner loops."""

    pitch: Annotated[float, "rad"]
    alpha: Annotated[float, "rad"]
    bank: Annotated[float, "rad"]
    yaw_rate: Annotated[float, "rad/s"]


class Errors(NamedTuple):
    """What the integrals work on: wanted less what is; zero where an integral rests."""

    pitch: Annotated[float, "rad"]
    speed: Annotated[float, "m/s"]
    height: Annotated[float, "m"]


@physics
def elevator_demand(targets, flap, cockpit):
    """Elevator that turns the nose to the wanted pitch attitude [rad]."""
    g, d, s = cockpit.gains, cockpit.design, cockpit.seen
    qSc = dynamic_pressure_area(cockpit) * d.chord
    rate = clip(g.attitude * (targets.pitch - s.attitude.pitch), -g.pitch_rate_limit, g.pitch_rate_limit)
    acceleration = g.rate * (rate - s.w_B.y) + g.integral * cockpit.memory.pitch_integral
    trim = -(d.pitch_zero + d.pitch_slope * targets.alpha + d.pitch_flap * flap) / d.pitch_elevator
    return trim + acceleration * d.inertia_pitch / (qSc * d.pitch_elevator)


@physics
def aileron_demand(bank, cockpit):
    """Aileron that rolls to the wanted bank [rad]."""
    g, d, s = cockpit.gains, cockpit.design, cockpit.seen
    qSb = dynamic_pressure_area(cockpit) * d.span
    rate = clip(g.attitude * (bank - s.attitude.roll), -g.roll_rate_limit, g.roll_rate_limit)
    return g.rate * (rate - s.w_B.x) * d.inertia_roll / (qSb * d.roll_aileron)


@physics
def rudder_demand(yaw_rate, cockpit):
    """Rudder that yaws at the wanted rate: a damper about a coordinated turn, or a turn of the nose [rad]."""
    d = cockpit.design
    qSb = dynamic_pressure_area(cockpit) * d.span
    return cockpit.gains.yaw_rate * (yaw_rate - cockpit.seen.w_B.z) * d.inertia_yaw / (qSb * d.yaw_rudder)


@physics
def power_demand(airspeed, climb_angle, flap, cockpit):
    """Share of the engine's power that holds or regains an airspeed on a climbing or sinking path [1].

    P eta = V (D + m g gamma + m k (Vc - V)), D from the design's polar
    """
    g, d = cockpit.gains, cockpit.design
    qS, V = dynamic_pressure_area(cockpit), sensed_airspeed(cockpit)
    lift = d.mass * STANDARD_GRAVITY / qS
    drag = qS * (d.drag_zero + d.drag_flap * flap + d.drag_induced * lift * lift)
    error = clip(airspeed - cockpit.seen.airspeed, -g.airspeed_error_limit, g.airspeed_error_limit)
    acceleration = g.airspeed * error + g.airspeed_integral * cockpit.memory.speed_integral
    force = drag + d.mass * (STANDARD_GRAVITY * climb_angle + acceleration)
    return clip(V * force / (d.propeller_efficiency * d.maximum_power), 0.0, 1.0)


@physics
def demand_in_flight(targets, power, flap, intent, cockpit):
    """Demand on all controls in flight for the wanted attitude and power."""
    return Demand(
        elevator=elevator_demand(targets, flap, cockpit),
        rudder=rudder_demand(targets.yaw_rate, cockpit),
        aileron=aileron_demand(targets.bank, cockpit),
        power=power,
        brake=0.0,
        steering=0.0,
        flap=flap,
        intent=intent,
    )


@physics
def chosen_demand(condition, there, otherwise):
    """One demand or the other, field by field: both are worked out in every lane."""
    a, b = there, otherwise
    return Demand(
        elevator=a.elevator if condition else b.elevator,
        rudder=a.rudder if condition else b.rudder,
        aileron=a.aileron if condition else b.aileron,
        power=a.power if condition else b.power,
        brake=a.brake if condition else b.brake,
        steering=a.steering if condition else b.steering,
        flap=a.flap if condition else b.flap,
        intent=a.intent if condition else b.intent,
    )


@physics
def integral_after(integral, error, error_limit, limit, duration):
    """An integral a frame later, fed with a bounded error and bounded itself."""
    return clip(integral + duration * clip(error, -error_limit, error_limit), -limit, limit)


@physics
def memory_after(cockpit, phase, errors, deck_height, power, duration):
    """The pilot's memory a frame later: integrals bounded, times and integrals begun anew in a new phase; accelerometer smoothed."""
    m, g, felt_up = cockpit.memory, cockpit.gains, cockpit.seen.felt_up
    same = 1.0 if phase == m.phase else 0.0
    return Memory(
        phase=phase,
        phase_time=same * m.phase_time + duration,
        speed_integral=integral_after(
            m.speed_integral, errors.speed, g.airspeed_integral_error, g.airspeed_integral_limit, duration
        ),
        pitch_integral=integral_after(
            m.pitch_integral, errors.pitch, g.pitch_integral_error, g.pitch_integral_limit, duration
        ),
        height_integral=same
        * integral_after(m.height_integral, errors.height, g.height_integral_error, g.height_integral_limit, duration),
        deck_height=deck_height,
        power=power,
        felt_up=m.felt_up + (felt_up - m.felt_up) * duration / (g.accelerometer_lag + duration),
    )
