"""How an observed fact is laid beside what Flattop gives: bounds, nearness and decisions, each with what it is worth as evidence."""

import math
from typing import NamedTuple

from flattop.studies.verification.table import Row

GROUP = "world"
FIT, INDEPENDENT, INPUT = "fit: no evidence", "independent", "input: no evidence"
"""What a fact is worth: used in deriving the catalogue, not used, or itself in the catalogue."""
DECISIONS = {"GO": 1.0, "GO IN PART": 0.5, "NO-GO": 0.0}


class Simulated(NamedTuple):
    """What Flattop gives, with the ends of its range."""

    best: float
    low: float
    high: float


class Fact(NamedTuple):
    """Something observed.

    kind         least: at least the reference was shown; most: at most; near: this was measured
    evidence     whether it was used in the derivation
    uncertainty  of the observation itself, in its unit
    """

    case: str
    quantity: str
    unit: str
    reference: float
    kind: str
    evidence: str
    uncertainty: float = 0.0
    note: str = ""


def observed(fact: Fact, simulated: Simulated, more: str = "") -> Row:
    """The row of a fact: what is missing (or too much) against the range of the simulation towards it and the observation's own.

    tolerance = sqrt(side^2 + u^2), side the distance from the best value to the end of its range on the reference's side
    """
    best = simulated.best if math.isfinite(simulated.best) else 0.0
    difference = best - fact.reference
    side = simulated.high - best if difference < 0.0 else best - simulated.low
    if fact.kind != "near":
        difference = min(difference, 0.0) if fact.kind == "least" else max(difference, 0.0)
    words = {"least": "shown, so a lower bound", "most": "an upper bound", "near": "measured"}[fact.kind]
    spread = f"simulated {best:.4g} ({simulated.low:.4g} to {simulated.high:.4g})"
    parts = [fact.evidence, words, spread, fact.note, more]
    return Row(
        group=GROUP, case=fact.case, quantity=fact.quantity, unit=fact.unit, reference=fact.reference, flattop=best,
        difference=difference, tolerance=math.hypot(max(side, 0.0), fact.uncertainty),
        note="; ".join(part for part in parts if part),
    )  # fmt: skip


def decided(
    case: str, quantity: str, expected: str, decision: str, evidence: str, note: str, at_most: bool = False
) -> Row:
    """The row of a decision, as GO 1, GO IN PART 0.5, NO-GO 0; with `at_most` a lesser one agrees as well. No tolerance."""
    reference, value = DECISIONS[expected], DECISIONS[decision]
    difference = max(value - reference, 0.0) if at_most else value - reference
    said = f"{evidence}; observed {'no better than ' if at_most else ''}{expected}, simulated {decision}; {note}"
    return Row(
        group=GROUP, case=case, quantity=f"{quantity} (GO 1, in part 0.5, NO-GO 0)", unit="1", reference=reference,
        flattop=value, difference=difference, tolerance=0.0, note=said,
    )  # fmt: skip
