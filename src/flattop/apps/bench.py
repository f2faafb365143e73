"""`flattop bench`: how fast the engine flies on this machine, everything on, and JSBSim beside it if installed."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from flattop.apps.options import Json
from flattop.apps.printing import say, say_json
from flattop.apps.verb import verb

TILES = 32  # of lanes, flown in a round
JSBSIM_STEPS, JSBSIM_STEP = 20_000, 1.0 / 120.0  # steps of a round and their duration [s]

Rounds = Annotated[int, typer.Option(help="Rounds; the best counts.", min=1, max=100)]


@verb
def run(rounds: Rounds = 3, json: Json = False) -> None:
    """Speed on this machine: lane-steps and flights a second, time to compile, JSBSim's c172x for comparison."""
    measured = measure(rounds)
    if json:
        say_json(measured)
        return
    say(
        f"{measured['lane_steps_per_second']:.3g} lane-steps a second, everything on, {measured['threads']} threads",
        f"{measured['flights_per_second']:,.0f} recoveries a second",
        f"{measured['compile_seconds']:.1f} s to compile",
        _beside(measured),
    )


def _beside(m):
    if m["jsbsim_steps_per_second"] is None:
        return "JSBSim is not installed: no comparison"
    theirs = m["jsbsim_steps_per_second"]
    ratio = m["lane_steps_per_second"] / m["threads"] / theirs
    return f"{theirs:,.0f} steps a second by JSBSim's c172x on one thread; ours per thread is {ratio:,.0f} times that"


def measure(rounds: int) -> dict[str, Any]:
    """Every number of the benchmark, each the best of so many rounds."""
    import numba

    compiling = _compile_seconds()
    best = max((_speed() for _ in range(rounds)), key=lambda pair: pair[0])
    return {
        "lane_steps_per_second": best[0],
        "flights_per_second": best[1],
        "compile_seconds": compiling,
        "jsbsim_steps_per_second": _jsbsim(rounds),
        "threads": numba.get_num_threads(),
    }


def _recoveries(count: int) -> int:
    """Fly so many recoveries of the TB3 on the Izumo in sea state 4; the lane-steps it took."""
    import numpy as np

    from flattop.catalogue import airframe, pilot, ship
    from flattop.engine.jobs import Job
    from flattop.engine.simulate import fly
    from flattop.scenario.condition import Condition
    from flattop.scenario.scenario import Scenario

    wind = Condition(wind_over_deck=10.3, significant_height=1.88)
    scenario = Scenario(airframe("tb3"), ship("izumo"), pilot(), wind, "recovery")
    return fly([Job(scenario, np.arange(count))], seed=1).lane_steps


def _compile_seconds() -> float:
    """Time to compile the engine from nothing, and to fly one flight with it [s]."""
    with tempfile.TemporaryDirectory() as empty:
        os.environ["FLATTOP_CACHE"] = empty
        began = time.perf_counter()
        _recoveries(1)
        return time.perf_counter() - began


def _speed() -> tuple[float, float]:
    """Lane-steps and flights a second of one round."""
    from flattop.engine.layout import LANES

    began = time.perf_counter()
    steps = _recoveries(TILES * LANES)
    spent = time.perf_counter() - began
    return steps / spent, TILES * LANES / spent


def _jsbsim(rounds: int) -> float | None:
    """Steps a second of JSBSim's c172x in cruise, the best of so many rounds; None where it is not installed."""
    try:
        import jsbsim
    except ImportError:
        return None
    with _silent_output():
        model = jsbsim.FGFDMExec(str(Path(str(jsbsim.__file__)).parent))
        model.set_debug_level(0)
        model.set_dt(JSBSIM_STEP)
        model.load_model("c172x")
        model["ic/h-sl-ft"], model["ic/vc-kts"] = 3000.0, 100.0
        model.run_ic()
        model["propulsion/set-running"] = -1
        return max(_jsbsim_round(model) for _ in range(rounds))


def _jsbsim_round(model: Any) -> float:
    began = time.perf_counter()
    for _ in range(JSBSIM_STEPS):
        model.run()
    return JSBSIM_STEPS / (time.perf_counter() - began)


@contextmanager
def _silent_output() -> Iterator[None]:
    """Nothing on standard output for a while, not even from compiled code: JSBSim greets there."""
    sys.stdout.flush()
    kept = os.dup(1)
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
