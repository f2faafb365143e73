"""Spotting in brief, for a report on other questions too: deck and hangar, few rounds, as an aircraft is stowed."""

from dataclasses import replace
from typing import NamedTuple

from flattop.catalogue import Airframe, Ship
from flattop.catalogue.files.loading import DATA, names
from flattop.catalogue.files.outlines import outline
from flattop.catalogue.files.plans import plan
from flattop.catalogue.models.plan import Plan
from flattop.spotting.answer import Spotting
from flattop.spotting.belonging import outline_disagreements, plan_disagreements
from flattop.spotting.rules import Rules
from flattop.spotting.search import spotting
from flattop.spotting.validator import faults

CASES = ("recovery", "hangar")
RULES = Rules()


class Brief(NamedTuple):
    """Plans of a ship's deck and hangar; `why_not` says why there are none, `note` whose outline and plan were taken."""

    plan: Plan | None
    answers: tuple[Spotting, ...]
    why_not: str = ""
    note: str = ""


def brief(airframe: Airframe, ship: Ship, seed: int = 0) -> Brief:
    """How many of an airframe stand beside the recovery strip and in the hangar of a ship.

    Outline and plan are the catalogue's of the same names, where their sizes are those of the airframe and the ship.
    Every plan has been checked by the validator; raises ValueError where one does not hold.
    """
    if why_not := " ".join(absences(airframe, ship)):
        return Brief(None, (), why_not)
    entry, drawn = outline(airframe.name), plan(ship.name)
    answers = tuple(
        spotting(drawn, [(entry, None, None)], case, replace(RULES, moves=0 if case == "recovery" else None), seed, is_quick=True)
        for case in CASES
        if case in drawn.cases
    )  # fmt: skip
    for answer in answers:
        if wrong := faults(answer, drawn, {entry.name: entry}):
            raise ValueError("a plan failed its own check:\n" + "\n".join(wrong))
    return Brief(drawn, answers, note=" ".join(borrowings(airframe, ship)))


def absences(airframe: Airframe, ship: Ship) -> list[str]:
    """Why the catalogue has no outline of an airframe, or no plan of a ship, one sentence each; none where it has both."""
    found = []
    if airframe.name not in names("outlines"):
        found.append(f"The catalogue has no outline of {airframe.name}.")
    elif differences := outline_disagreements(outline(airframe.name), airframe):
        found.append(_refusal("outline", airframe, differences))
    if ship.name not in names("plans"):
        found.append(f"The catalogue has no plan of {ship.name}.")
    elif differences := plan_disagreements(plan(ship.name), ship):
        found.append(_refusal("plan", ship, differences))
    return found


def _refusal(kind: str, entry: Airframe | Ship, differences: list[str]) -> str:
    return f"The catalogue's {kind} of {entry.name} is not that of {entry.source_file}: {'; '.join(differences)}."


def borrowings(airframe: Airframe, ship: Ship) -> list[str]:
    """For each entry that is a user's own file, that its outline or plan is the catalogue's, one sentence each."""
    pairs = ((airframe, "outline", "airframes"), (ship, "plan", "ships"))
    return [
        f"The {kind} is the catalogue's of {entry.name}, whose sizes are those of {entry.source_file}."
        for entry, kind, shelf in pairs
        if entry.folder != DATA / shelf
    ]
