"""A spotting plan drawn to scale from above, bow to the right, and what is said with it in words and in JSON.

Positions are in ship axes S: x forward from amidships, y to starboard (downwards on the drawing).
"""

from typing import TYPE_CHECKING, Any

from flattop.reports.style import BLUE, FAINT, INK, PAPER, TEAL, Picture, drawn

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from shapely.geometry.base import BaseGeometry

    from flattop.catalogue.outlines import Outline
    from flattop.catalogue.plans import Plan
    from flattop.studies.spotting import Rules, Spotting

DECK, KEPT, STEEL = "#eef1f4", "#dde6ec", "#9aa5b1"
FILLS = ("#7fb0d6", "#ddcc77", "#a8d5c8", "#cc99bb", "#bbbbbb")
CASES = {
    "recovery": "recovery strip clear",
    "launch": "launch strip clear",
    "full": "full deck park",
    "hangar": "hangar",
    "extended": "hangar and vehicle deck",
}
MARGIN = 7.0  # m, around the floor


@drawn
def spotting_picture(answer: "Spotting", plan: "Plan") -> Picture:
    """The plan of one case."""
    from matplotlib.figure import Figure

    x0, y0, x1, y1 = answer.floor.towing.bounds
    long, wide = x1 - x0 + 2 * MARGIN, y1 - y0 + 2 * MARGIN
    width = 15.0 if long > 120.0 else 11.0
    fig = Figure(figsize=(width, width * wide / long + 0.95), layout="constrained", facecolor=PAPER)
    axes = fig.add_subplot()
    _draw_floor(axes, answer, plan)
    for placed in answer.placed:
        _draw_aircraft(axes, answer, placed)
    _frame(axes, (x0 - MARGIN, x1 + MARGIN), (y0 - MARGIN, y1 + MARGIN))
    _legend(axes, answer)
    title = f"{plan.title.split(',')[0]}, {CASES[answer.case]}: {headline(answer)}"
    alt = f"{title}. Plan to scale, bow to the right, {answer.count} numbered outlines."
    return Picture(f"spot-{answer.case}", fig, title, caption(answer), alt)


def headline(answer: "Spotting") -> str:
    """How many aircraft, and how sure it is that no more fit."""
    kinds = [f"{sum(p.body is body for p in answer.placed)} {body.label}" for body, _ in answer.wanted]
    if all(n is not None for _, n in answer.wanted):
        return ("fits: " if answer.is_met else "does not fit: ") + ", ".join(kinds)
    return f"{', '.join(kinds)}; {sureness(answer)}"


def sureness(answer: "Spotting") -> str:
    """What is known of the greatest number."""
    if answer.count >= answer.bound:
        return "no more fit (proved)" if answer.count else "none fits"
    return f"at most {answer.bound} (gap {100 * answer.gap:.0f} %)"


def caption(answer: "Spotting") -> str:
    """Assumptions of a plan, in a sentence or two."""
    r = answer.rules
    moves = {None: "moving any number of others", 0: "moving no other"}.get(r.moves, f"moving at most {r.moves} others")
    goals = ["to a lift"] * (r.needs_lift and bool(answer.floor.lifts)) + ["to its launch spot"] * answer.floor.is_deck
    towed = f"Each aircraft can be towed {' and '.join(goals)}, {moves}. " if goals else ""
    return f"{clearances(r)} {towed}{fineness(answer)}{_bounds(answer)}"


def clearances(r: "Rules") -> str:
    """The clearances in a sentence."""
    vertical = f"parts {r.vertical:g} m apart in height may overlap" if r.vertical < 1e3 else "no overlap in plan"
    return (
        f"Clearances: {r.between:g} m between aircraft ({vertical}), {r.edge:g} m to the edge, {r.obstacle:g} m to "
        f"obstacles, {r.towing:g} m under tow."
    )


def fineness(answer: "Spotting") -> str:
    """How finely places were searched, and the seed."""
    return f"Places {answer.rules.step:g} m apart, {answer.rules.headings} headings; seed {answer.seed}."


def _bounds(answer: "Spotting") -> str:
    if all(n is not None for _, n in answer.wanted):
        return ""
    places, area = answer.bound_places, answer.bound_area
    return f" Bounds leave towing out: {places} for these places, {area} by area for any."


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
        _fill(axes, area.region, facecolor=DECK, edgecolor=INK, linewidth=1.2, zorder=1)
        if not floor.is_deck:
            x0, y0, _, _ = area.region.bounds
            axes.text(x0 + 1, y0 - 0.8, f"{area.name}, {area.height:g} m high", fontsize=7.5, color=FAINT, va="bottom")
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

    from flattop.studies.spotting.answer import placed_region

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


