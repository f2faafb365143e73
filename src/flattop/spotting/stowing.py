"""Stowing: aircraft brought in one after the other, each to a place it can be towed to and from.

Every aircraft keeps the paths by which it came from the lift and from the launch spot. A later aircraft that stands in
such a path has to be moved first when the earlier one is wanted, with whatever that one needs moved in its turn:

    needs(j) = union over c in the way of j of {c} and needs(c),   |needs(j)| <= K

The latest comer leaves first, so the order of moves follows (own derivation, docs/theory/spotting.md).
"""

from dataclasses import dataclass, field

import numpy as np

from flattop.spotting.lattice import DIRECTIONS
from flattop.spotting.packing import Wanted
from flattop.spotting.places import Places
from flattop.spotting.towing import Yard
from flattop.spotting.ways import UNREACHED, Move, Node, overshadow, reach, traced


@dataclass(eq=False)
class Stowage:
    """Aircraft on a floor in the order they came, their paths, and who has to move for whom.

    `first` are the ways to each goal of each body as they were on a floor with fewer aircraft: a way that is still free
    is still a cheapest one, since aircraft only take floor away. So ways are sought anew only when one is blocked.
    """

    places: Places
    yard: Yard
    goals: list[list[np.ndarray]]
    moves: int | None
    first: list[list[np.ndarray]] = field(default_factory=list)
    chosen: list[int] = field(default_factory=list)
    paths: dict[int, list[list[Node]]] = field(default_factory=dict)
    towed: dict[int, tuple[np.ndarray, ...]] = field(default_factory=dict)
    needs: dict[int, set[int]] = field(default_factory=dict)
    spared: set[int] = field(default_factory=set)
    alive: np.ndarray = field(init=False)
    blocked: list[np.ndarray] = field(init=False)

    def __post_init__(self):
        self.alive = np.ones(len(self.places), bool)
        self.blocked = [b.copy() for b in self.yard.static]
        self.first = [list(ways) for ways in self.first]
        if not self.first:
            self.first = [
                [reach(b, DIRECTIONS, g, self.yard.dear) for g in gs]
                for b, gs in zip(self.blocked, self.goals, strict=True)
            ]
            for kind in range(len(self.goals)):
                self._drop_unreached(kind)

    def node(self, place: int) -> Node:
        """The pose of a place on the lattice."""
        p = self.places
        return Node(int(p.heading[place]), int(p.ix[place]), int(p.iy[place]))

    def _drop_unreached(self, kind: int) -> None:
        p = self.places
        for first in self.first[kind]:
            self.alive &= (p.kind != kind) | (first[p.heading, p.ix, p.iy] != UNREACHED)

    def ways(self, place: int) -> list[tuple[list[Node], list[Move]]] | None:
        """Free ways from a place to all its goals, with those standing now; None where there is none."""
        kind, node = int(self.places.kind[place]), self.node(place)
        found = []
        for k, goal in enumerate(self.goals[kind]):
            way = self._free(kind, self.first[kind][k], node)
            if way is None and self.first[kind][k][node] != UNREACHED:
                self.first[kind][k] = reach(self.blocked[kind], DIRECTIONS, goal, self.yard.dear)
                self._drop_unreached(kind)
                way = self._free(kind, self.first[kind][k], node)
            if way is None:
                return None
            found.append(way)
        return found

    def _free(self, kind: int, first: np.ndarray, node: Node):
        if first[node] == UNREACHED:
            return None
        way = traced(first, node)
        return way if not any(self.blocked[kind][move] for move in way[1]) else None

    def take(self, place: int) -> bool:
        """Bring an aircraft to a place that is alive; false, and the place dropped, where there is no way to it."""
        ways = self.ways(place)
        if ways is None:
            self.alive[place] = False
            return False
        kind, node = int(self.places.kind[place]), self.node(place)
        hindered = [self.yard.hindered(mover, kind, *node) for mover in range(len(self.blocked))]
        self._delay(place, hindered)
        self.paths[place] = [nodes for nodes, _ in ways]
        moves = sorted({m for _, moves in ways for m in moves})
        self.towed[place] = tuple(np.array(moves, dtype=np.int64).reshape(-1, 4).T)
        self.needs[place] = set()
        self.chosen.append(place)
        self.alive &= ~self.places.conflicts(place)
        for blocked, more in zip(self.blocked, hindered, strict=True):
            blocked |= more
        self._spare()
        return True

    def _delay(self, place: int, hindered: list[np.ndarray]) -> None:
        """Note for whom the new aircraft will have to move."""
        kind = self.places.kind
        in_way = {other: bool(hindered[kind[other]][towed].any()) for other, towed in self.towed.items()}
        for other, needed in self.needs.items():
            if in_way[other] or any(in_way[n] for n in needed):
                needed.add(place)

    def _spare(self) -> None:
        """Rule out places in the way of aircraft for which no more others may be moved."""
        if self.moves is None:
            return
        full = {n for other, needed in self.needs.items() if len(needed) >= self.moves for n in (other, *needed)}
        for place in sorted(full - self.spared):
            self.alive &= ~self._in_way(int(self.places.kind[place]), self.towed[place])
        self.spared |= full

    def _in_way(self, mover: int, towed: tuple[np.ndarray, ...]) -> np.ndarray:
        """Places where an aircraft would stand in the way of some moves of a body."""
        lattice, found = self.yard.floor.lattice, np.zeros(len(self.places), bool)
        kinds, turns, xs, ys = towed
        for body, heading, members in self.places.groups:
            grid = np.zeros((lattice.nx, lattice.ny), bool)
            for kind, h in sorted(set(zip(kinds.tolist(), turns.tolist(), strict=True))):
                own = (kinds == kind) & (turns == h)
                stamp, i0, j0 = self.yard.hindrance(mover, kind, h, body, heading)
                overshadow(grid, stamp, xs[own] - i0, ys[own] - j0)
            found[members] = grid[self.places.ix[members], self.places.iy[members]]
        return found


def stowed(places: Places, yard: Yard, goals, wanted: Wanted, moves, order: np.ndarray, kept=(), first=()) -> Stowage:
    """A floor filled in an order: each place taken if it is still free, can be reached, and is still wanted.

    kept  places to take first, in that order, as far as they can be
    first  ways on the empty floor, where they are known
    """
    stowage = Stowage(places, yard, goals, moves, list(first))
    left = [np.inf if c is None else c for c in wanted.counts]
    queue = np.concatenate([np.array(kept, dtype=order.dtype), order])
    while len(queue := queue[stowage.alive[queue]]):
        place = int(queue[0])
        kind = int(places.kind[place])
        if left[kind] <= 0:
            queue = queue[places.kind[queue] != kind]
            continue
        left[kind] -= stowage.take(place)
    return stowage
