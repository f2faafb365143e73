"""Scenarios that tests of several rooms fly."""

import pytest

from flattop import catalogue
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario


def scenario_of(mission, ship="izumo", **condition):
    """A TB3 at a ship in 12 m/s over deck."""
    conditions = Condition(**({"wind_over_deck": 12.0} | condition))
    return Scenario(catalogue.airframe("tb3"), catalogue.ship(ship), catalogue.pilot(), conditions, mission)


@pytest.fixture(scope="session")
def make_scenario():
    """The maker of scenarios."""
    return scenario_of
