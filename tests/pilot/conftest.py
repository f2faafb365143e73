"""The autopilot of a TB3, at a flat deck and at one with a ramp, and situations for it to look at."""

import pytest

from flattop import catalogue
from flattop.engine.assemble.parameters import parameters_of
from flattop.pilot.contract import PilotState, Sensed
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.vectors import Euler, Vec3
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario


def crew_of(ship, mission):
    """The autopilot with its picture of airframe and deck."""
    airframe, pilot = catalogue.airframe("tb3"), catalogue.pilot()
    return parameters_of(
        Scenario(airframe, catalogue.ship(ship), pilot, Condition(wind_over_deck=10.0), mission)
    ).autopilot


@pytest.fixture(scope="session")
def autopilot():
    """Recovering on a flat deck."""
    return crew_of("izumo", "recovery")


@pytest.fixture(scope="session")
def launch_crew():
    """Launching from a flat deck."""
    return crew_of("izumo", "launch")


@pytest.fixture(scope="session")
def ramp_crew():
    """Launching over a ramp."""
    return crew_of("anadolu", "launch")


@pytest.fixture
def level():
    """Level flight along x at 32 m/s over the sea, everything steady."""
    return Sensed(
        time=0.0, position_N=Vec3(0.0, 0.0, -100.0), velocity_N=Vec3(32.0, 0.0, 0.0), attitude=Euler(0.0, 0.0, 0.0),
        w_B=Vec3(0.0, 0.0, 0.0), felt_up=STANDARD_GRAVITY, felt_right=0.0, airspeed=32.0, density=1.225, deck_down=0.0, deck_down_rate=0.0,
        on_main_wheels=0.0, on_nose_wheel=0.0,
    )  # fmt: skip


@pytest.fixture
def fresh():
    """A function that gives a memory without a past, in a phase for some time."""

    def memory(phase, phase_time=5.0):
        return PilotState(phase, phase_time, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5, STANDARD_GRAVITY)

    return memory
