"""Steady level flight over airspeed: angle of attack, elevator and power, and where there is none."""

from typing import TYPE_CHECKING

import numpy as np

from flattop.quantities.constants import KNOT
from flattop.reports.figures.style import BLUE, FAINT, Picture, drawn, figure

if TYPE_CHECKING:
    import xarray as xr

PANELS = (("alpha", "angle of attack [deg]"), ("elevator", "elevator [deg]"), ("power", "shaft power [kW]"))


@drawn
def trim_figure(curve: "xr.Dataset") -> Picture:
    """Angle of attack, elevator and power of steady flight; hollow where a limit is broken."""
    fig = figure(2.5)
    speed, steady = curve["airspeed"].values / KNOT, curve["is_steady"].values.astype(bool)
    for axes, (name, label) in zip(fig.subplots(1, 3), PANELS, strict=True):
        values = curve[name].values
        axes.plot(speed, np.where(steady, values, np.nan), color=BLUE, marker="o", markersize=3)
        axes.plot(speed[~steady], values[~steady], "o", markersize=3, markerfacecolor="none", markeredgecolor=FAINT)
        axes.set_xlabel("true airspeed [kt]")
        axes.set_title(label)
        _limit_to_steady(axes, values, steady)
    return Picture("trim", fig, "Steady level flight", _caption(curve), _alt(curve))


def _limit_to_steady(axes, values, steady):
    """Keep the flyable part legible: unflyable points may run out of the panel."""
    if steady.any():
        low, high = values[steady].min(), values[steady].max()
        margin = 0.35 * max(high - low, 1e-6)
        axes.set_ylim(low - margin, high + margin)


def reasons(curve: "xr.Dataset") -> list[str]:
    """Why there is no steady flight below and above the flyable range, each with its speed."""
    speed, steady = curve["airspeed"].values / KNOT, curve["is_steady"].values.astype(bool)
    problems = [str(p) for p in curve["problem"].values]
    if not steady.any():
        return [f"at no airspeed: {problems[len(problems) // 2]}"]
    first, last = np.flatnonzero(steady)[[0, -1]]
    below = [f"below {speed[first]:.0f} kt: {problems[first - 1]}"] if first > 0 else []
    return below + ([f"above {speed[last]:.0f} kt: {problems[last + 1]}"] if last + 1 < len(speed) else [])


def _caption(curve):
    a = curve.attrs
    where = f"{float(a['mass_kg']):.0f} kg at {float(a['height_m']):.0f} m"
    shape = f"flap {float(a['flap']):g}, gear {'down' if float(a['gear']) > 0.5 else 'up'}"
    return f"{a['airframe']}, {where}, {shape}. Hollow: no steady flight; " + "; ".join(reasons(curve)) + "."


def _alt(curve):
    speed = curve["airspeed"].values[curve["is_steady"].values.astype(bool)] / KNOT
    return f"Steady flight from {speed.min():.0f} to {speed.max():.0f} kt." if len(speed) else "No steady flight."
