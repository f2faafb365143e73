"""`flattop envelope`: which winds over the deck and seas are open for launch or recovery, and what closes the rest."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from flattop.apps import options as o
from flattop.apps.conditions import Asked, check_counts, entries, scenario, sea_lines, stated_lines
from flattop.apps.destination import default_folder
from flattop.apps.printing import dataset_as_dict, say, say_files, say_json, say_table
from flattop.apps.progress import bar
from flattop.apps.verb import UnusableInputError, verb
from flattop.catalogue import sea as sea_entry

if TYPE_CHECKING:
    from flattop.studies.envelope import Grid

Budget = Annotated[int, typer.Option(help="Flights to spend in all.")]
Speeds = Annotated[str, typer.Option(help="Winds over deck (kt), with commas.", rich_help_panel="Grid")]
Angles = Annotated[str, typer.Option(help="From so many degrees from the bow, + starboard.", rich_help_panel="Grid")]
Seas = Annotated[str, typer.Option(help="Sea states: catalogue names, with commas.", rich_help_panel="Grid")]


@verb
def run(
    airframe: o.AirframeName, ship: o.ShipName, recover: o.Recover = True, budget: Budget = 100_000,
    speeds: Speeds = "0,10,15,20,25,30,35", angles: Angles = "-45,-30,-15,0,15,30,45", seas: Seas = "ss3,ss4,ss5",
    ship_speed: o.ShipSpeed = None, wave_angle: o.WaveAngle = 30.0, mass: o.Mass = None, warmer: o.Warmer = 0.0,
    turbulence: o.Turbulence = 1.0, pilot: o.Pilot = "standard", seed: o.Seed = 1, out: o.Out = None,
    json: o.Json = False,
) -> None:  # fmt: skip
    """The launch or recovery envelope: a polar of wind over deck for each sea, with the causes of failure."""
    from flattop.reports.pages.folder import Folder

    check_counts(seed=(seed, 0, 2**63 - 1), budget=(budget, 1, 10**9))
    who = entries(airframe, ship, pilot)
    asked = Asked(ship_speed=ship_speed, mass=mass, warmer=warmer, turbulence=turbulence, wave_angle=wave_angle)
    base, conditions = scenario(asked, who, recover), grid(speeds, angles, seas)
    folder = Folder(out or default_folder(f"envelope-{base.mission}", who.airframe, who.ship))
    found = _flown(base, conditions, budget, seed)
    _write(folder, found, base)
    _answer(found, folder.written, json)


def grid(speeds: str, angles: str, seas: str) -> "Grid":
    """The conditions of an envelope, from lists with commas; raises UnusableInputError with all problems."""
    from flattop.studies.envelope import Grid

    wind, problems = _numbers("--speeds", speeds, "wind_over_deck")
    bearing, more = _numbers("--angles", angles, "wind_from")
    chosen = [name.strip() for name in seas.split(",")]
    if problems := [*problems, *more, *(line for name in chosen for line in sea_lines("--seas", name))]:
        raise UnusableInputError(problems)
    waves = sorted((sea_entry(name).waves for name in chosen), key=lambda w: w.significant_height.si)
    return Grid(
        speeds=tuple(o.in_si("wind_over_deck", v) for v in wind),
        angles=tuple(o.in_si("wind_from", a) for a in bearing),
        heights=tuple(w.significant_height.si for w in waves),
        periods=tuple(w.modal_period.si for w in waves),
    )


def _numbers(option: str, text: str, field: str) -> tuple[list[float], list[str]]:
    """The numbers of a list in rising order, and what is wrong with it as values of a field of the condition."""
    try:
        found = sorted({float(part) for part in text.split(",")})
    except ValueError:
        return [], [f'{option} = "{text}": expected numbers with commas between them']
    return found, stated_lines(field, found, option)


def _flown(base: Any, conditions: "Grid", budget: int, seed: int) -> Any:
    from flattop.studies.envelope import envelope

    with bar(budget, f"flying the {base.mission} envelope") as ended:
        return envelope(base, conditions, budget, seed, progress=ended)


def _write(folder, found, base):
    from flattop.reports.figures.polar import polar
    from flattop.reports.figures.style import png

    words = f"{base.mission.capitalize()}, {base.airframe.title}, {base.ship.title}: wind over deck"
    folder.results(f"envelope-{base.mission}.nc", found)
    folder.bytes(f"polar-{base.mission}.png", png(polar(found, words)))


def _answer(found, written, json):
    from flattop.reports.words.open_region import needs

    if json:
        say_json({**dataset_as_dict(found), "files": [str(path) for path in written]})
        return
    rows = [(n.sea, n.ahead, n.unproven, n.sector, f"{n.open} of {n.total}", str(n.undecided)) for n in needs(found)]
    columns = (
        "wave height",
        "open, from ahead",
        "no mishap seen, not proven",
        "widest sector",
        "open",
        "undecided",
    )
    say_table("", columns, rows, right=(4, 5))
    say(f"{int(found.attrs['flights']):,} flights. Open: {found.attrs['criteria']}.")
    say_files(written)
