"""Control surfaces: the V-tail's mixing, limits panel by panel, lag and rate."""

import math

import pytest

from flattop.physics.body.controls import SurfaceLimits, Surfaces, elevator, rudder, surface_after, surfaces_after

LIMITS = SurfaceLimits(tail=0.4, aileron=0.35, lag=0.06, rate=1.0)
REST = Surfaces(0.0, 0.0, 0.0)


def settled(elevator_command, rudder_command, aileron_command):
    """The deflections after three seconds of constant commands."""
    s = REST
    for _ in range(600):
        s = surfaces_after(s, elevator_command, rudder_command, aileron_command, LIMITS, 0.005)
    return s


def test_mixing_comes_back():
    """What is commanded within the limits is what elevator and rudder become: exp(-3/0.06) is left of it."""
    s = settled(0.1, -0.05, 0.2)
    assert (elevator(s), rudder(s), s.aileron) == pytest.approx((0.1, -0.05, 0.2), abs=1e-12)


def test_rudder_moves_the_panels_against_each_other():
    """Nose right is right panel down, left panel up."""
    s = settled(0.0, 0.1, 0.0)
    assert s.tail_right > 0.0 > s.tail_left


def test_each_panel_saturates_by_itself():
    """Full elevator leaves the rudder half of its travel: the panel that would go beyond stands at its limit."""
    s = settled(0.4, 0.2, 1.0)
    assert (s.tail_left, s.tail_right, s.aileron) == pytest.approx((0.2, 0.4, 0.35), abs=1e-12)
    assert (elevator(s), rudder(s)) == pytest.approx((0.3, 0.1), abs=1e-12)


def test_the_rate_is_limited():
    """A command far away is approached at the full rate, however long the step."""
    for h in (0.002, 0.02):
        assert surface_after(0.0, 0.4, 0.4, LIMITS, h) == pytest.approx(LIMITS.rate * h, rel=1e-12)


def test_small_errors_decay_with_the_lag():
    """After one lag 1/e is left, whether in sixty steps or three."""
    for steps in (60, 3):
        x = 0.0
        for _ in range(steps):
            x = surface_after(x, 0.01, 0.4, LIMITS, 0.06 / steps)
        assert 0.01 - x == pytest.approx(0.01 * math.exp(-1.0), rel=1e-12)


def test_a_long_step_does_not_overshoot():
    """A step of any length ends at the command at most."""
    assert 0.0 < surface_after(0.0, 0.01, 0.4, LIMITS, 100.0) <= 0.01
