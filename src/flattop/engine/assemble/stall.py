"""The stall angles that make an airframe's greatest lift what its catalogue entry states, solved once for each set of numbers."""

import math
from typing import Any

from flattop.physics.body import aerodynamics


def lift_of(alpha, flap, a):
    """Lift coefficient out of ground effect at rest of the controls; for solving the stall angle."""
    air = aerodynamics.AirVelocity(30.0, alpha, math.sin(alpha), math.cos(alpha), 0.0, 0.0, 0.0, 0.0)
    c = aerodynamics.Configuration(0.0, 0.0, 0.0, flap, 1.0)
    return aerodynamics.coefficients(air, c, 1.0, a).lift


def greatest_lift(flap, a, sign=1.0):
    """Greatest lift coefficient, up or down, over the angles of attack around the stall."""
    from scipy.optimize import minimize_scalar

    middle = a.stall_angle_negative if sign < 0.0 else a.stall_angle + flap * (a.stall_angle_flap - a.stall_angle)
    found: Any = minimize_scalar(
        lambda x: -sign * lift_of(x, flap, a),
        bounds=(middle - 0.15, middle + 0.05),
        method="bounded",
        options={"xatol": 1e-4},
    )
    return -sign * found.fun


def with_stall_angles(a, lift_maximum, lift_maximum_flap, lift_minimum):
    """The coefficients with the stall angles that make the greatest lift what the catalogue states."""
    from scipy.optimize import brentq

    def solved(name, flap, target, sign, low, high):
        return brentq(lambda x: greatest_lift(flap, a._replace(**{name: x}), sign) - target, low, high, xtol=1e-5)

    a = a._replace(stall_angle=solved("stall_angle", 0.0, lift_maximum, 1.0, 0.02, 0.55))
    a = a._replace(stall_angle_flap=solved("stall_angle_flap", 1.0, lift_maximum_flap, 1.0, 0.02, 0.55))
    return a._replace(stall_angle_negative=solved("stall_angle_negative", 0.0, lift_minimum, -1.0, -0.55, -0.02))
