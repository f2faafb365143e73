"""Steady flight: the angle of attack, elevator and power at which nothing accelerates, or why there is none.

The same aerodynamics, propeller and engine as in the lanes [Stevens2015, ch. 3].
"""

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from flattop.engine.frame.motion import inertia_now, propeller_loads
from flattop.physics.air import atmosphere
from flattop.physics.body import propulsion
from flattop.physics.body.aerodynamics import Configuration, aerodynamic_loads
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3

ALPHA_LIMITS = (math.radians(-12.0), math.radians(22.0))  # where steady flight is looked for
BALANCED = 1e-4  # accelerations left over that still count as steady [m/s2, rad/s2]


class FlightCase(NamedTuple):
    """What is to be flown steadily."""

    speed: float
    """True airspeed [m/s]."""
    climb_angle: float
    """Of the path through the air [rad]."""
    height: float
    """Above the sea [m]."""
    flap: float
    """0 to 1."""
    gear: float
    """0 up, 1 down."""
    temperature_offset: float
    """[K]"""


class Trim(NamedTuple):
    """A steady state, what is left over, and the limits it would break."""

    alpha: float
    elevator: float
    shaft_power: float
    residual: float
    problems: tuple[str, ...]

    @property
    def is_steady(self):
        """Whether the state is balanced and within limits."""
        return not self.problems


@physics
def accelerations(alpha, elevator, shaft_power, case, airframe):
    """Forward, downward and pitching acceleration of the aircraft in a case [m/s2, m/s2, rad/s2]."""
    density = atmosphere.air_density(case.height, case.temperature_offset)
    s, c = math.sin(alpha), math.cos(alpha)
    v_B = Vec3(case.speed * c, 0.0, case.speed * s)
    configuration = Configuration(elevator, 0.0, 0.0, case.flap, case.gear)
    still = Vec3(0.0, 0.0, 0.0)
    air = aerodynamic_loads(v_B, still, configuration, density, 1.0, -airframe.mass.centre_B, airframe.aerodynamics)
    thrust = propulsion.thrust(
        max(shaft_power - airframe.engine.electrical_load, 0.0), v_B.x, density, airframe.propeller
    )
    push = propeller_loads(thrust, 0.0, airframe.propeller, airframe.mass.centre_B)
    inertia = inertia_now(airframe.mass.mass, airframe.mass)
    pitch = alpha + case.climb_angle
    g = atmosphere.STANDARD_GRAVITY
    return (
        (air.force_B.x + push.force_B.x) / inertia.mass - g * math.sin(pitch),
        air.force_B.z / inertia.mass + g * math.cos(pitch),
        (air.moment_B.y + push.moment_B.y) / inertia.yy,
    )


@lru_cache(maxsize=1024)
def trim(case, airframe):
    """Steady straight flight of an aircraft.

    case      speed, path, height, flap, gear   `FlightCase`
    airframe  at its mass                       `records.Airframe`

    The search is free of limits, so that its answer says by how much a limit is missed.
    """
    from scipy.optimize import least_squares

    power_scale = airframe.engine.maximum_power

    def unbalance(x):
        return accelerations(x[0], x[1], x[2] * power_scale, case, airframe)

    bounds = ([ALPHA_LIMITS[0], -2.0, 0.0], [ALPHA_LIMITS[1], 2.0, 8.0])
    found = min(
        (least_squares(unbalance, [a, 0.0, 0.4], bounds=bounds, xtol=1e-12, ftol=1e-12) for a in (0.02, 0.12)),
        key=lambda r: r.cost,
    )
    alpha, elevator, share = (float(v) for v in found.x)
    residual = float(np.max(np.abs(found.fun)))
    return Trim(
        alpha,
        elevator,
        share * power_scale,
        residual,
        problems_of(alpha, elevator, share * power_scale, residual, case, airframe),
    )


def problems_of(alpha, elevator, shaft_power, residual, case, airframe):
    """Why a state is not a steady flight, in sentences; empty when it is."""
    density = atmosphere.air_density(case.height, case.temperature_offset)
    available = propulsion.available_power(density, airframe.engine)
    a = airframe.aerodynamics
    stall = a.stall_angle + case.flap * (a.stall_angle_flap - a.stall_angle)
    problems = []
    if residual > BALANCED or alpha > stall:
        problems.append(
            f"the wing stalls at {case.speed:.1f} m/s: no angle of attack below {math.degrees(stall):.1f} deg carries the weight"
        )
    elif abs(elevator) > airframe.controls.tail:
        problems.append(
            f"the elevator would need {math.degrees(elevator):.1f} deg, its limit is {math.degrees(airframe.controls.tail):.1f} deg"
        )
    if shaft_power > available:
        problems.append(
            f"it would need {shaft_power / 1e3:.0f} kW of shaft power, {available / 1e3:.0f} kW are available"
        )
    return tuple(problems)
