"""`flattop endurance`: how high, how fast, how far and how long, by height, with ranges; figures and a table."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from flattop.apps import options as o
from flattop.apps.conditions import stated_lines, within
from flattop.apps.destination import default_folder
from flattop.apps.printing import dataset_as_dict, say, say_files, say_json, say_table
from flattop.apps.verb import UnusableInputError, verb
from flattop.catalogue import airframe as airframe_entry
from flattop.quantities.constants import FOOT, HOUR, KNOT

if TYPE_CHECKING:
    from flattop.studies.endurance import Question

LOAD, FLIGHT = "Load", "Flight"

Payload = Annotated[float, typer.Option(help="Payload (kg).", rich_help_panel=LOAD)]
Fuel = Annotated[
    float | None, typer.Option(help="Fuel (kg). (default: full tanks, within the mass)", rich_help_panel=LOAD)
]
TakeOff = Annotated[
    float | None, typer.Option("--mass", help="At take-off (kg). (default: the sum)", rich_help_panel=LOAD)
]
Altitude = Annotated[
    str, typer.Option(help="With commas (ft). (default: up to the service ceiling)", rich_help_panel=FLIGHT)
]
Speed = Annotated[str, typer.Option(help="True airspeed (kt), or best.", rich_help_panel=FLIGHT)]
Reserve = Annotated[float, typer.Option(help="Kept in the tanks at landing (min).", rich_help_panel=FLIGHT)]
Wind = Annotated[float, typer.Option(help="Against the way out, with the way back (kt).", rich_help_panel=FLIGHT)]
Margin = Annotated[
    float, typer.Option("--stall-margin", help="Least airspeed, of the stall speed.", rich_help_panel=FLIGHT)
]


@verb
def run(
    airframe: o.AirframeName, payload: Payload = 0.0, fuel: Fuel = None, mass: TakeOff = None, altitude: Altitude = "",
    speed: Speed = "best", reserve: Reserve = 45.0, warmer: o.Warmer = 0.0, wind: Wind = 0.0, margin: Margin = 1.2,
    out: o.Out = None, json: o.Json = False,
) -> None:  # fmt: skip
    """Ceiling, speeds, climb, endurance and range by height, time on station, payload, and what it hangs on."""
    from flattop.reports.pages.folder import Folder
    from flattop.studies.endurance import endurance, question_problems

    entry = airframe_entry(airframe)
    question = _question(payload, fuel, mass, altitude, speed, reserve, warmer, wind, margin)
    if problems := question_problems(entry, question):
        raise UnusableInputError(problems)
    folder = Folder(out or default_folder("endurance", entry))
    found = endurance(entry, question)
    _write(folder, found)
    _answer(found, folder.written, json)


def _question(payload, fuel, mass, altitude, speed, reserve, warmer, wind, margin) -> "Question":
    from flattop.studies.endurance import Load, Question

    heights, problems = _numbers("--altitude", altitude)
    speeds, more = _numbers("--speed", "" if speed == "best" else speed)
    problems += more + [line for v in speeds for line in within("--speed", v, 1.0, 500.0, "kt")]
    for name, value, low, high, unit in (
        ("--payload", payload, 0.0, 1e5, "kg"), ("--reserve", reserve, 0.0, 1440.0, "min"),
        ("--wind", wind, -150.0, 150.0, "kt"), ("--stall-margin", margin, 1.1, 2.0, ""),
    ):  # fmt: skip
        problems += within(name, value, low, high, unit)
    problems += stated_lines("temperature_offset", [warmer])
    if problems:
        raise UnusableInputError(problems)
    return Question(
        load=Load(payload=payload, fuel=fuel, mass=mass),
        heights=tuple(FOOT * h for h in heights) or None,
        speed=KNOT * speeds[0] if speeds else None,
        reserve=60.0 * reserve, offset=warmer, wind=KNOT * wind, margin=margin,
    )  # fmt: skip


def _numbers(option: str, text: str) -> tuple[list[float], list[str]]:
    """The numbers of a list as given, and what is wrong with it."""
    import math

    try:
        found = [float(part) for part in text.split(",")] if text else []
    except ValueError:
        found = [math.nan]
    good = all(math.isfinite(v) for v in found)
    return (found, []) if good else ([], [f'{option} = "{text}": expected numbers with commas between them'])


def _write(folder, found):
    from flattop.reports.figures.endurance import pictures
    from flattop.reports.figures.style import png

    drawn = [(f"{picture.name}.png", png(picture)) for picture in pictures(found)]
    folder.results("endurance.nc", found)
    for name, content in drawn:
        folder.bytes(name, content)


def _answer(found, written, json):
    if json:
        say_json({**dataset_as_dict(found), "files": [str(path) for path in written]})
        return
    a: dict[Any, Any] = found.attrs
    say(
        f"{a['airframe_title']}: take-off at {a['mass_kg']:,.0f} kg, "
        f"{a['fuel_kg']:,.0f} kg of it fuel, {a['payload_kg']:,.0f} kg payload.",
        f"Service ceiling (100 ft/min) {_ranged(found, 'service_ceiling', FOOT, 'ft')}, "
        f"absolute {_ranged(found, 'absolute_ceiling', FOOT, 'ft')}.",
    )
    columns = (
        "altitude (ft)", "stall (kt)", "longest (kt)", "farthest (kt)", "fastest (kt)", "power (kW)", "fuel (kg/h)",
        "way (km/kg)", "climb (ft/min)", "endurance (h)", "range (km)",
    )  # fmt: skip
    say_table("", columns, [_row(found.isel(height=k)) for k in range(found.sizes["height"])], right=range(11))
    _say_mission(found)
    say_files(written)


def _ranged(found, name, factor, unit):
    best, low, high = (float(found[f"{name}{end}"]) / factor for end in ("", "_low", "_high"))
    return f"{best:,.0f} {unit} ({low:,.0f} to {high:,.0f})"


def _row(at):
    """A height's speeds, consumption, climb and what a load of fuel gives there."""
    value = {str(name): float(at[name]) for name in at.data_vars if at[name].ndim == 0 and at[name].dtype.kind == "f"}
    if value["fuel_flow"] != value["fuel_flow"]:
        return (f"{float(at.height) / FOOT:,.0f}", f"{value['stall_speed'] / KNOT:.0f}", *("-",) * 9)
    return (
        f"{float(at.height) / FOOT:,.0f}", f"{value['stall_speed'] / KNOT:.0f}", f"{value['best_endurance_speed'] / KNOT:.0f}",
        f"{value['best_range_speed'] / KNOT:.0f}", _three(value, "maximum_speed", KNOT), f"{value['power'] / 1e3:.0f}",
        f"{value['fuel_flow'] * HOUR:.1f}", f"{value['specific_range'] / 1e3:.1f}", f"{value['climb_rate'] / FOOT * 60:.0f}",
        _three(value, "endurance", HOUR, 1), _three(value, "range", 1e3),
    )  # fmt: skip


def _three(value, name, factor, digits=0):
    best, low, high = (value[f"{name}{end}"] / factor for end in ("", "_low", "_high"))
    return f"{best:,.{digits}f} ({low:,.{digits}f} to {high:,.{digits}f})" if best == best else "-"


def _say_mission(found):
    height = float(found.attrs["working_height_m"]) / FOOT
    parts = zip(found["phase"].values, found["phase_time"].values, found["phase_fuel"].values, strict=True)
    words = ", ".join(f"{name} {time / HOUR:.1f} h ({fuel:.0f} kg)" for name, time, fuel in parts)
    say(f"At {height:,.0f} ft: {words}.")
    station = [
        (r / 1e3, t / HOUR)
        for r, t in zip(found["radius"].values, found["time_on_station"].values, strict=True)
        if t == t
    ]
    if station:
        chosen = station[:: max(1, len(station) // 4)]
        say("On station: " + ", ".join(f"{t:.1f} h at {r:,.0f} km" for r, t in chosen) + ".")
