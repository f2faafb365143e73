"""Shapes, no-fit regions and sweeps of the spotting study against plain distances."""

from math import pi

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, Polygon, union_all  # noqa: TID253 a test may
from shapely.affinity import rotate, translate  # noqa: TID253

from flattop.catalogue.files.outlines import outline
from flattop.spotting.lattice import DIRECTIONS, HEADINGS, quarter_turned, stamp
from flattop.spotting.nofit import no_fit
from flattop.spotting.shapes import Piece, body, bulge, convex_parts, drawn_forward, swept_turning, turned

TB3 = body(outline("tb3"), "folded")


def region(pieces):
    """All pieces together."""
    return union_all([Polygon(p.corners) for p in pieces])


def at(pieces, x, y, heading):
    """Pieces at a pose, as shapely moves them."""
    return [
        (translate(rotate(Polygon(p.corners), heading, (0, 0), use_radians=True), x, y), p.bottom, p.top)
        for p in pieces
    ]


def gap(one, other, vertical):
    """Least distance of regions that meet in height."""
    near = [
        a.distance(b) for a, low, high in one for b, foot, top in other if min(high, top) + vertical > max(low, foot)
    ]
    return min(near, default=np.inf)


@settings(max_examples=60, deadline=None)
@given(
    x=st.floats(-12, 12), y=st.floats(-12, 12), a=st.sampled_from(range(16)), b=st.sampled_from(range(16)),
    clearance=st.sampled_from([0.0, 0.3, 1.0]), vertical=st.sampled_from([0.0, 0.3, 1e3]),
)  # fmt: skip
def test_no_fit_region_agrees_with_distances(x, y, a, b, clearance, vertical):
    """A pose is in the region exactly where the aircraft would come nearer than the clearance."""
    moving, standing = turned(TB3.pieces, HEADINGS[a]), turned(TB3.pieces, HEADINGS[b])
    inside = no_fit(moving, standing, clearance, vertical).contains(Point(x, y))
    distance = gap(at(TB3.pieces, x, y, HEADINGS[a]), at(TB3.pieces, 0, 0, HEADINGS[b]), vertical)
    # The circle of the clearance is drawn as a polygon around it: at most 1/cos(pi/16) - 1 = 2 % too large.
    if distance < clearance - 1e-5:
        assert inside
    if distance > 1.02 * clearance + 1e-5:
        assert not inside


def test_parts_may_overlap_where_heights_permit():
    """A nose 1.55 m high goes below a tail 2.15 m high, unless no overlap is allowed."""
    nose = (Piece(np.array([[0, -0.4], [2, -0.4], [2, 0.4], [0, 0.4]]), 0.6, 1.55),)
    tail = (Piece(np.array([[-1, -1], [1, -1], [1, 1], [-1, 1.0]]), 2.15, 2.6),)
    assert no_fit(nose, tail, 0.6, 0.3).is_empty
    assert not no_fit(nose, tail, 0.6, 0.7).is_empty


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(0.3, 5.0)), min_size=3, max_size=9))
def test_convex_parts_cover_the_polygon(radii):
    """A star-shaped polygon and its convex parts have the same area, and the parts are convex."""
    angles = 2 * pi * np.arange(len(radii)) / len(radii)
    corners = np.array([[r * np.cos(t), r * np.sin(t)] for (r,), t in zip(radii, angles, strict=True)])
    parts = [Polygon(p) for p in convex_parts(corners)]
    assert sum(p.area for p in parts) == pytest.approx(Polygon(corners).area, rel=1e-9)
    assert all(p.convex_hull.area == pytest.approx(p.area, rel=1e-9) for p in parts)


@pytest.mark.parametrize("h", range(16))
def test_sweeps_hold_every_pose_between(h):
    """Straight moves exactly, turns but for the bulge of the arc."""
    pieces = turned(TB3.pieces, HEADINGS[h])
    ahead = region(drawn_forward(pieces, tuple(0.5 * DIRECTIONS[h])))
    for part in (0.0, 0.37, 1.0):
        moved = translate(region(pieces), *(0.5 * part * DIRECTIONS[h]))
        assert moved.difference(ahead.buffer(1e-9)).area < 1e-9
    turn = float((HEADINGS[(h + 1) % 16] - HEADINGS[h]) % (2 * pi))
    about = region(swept_turning(TB3.pieces, HEADINGS[h], HEADINGS[h] + turn))
    wide = about.buffer(bulge(TB3.radius, turn) + 1e-9)
    for part in (0.1, 0.25, 0.5, 0.8):
        turned_by = rotate(region(TB3.pieces), HEADINGS[h] + part * turn, (0, 0), use_radians=True)
        assert turned_by.difference(wide).area < 1e-9


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_the_lattice_looks_the_same_from_four_sides(quarters):
    """A stamp turned by quarters is the stamp of the turned shapes."""
    shape = (Piece(np.array([[0.2, 0.1], [3.1, 0.4], [2.2, 1.3]]), 0, 1),)
    other = (Piece(np.array([[-1.3, -0.2], [0.7, -0.6], [0.4, 0.9]]), 0, 1),)
    base = stamp(no_fit(shape, other, 0.3, 0.0), 0.5)
    spun = no_fit(turned(shape, quarters * pi / 2), turned(other, quarters * pi / 2), 0.3, 0.0)
    grid, i0, j0 = quarter_turned(*base, quarters)
    expected, k0, l0 = stamp(spun, 0.5)
    nodes = {(i0 + i, j0 + j) for i, j in np.argwhere(grid)}
    # nodes exactly on the outline may fall either way in rounding
    wrong = nodes ^ {(k0 + i, l0 + j) for i, j in np.argwhere(expected)}
    assert all(spun.boundary.distance(Point(0.5 * i, 0.5 * j)) < 1e-6 for i, j in wrong)
