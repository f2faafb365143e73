"""Handbook method: limits, printed values and symmetries."""

from dataclasses import replace
from math import pi, radians

import pytest

from flattop.derivation.airframes.balance import balanced, longitudinal, moment_at, static_margin
from flattop.derivation.airframes.closed_form import fitted
from flattop.derivation.airframes.drawing import drawing
from flattop.derivation.airframes.flow import Flow
from flattop.derivation.airframes.handbook import SECTION_SLOPE, flap_effectiveness, handbook, lift_slope

NAMES = ["tb2", "tb3", "anka", "mojave"]


def test_lift_slope_limits():
    """A very slender wing has the slope pi A / 2, an endless one that of its section."""
    # (2 pi A / a0)^2 / 16 is the next term: 7e-6 at A = 0.01; 2/(2 pi A/a0) = 2e-6 at A = 1e6
    assert lift_slope(0.01) == pytest.approx(pi * 0.01 / 2, rel=1e-4)
    assert lift_slope(1e6) == pytest.approx(SECTION_SLOPE, rel=1e-5)


def test_flap_effectiveness_at_the_ends_and_as_printed():
    """A flap of the whole chord is an incidence; of a quarter chord 0.609 in thin-aerofoil theory."""
    assert flap_effectiveness(1.0) == pytest.approx(1.0)
    assert flap_effectiveness(0.25) == pytest.approx(0.609, abs=5e-4)  # printed to three figures


@pytest.mark.parametrize("name", NAMES)
def test_straight_flight_has_no_lateral_coefficients(name):
    """Without sideslip, lateral rate or control there is no side force, roll or yaw."""
    k = handbook(drawing(name))(Flow(alpha=0.1, flap=1.0, elevator=-0.1))
    assert (k.CY, k.Cl, k.Cn) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("name", NAMES)
def test_signs_are_those_of_the_catalogue(name):
    """Controls act the way the catalogue's sign convention says, and the airframe is stable."""
    k = fitted(handbook(balanced(drawing(name), [handbook])))
    assert k["pitch_slope"] < 0 < k["yaw_sideslip"]
    assert k["pitch_elevator"] < 0 < k["lift_elevator"]
    assert k["side_rudder"] < 0 < k["yaw_rudder"]
    assert k["roll_aileron"] > 0
    assert k["roll_sideslip"] < 0
    assert max(k["roll_roll_rate"], k["pitch_rate"], k["yaw_yaw_rate"]) < 0


def test_upright_v_rolls_against_the_rudder_more_than_an_inverted_one():
    """Nose-right rudder rolls an airframe with an upright V to the left; the inverted V hardly rolls."""
    inverted, upright = (fitted(handbook(drawing(n)))["roll_rudder"] for n in ("tb3", "anka"))
    assert upright < -0.01 < inverted


@pytest.mark.parametrize("name", NAMES)
def test_balance_gives_the_asked_margin_and_trim(name):
    """After balancing, the static margin and the trimmed lift are those of the drawing."""
    d = balanced(drawing(name), [handbook])
    lines = longitudinal(d, [handbook])
    # two secant steps, the margin again disturbed by the second tilt of the tail through the drag term: below 2e-3
    assert static_margin(lines) == pytest.approx(d.static_margin, abs=2e-3)
    assert moment_at(lines, d.trim_lift) == pytest.approx(0.0, abs=1e-6)


def test_more_dihedral_rolls_more_in_sideslip():
    """Two more degrees of dihedral add the strip-theory amount to the rolling moment."""
    d = drawing("tb3")
    more = replace(d, dihedral=d.dihedral + radians(2.0))
    change = handbook(more)(Flow(beta=0.01)).Cl - handbook(d)(Flow(beta=0.01)).Cl
    # -a/4 per rad of dihedral for a rectangular wing, 0.93 of it for this taper; 5 % for the planform
    assert change / 0.01 == pytest.approx(-0.93 * lift_slope(d.aspect_ratio) / 4 * radians(2.0), rel=0.05)
