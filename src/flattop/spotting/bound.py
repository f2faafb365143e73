"""Upper bounds on how many aircraft a floor takes, which no search can beat.

Area: at every height, the sections of parked aircraft, each widened by half the clearance, lie side by side.
Cliques: of places that all exclude each other at most one is taken, so for weights y >= 0 of cliques that cover every
place at least once, the sum of y bounds the number (linear-programming duality). One clique, laid everywhere with the
same weight, gives a bound at once; on floors of few places a linear programme finds better weights. It holds for the
places of the lattice; the area bound for any place. Towing is left out, which can only raise a bound.
"""

from math import floor as whole
from typing import NamedTuple

import numpy as np

from flattop.spotting.places import Places, looked_up

SLACK = 1e-6
ROWS, COLUMNS = 500, 800
ROUNDS_NARROW, ROUNDS = 24, 15
TIGHT = 1.1  # places covered less than this stay in the programme
LARGEST = 16000  # places of a programme
STRETCHES = (1.0, 0.4, 2.5)  # of templates, along and across the ship
NARROW = (1.0, 0.4, 2.5, 0.1, 10.0)  # and where places lie in a band less than a template wide


class Bounds(NamedTuple):
    """Upper bounds: by area for any place, by cliques for the places searched."""

    area: int
    cliques: int

    @property
    def least(self) -> int:
        """The tighter one."""
        return min(self)


def area_bound(places: Places) -> int:
    """The number by area, for the body whose widened section is least."""
    from shapely import Polygon, union_all

    half = 0.5 * places.rules.between
    room = places.floor.parking.buffer(half).area
    least = []
    for body in places.bodies:
        levels = sorted({p.bottom for p in body.pieces})
        sections = [
            union_all([Polygon(p.corners) for p in body.pieces if p.bottom <= z < p.top]).buffer(half, quad_segs=2).area
            for z in levels
        ]
        least.append(max(sections))
    return whole(room / min(least) + SLACK)


def clique_bound(places: Places, rng: np.random.Generator, is_quick: bool = False) -> int:
    """The number by weighted cliques: of equal weights, and unless it must be quick, of the best ones on small floors."""
    if not len(places):
        return 0
    even = min(even_bound(places, template(places, stretch)) for stretch in STRETCHES)
    return min(even, weighted_bound(places, rng)) if len(places) <= LARGEST and not is_quick else even


def even_bound(places: Places, offsets: np.ndarray) -> int:
    """The number by one clique laid at every node from which it holds a place, all with the same weight.

    A place is then covered once for each offset of its own body and heading: weight 1 / (least number of those).
    """
    nx, ny = places.floor.lattice.shape[1:]
    low, high = offsets[:, 2:].min(axis=0), offsets[:, 2:].max(axis=0)
    hit = np.zeros((nx + high[0] - low[0], ny + high[1] - low[1]), bool)
    fewest = len(offsets)
    for body, heading, members in places.groups:
        here = np.zeros((nx, ny), bool)
        here[places.ix[members], places.iy[members]] = True
        own = offsets[(offsets[:, 0] == body) & (offsets[:, 1] == heading), 2:]
        fewest = min(fewest, len(own))
        for i, j in high - own:
            hit[i : i + nx, j : j + ny] |= here
    return whole(hit.sum() / fewest + SLACK) if fewest else len(places)


