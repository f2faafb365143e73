"""Hull forms: a wetted hull from published dimensions, and the analytic Wigley hulls (Parsons2003; Journee1992)."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq
from scipy.special import gamma

from flattop.derivation.ships.segments import Array

SECTION_COEFFICIENT = (0.58, 0.995)
"""Range of the sectional area coefficient: where a section would be finer, the keel rises instead, as in a run."""
STEM = 0.9999
"""Where the bow is cut, in half lengths, so that the foremost section keeps a breadth and a shape."""

Sections = Callable[[Array, int], tuple[Array, Array]]
"""Half-breadths y and heights z (stations x points, keel to waterline, evenly spaced) of a hull at given x, m."""


class HullForm(NamedTuple):
    """Dimensions and form coefficients of a hull at its calm waterline, upright and on even keel."""

    length: float  # between perpendiculars, m
    breadth: float  # at the waterline, m
    draught: float  # m
    block: float  # volume / (L B T)
    midship: float  # midship area / (B T)
    waterplane: float  # waterplane area / (L B)
    buoyancy_x: float  # centre of buoyancy forward of amidships, m
    flotation_x: float  # centre of the waterplane forward of amidships, m
    transom_breadth: float = 0.55  # waterline at the after perpendicular / B (estimate)
    transom_area: float = 0.04  # immersed transom area at rest / midship area (estimate)

    @property
    def volume(self) -> float:
        """Displaced volume, m3."""
        return self.block * self.length * self.breadth * self.draught


def published_form(length: float, breadth: float, draught: float, block: float) -> HullForm:
    """Form coefficients usual for a transom-stern ship of which only the main dimensions are published (estimates).

    Cm = min(1/(1 + (1 - Cb)^3.5), Cb/0.60)                [Schneekluth1998, ch. 1, HSVA; bound: fine naval hulls]
    Cwp = 0.444 + 0.520 Cp                                 [Parsons2003, Eames, transom-stern warships]
    LCB = -0.01 L, LCF = LCB - 0.04 L                      (aft of amidships; own choice among usual hulls)
    """
    midship = min(1 / (1 + (1 - block) ** 3.5), block / 0.60)
    waterplane = 0.444 + 0.520 * block / midship
    return HullForm(length, breadth, draught, block, midship, waterplane, -0.01 * length, -0.05 * length)


def parametric_sections(form: HullForm) -> Sections:
    """Sections of a hull with power-law waterline and area curve that meet the coefficients of `form`.

    Own derivation, docs/theory/ship-response: on each half, with s = |x|/(L/2),
        b(s) = B [1 - (1 - b_end) s^p],   A(s) = Am [1 - (1 - a_end) s^q]
    and every section the superellipse (y/(b/2))^n + (|z|/t)^n = 1 of that breadth and area.
    """
    half = form.length / 2
    fore_b, aft_b = curve_exponents(form.waterplane, form.flotation_x / half, form.transom_breadth)
    fore_a, aft_a = curve_exponents(form.block / form.midship, form.buoyancy_x / half, form.transom_area)
    least, greatest = SECTION_COEFFICIENT

    def sections(x: Array, count: int) -> tuple[Array, Array]:
        s = np.minimum(np.abs(x) / half, STEM)
        bow = x >= 0
        breadth = form.breadth * (1 - np.where(bow, s**fore_b, (1 - form.transom_breadth) * s**aft_b))
        area_ratio = 1 - np.where(bow, s**fore_a, (1 - form.transom_area) * s**aft_a)
        area = form.midship * form.breadth * form.draught * area_ratio
        draught = np.minimum(form.draught, area / (least * breadth))
        coefficient = np.minimum(area / (breadth * draught), greatest)
        return superelliptic_offsets(breadth, draught, coefficient, count)

    return sections


def curve_exponents(mean: float, centroid: float, stern: float) -> tuple[float, float]:
    """Exponents (bow, stern) of the curve 1 - (1 - end) s^p with given mean and centroid over -1 < x < 1.

    For one half with end value e: mean m = (p + e)/(p + 1), first moment 1/2 - (1 - e)/(p + 2).
    """

    def stern_exponent(fore: float) -> float:
        return (2 * mean - fore / (fore + 1) - stern) / (1 + fore / (fore + 1) - 2 * mean)

    def moment_error(fore: float) -> float:
        aft = stern_exponent(fore)
        return 0.5 * ((1 - stern) / (aft + 2) - 1 / (fore + 2)) - centroid * mean

    fore = root_or_nearest(moment_error, *_exponent_range(2 * mean, stern))
    return fore, stern_exponent(fore)


def _exponent_range(two_means: float, stern: float) -> tuple[float, float]:
    """Bow exponents that leave the stern half between its end value and full; `two_means` sums the halves' means."""
    least, greatest = two_means - 1, min(two_means - stern, 0.98)
    return max(least / (1 - least), 0.0) + 1e-3, greatest / (1 - greatest) - 1e-3


