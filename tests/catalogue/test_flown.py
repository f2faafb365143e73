"""What flights read of an entry: every number that changes nothing flown says in its model who reads it."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from flattop import catalogue
from flattop.catalogue import UnusableEntryError
from flattop.engine.assemble.parameters import parameters_of
from flattop.engine.begin.spread import flight_rows, parameter_rows
from flattop.engine.world.sea import sea_of
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario

FLIGHTS = np.arange(2)
SPEEDS = {"launch": 12.0, "recovery": 30.0}
"""Wind over deck of each mission [m/s]: so slow that the ship makes her least speed, and so fast that she makes her operating speed."""


def flown_numbers(scenario: Scenario) -> np.ndarray:
    """Everything the flights of a scenario are computed from: the sea, how they begin, and their parameters."""
    sea, parameters = sea_of(scenario), parameters_of(scenario)
    waves = np.ones((len(FLIGHTS), 2 * len(sea.frequency)))
    begun = flight_rows(scenario, parameters, 1, FLIGHTS, waves), parameter_rows(scenario, parameters, 1, FLIGHTS)
    return np.concatenate([np.ravel(part) for part in (*sea[:3], sea.transfer.real, sea.transfer.imag, *begun)])


def moved(entry, path: str, value: float) -> Iterator:
    """Copies of an entry with one value a hundredth more, and less, where that is admitted."""
    for factor in (1.01, 0.99):
        try:
            yield catalogue.replaced(entry, {path: factor * value if value else factor - 0.995})
        except UnusableEntryError:
            continue


def is_flown(scenarios: list[Scenario], before: list[np.ndarray], shelf: str, path: str, value: float) -> bool:
    """Whether another value of one number changes anything flown."""
    return any(
        not np.array_equal(flown_numbers(replace(scenario, **{shelf: other})), numbers, equal_nan=True)
        for other in moved(getattr(scenarios[0], shelf), path, value)
        for scenario, numbers in zip(scenarios, before, strict=True)
    )


@pytest.mark.parametrize(("airframe", "ship"), [("tb3", "anadolu"), ("mojave", "izumo")])
def test_what_no_flight_reads_says_who_reads_it(airframe: str, ship: str):
    """With a ramp and with a tapered bow, folding wings and fixed ones: numbers without a reader of their own are flown."""
    entries = catalogue.airframe(airframe), catalogue.ship(ship), catalogue.pilot()
    scenarios = [Scenario(*entries, Condition(wind_over_deck=v), m) for m, v in SPEEDS.items()]
    before = [flown_numbers(scenario) for scenario in scenarios]
    for shelf, entry in zip(("airframe", "ship", "pilot"), entries, strict=True):
        said = {path for path, _, _ in catalogue.flown(entry)}
        found = {p for p, q, _ in catalogue.quantities(entry) if is_flown(scenarios, before, shelf, p, q.si)}
        assert said == found, shelf
