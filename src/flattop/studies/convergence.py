"""Does the step matter? The same flights with the step halved: touchdowns and rates side by side.

Random numbers belong to frames, not to steps, so a flight meets the same air and sea at any step.
"""

from typing import NamedTuple

import numpy as np

from flattop.engine.jobs import Job
from flattop.engine.simulate import fly
from flattop.scenario.clock import FRAME, STEPS
from flattop.studies.flights import counts

FAR = 0.1  # a touchdown that halving the step moves by more has moved [m]


class Halving(NamedTuple):
    """What halving the step changed."""

    step: float
    """Of the finer of the two [s]."""
    touchdown_shift_median: float
    """Median distance between the two touchdowns of a flight [m]."""
    touchdown_shift_95: float
    """Distance that 95 % of the flights stay within [m]."""
    sink_shift_95: float
    """Change of the sink rate at touchdown that 95 % stay within [m/s]."""
    load_shift_95: float
    """Relative change of the greatest gear load that 95 % stay within [1]."""
    moved: int
    """Flights whose touchdown moved by more than `FAR`, on the first approach."""
    moved_later: int
    """Those after a go-around, a circuit and another approach."""
    decided_otherwise: int
    """Flights that ended otherwise, or gave up another number of approaches; not among those that moved."""
    successes: tuple[int, int]
    """Of the coarser and the finer step."""
    mishaps: tuple[int, int]
    """Of the coarser and the finer step."""
    flights: int
    """Of either."""


def _shift(coarse, fine, paths):
    """Distance between the values of two batches, 0 for flights without any."""
    apart = np.sqrt(sum((coarse[p] - fine[p]) ** 2 for p in paths))
    return np.zeros_like(apart) if np.isnan(apart).all() else apart


def halvings(scenario, count, seed, steps=(STEPS // 2, STEPS, 2 * STEPS, 4 * STEPS)):
    """Flights of one scenario flown with ever finer steps, each pair compared flight by flight.

    steps  of motion in a frame, each twice the one before
    """
    flown = [fly([Job(scenario, np.arange(count))], seed, steps=n) for n in steps]
    return [_compared(a, b, FRAME / n) for a, b, n in zip(flown, flown[1:], steps[1:], strict=False)]


def _compared(coarse, fine, step):
    shift = _shift(coarse, fine, ("log.touchdown.x", "log.touchdown.y"))
    sink = _shift(coarse, fine, ("log.touchdown.sink_rate",))
    loads = [np.maximum(f["moving.peak_load.y"], f["moving.peak_load.z"]) for f in (coarse, fine)]
    relative = np.abs(loads[0] - loads[1]) / np.maximum(loads[1], 1.0)
    median, within = float(np.nanmedian(shift)), [float(np.nanpercentile(c, 95)) for c in (shift, sink, relative)]
    success, mishap, total = zip(*(counts(f["log.outcome"]) for f in (coarse, fine)), strict=True)
    return Halving(step, median, *within, *_moved(coarse, fine, shift), success, mishap, total[0])  # pyright: ignore[reportCallIssue]: three within


def _moved(coarse, fine, shift):
    """Flights that moved on the first approach, later, and those decided otherwise."""
    attempts = [f["log.attempts"] for f in (coarse, fine)]
    otherwise = (coarse["log.outcome"] != fine["log.outcome"]) | (attempts[0] != attempts[1])
    moved, later = (shift > FAR) & ~otherwise, attempts[1] > 0.0
    return int((moved & ~later).sum()), int((moved & later).sum()), int(otherwise.sum())
