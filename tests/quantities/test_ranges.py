"""Ranges on the fields of a dataclass: what they admit, and the one line for what they do not."""

import math
from dataclasses import dataclass
from typing import Annotated

import numpy as np
import pytest

from flattop.quantities.constants import KNOT
from flattop.quantities.ranges import Fault, Range, Unit, ranges, value_faults

SPEED = Range(0.0, 40.0, "m/s", "speed of the wind")


@dataclass(frozen=True)
class Wind:
    """A record with a range on two of its fields."""

    speed: Annotated[float, SPEED]
    gust: Annotated[float | None, Range(1.0, 3.0, "1", "gust factor")] = None
    name: str = ""


def test_ranges_stand_on_fields():
    """In the order of the fields, those without a range left out."""
    assert list(ranges(Wind)) == ["speed", "gust"]
    assert ranges(Wind)["speed"] is SPEED


@pytest.mark.parametrize("value", [0, 0.0, 40.0, 17, np.float32(3.0), np.int64(3), np.float64(40.0)])
def test_numbers_within_are_admitted(value):
    """Both ends, whole numbers, and numpy's numbers."""
    assert value_faults(Wind(value, 2.0)) == []


REFUSED = {
    "below": (-1e-9, "speed = -1e-09 m/s: expected 0 to 40 m/s"),
    "just above": (40.00000001, "speed = 40.00000001 m/s: expected 0 to 40 m/s"),
    "not a number": (math.nan, "speed = nan m/s: expected 0 to 40 m/s"),
    "infinite": (-math.inf, "speed = -inf m/s: expected 0 to 40 m/s"),
    "a truth value": (True, "speed = True: expected a number, 0 to 40 m/s"),
    "text": ("fast", "speed = 'fast': expected a number, 0 to 40 m/s"),
    "nothing": (None, "speed = None: expected a number, 0 to 40 m/s"),
    "an array": (np.array([1.0]), "speed = array([1.]): expected a number, 0 to 40 m/s"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_one_line(name):
    """Field, value, unit, and what was expected."""
    value, line = REFUSED[name]
    assert [fault.line() for fault in value_faults(Wind(value))] == [line]


def test_all_faults_at_once():
    """And None only where the field takes it."""
    assert [fault.field for fault in value_faults(Wind(-1.0, 5.0))] == ["speed", "gust"]
    assert value_faults(Wind(1.0, None)) == []


def test_another_unit():
    """Name and unit of an option, ends rounded inwards: what is said to be expected is accepted."""
    kt = Unit("kt", KNOT)
    assert Fault("speed", 90.0 * KNOT, SPEED).line("--wod", kt) == "--wod = 90 kt: expected 0 to 77.75 kt"
    assert SPEED.admits(77.75 * KNOT)
    assert not SPEED.admits(77.76 * KNOT)
    angle = Range(-math.pi, math.pi, "rad", "direction")
    assert angle.words(Unit("deg", math.pi / 180.0)) == "-180 to 180 deg"
    assert angle.words() == "-3.141 to 3.141 rad"


def test_words_instead_of_a_range():
    """Where no number is expected."""
    assert (
        Fault("mission", "land", None, "launch or recovery").line() == "mission = 'land': expected launch or recovery"
    )
