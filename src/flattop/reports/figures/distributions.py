"""How clearances, sink rates and speeds scatter over the flights of one condition, against the limits that matter."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from flattop.quantities.constants import KNOT
from flattop.reports.figures.style import FAINT, INK, Picture, counted, drawn, figure, rule

if TYPE_CHECKING:
    import xarray as xr

    from flattop.catalogue import Airframe

FILL = "#7fa8c9"


class Limit(NamedTuple):
    """A value the reader compares with, and its name."""

    value: float
    text: str


@drawn
def recovery_distributions(flights: "xr.Dataset", airframe: "Airframe") -> Picture:
    """Height over the stern, sink rate, touchdown speed and the greatest main-gear load of the recoveries."""
    sink = Limit(airframe.limits.sink_rate.si, "gear's design sink rate")
    design = Limit(airframe.gear.main.limit_load.si / 1e3, "limit load")
    panels = [
        (flights["ramp_clearance"], 1.0, "height of wheels over the stern edge [m]", [Limit(0.0, "edge")]),
        (flights["touchdown_sink_rate"], 1.0, "sink rate at touchdown [m/s]", [sink]),
        (flights["touchdown_speed"], 1.0 / KNOT, "speed over the deck at touchdown [kt]", []),
        (_main_load(flights), 1e-3, "greatest load of a main leg [kN]", [design]),
    ]  # fmt: skip
    return _histograms("recovery-distributions", "Clearance, sink rate, speed and gear load", flights, panels)


@drawn
def launch_distributions(flights: "xr.Dataset", airframe: "Airframe") -> Picture:
    """Airspeed at the bow, lowest height after it, and the greatest main-gear load of the launches."""
    load = Limit(airframe.gear.main.limit_load.si / 1e3, "limit load")
    panels = [
        (flights["bow_airspeed"], 1.0 / KNOT, "airspeed at the bow [kt]", []),
        (flights["lowest_height"], 1.0, "least height of wheels over the sea past the bow [m]", [Limit(0.0, "sea")]),
        (_main_load(flights), 1e-3, "greatest load of a main leg [kN]", [load]),
    ]
    return _histograms("launch-distributions", "Airspeed at the bow, height after it and gear load", flights, panels)


def _main_load(flights):
    return flights["peak_gear_load"].sel(leg=["left", "right"]).max("leg")


def _histograms(name, title, flights, panels):
    across = 3 if len(panels) == 3 else 2
    rows = -(-len(panels) // across)
    fig = figure(2.15 * rows + 0.2)
    for k, (variable, factor, label, limits) in enumerate(panels):
        axes = fig.add_subplot(rows, across, k + 1)
        _draw_histogram(axes, factor * variable.dropna("flight").values, limits)
        axes.set_xlabel(label)
    total = counted(flights.sizes["flight"])
    caption = (
        f"{total} of one condition; n is how many of them came to that event. Above each panel the median and, "
        "shaded below, the range from the 1st to the 99th percentile."
    )
    return Picture(name, fig, title, caption, f"{title}: histograms over {total}.")


def _draw_histogram(axes, values, limits):
    axes.set_ylabel("flights")
    if not len(values):
        axes.text(0.5, 0.5, "did not happen", transform=axes.transAxes, ha="center", color=FAINT)
        return
    low, middle, high = np.percentile(values, [1.0, 50.0, 99.0])
    start, end = _window(values, limits)
    axes.hist(values, bins=_bins(values, start, end), color=FILL, edgecolor="white", linewidth=0.4, zorder=2)
    axes.axvspan(low, high, color="#e9eef3", zorder=0)
    axes.plot([middle], [0.0], marker="|", markersize=16, markeredgewidth=2.0, color=INK, clip_on=False, zorder=4)
    axes.set_xlim(start, end)
    axes.set_title(f"{middle:.2f} ({low:.2f} to {high:.2f}), n = {len(values):,}", fontweight="normal", fontsize=8.0)
    for limit in limits:
        rule(axes, limit.value, limit.text) if start <= limit.value <= end else None
    if outside := int(((values < start) | (values > end)).sum()):
        axes.text(0.995, 0.5, f"{outside} beyond", transform=axes.transAxes, ha="right", fontsize=7.5, color=FAINT)


def _window(values, limits):
    """Range of the panel: nearly all values, and the limits that lie within reach of them."""
    low, high = np.percentile(values, [0.2, 99.8])
    spread = max(high - low, 1e-3 * max(abs(high), 1.0))
    near = [limit.value for limit in limits if low - 2.0 * spread < limit.value < high + 2.0 * spread]
    return min([low, *near]) - 0.06 * spread, max([high, *near]) + 0.06 * spread


def _bins(values, start, end):
    """Equal bins over the panel, about as many as the square root of the count, 10 to 40."""
    return np.linspace(start, end, int(np.clip(np.sqrt(len(values)), 10, 40)) + 1)
