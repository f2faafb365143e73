"""Turbulence against the published forms: lengths, intensities and spectra of all axes, without sampling [MILF8785C].

The filters are linear, so their matrices are read off by flying unit inputs; variances and spectra follow exactly.
"""

import math
from typing import NamedTuple

import numpy as np

from flattop.physics.air.turbulence import Turbulence, TurbulenceScales, gust, turbulence_after, turbulence_scales
from flattop.quantities.constants import FOOT
from flattop.quantities.vectors import Vec3
from flattop.verification.jsbsim import turbulence as jsbsim_turbulence
from flattop.verification.table import Findings, Graph, Line, Row, compared

GROUP = "turbulence"

FRAME = 0.02  # [s], the engine's
SPAN, AIRSPEED, WIND = 14.0, 35.0, 15.0  # of a TB3-sized aircraft on approach [m], [m/s], [m/s]
HEIGHTS = (10.0, 30.0, 100.0)  # [m]
AXES = ("u", "v", "w", "p", "q", "r")
UNITS = {"u": "m/s", "v": "m/s", "w": "m/s", "p": "rad/s", "q": "rad/s", "r": "rad/s"}
HIGHEST = 10.0
"""Frequency up to which spectra are compared [rad/s]: above the short period of aircraft of this size."""
JSBSIM_HEIGHT, JSBSIM_WIND = 10.0, 3.0  # [m], [m/s]
BANDS = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0)  # [rad/s]
STAGES = {"u": 1, "v": 2, "w": 2, "p": 1, "q": 3, "r": 3}
SURELY = 4.9
"""Standard deviations that a normal variable leaves once in a million."""


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


def scale_rows(height: float) -> list[Row]:
    """Lengths and intensities; the tolerance is that of the elementary functions, 2e-13, through powers: 1e-12."""
    ours, theirs = turbulence_scales(height, WIND), published_scales(height)
    units = {"sigma_horizontal": "m/s", "sigma_down": "m/s", "length_horizontal": "m", "length_down": "m"}
    return [
        compared(
            GROUP, f"scales at {height:g} m", name.replace("_", " "), units[name], r, f, 1e-12 * r,
            "formula of the specification, elementary functions to 2e-13",
        )
        for name, r, f in zip(TurbulenceScales._fields, theirs, ours, strict=True)
    ]  # fmt: skip


def spectrum_findings(height: float) -> Findings:
    """Intensities and spectra of all axes at a height, with the graph of the spectra."""
    scales = turbulence_scales(height, WIND)
    marched = filters(scales)
    deviations = np.sqrt(np.diag(marched.covariance()))
    frequency = np.geomspace(0.05, HIGHEST, 60)
    spectra = marched.spectrum(frequency)
    case, rows, lines = f"gusts at {height:g} m, {AIRSPEED:g} m/s", [], []
    for k, axis in enumerate(AXES):
        printed = published_spectrum(axis, frequency, scales)
        ratio = spectra[:, k] / printed
        worst = float(ratio[np.argmax(np.abs(ratio - 1.0))])
        rows.append(
            compared(
                GROUP, case, f"spectrum of {axis}, 0.05 to {HIGHEST:g} rad/s, over the published", "1", 1.0, worst,
                spectral_tolerance(axis, scales), f"frames of {FRAME:g} s, second order for each stage; validation/turbulence/README.md",
            )
        )  # fmt: skip
        rows.append(_deviation_row(case, axis, scales, float(deviations[k])))
        lines += [Line(f"{axis} published", frequency, printed, True), Line(axis, frequency, spectra[:, k], False)]
    graph = Graph(
        f"turbulence-{height:g}m", f"Turbulence spectra at {height:g} m", "angular frequency (rad/s)",
        "one-sided density (SI)", lines, True, True, f"Airspeed {AIRSPEED:g} m/s, span {SPAN:g} m, W20 {WIND:g} m/s.",
    )  # fmt: skip
    return Findings(rows, [graph])


