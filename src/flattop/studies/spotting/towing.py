"""Towing: whether an aircraft can be brought to a lift and to its launch spot, and who has to move first.

A towed aircraft goes straight ahead or back, or turns about its main axle. Moves follow the lattice; what a move sweeps
is kept clear of everything that stands, so a path holds between its nodes too.
"""

from collections import deque
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numba import njit

from flattop.studies.spotting.floor import Floor, Platform, Spot
from flattop.studies.spotting.lattice import DIRECTIONS, HEADINGS, TURNS, Pose, covered, stamp
from flattop.studies.spotting.nofit import no_fit, walls
from flattop.studies.spotting.places import Places
from flattop.studies.spotting.rules import Rules
from flattop.studies.spotting.shapes import Body, bulge, drawn_forward, swept_turning, turned

NEAR = 1.5  # m, an aircraft stands on its launch spot if its axle is this near


@njit(cache=True)
def flooded(blocked, directions, start, goals):
    """Move that reached each pose first, and the goal reached (-1 if none), by breadth-first search.

    blocked  (2, 16, nx, ny): straight moves ahead, and turns to starboard, that may not be made
    moves: 0 ahead, 1 back, 2 turn to starboard, 3 turn to port; -1 not reached; 4 the start
    """
    turns, nx, ny = goals.shape
    came = np.full((turns, nx, ny), -1, np.int8)
    queue = np.empty(turns * nx * ny, np.int64)
    came[start[0], start[1], start[2]] = 4
    queue[0] = (start[0] * nx + start[1]) * ny + start[2]
    head, tail = 0, 1
    while head < tail:
        node = queue[head]
        head += 1
        h, x, y = node // (nx * ny), (node // ny) % nx, node % ny
        if goals[h, x, y]:
            return came, node
        dx, dy = directions[h, 0], directions[h, 1]
        for move in range(4):
            a, u, v = h, x, y
            if move == 0:
                u, v = x + dx, y + dy
                free = 0 <= u < nx and 0 <= v < ny and not blocked[0, h, x, y]
            elif move == 1:
                u, v = x - dx, y - dy
                free = 0 <= u < nx and 0 <= v < ny and not blocked[0, h, u, v]
            elif move == 2:
                a = (h + 1) % turns
                free = not blocked[1, h, x, y]
            else:
                a = (h - 1) % turns
                free = not blocked[1, a, x, y]
            if free and came[a, u, v] == -1:
                came[a, u, v] = move
                queue[tail] = (a * nx + u) * ny + v
                tail += 1
    return came, -1


@dataclass(eq=False)
class Yard:
    """What hinders moves on a floor: walls for each body, and each parked aircraft for each body."""

    floor: Floor
    bodies: list[Body]
    rules: Rules
    _regions: dict = field(default_factory=dict)

    def sweeps(self, body: int, h: int) -> tuple[tuple, tuple[float, float]]:
        """Pieces swept by the straight move and by the turn from a heading, and the bulges to be added [m]."""
        pieces, lattice = self.bodies[body].pieces, self.floor.lattice
        step = tuple(lattice.step * DIRECTIONS[h])
        turn = (HEADINGS[(h + 1) % TURNS] - HEADINGS[h]) % (2.0 * np.pi)
        ahead = drawn_forward(turned(pieces, HEADINGS[h]), step)
        about = swept_turning(pieces, HEADINGS[h], HEADINGS[h] + turn)
        return (ahead, about), (0.0, bulge(self.bodies[body].radius, turn))

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

    def _stamp(self, mover: int, kind: int, h: int, body: int, heading: int):
        key = (mover, kind, h, body, heading)
        if key not in self._regions:
            pieces, extra = (pair[kind] for pair in self.sweeps(mover, h))
            standing = turned(self.bodies[body].pieces, HEADINGS[heading])
            region = no_fit(pieces, standing, self.rules.towing + extra, self.rules.vertical)
            self._regions[key] = stamp(region, self.floor.lattice.step)
        return self._regions[key]

    def hindered(self, mover: int, body: int, heading: int, ix: int, iy: int) -> np.ndarray:
        """Moves of a body hindered by one that stands at a node, (2, 16, nx, ny)."""
        _, nx, ny = self.floor.lattice.shape
        blocked = np.zeros((2, TURNS, nx, ny), bool)
        for kind in range(2):
            for h in range(TURNS):
                grid, i0, j0 = self._stamp(mover, kind, h, body, heading)
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


