"""Spotting in brief, for a report on other questions too: deck and hangar, few rounds, as an aircraft is stowed."""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from flattop.spotting.answer import Spotting
from flattop.spotting.rules import Rules
from flattop.spotting.search import spotting
from flattop.spotting.validator import faults

if TYPE_CHECKING:
    from flattop.catalogue.models.plan import Plan

CASES = ("recovery", "hangar")
RULES = Rules()


class Brief(NamedTuple):
    """Plans of a ship's deck and hangar; `why_not` says why there are none."""

    plan: "Plan | None"
    answers: tuple[Spotting, ...]
    why_not: str = ""


def brief(airframe: str, ship: str, seed: int = 0) -> Brief:
    """How many of an airframe stand beside the recovery strip and in the hangar, by the catalogue's outline and plan.

    Every plan has been checked by the validator; raises ValueError where one does not hold.
    """
    from flattop.catalogue.files.loading import names
    from flattop.catalogue.files.outlines import outline
    from flattop.catalogue.files.plans import plan

    if airframe not in names("outlines") or ship not in names("plans"):
        missing = f"an outline of {airframe}" if airframe not in names("outlines") else f"a plan of {ship}"
        return Brief(None, (), f"The catalogue has no {missing.removeprefix('an ').removeprefix('a ')}.")
    drawn, entry = plan(ship), outline(airframe)
    answers = tuple(
        spotting(drawn, [(entry, None, None)], case, replace(RULES, moves=0 if case == "recovery" else None), seed, is_quick=True)
        for case in CASES
        if case in drawn.cases
    )  # fmt: skip
    for answer in answers:
        if wrong := faults(answer, drawn, {entry.name: entry}):
            raise ValueError("a plan failed its own check:\n" + "\n".join(wrong))
    return Brief(drawn, answers)
