"""The sensitivities of one mission as a dataset.

First every uncertain input is moved alone to both ends of its range, all else at its best value, with few flights. The foremost are
then flown with more, and where one turns the decision, the value at which it does is closed in on. Last they are drawn at once, each
evenly over its range, and the variance of the rate of success is shared out among them by random balance designs on given data
[Tarantola2006] (SALib).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from flattop.scenario.moderate import edge_words
from flattop.scenario.provenance import provenance
from flattop.scenario.scenario import Scenario
from flattop.studies.criteria import STANDARD, Criteria, Decision
from flattop.studies.sensitivity.inputs import moved, uncertain_inputs
from flattop.studies.sensitivity.rates import edge_counts

if TYPE_CHECKING:
    import xarray as xr

CORNERS = 3
HALVINGS = 3  # of the range in which the decision changes: an eighth of it is left
RESAMPLES = 50  # of the bootstrap for the interval of a share of variance
HARMONICS = 6  # of the estimate of a share of variance; from 4 to 10 are usual [Tarantola2006]


class Counts(NamedTuple):
    """How much to fly, at each corner of the moderate conditions."""

    screening: int
    """Flights with an input at an end of its range, for all inputs."""
    foremost: int
    """Inputs looked at more closely."""
    flights: int
    """Flights with one of these at an end of its range."""
    designs: int
    """Drawings of all foremost inputs at once."""
    drawn: int
    """Flights of each drawing."""

    def total(self, inputs: int) -> int:
        """Flights without those that close in on a change of decision."""
        each = self.screening * (2 * inputs + 1) + self.flights * (2 * self.foremost + 1) + self.designs * self.drawn
        return CORNERS * each


def _ends(inputs):
    return [(i, end) for i in inputs for end in (i.quantity.si_low, i.quantity.si_high)]


def _one_at_a_time(scenario, inputs, flights, seed, progress):
    """Successes, mishaps and flights at the best values and then at both ends of every input, three arrays (1 + 2 inputs,)."""
    variants = [scenario, *(moved(scenario, {i: end}) for i, end in _ends(inputs))]
    return edge_counts(variants, flights, seed, progress)


def foremost_inputs(scenario: Scenario, inputs, counts: Counts, seed, progress=None):
    """The inputs whose ends change the rates of success and of mishaps most, if they change them at all."""
    successes, mishaps, flown = _one_at_a_time(scenario, inputs, counts.screening, seed, progress)
    change = np.abs(successes / flown - successes[0] / flown[0]) + np.abs(mishaps / flown - mishaps[0] / flown[0])
    most = change[1:].reshape(-1, 2).max(axis=1)
    return [inputs[k] for k in np.argsort(-most, kind="stable")[: counts.foremost] if most[k] > 0.0]


def variance_shares(scenario: Scenario, inputs, counts: Counts, seed, confidence, progress=None):
    """Share of the variance of the rate of success that each input explains alone, half its interval, and the rates drawn."""
    from SALib.analyze import rbd_fast
    from SALib.sample import latin

    if not inputs:
        return np.zeros(0), np.zeros(0), np.ones(1)
    bounds = [[i.quantity.si_low, i.quantity.si_high] for i in inputs]
    problem = {"num_vars": len(inputs), "names": [i.name for i in inputs], "bounds": bounds}
    drawn = latin.sample(problem, counts.designs, seed=seed)
    variants = [moved(scenario, dict(zip(inputs, row, strict=True))) for row in drawn]
    successes, _, flown = edge_counts(variants, counts.drawn, seed, progress, common=False)
    rate = successes / flown
    if np.ptp(rate) == 0.0:
        return np.zeros(len(inputs)), np.zeros(len(inputs)), rate
    options = {"num_resamples": RESAMPLES, "conf_level": confidence, "seed": seed}
    found = rbd_fast.analyze(problem, drawn, rate, M=HARMONICS, **options)
    return np.array(found["S1"]), np.array(found["S1_conf"]), rate


def _is_turned(decision, base):
    """Whether a decision is NO-GO where the base is not, or the other way round."""
    return (decision == Decision.CLOSED) != (base == Decision.CLOSED)


def crossings(scenario: Scenario, turned, base, counts: Counts, seed, criteria):
    """Values at which the decision turns, one for each input and end that turns it, by halving the range in between [SI].

    turned  inputs and their ends, (input, end) pairs;  base  decision at the best values
    """
    same, other = np.array([i.quantity.si for i, _ in turned]), np.array([end for _, end in turned])
    for _ in range(HALVINGS if turned else 0):
        middle = 0.5 * (same + other)
        variants = [moved(scenario, {i: value}) for (i, _), value in zip(turned, middle, strict=True)]
        is_turned = _is_turned(criteria.decision(*edge_counts(variants, counts.flights, seed)), base)
        same, other = np.where(is_turned, same, middle), np.where(is_turned, middle, other)
    return 0.5 * (same + other)


def sensitivity(
    scenario: Scenario,
    counts: Counts,
    seed: int,
    criteria: Criteria = STANDARD,
    progress: Callable[[int], None] | None = None,
) -> "xr.Dataset":
    """Sensitivities of the rate of success at the corners of the moderate conditions.

    scenario  airframe, ship, pilot, mission; its condition gives what the corners leave open
    progress  called with the number of flights that have ended since the last call
    """
    inputs = uncertain_inputs(scenario)
    foremost = foremost_inputs(scenario, inputs, counts, seed, progress)
    found = _one_at_a_time(scenario, foremost, counts.flights, seed, progress)
    decision = criteria.decision(*found)
    ends, is_turned = _ends(foremost), _is_turned(decision[1:], decision[0])
    turned = [pair for pair, turns in zip(ends, is_turned, strict=True) if turns]
    crossing = np.full(len(ends), np.nan)
    found_at = crossings(scenario, turned, decision[0], counts, seed, criteria)
    crossing[is_turned] = [i.shown(value) for (i, _), value in zip(turned, found_at, strict=True)]
    share = variance_shares(scenario, foremost, counts, seed, criteria.confidence, progress)
    data = _dataset(foremost, found, decision, crossing.reshape(-1, 2), share)
    return data.assign_attrs(
        criteria.attributes(), **_attributes(scenario, inputs, found, decision, share[2], counts, seed)
    )


def _dataset(inputs, found, decision, crossing, share) -> "xr.Dataset":
    import xarray as xr

    successes, mishaps, flown = found
    ends = np.reshape([[i.quantity.low, i.quantity.high] for i in inputs], (-1, 2))
    by_end = {
        "value": (ends, "end of the range, in the input's unit"),
        "success_rate": (
            (successes / flown)[1:].reshape(-1, 2),
            "rate of success with the input at an end of its range",
        ),
        "mishap_rate": ((mishaps / flown)[1:].reshape(-1, 2), "rate of mishaps with the input at an end of its range"),
        "decision": (decision[1:].reshape(-1, 2), "open 1, undecided 0, closed -1"),
        "crossing": (crossing, "value at which NO-GO begins or ends, in the input's unit"),
    }
    alone = {
        "best": (np.array([i.quantity.value for i in inputs], dtype=float), "best value, in the input's unit"),
        "variance_share": (share[0], "share of the variance of the rate of success explained alone"),
        "variance_error": (share[1], "half the interval of that share, at the confidence of the criteria"),
    }
    data = {name: (("input", "end"), values, {"long_name": text}) for name, (values, text) in by_end.items()}
    data |= {name: ("input", values, {"long_name": text}) for name, (values, text) in alone.items()}
    coords = {
        "input": np.array([i.name for i in inputs], dtype=str),
        "end": ["low", "high"],
        "description": ("input", np.array([i.description or i.path for i in inputs], dtype=str)),
        "unit": ("input", np.array([i.quantity.unit for i in inputs], dtype=str)),
    }
    return xr.Dataset(data, coords)


def _attributes(scenario, inputs, found, decision, rates, counts, seed):
    attrs = provenance(scenario, seed)
    for key in ("wind_over_deck_m_s", "wind_from_rad", "significant_height_m", "modal_period_s"):
        attrs.pop(key)
    return attrs | {
        "conditions": edge_words(),
        "inputs": len(inputs),
        "designs": counts.designs,
        "flights_each": CORNERS * counts.flights,
        "base_success_rate": float(found[0][0] / found[2][0]),
        "base_decision": int(decision[0]),
        "drawn_success_rate": float(rates.mean()),
    }
