"""Towing: which poses an aircraft can reach on a floor on which others stand, and what a path keeps others from doing.

A towed aircraft goes straight ahead or back, or turns about its main axle. Moves follow the lattice; what a move sweeps
is kept clear of everything that stands, so a path holds between its nodes too.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from flattop.spotting.floor import Floor, Platform, Spot
from flattop.spotting.lattice import DIRECTIONS, HEADINGS, TURNS, covered, quarter_turned, stamp
from flattop.spotting.nofit import no_fit, walls
from flattop.spotting.rules import Rules
from flattop.spotting.shapes import Body, Piece, bulge, drawn_forward, swept_turning, turned

NEAR = 1.5  # m, an aircraft stands on its launch spot if its axle is this near


@dataclass(eq=False)
class Yard:
    """What hinders moves on a floor: walls for each body, and each parked aircraft for each body."""

    floor: Floor
    bodies: list[Body]
    rules: Rules
    _regions: dict = field(default_factory=dict)

    def sweeps(self, body: int, h: int) -> tuple[tuple[tuple[Piece, ...], ...], tuple[float, float]]:
        """Pieces swept by the straight move and by the turn from a heading, and the bulges to be added [m]."""
        pieces, lattice = self.bodies[body].pieces, self.floor.lattice
        step = lattice.step * float(DIRECTIONS[h][0]), lattice.step * float(DIRECTIONS[h][1])
        turn = (HEADINGS[(h + 1) % TURNS] - HEADINGS[h]) % (2.0 * np.pi)
        ahead = drawn_forward(turned(pieces, HEADINGS[h]), step)
        about = swept_turning(pieces, HEADINGS[h], HEADINGS[h] + turn)
        return (ahead, about), (0.0, bulge(self.bodies[body].radius, turn))

    @cached_property
    def dear(self) -> np.ndarray:
        """Nodes where aircraft may park."""
        return covered(self.floor.parking, self.floor.lattice)

    @cached_property
    def static(self) -> list[np.ndarray]:
        """Moves hindered by the floor itself, for each body, (2, 16, nx, ny)."""
        return [self._static(k) for k in range(len(self.bodies))]

    def _static(self, body: int) -> np.ndarray:
        lattice, rules = self.floor.lattice, self.rules
        blocked = np.zeros((2, *lattice.shape), bool)
        barriers = list(
            self.floor.barriers(self.bodies[body], rules.vertical, rules.towing, rules.towing, parked=False)
        )
        inside = covered(self.floor.towing, lattice)
        for h in range(TURNS):
            for kind, (pieces, extra) in enumerate(zip(*self.sweeps(body, h), strict=True)):
                blocked[kind, h] = ~inside
                for standing, clearance in barriers:
                    region = no_fit(pieces, standing, clearance + extra, rules.vertical)
                    blocked[kind, h] |= covered(region, lattice)
        return blocked

    def hindrance(self, mover: int, kind: int, h: int, body: int, heading: int):
        """Offsets from a standing body at which a move of another is hindered: (grid, first i, first j)."""
        key = (mover, kind, h, body, heading)
        if key not in self._regions:
            quarters = h // 4
            base = self._base(mover, kind, h % 4, body, (heading - 4 * quarters) % TURNS)
            self._regions[key] = quarter_turned(base[0], base[1], base[2], quarters)
        return self._regions[key]

    def _base(self, mover: int, kind: int, h: int, body: int, heading: int):
        key = ("base", mover, kind, h, body, heading)
        if key not in self._regions:
            swept, extra = self.sweeps(mover, h)
            standing = turned(self.bodies[body].pieces, HEADINGS[heading])
            region = no_fit(swept[kind], standing, self.rules.towing + extra[kind], self.rules.vertical)
            self._regions[key] = stamp(region, self.floor.lattice.step)
        return self._regions[key]

    def hindered(self, mover: int, body: int, heading: int, ix: int, iy: int) -> np.ndarray:
        """Moves of a body hindered by one that stands at a node, (2, 16, nx, ny)."""
        _, nx, ny = self.floor.lattice.shape
        blocked = np.zeros((2, TURNS, nx, ny), bool)
        for kind in range(2):
            for h in range(TURNS):
                grid, i0, j0 = self.hindrance(mover, kind, h, body, heading)
                press(blocked[kind, h], grid, ix + i0, iy + j0)
        return blocked

    def lift_poses(self, body: Body, stowed: Body, lift: Platform) -> np.ndarray:
        """Poses in which a body stands on a lift so that, stowed, it is within the platform."""
        found = np.zeros(self.floor.lattice.shape, bool)
        if stowed.mass > lift.capacity:
            return found
        sides = walls(lift.region, 40.0)
        for h in range(TURNS):
            region = no_fit(turned(stowed.pieces, HEADINGS[h]), sides, self.rules.lift, self.rules.vertical)
            inside = covered(lift.region, self.floor.lattice)
            found[h] = inside & ~covered(region, self.floor.lattice)
        return found

    def spot_poses(self, spots: tuple[Spot, ...]) -> np.ndarray:
        """Poses in which an aircraft stands on one of some launch spots."""
        lattice = self.floor.lattice
        found = np.zeros(lattice.shape, bool)
        x, y = np.meshgrid(lattice.xs, lattice.ys, indexing="ij")
        for spot in spots:
            near = np.hypot(x - spot.x, y - spot.y) <= NEAR
            for h in range(TURNS):
                if spot.heading is None or abs(np.angle(np.exp(1j * (HEADINGS[h] - spot.heading)))) < 0.2:
                    found[h] |= near
        return found


def press(target: np.ndarray, grid: np.ndarray, i0: int, j0: int) -> None:
    """Mark a grid's true nodes on a larger one, as far as they lie on it."""
    nx, ny = target.shape
    a, b, c, d = max(i0, 0), min(i0 + grid.shape[0], nx), max(j0, 0), min(j0 + grid.shape[1], ny)
    if a < b and c < d:
        target[a:b, c:d] |= grid[a - i0 : b - i0, c - j0 : d - j0]


def goals_of(yard: Yard, stowed: list[Body]) -> list[list[np.ndarray]]:
    """For each body the sets of poses it has to be able to reach: on some lift, and at its launch spot on deck."""
    goals = []
    for body, small in zip(yard.bodies, stowed, strict=True):
        wanted = []
        if yard.floor.lifts and yard.rules.needs_lift:
            wanted.append(np.logical_or.reduce([yard.lift_poses(body, small, lift) for lift in yard.floor.lifts]))
        if spots := yard.floor.goals(body):
            wanted.append(yard.spot_poses(spots))
        goals.append(wanted)
    return goals