def _deviation_row(case, axis, scales, deviation):
    """Intensities: half of the spectrum's error at the corner w = V/L, where the variance lies."""
    reference = published_deviation(axis, scales)
    L = {"w": scales.length_down, "p": math.sqrt(scales.length_down * SPAN) / 2.6}.get(axis, scales.length_horizontal)
    corner = math.pi * AIRSPEED / ({"q": 4.0, "r": 3.0}[axis] * SPAN) if axis in "qr" else AIRSPEED / L
    error = 0.5 * spectral_tolerance(axis, scales, corner)
    note = "variance of the marched filter, solved exactly; frames as above at the corner frequency"
    if axis in "qr":
        beyond = _share_beyond(axis, scales)
        error += 0.5 * beyond
        note += f"; {beyond:.0%} of the variance lies above half the frame rate"
    return compared(
        GROUP, case, f"standard deviation of {axis}", UNITS[axis], reference, deviation, error * reference, note
    )


def _share_beyond(axis, scales):
    """Share of an axis's variance above half the frame rate, which frames cannot carry."""
    grid = np.geomspace(math.pi / FRAME, 1e4, 4001)
    return float(np.trapezoid(published_spectrum(axis, grid, scales), grid) / published_deviation(axis, scales) ** 2)


def jsbsim_rows() -> list[Row]:
    """Standard deviations and spectra in bands beside JSBSim's, sampled; gusts are kept small against the airspeed."""
    if not jsbsim_turbulence.is_installed():
        return [
            Row(
                group=GROUP, case="JSBSim", quantity="standard deviations and spectra", unit="1", reference=None,
                flattop=math.nan, tolerance=None, note="jsbsim is not installed (extra: verify)",
            )
        ]  # fmt: skip
    given = (JSBSIM_HEIGHT, JSBSIM_WIND, AIRSPEED, SPAN)
    first, second = (jsbsim_turbulence.sampled(model, *given) for model in jsbsim_turbulence.MODELS)
    scales = turbulence_scales(JSBSIM_HEIGHT, JSBSIM_WIND)
    return _deviations_beside(first, scales) + _bands_beside(second, scales)


def _deviations_beside(samples, scales):
    """Tolerance: 4.9 standard errors, and the error h/4 tau of Euler's rule for a standard deviation."""
    ours, rows = np.sqrt(np.diag(filters(scales).covariance())), []
    L = (
        scales.length_horizontal,
        scales.length_horizontal,
        scales.length_down,
        math.sqrt(scales.length_down * SPAN) / 2.6,
    )
    for k, (axis, sample) in enumerate(zip("uvwp", jsbsim_turbulence.deviations(samples), strict=True)):
        rule = 0.25 * jsbsim_turbulence.STEP * AIRSPEED / L[k]
        rows.append(
            compared(
                GROUP, f"JSBSim at {JSBSIM_HEIGHT:g} m", f"standard deviation of {axis}", UNITS[axis], sample.value,
                float(ours[k]), SURELY * sample.error + rule * sample.value,
                "4.9 standard errors of JSBSim's 4000 s, once in a million by chance, and its own rule's error",
            )
        )  # fmt: skip
    return rows


def _bands_beside(samples, scales):
    """Tolerance: 4.9 standard errors, and the error of our frames at the band's upper end."""
    marched, rows = filters(scales), []
    for k, (axis, bands) in enumerate(zip("uvw", jsbsim_turbulence.band_powers(samples, BANDS), strict=False)):
        for low, high, sample in zip(BANDS, BANDS[1:], bands, strict=False):
            grid = np.linspace(low, high, 200)
            power = float(np.trapezoid(marched.spectrum(grid)[:, k], grid))
            frames = spectral_tolerance(axis, scales, high) * power
            rows.append(
                compared(
                    GROUP, f"JSBSim at {JSBSIM_HEIGHT:g} m", f"variance of {axis} from {low:g} to {high:g} rad/s",
                    "m2/s2", sample.value, power, SURELY * sample.error + frames,
                    "4.9 standard errors of JSBSim's 4000 s, and the frames' error",
                )
            )  # fmt: skip
    return rows


def findings(folder=None, progress=None) -> Findings:
    """All heights, and JSBSim where it is installed."""
    found = Findings()
    for height in HEIGHTS:
        found = found.added(Findings(scale_rows(height))).added(spectrum_findings(height))
        if progress:
            progress(f"{height:g} m")
    return found.added(Findings(jsbsim_rows()))
