"""The atmosphere against the printed tables of ISO 2533, and what a temperature offset does to it."""

import math

import pytest

from flattop.physics.air import atmosphere

# [ISO2533, table 1]: geopotential height [m], temperature [K], pressure [Pa], density [kg/m3]. At 11 km the table has
# the tropopause.
PRINTED = [
    (0.0, 288.150, 101325.0, 1.22500),
    (5000.0, 255.650, 54019.9, 0.736116),
    (11000.0, 216.650, 22632.0, 0.363918),
    (15000.0, 216.650, 12044.5, 0.193674),
    (20000.0, 216.650, 5474.87, 0.0880345),
]


@pytest.mark.parametrize(("height", "temperature", "pressure", "density"), PRINTED)
def test_the_printed_table(height, temperature, pressure, density):
    """Six figures are printed: agreement to one unit of the sixth, at most 1e-5 relative."""
    assert atmosphere.air_temperature(height, 0.0) == pytest.approx(temperature, abs=1e-9)
    assert atmosphere.air_pressure(height) == pytest.approx(pressure, rel=1e-5)
    assert atmosphere.air_density(height, 0.0) == pytest.approx(density, rel=1e-5)


@pytest.mark.parametrize(("height", "speed"), [(0.0, 340.294), (5000.0, 320.529), (11000.0, 295.069)])
def test_speed_of_sound(height, speed):
    """The printed speed of sound, six figures of it [ISO2533, table 1]."""
    assert atmosphere.speed_of_sound(height, 0.0) == pytest.approx(speed, abs=1e-3)


def test_pressure_is_continuous_at_the_tropopause():
    """Both laws meet at 11 km: 22632.06 Pa is printed to seven figures, so to 1e-6 of it."""
    below, above = (atmosphere.air_pressure(11000.0 + d) for d in (-1e-6, 1e-6))
    assert above == pytest.approx(below, rel=1e-6)


def test_pressure_carries_the_weight_of_the_air():
    """dp/dH = -rho g, by central differences of 10 m: their error (10 m)^2/6 p'''/p' is below 1e-6."""
    for height in (500.0, 4000.0, 9000.0, 13000.0, 18000.0):
        slope = (atmosphere.air_pressure(height + 10.0) - atmosphere.air_pressure(height - 10.0)) / 20.0
        weight = atmosphere.air_density(height, 0.0) * atmosphere.STANDARD_GRAVITY
        assert -slope == pytest.approx(weight, rel=1e-6)


def test_a_hot_day_is_thinner_at_the_same_pressure():
    """The density falls with the ratio of the temperatures, the pressure not at all, the sound is
    faster by its root.
    """
    ratio = 308.15 / 288.15
    assert atmosphere.air_density(0.0, 20.0) * ratio == pytest.approx(atmosphere.air_density(0.0, 0.0), rel=1e-14)
    faster = atmosphere.speed_of_sound(0.0, 20.0) / atmosphere.speed_of_sound(0.0, 0.0)
    assert faster == pytest.approx(math.sqrt(ratio), rel=1e-14)
