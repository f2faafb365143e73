"""Roll damping against the figures of its source."""

import numpy as np
import pytest

from flattop.derivation.ships.hull import HullForm
from flattop.derivation.ships.roll import (
    BilgeKeels,
    Rolling,
    bilge_keels,
    damping_fraction,
    eddies,
    friction,
    hull_lift,
)

FORM = HullForm(300.0, 50.0, 12.5, 0.65, 0.98, 0.8, 0.0, 0.0)
ROLL = Rolling(np.radians(10), 0.5975 / np.sqrt(50.0 / (2 * 9.80665)), 0.0)


@pytest.mark.parametrize(("depth", "eddy", "keel"), [(-0.2, 0.000922, 0.005689), (-1.5, 0.004249, 0.016683)])
def test_components_of_figure_one(depth, eddy, keel):
    """The fit follows Ikeda's method in the paper's figure 1 (reduced frequency 0.5975) within 10 %, as it states."""
    assert eddies(FORM, depth * 12.5, ROLL) == pytest.approx(eddy, rel=0.10)
    assert bilge_keels(FORM, depth * 12.5, ROLL, BilgeKeels(0.025, 0.2)) == pytest.approx(keel, rel=0.10)


def test_friction_is_negligible_on_a_ship():
    """Kato's friction is below 1 % of the keels' on a hull of 300 m, as the paper says."""
    assert friction(FORM, -2.5, ROLL) < 0.01 * bilge_keels(FORM, -2.5, ROLL, BilgeKeels(0.025, 0.2))


def test_lift_grows_with_speed():
    """Lift damping is proportional to speed and larger for a high centre of gravity."""
    slow, fast = (hull_lift(FORM, -5.0, speed, 1025.0) for speed in (5.0, 10.0))
    assert fast == pytest.approx(2 * slow)
    assert fast > hull_lift(FORM, 0.0, 10.0, 1025.0)


def test_fraction_is_of_the_usual_size():
    """A ship with bilge keels at speed has 2 to 15 % of critical damping at 5 degrees."""
    roll = Rolling(np.radians(5), 0.4, 7.7)
    assert 0.02 < damping_fraction(FORM, 5.0, 3.0, roll, BilgeKeels(), 1025.0) < 0.15
