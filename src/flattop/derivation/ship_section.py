"""Two-dimensional radiation potentials of a ship section oscillating at the water surface (Frank1967; Wehausen1960, eq. 13.31).

Time factor exp(+i w t), deep water, y to port, z up, normals out of the section into the water. A point of the plane is the complex
number y + i z. The potential is found from Green's theorem on the half section, together with the condition that it
vanishes on points of the waterline inside, which removes the irregular frequencies (docs/theory/ship-response).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import exp1

from flattop.derivation.ship_hull import Array

Complex = NDArray[np.complex128]
GAUSS_POINT, GAUSS_WEIGHT = np.polynomial.legendre.leggauss(4)
INNER_WATERLINE = (0.11, 0.43, 0.74)
"""Points of the inner waterline over half breadth; no low inner mode has nodes at all of them."""
ASYMPTOTIC = 40.0
"""Argument above which exp(s) E1(s) is taken from its asymptotic series: the tenth term is below 1e-9."""


class Segments(NamedTuple):
    """Straight segments along a half section from keel to waterline on the port side."""

    start: Complex  # m
    end: Complex  # m

    @property
    def length(self) -> Array:
        """Lengths, m."""
        return np.abs(self.end - self.start)

    @property
    def centre(self) -> Complex:
        """Midpoints, m."""
        return (self.start + self.end) / 2

    @property
    def normal(self) -> Complex:
        """Unit normals out of the section."""
        return -1j * (self.end - self.start) / self.length

    @property
    def mirrored(self) -> "Segments":
        """The same segments on the starboard side, run through so that normals still point outward."""
        return Segments(-np.conj(self.end), -np.conj(self.start))

    @property
    def reflected(self) -> "Segments":
        """The same segments above the water surface, normals pointing outward."""
        return Segments(np.conj(self.end), np.conj(self.start))


def section_segments(y: Array, z: Array) -> Segments:
    """Segments of a half section given by its points from keel to waterline, m."""
    return Segments((y + 1j * z)[:-1], (y + 1j * z)[1:])


def section_potentials(segments: Segments, wave_numbers: Array) -> Complex:
    """Potentials (wave number, mode, segment) for unit velocity in sway, heave and roll about the waterline, m and m2.

    wave_numbers: w^2/g of the oscillation, 1/m, > 0. Solves  pi phi + int phi dG/dn = int G dphi/dn.
    """
    port = _InfluenceOf(segments, segments)
    starboard = _InfluenceOf(segments, segments.mirrored)
    n, p = segments.normal, segments.centre
    heave = n.imag[:, None]
    sway_roll = np.stack([n.real, p.real * n.imag - p.imag * n.real], axis=-1)
    potential = np.empty((len(wave_numbers), 3, len(n)), complex)
    for i, k in enumerate(wave_numbers):
        (single, double), (single_mirror, double_mirror) = port.at(k), starboard.at(k)
        double = double + np.pi * np.eye(*double.shape)
        potential[i, 1:2] = _solution(double + double_mirror, (single + single_mirror) @ heave)
        potential[i, 0::2] = _solution(double - double_mirror, (single - single_mirror) @ sway_roll)
    return potential


def _solution(matrix: Complex, right: Complex) -> Complex:
    """Least-squares solution, one row for each right-hand side."""
    return np.linalg.lstsq(matrix, right, rcond=None)[0].T


class _InfluenceOf:
    """Integrals over `source` segments of G and dG/dn, seen from the segments of a body and from its inner waterline.

    G = ln r + ln r' + Re H(zeta) + 2 pi i exp(K zeta*),   H = -2 ln zeta - 2 exp(K zeta) E1(K zeta)
    zeta = (z + z') + i |y - y'|
    """

    def __init__(self, body: Segments, source: Segments) -> None:
        points = np.concatenate([body.centre, body.end[-1].real * np.array(INNER_WATERLINE) + 0j])[:, None]
        own, image = log_integrals(points, source), log_integrals(points, source.reflected)
        self.single, self.double = own[0] + image[0], own[1] + image[1]
        half = (source.end - source.start) / 2
        at = source.centre[:, None] + half[:, None] * GAUSS_POINT
        across = at - points[:, :, None].real
        self.zeta = (at.imag + points[:, :, None].imag) + 1j * np.abs(across.real)
        self.weight = np.abs(half)[:, None] * GAUSS_WEIGHT
        self.normal_across = source.normal.real[:, None] * np.sign(across.real)
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


def log_integrals(points: Complex, segments: Segments) -> tuple[Array, Array]:
    """Integrals of ln r over each segment and of its normal derivative there (principal value on the segment itself)."""
    tangent = (segments.end - segments.start) / segments.length
    a = (segments.start - points) * np.conj(tangent)
    b = (segments.end - points) * np.conj(tangent)
    h = np.where(np.abs(a.imag) < 1e-12 * segments.length, np.inf, a.imag)
    angle = np.arctan(b.real / h) - np.arctan(a.real / h)
    lever = np.where(np.isinf(h), 0.0, a.imag) * angle
    single = b.real * np.log(np.abs(b)) - a.real * np.log(np.abs(a)) - segments.length + lever
    return single, -angle


def scaled_exponential_integral(s: Complex) -> Complex:
    """exp(s) E1(s) without overflow; for large |s| the series 1/s - 1/s^2 + 2/s^3 ... [Abramowitz1964, 5.1.51]."""
    far = np.abs(s) > ASYMPTOTIC
    near = np.where(far, -1.0, s)
    series, term = np.zeros_like(s), 1 / np.where(far, s, ASYMPTOTIC)
    for n in range(1, 12):
        series, term = series + term, -n * term / np.where(far, s, ASYMPTOTIC)
    return np.where(far, series, np.exp(near) * exp1(near))
