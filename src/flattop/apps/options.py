"""Options that several verbs share, in the units people use: knots, degrees from the bow, metres."""

from pathlib import Path
from typing import Annotated

import typer

AIR, SEA = "Wind and aircraft", "Sea"

AirframeName = Annotated[str, typer.Argument(metavar="AIRFRAME", help="Catalogue name, or a path to a TOML file.")]
ShipName = Annotated[str, typer.Argument(metavar="SHIP", help="Catalogue name, or a path to a TOML file.")]
Recover = Annotated[bool, typer.Option("--recover/--launch", help="Which of the two to fly.")]
Seed = Annotated[int, typer.Option(help="Seed of the study; the same seed gives the same flights.")]
Out = Annotated[Path | None, typer.Option(help="Folder for the files written. (default: flattop-out/...)")]
Json = Annotated[bool, typer.Option("--json", help="Machine-readable result on standard output, nothing else there.")]
Pilot = Annotated[str, typer.Option(help="Pilot settings: catalogue name, or a path to a TOML file.")]

WindOverDeck = Annotated[float, typer.Option("--wod", help="Wind over deck (kt).", rich_help_panel=AIR)]
WindAngle = Annotated[
    float,
    typer.Option("--wod-angle", help="It comes from so many degrees from the bow, + starboard.", rich_help_panel=AIR),
]
ShipSpeed = Annotated[
    float | None,
    typer.Option(
        "--ship-speed",
        help="Speed of the ship (kt) (default: half of the wind ahead, 5 kt to operating speed)",
        rich_help_panel=AIR,
    ),
]
Mass = Annotated[float | None, typer.Option("--mass", help="Of the aircraft at the start (kg).", rich_help_panel=AIR)]
Warmer = Annotated[
    float, typer.Option("--warmer", help="Air temperature above the standard atmosphere (K).", rich_help_panel=AIR)
]
Turbulence = Annotated[
    float, typer.Option("--turbulence", help="Factor on the intensity of turbulence.", rich_help_panel=AIR)
]
SeaName = Annotated[
    str | None, typer.Option("--sea", help="Sea state: catalogue name (ss4), or a path.", rich_help_panel=SEA)
]
Height = Annotated[float | None, typer.Option("--hs", help="Significant wave height (m).", rich_help_panel=SEA)]
Period = Annotated[float | None, typer.Option("--tp", help="Modal period (s).", rich_help_panel=SEA)]
WaveAngle = Annotated[
    float,
    typer.Option("--wave-angle", help="The sea comes from, degrees from the bow, + starboard.", rich_help_panel=SEA),
]
Run = Annotated[
    float | None,
    typer.Option(
        "--run", help="Deck run of a launch (m). (default: from the ship's aft-most start)", rich_help_panel=AIR
    ),
]
WidthMargin = Annotated[
    float | None,
    typer.Option(
        "--width-margin",
        help="Operator's rule: width wanted beyond the span, both sides together (m). (default: 6, 3 m at each tip)",
        rich_help_panel=AIR,
    ),
]
