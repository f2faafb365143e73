"""What came of many flights of one condition, as a dataset."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from flattop.engine.jobs import Job
from flattop.engine.judge.outcome import MISHAP, SUCCESS, Outcome, label
from flattop.engine.simulate import Flown, fly
from flattop.scenario.provenance import provenance
from flattop.scenario.scenario import Scenario
from flattop.studies.criteria import STANDARD, Criteria
from flattop.studies.intervals import clopper_pearson

if TYPE_CHECKING:
    import xarray as xr

VARIABLES = {
    "end_time": ("log.end_time", "s", "time of the end"),
    "end_x": ("log.end_S.x", "m", "place of the end, forward of amidships"),
    "end_y": ("log.end_S.y", "m", "place of the end, to starboard"),
    "end_z": ("log.end_S.z", "m", "place of the end, below the waterline"),
    "attempts": ("log.attempts", "1", "approaches given up"),
    "touchdown_time": ("log.touchdown_time", "s", "time of the last touchdown"),
    "touchdown_x": ("log.touchdown.x", "m", "place of touchdown, forward of amidships"),
    "touchdown_y": ("log.touchdown.y", "m", "place of touchdown, to starboard"),
    "touchdown_sink_rate": ("log.touchdown.sink_rate", "m/s", "sink rate at touchdown relative to the deck"),
    "touchdown_speed": ("log.touchdown.speed", "m/s", "speed along the deck at touchdown"),
    "touchdown_drift": ("log.touchdown.drift", "m/s", "speed across the deck at touchdown, to starboard"),
    "touchdown_airspeed": ("log.touchdown.airspeed", "m/s", "airspeed at touchdown"),
    "touchdown_pitch": ("log.touchdown.pitch", "rad", "pitch at touchdown"),
    "touchdown_roll": ("log.touchdown.roll", "rad", "roll at touchdown"),
    "ramp_clearance": ("log.ramp_clearance", "m", "height of the main wheels over the stern's edge"),
    "island_clearance": ("log.island_clearance", "m", "least distance from wing tip to island"),
    "lowest_height": ("log.lowest_height", "m", "least height of the wheels over the sea past the bow"),
    "bow_airspeed": ("log.bow_airspeed", "m/s", "airspeed at the bow"),
    "bow_time": ("log.bow_time", "s", "time of passing the bow"),
    "fuel_burnt": ("actuators.fuel_burnt", "kg", "fuel burnt"),
}


def flights_dataset(flown: Flown, scenario: Scenario, seed: int) -> "xr.Dataset":
    """Flights of one scenario with what was noted of each; NaN where it did not happen."""
    import xarray as xr

    data = {}
    for name, (path, unit, text) in VARIABLES.items():
        values = flown[path]
        data[name] = ("flight", values, {"units": unit, "long_name": text})
    codes = flown.outcome.astype(np.int8)
    meanings = {
        "flag_values": [int(o) for o in Outcome],
        "flag_meanings": " ".join(label(o).replace(" ", "_") for o in Outcome),
    }
    data["outcome"] = ("flight", codes, {"units": "1", "long_name": "how the flight ended", **meanings})
    loads = np.stack([flown[f"moving.peak_load.{a}"] for a in "xyz"], axis=1)
    data["peak_gear_load"] = (("flight", "leg"), loads, {"units": "N", "long_name": "greatest normal load of a leg"})
    return xr.Dataset(data, {"flight": flown.number, "leg": ["nose", "left", "right"]}, provenance(scenario, seed))


def counts(outcomes) -> tuple[int, int, int]:
    """Successes, mishaps and flights among outcome codes."""
    success = int(np.isin(outcomes, [int(o) for o in SUCCESS]).sum())
    mishap = int(np.isin(outcomes, [int(o) for o in MISHAP]).sum())
    return success, mishap, len(outcomes)


def with_rates(dataset: "xr.Dataset", criteria: Criteria) -> "xr.Dataset":
    """The dataset with rates, intervals and decision among its attributes."""
    success, mishap, total = counts(dataset.outcome.values)
    for name, count in (("success", success), ("mishap", mishap)):
        low, high = clopper_pearson(count, total, criteria.confidence)
        dataset.attrs |= {
            f"{name}_count": count,
            f"{name}_rate": count / total,
            f"{name}_low": float(low),
            f"{name}_high": float(high),
        }
    decision = int(criteria.decision(success, mishap, total))
    return dataset.assign_attrs(criteria.attributes(), sample_count=total, decision=decision)


def fly_condition(
    scenario: Scenario,
    count: int,
    seed: int,
    criteria: Criteria = STANDARD,
    progress: Callable[[int], None] | None = None,
) -> "xr.Dataset":
    """Flights of one scenario, with rates, intervals and the decision in the attributes.

    count     flights, numbered from 0
    progress  called with the number of flights that have ended since the last call
    """
    flown = fly([Job(scenario, np.arange(count))], seed, progress=progress)
    return with_rates(flights_dataset(flown, scenario, seed), criteria)
