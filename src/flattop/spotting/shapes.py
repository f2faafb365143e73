"""Aircraft as sets of convex pieces with heights, placed and swept on a floor.

A piece is a convex polygon (n, 2) [m] between two heights [m]. Bodies turn about their main axle, which is their origin:
x forward, y to starboard; a heading turns forward towards starboard, as on a ship's plan with x to the bow.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import cos, sin
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from flattop.catalogue.models.outline import Outline


class Piece(NamedTuple):
    """A convex region of one height band."""

    corners: np.ndarray
    bottom: float
    top: float


@dataclass(frozen=True, eq=False)
class Body:
    """An aircraft in one configuration."""

    name: str
    configuration: str
    pieces: tuple[Piece, ...]
    mass: float
    launches_from: str = "launch spot"

    @property
    def label(self) -> str:
        """Name and configuration, as messages write them."""
        return f"{self.name} {self.configuration}"

    @property
    def height(self) -> float:
        """Greatest height [m]."""
        return max(p.top for p in self.pieces)

    @property
    def radius(self) -> float:
        """Farthest point from the turning point [m]."""
        return max(float(np.hypot(*p.corners.T).max()) for p in self.pieces)

    @cached_property
    def silhouette(self) -> "BaseGeometry":
        """The outline seen from above, all heights together."""
        from shapely import Polygon, union_all

        return union_all([Polygon(p.corners) for p in self.pieces])

    @property
    def size(self) -> tuple[float, float]:
        """Length and width over all [m]."""
        x0, y0, x1, y1 = self.silhouette.bounds
        return x1 - x0, y1 - y0


def body(outline: "Outline", configuration: str) -> Body:
    """An aircraft of the catalogue in one of its configurations."""
    x = outline.towing.turning_x.si
    pieces = []
    for part in outline.parts(configuration):
        band = part.bottom.si, part.top.si
        for corners in convex_parts(np.array(part.polygon) - (x, 0.0)):
            pieces.append(Piece(corners, *band))
            if part.mirrored:
                pieces.append(Piece(corners * (1.0, -1.0), *band))
    return Body(outline.name, configuration, tuple(pieces), outline.towing.mass.si, outline.towing.launches_from)


def convex_parts(corners: np.ndarray) -> list[np.ndarray]:
    """A simple polygon as convex polygons that together cover it: itself if convex, else triangles."""
    from shapely import Polygon, constrained_delaunay_triangles, get_coordinates, get_parts

    polygon = Polygon(corners)
    if polygon.convex_hull.area - polygon.area < 1e-9:
        return [get_coordinates(polygon.convex_hull)[:-1]]
    return [get_coordinates(t)[:-1] for t in get_parts(constrained_delaunay_triangles(polygon))]


def rotation(heading: float) -> np.ndarray:
    """Matrix that turns row vectors by a heading [rad]."""
    c, s = cos(heading), sin(heading)
    return np.array([[c, s], [-s, c]])


def turned(pieces: tuple[Piece, ...], heading: float) -> tuple[Piece, ...]:
    """Pieces turned about the origin."""
    matrix = rotation(heading)
    return tuple(Piece(p.corners @ matrix, p.bottom, p.top) for p in pieces)


def drawn_forward(pieces: tuple[Piece, ...], step: tuple[float, float]) -> tuple[Piece, ...]:
    """What pieces sweep in a straight move: for convex pieces exactly the hull of both ends."""
    return tuple(Piece(hull(np.vstack([p.corners, p.corners + step])), p.bottom, p.top) for p in pieces)


def swept_turning(pieces: tuple[Piece, ...], start: float, end: float, parts: int = 2) -> tuple[Piece, ...]:
    """What pieces sweep in turning between two headings: hulls of successive small turns.

    The arc bulges out of such a hull by at most r (1 - cos(turn / 2 parts)), see `bulge`.
    """
    stops = np.linspace(start, end, parts + 1)
    return tuple(
        Piece(hull(np.vstack([p.corners @ rotation(a), p.corners @ rotation(b)])), p.bottom, p.top)
        for a, b in pairwise(stops)
        for p in pieces
    )


def bulge(radius: float, turn: float, parts: int = 2) -> float:
    """How far an arc stands out of the hulls of `swept_turning` [m]: the sagitta, own derivation."""
    return radius * (1.0 - cos(0.5 * abs(turn) / parts))


def hull(points: np.ndarray) -> np.ndarray:
    """Corners of the convex hull."""
    from shapely import MultiPoint, get_coordinates

    return get_coordinates(MultiPoint(points).convex_hull)[:-1]
