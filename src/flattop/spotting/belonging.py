"""Whether an outline and a plan of the catalogue belong to an airframe and a ship: the same name is not enough, sizes must agree.

A user's own file may be a copy of a catalogue entry with other numbers under the old name.
"""

from collections.abc import Iterator, Mapping
from math import inf

from flattop.catalogue import Airframe, Quantity, Ship
from flattop.catalogue.models.outline import Outline
from flattop.catalogue.models.plan import Plan, Sourced

SAME = 0.01
"""Sizes that differ by less agree [m]: a hundredth of what is published."""


def outline_disagreements(outline: Outline, airframe: Airframe) -> list[str]:
    """Sizes in which an outline is not that of an airframe, wings spread and folded, in words; none where it belongs to it."""
    g, f = airframe.geometry, airframe.folding
    sizes = {"spread": {"width": g.span, "length": g.length, "height": g.height}}
    if f:
        sizes["folded"] = {"width": f.folded_width, "length": f.folded_length, "height": f.folded_height}
    drawn = {c.name: c for c in outline.configuration if c.name in ("spread", "folded")}
    found = [f"it is not drawn {name}" for name in sizes if name not in drawn]
    found += [f"it is drawn {name}" for name in drawn if name not in sizes]
    for name in sizes.keys() & drawn.keys():
        stated = {what: getattr(drawn[name], what).si for what in sizes[name]}
        found += differing({f"{name} {what}": (size, stated[what]) for what, size in sizes[name].items()})
    return sorted(found)


def plan_disagreements(plan: Plan, ship: Ship) -> list[str]:
    """Sizes in which a plan is not that of a ship, in words: deck, strip, island, hangar, lifts; none where it belongs to it."""
    d, s, i = ship.deck, ship.strip, ship.island
    after, forward, port, starboard = bounds([a for a in plan.area if a.kind == "deck"])
    pairs = {
        "deck's after edge": (d.stern_x, after),
        "deck's forward edge": (d.bow_x, forward),
        "deck's port edge": (d.port_y, port),
        "deck's starboard edge": (d.starboard_y, starboard),
    }
    _, _, left, right = bounds([c for c in plan.clear if c.name == "recovery strip"])
    pairs |= {"strip's width": (s.clear_width, right - left), "strip's centre": (s.centre_y, 0.5 * (left + right))}
    if i:
        after, forward, inner, outer = bounds([o for o in plan.obstacle if o.name == "island"])
        pairs |= {
            "island's after end": (i.aft_x, after),
            "island's forward end": (i.forward_x, forward),
            "island's inner side": (i.inner_y, inner),
            "island's outer side": (i.outer_y, outer),
        }
    return [*differing(pairs), *_below(plan, ship), *_spots(plan, ship)]


def _below(plan: Plan, ship: Ship) -> Iterator[str]:
    """Hangar and lifts, where the ship states their sizes."""
    h = ship.hangar
    if h:
        hangars = [a for a in plan.area if a.kind == "hangar"]
        height = min((a.height.si for a in hangars if a.height), default=inf)
        yield from differing(_box("hangar's", (h.length, h.width), hangars) | {"hangar's height": (h.height, height)})
    sized = [lift for lift in ship.lift if lift.length]
    if sized and len(sized) != len(plan.lift):
        yield f"{len(sized)} lifts, {len(plan.lift)} there"
        return
    for number, (lift, drawn) in enumerate(zip(ship.lift, plan.lift, strict=False), start=1):
        name = f"lift {number}'s"
        load = {f"{name} capacity": (lift.capacity, drawn.capacity.si if drawn.capacity else inf)}
        yield from differing(_box(name, (lift.length, lift.width), [drawn]))
        yield from differing(load, "kg")


def _spots(plan: Plan, ship: Ship) -> Iterator[str]:
    spots = ship.capacity.spots if ship.capacity else None
    if spots and not spots.low <= len(plan.spot) <= spots.high:
        yield f"{spots.value:g} landing spots, {len(plan.spot)} there"


def _box(name: str, sizes: tuple[Quantity | None, Quantity | None], drawn: list) -> dict:
    after, forward, port, starboard = bounds(drawn)
    return {f"{name} length": (sizes[0], forward - after), f"{name} width": (sizes[1], starboard - port)}


def bounds(drawn: list[Sourced]) -> tuple[float, float, float, float]:
    """Least and greatest x, least and greatest y of polygons [m]; infinite where there are none."""
    xs = [x for thing in drawn for x, _ in thing.polygon]
    ys = [y for thing in drawn for _, y in thing.polygon]
    return min(xs, default=inf), max(xs, default=inf), min(ys, default=inf), max(ys, default=inf)


def differing(pairs: Mapping[str, tuple[Quantity | None, float]], unit: str = "m") -> list[str]:
    """Names of stated sizes that are not those drawn, with both numbers; what is not stated agrees."""
    return [
        f"{name} {size.si:g} {unit}, {drawn:g} {unit} there"
        for name, (size, drawn) in pairs.items()
        if size is not None and not abs(size.si - drawn) < SAME
    ]
