"""Dryden turbulence: scales, exact variances, spectra and rotary gusts, all from the filters' response to one impulse
of noise.

A linear filter of independent unit noise has the variance sum g_k^2 and the one-sided spectrum h |sum g_k exp(-i w k
h)|^2 / pi, g its
response to one number of noise. No statistics are needed.
"""

import math

import numpy as np
import pytest

from flattop.physics.air.turbulence import Turbulence, dryden_transverse, gust, turbulence_after, turbulence_scales
from flattop.quantities.constants import FOOT
from flattop.quantities.vectors import Vec3

NONE = Turbulence(*(0.0,) * 8)
SPEED, SPAN, FRAME = 35.0, 14.0, 0.02
SCALES = turbulence_scales(30.0, 10.0)


def response(noise, roll_noise=0.0, seconds=120.0):
    """Gusts after one frame of noise and silence afterwards: rows of along, across, down, roll, pitch and yaw rate."""
    memory, rows = NONE, []
    silence = Vec3(0.0, 0.0, 0.0)
    for frame in range(round(seconds / FRAME)):
        now, roll = (noise, roll_noise) if frame == 0 else (silence, 0.0)
        memory = turbulence_after(memory, now, roll, SCALES, SPEED, SPAN, FRAME)
        g = gust(memory, SCALES, SPEED, SPAN)
        rows.append((*g.velocity, *g.rate_B))
    return np.array(rows)


ALONG, ACROSS, DOWN = (response(Vec3(*axis)) for axis in np.eye(3))
ROLL = response(Vec3(0.0, 0.0, 0.0), 1.0)


def spectrum(g, frequency):
    """One-sided spectrum of a filter's output at an angular frequency."""
    phase = np.exp(-1j * frequency * FRAME * np.arange(len(g)))
    return FRAME / math.pi * abs(np.sum(g * phase)) ** 2


def longitudinal(frequency, sigma, length):
    """sigma^2 (2 L/(pi V)) / (1 + (L w/V)^2)    [MILF8785C, sec. 3.7.1]."""
    x = length * frequency / SPEED
    return sigma**2 * 2.0 * length / (math.pi * SPEED) / (1.0 + x * x)


def transverse(frequency, sigma, length):
    """sigma^2 (L/(pi V)) (1 + 3 (L w/V)^2) / (1 + (L w/V)^2)^2    [MILF8785C, sec. 3.7.1]."""
    x = (length * frequency / SPEED) ** 2
    return sigma**2 * length / (math.pi * SPEED) * (1.0 + 3.0 * x) / (1.0 + x) ** 2


@pytest.mark.parametrize("height", [5.0, 20.0, 100.0, 250.0])
def test_the_scales_are_the_low_altitude_ones(height):
    """L_w = h, L_u = h/(0.177 + 0.000823 h)^1.2, s_w = 0.1 W20, s_u = s_w/(0.177 + 0.000823 h)^0.4; to 1e-13, h in
    feet.
    """
    s, h = turbulence_scales(height, 10.0), height / FOOT
    shape = 0.177 + 0.000823 * h
    assert s.length_down == pytest.approx(height, rel=1e-14)
    assert s.length_horizontal == pytest.approx(height / shape**1.2, rel=1e-13)
    assert s.sigma_down == pytest.approx(1.0, rel=1e-14)
    assert s.sigma_horizontal == pytest.approx(1.0 / shape**0.4, rel=1e-13)


def test_turbulence_is_isotropic_at_a_thousand_feet():
    """There 0.177 + 0.823 = 1: equal scales and intensities in all directions."""
    s = turbulence_scales(1000.0 * FOOT, 10.0)
    assert s.length_horizontal == pytest.approx(s.length_down, rel=1e-14)
    assert s.sigma_horizontal == pytest.approx(s.sigma_down, rel=1e-14)


def test_the_scales_are_held_outside_their_range():
    """Below 10 ft and above 1000 ft those of the limit."""
    assert turbulence_scales(0.0, 10.0) == turbulence_scales(10.0 * FOOT, 10.0)
    assert turbulence_scales(900.0, 10.0) == turbulence_scales(1000.0 * FOOT, 10.0)


@pytest.mark.parametrize(
    ("g", "sigma"),
    [(ALONG[:, 0], SCALES.sigma_horizontal), (ACROSS[:, 1], SCALES.sigma_horizontal), (DOWN[:, 2], SCALES.sigma_down)],
)
def test_variances_are_exact_at_any_frame(g, sigma):
    """sum g^2 = sigma^2: both stages of the discrete filter keep their variances exactly (docs/theory/turbulence).

    What has not decayed after 120 s, 28 time constants, is below exp(-56); rounding of 6000 terms leaves 1e-12.
    """
    assert np.sum(g**2) == pytest.approx(sigma**2, rel=1e-11)


