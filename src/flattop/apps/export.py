"""`flattop export`: an airframe in the words of another program."""

from pathlib import Path
from typing import Annotated

import typer

from flattop.apps import options as o
from flattop.apps.destination import default_folder
from flattop.apps.printing import say, say_files, say_json
from flattop.apps.trim import MassOption, mass_of
from flattop.apps.verb import UnusableInputError, verb
from flattop.catalogue import airframe as airframe_entry
from flattop.scenario.scenario import launch_mass

FORMATS = ("jsbsim",)

Format = Annotated[str, typer.Argument(metavar="FORMAT", help="What for: jsbsim.")]


@verb
def run(
    format: Format, airframe: o.AirframeName, mass: MassOption = None, out: o.Out = None, json: o.Json = False
) -> None:  # fmt: skip
    """A complete JSBSim aircraft: aerodynamics, mass, engine, propeller, gear, control mixing."""
    if format not in FORMATS:
        raise UnusableInputError([f"FORMAT = {format}: expected {' or '.join(FORMATS)}"])
    entry = airframe_entry(airframe)
    loaded = _mass(entry, mass)
    written = _written(entry, loaded, out or default_folder("export-jsbsim", entry))
    _answer(entry, loaded, written, json)


def _mass(entry, mass):
    """The mass asked for, or that of a launch [kg]."""
    return launch_mass(entry) if mass is None else mass_of(entry, mass)


def _written(entry, mass, out: Path) -> list[Path]:
    """Every file made before the first is written, each written whole."""
    from flattop.exchange.jsbsim.aircraft import jsbsim_files
    from flattop.reports.pages.folder import Folder

    root = Folder(out)
    files = jsbsim_files(entry, mass)
    folders = {Path(name).parent: Folder(root.path / Path(name).parent) for name in files}
    return [folders[Path(name).parent].text(Path(name).name, text) for name, text in files.items()]


def _answer(entry, mass, written, json):
    model = written[0].stem
    if json:
        answer = {"airframe": entry.name, "digest": entry.digest, "format": "jsbsim", "model": model, "mass_kg": mass}
        say_json({**answer, "files": [str(path) for path in written]})
        return
    say(f"{entry.title} at {mass:,.0f} kg as JSBSim's aircraft {model}; what differs stands at the head of its file.")
    say_files(written)
