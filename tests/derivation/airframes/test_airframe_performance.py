"""Drag estimates, the closed form's stall, and endurance by point mass."""

from dataclasses import replace
from math import radians

import pytest

from flattop.catalogue import airframe
from flattop.derivation.airframes.drag import flap_drag, gear_drag, given, stalled_moment, unfitted
from flattop.derivation.airframes.drawing import drawing
from flattop.derivation.airframes.endurance import ANCHORS, compared, endurance, shaft_power
from flattop.derivation.airframes.flown import answer, flown
from flattop.engine.assemble.airframe import engine_of
from flattop.physics.body.propulsion import fuel_flow
from flattop.quantities.constants import SEA_LEVEL_DENSITY

NAMES = ["tb2", "tb3", "anka", "mojave"]


@pytest.mark.parametrize("name", NAMES)
def test_component_estimates_lie_in_their_ranges(name):
    """Low, value and high are in order for everything not fitted."""
    for e in unfitted(name, drawing(name), 0.8).values():
        assert e.low <= e.value <= e.high


def test_no_leg_no_gear_drag_and_no_flap_no_flap_drag():
    """Gear drag goes with the legs; a flap turned 10 deg has no profile drag in Raymer's formula."""
    d = drawing("tb3")
    assert gear_drag(replace(d, legs_retracted=0.0)).value == 0.0
    assert flap_drag(replace(d, flap_angle=radians(10.0))).low == pytest.approx(0.0, abs=1e-15)


def test_stalled_moment_is_the_mean_of_components_and_buildup():
    """Raising AeroBuildup's figure by 0.2 raises the value by 0.1."""
    d = drawing("tb3")
    assert stalled_moment(d, 1.0).value - stalled_moment(d, 0.8).value == pytest.approx(0.1)


@pytest.mark.parametrize("name", NAMES)
def test_greatest_lift_of_the_closed_form_is_the_one_stated(name):
    """The stall angles solved for give the stated greatest lift, clean and flapped, over -10 to 30 deg."""
    k = airframe(name).aerodynamics
    record = flown(name)
    for flap, stated in ((0.0, k.lift_maximum.si), (1.0, k.lift_maximum_flap.si)):
        highest = max(answer(record, radians(0.1 * n), flap).lift for n in range(-100, 301))
        # a peak of curvature < 100 per rad2 sampled every 0.1 deg is missed by less than 100 (0.0009)^2/2 = 4e-5
        assert highest == pytest.approx(stated, abs=1e-3)


def test_endurance_of_constant_burn_is_fuel_over_flow():
    """With a drop of fuel the integral is its mass over the flow at that mass."""
    entry = airframe("tb3")
    flow = fuel_flow(shaft_power(entry, 1300.0 - 0.05, 36.0, SEA_LEVEL_DENSITY), engine_of(entry))
    assert endurance(entry, 0.1, 1300.0, 0.0, 36.0) == pytest.approx(
        0.1 / flow, rel=1e-6
    )  # 0.1 kg changes the flow by 1e-4


def test_every_anchor_can_be_compared():
    """Each published figure gets a line with our figure in it."""
    assert all("point mass" in compared(anchor) for anchor in ANCHORS)


def test_data_sheet_values_are_in_order():
    """Given coefficients carry a range and a source."""
    assert all(e.low <= e.value <= e.high and e.source for name in NAMES for e in given(name).values())
