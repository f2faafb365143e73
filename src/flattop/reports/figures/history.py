"""One flight as time histories: height, speeds, attitude, controls, loads and what the deck did meanwhile."""

from typing import TYPE_CHECKING, Any

import numpy as np

from flattop.quantities.constants import KNOT
from flattop.reports.figures.style import BLUE, FAINT, RULE, TEAL, Picture, drawn, figure

if TYPE_CHECKING:
    import xarray as xr

    from flattop.catalogue import Ship

LEGEND = {
    "loc": "lower right",
    "bbox_to_anchor": (1.0, 1.0),
    "borderaxespad": 0.1,
    "fontsize": 7,
    "handlelength": 1.8,
    "columnspacing": 1.0,
}
MOST_SAMPLES = 700  # drawn of each curve
WINDS = (("ahead", -1.0, "x"), ("starboard", -1.0, "y"), ("below", -1.0, "z"))
LINES: tuple[dict[str, Any], ...] = (
    {"color": BLUE},
    {"color": "#b5432f", "linestyle": (0, (5, 1.6))},
    {"color": TEAL, "linestyle": (0, (1.2, 1.2))},
)


def _panels(flight, rise):
    """Title of each panel, with the unit, and its curves."""
    load = flight["gear_load"] / 1e3
    return [
        ("height of the wheels over the deck [m]", [("", flight["height"])]),
        ("speed [kt]", [("airspeed", flight["airspeed"] / KNOT), ("over the deck", flight["ground_speed"] / KNOT)]),
        ("sink rate to the ship [m/s]", [("", flight["sink_rate"])]),
        ("attitude [deg]", [("pitch", flight["pitch"]), ("roll", flight["roll"]), ("heading", _unjoined(flight["heading"]))]),
        ("flow [deg]", [("angle of attack", flight["angle_of_attack"]), ("sideslip", flight["sideslip"])]),
        ("controls [deg]", [(n, flight[n]) for n in ("elevator", "aileron", "rudder")]),
        ("shaft power [kW]", [("", flight["power"])]),
        ("brake and flap [1]", [("brake", flight["brake"]), ("flap", flight["flap"])]),
        ("gear load [kN]", [(str(leg), load.sel(leg=leg)) for leg in load["leg"].values]),
        ("wind from [m/s]", [(n, s * flight["wind_N"].sel(axis=a)) for n, s, a in WINDS]),
        ("ship [deg]", [("roll", flight["ship_roll"]), ("pitch", flight["ship_pitch"])]),
        ("deck at the aim point, above its mean [m]", [("", rise)]),
    ]  # fmt: skip


def _unjoined(heading):
    """A heading with gaps where it passes from one side of astern to the other, so that no line is drawn across."""
    jumps = np.abs(np.diff(heading.values, prepend=heading.values[:1])) > 180.0
    return heading.where(~jumps)


def intent_names(intent: "xr.DataArray") -> dict[int, str]:
    """Names of the pilot's intents by their codes, as a trajectory states them."""
    return dict(zip(map(int, intent.attrs["flag_values"]), intent.attrs["flag_meanings"].split(), strict=True))


def spot_rise(flight: "xr.Dataset", ship: "Ship") -> "xr.DataArray":
    """Rise of the ship's aim point over its mean place, for small angles: -z + x pitch - y roll [m]."""
    x, y = ship.strip.touchdown_x.si, ship.strip.centre_y.si
    pitch, roll = np.radians(flight["ship_pitch"]), np.radians(flight["ship_roll"])
    return -flight["ship_position_N"].sel(axis="z") + x * pitch - y * roll


@drawn
def histories(flight: "xr.Dataset", ship: "Ship") -> Picture:
    """Ten small panels over one time axis, the pilot's intents marked."""
    thin = _thinned(flight)
    panels = _panels(thin, spot_rise(thin, ship))
    rows = -(-len(panels) // 2)
    fig = figure(1.45 * rows + 0.3)
    grid = fig.subplots(rows, 2, sharex=True)
    time = thin["time"].values
    for axes, (title, curves) in zip(grid.ravel(), panels, strict=True):
        _draw_intents(axes, time, thin["intent"], words=axes is grid[0, 0])
        for line, (name, curve) in zip(LINES, curves, strict=False):
            axes.plot(time, curve.values, label=name, **line)
        axes.set_title(title, pad=13 if axes in grid[0] else 5)
        if len(curves) > 1 or curves[0][0]:
            axes.legend(**LEGEND, ncols=len(curves))
    for axes in grid[-1]:
        axes.set_xlabel("time [s]")
        axes.set_xlim(time[0], time[-1])
    return Picture(f"flight-{flight.attrs['mission']}", fig, _title(flight), _caption(flight), _title(flight))


def _thinned(flight):
    """The flight with fewer samples, each gear load the greatest of those it stands for."""
    step = max(1, flight.sizes["time"] // MOST_SAMPLES)
    thin = flight.isel(time=slice(0, flight.sizes["time"] // step * step, step))
    loads = flight["gear_load"].coarsen(time=step, boundary="trim").max()
    return thin.assign(gear_load=loads.assign_coords(time=thin["time"]))


def _draw_intents(axes, time, intent, words):
    """Thin lines where the pilot's intent changed, named on the top row."""
    names, codes = intent_names(intent), intent.values
    changes = np.flatnonzero(np.diff(codes)) + 1
    for at in changes:
        axes.axvline(time[at], color=RULE, linewidth=0.8, zorder=0)
    if words:
        last = -np.inf
        for at in (0, *changes):
            if time[at] - last > 0.09 * (time[-1] - time[0]):
                place = {"xy": (time[at], 1.0), "xycoords": ("data", "axes fraction"), "va": "bottom", "ha": "left"}
                axes.annotate(
                    names[round(float(codes[at]))],
                    xytext=(0, 1),
                    textcoords="offset points",
                    fontsize=6.5,
                    color=FAINT,
                    **place,
                )
                last = time[at]


def _title(flight):
    return f"Flight {flight.attrs['number']}, {flight.attrs['mission']}: {flight.attrs['outcome']}"


def _caption(flight):
    return (
        f"One flight, number {flight.attrs['number']} of seed {flight.attrs['seed']}, "
        f"{flight.sizes['time']:,} samples. "
        "Vertical lines: the pilot's intent. Heading is from the ship's mean course."
    )
