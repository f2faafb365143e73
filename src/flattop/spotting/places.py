"""Candidate places: every pose of the lattice where an aircraft may stand, and which of them exclude each other."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from flattop.spotting.floor import Floor
from flattop.spotting.lattice import HEADINGS, TURNS, Pose, covered, parking_headings, quarter_turned, stamp
from flattop.spotting.nofit import no_fit
from flattop.spotting.rules import Rules
from flattop.spotting.shapes import Body, turned


def blocked_poses(floor: Floor, body: Body, rules: Rules, headings: list[int]) -> np.ndarray:
    """Poses at which a body comes too near an edge, an obstacle or floor kept clear, (16, nx, ny)."""
    blocked = np.ones(floor.lattice.shape, bool)
    barriers = list(floor.barriers(body, rules.vertical, rules.edge, rules.obstacle, parked=True))
    for h in headings:
        pieces = turned(body.pieces, HEADINGS[h])
        blocked[h] = ~covered(floor.whole, floor.lattice)
        for standing, clearance in barriers:
            blocked[h] |= covered(no_fit(pieces, standing, clearance, rules.vertical), floor.lattice)
    return blocked


@dataclass(eq=False)
class Places:
    """Candidate places of some bodies: body, heading and node of each, in a fixed order."""

    floor: Floor
    bodies: list[Body]
    rules: Rules
    kind: np.ndarray
    heading: np.ndarray
    ix: np.ndarray
    iy: np.ndarray
    _stamps: dict = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.kind)

    def pose(self, place: int) -> Pose:
        """The pose of a place."""
        return self.floor.lattice.pose(self.heading[place], self.ix[place], self.iy[place])

    @cached_property
    def groups(self) -> list[tuple[int, int, np.ndarray]]:
        """Places of one body and heading: (body, heading, indices)."""
        code = self.kind * TURNS + self.heading
        return [(int(c) // TURNS, int(c) % TURNS, np.flatnonzero(code == c)) for c in np.unique(code)]

    def stamp(self, a: int, ha: int, b: int, hb: int) -> tuple[np.ndarray, int, int]:
        """Offsets at which body `a` at heading `ha` conflicts with `b` at `hb` standing at the origin."""
        key = (a, ha, b, hb)
        if key not in self._stamps:
            quarters = ha // 4
            base = self._base(a, ha % 4, b, (hb - 4 * quarters) % TURNS)
            self._stamps[key] = quarter_turned(*base, quarters)
        return self._stamps[key]

    def _base(self, a: int, ha: int, b: int, hb: int) -> tuple[np.ndarray, int, int]:
        key = ("base", a, ha, b, hb)
        if key not in self._stamps:
            moving, standing = (turned(self.bodies[k].pieces, HEADINGS[h]) for k, h in ((a, ha), (b, hb)))
            region = no_fit(moving, standing, self.rules.between, self.rules.vertical)
            self._stamps[key] = stamp(region, self.rules.step)
        return self._stamps[key]

    def conflicts(self, place: int) -> np.ndarray:
        """Places excluded by taking one: truth values over all places (itself included)."""
        found = np.zeros(len(self), bool)
        b, hb, x, y = self.kind[place], self.heading[place], self.ix[place], self.iy[place]
        for a, ha, members in self.groups:
            grid, i0, j0 = self.stamp(a, ha, int(b), int(hb))
            found[members] = looked_up(grid, self.ix[members] - x - i0, self.iy[members] - y - j0)
        found[place] = True
        return found


def looked_up(grid: np.ndarray, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """Values of a grid at index pairs, false outside."""
    nx, ny = grid.shape
    inside = (i >= 0) & (i < nx) & (j >= 0) & (j < ny)
    if not inside.any():
        return inside
    return inside & grid[np.where(inside, i, 0), np.where(inside, j, 0)]


def places(floor: Floor, bodies: list[Body], rules: Rules) -> Places:
    """All candidate places of some bodies on a floor."""
    headings = parking_headings(rules.headings)
    found = [np.argwhere(~blocked_poses(floor, b, rules, headings)) for b in bodies]
    kind = np.concatenate([np.full(len(f), k) for k, f in enumerate(found)])
    nodes = np.concatenate(found)
    return Places(floor, bodies, rules, kind, nodes[:, 0], nodes[:, 1], nodes[:, 2])


def kept(found: Places, usable: np.ndarray) -> Places:
    """The places of which an array says true."""
    p = found
    ix, iy = p.ix[usable], p.iy[usable]
    return Places(p.floor, p.bodies, p.rules, p.kind[usable], p.heading[usable], ix, iy, p._stamps)
