"""Whether an aircraft can be on a floor at all: height, size, mass, and the lift. A no has its reason in numbers."""

from collections.abc import Iterator

from flattop.spotting.floor import Floor, Platform
from flattop.spotting.lattice import HEADINGS
from flattop.spotting.rules import Rules
from flattop.spotting.shapes import Body, rotation


def unfit(floor: Floor, body: Body, stowed: Body, rules: Rules) -> Iterator[str]:
    """Why a body cannot be on a floor, one line each; none if it can."""
    if all(area.height < body.height + rules.vertical for area in floor.areas):
        best = max(floor.areas, key=lambda area: area.height)
        need = f"and {rules.vertical:g} m above it"
        yield f"{body.label} is {body.height:.1f} m high {need}, {best.name} is {best.height:.1f} m high"
    if not any(is_inside(body, floor.whole, rules.edge, h) for h in HEADINGS):
        length, width = body.size
        room = "deck" if floor.is_deck else "hangar"
        x0, y0, x1, y1 = floor.whole.bounds
        yield f"{body.label} is {length:.1f} m long and {width:.1f} m wide, the {room} is {x1 - x0:.1f} x {y1 - y0:.1f} m"
    if body.mass > floor.mass_limit:
        yield f"{body.label} weighs {body.mass / 1e3:.1f} t, the floor holds {floor.mass_limit / 1e3:.1f} t"
    if floor.lifts and rules.needs_lift:
        lines = [
            line for lift in floor.lifts for line in [*unlifted(stowed, lift, rules), *shut(body, lift, rules)][:1]
        ]
        if len(lines) == len(floor.lifts):
            yield from lines


def shut(body: Body, lift: Platform, rules: Rules) -> Iterator[str]:
    """Why a body does not pass between hangar and lift: at most one line."""
    if lift.opening < body.height + rules.vertical:
        need = f"and {rules.vertical:g} m above it"
        yield f"{body.label} is {body.height:.1f} m high {need}, the opening to {lift.name} is {lift.opening:.1f} m high"


def unlifted(stowed: Body, lift: Platform, rules: Rules) -> Iterator[str]:
    """Why a stowed body does not go on a lift: at most one line."""
    if stowed.mass > lift.capacity:
        yield f"{stowed.label} weighs {stowed.mass / 1e3:.1f} t, {lift.name} takes {lift.capacity / 1e3:.1f} t"
        return
    if any(is_inside(stowed, lift.region, rules.lift, h) for h in HEADINGS):
        return
    (length, width), (long, wide) = stowed.size, _sides(lift)
    if (length > width and width > wide - 2 * rules.lift) or (width > length and width <= long - 2 * rules.lift):
        measure, opens = f"{width:.1f} m wide", f"{wide:.1f} m"
    else:
        measure, opens = f"{length:.1f} m long and {width:.1f} m wide", f"{long:.1f} x {wide:.1f} m"
    yield f"{stowed.label} is {measure}, {lift.name} opens {opens} less {rules.lift:g} m on each side"


def _sides(lift: Platform) -> tuple[float, float]:
    """Longer and shorter side of the least rectangle around a lift [m]."""
    x0, y0, x1, y1 = lift.region.bounds
    return max(x1 - x0, y1 - y0), min(x1 - x0, y1 - y0)


def is_inside(body: Body, region, clearance: float, heading: float) -> bool:
    """Whether a body at a heading can stand somewhere inside a region, clear of its edge."""
    from shapely import get_coordinates

    from flattop.spotting.nofit import no_fit, walls
    from flattop.spotting.shapes import turned

    points = get_coordinates(body.silhouette) @ rotation(heading)
    x0, y0, x1, y1 = region.buffer(-clearance).bounds or (0.0, 0.0, 0.0, 0.0)
    if (points.max(axis=0) - points.min(axis=0) > (x1 - x0 + 1e-9, y1 - y0 + 1e-9)).any():
        return False
    outside = no_fit(turned(body.pieces, heading), walls(region, 40.0), clearance, 0.0)
    return not region.convex_hull.difference(outside).is_empty
