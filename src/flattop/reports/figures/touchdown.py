"""Where the flights of one condition touched down and how they rolled out, on the deck drawn to scale."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from flattop.reports.figures.style import INK, Picture, counted, drawn, figure, look
from flattop.reports.scene.deck_plan import draw_deck, draw_scale
from flattop.reports.words.endings import endings
from flattop.studies.failures import GOOD

if TYPE_CHECKING:
    import xarray as xr

    from flattop.catalogue import Ship

MOST_POINTS = 3000  # drawn; more only hide each other


class Window(NamedTuple):
    """A part of the deck to draw [m]."""

    aft: float
    fore: float
    port: float
    starboard: float

    def height(self, width: float) -> float:
        """Height of a drawing to scale that is so wide."""
        return width * (self.starboard - self.port) / (self.fore - self.aft)


@drawn
def touchdowns(flights: "xr.Dataset", ship: "Ship") -> Picture:
    """Touchdown points on the whole deck, and closer around the aim point."""
    windows = _whole(ship), _close(flights, ship)
    heights = [w.height(8.6) + 0.55 for w in windows]
    fig = figure(sum(heights) + 0.2)
    whole, near = fig.subplots(2, 1, height_ratios=heights)
    for axes, window in zip((whole, near), windows, strict=True):
        draw_deck(axes, ship, words=axes is whole)
        _draw_points(axes, flights)
        axes.set_xlim(window.aft, window.fore)
        axes.set_ylim(window.starboard, window.port)
    whole.set_title("whole deck, bow to the right")
    draw_scale(whole)
    near.set_title("around the aim point (cross)")
    _draw_box(near, flights)
    whole.legend(handles=_legend(flights), loc="lower right", ncols=5, bbox_to_anchor=(1.0, 1.0), borderaxespad=0.2)
    return Picture("touchdowns", fig, "Touchdown points on the deck", _caption(flights, ship), _alt(flights))


def _whole(ship):
    d = ship.deck
    edge = 0.03 * (d.bow_x.si - d.stern_x.si)
    return Window(d.stern_x.si - edge, d.bow_x.si + edge, d.port_y.si - 3.0, d.starboard_y.si + 9.0)


def _close(flights, ship):
    """The strip's width, and along it the aim point with 98 % of the touchdowns."""
    x, s = flights["touchdown_x"].dropna("flight").values, ship.strip
    aim, half = s.touchdown_x.si, 0.5 * s.clear_width.si
    aft, fore = np.percentile(x, [1.0, 99.0]) if len(x) else (aim, aim)
    aft, fore = min(aft, aim - 30.0) - 5.0, max(fore, aim + 30.0) + 5.0
    edge = ship.deck.stern_x.si - 6.0
    return Window(min(aft, edge) if aft < edge + 20.0 else aft, fore, s.centre_y.si - half, s.centre_y.si + half)


def _draw_points(axes, flights):
    names = endings(flights)[:MOST_POINTS]
    x, y = (flights[f"touchdown_{k}"].values[:MOST_POINTS] for k in "xy")
    for name in sorted(set(names), key=lambda n: n not in GOOD):
        one, own = look(name), (names == name) & np.isfinite(x)
        good = name in GOOD
        colour, size, alpha = ("#33669a", 5, 0.35) if good else (one.colour, 22, 0.95)
        line = {"linewidths": 0.0 if good else 0.5, "edgecolors": INK}
        axes.scatter(
            x[own], y[own], s=size, c=colour, marker=one.marker, alpha=alpha, zorder=3, rasterized=good, **line
        )


def _draw_box(axes, flights):
    """The box that holds 95 % of the touchdowns each way."""
    from matplotlib.patches import Rectangle

    x, y = (flights[f"touchdown_{k}"].dropna("flight").values for k in "xy")
    if len(x) > 20:
        (aft, fore), (port, starboard) = (np.percentile(v, [2.5, 97.5]) for v in (x, y))
        box = {"fill": False, "edgecolor": INK, "linewidth": 1.1, "linestyle": (0, (4, 2)), "zorder": 5}
        axes.add_patch(Rectangle((aft, port), fore - aft, starboard - port, **box))
        note = f"95 % within {fore - aft:.1f} m along and {starboard - port:.1f} m across"
        axes.annotate(note, (aft, port), (0, 4), textcoords="offset points", fontsize=7.5, color=INK, zorder=6)


def _legend(flights):
    from matplotlib.lines import Line2D

    landed = np.isfinite(flights["touchdown_x"].values)
    names = sorted(set(endings(flights)[landed]), key=lambda n: n not in GOOD)

    def mark(name):
        colour = "#33669a" if name in GOOD else look(name).colour
        return Line2D([], [], linestyle="", marker=look(name).marker, color=colour, markersize=5, label=name)

    return [mark(name) for name in names]


def _caption(flights, ship):
    x = flights["touchdown_x"].dropna("flight").values
    if not len(x):
        return f"{counted(flights.sizes['flight'])}; none touched down."
    mean = float(x.mean()) - ship.strip.touchdown_x.si
    shown = "" if len(x) <= MOST_POINTS else f", the first {counted(MOST_POINTS, 'point')} shown"
    where = f"{abs(mean):.1f} m {'beyond' if mean >= 0.0 else 'short of'} the aim point"
    sizes = f"{counted(flights.sizes['flight'])}, {counted(len(x), 'touchdown')}{shown}"
    return f"{sizes}. On average {where}. Dashed grey: the strip's centre line."


def _alt(flights):
    return (
        f"Deck seen from above with {flights['touchdown_x'].notnull().sum().item()} touchdown points, bow to the right."
    )
