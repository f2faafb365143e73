"""The envelope of launch or recovery: which winds over deck and seas are open, sampled until each is decided or the budget is spent."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from flattop.engine.jobs import Job
from flattop.engine.judge.outcome import MISHAP, SUCCESS, Outcome, label
from flattop.engine.simulate import fly
from flattop.quantities.constants import KNOT
from flattop.scenario.condition import Condition
from flattop.scenario.provenance import provenance
from flattop.scenario.scenario import Scenario
from flattop.scenario.streams import ENVELOPE, stream_of
from flattop.studies.criteria import STANDARD, Criteria
from flattop.studies.intervals import clopper_pearson
from flattop.studies.sampling import next_share

if TYPE_CHECKING:
    import xarray as xr


@dataclass(frozen=True, kw_only=True)
class Grid:
    """The conditions to look at.

    speeds   of the wind over deck                              [m/s]
    angles   it comes from, from the bow, starboard positive    [rad]
    heights  significant wave heights                           [m]
    periods  modal periods, one for each height                 [s]
    """

    speeds: tuple[float, ...] = tuple(KNOT * v for v in (0.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0))
    angles: tuple[float, ...] = tuple(math.radians(a) for a in (-45.0, -30.0, -15.0, 0.0, 15.0, 30.0, 45.0))
    heights: tuple[float, ...] = (0.88, 1.88, 3.25)
    periods: tuple[float, ...] = (7.5, 8.8, 9.7)

    def scenarios(self, base: Scenario) -> list[Scenario]:
        """The scenario of every cell, ordered by height, angle, speed."""
        return [
            replace(
                base,
                condition=replace(base.condition, wind_over_deck=v, wind_from=a, significant_height=h, modal_period=t),
            )
            for h, t in zip(self.heights, self.periods, strict=True)
            for a in self.angles
            for v in self.speeds
        ]

    @property
    def shape(self) -> tuple[int, int, int]:
        """Numbers of heights, angles and speeds."""
        return len(self.heights), len(self.angles), len(self.speeds)


def _sampled_counts(scenarios, cells, taken, wanted, seed, progress):
    """Outcome counts of more flights of some cells, (cells, outcomes)."""
    jobs = [
        Job(s, np.arange(start, start + n), stream_of(ENVELOPE, cell))
        for s, cell, start, n in zip(scenarios, cells, taken, wanted, strict=True)
    ]
    flown = fly(jobs, seed, progress=progress)
    counted = np.zeros((len(scenarios), len(Outcome)), dtype=np.int64)
    np.add.at(counted, (flown.scenario, flown.outcome), 1)
    return counted


def _successes(counted):
    return counted[..., [int(o) for o in SUCCESS]].sum(-1)


def _mishaps(counted):
    return counted[..., [int(o) for o in MISHAP]].sum(-1)


def _decisions(counted, criteria):
    return criteria.decision(_successes(counted), _mishaps(counted), counted.sum(-1))


def sampled(scenarios, core, budget, seed, criteria, progress):
    """Outcome counts of all cells, (cells, outcomes): flown by shares until each is decided or the budget is spent.

    core    whether a cell is one of most interest
    budget  flights in all
    """
    counted = np.zeros((len(scenarios), len(Outcome)), dtype=np.int64)
    while (share := next_share(counted.sum(-1), _decisions(counted, criteria), core, budget)).any():
        cells = np.flatnonzero(share)
        chosen, taken = [scenarios[i] for i in cells], counted[cells].sum(-1)
        counted[cells] += _sampled_counts(chosen, cells, taken, share[cells], seed, progress)
    return counted


def envelope_dataset(counted, grid: Grid, base: Scenario, criteria: Criteria, seed: int) -> "xr.Dataset":
    """Counts, rates with intervals and decisions over sea, wind angle and wind speed."""
    import xarray as xr

    counted = counted.reshape(*grid.shape, -1)
    total = counted.sum(-1)
    dims = ("significant_height", "wind_over_deck_angle", "wind_over_deck_speed")
    data = {
        "sample_count": (dims, total, {"units": "1", "long_name": "flights"}),
        "decision": (
            dims,
            _decisions(counted, criteria).astype(np.int8),
            {
                "units": "1",
                "long_name": "open 1, undecided 0, closed -1",
                "flag_values": [-1, 0, 1],
                "flag_meanings": "closed undecided open",
            },
        ),
        "outcome_count": ((*dims, "outcome"), counted, {"units": "1", "long_name": "flights by how they ended"}),
    }
    for name, count in (("success", _successes(counted)), ("mishap", _mishaps(counted))):
        low, high = clopper_pearson(count, total, criteria.confidence)
        data |= {
            f"{name}_count": (dims, count, {"units": "1", "long_name": f"flights that ended in {name}"}),
            f"{name}_rate": (dims, count / total, {"units": "1", "long_name": f"rate of {name}"}),
            f"{name}_low": (dims, low, {"units": "1", "long_name": f"lower bound of the rate of {name}"}),
            f"{name}_high": (dims, high, {"units": "1", "long_name": f"upper bound of the rate of {name}"}),
        }
    coords = {
        "significant_height": (
            "significant_height",
            list(grid.heights),
            {"units": "m", "long_name": "significant wave height"},
        ),
        "modal_period": (
            "significant_height",
            list(grid.periods),
            {"units": "s", "long_name": "modal period of the sea"},
        ),
        "wind_over_deck_angle": (
            "wind_over_deck_angle",
            np.round(np.degrees(grid.angles), 9),
            {"units": "deg", "long_name": "direction the wind over deck comes from, from the bow, starboard positive"},
        ),
        "wind_over_deck_speed": (
            "wind_over_deck_speed",
            np.round(np.array(grid.speeds) / KNOT, 9),
            {"units": "kt", "long_name": "wind over deck"},
        ),
        "outcome": [label(o) for o in Outcome],
    }
    attrs = provenance(base, seed) | criteria.attributes() | {"flights": int(total.sum())}
    for key in ("wind_over_deck_m_s", "wind_from_rad", "significant_height_m", "modal_period_s", "ship_speed_m_s"):
        attrs.pop(key)
    return xr.Dataset(data, coords, attrs)


def envelope(
    base: Scenario,
    grid: Grid,
    budget: int,
    seed: int,
    criteria: Criteria = STANDARD,
    progress: Callable[[int], None] | None = None,
    core: Callable[[Condition], bool] | None = None,
) -> "xr.Dataset":
    """Launch or recovery envelope over wind over deck and sea.

    base      airframe, ship, pilot, mission and whatever the grid does not change   `Scenario`
    grid      the conditions                                                         `Grid`
    budget    flights to spend in all
    progress  called with the number of flights that have ended since the last call
    core      predicate of the conditions of most interest, which begin with more flights
    """
    scenarios = grid.scenarios(base)
    of_interest = np.array([bool(core and core(s.condition)) for s in scenarios])
    counted = sampled(scenarios, of_interest, budget, seed, criteria, progress)
    return envelope_dataset(counted, grid, base, criteria, seed)
