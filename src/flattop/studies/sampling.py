"""How many more flights each condition of an envelope gets: a few first, then shares of the budget for those still undecided."""

import numpy as np

from flattop.engine.layout import LANES
from flattop.studies.criteria import Decision

FIRST_FLIGHTS = 16
"""Of a condition to begin with: enough to see that one is closed."""
PROVING_FLIGHTS = 80
"""Of a condition not seen to be closed: all of them successes show a rate of 95 %."""
CORE_FLIGHTS = 192
"""Of a condition of most interest to begin with: two dozen together show one mishap in a thousand."""
LARGEST_SHARE = 8 * LANES
"""Of a condition at a time, so that none is flown far beyond its decision."""


def next_share(flights: np.ndarray, decisions: np.ndarray, core: np.ndarray, budget: int) -> np.ndarray:
    """Flights that each condition gets next, (conditions,); none for any when the sampling is at its end.

    flights    flown so far of each condition           (conditions,)
    decisions  on them, codes of `Decision`             (conditions,)
    core       whether a condition is one of most interest: these begin with more flights and come first in what follows
    budget     flights in all; the first ones of each condition, and those to prove it, are flown in any case
    """
    if not flights.any():
        return np.where(core, CORE_FLIGHTS, FIRST_FLIGHTS)
    undecided = decisions == Decision.UNDECIDED
    unproven = undecided & ~core & (flights < PROVING_FLIGHTS)
    if unproven.any():
        return np.where(unproven, PROVING_FLIGHTS - flights, 0)
    chosen = undecided & core if (undecided & core).any() else undecided
    return np.where(chosen, _equal_share(budget - int(flights.sum()), int(chosen.sum())), 0)


def _equal_share(left: int, conditions: int) -> int:
    """Flights for each of some conditions, in whole tiles of lanes."""
    return min(max(left, 0) // max(conditions, 1) // LANES * LANES, LARGEST_SHARE)
