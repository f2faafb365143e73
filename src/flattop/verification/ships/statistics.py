"""A ship's motion in time beside its spectrum: variances, mean frequency and Gaussian level crossings [Rice1944]."""

import math

import numpy as np

from flattop import catalogue
from flattop.engine.world.sea import sea_of
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario
from flattop.verification.table import Findings, Graph, Line, Row, compared

GROUP = "seakeeping"
SHIP, HEIGHT, PERIOD = "izumo", 3.25, 9.7
HISTORIES, DURATION, STEP = 400, 200.0, 0.25
"""Histories with waves of their own, and their length and step [s]."""
SURELY = 4.9
"""Standard errors that chance exceeds once in a million."""
LEVELS = (0.0, 1.0, 2.0)
"""In standard deviations."""


def histories(seed=1):
    """Heave and pitch of many histories, (histories, times), the spectral moments 0 and 2 of both, and the times."""
    scenario = Scenario(
        catalogue.airframe("tb3"), catalogue.ship(SHIP), catalogue.pilot("standard"),
        Condition(wind_over_deck=10.0, significant_height=HEIGHT, modal_period=PERIOD), "recovery",
    )  # fmt: skip
    sea, time = sea_of(scenario), np.arange(0.0, DURATION, STEP)
    waves = np.random.default_rng(seed).standard_normal((HISTORIES, 2, len(sea.encounter)))
    amplitude = (waves[:, 0] + 1j * waves[:, 1]) * sea.deviation
    turning = np.exp(1j * np.outer(sea.encounter, time))
    moved = {}
    for name, k in (("heave", 2), ("pitch", 4)):
        transfer = sea.transfer[:, k]
        power = np.abs(transfer) ** 2 * sea.deviation**2
        moments = float(power.sum()), float((power * sea.encounter**2).sum())
        moved[name] = ((amplitude * transfer) @ turning).real, moments
    return time, moved


def _mean(values):
    """Mean over histories and its standard error."""
    return float(values.mean()), float(values.std(ddof=1) / math.sqrt(len(values)))


def level_rate(x, level):
    """Upward crossings of a level in unit time, by history."""
    return ((x[:, :-1] < level) & (x[:, 1:] >= level)).sum(1) / (STEP * (x.shape[1] - 1))


def statistics_rows(name, x, moments) -> list[Row]:
    """Variance and crossing rates of one motion.

        m0 = sum |H|^2 s^2,  rate(a) = sqrt(m2/m0)/(2 pi) exp(-a^2/2 m0)                 [Rice1944, eq. 3.3-11]

    The step misses a crossing whose return comes within it: (w h)^2/24 of the rate for a mean frequency w.
    """
    m0, m2 = moments
    case, deviation = f"{SHIP}, Hs {HEIGHT:g} m, Tp {PERIOD:g} s", math.sqrt(m0)
    unit = "m2" if name == "heave" else "rad2"
    note = f"{HISTORIES} histories of {DURATION:g} s; 4.9 standard errors, once in a million by chance"
    variance, error = _mean((x**2).mean(1))
    rows = [compared(GROUP, case, f"variance of {name}", unit, m0, variance, SURELY * error, note)]
    for level in LEVELS:
        rate, error = _mean(level_rate(x, level * deviation))
        expected = math.sqrt(m2 / m0) / (2.0 * math.pi) * math.exp(-0.5 * level**2)
        missed = expected * m2 / m0 * STEP**2 / 24.0
        quantity = f"upward crossings of {level:g} standard deviations by {name}"
        rows.append(compared(GROUP, case, quantity, "1/s", expected, rate, SURELY * error + missed, note))
    return rows


def statistics_findings() -> Findings:
    """Rows of heave and pitch, and the crossing rates drawn."""
    _, moved = histories()
    rows = [row for name, (x, moments) in moved.items() for row in statistics_rows(name, x, moments)]
    x, (m0, m2) = moved["pitch"]
    levels = np.linspace(0.0, 3.5, 15)
    expected = math.sqrt(m2 / m0) / (2.0 * math.pi) * np.exp(-0.5 * levels**2)
    counted = np.array([level_rate(x, a * math.sqrt(m0)).mean() for a in levels])
    lines = [Line("Gaussian", levels, expected, True), Line("time histories", levels, counted, False)]
    graph = Graph(
        "seakeeping-crossings", f"Upward crossings by pitch, {SHIP}", "level (standard deviations)", "rate (1/s)",
        lines, is_log_y=True, caption=f"{HISTORIES} histories of {DURATION:g} s.",
    )  # fmt: skip
    return Findings(rows, [graph])