def _legend(axes: "Axes", answer: "Spotting") -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

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
    marks.append(Patch(facecolor="none", edgecolor=INK, hatch="xx", label="lift"))
    marks.append(Patch(facecolor=KEPT, edgecolor=FAINT, label="kept clear"))
    axes.legend(handles=marks, loc="upper center", bbox_to_anchor=(0.5, -0.12), ncols=len(marks), fontsize=7.5)


def as_dict(answer: "Spotting", plan: "Plan", reference: "Outline | None" = None) -> dict[str, Any]:
    """A plan as nested dictionaries: every outline and obstacle in ship coordinates in metres."""
    from dataclasses import asdict

    return {
        "ship": answer.ship,
        "case": answer.case,
        "count": answer.count,
        "fits": answer.is_met,
        "reasons": list(answer.reasons),
        "without_towing": answer.untowed,
        "upper_bound": answer.bound,
        "upper_bound_places": answer.bound_places,
        "upper_bound_area": answer.bound_area,
        "gap": answer.gap,
        "parking_area_m2": answer.area,
        "area_each_m2": answer.area_each,
        "density": answer.density,
        "spot_factor": {body.label: spot_factor(body, reference) for body, _ in answer.wanted} if reference else None,
        "spot_factor_reference": reference.name if reference else None,
        "rules": asdict(answer.rules),
        "seed": answer.seed,
        "plan_digest": plan.digest,
        "axes": "ship axes: x forward from amidships, y to starboard, metres; headings in degrees to starboard of the bow",
        "aircraft": [_aircraft(p) for p in answer.placed],
        "floor": [{"name": a.name, "height_m": a.height, "polygon": corners(a.region)} for a in answer.floor.areas],
        "obstacles": [
            {"name": t.name, "height_m": t.height, "polygon": corners(t.region)} for t in answer.floor.obstacles
        ],
        "kept_clear": [{"name": t.name, "polygon": corners(t.region)} for t in answer.floor.clear],
        "lifts": [
            {"name": i.name, "capacity_kg": i.capacity, "polygon": corners(i.region)} for i in answer.floor.lifts
        ],
    }


def _aircraft(placed) -> dict[str, Any]:
    from math import degrees

    from shapely import Polygon

    from flattop.studies.spotting.answer import placed_region

    def poses(path):
        return [[round(p.x, 3), round(p.y, 3), round(degrees(p.heading) % 360.0, 3)] for p in path]

    parts = [
        {"bottom_m": p.bottom, "top_m": p.top, "polygon": corners(placed_region(Polygon(p.corners), placed.pose))}
        for p in placed.body.pieces
    ]
    return {
        "number": placed.number,
        "name": placed.body.name,
        "configuration": placed.body.configuration,
        "pose": poses([placed.pose])[0],
        "outline": corners(placed.outline),
        "parts": parts,
        "moved_first": list(placed.moved_first),
        "path_to_lift": poses(placed.to_lift),
        "path_to_launch_spot": poses(placed.to_launch),
    }


def corners(region: "BaseGeometry") -> list[list[float]]:
    """Corners of a region's outer ring [m], to the hundredth of a millimetre."""
    from shapely import get_coordinates, get_exterior_ring

    ring = get_exterior_ring(region if region.geom_type == "Polygon" else region.convex_hull)
    return [[round(x, 5), round(y, 5)] for x, y in get_coordinates(ring).tolist()]


def spot_factor(body, reference: "Outline") -> float:
    """Parking footprint against a reference aircraft stowed: ratio of the least rectangles around the outlines.

    The naval spot factor compares what a deck takes of one type with what it takes of a reference; rectangles stand in.
    """
    from flattop.studies.spotting.shapes import body as shaped

    length, width = body.size
    other = shaped(reference, reference.stowed.name).size
    return length * width / (other[0] * other[1])


def moves_in_words(answer: "Spotting") -> list[tuple[str, str, str, str]]:
    """The order of moves: aircraft, who moves before it (in that order), the way to the lift and to the launch spot."""
    return [
        (
            f"{p.number} {p.body.label}",
            ", ".join(str(n) for n in p.moved_first) or "none",
            way(p.to_lift),
            way(p.to_launch),
        )
        for p in answer.placed
    ]


def way(path) -> str:
    """A towing path in words: metres towed, and degrees turned."""
    from itertools import pairwise
    from math import degrees, hypot, pi

    if not path:
        return ""
    steps = list(pairwise(path))
    along = sum(hypot(b.x - a.x, b.y - a.y) for a, b in steps)
    about = sum(abs((b.heading - a.heading + pi) % (2 * pi) - pi) for a, b in steps)
    return f"{along:.0f} m, {degrees(about):.0f} deg"
