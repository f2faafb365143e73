"""Scenarios, and the lane loop's own arguments caught on their way, so that the same tile can be flown again in other
ways.

All tests of the engine share one compiled loop; the sources' digest keeps it on disk between runs.
"""

import inspect
import math
from typing import Any, NamedTuple

import numpy as np
import pytest

from flattop.engine import simulate
from flattop.engine.backends import lanes
from flattop.engine.backends.march import march
from flattop.engine.jobs import Job
from flattop.scenario.clock import FRAMES_PER_NODE

SIGNATURE = inspect.signature(march.py_func)  # pyright: ignore[reportFunctionMemberAccess]


@pytest.fixture(scope="session")
def recovery(make_scenario):
    """A recovery in a rough sea, wind from starboard."""
    return make_scenario("recovery", significant_height=2.5, wind_from=math.radians(10.0))


@pytest.fixture(scope="session")
def launch(make_scenario):
    """A launch over the ramp of another ship in the same sea."""
    return make_scenario("launch", "anadolu", significant_height=2.5)


class Caught(NamedTuple):
    """The lane loop's arguments at every 0.4 s of some flights, tiles as they were before, and the flights after their
    end.
    """

    calls: list[dict[str, Any]]
    ended: simulate.Flown

    def at(self, path, early=0.1):
        """The stage that begins a little before the median of a time in the flights' logs."""
        time = float(np.nanmedian(self.ended[f"log.{path}"])) - early
        return max(
            (c for c in self.calls if c["first_frame"] * c["frame_duration"] <= time), key=lambda c: c["first_frame"]
        )


def caught(scenario, flights=64, seed=7):
    """Flights flown with the lane loop listened to."""
    calls: list[dict[str, Any]] = []

    def listened(*arguments):
        named = SIGNATURE.bind(*arguments).arguments
        calls.append(named | {"tiles": named["tiles"].copy(), "samples": named["samples"].copy()})
        return march(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lanes, "march", listened)
        patch.setattr(simulate, "CHUNK", FRAMES_PER_NODE)
        patch.setattr(simulate, "BATCH", 10**6)
        return Caught(calls, simulate.fly([Job(scenario, np.arange(flights))], seed))


@pytest.fixture(scope="session")
def recoveries(recovery):
    """All stages of 64 recoveries."""
    return caught(recovery)


@pytest.fixture(scope="session")
def launches(launch):
    """All stages of 64 launches."""
    return caught(launch)


@pytest.fixture(scope="session")
def flown():
    """A function that flies caught arguments, by `march` or a stand-in, and gives back the tiles after it."""

    def fly_again(call, frames, by=march, **changes):
        fresh = call | {"tiles": call["tiles"].copy(), "samples": call["samples"].copy(), "frames": frames} | changes
        by(*fresh.values())
        return fresh["tiles"]

    return fly_again
