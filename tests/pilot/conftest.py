"""The autopilot of a TB3, at a flat deck and at one with a ramp, and situations for it to look at."""

import pytest
from cockpits import seated

from flattop import catalogue
from flattop.engine.assemble.parameters import parameters_of
from flattop.pilot.contract import Sensed
from flattop.pilot.recovery import approach_speed
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.vectors import Euler, Vec3
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario


def autopilot_at(ship, mission):
    """The autopilot with its picture of airframe and deck."""
    airframe, pilot = catalogue.airframe("tb3"), catalogue.pilot()
    return parameters_of(
        Scenario(airframe, catalogue.ship(ship), pilot, Condition(wind_over_deck=10.0), mission)
    ).autopilot


@pytest.fixture(scope="session")
def autopilot():
    """Recovering on a flat deck."""
    return autopilot_at("izumo", "recovery")


@pytest.fixture(scope="session")
def launch_autopilot():
    """Launching from a flat deck."""
    return autopilot_at("izumo", "launch")


@pytest.fixture(scope="session")
def ramp_autopilot():
    """Launching over a ramp."""
    return autopilot_at("anadolu", "launch")


@pytest.fixture
def level():
    """Level flight along x at 32 m/s over the sea, everything steady."""
    return Sensed(
        time=0.0, position_N=Vec3(0.0, 0.0, -100.0), velocity_N=Vec3(32.0, 0.0, 0.0), attitude=Euler(0.0, 0.0, 0.0),
        w_B=Vec3(0.0, 0.0, 0.0), felt_up=STANDARD_GRAVITY, felt_right=0.0, airspeed=32.0, density=1.225, deck_down=0.0, deck_down_rate=0.0,
        on_main_wheels=0.0, on_nose_wheel=0.0,
    )  # fmt: skip


@pytest.fixture
def on_path(autopilot, level):
    """A function: the situation on the glide path at a distance to go, or beside or off it."""

    def situation(to_go=150.0, above=0.0, aside=0.0, **changes) -> Sensed:
        place, d, r = autopilot.place, autopilot.design, autopilot.recovery
        height = place.deck_height + d.wheel_z + to_go * r.glide_angle + above
        position = Vec3(place.touchdown_x - to_go, place.strip_y + aside, -height)
        speed = approach_speed(seated(autopilot, level))
        steady = {"velocity_N": Vec3(speed - 8.0, 0.0, 1.2), "airspeed": speed, "position_N": position}
        return level._replace(**(steady | changes))

    return situation


@pytest.fixture
def in_window(autopilot):
    """A distance to go in the middle of the wave-off window, where all its limits hold [m]."""
    r = autopilot.recovery
    return 0.5 * (0.35 * r.waveoff_start + r.waveoff_end)


@pytest.fixture
def running(launch_autopilot, level):
    """A function: the situation on the deck at a distance from the bow and a speed, in a headwind of 8 m/s."""

    def situation(distance=150.0, speed=15.0, headwind=8.0, on_wheels=1.0, aside=0.0, **changes):
        place, d = launch_autopilot.place, launch_autopilot.design
        position = Vec3(place.bow_x - distance, place.strip_y + aside, -place.deck_height - d.wheel_z)
        seen = {"position_N": position, "velocity_N": Vec3(speed, 0.0, 0.0), "airspeed": speed + headwind}
        return level._replace(**(seen | {"on_main_wheels": on_wheels, "on_nose_wheel": on_wheels} | changes))

    return situation
