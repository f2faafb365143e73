"""Steady flight: what is left over, how it changes with speed, and why there is none."""

import math

import pytest

from flattop import catalogue
from flattop.engine.assemble.airframe import airframe_record
from flattop.engine.trim import BALANCED, FlightCase, accelerations, trim


@pytest.fixture(scope="module")
def aircraft():
    """A TB3 at 1300 kg."""
    return airframe_record(catalogue.airframe("tb3"), 1300.0)


def case(speed, climb_angle=0.0, flap=0.0, gear=0.0, height=300.0):
    """Flight at a speed."""
    return FlightCase(speed, climb_angle, height, flap, gear, 0.0)


def test_nothing_is_left_over(aircraft):
    """The forces and moments of the lanes balance in the state found."""
    found = trim(case(38.0), aircraft)
    assert found.is_steady
    assert max(map(abs, accelerations(found.alpha, found.elevator, found.shaft_power, case(38.0), aircraft))) < BALANCED


def test_slower_is_more_angle_of_attack(aircraft):
    """And less elevator, the nose being held up."""
    slow, fast = trim(case(32.0), aircraft), trim(case(50.0), aircraft)
    assert slow.alpha > fast.alpha
    assert slow.elevator < fast.elevator


def test_climbing_takes_the_power_of_the_height_gained(aircraft):
    """m g V sin(gamma) more at the propeller, divided by an efficiency between 0.6 and 0.9."""
    level, climbing = trim(case(40.0), aircraft), trim(case(40.0, climb_angle=0.05), aircraft)
    gained = 1300.0 * 9.80665 * 40.0 * math.sin(0.05)
    assert 0.6 < gained / (climbing.shaft_power - level.shaft_power) < 0.9


def test_gear_and_flap_cost_power(aircraft):
    """Drag down to the wheels."""
    clean = trim(case(35.0), aircraft).shaft_power
    assert trim(case(35.0, gear=1.0), aircraft).shaft_power > clean
    assert trim(case(35.0, flap=1.0), aircraft).shaft_power > clean


@pytest.mark.parametrize(
    ("speed", "climb_angle", "word"),
    [(20.0, 0.0, "the wing stalls"), (110.0, 0.0, "shaft power"), (40.0, 0.4, "shaft power")],
)
def test_why_there_is_no_steady_flight(aircraft, speed, climb_angle, word):
    """Too slow for the wing, too fast or too steep for the engine: said in a sentence."""
    found = trim(case(speed, climb_angle), aircraft)
    assert not found.is_steady
    assert any(word in problem for problem in found.problems)
