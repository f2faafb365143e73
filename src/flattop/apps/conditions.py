"""From options in knots, degrees and metres to a scenario in SI; what is impossible is said at once, before flying."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from flattop.apps.options import CONDITION, OPTIONS, in_si, line_of
from flattop.apps.verb import UnusableInputError
from flattop.catalogue import Airframe, CatalogueError, PilotSettings, Ship, airframe, pilot, sea, ship
from flattop.catalogue.models.sea import Waves
from flattop.quantities.ranges import Fault
from flattop.scenario.condition import Condition
from flattop.scenario.errors import UnusableConditionError
from flattop.scenario.moderate import PERIOD, SEA
from flattop.scenario.scenario import Scenario, joint_faults

SHORTEST, LONGEST = 6.0, 20.0
"""Modal periods between which that of a sea lies of which only the height is given [s]; estimate."""


SEA_FIELDS = ("significant_height", "modal_period", "spreading")
"""Fields of a condition that a sea of the catalogue gives."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked for on the command line, by the names of its options; None where it was left out."""

    wod: float = 20.0
    wod_angle: float = 0.0
    ship_speed: float | None = None
    mass: float | None = None
    warmer: float = 0.0
    turbulence: float = 1.0
    sea: str | None = None
    hs: float | None = None
    tp: float | None = None
    wave_angle: float = 30.0
    run: float | None = None


class Entries(NamedTuple):
    """The catalogue's part of a scenario: who flies, from where, flown by whom."""

    airframe: Airframe
    ship: Ship
    pilot: PilotSettings


def entries(airframe_name: str, ship_name: str, pilot_name: str) -> Entries:
    """The three entries, once the airframe is known to fly; all problems of all of them at once."""
    problems, found = [], []
    for load, name in ((airframe, airframe_name), (ship, ship_name), (pilot, pilot_name)):
        try:
            found.append(load(name))
        except CatalogueError as error:
            problems += error.problems
    if problems:
        raise UnusableInputError(problems)
    check_airframe(found[0])
    return Entries(*found)


def check_airframe(entry: Airframe) -> None:
    """Raise UnusableInputError for an airframe that cannot be trimmed, fly or stand."""
    from flattop.studies.soundness import problems

    if found := problems(entry):
        raise UnusableInputError(found)


def scenario(asked: Asked, who: Entries, recover: bool) -> Scenario:
    """The scenario that was asked for. Raises UnusableInputError with all problems."""
    given = _given(asked)
    try:
        return Scenario(*who, Condition(**given), "recovery" if recover else "launch")
    except UnusableConditionError as error:
        faults = error.faults + _further_faults(error.faults, who, given)
        raise UnusableInputError([_line(fault, asked) for fault in faults]) from None


def _given(asked: Asked) -> dict[str, Any]:
    """The fields of the condition that was asked for, in SI."""
    values = {field: getattr(asked, stated.argument) for field, stated in OPTIONS.items()}
    return _sea_of(asked) | {field: in_si(field, value) for field, value in values.items() if value is not None}


def _sea_of(asked: Asked) -> dict[str, float]:
    """The sea that holds where height or period are not given: the named one, or a usual one."""
    if asked.sea is not None:
        return _fields_of(sea(asked.sea).waves)
    return {"significant_height": SEA, "modal_period": _period_of(asked.hs)}


def _fields_of(waves: Waves) -> dict[str, float]:
    """The fields of a condition that a sea of the catalogue gives."""
    values = waves.significant_height.si, waves.modal_period.si, waves.spreading_exponent.si
    return dict(zip(SEA_FIELDS, values, strict=True))


def _period_of(height: float | None) -> float:
    """Modal period of a sea of which only the height is given: 8.8 s at 1.88 m, growing with its square root [s]."""
    if height is None or not CONDITION["significant_height"].admits(height) or height == 0.0:
        return PERIOD
    return min(max(PERIOD * math.sqrt(height / SEA), SHORTEST), LONGEST)


def _further_faults(found: list[Fault], who: Entries, given: dict[str, Any]) -> list[Fault]:
    """What airframe and ship cannot meet of the fields that nothing was found wrong with yet."""
    wrong = {fault.field for fault in found}
    rest = {name: given.get(name) for name in ("mass", "run", "ship_speed") if name not in wrong}
    return joint_faults(who.airframe, who.ship, **rest)


def _line(fault: Fault, asked: Asked) -> str:
    """A line by the option that states the field, or by the named sea it comes from."""
    stated = OPTIONS.get(fault.field)
    is_given = stated is not None and getattr(asked, stated.argument) is not None
    if asked.sea and not is_given and fault.field in SEA_FIELDS:
        return fault.line(f"--sea {asked.sea}: {fault.field}")
    return line_of(fault)


def sea_lines(option: str, name: str) -> list[str]:
    """What is wrong with a sea of the catalogue as part of a condition, one line each."""
    try:
        Condition(wind_over_deck=0.0, **_fields_of(sea(name).waves))
    except UnusableConditionError as error:
        return [fault.line(f"{option} {name}: {fault.field}") for fault in error.faults]
    return []


def stated_lines(field: str, values: list[float], option: str = "") -> list[str]:
    """A line for each value of an option that the field of the condition it states cannot have.

    values  in the option's unit;  option  its name where it is not the field's usual one
    """
    faults = [
        Fault(field, in_si(field, v), CONDITION[field]) for v in values if not CONDITION[field].admits(in_si(field, v))
    ]
    return [line_of(fault, option) for fault in faults]


def within(option: str, value: float, low: float, high: float, unit: str = "") -> Iterator[str]:
    """A line if a value is not a number from low to high."""
    if not (math.isfinite(value) and low <= value <= high):
        yield f"{option} = {value:g} {unit}".strip() + f": expected {low:g} to {high:g} {unit}".rstrip()


def check_counts(**given: tuple[float, float, float]) -> None:
    """Raise UnusableInputError for options outside low .. high, each given as (value, low, high)."""
    lines = [line for name, (value, low, high) in given.items() for line in within(f"--{name}", value, low, high)]
    if lines:
        raise UnusableInputError(lines)
