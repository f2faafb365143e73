"""Can this aircraft work from this ship? Envelopes, flights and motion put together, and a verdict with its reasons."""

import math
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from flattop.catalogue import Airframe, PilotSettings, Ship
from flattop.catalogue import pilot as standard_pilot
from flattop.engine.judge.outcome import ADVICE, Outcome
from flattop.scenario import moderate
from flattop.scenario.moderate import is_moderate, moderate_words, reference_condition
from flattop.scenario.scenario import Scenario, launch_mass, recovery_mass
from flattop.studies.criteria import STANDARD, Criteria, Decision
from flattop.studies.deck_motion import deck_motion
from flattop.studies.envelope import Grid, envelope
from flattop.studies.flight import trajectory
from flattop.studies.flights import fly_condition
from flattop.studies.sensitivity import Counts, sensitivity, uncertain_inputs
from flattop.studies.trim import trim_curve
from flattop.studies.width import room, with_width

TELLING = 3  # causes named in a sentence
NEVER_SUCCEEDS = 0.05  # success rate below which a condition is called out of reach [1]


class Size(NamedTuple):
    """How much to fly for an assessment."""

    budget: int
    """Flights of each envelope."""
    flights: int
    """Flights of the reference condition."""
    grid: Grid
    sensitivity: Counts | None
    """Flights of the sensitivities of each mission; None to leave them out."""


LIGHT = Counts(2, 8, 12, 256, 1)  # sensitivities in half a minute on two cores
SIZES = {
    "quick": Size(3000, 256, Grid(angles=tuple(math.radians(a) for a in (-30.0, 0.0, 30.0))), None),
    "default": Size(
        12500,
        1024,
        Grid(angles=tuple(math.radians(a) for a in (-30.0, -15.0, 0.0, 15.0, 30.0))),
        LIGHT,
    ),
    "large": Size(400000, 4096, Grid(), Counts(16, 20, 64, 512, 8)),
}


class Verdict(NamedTuple):
    """GO, NO-GO or GO IN PART for one mission, in sentences."""

    decision: str
    sentences: tuple[str, ...]


class Assessment(NamedTuple):
    """All that an assessment found; datasets with units, seed, version and digests."""

    launch: Any
    recovery: Any
    launch_flights: Any
    recovery_flights: Any
    flight_launch: Any
    flight_recovery: Any
    deck_motion: Any
    trim: Any
    sensitivity_launch: Any
    sensitivity_recovery: Any
    verdicts: dict[str, Verdict]


def _pooled(envelope_data, criteria):
    """Counts over the moderate conditions together, and the decision for them as one population."""
    e = envelope_data.sel(
        wind_over_deck_speed=slice(*moderate.WIND), wind_over_deck_angle=slice(-moderate.ANGLE, moderate.ANGLE)
    ).where(envelope_data.significant_height <= moderate.SEA, drop=True)
    counts = [int(e[f"{name}_count"].sum()) for name in ("success", "mishap", "sample")]
    return counts, int(criteria.decision(*counts)), int((e.decision == Decision.CLOSED).sum()), e.decision.size


def _causes(envelope_data):
    """Failures over all conditions of a dataset, most frequent first."""
    names = [str(n) for n in envelope_data.outcome.values]
    totals = envelope_data.outcome_count.sum([d for d in envelope_data.outcome_count.dims if d != "outcome"]).values
    failures = [(int(t), n) for t, n in zip(totals, names, strict=True) if n not in ("launched", "recovered") and t]
    return sorted(failures, reverse=True)


def _wind_needed(envelope_data):
    """Least wind over deck from ahead at which successes reach 95 % at the lowest sea [kt]; None if nowhere."""
    ahead = envelope_data.isel(significant_height=0).sel(wind_over_deck_angle=0.0, method="nearest")
    enough = ahead.wind_over_deck_speed.values[(ahead.success_rate >= 0.95).values]
    return float(enough.min()) if len(enough) else None


def _reasons(envelope_data, mission):
    """Sentences on what is closed and why."""
    verb = "launch" if mission == "launch" else "recovery"
    needed = _wind_needed(envelope_data)
    lines = []
    if needed is None:
        lines.append(f"No wind over deck looked at gives a {verb} rate of 95 %.")
    elif needed > 0.0:
        lines.append(f"From ahead, {verb} needs about {needed:.0f} kt of wind over deck in the lowest sea looked at.")
    closed = envelope_data.where(envelope_data.decision == Decision.CLOSED)
    causes = _causes(closed)
    total = sum(t for t, _ in causes)
    for count, name in [c for c in causes[:TELLING] if c[0] >= 0.01 * total]:
        advice = ADVICE[Outcome[name.upper().replace(" ", "_")]]
        lines.append(
            f"Where it is closed, {count / total:.0%} of the failures are {name}: {advice[0].lower() + advice[1:]}"
        )
    return lines


