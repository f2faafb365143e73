"""Hull forms: the wetted hull of a ship from its published dimensions, and the analytic Wigley hulls (Journee1992; Parsons2003)."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import gamma

Array = NDArray[np.float64]
SECTION_COEFFICIENT_MINIMUM = 0.58
"""Least sectional area coefficient: where a section would be finer, the keel rises instead (a run to a flat stern)."""
TRANSOM_BREADTH = 0.55
"""Breadth of the waterline at the after perpendicular over the greatest breadth (estimate, transom-stern ships)."""
TRANSOM_AREA = 0.04
"""Immersed transom area over midship area at rest (estimate)."""

STEM = 0.9999
"""Where the bow is cut, in half lengths, so that the foremost section keeps a breadth and a shape."""


class HullForm(NamedTuple):
    """Dimensions and form coefficients of a hull at its calm waterline, upright and on even keel."""

    length: float  # between perpendiculars, m
    breadth: float  # at the waterline, m
    draught: float  # m
    block: float  # volume / (L B T)
    midship: float  # midship area / (B T)
    waterplane: float  # waterplane area / (L B)
    buoyancy_x: float  # centre of buoyancy forward of amidships, m
    transom_breadth: float = TRANSOM_BREADTH
    transom_area: float = TRANSOM_AREA

    @property
    def volume(self) -> float:
        """Displaced volume, m3."""
        return self.block * self.length * self.breadth * self.draught


Sections = Callable[[Array, int], tuple[Array, Array]]
"""Half-breadths y and heights z (stations x points, keel to waterline) of a hull at given x, m."""


def published_form(length: float, breadth: float, draught: float, block: float) -> HullForm:
    """Form coefficients usual for a transom-stern ship where only its main dimensions are published (estimates).

    Cm = min(1/(1 + (1 - Cb)^3.5), Cb/0.60)          [Schneekluth1998, p. 24, HSVA line; second bound: fine naval hulls]
    Cwp = 0.444 + 0.520 Cp                           [Parsons2003, table 11.5, transom-stern warships, Eames]
    LCB/L = -0.010 (aft of amidships)
    """
    midship = min(1 / (1 + (1 - block) ** 3.5), block / 0.60)
    waterplane = 0.444 + 0.520 * block / midship
    return HullForm(length, breadth, draught, block, midship, waterplane, -0.010 * length)


def parametric_sections(form: HullForm) -> Sections:
    """Sections of a hull with power-law waterline and area curve that meet the coefficients of `form` exactly.

    Own derivation, docs/theory/ship-response: on each half, with s = |x|/(L/2),
        b(s) = B [1 - (1 - b_end) s^p],   A(s) = Am [1 - (1 - a_end) s^q]
    and every section the superellipse (y/(b/2))^n + (|z|/t)^n = 1 of that breadth and area.
    """
    fore_b, aft_b = curve_exponents(form.waterplane, _flotation_moment(form), form.transom_breadth)
    fore_a, aft_a = curve_exponents(form.block / form.midship, 2 * form.buoyancy_x / form.length, form.transom_area)

    def sections(x: Array, count: int) -> tuple[Array, Array]:
        s = np.minimum(2 * np.abs(x) / form.length, STEM)
        bow = x >= 0
        breadth = form.breadth * (1 - np.where(bow, s**fore_b, (1 - form.transom_breadth) * s**aft_b))
        area_ratio = 1 - np.where(bow, s**fore_a, (1 - form.transom_area) * s**aft_a)
        area = form.midship * form.breadth * form.draught * area_ratio
        draught = np.minimum(form.draught, area / (SECTION_COEFFICIENT_MINIMUM * breadth))
        return superelliptic_offsets(breadth, draught, area / (breadth * draught), count)

    return sections


def _flotation_moment(form: HullForm) -> float:
    """Centre of flotation over half length: aft of the centre of buoyancy by 4 % of L/2 x 2 (estimate, transom sterns)."""
    return 2 * form.buoyancy_x / form.length - 0.08


def curve_exponents(mean: float, centroid: float, stern: float) -> tuple[float, float]:
    """Exponents (bow, stern) of the curve 1 - (1 - end) s^p with given mean and centroid over -1 < x < 1.

    For one half with end value e: mean m = (p + e)/(p + 1), first moment 1/2 - (1 - e)/(p + 2).
    """

    def stern_exponent(fore: float) -> float:
        return (2 * mean - fore / (fore + 1) - stern) / (1 + fore / (fore + 1) - 2 * mean)

    def moment_error(fore: float) -> float:
        aft = stern_exponent(fore)
        return 0.5 * ((1 - stern) / (aft + 2) - 1 / (fore + 2)) - centroid * mean

    low = _least_exponent(2 * mean - 1.0)
    high = _greatest_exponent(2 * mean - stern)
    fore = float(brentq(moment_error, low, high))  # pyright: ignore[reportArgumentType]
    return fore, stern_exponent(fore)


def _least_exponent(fore_mean: float) -> float:
    """Least bow exponent for which the stern half stays below full."""
    return max(fore_mean / (1 - fore_mean) if fore_mean > 0 else 0.0, 0.0) + 1e-3


def _greatest_exponent(fore_mean: float) -> float:
    """Greatest bow exponent for which the stern half stays above its end value."""
    return min(fore_mean / (1 - fore_mean) if fore_mean < 1 else 50.0, 50.0) - 1e-3


def superelliptic_area(exponent: float) -> float:
    """Area of the quarter superellipse x^n + y^n < 1: Gamma(1 + 1/n)^2 / Gamma(1 + 2/n)."""
    return float(gamma(1 + 1 / exponent) ** 2 / gamma(1 + 2 / exponent))


def superelliptic_exponent(area_coefficient: float) -> float:
    """Exponent of the superellipse of given area coefficient, 0.17..0.9999."""
    return float(brentq(lambda n: superelliptic_area(n) - area_coefficient, 0.4, 200.0))  # pyright: ignore


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
    """Sections of the modified Wigley hulls [Journee1992, p. 3].

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
