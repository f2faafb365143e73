"""Potentials of a ship section oscillating at the water surface, two-dimensional, any frequency (Frank1967).

Time factor exp(+i w t), deep water. The potential is found from Green's theorem on the half section, together with the
condition that it vanishes on points of the waterline inside, which removes the irregular frequencies.
"""

import numpy as np
from scipy.special import exp1

from flattop.derivation.ships.segments import Array, Complex, Segments, log_integrals

GAUSS_POINT, GAUSS_WEIGHT = np.polynomial.legendre.leggauss(4)
INNER_WATERLINE = (0.11, 0.43, 0.74)
"""Points of the inner waterline over half breadth; no low inner mode has nodes at all of them."""
ASYMPTOTIC = 40.0
"""Argument above which exp(s) E1(s) is taken from its asymptotic series: the eleventh term is below 1e-11."""


def section_potentials(segments: Segments, even: Array, odd: Array, wave_numbers: Array) -> tuple[Complex, Complex]:
    """Potentials (wave number, mode, segment), m2/s, on the port half for normal velocities (mode, segment), m/s.

    even, odd: velocities that are the same, and opposite, on the starboard side. wave_numbers: w^2/g, 1/m, > 0.
    Solves  pi phi + int phi dG/dn = int G dphi/dn  on the segments and the same without pi phi inside [Frank1967].
    """
    port, starboard = _Influence(segments, segments), _Influence(segments, segments.mirrored)
    even_potential = np.empty((len(wave_numbers), *even.shape), complex)
    odd_potential = np.empty((len(wave_numbers), *odd.shape), complex)
    for i, k in enumerate(wave_numbers):
        (single, double), (single_mirror, double_mirror) = port.at(k), starboard.at(k)
        double = double + np.pi * np.eye(*double.shape)
        even_potential[i] = _solution(double + double_mirror, (single + single_mirror) @ even.T)
        odd_potential[i] = _solution(double - double_mirror, (single - single_mirror) @ odd.T)
    return even_potential, odd_potential


def _solution(matrix: Complex, right: Complex) -> Complex:
    """Least-squares solution, one row for each right-hand side."""
    return np.linalg.lstsq(matrix, right, rcond=None)[0].T


class _Influence:
    """Integrals over `source` segments of G and dG/dn, seen from the segments of a body and from its inner waterline.

    G = ln r + ln r' + Re H(zeta) + 2 pi i exp(K zeta*),   H = -2 ln zeta - 2 exp(K zeta) E1(K zeta)
    zeta = (z + z') + i |y - y'|                            [Wehausen1960, eq. 13.31, in closed form]
    """

    def __init__(self, body: Segments, source: Segments) -> None:
        points = np.concatenate([body.centre, body.end[-1].real * np.array(INNER_WATERLINE) + 0j])[:, None]
        own, image = log_integrals(points, source), log_integrals(points, source.reflected)
        self.single, self.double = own[0] + image[0], own[1] + image[1]
        half = (source.end - source.start) / 2
        at = source.centre[:, None] + half[:, None] * GAUSS_POINT
        across = at.real - points[:, :, None].real
        self.zeta = at.imag + points[:, :, None].imag + 1j * np.abs(across)
        self.weight = np.abs(half)[:, None] * GAUSS_WEIGHT
        self.normal_across = source.normal.real[:, None] * np.sign(across)
        self.normal_up = source.normal.imag[:, None]

    def at(self, k: float) -> tuple[Complex, Complex]:
        """Single- and double-layer matrices (point, segment) at wave number k, 1/m."""
        f = scaled_exponential_integral(k * self.zeta)
        wave = 2j * np.pi * np.exp(k * np.conj(self.zeta))
        single = -2 * np.log(np.abs(self.zeta)) - 2 * f.real + wave
        up = -2 * k * f.real + k * wave
        across = 2 * k * f.imag - 1j * k * wave
        double = self.normal_up * up + self.normal_across * across
        return self.single + np.sum(single * self.weight, -1), self.double + np.sum(double * self.weight, -1)


def scaled_exponential_integral(s: Complex) -> Complex:
    """exp(s) E1(s) without overflow; for large |s| the series 1/s - 1/s^2 + 2/s^3 ... [Abramowitz1964, 5.1.51]."""
    far = np.abs(s) > ASYMPTOTIC
    near, large = np.where(far, -1.0, s), np.where(far, s, ASYMPTOTIC)
    series, term = np.zeros_like(s), 1 / large
    for n in range(1, 12):
        series, term = series + term, -n * term / large
    return np.where(far, series, np.exp(near) * exp1(near))
