"""`flattop trim`: steady flight over airspeed, and why there is none where there is none."""

from typing import Annotated

import typer

from flattop.apps import options as o
from flattop.apps.conditions import check_counts, stated_lines
from flattop.apps.destination import default_folder
from flattop.apps.printing import dataset_as_dict, say, say_files, say_json, say_table
from flattop.apps.verb import UnusableInputError, verb
from flattop.catalogue import airframe as airframe_entry
from flattop.quantities.constants import KNOT
from flattop.scenario.scenario import mass_faults, recovery_mass

SPEEDS = 25  # looked at

MassOption = Annotated[float | None, typer.Option(help="Mass (kg) (default: as in a recovery)")]
HeightOption = Annotated[float, typer.Option(help="Above the sea (m).")]
Flap = Annotated[float, typer.Option(help="0 up to 1 landing setting.")]
Gear = Annotated[bool, typer.Option("--gear-down/--gear-up", help="The landing gear.")]


@verb
def run(
    airframe: o.AirframeName, mass: MassOption = None, height: HeightOption = 0.0, flap: Flap = 0.0,
    gear: Gear = False, warmer: o.Warmer = 0.0, out: o.Out = None, json: o.Json = False,
) -> None:  # fmt: skip
    """Steady level flight: angle of attack, elevator and power over airspeed, and why not where not."""
    from flattop.reports.pages.folder import Folder

    entry = airframe_entry(airframe)
    check_counts(height=(height, 0.0, 15000.0), flap=(flap, 0.0, 1.0))
    if problems := stated_lines("temperature_offset", [warmer]):
        raise UnusableInputError(problems)
    loaded = mass_of(entry, mass)
    folder = Folder(out or default_folder("trim", entry))
    curve = _curve(entry, loaded, height, flap, float(gear), warmer)
    _write(folder, curve)
    _answer(curve, entry, loaded, folder.written, json)


def mass_of(entry, mass):
    """The mass asked for, if the airframe can have it [kg]."""
    if mass is None:
        return recovery_mass(entry)
    if found := mass_faults(entry, mass):
        raise UnusableInputError([o.line_of(fault) for fault in found])
    return mass


def _curve(entry, mass, height, flap, gear, warmer):
    import numpy as np

    from flattop.studies.trim import trim_curve

    speeds = np.linspace(15.0, 1.05 * entry.limits.maximum_speed.si, SPEEDS)
    return trim_curve(entry, mass, speeds, height, flap, gear, temperature_offset=warmer)


def _write(folder, curve):
    from flattop.reports.figures.style import png
    from flattop.reports.figures.trim import trim_figure

    folder.results("trim.nc", curve)
    folder.bytes("trim.png", png(trim_figure(curve)))


def _answer(curve, entry, mass, written, json):
    if json:
        say_json({**dataset_as_dict(curve), "files": [str(path) for path in written]})
        return
    say(f"{entry.title} at {mass:,.0f} kg.")
    columns = ("airspeed [kt]", "alpha [deg]", "elevator [deg]", "power [kW]", "why not")
    names = ("airspeed", "alpha", "elevator", "power", "problem")
    rows = [_row(*point) for point in zip(*(curve[name].values for name in names), strict=True)]
    say_table("", columns, rows, right=(0, 1, 2, 3))
    say_files(written)


def _row(speed, alpha, elevator, power, why):
    """A speed and its steady flight; only the reason where there is none."""
    found = ("", "", "") if why else (f"{alpha:.1f}", f"{elevator:.1f}", f"{power:.0f}")
    return f"{speed / KNOT:.0f}", *found, str(why)
