"""`flattop assess`: launch and recovery of an airframe on a ship, a verdict with its reasons, one report."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from flattop.apps import options as o
from flattop.apps.conditions import Asked, check_counts, entries, scenario
from flattop.apps.destination import default_folder, same_command
from flattop.apps.parking import parking
from flattop.apps.printing import say, say_files, say_json
from flattop.apps.progress import staged, waiting
from flattop.apps.verb import verb

MISSIONS = ("launch", "recovery")


class SizeName(StrEnum):
    """How much to fly."""

    quick = "quick"
    default = "default"
    large = "large"


Sensitivity = Annotated[
    bool | None, typer.Option(help="Which uncertain inputs move the verdict; by default unless the size is quick.")
]
SizeOption = Annotated[SizeName, typer.Option(help="How much to fly.")]


@verb
def run(
    airframe: o.AirframeName, ship: o.ShipName, size: SizeOption = SizeName.default,
    ship_speed: o.ShipSpeed = None, wave_angle: o.WaveAngle = 30.0, mass: o.Mass = None, warmer: o.Warmer = 0.0,
    turbulence: o.Turbulence = 1.0, width_margin: o.WidthMargin = None, pilot: o.Pilot = "standard", seed: o.Seed = 1,
    sensitivity: Sensitivity = None, out: o.Out = None, json: o.Json = False,
) -> None:  # fmt: skip
    """Whether the airframe can work from the ship: verdict, reasons, envelopes and flights in one report."""
    from flattop.reports.pages.folder import Folder

    check_counts(seed=(seed, 0, 2**63 - 1), **{"width-margin": (width_margin or 0.0, 0.0, 100.0)})
    who = entries(airframe, ship, pilot)
    asked = Asked(ship_speed=ship_speed, mass=mass, warmer=warmer, turbulence=turbulence, wave_angle=wave_angle)
    base = scenario(asked, who, recover=True)
    folder = Folder(out or default_folder("assess", who.airframe, who.ship))
    with parking(airframe, ship, seed) as parked:
        found = _flown(who, base, _chosen(size, sensitivity), seed, width_margin)
        _write(folder, found, who, seed, parked)
    _answer(found, folder.written, json)


def _chosen(size: str, sensitivity: bool | None) -> Any:
    """The size, with sensitivities as asked for."""
    from flattop.studies.assessment import LIGHT, SIZES

    chosen = SIZES[size]
    if sensitivity is None:
        return chosen
    return chosen._replace(sensitivity=(chosen.sensitivity or LIGHT) if sensitivity else None)


def _flown(who: Any, base: Any, size: Any, seed: int, width_margin: float | None) -> Any:
    from flattop.studies.assessment import assess
    from flattop.studies.criteria import STANDARD, Criteria
    from flattop.studies.sensitivity import uncertain_inputs

    criteria = STANDARD if width_margin is None else Criteria(width_margin=width_margin)
    stages = {"envelope": size.budget, "flights": size.flights}
    if size.sensitivity:
        stages["sensitivities"] = size.sensitivity.total(len(uncertain_inputs(base)))
    totals = {f"{m} {what}": n for m in MISSIONS for what, n in stages.items()}
    with staged(totals) as ended:
        return assess(*who, seed=seed, size=size, criteria=criteria, condition=base.condition, progress=ended)


def _write(folder, found, who, seed, parked):
    from flattop.reports.pages.assessment import Subject, write_assessment

    with waiting("drawing"):
        write_assessment(folder, found, Subject(*who, command=same_command(seed)), parked())


def _answer(found, written, json):
    from flattop.studies.sensitivity import sentences

    if json:
        verdicts = {m: v._asdict() for m, v in found.verdicts.items()}
        rates = {f"{m}_flights": dict(getattr(found, f"{m}_flights").attrs) for m in MISSIONS}
        say_json({"verdicts": verdicts, **rates, "files": [str(path) for path in written]})
        return
    for mission in MISSIONS:
        verdict, moved = found.verdicts[mission], getattr(found, f"sensitivity_{mission}")
        lines = [*verdict.sentences, *(sentences(moved) if moved is not None else [])]
        say(f"{mission.capitalize()}: {verdict.decision}", *(f"  {line}" for line in lines), "")
    say_files(written)
