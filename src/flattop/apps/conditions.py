"""From options in knots, degrees and metres to a scenario in SI; what is impossible is said at once, before flying."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from flattop.apps.verb import UnusableInputError
from flattop.catalogue import Airframe, CatalogueError, PilotSettings, Ship, airframe, pilot, sea, ship
from flattop.quantities.constants import KNOT

if TYPE_CHECKING:
    from flattop.scenario.condition import Condition
    from flattop.scenario.scenario import Scenario

USUAL_HEIGHT, USUAL_PERIOD = 1.88, 8.8  # of a sea when nothing is said: sea state 4 [m, s]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked for on the command line; None where it was left out."""

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


class Players(NamedTuple):
    """Who flies, from where, flown by whom."""

    airframe: Airframe
    ship: Ship
    pilot: PilotSettings


def players(airframe_name: str, ship_name: str, pilot_name: str) -> Players:
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
    return Players(*found)


def check_airframe(entry: Airframe) -> None:
    """Raise UnusableInputError for an airframe that cannot be trimmed, fly or stand."""
    from flattop.studies.soundness import problems

    if found := problems(entry):
        raise UnusableInputError(found)


def scenario(asked: Asked, who: Players, recover: bool) -> "Scenario":
    """The scenario that was asked for. Raises UnusableInputError with all problems."""
    from flattop.scenario.scenario import Scenario
    from flattop.studies.soundness import condition_problems

    wanted = Scenario(who.airframe, who.ship, who.pilot, condition(asked), "recovery" if recover else "launch")
    if problems := [*_option_problems(asked), *condition_problems(wanted)]:
        raise UnusableInputError(problems)
    return wanted


def condition(asked: Asked) -> "Condition":
    """The condition that was asked for, in SI."""
    from flattop.scenario.condition import Condition

    height, period, spreading = sea_of(asked)
    return Condition(
        wind_over_deck=asked.wod * KNOT,
        wind_from=math.radians(asked.wod_angle),
        ship_speed=None if asked.ship_speed is None else asked.ship_speed * KNOT,
        significant_height=height,
        modal_period=period,
        spreading=spreading,
        wave_from=math.radians(asked.wave_angle),
        temperature_offset=asked.warmer,
        turbulence=asked.turbulence,
        mass=asked.mass,
        run=asked.run,
    )


def sea_of(asked: Asked) -> tuple[float, float, float]:
    """Significant height [m], modal period [s] and spreading exponent: of the named sea, changed by what was given."""
    named = sea(asked.sea).waves if asked.sea is not None else None
    height = named.significant_height.si if named else USUAL_HEIGHT
    period = named.modal_period.si if named else _period_of(asked.hs)
    spreading = named.spreading_exponent.si if named else 2.0
    return asked.hs if asked.hs is not None else height, asked.tp if asked.tp is not None else period, spreading


def _period_of(height):
    """Modal period of a sea of which only the height is given: 8.8 s at 1.88 m, growing with its square root [s]."""
    if height is None or not 0.0 < height <= 20.0:
        return USUAL_PERIOD
    return min(max(USUAL_PERIOD * math.sqrt(height / USUAL_HEIGHT), 6.0), 20.0)


def within(option: str, value: float, low: float, high: float, unit: str = "") -> Iterator[str]:
    """A line if a value is not a number from low to high."""
    if not (math.isfinite(value) and low <= value <= high):
        yield f"{option} = {value:g} {unit}".strip() + f": expected {low:g} to {high:g} {unit}".rstrip()


def _option_problems(a: Asked) -> Iterator[str]:
    yield from within("--wod-angle", a.wod_angle, -180.0, 180.0, "deg")
    yield from within("--wave-angle", a.wave_angle, -180.0, 180.0, "deg")
    yield from within("--turbulence", a.turbulence, 0.0, 4.0)


def check_counts(**given: tuple[float, float, float]) -> None:
    """Raise UnusableInputError for options outside low .. high, each given as (value, low, high)."""
    lines = [line for name, (value, low, high) in given.items() for line in within(f"--{name}", value, low, high)]
    if lines:
        raise UnusableInputError(lines)
