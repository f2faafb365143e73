"""Stowing: aircraft brought in one after the other, each to a place it can be towed to and from.

Every aircraft keeps the paths by which it came from the lift and from the launch spot. A later aircraft that stands in
such a path has to be moved first when the earlier one is wanted, with whatever that one needs moved in its turn:

    needs(j) = union over c in the way of j of {c} and needs(c),   |needs(j)| <= K

The latest comer leaves first, so the order of moves follows (own derivation, docs/theory/spotting.md).
"""

from dataclasses import dataclass, field

import numpy as np

from flattop.studies.spotting.lattice import DIRECTIONS
from flattop.studies.spotting.packing import Wanted
from flattop.studies.spotting.places import Places
from flattop.studies.spotting.towing import UNREACHED, Node, Yard, press, reach, traced


@dataclass(eq=False)
class Stowage:
    """Aircraft on a floor in the order they came, their paths, and who has to move for whom."""

    places: Places
    yard: Yard
    goals: list[list[np.ndarray]]
    moves: int | None
    chosen: list[int] = field(default_factory=list)
    paths: dict[int, list[list[Node]]] = field(default_factory=dict)
    needs: dict[int, set[int]] = field(default_factory=dict)
    alive: np.ndarray = field(init=False)
    in_way: dict[int, np.ndarray] = field(default_factory=dict)
    blocked: list[np.ndarray] = field(init=False)
    first: dict[int, list[np.ndarray]] = field(default_factory=dict)

    def __post_init__(self):
        self.alive = np.ones(len(self.places), bool)
        self.blocked = [b.copy() for b in self.yard.static]
        self.refresh()

    def node(self, place: int) -> Node:
        """The pose of a place on the lattice."""
        p = self.places
        return Node(int(p.heading[place]), int(p.ix[place]), int(p.iy[place]))

    def refresh(self) -> None:
        """Which places can be reached, with those standing now."""
        p = self.places
        for kind, goals in enumerate(self.goals):
            self.first[kind] = [reach(self.blocked[kind], DIRECTIONS, g) for g in goals]
            own = p.kind == kind
            for first in self.first[kind]:
                self.alive &= ~own | (first[p.heading, p.ix, p.iy] != UNREACHED)

    def take(self, place: int) -> None:
        """Bring an aircraft to a place that is alive."""
        kind, node = int(self.places.kind[place]), self.node(place)
        found = [traced(first, node) for first in self.first[kind]]
        self.paths[place] = [nodes for nodes, _ in found]
        self.in_way[place] = self._in_way(kind, {m for _, moves in found for m in moves})
        for other, needed in self.needs.items():
            if self.in_way[other][place] or any(self.in_way[n][place] for n in needed):
                needed.add(place)
        self.needs[place] = set()
        self.chosen.append(place)
        self.alive &= ~self.places.conflicts(place)
        for mover in range(len(self.blocked)):
            self.blocked[mover] |= self.yard.hindered(mover, kind, *node)
        self.refresh()
        self._spare()

    def _spare(self) -> None:
        """Rule out places in the way of aircraft for which no more others may be moved."""
        if self.moves is None:
            return
        for other, needed in self.needs.items():
            if len(needed) >= self.moves:
                self.alive &= ~self.in_way[other]
                for n in needed:
                    self.alive &= ~self.in_way[n]

    def _in_way(self, mover: int, moves) -> np.ndarray:
        """Places where an aircraft would stand in the way of some moves of a body."""
        lattice, found = self.yard.floor.lattice, np.zeros(len(self.places), bool)
        for body, heading, members in self.places.groups:
            grid = np.zeros((lattice.nx, lattice.ny), bool)
            for kind, h, x, y in moves:
                s, i0, j0 = self.yard.hindrance(mover, kind, h, body, heading)
                press(grid, s[::-1, ::-1], x - i0 - s.shape[0] + 1, y - j0 - s.shape[1] + 1)
            found[members] = grid[self.places.ix[members], self.places.iy[members]]
        return found


def stowed(places: Places, yard: Yard, goals, wanted: Wanted, moves, order: np.ndarray, kept=()) -> Stowage:
    """A floor filled in an order: each place taken if it is still free, can be reached, and is still wanted.

    kept  places to take first, in that order, as far as they can be
    """
    stowage = Stowage(places, yard, goals, moves)
    left = [np.inf if c is None else c for c in wanted.counts]
    queue = np.concatenate([np.array(kept, dtype=order.dtype), order])
    while len(queue := queue[stowage.alive[queue]]):
        place = int(queue[0])
        kind = int(places.kind[place])
        if left[kind] <= 0:
            queue = queue[places.kind[queue] != kind]
            continue
        stowage.take(place)
        left[kind] -= 1
    return stowage
