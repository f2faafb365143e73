"""Speed of the engine in the mixture of conditions that an assessment flies, and where the time goes."""

import time

import numpy as np

from flattop.catalogue import airframe, pilot, ship
from flattop.engine.backends import lanes
from flattop.engine.jobs import Job
from flattop.engine.simulate import fly
from flattop.engine.world import shared
from flattop.scenario.moderate import reference_condition
from flattop.scenario.scenario import Scenario
from flattop.studies.sizes import SIZES

FLIGHTS_EACH = 24


def timed(module, name, spent):
    """Let a function of the engine count its own time."""
    inner = getattr(module, name)

    def counted(*arguments):
        began = time.perf_counter()
        result = inner(*arguments)
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - began
        return result

    setattr(module, name, counted)


def main():
    """Print one line for each ship and mission."""
    spent: dict[str, float] = {}
    for module, name in ((lanes, "march"), (lanes, "tiled"), (lanes, "untiled"), (shared, "ship_nodes")):
        timed(module, name, spent)
    for ship_name in ("izumo", "anadolu"):
        for mission in ("launch", "recovery"):
            base = Scenario(airframe("tb3"), ship(ship_name), pilot(), reference_condition(), mission)
            jobs = [Job(s, np.arange(FLIGHTS_EACH)) for s in SIZES["default"].grid.scenarios(base)]
            fly(jobs[:1], seed=1)
            spent.clear()
            began = time.perf_counter()
            flown = fly(jobs, seed=1)
            wall = time.perf_counter() - began
            shares = ", ".join(f"{name} {seconds / wall:.0%}" for name, seconds in spent.items())
            print(
                f"{ship_name:8} {mission:8} {flown.lane_steps / wall:.3g} lane-steps/s, "
                f"{len(flown.number) / wall:.0f} flights/s; {shares}"
            )


if __name__ == "__main__":
    main()
