"""A spotting plan drawn to scale from above, bow to the right.

Positions are in ship axes S: x forward from amidships, y to starboard (downwards on the drawing).
"""

from typing import TYPE_CHECKING, Any

from flattop.reports.figures.style import BLUE, FAINT, INK, PAPER, TEAL, Picture, drawn
from flattop.reports.spotting.words import CASES, caption, headline

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from shapely.geometry.base import BaseGeometry

    from flattop.catalogue.models.plan import Plan
    from flattop.spotting import Spotting

DECK, KEPT, STEEL = "#eef1f4", "#dde6ec", "#9aa5b1"
FILLS = ("#7fb0d6", "#ddcc77", "#a8d5c8", "#cc99bb", "#bbbbbb")
MARGIN = 7.0  # m, around the floor
LABELS, LEGEND = 0.8, 0.88  # in, beside and below the floor
LEGEND_AT = 0.46  # in, below the floor's frame


@drawn
def spotting_picture(answer: "Spotting", plan: "Plan") -> Picture:
    """The plan of one case."""
    from matplotlib.figure import Figure

    x0, y0, x1, y1 = answer.floor.towing.bounds
    long, wide = x1 - x0 + 2 * MARGIN, y1 - y0 + 2 * MARGIN
    width = 15.0 if long > 120.0 else 11.0
    high = (width - LABELS) * wide / long + LEGEND
    fig = Figure(figsize=(width, high), layout="constrained", facecolor=PAPER)
    axes = fig.add_subplot()
    _draw_floor(axes, answer, plan)
    for placed in answer.placed:
        _draw_aircraft(axes, answer, placed)
    _frame(axes, (x0 - MARGIN, x1 + MARGIN), (y0 - MARGIN, y1 + MARGIN))
    _legend(fig, axes, answer)
    title = f"{plan.title.split(',')[0]}, {CASES[answer.case]}: {headline(answer)}"
    alt = f"{title}. Plan to scale, bow to the right, {answer.count} numbered outlines."
    return Picture(f"spot-{answer.case}", fig, title, caption(answer), alt)


