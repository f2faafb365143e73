"""Can this aircraft work from this ship? Envelope, flights and sensitivities of both missions, and a verdict on each."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, get_args

import numpy as np

from flattop.catalogue import Airframe, PilotSettings, Ship
from flattop.catalogue import pilot as standard_pilot
from flattop.engine.judge.outcome import SUCCESS
from flattop.scenario.condition import Condition
from flattop.scenario.moderate import is_moderate, reference_condition
from flattop.scenario.scenario import Mission, Scenario, recovery_mass
from flattop.studies.criteria import STANDARD, Criteria
from flattop.studies.deck_motion import deck_motion
from flattop.studies.envelope import envelope
from flattop.studies.flight import trajectory
from flattop.studies.flights import fly_condition
from flattop.studies.sensitivity import sensitivity, uncertain_inputs
from flattop.studies.sizes import SIZES, Size
from flattop.studies.trim import trim_curve
from flattop.studies.verdict import Verdict, verdict_of
from flattop.studies.width import room, with_width

if TYPE_CHECKING:
    import xarray as xr

MISSIONS: tuple[Mission, ...] = get_args(Mission)
TRIM_SPEEDS = tuple(np.arange(20.0, 85.0, 2.5))
"""Airspeeds of the trim curve [m/s]."""

Progress = Callable[[str, int], None]
"""Called with the name of a stage and the number of its flights that have ended since the last call."""


class MissionFinding(NamedTuple):
    """What was found of launch or recovery; datasets with units, seed, version and digests."""

    envelope: "xr.Dataset"
    flights: "xr.Dataset"
    """Of the reference condition."""
    flight: "xr.Dataset"
    """One of these, as a trajectory."""
    sensitivity: "xr.Dataset | None"
    verdict: Verdict


class Assessment(NamedTuple):
    """What was found of an airframe on a ship."""

    launch: MissionFinding
    recovery: MissionFinding
    deck_motion: "xr.Dataset"
    trim: "xr.Dataset"


def assess(
    airframe: Airframe,
    ship: Ship,
    pilot: PilotSettings | None = None,
    seed: int = 1,
    size: Size = SIZES["default"],
    criteria: Criteria = STANDARD,
    condition: Condition | None = None,
    progress: Progress | None = None,
) -> Assessment:
    """Launch and recovery of an airframe on a ship: everything the report shows.

    condition  what the grid does not change (ship speed, wave direction, temperature, ...); its mass is set by the mission if None
    progress   called with the name of a stage (`expected_flights`) and the number of its flights that have ended since
    """
    settings, base = pilot or standard_pilot("standard"), condition or reference_condition()
    launch = Scenario(airframe, ship, settings, base, "launch")
    recovery = replace(launch, mission="recovery")
    return Assessment(
        launch=mission_finding(launch, seed, size, criteria, progress),
        recovery=mission_finding(recovery, seed, size, criteria, progress),
        deck_motion=deck_motion(recovery, size.grid.heights, size.grid.periods, seed),
        trim=trim_curve(airframe, recovery_mass(airframe), TRIM_SPEEDS),
    )


def mission_finding(
    scenario: Scenario, seed: int, size: Size, criteria: Criteria, progress: Progress | None = None
) -> MissionFinding:
    """One mission of an assessment: its envelope, flights in the scenario's own condition, and the verdict with the deck's width."""

    def ended(study):
        return partial(progress, f"{scenario.mission} {study}") if progress else None

    found = envelope(scenario, size.grid, size.budget, seed, criteria, ended("envelope"), is_moderate)
    flights = fly_condition(scenario, size.flights, seed, criteria, ended("flights"))
    wanted, width = size.sensitivity, room(scenario.airframe, scenario.ship, scenario.mission, criteria)
    return MissionFinding(
        envelope=found,
        flights=flights,
        flight=trajectory(scenario, typical_flight(flights), seed),
        sensitivity=sensitivity(scenario, wanted, seed, criteria, ended("sensitivities")) if wanted else None,
        verdict=with_width(verdict_of(found, scenario.mission, criteria), width),
    )


def expected_flights(scenario: Scenario, size: Size) -> dict[str, int]:
    """Flights of each stage of an assessment of a scenario, both missions, by the names that `progress` is called with, in order."""
    each = {"envelope": size.budget, "flights": size.flights}
    if size.sensitivity:
        each["sensitivities"] = size.sensitivity.total(len(uncertain_inputs(scenario)))
    return {f"{mission} {study}": flights for mission in MISSIONS for study, flights in each.items()}


def typical_flight(flights: "xr.Dataset") -> int:
    """Number of the successful flight whose end comes nearest the median time; the first flight if none succeeded."""
    good = np.isin(flights.outcome.values, [int(o) for o in SUCCESS])
    if not good.any():
        return int(flights.flight.values[0])
    times = np.where(good, flights.end_time.values, np.nan)
    return int(flights.flight.values[np.nanargmin(np.abs(times - np.nanmedian(times)))])
