"""The report of an assessment: verdict first, then what it rests on; a page, PNG figures and NetCDF results."""

from typing import TYPE_CHECKING, NamedTuple

from flattop.reports.figures.distributions import launch_distributions, recovery_distributions
from flattop.reports.figures.history import histories
from flattop.reports.figures.motion import deck_motion_by_sea
from flattop.reports.figures.polar import polar
from flattop.reports.figures.sensitivity import tornado
from flattop.reports.figures.style import Picture, png
from flattop.reports.figures.touchdown import touchdowns
from flattop.reports.figures.trim import trim_figure
from flattop.reports.pages.page import embedded, filled, origin
from flattop.reports.scene.replay import replay
from flattop.reports.words.assumptions import assumptions
from flattop.reports.words.endings import tally
from flattop.reports.words.inputs import input_table
from flattop.reports.words.open_region import cells, needs
from flattop.reports.words.wording import condition_words, touchdown_words
from flattop.studies.criteria import percent
from flattop.studies.failures import ADVICE_OF
from flattop.studies.sensitivity.sentences import sentences
from flattop.studies.verdict import Answer

if TYPE_CHECKING:
    from flattop.catalogue import Airframe, PilotSettings, Ship
    from flattop.reports.pages.folder import Folder
    from flattop.reports.spotting.section import SpottingSection
    from flattop.studies.assessment import Assessment, MissionFinding

TONES = {Answer.GO: "go", Answer.GO_IN_PART: "go-in-part", Answer.UNDECIDED: "undecided", Answer.NO_GO: "no-go"}
"""Classes of the style sheet."""


class Subject(NamedTuple):
    """Who was assessed, and the command that does it again."""

    airframe: "Airframe"
    ship: "Ship"
    pilot: "PilotSettings"
    command: str


def digests(subject: Subject) -> dict[str, str]:
    """SHA-256 of every input file, by its name."""
    from flattop.catalogue.files.response import response

    ship = subject.ship
    found = {entry.source_file: entry.digest for entry in (subject.airframe, ship, subject.pilot)}
    if ship.response is not None:
        operators = response(ship)
        found[operators.source_file] = operators.digest
    return found


def missions(assessment: "Assessment") -> "dict[str, MissionFinding]":
    """What was found of each mission, in the order of the page."""
    return {"recovery": assessment.recovery, "launch": assessment.launch}


def pictures(assessment: "Assessment", subject: Subject) -> dict[str, Picture]:
    """Every figure of an assessment, by name."""
    recovery, launch, airframe, ship = assessment.recovery, assessment.launch, subject.airframe, subject.ship
    drawn = [
        polar(recovery.envelope, f"Recovery of the {airframe.title} on {ship.title}: wind over deck"),
        polar(launch.envelope, f"Launch of the {airframe.title} from {ship.title}: wind over deck"),
        touchdowns(recovery.flights, ship),
        recovery_distributions(recovery.flights, airframe),
        launch_distributions(launch.flights, airframe),
        histories(recovery.flight, ship),
        histories(launch.flight, ship),
        trim_figure(assessment.trim),
    ]
    drawn += [tornado(found) for found in _sensitivities(assessment).values() if found.sizes["input"]]
    drawn.append(deck_motion_by_sea(assessment.deck_motion))
    return {p.name: p for p in drawn}


def assessment_page(
    assessment: "Assessment",
    subject: Subject,
    drawn: dict[str, Picture],
    files: list[str],
    spotting: "SpottingSection | None" = None,
) -> str:
    """The page of an assessment; `spotting` is the section on how many fit."""
    who, found, whole = subject, missions(assessment), assessment.recovery.envelope
    shown = {name: embedded(picture) for name, picture in drawn.items()}
    return filled(
        "assessment.html",
        title=f"Can the {who.airframe.title} work from {who.ship.title}?",
        lede=_lede(assessment),
        version=whole.attrs["version"],
        criteria=f"A condition is open with {whole.attrs['criteria']}.",
        confidence=percent(whole.attrs["confidence"]),
        verdicts=[_verdict(mission, f.verdict) for mission, f in found.items()],
        needs=[row for f in found.values() for row in needs(f.envelope)],
        envelopes=[_envelope(mission, f, shown) for mission, f in found.items()],
        samples=[_sample(mission, f, shown) for mission, f in found.items()],
        flights=[_flight(mission, f, who, shown) for mission, f in found.items()],
        spotting=spotting,
        background=[shown["deck-motion"], shown["trim"]],
        assumptions=assumptions(who.airframe, who.ship, who.pilot),
        sensitivities=[_sensitivity(mission, data, shown) for mission, data in _sensitivities(assessment).items()],
        tables=[input_table(entry) for entry in (who.airframe, who.ship, who.pilot)],
        command=who.command,
        origin=origin(whole, digests(who)),
        files=files,
    )


