"""Trim and modes against the textbook's approximations, and those of the catalogue's airframes against common sense."""

import tomllib
from math import radians, sqrt

import pytest

from flattop.derivation.airframes.drawing import CATALOGUE
from flattop.derivation.airframes.modes import body_of, modes, stall_speed, trim
from flattop.quantities.constants import STANDARD_GRAVITY

NAMES = ["tb2", "tb3", "anka", "mojave"]
DENSITY = 1.225


def catalogue_coefficients(name: str) -> dict[str, float]:
    """The [aerodynamics] table of a catalogue file, best values."""
    table = tomllib.loads((CATALOGUE / f"{name}.toml").read_text(encoding="utf-8"))["aerodynamics"]
    return {key: entry["value"] for key, entry in table.items()}


@pytest.mark.parametrize("name", NAMES)
def test_trim_balances_lift_and_moment(name):
    """At trim the lift carries the weight and the pitching moment is zero."""
    k, body = catalogue_coefficients(name), body_of(name)
    t = trim(k, body, 35.0, DENSITY, 1.0)
    lift = k["lift_zero"] + k["lift_slope"] * t.alpha + k["lift_elevator"] * t.elevator + k["lift_flap"]
    moment = k["pitch_zero"] + k["pitch_slope"] * t.alpha + k["pitch_elevator"] * t.elevator + k["pitch_flap"]
    assert lift * 0.5 * DENSITY * 35.0**2 * body.area == pytest.approx(body.mass * STANDARD_GRAVITY)
    assert moment == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_approach_trim_is_well_inside_the_limits(name):
    """At 1.2 and 1.3 times the flapped stall speed the angle of attack is moderate and little elevator is used."""
    k, body = catalogue_coefficients(name), body_of(name)
    for ratio in (1.2, 1.3):
        t = trim(k, body, ratio * stall_speed(k["lift_maximum_flap"], body, DENSITY), DENSITY, 1.0)
        assert radians(-4.0) < t.alpha < radians(8.0)  # stall with flap is beyond 9 deg
        assert abs(t.elevator) < radians(7.0)  # a third of the 20 deg limit


@pytest.mark.parametrize("name", NAMES)
def test_modes_are_those_of_a_sane_airframe(name):
    """Short period and dutch roll damped, roll subsidence quick, spiral slow enough for an autopilot."""
    # [MILF8785C, sec. 3.2.2 and 3.3.1], class II, category C: short period 0.25 and dutch roll 0.02 (level 2), roll
    # 1.4 s (level 1), spiral doubling in more than 4 s (level 3; the autopilot holds the bank)
    k, body = catalogue_coefficients(name), body_of(name)
    speed = 1.3 * stall_speed(k["lift_maximum_flap"], body, DENSITY)
    found = {mode.name: mode for mode in modes(k, body, speed, DENSITY, 1.0)}
    assert found["short period"].damping > 0.25
    assert found["dutch roll"].damping > 0.02
    assert 0.0 < found["roll"].time_constant < 1.4
    assert not -4.0 / 0.693 < found["spiral"].time_constant < 0.0


def test_phugoid_is_near_lanchesters():
    """The phugoid's frequency is near sqrt(2) g / V."""
    k, body = catalogue_coefficients("tb3"), body_of("tb3")
    found = {mode.name: mode for mode in modes(k, body, 50.0, DENSITY)}
    # Lanchester neglects pitch damping and static margin, which lower it by up to a quarter here
    assert found["phugoid"].frequency == pytest.approx(sqrt(2) * STANDARD_GRAVITY / 50.0, rel=0.25)
