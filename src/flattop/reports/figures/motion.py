"""How the ship and its touchdown spot move, sea state by sea state."""

from typing import TYPE_CHECKING, Any

from flattop.reports.figures.style import BLUE, TEAL, Picture, drawn, figure

if TYPE_CHECKING:
    import xarray as xr

RUST = "#b5432f"
LINES: tuple[dict[str, Any], ...] = (
    {"color": BLUE, "marker": "o"},
    {"color": RUST, "marker": "s", "linestyle": (0, (5, 1.6))},
    {"color": TEAL, "marker": "^", "linestyle": (0, (1.2, 1.2))},
)
SPOT = ("displacement", "velocity", "acceleration")
PANELS = (
    ("angles [deg]", ("roll_rms", "pitch_rms", "yaw_rms")),
    ("displacements amidships [m]", ("surge_rms", "sway_rms", "heave_rms")),
    ("touchdown spot, vertical", tuple(f"spot_{n}_rms" for n in SPOT)),
)  # fmt: skip
WORDS = {
    "spot_displacement_rms": "displacement [m]",
    "spot_velocity_rms": "velocity [m/s]",
    "spot_acceleration_rms": "acceleration [m/s²]",
}


@drawn
def deck_motion_by_sea(motion: "xr.Dataset") -> Picture:
    """Standard deviations over significant wave height, and a sample of heave, pitch and roll in the highest sea."""
    fig = figure(4.6)
    grid = fig.add_gridspec(2, 3, height_ratios=[1.35, 1.0])
    heights = motion["significant_height"].values
    for k, (title, names) in enumerate(PANELS):
        axes = fig.add_subplot(grid[0, k])
        for line, name in zip(LINES, names, strict=True):
            label = WORDS.get(name, name.removesuffix("_rms"))
            axes.plot(heights, motion[name].values, label=label, markersize=4, **line)
        axes.set_title(title)
        axes.set_xlabel("significant wave height [m]")
        axes.set_xlim(0.0, None)
        axes.set_ylim(0.0, None)
        axes.legend(fontsize=7.5)
    _draw_sample(fig.add_subplot(grid[1, :]), motion)
    return Picture(
        "deck-motion",
        fig,
        "Standard deviation of the motion of ship and touchdown spot, by sea state",
        _caption(motion),
        _alt(motion),
    )


def _draw_sample(axes, motion):
    sample = motion.isel(significant_height=-1)
    for line, (name, unit) in zip(LINES, (("roll", "deg"), ("pitch", "deg"), ("heave", "m")), strict=True):
        look = {k: v for k, v in line.items() if k != "marker"}
        axes.plot(sample["time"].values, sample[name].values, label=f"{name} [{unit}]", **look)
    axes.set_xlabel("time [s]")
    axes.set_xlim(0.0, float(sample["time"].max()))
    axes.set_title(f"a sample at significant wave height {float(sample['significant_height']):g} m")
    axes.legend(ncols=3, loc="lower right", bbox_to_anchor=(1.0, 1.0), borderaxespad=0.1, fontsize=7.5)


def _caption(motion):
    from math import degrees

    a = motion.attrs
    seas = ", ".join(f"{h:g} m with {t:g} s" for h, t in zip(*_seas(motion), strict=True))
    speed = float(a["ship_speed_m_s"]) * 3600.0 / 1852.0
    wave = degrees(float(a["wave_from_rad"]))
    side = "starboard" if wave >= 0.0 else "port"
    return (
        f"{a['ship_title']} at {speed:.0f} kt, waves from {abs(wave):.0f}° to {side} of the bow; "
        f"significant height with modal period: {seas}. From the response operators and the spectrum, without flights."
    )


def _seas(motion):
    return motion["significant_height"].values, motion["modal_period"].values


def _alt(motion):
    worst = motion.isel(significant_height=-1)
    return (
        f"Standard deviations in the highest sea: roll {float(worst['roll_rms']):.2g} deg, pitch "
        f"{float(worst['pitch_rms']):.2g} deg, touchdown spot {float(worst['spot_displacement_rms']):.2g} m."
    )
