"""Forces and moments of the air on a conventional aeroplane, closed-form over -180..180 degrees of angle of attack.

Attached flow is linear in the small quantities, as in [Stevens2015, ch. 2]; beyond stall it is blended into a flat
plate [Beard2012, eq. 4.9] whose normal force is Lindenburg's fit to Hoerner's measurements [Lindenburg2003]. Ground effect
lowers the downwash [McCormick1995]. The coefficients come from `derivation/` and stand in the catalogue.
"""

import math
from typing import Annotated, NamedTuple

from flattop.physics.body.rigid_body import Loads
from flattop.quantities.elementary import arctangent, clip, smooth_sign
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3, cross, dot

STALL_WIDTH = 0.05  # angle of attack over which the flow separates [rad]; estimate, range 0.02 .. 0.1
LINEAR_LIMIT = 0.6  # angle of attack up to which the attached lift is continued under the blend [rad]


class Aerodynamics(NamedTuple):
    """Coefficients about the reference centre of gravity; angles in rad, rates as p b/2V, q c/2V, r b/2V."""

    area: Annotated[float, "m2"]
    span: Annotated[float, "m"]
    chord: Annotated[float, "m"]
    wing_z: Annotated[float, "m"]
    lift_zero: Annotated[float, "1"]
    lift_slope: Annotated[float, "1/rad"]
    lift_pitch_rate: Annotated[float, "1/rad"]
    lift_elevator: Annotated[float, "1/rad"]
    lift_flap: Annotated[float, "1"]
    stall_angle: Annotated[float, "rad"]
    stall_angle_flap: Annotated[float, "rad"]
    stall_angle_negative: Annotated[float, "rad"]
    drag_zero: Annotated[float, "1"]
    drag_gear: Annotated[float, "1"]
    drag_flap: Annotated[float, "1"]
    drag_induced: Annotated[float, "1"]
    drag_sideslip: Annotated[float, "1"]
    drag_broadside: Annotated[float, "1"]
    pitch_zero: Annotated[float, "1"]
    pitch_slope: Annotated[float, "1/rad"]
    pitch_rate: Annotated[float, "1/rad"]
    pitch_elevator: Annotated[float, "1/rad"]
    pitch_flap: Annotated[float, "1"]
    pitch_stalled: Annotated[float, "1"]
    side_sideslip: Annotated[float, "1/rad"]
    side_roll_rate: Annotated[float, "1/rad"]
    side_yaw_rate: Annotated[float, "1/rad"]
    side_rudder: Annotated[float, "1/rad"]
    roll_sideslip: Annotated[float, "1/rad"]
    roll_sideslip_lift: Annotated[float, "1/rad"]
    roll_roll_rate: Annotated[float, "1/rad"]
    roll_yaw_rate_lift: Annotated[float, "1/rad"]
    roll_aileron: Annotated[float, "1/rad"]
    roll_rudder: Annotated[float, "1/rad"]
    yaw_sideslip: Annotated[float, "1/rad"]
    yaw_roll_rate_lift: Annotated[float, "1/rad"]
    yaw_yaw_rate: Annotated[float, "1/rad"]
    yaw_aileron_lift: Annotated[float, "1/rad"]
    yaw_rudder: Annotated[float, "1/rad"]


class Configuration(NamedTuple):
    """What the pilot has set: control surfaces, flap and landing gear."""

    elevator: Annotated[float, "rad"]
    aileron: Annotated[float, "rad"]
    rudder: Annotated[float, "rad"]
    flap: Annotated[float, "1"]
    gear: Annotated[float, "1"]


class Coefficients(NamedTuple):
    """Force coefficients along the wind's axes and moment coefficients along the body's."""

    lift: Annotated[float, "1"]
    drag: Annotated[float, "1"]
    side: Annotated[float, "1"]
    roll: Annotated[float, "1"]
    pitch: Annotated[float, "1"]
    yaw: Annotated[float, "1"]


class AirVelocity(NamedTuple):
    """The body's motion through the air, as speed and angles, and its angular rate made dimensionless."""

    speed: Annotated[float, "m/s"]
    alpha: Annotated[float, "rad"]
    sin_alpha: Annotated[float, "1"]
    cos_alpha: Annotated[float, "1"]
    sin_beta: Annotated[float, "1"]
    roll_rate: Annotated[float, "1"]
    pitch_rate: Annotated[float, "1"]
    yaw_rate: Annotated[float, "1"]


@physics
def air_velocity(v_air_B, w_air_B, a):
    """Speed, angles and dimensionless rates of the body through the air; the speed never below 1 mm/s."""
    u, v, w = v_air_B.x, v_air_B.y, v_air_B.z
    speed = math.sqrt(dot(v_air_B, v_air_B)) + 1e-3
    flat, slowness = 1.0 / (math.sqrt(u * u + w * w) + 1e-3), 1.0 / max(speed, 1.0)
    per_span, per_chord = 0.5 * a.span * slowness, 0.5 * a.chord * slowness
    return AirVelocity(
        speed, arctangent(w, u), w * flat, u * flat, v * slowness,
        w_air_B.x * per_span, w_air_B.y * per_chord, w_air_B.z * per_span,
    )  # fmt: skip


