"""Endurance drawn: the flight envelope by height, time on station and payload, and what the endurance hangs on."""

from typing import TYPE_CHECKING, Any

import numpy as np

from flattop.quantities.constants import FOOT, HOUR, KNOT
from flattop.reports.figures.style import BLUE, FAINT, INK, ROSE, SAND, TEAL, Picture, drawn, figure

if TYPE_CHECKING:
    import xarray as xr

KILOMETRE = 1e3
SPEEDS = (
    ("stall_speed", "stall", FAINT, (0, (4, 2)), ""),
    ("best_range_speed", "greatest range", TEAL, "-", "s"),
    ("best_endurance_speed", "longest endurance", BLUE, (0, (2, 3)), "o"),
    ("maximum_speed", "fastest", ROSE, "-", "^"),
)
BANDS = "Bands: inputs one at a time to the ends of their ranges, together by the root of squares; 0 where some end cannot fly."
SHOWN = 12  # inputs in the figure of what the endurance hangs on


@drawn
def height_figure(found: "xr.Dataset") -> Picture:
    """Speeds, climb, endurance and range by height."""
    fig = figure(3.4)
    speeds, climbing, lasting = fig.subplots(1, 3)
    feet = found["height"].values / FOOT / 1e3
    for name, label, colour, dashes, marker in SPEEDS:
        speeds.plot(
            found[name].values / KNOT, feet, color=colour, linestyle=dashes, marker=marker, markersize=3, label=label
        )
    _band(speeds, found, "maximum_speed", feet, KNOT, ROSE)
    _legend(speeds)
    climbing.plot(found["climb_rate"].values, feet, color=BLUE, marker="o", markersize=3)
    _band(climbing, found, "climb_rate", feet, 1.0, BLUE)
    _ceilings(climbing, found)
    lasting.plot(found["endurance"].values / HOUR, feet, color=BLUE, marker="o", markersize=3, label="endurance [h]")
    _band(lasting, found, "endurance", feet, HOUR, BLUE)
    lasting.plot(found["range"].values / 100e3, feet, color=TEAL, marker="s", markersize=3, label="range [100 km]")
    _legend(lasting)
    _labels(speeds, "true airspeed [kt]", "Speeds")
    _labels(climbing, "best climb at full power [m/s]", "Climb and ceilings")
    _labels(lasting, "endurance [h], range [100 km]", "Endurance and range")
    speeds.set_ylabel("height above the sea [1000 ft]")
    return Picture(
        "endurance-height", fig, f"{_title(found)}: what it can do by height", f"{_caption(found)} {BANDS}", _alt(found)
    )


def _band(axes, found, name, across, factor, colour):
    low, high = found[f"{name}_low"].values / factor, found[f"{name}_high"].values / factor
    axes.fill_betweenx(across, low, high, color=colour, alpha=0.15, linewidth=0.0)


def _ceilings(axes, found):
    for name, words in (("service_ceiling", "service ceiling"), ("absolute_ceiling", "absolute ceiling")):
        value = float(found[name]) / FOOT / 1e3
        axes.axhline(value, color=INK, linewidth=0.8, linestyle=(0, (4, 2)))
        axes.annotate(
            f"{words} {1e3 * value:,.0f} ft", (1.0, value), xycoords=("axes fraction", "data"), xytext=(-2, 2),
            textcoords="offset points", ha="right", fontsize=7, color=INK,
        )  # fmt: skip


def _legend(axes):
    """Below the panel, where no curve is."""
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=2, fontsize=7)


def _labels(axes, label, title):
    axes.set_xlabel(label)
    axes.set_title(title)
    axes.set_ylim(bottom=0.0)
    axes.set_xlim(left=0.0)


@drawn
def station_figure(found: "xr.Dataset") -> Picture:
    """Time on station against radius, and endurance against payload, at the working height."""
    fig = figure(2.9)
    station, load = fig.subplots(1, 2)
    radius, hours = found["radius"].values / KILOMETRE, found["time_on_station"].values / HOUR
    station.plot(radius, hours, color=BLUE, marker="o", markersize=3)
    _labels(station, "radius [km]", "Time on station [h]")
    load.plot(
        found["payload"].values,
        found["payload_endurance"].values / HOUR,
        color=BLUE,
        marker="o",
        markersize=3,
        label="endurance [h]",
    )
    load.plot(
        found["payload"].values,
        found["payload_range"].values / 100e3,
        color=TEAL,
        marker="s",
        markersize=3,
        label="range [100 km]",
    )
    load.legend(loc="best")
    _labels(load, "payload [kg]", "Endurance and range by payload")
    working = float(found.attrs["working_height_m"]) / FOOT
    title = f"{_title(found)}: how long on station, at {working:,.0f} ft"
    return Picture(
        "endurance-station",
        fig,
        title,
        _caption(found),
        f"Time on station falls from {np.nanmax(hours):.0f} h to none at {np.max(radius):.0f} km.",
    )


@drawn
def sensitivity_figure(found: "xr.Dataset") -> Picture:
    """Change of the endurance when one input goes to either end of its range, the largest first."""
    names, changes = _largest(found)
    fig = figure(0.9 + 0.23 * len(names))
    axes = fig.add_subplot()
    at = np.arange(len(names))
    for end, colour, hatch, label in (
        (0, SAND, "////", "low end of the input"),
        (1, BLUE, "", "high end of the input"),
    ):
        axes.barh(
            at, changes[:, end], color=colour, hatch=hatch, edgecolor=INK, linewidth=0.5, height=0.62, label=label
        )
    axes.axvline(0.0, color=INK, linewidth=0.8)
    axes.set_yticks(at, names)
    axes.invert_yaxis()
    axes.set_xlabel("change of the endurance [h]")
    axes.legend(loc="lower right")
    title = f"{_title(found)}: what the endurance hangs on"
    return Picture("endurance-inputs", fig, title, _caption(found), f"Largest: {', '.join(names[:3])}.")


def _largest(found):
    changes = found["endurance_change"].values / HOUR
    order = np.argsort(-np.abs(changes).max(axis=1))[:SHOWN]
    return [str(found["input"].values[k]).replace("_", " ").replace(".", ": ") for k in order], changes[order]


def pictures(found: "xr.Dataset") -> list[Picture]:
    """Every figure of an answer."""
    return [height_figure(found), station_figure(found), sensitivity_figure(found)]


def _title(found):
    return str(found.attrs["airframe_title"])


def _caption(found) -> str:
    a: dict[Any, Any] = found.attrs
    speed = "best speeds" if a["speed_m_s"] == "best" else f"{float(a['speed_m_s']) / KNOT:.0f} kt"
    air = "" if not a["temperature_offset_K"] else f", {float(a['temperature_offset_K']):+g} K"
    wind = "" if not a["wind_m_s"] else f", {float(a['wind_m_s']) / KNOT:g} kt against the way out"
    return (
        f"Take-off at {float(a['mass_kg']):,.0f} kg with {float(a['fuel_kg']):.0f} kg of fuel and "
        f"{float(a['payload_kg']):.0f} kg of payload; {speed}, never below {float(a['loiter_margin']):g} times the stall; "
        f"{float(a['reserve_s']) / 60:.0f} min kept{air}{wind}."
    )


def _alt(found):
    hours, ceiling = found["endurance"].values / HOUR, float(found["service_ceiling"]) / FOOT
    return f"Endurance from {np.nanmin(hours):.0f} to {np.nanmax(hours):.0f} h; service ceiling {ceiling:,.0f} ft."
