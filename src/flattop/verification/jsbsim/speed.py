"""What Flattop and JSBSim fly in one second of wall time on one core, in the same run, with the same airframe."""

import time

import numpy as np

from flattop import catalogue
from flattop.engine.jobs import Job
from flattop.engine.layout import LANES
from flattop.engine.simulate import fly
from flattop.quantities.constants import FOOT
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario, launch_mass
from flattop.verification.jsbsim import aircraft as jsbsim_aircraft
from flattop.verification.table import Row, compared

GROUP = "jsbsim"
TILES, ROUNDS = 8, 3
STEPS, STEP = 40_000, 0.0025
"""JSBSim's in a round, and the step both take [s]."""


def rows(airframe) -> list[Row]:
    """Steps and seconds of flight in a second of wall time; nothing to judge."""
    theirs, ours = _theirs(airframe), _ours(airframe)
    case = f"{airframe.name}: one second of wall time on one core"
    note = (
        f"{ours / theirs:.0f} times as many; best of {ROUNDS} rounds; Flattop's steps hold sea, airwake, turbulence, "
        "sensors, pilot and gear, JSBSim's the aircraft in still air"
    )
    return [
        compared(GROUP, case, "steps of 2.5 ms", "1", theirs, ours, None, note),
        compared(GROUP, case, "seconds of flight", "s", theirs * STEP, ours * STEP, None, note),
    ]


def _theirs(airframe):
    """Steps a second of the exported aircraft, trimmed and then left alone."""
    flight = jsbsim_aircraft.loaded(airframe, launch_mass(airframe), STEP, is_flat=False)
    best = 0.0
    for _ in range(ROUNDS):
        flight["ic/h-sl-ft"], flight["ic/vt-fps"], flight["ic/gamma-deg"] = 1000.0 / FOOT, 45.0 / FOOT, 0.0
        flight.run_ic()
        flight["simulation/do_simple_trim"] = 0
        began = time.perf_counter()
        for _ in range(STEPS):
            flight.run()
        best = max(best, STEPS / (time.perf_counter() - began))
    return best


def _ours(airframe):
    """Lane-steps a second of recoveries with everything on, by one thread."""
    import numba

    wind = Condition(wind_over_deck=10.3, significant_height=1.88)
    scenario = Scenario(airframe, catalogue.ship("izumo"), catalogue.pilot(), wind, "recovery")
    threads = numba.get_num_threads()
    numba.set_num_threads(1)
    try:
        fly([Job(scenario, np.arange(1))], seed=1)  # compiled before the clock runs
        return max(_round(scenario) for _ in range(ROUNDS))
    finally:
        numba.set_num_threads(threads)


def _round(scenario):
    began = time.perf_counter()
    steps = fly([Job(scenario, np.arange(TILES * LANES))], seed=1).lane_steps
    return steps / (time.perf_counter() - began)
