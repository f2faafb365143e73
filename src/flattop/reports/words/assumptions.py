"""What a verdict hangs on: the weakest parts of the model, said plainly and with the numbers at hand."""

from typing import TYPE_CHECKING, NamedTuple

from flattop.catalogue import described
from flattop.reports.words.inputs import WEAK, span

if TYPE_CHECKING:
    from flattop.catalogue import Airframe, PilotSettings, Ship
    from flattop.catalogue.models.entry import Entry


class Assumption(NamedTuple):
    """One weak point."""

    title: str
    text: str


def assumptions(airframe: "Airframe", ship: "Ship", pilot: "PilotSettings") -> list[Assumption]:
    """The weakest assumptions of a study, the gravest first."""
    found = [_airwake(ship), _autoland(pilot), _aerodynamics(airframe), *_deck(ship), _seaway(ship), _criteria()]
    return [a for a in found if a is not None]


def _weak(entry: "Entry", section: str) -> tuple[int, int]:
    """How many numbers of a section are estimates or recalled, and how many it has."""
    grades = [row.grade for row in described(entry) if row.path.split(".")[0] == section]
    return sum(g in WEAK for g in grades), len(grades)


def _airwake(ship):
    if ship.air is None:
        return None
    d, t = ship.air.burble_deficit, ship.air.burble_turbulence
    return Assumption(
        "The airwake is the weakest knowledge here",
        "No airwake of this ship is public. Its shape behind the stern follows the carrier burble of MIL-F-8785C with "
        f"declared strengths: loss of wind {d.value:g} ({span(d.low, d.high)}) and turbulence {t.value:g} "
        f"({span(t.low, t.high)}) of the wind over deck. The wake of the island is not modelled.",
    )


def _autoland(pilot):
    weak, total = sum(r.grade in WEAK for r in described(pilot)), len(described(pilot))
    return Assumption(
        "The automatic pilot is Flattop's own",
        "No source describes the automatic landing of this aircraft. Navigation errors, glide path, compensation of "
        f"deck motion, wave-off rule and brakes are settings; {weak} of {total} are estimates. A better or worse "
        "autopilot moves the open region.",
    )


def _aerodynamics(airframe):
    weak, total = _weak(airframe, "aerodynamics")
    lift, mass = airframe.aerodynamics.lift_maximum_flap, airframe.mass.maximum_takeoff
    return Assumption(
        "Aerodynamics from a drawing, not from flight",
        f"{weak} of {total} aerodynamic numbers are estimates. The greatest lift coefficient with flaps, "
        f"{lift.value:g} ({span(lift.low, lift.high)}), sets every speed; the maximum take-off mass is "
        f"{mass.value:g} {mass.unit}.",
    )


def _deck(ship):
    weak = sum(_weak(ship, s)[0] for s in ("deck", "strip", "ramp", "island"))
    total = sum(_weak(ship, s)[1] for s in ("deck", "strip", "ramp", "island"))
    if not ship.ship.moves or not weak:
        return []
    w = ship.strip.clear_width
    width = f"{w.value:g} m ({span(w.low, w.high)})"
    text = f"{weak} of {total} numbers of deck, strip, ramp and island are estimates; the clear width is {width}."
    return [Assumption("The deck's plan is partly read from pictures", text)]


def _seaway(ship):
    if not ship.ship.moves:
        return None
    damping = ship.hull.roll_damping if ship.hull else None
    rolls = f" Roll damping is {damping.value:g} ({span(damping.low, damping.high)}) of critical." if damping else ""
    return Assumption(
        "The ship moves linearly",
        "Response operators come from a parametric hull of the published dimensions, not from the ship's lines."
        f"{rolls} The sea is one spectrum of class means recalled from the literature; a real one has swell beside it.",
    )


def _criteria():
    return Assumption(
        "The criteria are the project's",
        "No public standard says how often an uncrewed aircraft may be lost at a ship. Both limits can be changed.",
    )
