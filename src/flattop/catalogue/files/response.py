"""A ship's response operators as stored: seakeeping axes, x forward, y port, z up, waves named by where they travel to.

Turning them into the axes of the flight is the business of the physics, in one function; here they are only read.
Convention: wave elevation at the reference point is Re(exp(+i w_e t)), motion Re(X exp(+i w_e t)) [Journee2001].
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import pi
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from flattop.catalogue.errors import UnusableEntryError
from flattop.catalogue.files.netcdf import dataset_and_digest
from flattop.catalogue.models.ship import Ship

if TYPE_CHECKING:
    import xarray as xr

DIMENSIONS = ("speed", "heading", "frequency", "dof")
MOTIONS = ("surge", "sway", "heave", "roll", "pitch", "yaw")
STATED = {
    "time_convention": "exp(+i",
    "axes": "y port, z up",
    "heading_0": "following",
    "reference_point": "amidships",
}


@dataclass(frozen=True, eq=False)
class ShipResponse:
    """Complex motion per metre of wave amplitude, m/m for surge, sway, heave and rad/m for roll, pitch, yaw.

    transfer has shape (speed, heading, frequency, 6), motions in the order surge, sway, heave, roll, pitch, yaw.
    Headings run from 0, following seas, over pi/2, waves that travel to port, to pi, head seas. Arrays are read-only.
    """

    speed: NDArray[np.float64]  # of the ship, m/s
    heading: NDArray[np.float64]  # waves travel to, from the bow, rad
    frequency: NDArray[np.float64]  # of the waves seen from a fixed point, rad/s
    transfer: NDArray[np.complex128]
    attributes: Mapping[str, Any]  # as in the file: convention, hull, settings, versions, grade
    source_file: str
    digest: str  # SHA-256 of the file


def response(ship: Ship) -> ShipResponse:
    """The response operators a ship's entry points to; the file's path is relative to the entry's own file.

    Raises UnusableEntryError, with all problems, for a ship without operators or a file outside the convention.
    """
    if ship.response is None:
        raise UnusableEntryError(f"{ship.source_file}: response: missing: expected a table [response] with a file")
    return response_from(ship.folder / ship.response.file)


def response_from(path: Path) -> ShipResponse:
    """The response operators in a NetCDF file; read once for every state of it."""
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        changed = 0  # the reader says what is wrong
    return _read(path, changed)


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> ShipResponse:
    dataset, digest = dataset_and_digest(path)
    if found := list(_problems(dataset)):
        raise UnusableEntryError(f"{path.name}: {line}" for line in found)
    return _record(dataset, path.name, digest)


def _record(dataset: "xr.Dataset", file: str, digest: str) -> ShipResponse:
    ordered = dataset.sel(dof=list(MOTIONS)).transpose(*DIMENSIONS)
    transfer = ordered["transfer_real"].values.astype(float) + 1j * ordered["transfer_imag"].values.astype(float)
    return ShipResponse(
        *(_fixed(ordered[name].values.astype(float)) for name in DIMENSIONS[:3]),
        transfer=_fixed(transfer),
        attributes=dict(dataset.attrs),
        source_file=file,
        digest=digest,
    )


def _fixed(array: NDArray[Any]) -> NDArray[Any]:
    array.setflags(write=False)
    return array


def _problems(dataset: "xr.Dataset") -> Iterator[str]:
    yield from _attribute_problems(dataset)
    absent = [name for name in DIMENSIONS if name not in dataset.coords]
    yield from (f"{name}: missing: expected a coordinate" for name in absent)
    if not absent:
        yield from _coordinate_problems(dataset)
    for name in ("transfer_real", "transfer_imag"):
        yield from _transfer_problems(dataset, name)


def _attribute_problems(dataset: "xr.Dataset") -> Iterator[str]:
    for name, phrase in STATED.items():
        stated = str(dataset.attrs.get(name, ""))
        if phrase not in stated.lower():
            yield f'{name} = "{stated}": expected a statement with "{phrase}"'


def _coordinate_problems(dataset: "xr.Dataset") -> Iterator[str]:
    if sorted(map(str, dataset["dof"].values)) != sorted(MOTIONS):
        yield f"dof = {' '.join(map(str, dataset['dof'].values))}: expected {' '.join(MOTIONS)}"
    for name, fewest in (("speed", 1), ("heading", 2), ("frequency", 2)):
        values = dataset[name].values
        if not np.issubdtype(values.dtype, np.number) or values.size < fewest or not np.isfinite(values).all():
            yield f"{name}: expected at least {fewest} finite numbers"
        elif not (np.diff(values) > 0.0).all():
            yield f"{name}: expected strictly increasing values"
        else:
            yield from _range_problems(name, float(values[0]), float(values[-1]))


def _range_problems(name: str, first: float, last: float) -> Iterator[str]:
    if name == "heading" and (abs(first) > 1e-6 or abs(last - pi) > 1e-6):
        yield f"heading = {first:g} .. {last:g} rad: expected 0 .. pi"
    if name == "speed" and first < 0.0:
        yield f"speed = {first:g} m/s: expected a speed of zero or more"
    if name == "frequency" and first <= 0.0:
        yield f"frequency = {first:g} rad/s: expected a positive angular speed"


def _transfer_problems(dataset: "xr.Dataset", name: str) -> Iterator[str]:
    if name not in dataset:
        yield f"{name}: missing: expected a variable over {', '.join(DIMENSIONS)}"
    elif set(dataset[name].dims) != set(DIMENSIONS):
        yield f"{name}: over {', '.join(map(str, dataset[name].dims))}: expected {', '.join(DIMENSIONS)}"
    elif not np.isfinite(dataset[name].values).all():
        yield f"{name}: {int((~np.isfinite(dataset[name].values)).sum())} values not finite: expected none"