def _fill(axes: "Axes", region: "BaseGeometry", **look) -> None:
    """Draw a polygon, or each of several, holes included."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path
    from shapely import get_parts

    for part in get_parts(region):
        if part.geom_type != "Polygon":
            continue
        rings = [part.exterior, *part.interiors]
        path = Path.make_compound_path(*(Path(ring.coords, closed=True) for ring in rings))
        axes.add_patch(PathPatch(path, **look))


def _draw_floor(axes: "Axes", answer: "Spotting", plan: "Plan") -> None:
    floor = answer.floor
    for area in floor.areas:
        _fill(axes, area.region, facecolor=DECK, edgecolor=FAINT, linewidth=0.6, linestyle=(0, (4, 3)), zorder=1)
        if not floor.is_deck:
            x0, y0, _, _ = area.region.bounds
            axes.text(x0 + 1, y0 - 0.8, f"{area.name}, {area.height:g} m high", fontsize=7.5, color=FAINT, va="bottom")
    _fill(axes, floor.whole, facecolor="none", edgecolor=INK, linewidth=1.2, zorder=1.25)
    for door in floor.doors:
        _fill(axes, door.region, facecolor=PAPER, edgecolor=INK, linewidth=0.6, zorder=1.26)
        _name(axes, door.region, f"{door.name}\n{door.height:g} m high")
    for kept in floor.clear:
        _fill(
            axes,
            kept.region.intersection(floor.whole),
            facecolor=KEPT,
            edgecolor=FAINT,
            linestyle=(0, (6, 4)),
            zorder=1.1,
        )
        _name(axes, kept.region, f"{kept.name}, clear")
    for lift in floor.lifts:
        _fill(axes, lift.region, facecolor="none", edgecolor=INK, hatch="xx", alpha=0.55, linewidth=1.0, zorder=1.3)
        _name(axes, lift.region, f"{lift.name}\n{lift.capacity / 1e3:g} t", boxed=True)
    for thing in floor.obstacles:
        _fill(axes, thing.region, facecolor=STEEL, edgecolor=INK, linewidth=0.9, zorder=1.5)
        _name(axes, thing.region, thing.name)
    if floor.is_deck:
        _draw_marks(axes, plan)


def _name(axes: "Axes", region: "BaseGeometry", text: str, boxed: bool = False) -> None:
    x, y = region.representative_point().coords[0]
    box = {"facecolor": PAPER, "edgecolor": "none", "alpha": 0.8, "pad": 1.0} if boxed else None
    axes.text(x, y, text, ha="center", va="center", fontsize=7, color=INK, bbox=box, zorder=2)


def _draw_marks(axes: "Axes", plan: "Plan") -> None:
    """Painted spots, the safe-parking line and launch spots."""
    for spot in plan.spot:
        axes.plot([spot.x.si], [spot.y.si], marker="o", markersize=9, fillstyle="none", color=FAINT, zorder=1.6)
        axes.annotate(spot.name, (spot.x.si, spot.y.si), ha="center", va="center", fontsize=6, color=FAINT, zorder=1.6)
    for line in plan.line:
        axes.plot(*zip(*line.points, strict=True), color="#b5524a", linewidth=1.0, linestyle=(0, (10, 4)), zorder=1.6)
    for launch in plan.launch:
        axes.plot([launch.x.si], [launch.y.si], marker=">", markersize=8, color=TEAL, markeredgecolor=INK, zorder=1.7)


def _draw_aircraft(axes: "Axes", answer: "Spotting", placed) -> None:
    from shapely import Polygon

    from flattop.spotting.answer import placed_region

    kind = [body for body, _ in answer.wanted].index(placed.body)
    top = placed.body.height
    around = placed.outline.buffer(0.5 * answer.rules.between)
    _fill(axes, around, facecolor="none", edgecolor=FAINT, linewidth=0.4, linestyle=(0, (2, 2)), zorder=2.5)
    _fill(axes, placed.outline, facecolor=FILLS[kind % len(FILLS)], edgecolor="none", alpha=0.95, zorder=3)
    for piece in sorted(placed.body.pieces, key=lambda p: p.top):
        shade = placed_region(Polygon(piece.corners), placed.pose)
        _fill(axes, shade, facecolor=INK, alpha=0.22 * min(piece.bottom / top * 1.4, 1.0), edgecolor="none", zorder=3.1)
    _fill(axes, placed.outline, facecolor="none", edgecolor=INK, linewidth=0.7, zorder=3.3)
    mark = {"boxstyle": "circle,pad=0.15", "facecolor": PAPER, "edgecolor": INK, "linewidth": 0.5}
    x, y = placed.pose.x, placed.pose.y
    axes.text(x, y, str(placed.number), fontsize=6.5, ha="center", va="center", zorder=4, bbox=mark)
    for path, colour in ((placed.to_lift, BLUE), (placed.to_launch, TEAL)):
        if path:
            axes.plot([p.x for p in path], [p.y for p in path], color=colour, linewidth=0.45, alpha=0.6, zorder=2.2)


def _frame(axes: "Axes", along: tuple[float, float], across: tuple[float, float]) -> None:
    axes.set(xlim=along, ylim=(across[1], across[0]), xlabel="forward of amidships [m]", ylabel="to starboard [m]")
    axes.set_aspect("equal")
    axes.grid(False)
    x, y = along[0] + 2.0, across[1] - 2.0
    for k in range(4):
        axes.plot(
            [x + 5 * k, x + 5 * k + 5], [y, y], color=INK if k % 2 == 0 else FAINT, linewidth=3.2, solid_capstyle="butt"
        )
    axes.text(x + 20.8, y, "20 m", ha="left", va="center", fontsize=8)
    tip = (along[1] - 1.0, across[0] + 2.5)
    axes.annotate(
        "bow", tip, (tip[0] - 12, tip[1]), arrowprops={"arrowstyle": "-|>", "color": INK}, va="center", fontsize=8.5
    )


def _legend(fig: "Figure", axes: "Axes", answer: "Spotting") -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch
    from matplotlib.transforms import ScaledTranslation

    marks: list[Any] = [
        Patch(facecolor=FILLS[k % len(FILLS)], edgecolor=INK, label=body.label)
        for k, (body, _) in enumerate(answer.wanted)
    ]
    marks += [
        Line2D([], [], color=FAINT, linewidth=0.6, linestyle=(0, (2, 2)), label="half the clearance"),
        Line2D([], [], color=BLUE, linewidth=1.0, label="towed to a lift"),
    ]
    if answer.floor.is_deck:
        marks.append(Line2D([], [], color=TEAL, linewidth=1.0, label="towed to its launch spot"))
        marks.append(Line2D([], [], color="#b5524a", linestyle=(0, (10, 4)), linewidth=1.0, label="safe-parking line"))
        marks.append(Line2D([], [], color=TEAL, marker=">", markeredgecolor=INK, linestyle="", label="launch spot"))
        marks.append(Line2D([], [], color=FAINT, marker="o", fillstyle="none", linestyle="", label="landing spot"))
    if answer.floor.lifts:
        marks.append(Patch(facecolor="none", edgecolor=INK, hatch="xx", label="lift"))
    if answer.floor.clear:
        marks.append(Patch(facecolor=KEPT, edgecolor=FAINT, label="kept clear"))
    below = axes.transAxes + ScaledTranslation(0.0, -LEGEND_AT, fig.dpi_scale_trans)
    place = {"loc": "upper center", "bbox_to_anchor": (0.5, 0.0), "bbox_transform": below, "borderaxespad": 0.0}
    axes.legend(handles=marks, ncols=len(marks), fontsize=7.5, **place)
