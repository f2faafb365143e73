"""Does the step matter? The same flights with the step halved: touchdowns and rates side by side.

Random numbers belong to frames, not to steps, so a flight meets the same air and sea at any step.
"""

from typing import NamedTuple

import numpy as np

from flattop.engine.march import ROW
from flattop.engine.simulate import FRAME, STEPS, Job, fly
from flattop.studies.flights import counts


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
    success_rates: tuple[float, float]
    """Of the coarser and the finer step [1]."""


def _column(flown, path):
    return flown.rows[:, ROW[f"flight.{path}"]]


def _shift(coarse, fine, paths):
    return np.sqrt(sum((_column(coarse, p) - _column(fine, p)) ** 2 for p in paths))


def halvings(scenario, count, seed, steps=(STEPS // 2, STEPS, 2 * STEPS, 4 * STEPS)):
    """Flights of one scenario flown with ever finer steps, each pair compared flight by flight.

    steps  of motion in a frame, each twice the one before
    """
    flown = [fly([Job(scenario, np.arange(count))], seed, steps=n) for n in steps]
    return [_compared(a, b, FRAME / n) for a, b, n in zip(flown, flown[1:], steps[1:], strict=False)]


def _compared(coarse, fine, step):
    shift = _shift(coarse, fine, ("log.touchdown.x", "log.touchdown.y"))
    sink = np.abs(_column(coarse, "log.touchdown.sink_rate") - _column(fine, "log.touchdown.sink_rate"))
    loads = [np.maximum(_column(f, "moving.peak_load.y"), _column(f, "moving.peak_load.z")) for f in (coarse, fine)]
    shift, sink = (np.nan_to_num(v, nan=0.0) if np.isnan(v).all() else v for v in (shift, sink))
    relative = np.abs(loads[0] - loads[1]) / np.maximum(loads[1], 1.0)
    rates = tuple(counts(_column(f, "log.outcome"))[0] / len(f.rows) for f in (coarse, fine))
    return Halving(
        step,
        float(np.nanmedian(shift)),
        float(np.nanpercentile(shift, 95)),
        float(np.nanpercentile(sink, 95)),
        float(np.nanpercentile(relative, 95)),
        (rates[0], rates[1]),
    )
