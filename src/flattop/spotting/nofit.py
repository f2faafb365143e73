"""No-fit regions: where the origin of a moving body may not be, for a standing body at the origin.

    N = union over pairs of pieces that meet in height of (standing + (-moving)) widened by the clearance
The Minkowski sum of convex pieces is the hull of the sums of their corners [Burke2007, no-fit polygon].
"""

from math import cos, pi
from typing import TYPE_CHECKING

import numpy as np

from flattop.spotting.shapes import Piece

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

ROUNDING = 4  # segments in a quarter of the clearance's circle, which is drawn around the true one
TOUCH = 1e-6  # m, taken off so that bodies exactly at the clearance do not conflict


def meet_in_height(a: Piece, b: Piece, vertical: float) -> bool:
    """Whether two pieces come closer in height than the vertical clearance [m]."""
    return a.bottom < b.top + vertical and b.bottom < a.top + vertical


def no_fit(moving: tuple[Piece, ...], standing: tuple[Piece, ...], clearance: float, vertical: float) -> "BaseGeometry":
    """The no-fit region of two sets of pieces [m]."""
    import shapely

    sums = [
        (s.corners[None, :, :] - m.corners[:, None, :]).reshape(-1, 2)
        for m in moving
        for s in standing
        if meet_in_height(m, s, vertical)
    ]
    if not sums:
        return shapely.Polygon()
    owner = np.repeat(np.arange(len(sums)), [len(points) for points in sums])
    region = shapely.union_all(shapely.convex_hull(shapely.linestrings(np.concatenate(sums), indices=owner)))
    return region.buffer(max(around(clearance) - TOUCH, 0.0), quad_segs=ROUNDING) if clearance > 0.0 else region


def around(radius: float) -> float:
    """Radius of the polygon that `buffer` draws so that it encloses a circle."""
    return radius / cos(0.25 * pi / ROUNDING)


def walls(region: "BaseGeometry", reach: float) -> tuple[Piece, ...]:
    """The outside of a region as convex pieces of any height, as far as bodies can reach from inside it [m]."""
    from shapely import box, constrained_delaunay_triangles, get_coordinates, get_parts

    x0, y0, x1, y1 = region.bounds
    outside = box(x0 - reach, y0 - reach, x1 + reach, y1 + reach).difference(region)
    triangles = get_parts(constrained_delaunay_triangles(outside))
    return tuple(Piece(get_coordinates(t)[:-1], -np.inf, np.inf) for t in triangles if t.area > 1e-9)


def standing_pieces(region: "BaseGeometry", height: float) -> tuple[Piece, ...]:
    """An obstacle as convex pieces from the floor to its height [m]."""
    from shapely import constrained_delaunay_triangles, get_coordinates, get_parts

    triangles = get_parts(constrained_delaunay_triangles(region))
    return tuple(Piece(get_coordinates(t)[:-1], 0.0, height) for t in triangles if t.area > 1e-9)