def write_assessment(
    folder: "Folder", assessment: "Assessment", subject: Subject, spotting: "SpottingSection | None" = None
) -> None:
    """Write results, figures and, last, the page `report.html` into a folder."""
    drawn, results = pictures(assessment, subject), _results(assessment)
    parking = spotting.files if spotting else {}
    page_files = [f"{name}.nc" for name in results] + [f"{name}.png" for name in drawn] + list(parking)
    page = assessment_page(assessment, subject, drawn, page_files, spotting)
    for name, dataset in results.items():
        folder.results(f"{name}.nc", dataset)
    for name, picture in drawn.items():
        folder.bytes(f"{name}.png", png(picture))
    for name, content in parking.items():
        folder.bytes(name, content)
    folder.text("report.html", page)


def _sensitivities(assessment):
    """The sensitivities that were asked for, by mission."""
    return {mission: f.sensitivity for mission, f in missions(assessment).items() if f.sensitivity is not None}


def _sensitivity(mission, found, shown):
    return {"mission": mission, "sentences": sentences(found), "picture": shown.get(f"sensitivity-{mission}")}


def _results(assessment):
    """The datasets of an assessment by file name."""
    found = missions(assessment)
    return {
        **{f"envelope-{mission}": f.envelope for mission, f in found.items()},
        **{f"flights-{mission}": f.flights for mission, f in found.items()},
        **{f"trajectory-{mission}": f.flight for mission, f in found.items()},
        "deck-motion": assessment.deck_motion,
        "trim": assessment.trim,
        **{f"sensitivity-{mission}": data for mission, data in _sensitivities(assessment).items()},
    }


def _lede(assessment):
    found = missions(assessment).values()
    total = sum(int(f.envelope["sample_count"].sum()) + f.flights.sizes["flight"] for f in found)
    made = assessment.recovery.envelope.attrs
    return (
        f"{total:,} simulated flights from a moving deck, in wind, turbulence and sea. "
        f"Flattop {made['version']}, seed {made['seed']}."
    )


def _verdict(mission, verdict):
    tone = TONES[verdict.decision]
    return {"mission": mission, "decision": str(verdict.decision), "tone": tone, "sentences": list(verdict.sentences)}


def _envelope(mission, found, shown):
    return {"mission": mission, "picture": shown[f"polar-{mission}"], "cells": cells(found.envelope)}


def _sample(mission, found, shown):
    names = ("touchdowns", "recovery-distributions") if mission == "recovery" else ("launch-distributions",)
    return {
        "mission": mission,
        "condition": condition_words(found.flights.attrs),
        "tally": _tally(found.flights),
        "pictures": [shown[name] for name in names],
    }


def _tally(flights):
    total = flights.sizes["flight"]
    return [
        {"name": name, "count": f"{count:,}", "share": f"{100.0 * count / total:.2f} %", "advice": ADVICE_OF[name]}
        for name, count in tally(flights)
    ]


def _flight(mission, found, who, shown):
    strip, condition = who.ship.strip, condition_words(found.flight.attrs)
    words = [condition, *touchdown_words(found.flight, strip.touchdown_x.si, strip.centre_y.si)]
    return {
        "name": f"scene-{mission}",
        "title": f"A {mission}",
        "words": " ".join(words),
        "scene": replay(found.flight, who.airframe, who.ship),
        "picture": shown[f"flight-{mission}"],
    }
