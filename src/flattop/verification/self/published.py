"""Turbulence as the specification prints it: lengths, intensities and spectra of all axes [MILF8785C]."""

import math

import numpy as np

from flattop.physics.air.turbulence import TurbulenceScales
from flattop.quantities.constants import FOOT

SPAN, AIRSPEED, WIND = 14.0, 35.0, 15.0  # of a TB3-sized aircraft on approach [m], [m/s], [m/s]


def published_scales(height: float) -> TurbulenceScales:
    """Lengths and intensities below 1000 ft as printed, in feet    [MILF8785C, sec. 3.7.2.2]."""
    h = height / FOOT
    shape = 0.177 + 0.000823 * h
    return TurbulenceScales(0.1 * WIND / shape**0.4, 0.1 * WIND, h / shape**1.2 * FOOT, height)


def published_spectrum(axis: str, frequency: np.ndarray, s: TurbulenceScales) -> np.ndarray:
    """One-sided density over angular frequency [unit2 s/rad]    [MILF8785C, sec. 3.7.1.2; for p Yeager1998].

    u: s^2 (2L/pi V)/(1 + x^2);  v, w: s^2 (L/pi V)(1 + 3x^2)/(1 + x^2)^2;  x = L w/V
    q, r: (w/V)^2/(1 + (c b w/pi V)^2) times that of w, v;  c = 4, 3
    """
    V, b, f = AIRSPEED, SPAN, frequency
    if axis == "u":
        L, sigma = s.length_horizontal, s.sigma_horizontal
        return sigma**2 * 2.0 * L / (math.pi * V) / (1.0 + (L * f / V) ** 2)
    if axis == "p":
        L = math.sqrt(s.length_down * b) / 2.6
        return published_deviation("p", s) ** 2 * 2.0 * L / (math.pi * V) / (1.0 + (L * f / V) ** 2)
    if axis in "vw":
        L, sigma = (s.length_horizontal, s.sigma_horizontal) if axis == "v" else (s.length_down, s.sigma_down)
        x2 = (L * f / V) ** 2
        return sigma**2 * L / (math.pi * V) * (1.0 + 3.0 * x2) / (1.0 + x2) ** 2
    c, of = (4.0, "w") if axis == "q" else (3.0, "v")
    return (f / V) ** 2 / (1.0 + (c * b * f / (math.pi * V)) ** 2) * published_spectrum(of, f, s)


def published_deviation(axis: str, s: TurbulenceScales) -> float:
    """Standard deviation of an axis: given for u, v, w and p, the integral of the spectrum for q and r."""
    if axis in "uv":
        return s.sigma_horizontal
    if axis == "w":
        return s.sigma_down
    if axis == "p":
        return 1.9 * s.sigma_down / math.sqrt(s.length_down * SPAN)
    grid = np.geomspace(1e-4, 1e4, 40001)
    return math.sqrt(np.trapezoid(published_spectrum(axis, grid, s), grid))
