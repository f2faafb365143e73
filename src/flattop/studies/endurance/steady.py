"""Many steady flights at once: the accelerations of `engine/trim`, brought to nothing by Newton's rule in compiled loops.

Level flight seeks the power of a path, climb and descent seek the path of a power; the loads are those of the lanes.
"""

from functools import cache
from typing import Annotated, NamedTuple

import numpy as np

from flattop.engine.records import Airframe, MassProperties
from flattop.engine.trim import ALPHA_LIMITS, BALANCED, FlightCase, accelerations
from flattop.physics.air import atmosphere
from flattop.physics.body.aerodynamics import Aerodynamics
from flattop.quantities.compilation import compiled
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics

ROUNDS = 30  # of Newton's rule at most; five are enough away from the stall
SETTLED = 1e-9  # change of the unknowns below which a round was the last: the rule doubles the digits
STEP = 1e-6  # of the difference quotients, in rad and in shares of full power
REACH = 0.08  # greatest change of the angle of attack in a round [rad]: keeps the search below the stall


class Unknowns(NamedTuple):
    """What is sought: the third is a share of full power in level flight, a path's angle at a given power."""

    alpha: Annotated[float, "rad"]
    elevator: Annotated[float, "rad"]
    third: Annotated[float, "1"]


@physics
def at_mass(airframe, mass):
    """The airframe with another mass at the same radii of gyration."""
    m = airframe.mass
    properties = MassProperties(mass, m.radius2_xx, m.radius2_yy, m.radius2_zz, m.radius2_xz, m.centre_B)
    return Airframe(
        properties, airframe.aerodynamics, airframe.engine, airframe.propeller, airframe.controls, airframe.nose,
        airframe.main, airframe.extremities,
    )  # fmt: skip


@physics
def unbalance(x, speed, height, power, offset, airframe):
    """Accelerations left over [m/s2, m/s2, rad/s2]; a negative power asks for level flight, any other for its path."""
    level = power < 0.0
    path = 0.0 if level else x.third
    shaft = x.third * airframe.engine.maximum_power if level else power
    return accelerations(x.alpha, x.elevator, shaft, FlightCase(speed, path, height, 0.0, 0.0, offset), airframe)


@physics
def nearer(x, speed, height, power, offset, airframe):
    """One round of Newton's rule, the linear equations solved by Cramer's; the angle of attack stays in its limits."""
    a, b, c = unbalance(x, speed, height, power, offset, airframe)
    a1, b1, c1 = unbalance(Unknowns(x.alpha + STEP, x.elevator, x.third), speed, height, power, offset, airframe)
    a2, b2, c2 = unbalance(Unknowns(x.alpha, x.elevator + STEP, x.third), speed, height, power, offset, airframe)
    a3, b3, c3 = unbalance(Unknowns(x.alpha, x.elevator, x.third + STEP), speed, height, power, offset, airframe)
    p1, q1, r1 = a1 - a, b1 - b, c1 - c
    p2, q2, r2 = a2 - a, b2 - b, c2 - c
    p3, q3, r3 = a3 - a, b3 - b, c3 - c
    whole = p1 * (q2 * r3 - q3 * r2) - p2 * (q1 * r3 - q3 * r1) + p3 * (q1 * r2 - q2 * r1)
    s = -STEP / whole if whole != 0.0 else 0.0
    by_alpha = s * (a * (q2 * r3 - q3 * r2) - p2 * (b * r3 - q3 * c) + p3 * (b * r2 - q2 * c))
    by_elevator = s * (p1 * (b * r3 - q3 * c) - a * (q1 * r3 - q3 * r1) + p3 * (q1 * c - b * r1))
    by_third = s * (p1 * (q2 * c - b * r2) - p2 * (q1 * c - b * r1) + a * (q1 * r2 - q2 * r1))
    share = clip(REACH / (abs(by_alpha) + 1e-12), 0.0, 1.0)
    alpha = clip(x.alpha + share * by_alpha, ALPHA_LIMITS[0], ALPHA_LIMITS[1])
    return Unknowns(alpha, x.elevator + share * by_elevator, x.third + share * by_third)


@physics
def first_guess(speed, height, mass, power, offset, a: Aerodynamics):
    """Unknowns to begin with: the lift of level flight by the straight part of its curve, a third of full power."""
    q = 0.5 * atmosphere.air_density(height, offset) * speed * speed
    lift = mass * atmosphere.STANDARD_GRAVITY / (q * a.area)
    return Unknowns(clip((lift - a.lift_zero) / a.lift_slope, -0.2, 0.2), 0.0, 0.3 if power < 0.0 else 0.0)


def _all(cases, offset, airframe, found):
    for i in range(len(cases)):
        speed, height, mass, power = cases[i, 0], cases[i, 1], cases[i, 2], cases[i, 3]
        loaded = at_mass(airframe, mass)
        x = first_guess(speed, height, mass, power, offset, airframe.aerodynamics)
        for _ in range(ROUNDS):
            before, x = x, nearer(x, speed, height, power, offset, loaded)
            if abs(x.alpha - before.alpha) + abs(x.elevator - before.elevator) + abs(x.third - before.third) < SETTLED:
                break
        a, b, c = unbalance(x, speed, height, power, offset, loaded)
        found[i, 0], found[i, 1], found[i, 2] = x.alpha, x.elevator, x.third
        found[i, 3] = max(abs(a), max(abs(b), abs(c)))


@cache
def _compiled():
    return compiled(_all, parallel=False)


class Steady(NamedTuple):
    """Steady flights, arrays of one shape; NaN where there is none."""

    alpha: np.ndarray
    elevator: np.ndarray
    third: np.ndarray


def _solved(airframe, speed, height, mass, power, offset) -> Steady:
    speed, height, mass, power = np.broadcast_arrays(speed, height, mass, power)
    cases = np.stack([speed, height, mass, power], axis=-1).reshape(-1, 4).astype(float)
    found = np.empty_like(cases)
    _compiled()(cases, float(offset), airframe, found)
    a = airframe.aerodynamics
    good = (found[:, 3] < BALANCED) & (found[:, 0] <= a.stall_angle) & (abs(found[:, 1]) <= airframe.controls.tail)
    shaped = np.where(good[:, None], found, np.nan).reshape(*speed.shape, 4)
    return Steady(shaped[..., 0], shaped[..., 1], shaped[..., 2])


def level_power(airframe, speed, height, mass, offset=0.0):
    """Shaft power of steady level flight, electrical load included [W]; NaN where the wing stalls or the tail has no more.

    airframe  in the form of the lanes, its own mass not used   `records.Airframe`
    speed     true airspeed [m/s], height above the sea [m], mass [kg]: arrays that fit together
    offset    of the temperature to the standard atmosphere [K]
    """
    return _solved(airframe, speed, height, mass, -1.0, offset).third * airframe.engine.maximum_power


def path_angle(airframe, speed, height, mass, power, offset=0.0):
    """Angle of the steady path at a shaft power, climbing positive [rad]; arguments as of `level_power`, power in W."""
    return _solved(airframe, speed, height, mass, power, offset).third
