"""What a condition, a scenario and its limits refuse when they are made, one line a problem."""

import math
from dataclasses import replace
from typing import Any

import pytest

import flattop
from flattop.catalogue import names, sea
from flattop.catalogue.checks.sea import greatest_height, limiting_steepness
from flattop.quantities.ranges import ranges
from flattop.scenario.condition import Condition
from flattop.scenario.errors import UnusableConditionError, UnusableLimitsError
from flattop.scenario.limits import Limits
from flattop.studies.envelope import Grid


def test_a_wind_that_is_no_number_is_refused():
    """In one line that names the field."""
    with pytest.raises(ValueError, match=r"^wind_over_deck = nan m/s: expected 0 to 40 m/s$"):
        flattop.Condition(wind_over_deck=float("nan"))


@pytest.mark.parametrize("field", ranges(Condition))
def test_every_field_has_both_ends(field):
    """The ends themselves are conditions, if the sea is not too steep; a millionth of the range beyond is none."""
    given, beyond = ranges(Condition)[field], 1e-6 * (ranges(Condition)[field].high - ranges(Condition)[field].low)
    calm: dict[str, Any] = {"wind_over_deck": 5.0, "modal_period": 20.0}
    for value in (given.low, given.high):
        Condition(**(calm | {field: value}))
    for value in (given.low - beyond, given.high + beyond, math.nan, math.inf, "1", True):
        with pytest.raises(UnusableConditionError) as refused:
            Condition(**(calm | {field: value}))
        assert [fault.field for fault in refused.value.faults] == [field]


def test_every_field_of_a_condition_has_a_range():
    """None can be left out by mistake."""
    assert list(ranges(Condition)) == list(Condition.__dataclass_fields__)
    assert list(ranges(Limits)) == list(Limits.__dataclass_fields__)


def test_all_problems_at_once():
    """Those of single fields and the steepness of the sea."""
    with pytest.raises(UnusableConditionError) as refused:
        Condition(wind_over_deck=50.0, turbulence=-3.0, significant_height=8.0, modal_period=6.0)
    assert refused.value.problems == [
        "wind_over_deck = 50 m/s: expected 0 to 40 m/s",
        "turbulence = -3: expected 0 to 4",
        "significant_height = 8 m: expected 0 to 3.745 m at a modal period of 6 s",
    ]


def test_copies_are_checked_too():
    """A changed condition is a new one."""
    with pytest.raises(UnusableConditionError, match="wind_from"):
        replace(Condition(wind_over_deck=5.0), wind_from=math.radians(181.0))


def test_limiting_steepness_is_the_published():
    """1/15 up to 8 s, 1/25 from 15 s, their mean half-way [DNVC205, sec. 3.5.4]; the height is that share of g T^2 / 2 pi."""
    assert [limiting_steepness(t) for t in (3.0, 8.0, 15.0, 25.0)] == pytest.approx([1 / 15, 1 / 15, 1 / 25, 1 / 25])
    assert limiting_steepness(11.5) == pytest.approx(0.5 * (1 / 15 + 1 / 25))
    assert greatest_height(10.0) == pytest.approx(limiting_steepness(10.0) * 156.077, rel=1e-5)


def test_seas_of_the_catalogue_and_of_grids_can_be_flown():
    """None is too steep or too high."""
    waves = [sea(name).waves for name in names("seas")]
    heights = [(w.significant_height.si, w.modal_period.si) for w in waves]
    for height, period in (*heights, *zip(Grid().heights, Grid().periods, strict=True)):
        assert Condition(wind_over_deck=5.0, significant_height=height, modal_period=period)


JOINT = {
    "light": ({"mass": 50.0}, "mass = 50 kg: expected 820 to 1600 kg, least empty to greatest published"),
    "heavy": ({"mass": 1601.0}, "mass = 1601 kg: expected 820 to 1600 kg, least empty to greatest published"),
    "fast": ({"ship_speed": 16.0}, "ship_speed = 16 m/s: expected 0 to 15.43 m/s for izumo"),
    "long": ({"run": 246.0}, "run = 246 m: expected 5 to 245 m, the length of the deck of izumo"),
}


@pytest.mark.parametrize("name", JOINT)
def test_what_airframe_and_ship_cannot_meet_is_refused(make_scenario, name):
    """When the scenario is made, and when a copy of it is."""
    changes, line = JOINT[name]
    with pytest.raises(UnusableConditionError) as refused:
        make_scenario("launch", **changes)
    assert refused.value.problems == [line]
    with pytest.raises(UnusableConditionError):
        make_scenario("launch").under(**changes)


def test_another_mission_is_refused_with_the_rest(make_scenario):
    """All problems at once."""
    with pytest.raises(UnusableConditionError) as refused:
        make_scenario("land", mass=50.0)
    assert [fault.field for fault in refused.value.faults] == ["mission", "mass"]


def test_a_runway_takes_any_ship_speed(make_scenario):
    """It does not move."""
    assert make_scenario("recovery", "runway", ship_speed=20.0)


def test_limits_are_checked():
    """All at once, with their own error."""
    with pytest.raises(UnusableLimitsError) as refused:
        Limits(stern_depth=0.5, launch_time=math.nan)
    assert refused.value.problems == [
        "launch_time = nan s: expected 20 to 600 s",
        "stern_depth = 0.5 m: expected 0.15 to 0.4 m",
    ]
