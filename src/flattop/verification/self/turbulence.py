"""Turbulence against the published forms: lengths, intensities and spectra of all axes, without sampling [MILF8785C].

The filters are linear, so their matrices are read off by flying unit inputs; variances and spectra follow exactly.
"""

import math

import numpy as np

from flattop.physics.air.turbulence import TurbulenceScales, turbulence_scales
from flattop.verification.jsbsim import turbulence as jsbsim_turbulence
from flattop.verification.self.marched import FRAME, HIGHEST, filters, spectral_tolerance
from flattop.verification.self.published import (
    AIRSPEED,
    SPAN,
    WIND,
    published_deviation,
    published_scales,
    published_spectrum,
)
from flattop.verification.table import Findings, Graph, Line, Row, compared

GROUP = "turbulence"

HEIGHTS = (10.0, 30.0, 100.0)  # [m]
AXES = ("u", "v", "w", "p", "q", "r")
UNITS = {"u": "m/s", "v": "m/s", "w": "m/s", "p": "rad/s", "q": "rad/s", "r": "rad/s"}
JSBSIM_HEIGHT, JSBSIM_WIND = 10.0, 3.0  # [m], [m/s]
BANDS = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0)  # [rad/s]
SURELY = 4.9
"""Standard deviations that a normal variable leaves once in a million."""


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
