"""What flights read of an entry: every number that changes nothing flown says in its model who reads it."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from flattop import catalogue
from flattop.catalogue import UnusableEntryError
from flattop.engine.assemble.parameters import parameters_of
from flattop.engine.begin.spread import flight_rows, parameter_rows
from flattop.engine.world.sea import sea_of
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario

FLIGHTS = np.arange(2)
SPEEDS = {"launch": 12.0, "recovery": 30.0}
"""Wind over deck of each mission [m/s]: so slow that the ship makes her least speed, and so fast that she makes her operating speed."""
UNWIRED = {
    f"{section}.{name}"
    for section, names in {
        "controls": "flap_time brake_rate",
        "control": """
        zoom_time climb_share climb_share_growth climb_share_minimum climb_slope_limit stall_margin usable_lift
        lift_minimum felt_lift_minimum felt_lift_maximum accelerometer_lag least_airspeed least_ground_speed
        alpha_step pitch_rate_limit roll_rate_limit lean_limit airspeed_error_limit airspeed_integral_error
        airspeed_integral_limit pitch_integral_error pitch_integral_limit height_integral_error
        height_integral_limit propeller_efficiency strike_margin strike_clearance_minimum steering_lookahead
        steering_least_speed steering_lean_limit steering_gain steering_damping steering_speed steering_limit
        steering_rudder steering_rudder_limit
        """,
        "launch": """
        acceleration_share stop_margin push_over_limit pull_up_limit bank_limit pitch_minimum pitch_maximum
        """,
        "recovery": """
        strike_height derotation bounce_height bounce_speed aligned_bank align_gain align_rate least_closure
        compensation_fade waveoff_closure waveoff_slack waveoff_near join_height join_aside clear_ahead
        clear_share clear_height height_error_limit descent_limit climb_limit acceleration_limit
        lift_in_bank_limit pitch_minimum pitch_maximum rollout_pitch rollout_elevator brake_rate
        """,
    }.items()
    for name in names.split()
}
"""Settings that stand in the catalogue and still stand in the code that flies: each leaves this list when it is read."""


def flown_numbers(scenario: Scenario) -> np.ndarray:
    """Everything the flights of a scenario are computed from: the sea, how they begin, and their parameters."""
    sea, parameters = sea_of(scenario), parameters_of(scenario)
    waves = np.ones((len(FLIGHTS), 2 * len(sea.frequency)))
    begun = flight_rows(scenario, parameters, 1, FLIGHTS, waves), parameter_rows(scenario, parameters, 1, FLIGHTS)
    return np.concatenate([np.ravel(part) for part in (*sea[:3], sea.transfer.real, sea.transfer.imag, *begun)])


def moved(entry, path: str, value: float) -> Iterator:
    """Copies of an entry with one value a hundredth more, and less, where that is admitted."""
    for factor in (1.01, 0.99):
        try:
            yield catalogue.replaced(entry, {path: factor * value if value else factor - 0.995})
        except UnusableEntryError:
            continue


def is_flown(scenarios: list[Scenario], before: list[np.ndarray], shelf: str, path: str, value: float) -> bool:
    """Whether another value of one number changes anything flown."""
    return any(
        not np.array_equal(flown_numbers(replace(scenario, **{shelf: other})), numbers, equal_nan=True)
        for other in moved(getattr(scenarios[0], shelf), path, value)
        for scenario, numbers in zip(scenarios, before, strict=True)
    )


@pytest.mark.parametrize(("airframe", "ship"), [("tb3", "anadolu"), ("mojave", "izumo")])
def test_what_no_flight_reads_says_who_reads_it(airframe: str, ship: str):
    """With a ramp and with a tapered bow, folding wings and fixed ones: numbers without a reader of their own are flown."""
    entries = catalogue.airframe(airframe), catalogue.ship(ship), catalogue.pilot()
    scenarios = [Scenario(*entries, Condition(wind_over_deck=v), m) for m, v in SPEEDS.items()]
    before = [flown_numbers(scenario) for scenario in scenarios]
    for shelf, entry in zip(("airframe", "ship", "pilot"), entries, strict=True):
        said = {path for path, _, _ in catalogue.flown(entry)}
        found = {p for p, q, _ in catalogue.quantities(entry) if is_flown(scenarios, before, shelf, p, q.si)}
        assert said - found == {path for path, _, _ in catalogue.quantities(entry)} & UNWIRED, shelf
        assert found <= said, shelf
