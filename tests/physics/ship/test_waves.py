"""The sea: heights, periods and directions of the spectra, deep-water waves, encounter."""

import math

import numpy as np
import pytest

from flattop.physics.ship.waves import (
    bretschneider_density,
    encounter_frequency,
    jonswap_density,
    spreading_density,
    wave_number,
)
from flattop.quantities.constants import STANDARD_GRAVITY

HEIGHT, PERIOD = 3.25, 9.7
PEAK = 2.0 * math.pi / PERIOD
GRID = np.linspace(0.2 * PEAK, 20.0 * PEAK, 20001)


def moment(density, order):
    """Spectral moment by the trapezoidal rule on 20 000 intervals of 1e-3 of the peak: error below 1e-6."""
    return np.trapezoid(np.array([density(w) * w**order for w in GRID]), GRID)


def bretschneider(w):
    """The spectrum of the tests."""
    return bretschneider_density(w, HEIGHT, PERIOD)


def test_four_standard_deviations_are_the_significant_height():
    """4 sqrt(m0) = Hs; beyond 20 peak frequencies (5/16) (1/20)^4/4 of m0 is left: 1e-6."""
    assert 4.0 * math.sqrt(moment(bretschneider, 0)) == pytest.approx(HEIGHT, rel=1e-5)


def test_the_peak_is_at_the_modal_period():
    """The greatest density on a grid of a thousandth of the peak frequency."""
    assert GRID[np.argmax([bretschneider(w) for w in GRID])] == pytest.approx(PEAK, abs=1e-3 * PEAK)


def test_mean_periods_follow_from_the_modal_period():
    """T1 = T0/(G(3/4) (5/4)^(1/4)) = 0.772 T0 and Tz = T0/(pi 5/4)^(1/4) = 0.710 T0, from the moments in closed form.

    Beyond 20 peaks (5/4)/20^2/2 = 0.16 % of m2 are missing, and 1e-4 of m1.
    """
    m0, m1, m2 = (moment(bretschneider, order) for order in (0, 1, 2))
    assert m0 / m1 * PEAK == pytest.approx(1.0 / (math.gamma(0.75) * 1.25**0.25), rel=2e-4)
    assert math.sqrt(m0 / m2) * PEAK == pytest.approx(1.0 / (1.25 * math.pi) ** 0.25, rel=2e-3)


def test_the_coefficients_are_those_of_the_two_parameter_form():
    """S = A w^-5 exp(-B/w^4), A = 487 Hs2/T0^4 and B = 1949/T0^4, printed to whole numbers."""
    for w in (0.5, 0.65, 1.0):
        printed = 487.0 * HEIGHT**2 / PERIOD**4 / w**5 * math.exp(-1949.0 / PERIOD**4 / w**4)
        assert bretschneider(w) == pytest.approx(printed, rel=2e-3)  # half a unit in 487, and in B times its exponent


def test_jonswap_without_a_peak_is_bretschneider():
    """Peakedness one changes nothing, to rounding."""
    for w in (0.4, PEAK, 1.5):
        assert jonswap_density(w, HEIGHT, PERIOD, 1.0) == pytest.approx(bretschneider(w), rel=1e-15)


@pytest.mark.parametrize("peakedness", [2.0, 3.3, 5.0])
def test_jonswap_keeps_the_height(peakedness):
    """The factor 1 - 0.287 ln g is a fit: within 2 % of the variance up to 5, one per cent of the height."""
    found = 4.0 * math.sqrt(moment(lambda w: jonswap_density(w, HEIGHT, PERIOD, peakedness), 0))
    assert found == pytest.approx(HEIGHT, rel=0.01)


def test_jonswap_is_peaked():
    """At the peak it stands g (1 - 0.287 ln g) above Bretschneider's spectrum."""
    ratio = jonswap_density(PEAK, HEIGHT, PERIOD, 3.3) / bretschneider(PEAK)
    assert ratio == pytest.approx(3.3 * (1.0 - 0.287 * math.log(3.3)), rel=1e-12)


@pytest.mark.parametrize("exponent", [1.0, 2.0, 4.0, 30.0])
def test_spreading_shares_out_all_of_the_energy(exponent):
    """Integrates to one over the half circle; the trapezoidal rule errs by (pi/2000)2/12 times the
    slope at the ends.
    """
    angles = np.linspace(-0.5 * math.pi, 0.5 * math.pi, 2001)
    total = np.trapezoid([spreading_density(a, exponent) for a in angles], angles)
    assert total == pytest.approx(1.0, abs=1e-6)


def test_cosine_squared_spreading():
    """(2/pi) cos2 in the usual case, nothing against the mean direction."""
    assert spreading_density(0.3, 2.0) == pytest.approx(2.0 / math.pi * math.cos(0.3) ** 2, rel=1e-14)
    assert spreading_density(2.0, 2.0) == 0.0


def test_deep_water_waves():
    """k = w2/g: a wave of 10 s is 156 m long."""
    assert 2.0 * math.pi / wave_number(2.0 * math.pi / 10.0) == pytest.approx(
        100.0 * STANDARD_GRAVITY / (2.0 * math.pi), rel=1e-14
    )


@pytest.mark.parametrize(
    ("wave_to", "change"), [(math.pi, +1.0), (0.0, -1.0), (0.5 * math.pi, 0.0)], ids=["head", "following", "beam"]
)
def test_encounter(wave_to, change):
    """Head seas are met more often, following seas less, beam seas as they are: by k U."""
    w, U = 0.6, 8.0
    assert encounter_frequency(w, U, wave_to) == pytest.approx(w + change * wave_number(w) * U, abs=1e-15)


def test_a_fast_ship_overtakes_short_following_waves():
    """Then the frequency is negative: the phase runs backwards."""
    assert encounter_frequency(1.5, 10.0, 0.0) < 0.0
