"""Options that several verbs share, in the units people use: knots, degrees from the bow, metres.

Those that state a condition take their help and their bounds from the fields of `Condition`: no range is typed twice.
"""

from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from flattop.catalogue.models.units import UNITS
from flattop.quantities.ranges import Fault, Unit, ranges
from flattop.scenario.condition import Condition

AIR, SEA = "Wind and aircraft", "Sea"
CONDITION = ranges(Condition)


class Stated(NamedTuple):
    """How an option states a field of a condition: its name and unit, its panel in the help, what holds where it is left out."""

    option: str
    unit: str
    panel: str
    left_out: str = ""

    @property
    def argument(self) -> str:
        """The option's name as an argument of a verb: `wod_angle`."""
        return self.option.lstrip("-").replace("-", "_")


OPTIONS = {
    "wind_over_deck": Stated("--wod", "kt", AIR),
    "wind_from": Stated("--wod-angle", "deg", AIR),
    "ship_speed": Stated("--ship-speed", "kt", AIR, "half of the wind ahead, 5 kt to operating speed"),
    "mass": Stated("--mass", "kg", AIR, "maximum take-off mass, or full payload and a fifth of the fuel"),
    "temperature_offset": Stated("--warmer", "K", AIR),
    "turbulence": Stated("--turbulence", "1", AIR),
    "run": Stated("--run", "m", AIR, "from the ship's aft-most start"),
    "significant_height": Stated("--hs", "m", SEA, "that of sea state 4"),
    "modal_period": Stated("--tp", "s", SEA, "as a sea of that height usually has"),
    "wave_from": Stated("--wave-angle", "deg", SEA),
}
"""The fields of a condition that can be stated on the command line."""


def unit_of(field: str) -> Unit:
    """The unit an option states a field in."""
    name = OPTIONS[field].unit
    return Unit(name, UNITS[name].factor)


def in_si(field: str, value: float) -> float:
    """A value of an option in the unit of its field."""
    return value * unit_of(field).factor


def line_of(fault: Fault, option: str = "") -> str:
    """What is wrong with a field of a condition, by the option that states it, or another, and in that option's unit."""
    if fault.field not in OPTIONS:
        return fault.line(option)
    return fault.line(option or OPTIONS[fault.field].option, unit_of(fault.field))


def _option(field: str) -> Any:
    """The option that states a field of a condition."""
    option, _, panel, left_out = OPTIONS[field]
    what = CONDITION[field]
    text = f"{what.description[0].upper()}{what.description[1:]} ({what.words(unit_of(field))})."
    return typer.Option(option, help=f"{text} (default: {left_out})" if left_out else text, rich_help_panel=panel)


AirframeName = Annotated[str, typer.Argument(metavar="AIRFRAME", help="Catalogue name, or a path to a TOML file.")]
ShipName = Annotated[str, typer.Argument(metavar="SHIP", help="Catalogue name, or a path to a TOML file.")]
Recover = Annotated[bool, typer.Option("--recover/--launch", help="Which of the two to fly.")]
Seed = Annotated[int, typer.Option(help="Seed of the study; the same seed gives the same flights.")]
Out = Annotated[Path | None, typer.Option(help="Folder for the files written. (default: flattop-out/...)")]
Json = Annotated[bool, typer.Option("--json", help="Machine-readable result on standard output, nothing else there.")]
Pilot = Annotated[str, typer.Option(help="Pilot settings: catalogue name, or a path to a TOML file.")]

WindOverDeck = Annotated[float, _option("wind_over_deck")]
WindAngle = Annotated[float, _option("wind_from")]
ShipSpeed = Annotated[float | None, _option("ship_speed")]
Mass = Annotated[float | None, _option("mass")]
Warmer = Annotated[float, _option("temperature_offset")]
Turbulence = Annotated[float, _option("turbulence")]
Run = Annotated[float | None, _option("run")]
SeaName = Annotated[
    str | None, typer.Option("--sea", help="Sea state: catalogue name (ss4), or a path.", rich_help_panel=SEA)
]
Height = Annotated[float | None, _option("significant_height")]
Period = Annotated[float | None, _option("modal_period")]
WaveAngle = Annotated[float, _option("wave_from")]
WidthMargin = Annotated[
    float | None,
    typer.Option(
        "--width-margin",
        help="Operator's rule: width wanted beyond the span, both sides together (m). (default: 6, 3 m at each tip)",
        rich_help_panel=AIR,
    ),
]
