"""The turbulence filters of physics as matrices, by flying unit inputs: variances and spectra follow exactly."""

import math
from typing import NamedTuple

import numpy as np

from flattop.physics.air.turbulence import Turbulence, TurbulenceScales, gust, turbulence_after
from flattop.quantities.vectors import Vec3
from flattop.verification.self.published import AIRSPEED, SPAN

FRAME = 0.02  # [s], the engine's
HIGHEST = 10.0
"""Frequency up to which spectra are compared [rad/s]: above the short period of aircraft of this size."""
STAGES = {"u": 1, "v": 2, "w": 2, "p": 1, "q": 3, "r": 3}


class Filter(NamedTuple):
    """x' = A x + B n, y = C x: the filters from frame to frame, n standard normal numbers."""

    A: np.ndarray
    B: np.ndarray
    C: np.ndarray

    def covariance(self) -> np.ndarray:
        """Of the outputs when the filters have forgotten their start: C P C', P = A P A' + B B'."""
        from scipy.linalg import solve_discrete_lyapunov

        return self.C @ solve_discrete_lyapunov(self.A, self.B @ self.B.T) @ self.C.T

    def spectrum(self, frequency: np.ndarray) -> np.ndarray:
        """One-sided densities of the outputs, (frequencies, outputs) [unit2 s/rad]: (T/pi) |C (z - A)^-1 B|^2."""
        z = np.exp(1j * frequency * FRAME)
        H = self.C @ np.linalg.inv(z[:, None, None] * np.eye(len(self.A)) - self.A) @ self.B
        return FRAME / math.pi * (np.abs(H) ** 2).sum(axis=2)


def filters(scales: TurbulenceScales) -> Filter:
    """The matrices of the filters of physics, by unit memories and unit noise."""
    still, count = Turbulence(*(0.0,) * 8), len(Turbulence._fields)

    def after(memory, noise):
        return list(turbulence_after(memory, Vec3(*noise[:3]), noise[3], scales, AIRSPEED, SPAN, FRAME))

    def felt(memory):
        g = gust(memory, scales, AIRSPEED, SPAN)
        return [*g.velocity, *g.rate_B]

    units = np.eye(count)
    A = np.array([after(Turbulence(*map(float, e)), (0.0,) * 4) for e in units]).T
    B = np.array([after(still, tuple(map(float, e))) for e in np.eye(4)]).T
    return Filter(A, B, np.array([felt(Turbulence(*map(float, e))) for e in units]).T)


def spectral_tolerance(axis: str, scales: TurbulenceScales, highest: float = HIGHEST) -> float:
    """Relative error of a spectrum marched by frames, 2 ((w T)^2 + (T/tau)^2)/12 for each stage.

    A frame's white noise is held, whose spectrum falls by (w T)^2/12; a decay exp(-T/tau) with a mean input adds
    (w T)^2/12 + (T/tau)^2/12. All at the highest frequency and with the shortest time constant of the axis.
    """
    L = scales.length_horizontal if axis in "uvr" else scales.length_down
    if axis == "p":
        L = math.sqrt(scales.length_down * SPAN) / 2.6
    shortest = min(L / AIRSPEED, 3.0 * SPAN / (math.pi * AIRSPEED) if axis in "qr" else math.inf)
    return STAGES[axis] * 2.0 * ((highest * FRAME) ** 2 + (FRAME / shortest) ** 2) / 12.0
