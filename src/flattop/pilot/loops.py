"""Inner loops: pitch, bank, heading, airspeed. Gains follow from the airframe's own control power, so none is tuned by type.

Each loop asks for an angular acceleration and divides it by the control power at the airspeed of the moment, with the
trim deflection of the design as feed-forward and an integral against what the design does not know [Stevens2015, ch. 4-5].
"""

from typing import Annotated, NamedTuple

from flattop.pilot.contract import Demand, Memory
from flattop.pilot.guidance import dynamic_pressure_area
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics

ACCELEROMETER_LAG = 0.1
"""Smoothing of the load factor [s]; estimate, 0.05 .. 0.2."""


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
    rate = clip(g.attitude * (targets.pitch - s.attitude.pitch), -0.35, 0.35)
    acceleration = g.rate * (rate - s.w_B.y) + g.integral * cockpit.memory.pitch_integral
    trim = -(d.pitch_zero + d.pitch_slope * targets.alpha + d.pitch_flap * flap) / d.pitch_elevator
    return trim + acceleration * d.inertia_pitch / (qSc * d.pitch_elevator)


@physics
def aileron_demand(bank, cockpit):
    """Aileron that rolls to the wanted bank [rad]."""
    g, d, s = cockpit.gains, cockpit.design, cockpit.seen
    qSb = dynamic_pressure_area(cockpit) * d.span
    rate = clip(g.attitude * (bank - s.attitude.roll), -0.6, 0.6)
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
    g, d, s = cockpit.gains, cockpit.design, cockpit.seen
    qS, V = dynamic_pressure_area(cockpit), max(s.airspeed, 12.0)
    lift = d.mass * STANDARD_GRAVITY / qS
    drag = qS * (d.drag_zero + d.drag_flap * flap + d.drag_induced * lift * lift)
    integral = cockpit.memory.speed_integral
    acceleration = g.airspeed * clip(airspeed - s.airspeed, -3.0, 3.0) + g.airspeed_integral * integral
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
def memory_after(cockpit, phase, errors, deck_height, power, duration):
    """The pilot's memory a frame later: integrals bounded, times and integrals begun anew in a new phase; accelerometer smoothed."""
    m, felt_up = cockpit.memory, cockpit.seen.felt_up
    same = 1.0 if phase == m.phase else 0.0
    return Memory(
        phase=phase,
        phase_time=same * m.phase_time + duration,
        speed_integral=clip(m.speed_integral + duration * clip(errors.speed, -3.0, 3.0), -20.0, 20.0),
        pitch_integral=clip(m.pitch_integral + duration * clip(errors.pitch, -0.1, 0.1), -0.5, 0.5),
        height_integral=same * clip(m.height_integral + duration * clip(errors.height, -3.0, 3.0), -15.0, 15.0),
        deck_height=deck_height,
        power=power,
        felt_up=m.felt_up + (felt_up - m.felt_up) * duration / (ACCELEROMETER_LAG + duration),
    )