def verdict_of(envelope_data, mission, criteria: Criteria):
    """The verdict from an envelope: over moderate conditions as one population, then cell by cell."""
    (success, mishap, total), decision, closed, cells = _pooled(envelope_data, criteria)
    low, high = _bounds(success, total, criteria), _bounds(mishap, total, criteria)
    lines = [
        f"In {moderate_words()}: {success} of {total} flights succeeded (at least {low[0]:.1%}), {mishap} ended in a mishap "
        f"(at most {high[1]:.2%}; criterion {criteria.mishap_rate:.1%})."
    ]
    if closed:
        lines.append(f"{closed} of these {cells} conditions are closed by themselves.")
    return Verdict(_word(decision, closed, cells, success / total), (*lines, *_reasons(envelope_data, mission)))


def _word(decision, closed, cells, success_rate):
    """GO when the conditions together are open and none is closed by itself; NO-GO when all are closed or next to none succeeds."""
    if closed == cells or success_rate < NEVER_SUCCEEDS:
        return "NO-GO"
    return "GO" if decision == Decision.OPEN and not closed else "GO IN PART"


def _bounds(count, total, criteria):
    from flattop.studies.intervals import clopper_pearson

    low, high = clopper_pearson(count, total, criteria.confidence)
    return float(low), float(high)


def assess(
    airframe: Airframe,
    ship: Ship,
    pilot: PilotSettings | None = None,
    seed=1,
    size: Size = SIZES["default"],
    criteria: Criteria = STANDARD,
    condition=None,
    progress=None,
):
    """Launch and recovery of an airframe on a ship: everything the report shows.

    condition  what the grid does not change (ship speed, wave direction, temperature, ...); its mass is set by the mission if None
    progress   called with (what, flights ended, flights expected)
    """
    base, pilot = condition or reference_condition(), pilot or standard_pilot("standard")
    step = progress or (lambda what, done, total: None)
    found: dict[str, Any] = {}
    for mission in ("launch", "recovery"):
        scenario = Scenario(airframe, ship, pilot, base, mission)
        note = lambda done, m=mission: step(f"{m} envelope", done, size.budget)  # noqa: E731
        found[mission] = envelope(scenario, size.grid, size.budget, seed, criteria, note, is_moderate)
        note = lambda done, m=mission: step(f"{m} flights", done, size.flights)  # noqa: E731
        found[f"{mission}_flights"] = fly_condition(scenario, size.flights, seed, criteria, note)
        found[f"sensitivity_{mission}"] = _sensitivity(scenario, size.sensitivity, seed, criteria, step)
        found[f"flight_{mission}"] = trajectory(scenario, _typical(found[f"{mission}_flights"]), seed)
    scenario = Scenario(airframe, ship, pilot, base, "recovery")
    grid = size.grid
    speeds = np.arange(20.0, 85.0, 2.5)
    return Assessment(
        **found,
        deck_motion=deck_motion(replace(scenario), grid.heights, grid.periods, seed),
        trim=trim_curve(airframe, recovery_mass(airframe), speeds, flap=0.0),
        verdicts={
            m: with_width(verdict_of(found[m], m, criteria), room(airframe, ship, m, criteria))
            for m in ("launch", "recovery")
        },
    )


def _sensitivity(scenario, counts, seed, criteria, step):
    if counts is None:
        return None
    total = counts.total(len(uncertain_inputs(scenario)))
    note = lambda done: step(f"{scenario.mission} sensitivities", done, total)  # noqa: E731
    return sensitivity(scenario, counts, seed, criteria, note)


def _typical(flights):
    """Number of the successful flight whose end comes nearest the median time; the first flight if none succeeded."""
    good = np.isin(flights.outcome.values, [int(Outcome.LAUNCHED), int(Outcome.RECOVERED)])
    if not good.any():
        return int(flights.flight.values[0])
    times = np.where(good, flights.end_time.values, np.nan)
    return int(flights.flight.values[np.nanargmin(np.abs(times - np.nanmedian(times)))])


__all__ = [
    "SIZES",
    "Assessment",
    "Size",
    "Verdict",
    "assess",
    "is_moderate",
    "launch_mass",
    "reference_condition",
    "verdict_of",
]
