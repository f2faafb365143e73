"""`flattop fly`: one flight, what happened in sentences, its picture, trajectory and page."""

from pathlib import Path
from typing import Annotated

import typer

from flattop.apps import options as o
from flattop.apps.conditions import Asked, check_counts, entries, scenario
from flattop.apps.destination import default_folder, same_command
from flattop.apps.printing import say, say_files, say_json
from flattop.apps.progress import waiting
from flattop.apps.verb import verb

Number = Annotated[int, typer.Option(help="Number of the flight; with the seed it names the flight in every study.")]


@verb
def run(
    airframe: o.AirframeName, ship: o.ShipName, recover: o.Recover = True, number: Number = 0,
    wod: o.WindOverDeck = 20.0, wod_angle: o.WindAngle = 0.0, ship_speed: o.ShipSpeed = None,
    sea: o.SeaName = None, hs: o.Height = None, tp: o.Period = None, wave_angle: o.WaveAngle = 30.0,
    mass: o.Mass = None, warmer: o.Warmer = 0.0, turbulence: o.Turbulence = 1.0, length: o.Run = None,
    pilot: o.Pilot = "standard", seed: o.Seed = 1, out: o.Out = None, json: o.Json = False,
) -> None:  # fmt: skip
    """One flight: what happened, with picture, trajectory file and a page with a replay."""
    from flattop.reports.pages.folder import Folder

    check_counts(seed=(seed, 0, 2**63 - 1), number=(number, 0, 2**40))
    who = entries(airframe, ship, pilot)
    asked = Asked(wod=wod, wod_angle=wod_angle, ship_speed=ship_speed, mass=mass, warmer=warmer, turbulence=turbulence,
                  sea=sea, hs=hs, tp=tp, wave_angle=wave_angle, run=length)  # fmt: skip
    wanted = scenario(asked, who, recover)
    folder = Folder(out or default_folder("fly", who.airframe, who.ship))
    flight = _flown(wanted, number, seed)
    _write(folder, flight, who, seed)
    _answer(flight, wanted, folder.written, json)


def _flown(wanted, number, seed):
    from flattop.studies.flight import trajectory

    with waiting("flying"):
        return trajectory(wanted, number, seed)


def _write(folder, flight, who, seed):
    from flattop.reports.pages.assessment import Subject
    from flattop.reports.pages.flight import write_flight

    with waiting("drawing"):
        write_flight(folder, flight, Subject(*who, command=same_command(seed)))


def _answer(flight, wanted, written: list[Path], json: bool) -> None:
    from flattop.reports.words.wording import condition_words, touchdown_words

    if json:
        say_json({**flight.attrs, "files": [str(path) for path in written]})
        return
    strip = wanted.ship.strip
    say(f"{wanted.airframe.title}, {wanted.mission}, {wanted.ship.title}.", condition_words(flight.attrs))
    say(*touchdown_words(flight, strip.touchdown_x.si, strip.centre_y.si))
    say_files(written)