@physics
def ground_effect(height, span):
    """Share of the free-air downwash that is left at a wing height [1].

        phi = (16 h/b)^2 / (1 + (16 h/b)^2)          [McCormick1995, ch. 7]

    height  of the wing above the surface [m], span of the wing [m].
    """
    r = 16.0 * max(height, 0.0) / span
    return r * r / (1.0 + r * r)


@physics
def stalled_share(alpha, flap, a):
    """Share of the wing that has stalled [1], 0 to 1: smooth steps at the positive and negative stall angles."""
    positive = a.stall_angle + flap * (a.stall_angle_flap - a.stall_angle)
    beyond = max(alpha - positive, a.stall_angle_negative - alpha)
    return 0.5 + 0.5 * smooth_sign(beyond * (1.0 / STALL_WIDTH))


@physics
def plate_normal_force(sin_alpha, broadside):
    """Normal-force coefficient of a stalled wing [1].

    C_N = C_90 sin a / (0.56 + 0.44 |sin a|)       [Lindenburg2003, eq. for C_N; from Hoerner]
    """
    return broadside * sin_alpha / (0.56 + 0.44 * abs(sin_alpha))


@physics
def attached_lift(air, c, downwash, a):
    """Lift coefficient of attached flow; less downwash near the ground steepens the slope (docs/theory/aerodynamics)."""
    slope = a.lift_slope * clip(air.alpha, -LINEAR_LIMIT, LINEAR_LIMIT)
    steeper = 1.0 / (1.0 - (1.0 - downwash) * a.drag_induced * a.lift_slope)
    return (
        (a.lift_zero + slope + a.lift_flap * c.flap) * steeper
        + a.lift_pitch_rate * air.pitch_rate
        + a.lift_elevator * c.elevator
    )


@physics
def coefficients(air, c, downwash, a):
    """Force and moment coefficients in any attitude.

    air       motion through the air                     `AirVelocity`
    c         control surfaces, flap and gear            `Configuration`
    downwash  share that the ground leaves, 1 far off it [1]
    a         coefficients of the airframe               `Aerodynamics`
    """
    sa, ca, sb = air.sin_alpha, air.cos_alpha, air.sin_beta
    p, q, r = air.roll_rate, air.pitch_rate, air.yaw_rate
    stalled = stalled_share(air.alpha, c.flap, a)
    attached = 1.0 - stalled
    CL = attached_lift(air, c, downwash, a)
    CN = plate_normal_force(sa, a.drag_broadside)
    profile = a.drag_zero + a.drag_gear * c.gear + a.drag_flap * c.flap + a.drag_sideslip * sb * sb
    lift = attached * CL + stalled * CN * ca
    alpha = clip(air.alpha, -LINEAR_LIMIT, LINEAR_LIMIT)
    return Coefficients(
        lift=lift,
        drag=profile + attached * a.drag_induced * downwash * CL * CL + stalled * CN * sa,
        side=a.side_sideslip * sb + a.side_roll_rate * p + a.side_yaw_rate * r + a.side_rudder * c.rudder,
        roll=(a.roll_sideslip + a.roll_sideslip_lift * lift) * sb
        + a.roll_roll_rate * attached * p
        + a.roll_yaw_rate_lift * lift * r
        + a.roll_aileron * c.aileron
        + a.roll_rudder * c.rudder,
        pitch=attached * (a.pitch_zero + a.pitch_slope * alpha + a.pitch_flap * c.flap)
        - stalled * a.pitch_stalled * sa
        + a.pitch_rate * q
        + a.pitch_elevator * c.elevator,
        yaw=a.yaw_sideslip * sb
        + a.yaw_roll_rate_lift * lift * p
        + a.yaw_yaw_rate * r
        + a.yaw_aileron_lift * lift * c.aileron
        + a.yaw_rudder * c.rudder,
    )


@physics
def aerodynamic_loads(v_air_B, w_air_B, c, density, downwash, arm_B, a):
    """Force and moment of the air about the centre of gravity.

    v_air_B, w_air_B  velocity and angular rate relative to the air     [m/s], [rad/s]
    density           of the air                                        [kg/m3]
    downwash          share that the ground leaves, by `ground_effect`  [1]
    arm_B             from the centre of gravity to the reference point [m]
    """
    air = air_velocity(v_air_B, w_air_B, a)
    k = coefficients(air, c, downwash, a)
    qS = 0.5 * density * air.speed * air.speed * a.area
    sa, ca = air.sin_alpha, air.cos_alpha
    force_B = Vec3(qS * (k.lift * sa - k.drag * ca), qS * k.side, -qS * (k.lift * ca + k.drag * sa))
    moment_B = Vec3(qS * a.span * k.roll, qS * a.chord * k.pitch, qS * a.span * k.yaw)
    return Loads(force_B, moment_B + cross(arm_B, force_B))