def root_or_nearest(function: Callable[[float], float], low: float, high: float) -> float:
    """Root of a monotonic function between two points, or the point where it comes nearest to zero."""
    at_low, at_high = function(low), function(high)
    if at_low * at_high > 0:
        return low if abs(at_low) < abs(at_high) else high
    return float(brentq(function, low, high, xtol=1e-6))  # pyright: ignore[reportArgumentType]


def superelliptic_area(exponent: float) -> float:
    """Area of the quarter superellipse x^n + y^n < 1: Gamma(1 + 1/n)^2 / Gamma(1 + 2/n)."""
    return float(gamma(1 + 1 / exponent) ** 2 / gamma(1 + 2 / exponent))


def superelliptic_exponent(area_coefficient: float) -> float:
    """Exponent of the superellipse of given area coefficient, 0.17..0.9999."""
    return float(brentq(lambda n: superelliptic_area(n) - area_coefficient, 0.4, 200.0))  # pyright: ignore[reportArgumentType]


def superelliptic_offsets(breadth: Array, draught: Array, coefficient: Array, count: int) -> tuple[Array, Array]:
    """Half-breadths and heights of superelliptic sections, points spaced evenly in arc length, keel to waterline."""
    y, z = np.empty((len(breadth), count)), np.empty((len(breadth), count))
    angle = np.linspace(0, np.pi / 2, 2001)
    for i, (b, t, c) in enumerate(zip(breadth, draught, coefficient, strict=True)):
        power = 2 / superelliptic_exponent(float(c))
        y[i], z[i] = evenly_spaced(b / 2 * np.sin(angle) ** power, -t * np.cos(angle) ** power, count)
    return y, z


def evenly_spaced(y: Array, z: Array, count: int) -> tuple[Array, Array]:
    """Points on a polyline spaced evenly in arc length."""
    arc = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(y), np.diff(z)))])
    at = np.linspace(0, arc[-1], count)
    return np.interp(at, arc, y), np.interp(at, arc, z)


def wigley_sections(length: float, breadth: float, draught: float, blunt: float) -> Sections:
    """Sections of the modified Wigley hulls [Journee1992].

        2y/B = (1 - Z^2)(1 - X^2)(1 + 0.2 X^2) + blunt Z^2 (1 - Z^8)(1 - X^2)^4,   X = 2x/L, Z = z/T

    `blunt` 1 for hulls I and II, 0 for III and IV.
    """

    def sections(x: Array, count: int) -> tuple[Array, Array]:
        y, z = np.empty((len(x), count)), np.empty((len(x), count))
        depth = np.linspace(1, 0, 1001)
        for i, X in enumerate(2 * x / length):
            fine = (1 - depth**2) * (1 - X**2) * (1 + 0.2 * X**2)
            full = blunt * depth**2 * (1 - depth**8) * (1 - X**2) ** 4
            y[i], z[i] = evenly_spaced(breadth / 2 * (fine + full), -draught * depth, count)
        return y, z

    return sections
