"""A lattice of poses: places on a square grid, and the sixteen headings along which it leads from node to node.

A straight move along a heading ends on a node again, so a towing path on the lattice is exact [Pivtoraiko2009].
"""

from math import atan2
from typing import NamedTuple

import numpy as np

QUARTER = [(1, 0), (2, 1), (1, 1), (1, 2)]
HALF = [*QUARTER, *((-y, x) for x, y in QUARTER)]
DIRECTIONS = np.array([*HALF, *((-x, -y) for x, y in HALF)])
HEADINGS = np.array([atan2(dy, dx) for dx, dy in DIRECTIONS])
TURNS = 16


class Pose(NamedTuple):
    """Where an aircraft stands: its turning point [m] and heading [rad]."""

    x: float
    y: float
    heading: float


class Lattice(NamedTuple):
    """A grid of places: first node, spacing [m], and how many along and across the ship."""

    x0: float
    y0: float
    step: float
    nx: int
    ny: int

    @property
    def shape(self) -> tuple[int, int, int]:
        """Headings, nodes along, nodes across."""
        return TURNS, self.nx, self.ny

    @property
    def xs(self) -> np.ndarray:
        """Coordinates along the ship [m]."""
        return self.x0 + self.step * np.arange(self.nx)

    @property
    def ys(self) -> np.ndarray:
        """Coordinates across the ship [m]."""
        return self.y0 + self.step * np.arange(self.ny)

    def pose(self, heading: int, ix: int, iy: int) -> Pose:
        """The pose of a node."""
        return Pose(self.x0 + self.step * ix, self.y0 + self.step * iy, float(HEADINGS[heading]))


def lattice_over(region, step: float) -> Lattice:
    """A lattice over a region's bounds; aligned to whole steps, so that plans of one ship share it."""
    x0, y0, x1, y1 = region.bounds
    i0, j0 = np.floor(x0 / step), np.floor(y0 / step)
    nx, ny = int(np.ceil(x1 / step) - i0) + 1, int(np.ceil(y1 / step) - j0) + 1
    return Lattice(float(i0 * step), float(j0 * step), step, nx, ny)


def parking_headings(count: int) -> list[int]:
    """Indices of the headings aircraft are parked at: 4, 8 or 16 of the lattice's."""
    return list(range(0, TURNS, TURNS // count))


def covered(region, lattice: Lattice) -> np.ndarray:
    """Which nodes lie inside a region, (nx, ny)."""
    from shapely import contains_xy, prepare

    inside = np.zeros((lattice.nx, lattice.ny), bool)
    if region.is_empty:
        return inside
    x0, y0, x1, y1 = region.bounds
    i = slice(*np.searchsorted(lattice.xs, [x0 - 1e-9, x1 + 1e-9]))
    j = slice(*np.searchsorted(lattice.ys, [y0 - 1e-9, y1 + 1e-9]))
    x, y = np.meshgrid(lattice.xs[i], lattice.ys[j], indexing="ij")
    prepare(region)
    inside[i, j] = contains_xy(region, x, y)
    return inside


def stamp(region, step: float) -> tuple[np.ndarray, int, int]:
    """Which offsets of whole steps lie inside a region: a grid of truth values, and the offset of its first node."""
    if region.is_empty:
        return np.zeros((0, 0), bool), 0, 0
    lattice = lattice_over(region, step)
    return covered(region, lattice), round(lattice.x0 / step), round(lattice.y0 / step)


def quarter_turned(grid: np.ndarray, i0: int, j0: int, quarters: int) -> tuple[np.ndarray, int, int]:
    """A stamp turned by quarter turns to starboard, (i, j) -> (-j, i): the lattice looks the same from four sides."""
    for _ in range(quarters % 4):
        grid, i0, j0 = grid.T[::-1], -(j0 + grid.shape[1] - 1), i0
    return np.ascontiguousarray(grid), i0, j0
