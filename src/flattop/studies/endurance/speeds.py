"""Speeds that matter at a height and a mass: stall, longest endurance, greatest range, fastest, best climb.

All are read from curves of steady flight over the ratio of airspeed to stall speed [McCormick1995, ch. 7].
"""

from functools import cached_property
from typing import Any

import numpy as np

from flattop.catalogue import Airframe
from flattop.engine.assemble.airframe import airframe_record
from flattop.physics.air import atmosphere
from flattop.physics.body import propulsion
from flattop.quantities.constants import SEA_LEVEL_DENSITY
from flattop.studies.endurance.steady import level_power, path_angle
from flattop.studies.soundness import stall_speed

LOITER_MARGIN = 1.2  # least ratio of airspeed to stall speed that is flown; estimate 1.1 .. 1.3, docs/theory/endurance
RATIOS = np.geomspace(1.1, 4.5, 32)  # of airspeed to stall speed, where flight is solved
FINE = np.geomspace(1.1, 4.5, 1601)  # where the curves between are read: the optimum's speed within 0.05 %


def densities(heights, offset):
    """Air density at heights [kg/m3]."""
    return np.array([atmosphere.air_density(float(h), offset) for h in np.ravel(heights)]).reshape(np.shape(heights))


class Flyer:
    """An airframe in air of one temperature offset, flown no slower than a margin over its stall."""

    def __init__(self, airframe: Airframe, offset: float = 0.0, margin: float = LOITER_MARGIN):
        """An airframe of the catalogue; temperature offset [K]; least ratio of airspeed to stall speed [1]."""
        self.entry, self.offset, self.margin = airframe, offset, margin
        self.record = airframe_record(airframe, airframe.mass.reference_mass.si)

    @cached_property
    def engine(self) -> Any:
        """Of the record."""
        return self.record.engine

    def stall(self, heights, masses):
        """Stall speed, flaps up, true [m/s]: sqrt(2 m g / (rho S CLmax))."""
        at_sea_level = stall_speed(self.entry, 1.0, 0.0) * np.sqrt(masses)
        return at_sea_level * np.sqrt(SEA_LEVEL_DENSITY / densities(heights, self.offset))

    def available(self, heights):
        """Greatest shaft power [W]."""
        rho = densities(heights, self.offset)
        return np.array([propulsion.available_power(r, self.engine) for r in np.ravel(rho)]).reshape(rho.shape)

    def flow(self, power):
        """Fuel flow at a shaft power [kg/s]; the engine's law is a straight line, so it takes arrays."""
        return propulsion.fuel_flow(power, self.engine)


def curves_between(values):
    """Curves through values at RATIOS read at FINE, and where they hold: from the first solved ratio on, without a gap.

    Piecewise cubics that do not overshoot [Fritsch1984], as what is not solved is set to the nearest value that is.
    """
    from scipy.interpolate import PchipInterpolator

    solved = np.isfinite(values)
    first = np.argmax(solved, axis=1)
    after = np.arange(len(RATIOS)) >= first[:, None]
    gap = after & ~solved
    last = np.where(gap.any(axis=1), np.argmax(gap, axis=1) - 1, len(RATIOS) - 1)
    rows, nodes = np.arange(len(values)), np.arange(len(RATIOS))
    nearest = np.clip(nodes[None, :], first[:, None], np.maximum(last, first)[:, None])
    filled = np.nan_to_num(values[rows[:, None], nearest], nan=0.0)
    inside = (RATIOS[first][:, None] <= FINE) & (RATIOS[last][:, None] >= FINE) & solved.any(axis=1)[:, None]
    return PchipInterpolator(RATIOS, filled, axis=1)(FINE), inside


class Curves:
    """Level flight over airspeed for some heights and masses: one curve for each pair, shape (pairs, FINE)."""

    def __init__(self, flyer: Flyer, heights, masses):
        """Heights [m] and masses [kg] that fit together; speeds, powers and what is possible on the fine ratios."""
        self.flyer = flyer
        self.heights, self.masses = (np.ravel(a).astype(float) for a in np.broadcast_arrays(heights, masses))
        self.stall = flyer.stall(self.heights, self.masses)
        coarse = self.stall[:, None] * RATIOS
        power = level_power(flyer.record, coarse, self.heights[:, None], self.masses[:, None], flyer.offset)
        self.speed = self.stall[:, None] * FINE
        self.power, inside = curves_between(power)
        self.available = flyer.available(self.heights)
        self.possible = inside & (flyer.margin <= FINE) & (self.power <= self.available[:, None])

    def best(self, cost):
        """Index of the least cost among the possible speeds, -1 where none is possible."""
        found = np.argmin(np.where(self.possible, cost, np.inf), axis=1)
        return np.where(self.possible.any(axis=1), found, -1)

    def at(self, values, index):
        """Values at an index each; NaN for -1."""
        return np.where(index >= 0, values[np.arange(len(index)), index], np.nan)

    def best_endurance(self):
        """Speed [m/s] and shaft power [W] of least fuel in a unit of time."""
        k = self.best(self.power)
        return self.at(self.speed, k), self.at(self.power, k)

    def best_range(self):
        """Speed [m/s] and shaft power [W] of least fuel in a unit of distance."""
        k = self.best(self.flyer.flow(self.power) / self.speed)
        return self.at(self.speed, k), self.at(self.power, k)

    def fastest(self):
        """Greatest level speed, by power alone [m/s], between two points of the curve by a straight line."""
        k = np.where(
            self.possible.any(axis=1), self.possible.shape[1] - 1 - np.argmax(self.possible[:, ::-1], axis=1), -1
        )
        rows, after = np.arange(len(k)), np.minimum(k + 1, self.power.shape[1] - 1)
        spare, step = self.available - self.power[rows, k], self.power[rows, after] - self.power[rows, k]
        share = np.clip(np.where(step > 0.0, spare / np.where(step > 0.0, step, 1.0), 0.0), 0.0, 1.0)
        return np.where(k >= 0, self.speed[rows, k] + share * (self.speed[rows, after] - self.speed[rows, k]), np.nan)

    def power_at(self, speed):
        """Shaft power at a true airspeed [W]; NaN where it is not possible."""
        found = np.array([np.interp(speed, v, p) for v, p in zip(self.speed, self.power, strict=True)])
        low, high = self.flyer.margin * self.stall, self.fastest()
        return np.where((low - 1e-6 <= speed) & (speed <= high + 1e-6), found, np.nan)


def climb(flyer: Flyer, heights, masses, throttle: float | None = 1.0):
    """Best climb at a share of the full power: rate and airspeed [m/s]; the least sink where there is no climb.

    throttle  share of the available power, None for closed: the idling engine's best glide
    """
    heights, masses = (np.ravel(a).astype(float) for a in np.broadcast_arrays(heights, masses))
    idle = flyer.engine.idle_power
    power = (idle if throttle is None else throttle) * flyer.available(heights)
    coarse = flyer.stall(heights, masses)[:, None] * RATIOS
    angle = path_angle(flyer.record, coarse, heights[:, None], masses[:, None], power[:, None], flyer.offset)
    rates, inside = curves_between(coarse * np.sin(angle))
    fine = np.where(inside & (flyer.margin <= FINE), rates, -np.inf)
    k, rows = np.argmax(fine, axis=1), np.arange(len(heights))
    return fine[rows, k], FINE[k] * flyer.stall(heights, masses)
