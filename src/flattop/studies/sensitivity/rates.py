"""How often scenarios with moved inputs succeed at the corners of the moderate conditions."""

from dataclasses import replace

import numpy as np

from flattop.engine.jobs import Job
from flattop.engine.judge.outcome import MISHAP, SUCCESS
from flattop.engine.simulate import fly
from flattop.scenario.moderate import edge_conditions
from flattop.scenario.streams import SENSITIVITY, stream_of


def edge_counts(variants, flights, seed, progress=None, common=True):
    """Successes, mishaps and flights of each variant of a scenario, three arrays (variants,).

    flights  at each corner
    common   whether all variants meet the same winds and waves; otherwise each meets its own
    """
    jobs, which = [], []
    for index, variant in enumerate(variants):
        corners = edge_conditions(variant.condition)
        for corner, condition in enumerate(corners):
            stream = stream_of(SENSITIVITY, corner if common else (1 + index) * len(corners) + corner)
            jobs.append(Job(replace(variant, condition=condition), np.arange(flights), stream))
            which.append(index)
    flown = fly(jobs, seed, progress=progress)
    outcome, variant = flown.outcome, np.array(which)[flown.scenario]
    count = [
        np.bincount(variant[np.isin(outcome, [int(o) for o in kind])], minlength=len(variants))
        for kind in (SUCCESS, MISHAP)
    ]
    return count[0], count[1], np.bincount(variant, minlength=len(variants))
