"""A flight deck drawn to scale from above, bow to the right: outline, strip, ramp, island and aim point.

Positions are in ship axes S: x forward from amidships, y to starboard (downwards on the drawing).
"""

from typing import TYPE_CHECKING

from flattop.reports.figures.style import FAINT, INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from flattop.catalogue import Ship

DECK, STRIP, STEEL = "#eef1f4", "#dfe5ea", "#9aa5b1"


def outline(ship: "Ship") -> list[tuple[float, float]]:
    """Corners of the flight deck (x, y) in S, clockwise from the port quarter [m]."""
    d = ship.deck
    aft, bow, port, starboard = d.stern_x.si, d.bow_x.si, d.port_y.si, d.starboard_y.si
    if d.bow_half_width is None or d.bow_taper_x is None:
        return [(aft, port), (bow, port), (bow, starboard), (aft, starboard)]
    taper, half = d.bow_taper_x.si, d.bow_half_width.si
    ahead = [(taper, port), (bow, -half), (bow, half), (taper, starboard)]
    return [(aft, port), *ahead, (aft, starboard)]


def strip_corners(ship: "Ship") -> list[tuple[float, float]]:
    """Corners of the clear strip, from the stern to the bow [m]."""
    from math import tan

    s, d = ship.strip, ship.deck
    slope, half = -tan(s.angle.si), 0.5 * s.clear_width.si

    def centre(x):
        return s.centre_y.si + slope * (x - s.touchdown_x.si)

    aft, bow = d.stern_x.si, d.bow_x.si
    return [(aft, centre(aft) - half), (bow, centre(bow) - half), (bow, centre(bow) + half), (aft, centre(aft) + half)]


def strip_on_deck(ship: "Ship") -> list[tuple[float, float]]:
    """The part of the clear strip that lies on the deck: the strip cut along each edge of the deck's convex outline."""
    kept, edge = strip_corners(ship), outline(ship)
    for a, b in zip(edge, [*edge[1:], edge[0]], strict=True):
        kept = _cut(kept, a, b)
    return kept


def _cut(polygon, a, b):
    """The part of a polygon to starboard of the line from a to b (inside, for an outline that runs clockwise)."""

    def inside(p):
        return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

    kept = []
    for p, q in zip(polygon, [*polygon[1:], *polygon[:1]], strict=True):
        first, second = inside(p), inside(q)
        if first >= 0.0:
            kept.append(p)
        if (first > 0.0) != (second > 0.0) and first != second:
            share = first / (first - second)
            kept.append((p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])))
    return kept


def draw_deck(axes: "Axes", ship: "Ship", words: bool = True) -> None:
    """Draw a deck on axes of equal scale; with words, name what stands on it."""
    from matplotlib.patches import Polygon

    axes.add_patch(Polygon(outline(ship), closed=True, facecolor=DECK, edgecolor="none", zorder=1))
    axes.add_patch(Polygon(outline(ship), closed=True, fill=False, edgecolor=INK, linewidth=1.1, zorder=1.4))
    axes.add_patch(Polygon(strip_on_deck(ship), closed=True, facecolor=STRIP, edgecolor="none", zorder=1.1))
    _draw_line(axes, ship)
    _draw_ramp(axes, ship, words)
    _draw_island(axes, ship, words)
    _draw_aim(axes, ship)
    axes.set_aspect("equal")
    axes.invert_yaxis()
    axes.grid(False)
    axes.set_xlabel("forward of amidships [m]")
    axes.set_ylabel("to starboard [m]")


def _draw_line(axes, ship):
    (aft, first), (bow, second) = strip_corners(ship)[:2]
    half = 0.5 * ship.strip.clear_width.si
    dashes = {"color": FAINT, "linewidth": 0.8, "linestyle": (0, (8, 5)), "zorder": 1.5}
    axes.plot([aft, bow], [first + half, second + half], **dashes)


def _box(axes, aft, port, forward, starboard, **look):
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((aft, port), forward - aft, starboard - port, **look))


def _draw_ramp(axes, ship, words):
    if (r := ship.ramp) is None:
        return
    bow, port, starboard = ship.deck.bow_x.si, r.port_y.si, r.starboard_y.si
    look = {"facecolor": "none", "edgecolor": FAINT, "hatch": "|||", "linewidth": 0.7, "zorder": 1.6}
    _box(axes, r.start_x.si, port, bow, starboard, **look)
    if words:
        middle = 0.5 * (r.start_x.si + bow), 0.5 * (port + starboard)
        paper = {"facecolor": DECK, "edgecolor": "none", "pad": 1.0}
        axes.text(*middle, f"ramp {r.angle.value:g} {r.angle.unit}", ha="center", va="center", fontsize=7, bbox=paper)


def _draw_island(axes, ship, words):
    if (i := ship.island) is None:
        return
    aft, forward, inner, outer = i.aft_x.si, i.forward_x.si, i.inner_y.si, i.outer_y.si
    _box(axes, aft, inner, forward, outer, facecolor=STEEL, edgecolor=INK, linewidth=0.8, zorder=1.7)
    if words:
        axes.text(0.5 * (aft + forward), 0.5 * (inner + outer), "island", ha="center", va="center", fontsize=7)


def _draw_aim(axes, ship):
    x, y = ship.strip.touchdown_x.si, ship.strip.centre_y.si
    axes.plot([x], [y], marker="+", markersize=11, markeredgewidth=1.3, color=INK, zorder=4)


def draw_scale(axes: "Axes") -> None:
    """A scale in the lower left corner, about a fifth of the drawing long."""
    left, right = axes.get_xlim()
    bottom, top = axes.get_ylim()
    length = max(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if n <= max(0.25 * (right - left), 1.0))
    x, y = left + 0.03 * (right - left), bottom + 0.045 * (top - bottom)
    axes.plot([x, x + length], [y, y], color=INK, linewidth=2.2, solid_capstyle="butt", zorder=5)
    axes.text(x + length, y, f"  {length:g} m", ha="left", va="center", fontsize=7.5)
