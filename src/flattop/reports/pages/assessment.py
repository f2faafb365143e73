"""The report of an assessment: verdict first, then what it rests on; a page, PNG figures and NetCDF results."""

from typing import TYPE_CHECKING, Any, NamedTuple

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
from flattop.reports.words.endings import ADVICE_OF, tally
from flattop.reports.words.inputs import input_table
from flattop.reports.words.open_region import cells, needs
from flattop.reports.words.wording import condition_words, touchdown_words
from flattop.studies.sensitivity.sentences import sentences

if TYPE_CHECKING:
    from flattop.catalogue import Airframe, PilotSettings, Ship
    from flattop.reports.pages.folder import Folder

MISSIONS = ("recovery", "launch")
TONES = {"GO": "go", "NO-GO": "no-go"}


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


def pictures(assessment: Any, subject: Subject) -> dict[str, Picture]:
    """Every figure of an assessment, by name."""
    a, airframe, ship = assessment, subject.airframe, subject.ship
    drawn = [
        polar(a.recovery, f"Recovery of the {airframe.title} on {ship.title}: wind over deck"),
        polar(a.launch, f"Launch of the {airframe.title} from {ship.title}: wind over deck"),
        touchdowns(a.recovery_flights, ship),
        recovery_distributions(a.recovery_flights, airframe),
        launch_distributions(a.launch_flights, airframe),
        histories(a.flight_recovery, ship),
        histories(a.flight_launch, ship),
        trim_figure(a.trim),
    ]
    drawn += [tornado(found) for found in _sensitivities(a).values() if found.sizes["input"]]
    if a.deck_motion is not None:
        drawn.append(deck_motion_by_sea(a.deck_motion))
    return {p.name: p for p in drawn}


def assessment_page(
    assessment: Any, subject: Subject, drawn: dict[str, Picture], files: list[str], spotting: Any = None
) -> str:
    """The page of an assessment; `spotting` is the section on how many fit."""
    a, who = assessment, subject
    shown = {name: embedded(picture) for name, picture in drawn.items()}
    return filled(
        "assessment.html",
        title=f"Can the {who.airframe.title} work from {who.ship.title}?",
        lede=_lede(a),
        version=a.recovery.attrs["version"],
        criteria=f"A condition is open with {a.recovery.attrs['criteria']}.",
        verdicts=[_verdict(mission, a.verdicts[mission]) for mission in MISSIONS],
        needs=[row for mission in MISSIONS for row in needs(getattr(a, mission))],
        envelopes=[_envelope(a, mission, shown) for mission in MISSIONS],
        samples=[_sample(a, mission, shown) for mission in MISSIONS],
        flights=[_flight(a, mission, who, shown) for mission in MISSIONS],
        spotting=spotting,
        background=[shown[name] for name in ("deck-motion", "trim") if name in shown],
        assumptions=assumptions(who.airframe, who.ship, who.pilot),
        sensitivities=[_sensitivity(mission, found, shown) for mission, found in _sensitivities(a).items()],
        tables=[input_table(entry) for entry in (who.airframe, who.ship, who.pilot)],
        command=who.command,
        origin=origin(a.recovery, digests(who)),
        files=files,
    )


def write_assessment(folder: "Folder", assessment: Any, subject: Subject, spotting: Any = None) -> None:
    """Write results, figures and, last, the page `report.html` into a folder."""
    drawn = pictures(assessment, subject)
    parking = spotting.files if spotting else {}
    page_files = [f"{name}.nc" for name in _results(assessment)] + [f"{name}.png" for name in drawn] + list(parking)
    page = assessment_page(assessment, subject, drawn, page_files, spotting)
    for name, dataset in _results(assessment).items():
        folder.results(f"{name}.nc", dataset)
    for name, picture in drawn.items():
        folder.bytes(f"{name}.png", png(picture))
    for name, content in parking.items():
        folder.bytes(name, content)
    folder.text("report.html", page)


def _sensitivities(a):
    """The sensitivities that were asked for, by mission."""
    found = {mission: getattr(a, f"sensitivity_{mission}") for mission in MISSIONS}
    return {mission: dataset for mission, dataset in found.items() if dataset is not None}


def _sensitivity(mission, found, shown):
    return {"mission": mission, "sentences": sentences(found), "picture": shown.get(f"sensitivity-{mission}")}


def _results(a):
    """The datasets of an assessment by file name."""
    named = {
        "envelope-recovery": a.recovery,
        "envelope-launch": a.launch,
        "flights-recovery": a.recovery_flights,
        "flights-launch": a.launch_flights,
        "trajectory-recovery": a.flight_recovery,
        "trajectory-launch": a.flight_launch,
        "deck-motion": a.deck_motion,
        "trim": a.trim,
        **{f"sensitivity-{mission}": found for mission, found in _sensitivities(a).items()},
    }
    return {name: dataset for name, dataset in named.items() if dataset is not None}


def _lede(a):
    total = int(a.recovery["sample_count"].sum() + a.launch["sample_count"].sum())
    total += a.recovery_flights.sizes["flight"] + a.launch_flights.sizes["flight"]
    made = f"Flattop {a.recovery.attrs['version']}, seed {a.recovery.attrs['seed']}"
    return f"{total:,} simulated flights from a moving deck, in wind, turbulence and sea. {made}."


def _verdict(mission, verdict):
    tone = TONES.get(str(verdict.decision), "go-in-part")
    return {"mission": mission, "decision": str(verdict.decision), "tone": tone, "sentences": list(verdict.sentences)}


def _envelope(a, mission, shown):
    return {"mission": mission, "picture": shown[f"polar-{mission}"], "cells": cells(getattr(a, mission))}


def _sample(a, mission, shown):
    flights = getattr(a, f"{mission}_flights")
    names = ("touchdowns", "recovery-distributions") if mission == "recovery" else ("launch-distributions",)
    return {
        "mission": mission,
        "condition": condition_words(flights.attrs),
        "tally": _tally(flights),
        "pictures": [shown[name] for name in names],
    }


def _tally(flights):
    total = flights.sizes["flight"]
    return [
        {"name": name, "count": f"{count:,}", "share": f"{100.0 * count / total:.2f} %", "advice": ADVICE_OF[name]}
        for name, count in tally(flights)
    ]


def _flight(a, mission, who, shown):
    flight = getattr(a, f"flight_{mission}")
    strip = who.ship.strip
    return {
        "name": f"scene-{mission}",
        "title": f"A {mission}",
        "words": " ".join(
            [condition_words(flight.attrs), *touchdown_words(flight, strip.touchdown_x.si, strip.centre_y.si)]
        ),
        "scene": replay(flight, who.airframe, who.ship),
        "picture": shown[f"flight-{mission}"],
    }
