"""The aerodynamics of an airframe as functions of JSBSim: `physics/body/aerodynamics` formula by formula, no table, no interpolation."""

from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from flattop.exchange.jsbsim.expressions import Expression, Section, clipped, operation, prop
from flattop.exchange.jsbsim.units import DENSITY, MOMENT, POUND_FORCE, quantity
from flattop.physics.body.aerodynamics import LINEAR_LIMIT, STALL_WIDTH
from flattop.quantities.constants import FOOT

SMALL = 1e-3
"""Speed added so that angles stay finite at rest [m/s], as in `air_velocity`."""


class Flow(NamedTuple):
    """Motion through the air, as `physics.aerodynamics.AirVelocity`."""

    speed: Expression
    alpha: Expression
    sin_alpha: Expression
    cos_alpha: Expression
    sin_beta: Expression
    roll_rate: Expression
    pitch_rate: Expression
    yaw_rate: Expression


class Setting(NamedTuple):
    """Surfaces, flap, gear and the share of downwash the ground leaves."""

    elevator: Expression
    aileron: Expression
    rudder: Expression
    flap: Expression
    gear: Expression
    downwash: Expression


class Wing(NamedTuple):
    """Share of attached flow, lift and the stalled plate's normal force."""

    attached: Expression
    lift: Expression
    attached_lift: Expression
    plate: Expression


def aerodynamics(a) -> Element:
    """The section `aerodynamics` of an airframe.

    a  `physics.aerodynamics.Aerodynamics`
    """
    s = Section(Element("aerodynamics"))
    _alpha_limits(s.root, a)
    air, c = _flow(s, a), _setting(s, a)
    wing = _wing(s, air, c, a)
    drag = _drag(s, air, c, wing, a)
    _forces(s, air, c, wing, drag, a)
    _moments(s, air, c, wing, a)
    return s.root


def _alpha_limits(root, a):
    """Where JSBSim's trim looks: short of the stall, so that lift is the greatest at the end."""
    limits = SubElement(root, "alphalimits", {"unit": "RAD"})
    quantity(limits, "min", a.stall_angle_negative + STALL_WIDTH)
    quantity(limits, "max", max(a.stall_angle, a.stall_angle_flap) - STALL_WIDTH)


def _flow(s, a):
    """Speed, angles and dimensionless rates; rates as p b/2V, q c/2V, r b/2V."""
    u, v, w = (s.value(f"flow/{n}-m_s", prop(f"velocities/{n}-aero-fps") * FOOT) for n in "uvw")
    speed = s.value("flow/speed-m_s", operation("sqrt", u * u + v * v + w * w) + SMALL)
    flat = s.value("flow/flat-speed-m_s", operation("sqrt", u * u + w * w) + SMALL)
    slow = s.value("flow/speed-of-rates-m_s", operation("max", speed, 1.0), "never below 1 m/s")
    p, q, r = (prop(f"velocities/{n}-aero-rad_sec") for n in "pqr")
    return Flow(
        speed,
        s.value("flow/alpha-rad", operation("atan2", w, u)),
        s.value("flow/sin-alpha", w / flat),
        s.value("flow/cos-alpha", u / flat),
        s.value("flow/sin-beta", v / slow),
        s.value("flow/roll-rate", 0.5 * a.span * p / slow, "p b/2V"),
        s.value("flow/pitch-rate", 0.5 * a.chord * q / slow, "q c/2V"),
        s.value("flow/yaw-rate", 0.5 * a.span * r / slow, "r b/2V"),
    )


def _setting(s, a):
    """Ground effect is that of the terrain below: (16 h/b)^2 / (1 + (16 h/b)^2), h of the wing."""
    height = operation("max", prop("position/h-agl-ft") * FOOT - a.wing_z, 0.0)
    ratio = s.value("flow/ground-ratio", 16.0 / a.span * height, "16 h/b")
    downwash = s.value("flow/downwash-share", ratio * ratio / (1.0 + ratio * ratio), "left by the ground")
    return Setting(
        elevator=prop("fcs/symmetric-rad"),
        aileron=prop("fcs/aileron-pos-rad"),
        rudder=prop("fcs/antisymmetric-rad"),
        flap=prop("fcs/flap-pos-norm"),
        gear=prop("gear/gear-pos-norm"),
        downwash=downwash,
    )


def _smooth_sign(x):
    """`quantities.elementary.smooth_sign`: tanh as a continued fraction, exact from the same numbers."""
    y = clipped(x, -4.97, 4.97)
    a = y * y
    top = 135135.0 + a * (17325.0 + a * (378.0 + a))
    return clipped(y * top / (135135.0 + a * (62370.0 + a * (3150.0 + a * 28.0))), -1.0, 1.0)


