"""The wind-over-deck polar: in which winds over the deck, sea by sea, the ship is open, and what closes it elsewhere.

0 degrees, wind from ahead, is up; wind from starboard is to the right; rings are the wind's speed in knots.
"""

from typing import TYPE_CHECKING, Any

import numpy as np

from flattop.reports.figures.style import INK, PAPER, RULE, SUCCESS, WIDTH, Picture, counted, drawn, figure, look
from flattop.reports.words.endings import causes
from flattop.reports.words.open_region import is_promising

if TYPE_CHECKING:
    import xarray as xr

OPEN, PROMISING, UNDECIDED = 1, 0.5, 0
ACROSS, WIDEST = 3, 5.5  # panels in a row, and the width one may have [in]
HOPEFUL = "#dcebf3"


def edges(values) -> np.ndarray:
    """Borders of the cells around the points of a grid: midway between them, and as far beyond the ends."""
    v = np.asarray(values, dtype=float)
    if len(v) == 1:
        return np.array([v[0] - 5.0, v[0] + 5.0])
    middle = 0.5 * (v[1:] + v[:-1])
    return np.concatenate([[1.5 * v[0] - 0.5 * v[1]], middle, [1.5 * v[-1] - 0.5 * v[-2]]])


@drawn
def polar(envelope: "xr.Dataset", title: str) -> Picture:
    """The polar of an envelope, one panel per significant wave height."""
    heights = envelope["significant_height"].values
    across = min(len(heights), ACROSS)
    down = -(-len(heights) // across)
    panel = _panel_height(envelope, min(WIDTH / across, WIDEST))
    found = causes(envelope)
    items = _legend(envelope, found)
    key = 0.12 + 0.24 * -(-len(items) // 5)
    fig = figure(down * panel + key)
    grid = fig.add_gridspec(down + 1, across, height_ratios=[panel] * down + [key])
    for k, height in enumerate(heights):
        axes = fig.add_subplot(grid[k // across, k % across], projection="polar")
        _draw_panel(axes, envelope.isel(significant_height=k), found[k])
        axes.set_title(_sea_words(height), loc="center", pad=8)
    under = fig.add_subplot(grid[-1, :])
    under.set_axis_off()
    under.legend(handles=items, loc="center", ncols=min(len(items), 5), handlelength=2.4, handleheight=1.5)
    mission = str(envelope.attrs["mission"])
    return Picture(f"polar-{mission}", fig, title, _caption(envelope), _alt(envelope, title))


def _panel_height(envelope, width):
    """Height of a panel [in]: of a full circle, or of the fan that the angles span."""
    angle = np.radians(edges(envelope["wind_over_deck_angle"]))
    half = min(max(-angle[0], angle[-1]), np.pi)
    beside = 1.1 if half > 1.0 else 0.06 * width  # room for the words on both sides [in]
    radius = (width - beside) / (2.0 * np.sin(min(half, 0.5 * np.pi)))
    return 1.2 + radius * (1.0 - min(0.0, np.cos(half)))


def _sea_words(height):
    return "calm sea" if height == 0.0 else f"significant wave height {height:g} m"


def _sector(first, last, inner, outer):
    """Outline of a cell as points (angle [rad], radius), its arcs in steps of about 3 degrees."""
    arc = np.radians(np.linspace(first, last, 2 + int(abs(last - first) / 3.0)))
    back = arc[::-1] if inner > 0.0 else arc[:1]
    return np.column_stack([np.concatenate([arc, back]), [outer] * len(arc) + [inner] * len(back)])


def _draw_panel(axes, panel, found):
    from matplotlib.patches import Polygon

    angle, speed = edges(panel["wind_over_deck_angle"]), np.maximum(edges(panel["wind_over_deck_speed"]), 0.0)
    decision = panel["decision"].transpose("wind_over_deck_angle", "wind_over_deck_speed").values
    promising = is_promising(panel).transpose("wind_over_deck_angle", "wind_over_deck_speed").values
    _set_compass(axes, angle, speed)
    for i, j in np.ndindex(decision.shape):
        corners = _sector(angle[i], angle[i + 1], speed[j], speed[j + 1])
        fill = _fill(PROMISING if promising[i, j] else decision[i, j], found[i, j])
        axes.add_patch(Polygon(corners, closed=True, linewidth=0.4, **fill))
    _draw_border(axes, angle, speed, (decision == OPEN) | promising, linewidth=1.0, linestyle=(0, (4, 2)))
    _draw_border(axes, angle, speed, decision == OPEN, linewidth=1.8)


def _fill(decision, cause) -> dict[str, Any]:
    if decision == OPEN:
        return {"facecolor": SUCCESS.colour, "edgecolor": PAPER}
    if decision == PROMISING:
        return {"facecolor": HOPEFUL, "edgecolor": PAPER}
    if decision == UNDECIDED or not cause:
        return {"facecolor": PAPER, "edgecolor": RULE, "hatch": "//", "hatchcolor": RULE}
    one = look(cause)
    return {"facecolor": one.colour, "edgecolor": PAPER, "hatch": one.hatch, "hatchcolor": "#ffffffb0"}


def _set_compass(axes, angle, speed):
    from matplotlib.patheffects import withStroke

    axes.set_theta_zero_location("N")
    axes.set_theta_direction(-1)
    axes.set_ylim(0.0, speed[-1])
    rings = np.arange(10.0, speed[-1] + 0.1, 10.0)
    axes.set_yticks(rings, [f"{r:g}" + (" kt" if r == rings[-1] else "") for r in rings])
    axes.tick_params(labelsize=7.0, pad=1)
    axes.tick_params(axis="x", pad=7)
    for label in axes.get_yticklabels():
        label.set_path_effects([withStroke(linewidth=2.0, foreground=PAPER)])
    axes.set_axisbelow(False)
    axes.grid(color="#00000030", linewidth=0.4)
    axes.spines["polar"].set_visible(False)
    full = angle[-1] - angle[0] > 200.0
    ticks = np.arange(-150.0, 181.0, 30.0)
    ticks = ticks[full | ((ticks >= angle[0]) & (ticks <= angle[-1]))]
    axes.set_thetalim(*((0.0, 2.0 * np.pi) if full else np.radians(angle[[0, -1]])))
    axes.autoscale(False)
    axes.set_rlabel_position(angle[-1] if not full else 135.0)
    axes.set_xticks(np.radians(ticks % 360.0 if full else ticks), [_side(t) for t in ticks])


def _side(angle):
    if angle in (0.0, 180.0, -180.0):
        return "ahead" if angle == 0.0 else "astern"
    return f"{abs(angle):g}° " + ("stbd" if angle > 0 else "port")


def _draw_border(axes, angle, speed, is_open, **look):
    """A line round a region: every side of one of its cells that has no neighbour in it."""
    ring = abs(angle[-1] - angle[0] - 360.0) < 1e-6
    line = {"color": INK, "solid_capstyle": "round", "zorder": 5, **look}
    for i, j in zip(*np.nonzero(is_open), strict=True):
        a, b, low, high = *np.radians(angle[[i, i + 1]]), speed[j], speed[j + 1]
        arc = np.linspace(a, b, 9)
        for beside, at in ((i - 1, a), (i + 1, b)):
            place = beside % len(is_open) if ring else beside
            if not (0 <= place < len(is_open) and is_open[place, j]):
                axes.plot([at, at], [low, high], **line)
        for above, at in ((j - 1, low), (j + 1, high)):
            if at > 0.0 and not (0 <= above < is_open.shape[1] and is_open[i, above]):
                axes.plot(arc, np.full_like(arc, at), **line)


def _legend(envelope, found):
    from matplotlib.patches import Patch

    decision = envelope["decision"].values
    items = [Patch(label="open", linewidth=1.8, facecolor=SUCCESS.colour, edgecolor=INK)]
    if (decision == UNDECIDED).any():
        promising = is_promising(envelope).values[decision == UNDECIDED]
        unproven = {**_fill(PROMISING, ""), "edgecolor": INK, "linestyle": (0, (4, 2))}
        items += [Patch(label="no mishap seen, not yet proven", **unproven)] if promising.any() else []
        items += [Patch(label="undecided", **_fill(UNDECIDED, ""))] if not promising.all() else []
    shown = [name for name in dict.fromkeys(found[decision < UNDECIDED].ravel()) if name]
    closed = [Patch(label=f"closed: {name}", **_fill(-1, name)) for name in sorted(shown)]
    return items + closed


def _caption(envelope):
    n = envelope["sample_count"].values
    low, high = int(n.min()), int(n.max())
    each = f"{low:,} to {high:,}" if low < high else f"{low:,}"
    dashed = " Dashed: success shown and no mishap seen, but too few flights to prove so rare a thing."
    return (
        f"{counted(int(n.sum()))}, {each} in each cell. Heavy line: the open region."
        f"{dashed if is_promising(envelope).any() else ''} Elsewhere each cell shows what most often went wrong. "
        f"Open: {envelope.attrs['criteria']}."
    )


def _alt(envelope, title):
    decision = envelope["decision"].values
    return f"{title}: {int((decision == OPEN).sum())} of {decision.size} conditions open; the table below gives each."
