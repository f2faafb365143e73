"""Two-dimensional potentials against Ursell's semicircle, exact relations, and irregular frequencies."""

import numpy as np
import pytest

from flattop.derivation.ships.section import scaled_exponential_integral, section_potentials
from flattop.derivation.ships.segments import joined, log_integrals

SEMICIRCLE = joined(np.sin(np.linspace(0, np.pi / 2, 25)), -np.cos(np.linspace(0, np.pi / 2, 25)))


def coefficients(segments, wave_numbers):
    """Sway and heave  -2 int psi n dl = A - i B/w  over rho for a section."""
    n = segments.normal
    even, odd = section_potentials(segments, n.imag[None], n.real[None], np.asarray(wave_numbers))
    sway = -2 * np.sum(odd[:, 0] * n.real * segments.length, -1)
    return sway, -2 * np.sum(even[:, 0] * n.imag * segments.length, -1)


def test_semicircle_at_high_frequency_is_ursells():
    """Heave added mass over the displaced mass tends to 1 - 4/(3 pi K a) [Ursell1953]; left out: order 1/(K a)^2."""
    for ka in (10.0, 14.0):
        _, heave = coefficients(SEMICIRCLE, [ka])
        assert heave[0].real / (np.pi / 2) == pytest.approx(1 - 4 / (3 * np.pi * ka), abs=1.0 / ka**2)


def test_semicircle_of_ursell_and_vugts():
    """Added mass 0.60 and damping 0.40 at K a = 1, read from the curves of Ursell1949 and Vugts1968 to +-0.015."""
    _, heave = coefficients(SEMICIRCLE, [1.0])
    assert heave[0].real / (np.pi / 2) == pytest.approx(0.60, abs=0.015)
    assert -heave[0].imag / (np.pi / 2) == pytest.approx(0.40, abs=0.015)


def test_semicircle_sways_like_a_whole_circle_when_slow():
    """At zero frequency the surface is a wall: sway added mass is the displaced mass; left out: order K a ln(K a)."""
    sway, _ = coefficients(SEMICIRCLE, [1e-3])
    assert sway[0].real / (np.pi / 2) == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("ka", [0.2, 0.7, 1.5])
def test_damping_is_the_energy_of_the_waves(ka):
    """Haskind: damping is |X|^2 w/(rho g^2) with X the wave force from the same potential (error of 24 segments)."""
    n, z = SEMICIRCLE.normal, SEMICIRCLE.centre
    even, _ = section_potentials(SEMICIRCLE, n.imag[None], n.real[None], np.array([ka]))
    g, omega = 1.0, np.sqrt(ka)
    wave = 1j * g / omega * np.exp(ka * z.imag) * np.cos(ka * z.real)
    rise, side = ka * wave, -1j * g / omega * ka * np.exp(ka * z.imag) * np.sin(ka * z.real)
    outflow = rise * n.imag + side * n.real
    force = 2 * np.sum((1j * omega * n.imag * wave - 1j * omega * even[0, 0] * outflow) * SEMICIRCLE.length)
    _, heave = coefficients(SEMICIRCLE, [ka])
    damping = -heave[0].imag * omega
    assert damping == pytest.approx(abs(force) ** 2 * omega / g**2, rel=0.01)


def test_no_irregular_frequency_in_a_box():
    """Near K = (pi/2) coth(pi/2), where the box's inner water resonates, added mass runs on smoothly."""
    up, along = np.linspace(-1, 0, 11), np.linspace(0, 1, 11)
    box = joined(np.concatenate([along, np.ones(10)]), np.concatenate([-np.ones(11), up[1:]]))
    resonance = np.pi / 2 / np.tanh(np.pi / 2)
    _, heave = coefficients(box, resonance * np.linspace(0.96, 1.04, 17))
    curvature = np.diff(heave.real, 2)
    assert np.max(np.abs(curvature)) < 1e-2  # without the inner points it is of order one


def test_exponential_integral_joins_its_series():
    """Both sides of the switch to the asymptotic series agree to its eleventh term, 11!/40^12."""
    for angle in (np.pi / 2, 0.9 * np.pi):
        below, above = (scaled_exponential_integral(np.array([r * np.exp(1j * angle)]))[0] for r in (39.9999, 40.0001))
        assert abs(below - above) < 2e-7  # the step of 2e-4 in |s| changes 1/s by 1.3e-7


def test_log_integrals_are_those_of_quadrature():
    """Closed forms equal a midpoint sum over 20 000 parts for a point off the segment."""
    segment = joined(np.array([0.2, 1.0]), np.array([-0.7, -0.1]))
    point = 0.4 - 1.3j
    single, double = log_integrals(np.array([[point]]), segment)
    at = segment.start + (segment.end - segment.start) * (np.arange(20000) + 0.5) / 20000
    step = segment.length[0] / 20000
    assert single[0, 0] == pytest.approx(np.sum(np.log(np.abs(at - point))) * step, abs=1e-9)
    slope = np.real((at - point) * np.conj(segment.normal)) / np.abs(at - point) ** 2
    assert double[0, 0] == pytest.approx(np.sum(slope) * step, abs=1e-9)
