"""How an observed fact is laid beside what Flattop gives: bounds, nearness and decisions, each with whether it is evidence."""

import math
from typing import NamedTuple

from flattop.studies.criteria import Decision
from flattop.verification.table import Row

GROUP = "world"
FIT, INDEPENDENT, INPUT = "fit: no evidence", "independent", "input: no evidence"
"""Whether a fact is evidence: used in deriving the catalogue, not used, or itself in the catalogue."""
DECISIONS = {"GO": 1.0, "GO IN PART": 0.5, "UNDECIDED": 0.5, "NO-GO": 0.0}


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


def decided(case: str, quantity: str, expected: str, decision: str, evidence: str, note: str) -> Row:
    """The row of a verdict, as GO 1, GO IN PART and UNDECIDED 0.5, NO-GO 0. No tolerance."""
    reference, value = DECISIONS[expected], DECISIONS[decision]
    return Row(
        group=GROUP, case=case, quantity=f"{quantity} (GO 1, in part 0.5, NO-GO 0)", unit="1", reference=reference,
        flattop=value, difference=value - reference, tolerance=0.0,
        note=f"{evidence}; observed {expected}, simulated {decision}; {note}",
    )  # fmt: skip


def shown(case: str, quantity: str, expected: Decision, found: Decision, evidence: str, note: str) -> Row:
    """The row of what flights show by the criteria in force: open 1, undecided 0, closed -1.

    Open is expected where a few flights were seen: too few to tell open from undecided, so undecided agrees. Closed must be shown.
    """
    tolerance = 1.0 if expected == Decision.OPEN else 0.0
    return Row(
        group=GROUP, case=case, quantity=f"{quantity} (open 1, undecided 0, closed -1)", unit="1",
        reference=float(expected), flattop=float(found), difference=float(found - expected), tolerance=tolerance,
        note=f"{evidence}; expected {expected.name.lower()}, flights say {found.name.lower()}; {note}",
    )  # fmt: skip
