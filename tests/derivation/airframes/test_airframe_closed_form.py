"""The fit of the closed form: it finds the coefficients of an airframe that is exactly of that form."""

import pytest

from flattop.derivation.airframes.closed_form import fitted
from flattop.derivation.airframes.flow import Coefficients, Flow
from flattop.derivation.airframes.range import estimate

TRUTH = {
    "lift_zero": 0.4, "lift_slope": 5.5, "lift_flap": 0.7, "lift_pitch_rate": 6.0, "lift_elevator": 0.4,
    "pitch_zero": 0.05, "pitch_slope": -0.7, "pitch_flap": -0.1, "pitch_rate": -15.0, "pitch_elevator": -1.5,
    "side_sideslip": -0.3, "side_roll_rate": -0.04, "side_yaw_rate": 0.2, "side_rudder": -0.2,
    "roll_sideslip": -0.05, "roll_roll_rate": -0.6, "roll_yaw_rate_lift": 0.2, "roll_aileron": 0.25,
    "roll_rudder": -0.01, "yaw_sideslip": 0.05, "yaw_roll_rate_lift": -0.12, "yaw_yaw_rate": -0.06,
    "yaw_aileron_lift": -0.02, "yaw_rudder": 0.07,
}  # fmt: skip


def linear_airframe(f: Flow) -> Coefficients:
    """An airframe of the closed form without stall."""
    k = TRUTH
    steady = k["lift_zero"] + k["lift_slope"] * f.alpha + k["lift_flap"] * f.flap
    lift = steady + k["lift_pitch_rate"] * f.pitch_rate + k["lift_elevator"] * f.elevator
    pitch = k["pitch_zero"] + k["pitch_slope"] * f.alpha + k["pitch_flap"] * f.flap
    pitch += k["pitch_rate"] * f.pitch_rate + k["pitch_elevator"] * f.elevator
    side = k["side_sideslip"] * f.beta + k["side_roll_rate"] * f.roll_rate
    side += k["side_yaw_rate"] * f.yaw_rate + k["side_rudder"] * f.rudder
    roll = k["roll_sideslip"] * f.beta + k["roll_roll_rate"] * f.roll_rate
    roll += k["roll_yaw_rate_lift"] * lift * f.yaw_rate + k["roll_aileron"] * f.aileron + k["roll_rudder"] * f.rudder
    yaw = k["yaw_sideslip"] * f.beta + k["yaw_roll_rate_lift"] * lift * f.roll_rate + k["yaw_yaw_rate"] * f.yaw_rate
    yaw += k["yaw_aileron_lift"] * lift * f.aileron + k["yaw_rudder"] * f.rudder
    return Coefficients(lift, 0.0, side, roll, pitch, yaw)


def test_fit_recovers_a_linear_airframe():
    """Every coefficient of an exactly linear airframe is found."""
    # rounding of a difference over 0.04 of numbers of order 1: 1e-16/0.04, a hundred operations
    assert fitted(linear_airframe) == pytest.approx(TRUTH, rel=1e-10, abs=1e-12)


def test_estimate_is_the_mean_and_its_range_holds_every_method():
    """Value is the mean of the methods, low and high enclose them all and the geometry changes."""
    fits = {"buildup": {"lift_slope": 5.0}, "lattice": {"lift_slope": 5.6}, "handbook": {"lift_slope": 5.3}}
    e = estimate("lift_slope", fits, [0.2, -0.4])
    assert e.value == pytest.approx(5.3)
    assert e.low <= 5.0 - 0.0
    assert e.high >= 5.6


def test_a_method_that_lacks_the_physics_is_left_out():
    """The build-up, which has no flap moment, does not enter the flap's pitching moment."""
    fits = {"buildup": {"pitch_flap": 9.0}, "lattice": {"pitch_flap": -0.1}, "handbook": {"pitch_flap": -0.2}}
    assert estimate("pitch_flap", fits, []).value == pytest.approx(-0.15)
