"""The verdict on a mission: GO, NO-GO, GO IN PART or UNDECIDED from the counts of the moderate conditions, and its reasons."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from flattop.scenario import moderate
from flattop.scenario.moderate import moderate_words
from flattop.studies.criteria import Criteria, Decision, percent, percent_at_least, percent_at_most
from flattop.studies.failures import ADVICE_OF, failures
from flattop.studies.intervals import clopper_pearson

if TYPE_CHECKING:
    import xarray as xr

LEAST_PART = 0.1
"""Share of the conditions that must be left to be called a part."""
NAMED, LEAST_SHARE = 3, 0.01
"""Causes named in sentences at most, and the share of all failures from which one is named."""


class Answer(StrEnum):
    """Whether an aircraft can work from a ship."""

    GO = "GO"
    GO_IN_PART = "GO IN PART"
    UNDECIDED = "UNDECIDED"
    NO_GO = "NO-GO"


class Verdict(NamedTuple):
    """The answer for one mission, and what it rests on in sentences."""

    decision: Answer
    sentences: tuple[str, ...]


class Counts(NamedTuple):
    """Flights of some conditions, three arrays (conditions,)."""

    successes: np.ndarray
    mishaps: np.ndarray
    flights: np.ndarray

    def decisions(self, criteria: Criteria) -> np.ndarray:
        """On each condition by itself, codes of `Decision`, (conditions,)."""
        return criteria.decision(*self)

    def decision(self, criteria: Criteria) -> Decision:
        """On all of them as one population."""
        return Decision(int(criteria.decision(*self.together)))

    def of(self, chosen: np.ndarray) -> "Counts":
        """Those of some of the conditions."""
        return Counts(*(count[chosen] for count in self))

    @property
    def together(self) -> tuple[int, int, int]:
        """Successes, mishaps and flights of all conditions."""
        return int(self.successes.sum()), int(self.mishaps.sum()), int(self.flights.sum())


def answer(counts: Counts, criteria: Criteria) -> Answer:
    """The answer from the counts of the moderate conditions.

    Conditions that are closed by themselves are set apart; the others count as one population.

        NO-GO        the others are closed together, or fewer than one condition in ten is left
        UNDECIDED    the others are undecided: nothing speaks against them, and too few flights were flown to prove them
        GO IN PART   the others are open, and some conditions are closed
        GO           all are open together, and none is closed
    """
    closed = counts.decisions(criteria) == Decision.CLOSED
    others = counts.of(~closed).decision(criteria)
    if others == Decision.CLOSED or np.count_nonzero(~closed) < LEAST_PART * closed.size:
        return Answer.NO_GO
    if others == Decision.UNDECIDED:
        return Answer.UNDECIDED
    return Answer.GO_IN_PART if closed.any() else Answer.GO


def verdict_of(envelope: "xr.Dataset", mission: str, criteria: Criteria) -> Verdict:
    """The verdict on an envelope's moderate conditions, with what is closed in the whole of it and why."""
    counts = moderate_counts(envelope)
    decision = answer(counts, criteria)
    lines = [f"In {moderate_words()}: {_rates(counts, criteria)}.", *_parts(counts, decision, criteria)]
    return Verdict(decision, (*lines, *_wind_needed(envelope, mission, criteria), *_causes(envelope)))


def moderate_counts(envelope: "xr.Dataset") -> Counts:
    """Counts of the moderate conditions of an envelope."""
    chosen = envelope.sel(
        wind_over_deck_speed=slice(*moderate.WIND), wind_over_deck_angle=slice(-moderate.ANGLE, moderate.ANGLE)
    ).isel(significant_height=(envelope.significant_height <= moderate.SEA).values)
    return Counts(*(chosen[f"{name}_count"].values.ravel() for name in ("success", "mishap", "sample")))


def _rates(counts, criteria):
    """Successes and mishaps of conditions together, with the bounds that count."""
    success, mishap, total = counts.together
    least = float(clopper_pearson(success, total, criteria.confidence)[0])
    most = float(clopper_pearson(mishap, total, criteria.confidence)[1])
    return (
        f"{success} of {total} flights succeeded (at least {percent_at_least(least, criteria.success_rate)}), {mishap} ended in a "
        f"mishap (at most {percent_at_most(most, criteria.mishap_rate)}; criterion {percent(criteria.mishap_rate)})"
    )


def _parts(counts, decision, criteria):
    """Sentences on conditions closed by themselves, on the others, and on what is missing to a proof."""
    closed = counts.decisions(criteria) == Decision.CLOSED
    others = counts.of(~closed)
    if closed.any():
        yield f"{closed.sum()} of these {closed.size} conditions are closed by themselves."
    if closed.any() and not closed.all():
        yield f"In the others {_rates(others, criteria)}."
    if decision == Answer.UNDECIDED:
        yield _missing(others, criteria)
    if decision == Answer.NO_GO and not closed.all():
        yield _why_not(others.decision(criteria), bool(closed.any()))


def _missing(others, criteria):
    success, mishap, total = others.together
    needed = criteria.flights_needed(total - success, mishap)
    proviso = "none fails" if success == total else "no further one fails"
    return f"These are too few flights to decide: {needed} in all would prove it if {proviso}."


def _why_not(decision, some_closed):
    if decision != Decision.CLOSED:
        return "They are too few to be called a part."
    return (
        "Together they are closed too." if some_closed else "None of them is closed by itself, but together they are."
    )


def _wind_needed(envelope, mission, criteria):
    """A sentence on the least wind over deck from ahead at which enough succeed in the lowest sea, unless none is needed."""
    ahead = envelope.isel(significant_height=0).sel(wind_over_deck_angle=0.0, method="nearest")
    enough = ahead.wind_over_deck_speed.values[(ahead.success_rate >= criteria.success_rate).values]
    if not len(enough):
        yield f"No wind over deck looked at gives a {mission} rate of {percent(criteria.success_rate)}."
    elif enough.min() > 0.0:
        yield f"From ahead, {mission} needs about {enough.min():.0f} kt of wind over deck in the lowest sea looked at."


def _causes(envelope):
    """Sentences on what most often goes wrong in the closed conditions of the whole envelope."""
    closed = envelope.outcome_count.where(envelope.decision == Decision.CLOSED, 0)
    found = failures(envelope.outcome.values, closed.sum([d for d in closed.dims if d != "outcome"]).values)
    total = sum(f.flights for f in found)
    for name, count in found[:NAMED]:
        if count >= LEAST_SHARE * total:
            advice = ADVICE_OF[name]
            yield f"Where it is closed, {count / total:.0%} of the failures are {name}: {advice[0].lower() + advice[1:]}"
