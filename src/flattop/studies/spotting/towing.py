"""Towing: which poses an aircraft can reach on a floor on which others stand, and what a path keeps others from doing.

A towed aircraft goes straight ahead or back, or turns about its main axle. Moves follow the lattice; what a move sweeps
is kept clear of everything that stands, so a path holds between its nodes too.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numba import njit

from flattop.studies.spotting.floor import Floor, Platform, Spot
from flattop.studies.spotting.lattice import DIRECTIONS, HEADINGS, TURNS, covered, quarter_turned, stamp
from flattop.studies.spotting.nofit import no_fit, walls
from flattop.studies.spotting.rules import Rules
from flattop.studies.spotting.shapes import Body, Piece, bulge, drawn_forward, swept_turning, turned

NEAR = 1.5  # m, an aircraft stands on its launch spot if its axle is this near
COSTS = (2, 5, 3, 5)  # of a straight move along each heading of a quarter: twice its length in steps
TURN = 2  # cost of a turn to the next heading
PRICE = 4  # times the cost over floor where aircraft park, so that ways keep to floor that is clear anyway
DEAREST = PRICE * max(COSTS)
AHEAD, BACK, STARBOARD, PORT, GOAL, UNREACHED = 0, 1, 2, 3, 4, -1


class Node(NamedTuple):
    """A pose on the lattice: heading, along, across."""

    heading: int
    ix: int
    iy: int


class Move(NamedTuple):
    """A move that sweeps floor: 0 straight ahead or 1 turn to starboard, from a pose; either way round."""

    kind: int
    heading: int
    ix: int
    iy: int


@njit(cache=True)
def reach(blocked, directions, goals, dear):
    """For each pose the move by which a cheapest way to a goal begins, UNREACHED where there is none.

    blocked  (2, 16, nx, ny): straight moves ahead, and turns to starboard, that may not be made
    goals    (16, nx, ny): poses to be reached; from all of them outwards, since every move can be made backwards
    dear     (nx, ny): nodes where aircraft park; a move there costs PRICE times as much (Dial's queues, one for each cost)
    """
    turns, nx, ny = goals.shape
    first = np.full((turns, nx, ny), -1, np.int8)
    cost = np.full((turns, nx, ny), 2**30, np.int32)
    queues = np.empty((DEAREST + 1, turns * nx * ny), np.int32)
    tails = np.zeros(DEAREST + 1, np.int64)
    for h in range(turns):
        for x in range(nx):
            for y in range(ny):
                if goals[h, x, y]:
                    first[h, x, y], cost[h, x, y] = 4, 0
                    queues[0, tails[0]] = (h * nx + x) * ny + y
                    tails[0] += 1
    now, waiting = 0, tails[0]
    while waiting > 0:
        slot = now % (DEAREST + 1)
        for k in range(tails[slot]):
            node = queues[slot, k]
            h, x, y = node // (nx * ny), (node // ny) % nx, node % ny
            if cost[h, x, y] != now:
                continue  # found cheaper before
            dx, dy = directions[h, 0], directions[h, 1]
            for move in range(4):
                a, u, v = h, x, y
                if move == 0:  # from astern, straight ahead to here
                    u, v = x - dx, y - dy
                    free = 0 <= u < nx and 0 <= v < ny and not blocked[0, h, u, v]
                elif move == 1:  # from ahead, backwards to here
                    u, v = x + dx, y + dy
                    free = 0 <= u < nx and 0 <= v < ny and not blocked[0, h, x, y]
                elif move == 2:  # from the heading to port, turning to starboard
                    a = (h - 1) % turns
                    free = not blocked[1, a, x, y]
                else:
                    a = (h + 1) % turns
                    free = not blocked[1, h, x, y]
                if free:
                    then = now + (COSTS[h % 4] if move < 2 else TURN) * (PRICE if dear[u, v] else 1)
                    if then < cost[a, u, v]:
                        first[a, u, v], cost[a, u, v] = move, then
                        other = then % (DEAREST + 1)
                        queues[other, tails[other]] = (a * nx + u) * ny + v
                        tails[other] += 1
                        waiting += 1
        waiting -= tails[slot]
        tails[slot] = 0
        now += 1
    return first


def traced(first: np.ndarray, start: Node) -> tuple[list[Node], list[Move]]:
    """The way from a reached pose to a goal: its poses, and the moves it makes."""
    h, x, y = start
    nodes, moves = [start], []
    while (move := int(first[h, x, y])) != GOAL:
        dx, dy = (int(d) for d in DIRECTIONS[h])
        if move == AHEAD:
            moves.append(Move(0, h, x, y))
            x, y = x + dx, y + dy
        elif move == BACK:
            x, y = x - dx, y - dy
            moves.append(Move(0, h, x, y))
        elif move == STARBOARD:
            moves.append(Move(1, h, x, y))
            h = (h + 1) % TURNS
        else:
            h = (h - 1) % TURNS
            moves.append(Move(1, h, x, y))
        nodes.append(Node(h, x, y))
    return nodes, moves


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


@njit(cache=True)
def overshadow(grid, stamp, xs, ys):
    """Mark the nodes from which a stamp's true offsets reach some nodes: (xs, ys) less each offset, on the grid."""
    nx, ny = grid.shape
    for k in range(len(xs)):
        for i in range(stamp.shape[0]):
            x = xs[k] - i
            if 0 <= x < nx:
                for j in range(stamp.shape[1]):
                    y = ys[k] - j
                    if stamp[i, j] and 0 <= y < ny:
                        grid[x, y] = True


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
