"""From an airframe's coefficients in the catalogue to those the lanes fly, stall angles solved."""

import math
from functools import lru_cache

from flattop.catalogue import Airframe
from flattop.engine.assemble.stall import with_stall_angles
from flattop.physics.body.aerodynamics import Aerodynamics


def aerodynamics_of(airframe: Airframe):
    """Aerodynamic coefficients of an airframe in the form the physics takes; solved once for each set of numbers."""
    return _solved(airframe)  # pyright: ignore[reportArgumentType]: frozen models are hashable, which pydantic does not declare


@lru_cache(maxsize=256)
def _solved(airframe):
    k = airframe.aerodynamics
    return with_stall_angles(coefficients(airframe), k.lift_maximum.si, k.lift_maximum_flap.si, k.lift_minimum.si)


def coefficients(airframe: Airframe):
    """The coefficients as the catalogue states them; the stall angles are where their search begins."""
    k, g = airframe.aerodynamics, airframe.geometry
    ratio = g.span.si**2 / g.wing_area.si
    return Aerodynamics(
        area=g.wing_area.si,
        span=g.span.si,
        chord=g.mean_chord.si,
        wing_z=g.wing_z.si,
        lift_zero=k.lift_zero.si,
        lift_slope=k.lift_slope.si,
        lift_pitch_rate=k.lift_pitch_rate.si,
        lift_elevator=k.lift_elevator.si,
        lift_flap=k.lift_flap.si,
        stall_angle=0.25,
        stall_angle_flap=0.2,
        stall_angle_negative=-0.25,
        drag_zero=k.drag_zero.si,
        drag_gear=k.drag_gear.si,
        drag_flap=k.drag_flap.si,
        drag_induced=1.0 / (math.pi * ratio * k.oswald.si),
        drag_sideslip=k.drag_sideslip.si,
        drag_broadside=1.11 + 0.018 * ratio,  # [Viterna1982], aspect ratio up to 50
        pitch_zero=k.pitch_zero.si,
        pitch_slope=k.pitch_slope.si,
        pitch_rate=k.pitch_rate.si,
        pitch_elevator=k.pitch_elevator.si,
        pitch_flap=k.pitch_flap.si,
        pitch_stalled=k.pitch_stalled.si,
        side_sideslip=k.side_sideslip.si,
        side_roll_rate=k.side_roll_rate.si,
        side_yaw_rate=k.side_yaw_rate.si,
        side_rudder=k.side_rudder.si,
        roll_sideslip=k.roll_sideslip.si,
        roll_sideslip_lift=k.roll_sideslip_lift.si,
        roll_roll_rate=k.roll_roll_rate.si,
        roll_yaw_rate_lift=k.roll_yaw_rate_lift.si,
        roll_aileron=k.roll_aileron.si,
        roll_rudder=k.roll_rudder.si,
        yaw_sideslip=k.yaw_sideslip.si,
        yaw_roll_rate_lift=k.yaw_roll_rate_lift.si,
        yaw_yaw_rate=k.yaw_yaw_rate.si,
        yaw_aileron_lift=k.yaw_aileron_lift.si,
        yaw_rudder=k.yaw_rudder.si,
    )