def weighted_bound(places: Places, rng: np.random.Generator) -> int:
    """The number by cliques of the least weights."""
    rows = clique_rows(places, rng)
    tried = rng.permutation(len(places))[:COLUMNS]
    best = float(len(places))
    for _ in range(ROUNDS_NARROW if is_narrow(places) else ROUNDS):
        weights = weighted(rows, tried)
        cover = rows.T @ weights
        best = min(best, weights.sum() / max(cover.min(), 1e-9), weights.sum() + np.maximum(1.0 - cover, 0.0).sum())
        short = np.flatnonzero(cover < 1.0 - 1e-7)
        if not len(short):
            break
        worst = short[np.argsort(cover[short], kind="stable")][: COLUMNS // 2]
        tried = np.union1d(tried if is_narrow(places) else tried[cover[tried] < TIGHT], worst)
    return whole(best + SLACK)


def is_narrow(places: Places) -> bool:
    """Whether places lie in a band less wide than an aircraft reaches, where cliques follow each other along it."""
    return places.rules.step * np.ptp(places.iy) < max(b.radius for b in places.bodies)


def weighted(rows, tried: np.ndarray) -> np.ndarray:
    """Least weights of the cliques that cover the places tried."""
    from scipy.optimize import linprog

    count = rows.shape[0]
    found = linprog(np.ones(count), A_ub=-rows[:, tried].T, b_ub=-np.ones(len(tried)), method="highs-ipm")
    return np.maximum(found.x, 0.0) if found.x is not None else np.ones(count)


def clique_rows(places: Places, rng: np.random.Generator):
    """Cliques as a sparse matrix of cliques by places: templates laid over the floor, and each place alone."""
    from scipy.sparse import csr_array, vstack

    index = np.full((len(places.bodies), *places.floor.lattice.shape), -1)
    index[places.kind, places.heading, places.ix, places.iy] = np.arange(len(places))
    found = []
    for stretch in NARROW if is_narrow(places) else STRETCHES:
        found += laid(places, index, template(places, stretch), rng)
    lengths = np.cumsum([0] + [len(f) for f in found])
    columns = np.concatenate(found) if found else np.zeros(0, int)
    matrix = csr_array((np.ones(len(columns)), columns, lengths), shape=(len(found), len(places)))
    lone = np.flatnonzero(np.asarray(matrix.sum(axis=0)).ravel() == 0.0)
    alone = csr_array((np.ones(len(lone)), (np.arange(len(lone)), lone)), shape=(len(lone), len(places)))
    return vstack([matrix, alone]).tocsr()


def template(places: Places, stretch: float) -> np.ndarray:
    """Offsets (body, heading, i, j) that all exclude each other, taken from the middle outwards."""
    groups = [(b, h) for b, h, _ in places.groups]
    reach = max(max(places.stamp(*a, *b)[0].shape, default=0) for a in groups[:1] for b in groups) // 2 + 1
    i, j = np.meshgrid(np.arange(-reach, reach + 1), np.arange(-reach, reach + 1), indexing="ij")
    offsets = np.array([(b, h, x, y) for b, h in groups for x, y in zip(i.ravel(), j.ravel(), strict=True)])
    order = np.argsort(stretch * offsets[:, 2] ** 2 + offsets[:, 3] ** 2 / stretch, kind="stable")
    left, taken = offsets[order], []
    while len(left):
        b, h, x, y = (int(v) for v in left[0])
        taken.append(left[0])
        left = left[1:]
        keep = np.zeros(len(left), bool)
        for a, ha in groups:
            own = (left[:, 0] == a) & (left[:, 1] == ha)
            grid, i0, j0 = places.stamp(a, ha, b, h)
            keep[own] = looked_up(grid, left[own, 2] - x - i0, left[own, 3] - y - j0)
        left = left[keep]
    return np.array(taken)


def laid(places: Places, index: np.ndarray, offsets: np.ndarray, rng: np.random.Generator) -> list[np.ndarray]:
    """The template at many nodes: the places it holds there."""
    _, _, nx, ny = index.shape
    x0, x1, y0, y1 = places.ix.min(), places.ix.max(), places.iy.min(), places.iy.max()
    spacing = max(1, round((max(x1 - x0, 1) * max(y1 - y0, 1) / ROWS) ** 0.5))
    found = []
    for x in range(int(x0), int(x1) + spacing, spacing):
        for y in range(int(y0), int(y1) + spacing, spacing):
            i, j = offsets[:, 2] + x, offsets[:, 3] + y
            on = (i >= 0) & (i < nx) & (j >= 0) & (j < ny)
            members = index[offsets[on, 0], offsets[on, 1], i[on], j[on]]
            if len(members := members[members >= 0]):
                found.append(members)
    return found


def bounds(places: Places, rng: np.random.Generator) -> Bounds:
    """Both upper bounds."""
    return Bounds(area_bound(places), clique_bound(places, rng))