def _wing(s, air, c, a):
    """Attached lift, blended into a flat plate beyond the stall."""
    stall = a.stall_angle + c.flap * (a.stall_angle_flap - a.stall_angle)
    beyond = operation("max", air.alpha - stall, a.stall_angle_negative - air.alpha)
    scaled = s.value("aero/beyond-stall", beyond / STALL_WIDTH, "angle beyond the stall, over the blend's width")
    attached = s.value("aero/attached-share", 0.5 - 0.5 * _smooth_sign(scaled))
    steeper = 1.0 - (1.0 - c.downwash) * (a.drag_induced * a.lift_slope)
    slope = a.lift_slope * clipped(air.alpha, -LINEAR_LIMIT, LINEAR_LIMIT)
    rates = a.lift_pitch_rate * air.pitch_rate + a.lift_elevator * c.elevator
    flown = (a.lift_zero + slope + a.lift_flap * c.flap) / steeper + rates
    CL = s.value("aero/attached-lift", flown, "lift coefficient of attached flow")
    sine = operation("abs", air.sin_alpha)
    plate = s.value(
        "aero/plate-force", a.drag_broadside * air.sin_alpha / (0.56 + 0.44 * sine), "normal force, stalled"
    )
    lift = s.value("aero/lift", attached * CL + (1.0 - attached) * plate * air.cos_alpha, "lift coefficient")
    return Wing(attached, lift, CL, plate)


def _drag(s, air, c, wing, a):
    CL = wing.attached_lift
    profile = a.drag_zero + a.drag_gear * c.gear + a.drag_flap * c.flap + a.drag_sideslip * air.sin_beta * air.sin_beta
    induced = wing.attached * a.drag_induced * c.downwash * CL * CL
    stalled = (1.0 - wing.attached) * wing.plate * air.sin_alpha
    return s.value("aero/drag", profile + induced + stalled, "drag coefficient")


def _forces(s, air, c, wing, drag, a):
    """Forces along the body's axes [lbf]."""
    density = prop("atmosphere/rho-slugs_ft3") * DENSITY
    qS = s.value(
        "aero/pressure-area-N", 0.5 * a.area * density * air.speed * air.speed, "dynamic pressure times wing area"
    )
    p, r = air.roll_rate, air.yaw_rate
    side = a.side_sideslip * air.sin_beta + a.side_roll_rate * p + a.side_yaw_rate * r + a.side_rudder * c.rudder
    CY = s.value("aero/side", side, "side-force coefficient")
    sa, ca, L = air.sin_alpha, air.cos_alpha, wing.lift
    for axis, force in (("X", L * sa - drag * ca), ("Y", CY), ("Z", -(L * ca + drag * sa))):
        _axis(s, axis, qS * force / POUND_FORCE, f"aero/force/{axis}-lbs")


def _moments(s, air, c, wing, a):
    """Moments about the body's axes [lbf ft]."""
    sb, p, q, r, L = air.sin_beta, air.roll_rate, air.pitch_rate, air.yaw_rate, wing.lift
    alpha = clipped(air.alpha, -LINEAR_LIMIT, LINEAR_LIMIT)
    roll = (a.roll_sideslip + a.roll_sideslip_lift * L) * sb + a.roll_roll_rate * wing.attached * p
    roll += a.roll_yaw_rate_lift * L * r + a.roll_aileron * c.aileron + a.roll_rudder * c.rudder
    pitch = wing.attached * (a.pitch_zero + a.pitch_slope * alpha + a.pitch_flap * c.flap)
    pitch += -a.pitch_stalled * (1.0 - wing.attached) * air.sin_alpha
    pitch += a.pitch_rate * q + a.pitch_elevator * c.elevator
    yaw = a.yaw_sideslip * sb + a.yaw_roll_rate_lift * L * p + a.yaw_yaw_rate * r
    yaw += a.yaw_aileron_lift * L * c.aileron + a.yaw_rudder * c.rudder
    for axis, coefficient, length in (("ROLL", roll, a.span), ("PITCH", pitch, a.chord), ("YAW", yaw, a.span)):
        C = s.value(f"aero/{axis.lower()}", coefficient, f"{axis.lower()} coefficient")
        _axis(s, axis, prop("aero/pressure-area-N") * (length / MOMENT) * C, f"aero/moment/{axis.lower()}-lbsft")


def _axis(s, name, formula, function):
    axis = SubElement(s.root, "axis", {"name": name})
    s.function(axis, formula, function)
