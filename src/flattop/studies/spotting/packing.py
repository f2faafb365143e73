"""Packing: as many places as possible, no two in conflict. Greedy starts, then neighbourhoods solved by CP-SAT.

The neighbourhood search follows [Shaw1998]; the cliques that state the conflicts are found greedily.
"""

from dataclasses import dataclass

import numpy as np

from flattop.studies.spotting.lattice import HEADINGS
from flattop.studies.spotting.places import Places

LARGEST = 1500  # places of one neighbourhood model
EFFORT = 4.0  # deterministic seconds of one model


@dataclass(frozen=True)
class Wanted:
    """How many of each body: exactly `count`, or as many as possible for None."""

    counts: tuple[int | None, ...]

    def is_met(self, places: Places, chosen: list[int]) -> bool:
        """Whether every stated number is there."""
        have = np.bincount(places.kind[chosen], minlength=len(self.counts)) if chosen else np.zeros(len(self.counts))
        return all(c is None or h >= c for c, h in zip(self.counts, have, strict=True))


def greedy(places: Places, order: np.ndarray, wanted: Wanted, start: tuple[int, ...] = ()) -> list[int]:
    """Places taken in an order, each if nothing taken before excludes it and it is still wanted."""
    alive = np.ones(len(places), bool)
    left = [np.inf if c is None else c for c in wanted.counts]
    chosen: list[int] = []
    for place in start:
        chosen.append(place)
        left[places.kind[place]] -= 1
        alive &= ~places.conflicts(place)
    queue = order[alive[order]]
    while len(queue):
        place, kind = int(queue[0]), int(places.kind[queue[0]])
        if left[kind] <= 0:
            queue = queue[places.kind[queue] != kind]
            continue
        chosen.append(place)
        left[kind] -= 1
        alive &= ~places.conflicts(place)
        queue = queue[alive[queue]]
    return chosen


def orders(places: Places, wanted: Wanted, rng: np.random.Generator, count: int):
    """Orders to fill a floor in: along or across the ship from either end, few headings first, stated numbers first."""
    first = np.array([c is None for c in wanted.counts])[places.kind]
    size = -np.array([b.silhouette.area for b in places.bodies])[places.kind]
    span = np.unique(places.heading)
    for k in range(count):
        signs = 1 - 2 * (np.array([k, k >> 1]) & 1)
        x, y = signs[0] * places.ix, signs[1] * places.iy
        axes = (y, x) if k & 4 else (x, y)
        rank = np.zeros(16, int)
        liked = rng.permutation(span)
        pair = {int(liked[0]), (int(liked[0]) + 8) % 16} if k & 8 else set(map(int, liked[:1]))
        rank[:] = 1
        rank[list(pair)] = 0
        yield np.lexsort((rng.random(len(places)), axes[0], axes[1], rank[places.heading], size, first))


def packed(places: Places, wanted: Wanted, rng: np.random.Generator, starts: int = 48) -> list[int]:
    """The best greedy filling of several."""
    best: list[int] = []
    for order in orders(places, wanted, rng, starts):
        found = greedy(places, order, wanted)
        if better(places, wanted, found, best):
            best = found
    return best


def better(places: Places, wanted: Wanted, one: list[int], other: list[int]) -> bool:
    """Whether one choice beats another: stated numbers met, then more aircraft."""
    return (wanted.is_met(places, one), len(one)) > (wanted.is_met(places, other), len(other))


def improved(places: Places, wanted: Wanted, chosen: list[int], rng, rounds: int, seed: int) -> list[int]:
    """A choice after some rounds of clearing a neighbourhood and filling it as well as can be."""
    for _ in range(rounds):
        chosen = _refilled(places, wanted, chosen, rng, seed)
    return chosen


def _refilled(places, wanted, chosen, rng, seed):
    x = places.ix * places.rules.step
    y = places.iy * places.rules.step
    reach = 2.2 * max(b.radius for b in places.bodies)
    centre = int(rng.integers(len(places)))
    near = [c for c in chosen if abs(x[c] - x[centre]) <= reach and abs(y[c] - y[centre]) <= 2 * reach]
    if not near:
        return chosen
    kept = [c for c in chosen if c not in near]
    alive = np.ones(len(places), bool)
    for place in kept:
        alive &= ~places.conflicts(place)
    free = thinned(np.flatnonzero(alive), near, rng)
    left = tuple(None if c is None else c - sum(places.kind[k] == b for k in kept) for b, c in enumerate(wanted.counts))
    found = solved(places, free, left, near, seed)[0]
    return kept + found if len(found) >= len(near) else chosen


def thinned(free: np.ndarray, keep: list[int], rng: np.random.Generator) -> np.ndarray:
    """At most LARGEST places, those to keep among them."""
    if len(free) <= LARGEST:
        return free
    sample = rng.choice(free, LARGEST, replace=False)
    return np.unique(np.concatenate([sample, np.array(keep, int)]))


def conflict_matrix(places: Places, free: np.ndarray) -> np.ndarray:
    """Which of some places exclude each other, without the diagonal."""
    matrix = np.array([places.conflicts(int(p))[free] for p in free])
    np.fill_diagonal(matrix, False)
    return matrix | matrix.T


def cliques(matrix: np.ndarray) -> list[np.ndarray]:
    """Sets of mutually conflicting places that together state every conflict."""
    left, found = matrix.copy(), []
    for i in range(len(matrix)):
        while left[i].any():
            members, candidates = [i], matrix[i].copy()
            fresh = left[i] & candidates
            while candidates.any():
                j = int(np.argmax(fresh)) if fresh.any() else int(np.argmax(candidates))
                members.append(j)
                candidates &= matrix[j]
                fresh &= candidates
            clique = np.array(members)
            left[np.ix_(clique, clique)] = False
            found.append(clique)
    return found


def solved(places, free, counts, hint, seed, effort=EFFORT):
    """Best choice among some places by CP-SAT, and a proved upper bound: (places, bound)."""
    from ortools.sat.python import cp_model

    if not len(free):
        return [], 0
    model = cp_model.CpModel()
    take = [model.new_bool_var("") for _ in free]
    for clique in cliques(conflict_matrix(places, free)):
        model.add_at_most_one(take[i] for i in clique)
    for body, count in enumerate(counts):
        if count is not None:
            model.add(sum(t for t, p in zip(take, free, strict=True) if places.kind[p] == body) <= max(count, 0))
    hinted = set(hint)
    for t, p in zip(take, free, strict=True):
        model.add_hint(t, int(p) in hinted)
    model.maximize(sum(take))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = effort
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return list(hint), len(free)
    found = [int(p) for t, p in zip(take, free, strict=True) if solver.boolean_value(t)]
    return found, int(np.floor(solver.best_objective_bound + 1e-6))


def alongside(heading: int) -> float:
    """Heading as degrees to starboard of the bow, 0 to 360."""
    return float(np.degrees(HEADINGS[heading]) % 360.0)