@dataclass(frozen=True)
class Tow:
    """How one aircraft gets out: who moves first, in that order, and its paths as poses."""

    aircraft: int
    moved: tuple[int, ...]
    lift: tuple[Pose, ...]
    launch: tuple[Pose, ...]


@dataclass(eq=False)
class Parked:
    """Aircraft standing on a floor: places chosen from `places`."""

    places: Places
    yard: Yard
    goals: list[list[np.ndarray]]
    chosen: list[int] = field(default_factory=list)
    _masks: dict = field(default_factory=dict)

    def mask(self, mover: int, place: int) -> np.ndarray:
        """Moves of a body that the aircraft at a place hinders."""
        key = (mover, place)
        if key not in self._masks:
            p = self.places
            node = (int(v[place]) for v in (p.kind, p.heading, p.ix, p.iy))
            self._masks[key] = self.yard.hindered(mover, *node)
        return self._masks[key]

    def blocked(self, mover: int, others: list[int]) -> np.ndarray:
        """Moves of a body that the floor or one of some aircraft hinders."""
        total = self.yard.static[mover].copy()
        for place in others:
            total |= self.mask(mover, place)
        return total

    def paths(self, place: int, others: list[int]) -> list[tuple[Pose, ...]] | None:
        """Paths from a place to a lift and to the launch spot among others; None if there is not each."""
        p = self.places
        kind = int(p.kind[place])
        start = (int(p.heading[place]), int(p.ix[place]), int(p.iy[place]))
        blocked = self.blocked(kind, [o for o in others if o != place])
        found = []
        for goals in self.goals[kind]:
            came, node = flooded(blocked, DIRECTIONS, start, goals)
            if node < 0:
                return None
            found.append(self._traced(came, node))
        return found

    def _traced(self, came: np.ndarray, node: int) -> tuple[Pose, ...]:
        lattice = self.yard.floor.lattice
        h, x, y = (int(i) for i in np.unravel_index(node, came.shape))
        poses = deque([lattice.pose(h, x, y)])
        while came[h, x, y] != 4:
            move = came[h, x, y]
            dx, dy = (int(d) for d in DIRECTIONS[h])
            if move == 0:
                x, y = x - dx, y - dy
            elif move == 1:
                x, y = x + dx, y + dy
            else:
                h = (h - 1) % TURNS if move == 2 else (h + 1) % TURNS
            poses.appendleft(lattice.pose(h, x, y))
        return tuple(poses)

    def tows(self, chosen: list[int]) -> tuple[list[Tow], list[int]]:
        """A way out for every aircraft, with as few others moved as found, and those that have none."""
        remaining, left, found = list(chosen), [], []
        progress = True
        while remaining and progress:
            progress = False
            for place in list(remaining):
                if self.paths(place, remaining) is not None:
                    found.append(self._pruned(place, list(left), chosen))
                    remaining.remove(place)
                    left.append(place)
                    progress = True
        return found, remaining

    def _pruned(self, place: int, moved: list[int], chosen: list[int]) -> Tow:
        """The aircraft that left before, as few of them as still let this one (and each other) out."""
        if (paths := self.paths(place, chosen)) is not None:
            return Tow(place, (), *_two(paths))
        for other in list(reversed(moved)):
            fewer = [m for m in moved if m != other]
            if self._leaves(place, fewer, chosen):
                moved = fewer
        paths = self.paths(place, [c for c in chosen if c not in moved])
        assert paths is not None
        return Tow(place, tuple(moved), *_two(paths))

    def _leaves(self, place: int, moved: list[int], chosen: list[int]) -> bool:
        standing = list(chosen)
        for other in (*moved, place):
            if self.paths(other, standing) is None:
                return False
            standing.remove(other)
        return True


def _two(paths: list[tuple[Pose, ...]]) -> tuple[tuple[Pose, ...], tuple[Pose, ...]]:
    return paths[0] if paths else (), paths[1] if len(paths) > 1 else ()


def goals_of(yard: Yard, stowed: list[Body]) -> list[list[np.ndarray]]:
    """For each body the poses it has to be able to reach: on some lift, and at its launch spot on deck."""
    goals = []
    for body, small in zip(yard.bodies, stowed, strict=True):
        wanted = []
        if yard.floor.lifts:
            wanted.append(np.logical_or.reduce([yard.lift_poses(body, small, lift) for lift in yard.floor.lifts]))
        if spots := yard.floor.goals(body):
            wanted.append(yard.spot_poses(spots))
        goals.append(wanted)
    return goals
