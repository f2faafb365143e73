"""Polygons as catalogue files give them: corners in metres, and what makes a list of corners unusable.

A polygon is simple (its sides do not cross), closed (the last corner joins the first) and has an area.
"""

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Annotated

from pydantic import Field

Point = Annotated[tuple[float, float], Field(strict=False)]
Corners = Annotated[tuple[Point, ...], Field(strict=False)]

SMALLEST = 1e-4  # m2, anything less is a line


def polygon_faults(path: str, corners: Sequence[tuple[float, float]]) -> Iterator[str]:
    """A line if corners do not make a simple polygon: too few, not finite, self-crossing, or without area."""
    if not all(isfinite(x) and isfinite(y) and abs(x) < 1e5 and abs(y) < 1e5 for x, y in corners):
        yield f"{path}: expected finite corners, in metres"
    elif len(set(corners)) < 3:
        yield f"{path}: {len(set(corners))} corners, an open line: expected a polygon of at least 3 corners"
    else:
        yield from _crossing(path, corners)


def _crossing(path: str, corners: Sequence[tuple[float, float]]) -> Iterator[str]:
    from shapely import Polygon
    from shapely.validation import explain_validity

    shape = Polygon(corners)
    if not shape.is_valid:
        yield f"{path}: {_place(explain_validity(shape))}: expected a polygon whose sides do not cross"
    elif shape.area < SMALLEST:
        yield f"{path}: area {shape.area:.2g} m2: expected a polygon with an area"


def _place(explanation: str) -> str:
    """`Self-intersection[3 4]` as `sides cross at (3, 4)`."""
    at = explanation.partition("[")[2].rstrip("]").split()
    return f"sides cross at ({float(at[0]):g}, {float(at[1]):g}) m" if len(at) == 2 else explanation.lower()
