"""Digest of all that can change a flight, by contents: the same digest, the same flights; and the key flights are stored under.

What counts, each in SI and to `DIGITS` significant digits, so that 2 kt and their value in m/s are the same: the best values that
flights read (`catalogue.flown`), ship speed and mass as they follow, the rest of the condition, mission, limits and step; the arrays of
response operators and of a gridded airwake to the last bit; the code that flies, without its comments. What does not count: names,
titles, paths, ranges, grades, sources, the order and the comments of a file, attributes of a NetCDF file.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from flattop.catalogue import PilotSettings, Ship, flown
from flattop.catalogue.files.airwake import airwake_grid_from
from flattop.catalogue.files.response import ShipResponse, response
from flattop.catalogue.models.entry import Entry
from flattop.quantities.sources import code_of, source_digest
from flattop.scenario.clock import FRAME, STEPS
from flattop.scenario.scenario import Scenario, mass_of, ship_speed_of

STEP = FRAME / STEPS
"""Step of motion in a flight [s]."""
DIGITS = 12
"""Significant digits of a number that count: a change of units rounds the last three or four of sixteen."""
FLIGHT_ROOMS = ("quantities", "physics", "pilot", "scenario", "engine")
"""Rooms whose code decides what a flight is; the catalogue comes in by its contents."""
LENGTH = 32
"""Hexadecimal digits: two of 1e12 scenarios share one with a probability below 1e-14."""


class FlightKey(NamedTuple):
    """What a batch of flights of one scenario is stored under: equal keys, equal results to the bit.

    digest   of the scenario, its step and the code  `digest`
    stream   of random numbers: a cell of a grid, or another use that must share none
    seed     of the study
    first    number of the first flight in its stream
    flights  how many, numbered on from it
    """

    digest: str
    stream: int
    seed: int
    first: int
    flights: int


def digest(scenario: Scenario, step: float = STEP) -> str:
    """Digest of all that can change the flights of a scenario, `LENGTH` hexadecimal digits.

    step  of motion [s]

    Raises CatalogueError for response operators or an airwake that cannot be read. Cautious where reading depends on the condition:
    response operators count in a calm sea too, and the settings of both missions in either.
    """
    parts = [
        *(_entry_part(entry) for entry in (scenario.airframe, scenario.ship, scenario.pilot)),  # pyright: ignore[reportArgumentType]: frozen models are hashable, which pydantic does not declare
        _law_part(scenario.pilot),
        _motion_part(scenario.ship),
        _airwake_part(scenario.ship),
        *_condition_parts(scenario),
        *_limit_parts(scenario),
        f"step {_number(step)}",
        f"code {flight_code()}",
    ]
    return _hashed(parts)


@cache
def flight_code() -> str:
    """Digest of the code that flies, as it was when first asked for in this process: that is what runs."""
    return source_digest("flattop.engine.simulate", rooms=FLIGHT_ROOMS)


@lru_cache(maxsize=1024)
def _entry_part(entry: Entry) -> str:
    lines = [f"{path} {_number(quantity.si)}" for path, quantity, _ in flown(entry)]
    return f"{type(entry).__name__} {_hashed(lines)}"


def _condition_parts(scenario: Scenario) -> Iterator[str]:
    """The condition as flights meet it: mass and ship speed as they follow, a run only where there is one."""
    c = scenario.condition
    as_met = {f.name: getattr(c, f.name) for f in fields(c)} | {
        "mass": mass_of(scenario),
        "ship_speed": ship_speed_of(scenario),
        "run": c.run if scenario.mission == "launch" else None,
    }
    yield f"mission {scenario.mission}"
    yield from (f"condition.{name} {_number(value)}" for name, value in as_met.items())


def _limit_parts(scenario: Scenario) -> Iterator[str]:
    limits = scenario.limits
    yield from (f"limits.{f.name} {_number(getattr(limits, f.name))}" for f in fields(limits))


def _law_part(pilot: PilotSettings) -> str:
    file = pilot.law_file
    return f"law {_hashed([code_of(file)]) if file else None}"


def _motion_part(ship: Ship) -> str:
    return f"motion {_operators(response(ship)) if ship.ship.moves else None}"


@lru_cache(maxsize=64)
def _operators(stored: ShipResponse) -> str:
    return _arrays(stored.speed, stored.heading, stored.frequency, stored.transfer)


def _airwake_part(ship: Ship) -> str:
    if ship.air is None or ship.air.grid is None:
        return "airwake None"
    path = ship.folder / ship.air.grid
    return f"airwake {_grid(path, path.stat().st_mtime_ns if path.is_file() else 0)}"


@lru_cache(maxsize=64)
def _grid(path: Path, _changed: int) -> str:
    grid = airwake_grid_from(path)
    return _arrays(grid.wind_from, grid.x, grid.y, grid.z, grid.values)


def _arrays(*arrays: np.ndarray) -> str:
    """Digest of arrays by shape and values."""
    whole = hashlib.sha256()
    for array in arrays:
        kind = "<c16" if np.iscomplexobj(array) else "<f8"
        whole.update(f"{array.shape} {kind}".encode() + (array + 0.0).astype(kind).tobytes())
    return whole.hexdigest()


def _number(value: Any) -> str:
    """A number to the digits that count; -0 is 0."""
    return "None" if value is None else f"{float(value) + 0.0:.{DIGITS - 1}e}"


def _hashed(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:LENGTH]
