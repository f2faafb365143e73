"""Time on station against radius: climb, cruise out, loiter, cruise back, descent, with the reserve left."""

import numpy as np

from flattop.studies.endurance.flight import burning, path, reserve_fuel
from flattop.studies.endurance.loading import Loaded
from flattop.studies.endurance.speeds import Flyer

STEPS = 400  # masses at which time and distance are summed


def summed_by_mass(burning_way, row):
    """Mass [kg], and time [s] and distance [m] flown since the heaviest, on a fine grid by the trapezium rule."""
    from scipy.interpolate import CubicSpline

    mass = np.linspace(burning_way.mass[-1], burning_way.mass[0], STEPS)
    slow = CubicSpline(burning_way.mass, 1.0 / burning_way.flow[row])(mass)
    speed = CubicSpline(burning_way.mass, burning_way.speed[row])(mass)
    burnt = -np.diff(mass)
    time, distance = slow, slow * speed
    return mass, _summed(0.5 * (time[1:] + time[:-1]) * burnt), _summed(0.5 * (distance[1:] + distance[:-1]) * burnt)


def _summed(parts):
    return np.concatenate([[0.0], np.cumsum(parts)])


def time_on_station(flyer: Flyer, load: Loaded, height, radii, reserve=0.0, speed=None, wind=0.0):
    """Time on station at each radius [s]; NaN where it cannot be reached and left again.

    height  of cruise and loiter [m];  radii  [m];  reserve  kept at landing [s];  speed  true, or None for the best [m/s]
    wind    against the way out and with the way back [m/s]

    Climb and descent are flown along the way in air that moves as well.
    """
    radii = np.asarray(radii, dtype=float)
    kept = reserve_fuel(flyer, load.dry, reserve) if reserve > 0.0 else 0.0
    up = [float(v) for v in path(flyer, load.mass).to(height)]
    down = [float(v) for v in path(flyer, load.dry, None).to(height)]
    loiter, cruise = burning(flyer, [height], load, speed)
    heavy, light = load.mass - up[1], load.dry + kept + down[1]
    if not heavy > light or np.isnan(cruise.flow).any() or np.isnan(loiter.flow).any():
        return np.full(radii.shape, np.nan)
    mass, time, distance = summed_by_mass(cruise, 0)
    out, back = distance - wind * time, distance + wind * time
    if np.any(np.diff(out) <= 0.0):
        return np.full(radii.shape, np.nan)
    arrived = _mass_after(mass, out, heavy, np.maximum(radii - (up[2] - wind * up[0]), 0.0))
    leaving = _mass_before(mass, back, light, np.maximum(radii - (down[2] + wind * down[0]), 0.0))
    found = [loiter.between(0, a, b)[0] if a >= b else np.nan for a, b in zip(arrived, leaving, strict=True)]
    return np.array(found)


def _mass_after(mass, along, heavy, way):
    """Mass after a way from a mass [kg]; `mass` falls, `along` rises. Nothing left beyond the grid."""
    start = np.interp(-heavy, -mass, along)
    return np.interp(start + way, along, mass, right=-np.inf)


def _mass_before(mass, along, light, way):
    """Mass from which a way ends at a mass [kg]."""
    end = np.interp(-light, -mass, along)
    return np.where(end - way >= 0.0, np.interp(end - way, along, mass), np.inf)
