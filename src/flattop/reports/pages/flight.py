"""The report of one flight: what happened, the replay, its time histories, and what it was flown with."""

from typing import TYPE_CHECKING

from flattop.reports.figures.history import histories
from flattop.reports.figures.style import Picture, png
from flattop.reports.pages.assessment import Subject, digests
from flattop.reports.pages.page import embedded, filled, origin
from flattop.reports.scene.replay import replay
from flattop.reports.words.inputs import input_table
from flattop.reports.words.wording import condition_words, touchdown_words
from flattop.studies.failures import GOOD, HARM

if TYPE_CHECKING:
    import xarray as xr

    from flattop.reports.pages.folder import Folder


def flight_page(flight: "xr.Dataset", subject: Subject, picture: Picture, files: list[str]) -> str:
    """The page of one flight."""
    who, outcome, mission = subject, str(flight.attrs["outcome"]), str(flight.attrs["mission"])
    entries = (who.airframe, who.ship, who.pilot)
    return filled(
        "flight.html",
        title=f"A {mission} of the {who.airframe.title}: {who.ship.title}",
        lede=condition_words(flight.attrs),
        version=flight.attrs["version"],
        mission=mission,
        outcome=outcome,
        tone="go" if outcome in GOOD else "no-go" if outcome in HARM else "go-in-part",
        sentences=touchdown_words(flight, who.ship.strip.touchdown_x.si, who.ship.strip.centre_y.si),
        scene=replay(flight, who.airframe, who.ship),
        picture=embedded(picture),
        tables=[input_table(entry) for entry in entries],
        command=who.command,
        origin=origin(flight, digests(who)),
        files=files,
    )


def write_flight(folder: "Folder", flight: "xr.Dataset", subject: Subject) -> None:
    """Write trajectory, picture and, last, the page `report.html` into a folder."""
    picture = histories(flight, subject.ship)
    page = flight_page(flight, subject, picture, ["trajectory.nc", "flight.png"])
    folder.results("trajectory.nc", flight)
    folder.bytes("flight.png", png(picture))
    folder.text("report.html", page)
