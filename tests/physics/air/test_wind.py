"""The mean wind over the sea and the deck."""

import math

import pytest

from flattop.physics.air.wind import MeanWind, mean_wind_N, wind_profile

Z0 = 5e-4
LOG_TEN_METRES = math.log(10.0 / Z0)


def test_the_profile_is_logarithmic():
    """One at the reference height; each doubling of the height adds ln 2/ln(r/z0)."""
    assert wind_profile(10.0, LOG_TEN_METRES, Z0) == pytest.approx(1.0, rel=1e-15)
    steps = [wind_profile(2.0 * h, LOG_TEN_METRES, Z0) - wind_profile(h, LOG_TEN_METRES, Z0) for h in (5.0, 10.0, 40.0)]
    assert steps == pytest.approx([math.log(2.0) / LOG_TEN_METRES] * 3, rel=1e-12)


def test_the_profile_is_held_at_both_ends():
    """Above 300 m the surface layer has ended; near the surface and below it the wind stays positive."""
    assert wind_profile(5000.0, LOG_TEN_METRES, Z0) == wind_profile(300.0, LOG_TEN_METRES, Z0)
    assert wind_profile(-3.0, LOG_TEN_METRES, Z0) == wind_profile(0.0, LOG_TEN_METRES, Z0) > 0.0


def test_the_ship_makes_its_own_headwind():
    """In N, which moves with the ship, calm air blows from ahead at the ship's speed."""
    assert mean_wind_N(16.0, MeanWind(0.0, 0.0, LOG_TEN_METRES, Z0, 8.0)) == (-8.0, 0.0, 0.0)


def test_wind_over_deck_at_the_reference_height():
    """True wind less the ship's velocity: 20 kt from ahead over deck stays what was asked for at 10 m."""
    wind = MeanWind(-10.3 + 5.0, -2.0, LOG_TEN_METRES, Z0, 5.0)
    assert mean_wind_N(10.0, wind) == pytest.approx((-10.3, -2.0, 0.0), rel=1e-14)


def test_the_ships_part_does_not_change_with_height():
    """Only the true wind has a profile."""
    wind = MeanWind(-5.0, 0.0, LOG_TEN_METRES, Z0, 5.0)
    share = wind_profile(50.0, LOG_TEN_METRES, Z0)
    assert mean_wind_N(50.0, wind).x == pytest.approx(-5.0 * share - 5.0, rel=1e-14)
