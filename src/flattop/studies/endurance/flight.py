"""A whole flight on one load of fuel: climb, loiter or cruise, descent, and what is left; mass falls as fuel is burnt.

    t = integral dm / m'(m),   d = integral V(m) dm / m'(m)          [McCormick1995, ch. 7]

Steady flight at every mass, so the changes of speed along the way cost nothing (a few seconds in a day).
"""

from typing import NamedTuple

import numpy as np

from flattop.studies.endurance.loading import Loaded
from flattop.studies.endurance.speeds import Curves, Flyer, climb

LAYER = 400.0  # of climb and descent [m]
HIGHEST = 16000.0  # looked at [m]
LEAST_RATE = 1e-3  # of climb or sink that still counts as one [m/s]
NODES = 6  # masses at which level flight is solved, a cubic between: 1e-5 of the time, tests/studies
SERVICE = 100.0 * 0.3048 / 60.0  # rate of climb at the service ceiling, 100 ft/min [m/s]; [FAA8083, ch. 11]


class Path(NamedTuple):
    """Climb or descent between the sea and each height: time [s], fuel [kg], distance [m]; NaN out of reach.

    The rate [m/s] is that at the mass of the lower end, so that ceilings are those of one mass.
    """

    height: np.ndarray
    time: np.ndarray
    fuel: np.ndarray
    distance: np.ndarray
    rate: np.ndarray

    def to(self, heights):
        """Time, fuel and distance between the sea and heights."""
        return tuple(np.interp(heights, self.height, a, right=np.nan) for a in (self.time, self.fuel, self.distance))

    def ceiling(self, least):
        """Height where the rate has fallen to a least one [m], between layers by a straight line."""
        below = np.flatnonzero(self.rate < least)
        if len(below) == 0:
            return float(self.height[-1])
        k = int(below[0])
        if k == 0:
            return 0.0
        drop = self.rate[k - 1] - self.rate[k]
        return float(self.height[k - 1] + (self.rate[k - 1] - least) / drop * (self.height[k] - self.height[k - 1]))


def path(flyer: Flyer, mass: float, throttle: float | None = 1.0) -> Path:
    """Climb at full power from the sea, or with throttle None the glide to it, by the trapezium rule over layers.

    mass  at the lower end: take-off, from which a climb's fuel is taken on the way, or that of a glide's end [kg]
    """
    heights = np.arange(0.0, HIGHEST + 1.0, LAYER)
    if throttle is None:
        return _swept(flyer, heights, np.full(heights.shape, mass), None)
    steady = _swept(flyer, heights, np.full(heights.shape, mass), throttle)
    burnt = np.nan_to_num(steady.fuel, nan=np.inf)
    reached = burnt[np.isfinite(burnt)].max()
    return _swept(flyer, heights, mass - np.minimum(burnt, reached), throttle)._replace(rate=steady.rate)


def _swept(flyer, heights, mass, throttle):
    """The path with known masses at the heights."""
    flow = flyer.flow((flyer.engine.idle_power if throttle is None else throttle) * flyer.available(heights))
    rate, speed = climb(flyer, heights, mass, throttle)
    steep = -rate if throttle is None else rate
    slow = np.where(steep > LEAST_RATE, 1.0 / np.maximum(steep, LEAST_RATE), np.nan)
    along = np.sqrt(np.maximum(speed**2 - rate**2, 0.0))
    return Path(heights, _summed(heights, slow), _summed(heights, slow * flow), _summed(heights, slow * along), rate)


def _summed(x, y):
    """Integral from the first point to each, by the trapezium rule."""
    return np.concatenate([[0.0], np.cumsum(0.5 * (y[1:] + y[:-1]) * np.diff(x))])


class Burning(NamedTuple):
    """Fuel flow [kg/s] and speed [m/s] of one way of flying at the nodes of mass [kg], for some heights."""

    mass: np.ndarray
    flow: np.ndarray
    speed: np.ndarray

    def between(self, row, heavy, light):
        """Time [s] and distance [m] while the mass falls from heavy to light at a height; 0 where it does not fall."""
        from scipy.interpolate import CubicSpline

        if not heavy > light or np.isnan(self.flow[row]).any():
            return (0.0, 0.0) if np.isfinite(self.flow[row]).all() else (np.nan, np.nan)
        slow = 1.0 / self.flow[row]
        found = (CubicSpline(self.mass, y).integrate(light, heavy) for y in (slow, self.speed[row] * slow))
        time, distance = (float(v) for v in found)
        return time, distance


def burning(flyer: Flyer, heights, load: Loaded, speed=None) -> tuple[Burning, Burning]:
    """Loiter at the speed of least fuel in a unit of time, cruise at that of least in a unit of distance; or both at a given one [m/s]."""
    masses = np.linspace(load.dry, load.mass, NODES)
    curves = Curves(flyer, np.asarray(heights, dtype=float)[:, None], masses[None, :])
    shape = (len(heights), NODES)
    if speed is None:
        ways = curves.best_endurance(), curves.best_range()
    else:
        ways = ((np.full(curves.masses.shape, float(speed)), curves.power_at(speed)),) * 2
    loiter, cruise = (Burning(masses, flyer.flow(p).reshape(shape), v.reshape(shape)) for v, p in ways)
    return loiter, cruise


class Flown(NamedTuple):
    """What a load of fuel gives at each height."""

    airborne: np.ndarray
    """From take-off to landing, loitering at the height, with the reserve left [s]."""
    loiter_distance: np.ndarray
    """Through the air in that time [m]."""
    range: np.ndarray
    """From take-off to landing, cruising at the height, in still air [m]."""
    climb_time: np.ndarray
    climb_fuel: np.ndarray
    descent_fuel: np.ndarray
    reserve_fuel: float


def reserve_fuel(flyer: Flyer, mass, duration):
    """Fuel of a time at the speed of longest endurance at sea level, at a mass without it [kg]."""
    _, power = Curves(flyer, 0.0, mass).best_endurance()
    return float(flyer.flow(power[0]) * duration)


def flown(flyer: Flyer, load: Loaded, heights, reserve=0.0, speed=None) -> Flown:
    """Endurance and range of a load by height.

    heights  [m];  reserve  time kept in the tanks at landing [s];  speed  true, or None for the best [m/s]
    """
    heights = np.asarray(heights, dtype=float)
    kept = reserve_fuel(flyer, load.dry, reserve) if reserve > 0.0 else 0.0
    up_time, up_fuel, up_distance = path(flyer, load.mass).to(heights)
    down_time, down_fuel, down_distance = path(flyer, load.dry, None).to(heights)
    loiter, cruise = burning(flyer, heights, load, speed)
    heavy, light = load.mass - up_fuel, load.dry + kept + down_fuel
    level = np.array(
        [(*loiter.between(k, heavy[k], light[k]), *cruise.between(k, heavy[k], light[k])) for k in range(len(heights))]
    )
    is_enough = heavy >= light
    total = np.where(is_enough, 1.0, np.nan)
    return Flown(
        airborne=(up_time + level[:, 0] + down_time) * total,
        loiter_distance=(up_distance + level[:, 1] + down_distance) * total,
        range=(up_distance + level[:, 3] + down_distance) * total,
        climb_time=up_time, climb_fuel=up_fuel, descent_fuel=down_fuel, reserve_fuel=kept,
    )  # fmt: skip
