"""A gridded airwake of a user's own, as stored: mean disturbance and turbulence around the ship by direction of the wind.

Axes of the ship: x forward from amidships, y to starboard, z down from the calm waterline; speeds as shares of the wind over
deck, so that one computation or tunnel test serves all wind speeds.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from flattop.catalogue.errors import UnusableEntryError
from flattop.catalogue.files.netcdf import dataset_and_digest
from flattop.catalogue.models.ship import Ship

DIMENSIONS = ("wind_from", "x", "y", "z")
COMPONENTS = ("u", "v", "w", "rms")


@dataclass(frozen=True, eq=False)
class AirwakeGrid:
    """Disturbance of the wind on a uniform grid; values have shape (wind_from, x, y, z, 4): u, v, w and rms turbulence.

    u, v, w  mean disturbance along x, y, z of the ship, shares of the wind over deck;  rms  turbulence, likewise
    """

    wind_from: NDArray[np.float64]  # direction the wind over deck comes from, from the bow, starboard positive, rad
    x: NDArray[np.float64]  # m
    y: NDArray[np.float64]  # m
    z: NDArray[np.float64]  # m, down positive
    values: NDArray[np.float64]
    digest: str  # SHA-256 of the file


def airwake_grid(ship: Ship) -> AirwakeGrid | None:
    """The gridded airwake a ship's entry points to, its path relative to the entry's own file; None if it has none."""
    if ship.air is None or ship.air.grid is None:
        return None
    return airwake_grid_from(ship.folder / ship.air.grid)


def airwake_grid_from(path: Path) -> AirwakeGrid:
    """The gridded airwake in a NetCDF file. Raises UnusableEntryError with all problems of the file."""
    dataset, digest = dataset_and_digest(path)
    if problems := list(_problems(path.name, dataset)):
        raise UnusableEntryError(problems)
    values = np.stack([dataset[c].transpose(*DIMENSIONS).values for c in COMPONENTS], axis=-1).astype(float)
    wind_from, x, y, z = (np.asarray(dataset[d].values, dtype=float) for d in DIMENSIONS)
    return AirwakeGrid(wind_from, x, y, z, values, digest)


def _problems(name, dataset):
    missing = [f"{name}: {d}: missing: expected a coordinate" for d in DIMENSIONS if d not in dataset.coords]
    missing += [f"{name}: {c}: missing: expected a variable over {DIMENSIONS}" for c in COMPONENTS if c not in dataset]
    if missing:
        yield from missing
        return
    for c in COMPONENTS:
        if set(dataset[c].dims) != set(DIMENSIONS):
            yield f"{name}: {c}: dimensions {dataset[c].dims}: expected {DIMENSIONS}"
        elif not np.isfinite(dataset[c].values).all():
            yield f"{name}: {c}: expected finite numbers"
        elif np.abs(dataset[c].values).max() > 3.0:
            yield f"{name}: {c}: up to {np.abs(dataset[c].values).max():g}: expected shares of the wind over deck, within 3"
    for d in DIMENSIONS:
        steps = np.diff(dataset[d].values)
        if len(steps) == 0 and d != "wind_from":
            yield f"{name}: {d}: one value: expected at least two"
        elif len(steps) and (steps <= 0.0).any():
            yield f"{name}: {d}: expected rising values"
        elif d != "wind_from" and not np.allclose(steps, steps[0], rtol=1e-6):
            yield f"{name}: {d}: expected even spacing"
