"""Which uncertain inputs move the verdict: a tornado of rates of success, and the shares of variance beside it."""

from textwrap import shorten
from typing import TYPE_CHECKING

import numpy as np

from flattop.reports.figures.style import BLUE, FAINT, INK, ROSE, Picture, drawn, figure
from flattop.studies.criteria import percent

if TYPE_CHECKING:
    import xarray as xr

LOOKS = {"low": (ROSE, "////"), "high": (BLUE, "")}


@drawn
def tornado(found: "xr.Dataset") -> Picture:
    """Rates of success with each of the foremost inputs at the ends of its range, and the share of variance of each.

    found  dataset of `studies.sensitivity`, with one input at least
    """
    change = np.abs(found.success_rate - found.attrs["base_success_rate"]).max("end") + 1e-3 * found.mishap_rate.max(
        "end"
    )
    found = found.isel(input=np.argsort(-change.values, kind="stable"))
    count, mission = found.sizes["input"], found.attrs["mission"]
    fig = figure(1.1 + 0.42 * count)
    bars, shares = fig.subplots(1, 2, sharey=True, width_ratios=(5, 2))
    place = np.arange(count)[::-1]
    _draw_ends(bars, found, place)
    shares.barh(
        place,
        100.0 * found.variance_share.clip(0.0),
        xerr=100.0 * found.variance_error,
        height=0.5,
        color=FAINT,
        ecolor=INK,
    )
    shares.set_xlim(0.0, max(1.15 * 100.0 * float((found.variance_share + found.variance_error).max()), 10.0))
    shares.set_title("share of variance [%]")
    bars.set_yticks(place, [_label(found.isel(input=k)) for k in range(count)])
    bars.set_ylim(-0.7, count - 0.3)
    title = f"What the {mission} hangs on"
    return Picture(f"sensitivity-{mission}", fig, title, _caption(found), _alt(found))


def _draw_ends(axes, found, place):
    base = 100.0 * found.attrs["base_success_rate"]
    for end, (colour, hatch) in LOOKS.items():
        d, side = found.sel(end=end), 0.16 if end == "low" else -0.16
        rate = 100.0 * d.success_rate.values
        label = f"at the {end} end of its range"
        axes.barh(
            place + side, rate - base, left=base, height=0.32, color=colour, hatch=hatch, edgecolor="white", label=label
        )
        for y, at, value in zip(place + side, rate, d.value.values, strict=True):
            axes.annotate(
                f"{value:g}", (at, y), (-3 if at <= base else 3, 0), textcoords="offset points",
                ha="right" if at <= base else "left", va="center", fontsize=7.0, color=INK,
            )  # fmt: skip
    axes.axvline(base, color=INK, linewidth=1.0)
    low = 100.0 * float(found.success_rate.min())
    axes.set_xlim(max(min(low - 12.0, base - 20.0), -12.0), max(base, 100.0 * float(found.success_rate.max())) + 4.0)
    axes.set_title("flights that succeed [%]")
    axes.legend(loc="lower left", bbox_to_anchor=(0.0, 1.06), ncols=2, borderaxespad=0.0)


def _label(d):
    unit = "" if d.unit.item() == "1" else f" [{d.unit.item()}]"
    return f"{d.input.item()}{unit}\n{shorten(d.description.item(), 52, placeholder=' ...')}"


def _caption(found):
    a = found.attrs
    return (
        f"{a['airframe_title']} and {a['ship_title']}: {a['flights_each']} flights of each bar at {a['conditions']}, all else at its best "
        f"value, the same winds and waves for all. The {found.sizes['input']} foremost of {a['inputs']} uncertain inputs. Right: share of "
        f"the variance of the rate of success that each explains alone, drawn at once {a['designs']} times, with "
        f"{percent(a['confidence'])} intervals."
    )


def _alt(found):
    k, end = divmod(int(np.argmin(found.success_rate.values)), 2)
    d = found.isel(input=k, end=end)
    return f"The most harm does {d.input.item()}: {d.success_rate.item():.0%} succeed at {d.value.item():g}."
