"""Packing: as many places as possible, no two in conflict, by CP-SAT [Perron2023]; towing is left to the stowing.

The choice is a start for stowing, and the solver's bound is an upper bound. Conflicts are stated as cliques.
"""

from dataclasses import dataclass

import numpy as np

from flattop.spotting.places import Places

LARGEST = 2500  # places of a model, above which stating it takes too long
EFFORT = 6.0  # deterministic seconds of the solver


@dataclass(frozen=True)
class Wanted:
    """How many of each body: exactly `count`, or as many as possible for None."""

    counts: tuple[int | None, ...]

    def is_met(self, places: Places, chosen: list[int]) -> bool:
        """Whether every stated number is there."""
        have = np.bincount(places.kind[chosen], minlength=len(self.counts)) if chosen else np.zeros(len(self.counts))
        return all(c is None or h >= c for c, h in zip(self.counts, have, strict=True))


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


def packed(places: Places, wanted: Wanted, seed: int, effort: float = EFFORT) -> tuple[list[int], int]:
    """The best choice of places found, and a proved upper bound. Without a solver's answer: none, and all places."""
    from ortools.sat.python import cp_model

    free = np.arange(len(places))
    if not len(free):
        return [], 0
    model = cp_model.CpModel()
    take = [model.new_bool_var("") for _ in free]
    for clique in cliques(conflict_matrix(places, free)):
        model.add_at_most_one(take[i] for i in clique)
    for body, count in enumerate(wanted.counts):
        if count is not None:
            model.add(sum(t for t, p in zip(take, free, strict=True) if places.kind[p] == body) <= max(count, 0))
    model.maximize(sum(take))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = effort
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return [], len(free)
    found = [int(p) for t, p in zip(take, free, strict=True) if solver.boolean_value(t)]
    return found, int(np.floor(solver.best_objective_bound + 1e-6))
