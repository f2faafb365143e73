"""Conditions and rates in words, for captions, pages and the terminal."""

from math import degrees
from typing import TYPE_CHECKING

import numpy as np

from flattop.quantities.constants import KNOT

if TYPE_CHECKING:
    import xarray as xr


def from_side(angle_deg: float) -> str:
    """A direction from the bow in words: 'ahead', '30° to starboard', 'astern'."""
    size = abs(angle_deg)
    if size < 0.5:
        return "ahead"
    return "astern" if size > 179.5 else f"{size:.0f}° to {'starboard' if angle_deg > 0.0 else 'port'}"


def condition_words(attributes: dict) -> str:
    """The condition of flights in one sentence, from the attributes of their dataset."""
    a = attributes
    parts = [
        f"Wind over deck {float(a['wind_over_deck_m_s']) / KNOT:.0f} kt from {from_side(degrees(a['wind_from_rad']))}",
        f"ship at {float(a['ship_speed_m_s']) / KNOT:.0f} kt",
        _sea_words(a),
        f"aircraft of {float(a['mass_kg']):,.0f} kg",
    ]
    if warmer := float(a.get("temperature_offset_K", 0.0)):
        parts.append(f"air {abs(warmer):.0f} K {'above' if warmer > 0.0 else 'below'} the standard")
    return ", ".join(parts) + "."


def _sea_words(a):
    if float(a["significant_height_m"]) == 0.0:
        return "calm sea"
    height, period = float(a["significant_height_m"]), float(a["modal_period_s"])
    side = from_side(degrees(a["wave_from_rad"]))
    return f"significant wave height {height:.3g} m (modal period {period:.3g} s) from {side}"


MOST_DECIMALS = 2
"""Of a rate in per cent, where no criterion asks for more."""


def rate_words(rate: float, low: float, high: float, most: int = MOST_DECIMALS) -> str:
    """A rate with its interval in per cent, with as many decimals as it needs up to a number: '99.8 (99.1 to 100)'."""
    smallest = min(v for v in (high - low, 1.0 - rate or 1.0, rate or 1.0) if v > 0.0) if high > low else 1.0
    digits = int(np.clip(np.ceil(-np.log10(100.0 * smallest)) + 1, 0, most))
    return f"{100.0 * rate:.{digits}f} ({100.0 * low:.{digits}f} to {100.0 * high:.{digits}f}) %"


def touchdown_words(flight: "xr.Dataset", aim_x: float, centre_y: float) -> list[str]:
    """What happened in one flight, sentence by sentence, from what was noted of it."""
    a = flight.attrs
    noted = {k: float(v) for k, v in a.items() if isinstance(v, (int, float, np.floating)) and np.isfinite(v)}
    lines = [f"Flight {a['number']} ended after {noted['end_time']:.1f} s: {a['outcome']}.", str(a["advice"])]
    if a["mission"] == "launch":
        return lines + _launch_lines(noted)
    return lines + _recovery_lines(noted, aim_x, centre_y)


def _launch_lines(n):
    if "bow_airspeed" not in n:
        return []
    lowest = f"; the wheels stayed at least {n['lowest_height']:.1f} m above the sea" if "lowest_height" in n else ""
    return [f"It passed the bow after {n['bow_time']:.1f} s at {n['bow_airspeed'] / KNOT:.0f} kt of airspeed{lowest}."]


def _recovery_lines(n, aim_x, centre_y):
    broken = round(n.get("attempts", 0.0))
    lines = [f"It broke off {broken} approach{'' if broken == 1 else 'es'}."] if broken else []
    if "ramp_clearance" in n:
        lines.append(f"The wheels crossed the edge {n['ramp_clearance']:.1f} m above it.")
    if "touchdown_x" in n:
        along, across = n["touchdown_x"] - aim_x, n["touchdown_y"] - centre_y
        where = f"{abs(along):.1f} m {'beyond' if along >= 0.0 else 'short of'} the aim point"
        side = f"{abs(across):.1f} m to {'starboard' if across >= 0.0 else 'port'} of the centre line"
        speed = f"{n['touchdown_sink_rate']:.1f} m/s of sink and {n['touchdown_speed'] / KNOT:.0f} kt over the deck"
        lines.append(f"It touched down {where}, {side}, with {speed}.")
    return lines