@pytest.mark.parametrize("x", [0.1, 0.3, 1.0, 3.0, 10.0])
def test_the_longitudinal_spectrum(x):
    """At L w/V = x: sampling folds back (w h)^2/12 of it, at most 2e-4 here, and the lag of the mean
    (w h)^2/4 of that.
    """
    w = x * SPEED / SCALES.length_horizontal
    expected = longitudinal(w, SCALES.sigma_horizontal, SCALES.length_horizontal)
    assert spectrum(ALONG[:, 0], w) == pytest.approx(expected, rel=(w * FRAME) ** 2 + 1e-5)


@pytest.mark.parametrize("x", [0.1, 0.3, 1.0, 3.0, 10.0])
def test_the_transverse_spectra(x):
    """Across and down likewise, each with its own length."""
    w = x * SPEED / SCALES.length_horizontal
    expected = transverse(w, SCALES.sigma_horizontal, SCALES.length_horizontal)
    assert spectrum(ACROSS[:, 1], w) == pytest.approx(expected, rel=(w * FRAME) ** 2 + 1e-5)
    w = x * SPEED / SCALES.length_down
    expected = transverse(w, SCALES.sigma_down, SCALES.length_down)
    assert spectrum(DOWN[:, 2], w) == pytest.approx(
        expected, rel=(w * FRAME) ** 2 + 1e-3
    )  # V h/L_w = 0.023: its square


def test_components_do_not_mix():
    """Noise of one component moves only that component and the rotary gust that belongs to it."""
    assert not ALONG[:, 1:].any()
    assert not ACROSS[:, [0, 2, 3, 4]].any()
    assert not DOWN[:, [0, 1, 3, 5]].any()
    assert not ROLL[:, [0, 1, 2, 4, 5]].any()


def test_the_rolling_gust():
    """Variance (1.9 s_w)^2/(L_w b) and time constant sqrt(L_w b)/(2.6 V)    [Yeager1998]."""
    area = SCALES.length_down * SPAN
    assert np.sum(ROLL[:, 3] ** 2) == pytest.approx((1.9 * SCALES.sigma_down) ** 2 / area, rel=1e-11)
    assert ROLL[1, 3] / ROLL[0, 3] == pytest.approx(math.exp(-FRAME * 2.6 * SPEED / math.sqrt(area)), rel=1e-12)


@pytest.mark.parametrize("w", [0.3, 1.0, 3.0])
def test_pitching_and_yawing_gusts_are_the_gradients_of_the_field(w):
    """|q/w| = (w/V)/sqrt(1 + (4 b w/(pi V))^2), r likewise from v with 3 b: to h/tau = 4 % and 5 % of the backward
    step.
    """
    for g, rate, lag in ((DOWN[:, 2], DOWN[:, 4], 4.0), (ACROSS[:, 1], ACROSS[:, 5], 3.0)):
        tau = lag * SPAN / (math.pi * SPEED)
        expected = (w / SPEED) ** 2 / (1.0 + (w * tau) ** 2)
        assert spectrum(rate, w) / spectrum(g, w) == pytest.approx(expected, rel=FRAME / tau)


def test_the_air_turns_against_the_gradient_of_the_down_gust():
    """Flying into a growing down draught the air ahead sinks faster: it rotates nose down, q_g = -dw/dx < 0.

    Flying into the wind the wind's right is the aircraft's left: a growing gust to the wind's right turns the air nose
    left.
    """
    assert DOWN[0, 2] > 0.0 > DOWN[0, 4]
    assert ACROSS[0, 1] > 0.0 > ACROSS[0, 5]


def test_a_calm_has_no_turbulence():
    """No wind at 20 ft, no gust, whatever the memory."""
    g = gust(Turbulence(*(1.0,) * 8)._replace(pitch=0.0, yaw=0.0), turbulence_scales(30.0, 0.0), SPEED, SPAN)
    assert (*g.velocity, *g.rate_B) == (0.0,) * 6


def test_transverse_form_of_a_settled_filter():
    """A constant input passes with the gain H(0) = 1/sqrt 2 of the transverse form against the longitudinal one."""
    assert dryden_transverse(1.0, 1.0) == pytest.approx(math.sqrt(0.5), rel=1e-9)
