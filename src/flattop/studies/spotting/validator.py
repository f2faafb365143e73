"""An independent check of a plan: from the catalogue's polygons and the poses alone, with shapely's distances.

It shares no geometry with the search: no no-fit regions, no lattice, no stored conflicts. Every part of every aircraft is
placed and measured against every other; towing paths are walked in steps a wing tip makes in less than REST.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, hypot, inf, pi
from typing import TYPE_CHECKING, NamedTuple

from flattop.studies.spotting.answer import Placed, Spotting
from flattop.studies.spotting.lattice import Pose
from flattop.studies.spotting.rules import Rules

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from flattop.catalogue.outlines import Outline
    from flattop.catalogue.plans import Lift, Plan

NEGLIGIBLE = 2e-6  # m, what rounding may take from a clearance
REST = 0.25  # m


class Block(NamedTuple):
    """A region of one height band in ship coordinates."""

    region: "BaseGeometry"
    bottom: float
    top: float


def faults(answer: Spotting, plan: "Plan", outlines: dict[str, "Outline"], paths: bool = True) -> list[str]:
    """Everything wrong with a plan, one line each; none if it holds.

    outlines  catalogue outline of each aircraft by name;  paths  whether towing paths are walked too
    """
    blocks = {p.number: placed_blocks(outlines[p.body.name], p.body.configuration, p.pose) for p in answer.placed}
    found = [*_standing(answer, plan, blocks), *_apart(answer.rules, blocks)]
    found += _numbers(answer)
    if paths:
        found += _order(answer)
        found += _walked(answer, plan, outlines, blocks)
    return found


def placed_blocks(outline: "Outline", configuration: str, pose: Pose) -> list[Block]:
    """The parts of an aircraft at a pose of its main axle."""
    from shapely import Polygon
    from shapely.affinity import rotate, scale, translate

    blocks = []
    for part in outline.parts(configuration):
        sides = [Polygon(part.polygon)] + (
            [scale(Polygon(part.polygon), 1, -1, origin=(0, 0))] if part.mirrored else []
        )
        for side in sides:
            level = translate(side, -outline.towing.turning_x.si)
            region = translate(rotate(level, pose.heading, (0, 0), use_radians=True), pose.x, pose.y)
            blocks.append(Block(region, part.bottom.si, part.top.si))
    return blocks


def gap(one: list[Block], other: list[Block], vertical: float) -> float:
    """Least distance seen from above between blocks that meet in height [m]."""
    near = [
        a.region.distance(b.region)
        for a in one
        for b in other
        if min(a.top, b.top) + vertical > max(a.bottom, b.bottom)
    ]
    return min(near, default=inf)


def _areas(answer: Spotting, plan: "Plan") -> tuple["BaseGeometry", "BaseGeometry", float, list[str]]:
    """Floor, floor with lifts, least height, and names of the areas."""
    from shapely import Polygon, union_all

    areas = plan.areas(answer.case)
    names = [a.name for a in areas]
    standing = union_all([Polygon(a.polygon) for a in areas])
    ways = [Polygon(way.polygon) for way in (*plan.lift, *plan.door) if set(way.joins) & set(names)]
    height = min((a.height.si for a in areas if a.height), default=inf)
    return standing, union_all([standing, *ways]), height, names


def _things(answer: Spotting, plan: "Plan", names: list[str]) -> Iterator[tuple[str, list[Block], float]]:
    """Obstacles, and floor kept clear (of any height), with the clearance of a parked aircraft."""
    from shapely import Polygon

    for o in plan.obstacle:
        if o.area in names:
            yield o.name, [Block(Polygon(o.polygon), 0.0, o.height.si)], answer.rules.obstacle
    for c in plan.clear:
        if c.area in names and (answer.case in c.cases or (answer.case == "extended" and "hangar" in c.cases)):
            yield c.name, [Block(Polygon(c.polygon), -inf, inf)], 0.0
    for lane in plan.lane:
        if lane.area in names:
            yield lane.name, [Block(Polygon(lane.polygon), -inf, inf)], 0.0
    for lift in plan.lift:
        if set(lift.joins) & set(names):
            yield lift.name, [Block(Polygon(lift.polygon), -inf, inf)], 0.0


def _standing(answer: Spotting, plan: "Plan", blocks: dict[int, list[Block]]) -> Iterator[str]:
    floor, _, height, names = _areas(answer, plan)
    things = list(_things(answer, plan, names))
    for number, own in blocks.items():
        for block in own:
            if (
                not floor.contains(block.region)
                or floor.boundary.distance(block.region) < answer.rules.edge - NEGLIGIBLE
            ):
                yield f"aircraft {number}: nearer than {answer.rules.edge:g} m to the edge of the floor"
                break
        if max(b.top for b in own) + answer.rules.vertical > height + NEGLIGIBLE:
            yield f"aircraft {number}: too high for {', '.join(names)}"
        for name, thing, clearance in things:
            distance = gap(own, thing, answer.rules.vertical)
            crossing = clearance == 0.0 and any(b.region.intersection(thing[0].region).area > NEGLIGIBLE for b in own)
            if crossing or distance < clearance - NEGLIGIBLE:
                yield f"aircraft {number}: {distance:.2f} m from {name}, expected {clearance:g} m"


def _apart(rules: Rules, blocks: dict[int, list[Block]]) -> Iterator[str]:
    numbers = sorted(blocks)
    for place, one in enumerate(numbers):
        for other in numbers[place + 1 :]:
            distance = gap(blocks[one], blocks[other], rules.vertical)
            if distance < rules.between - NEGLIGIBLE:
                yield f"aircraft {one} and {other}: {distance:.3f} m apart, expected {rules.between:g} m"


def _numbers(answer: Spotting) -> Iterator[str]:
    for body, count in answer.wanted:
        have = sum(p.body is body for p in answer.placed)
        if count is not None and have > count:
            yield f"{have} {body.label}, more than the {count} asked for"
    if answer.count > answer.bound:
        yield f"{answer.count} aircraft, above the bound of {answer.bound}"


def _order(answer: Spotting) -> Iterator[str]:
    """Faults in who moves first: too many, oneself, or an aircraft that is not there."""
    known = {p.number for p in answer.placed}
    for p in answer.placed:
        if answer.rules.moves is not None and len(p.moved_first) > answer.rules.moves:
            yield f"aircraft {p.number}: {len(p.moved_first)} others have to move first, at most {answer.rules.moves} may"
        if p.number in p.moved_first or not set(p.moved_first) <= known or len(set(p.moved_first)) < len(p.moved_first):
            yield f"aircraft {p.number}: cannot follow {p.moved_first}"


def _walked(answer, plan, outlines, blocks) -> Iterator[str]:
    """Walk every path once; whoever it comes too near to must be among those moved before."""
    in_way: dict[int, set[int]] = {}
    for p in answer.placed:
        found, in_way[p.number] = _path_faults(answer, plan, outlines[p.body.name], p, blocks)
        yield from found
    for p in answer.placed:
        gone: set[int] = set()
        for number in (*p.moved_first, p.number):
            for other in sorted(in_way[number] - gone - {number}):
                yield f"aircraft {p.number}: when {number} is towed, {other} still stands in its way"
            gone.add(number)


def _path_faults(answer: Spotting, plan: "Plan", outline: "Outline", p: Placed, blocks) -> tuple[list[str], set[int]]:
    """Faults of an aircraft's paths with the ship, and the numbers of the aircraft they come too near to."""
    _, towing, _, names = _areas(answer, plan)
    walls = [b for _, thing, clearance in _things(answer, plan, names) if clearance > 0.0 for b in thing]
    walls += _low_ways(answer, plan, names)
    others = [(n, b) for n, own in blocks.items() if n != p.number for b in own]
    found, in_way = [], set()
    for goal, path in _wanted(answer, plan, outline, p, names):
        if not path or path[0] != p.pose or not _arrives(goal, path[-1], outline, plan, names, answer.rules):
            found.append(f"aircraft {p.number}: no path to {goal}")
            continue
        own = [b for pose in walked(path, p.body.radius) for b in placed_blocks(outline, p.body.configuration, pose)]
        near = _too_near(own, [b for _, b in others], answer.rules)
        in_way |= {others[k][0] for k in near}
        if _too_near(own, walls, answer.rules) or not all(_inside(b.region, towing, answer.rules.towing) for b in own):
            found.append(
                f"aircraft {p.number}: towed to {goal} comes nearer than {answer.rules.towing:g} m to the ship"
            )
    return found, in_way


def _low_ways(answer: Spotting, plan: "Plan", names: list[str]) -> Iterator[Block]:
    """What hangs over doors and over lifts' openings: below it an aircraft passes."""
    from shapely import Polygon

    standing = _areas(answer, plan)[0]
    ways = [(door, door.height) for door in plan.door]
    if answer.case in ("hangar", "extended"):
        ways += [(lift, lift.opening) for lift in plan.lift]
    for way, height in ways:
        if height is not None and set(way.joins) & set(names):
            yield Block(Polygon(way.polygon).difference(standing).buffer(-answer.rules.towing), height.si, inf)


def _wanted(answer: Spotting, plan: "Plan", outline: "Outline", p: Placed, names: list[str]):
    """The goals an aircraft must have a path to, and its paths."""
    if answer.rules.needs_lift and any(set(lift.joins) & set(names) for lift in plan.lift):
        yield "a lift", p.to_lift
    spots = plan.launch if outline.towing.launches_from == "launch spot" else plan.spot
    if answer.case in ("recovery", "launch", "full") and outline.towing.launches_from != "nowhere" and spots:
        yield "its launch spot", p.to_launch


def _inside(region: "BaseGeometry", floor: "BaseGeometry", clearance: float) -> bool:
    return floor.contains(region) and floor.boundary.distance(region) >= clearance - NEGLIGIBLE


def _too_near(own: list[Block], others: list[Block], rules: Rules) -> set[int]:
    """Which of some standing blocks the blocks of a walk come too near to."""
    from shapely import STRtree

    if not others:
        return set()
    tree = STRtree([b.region for b in others])
    pairs = tree.query([b.region for b in own], predicate="dwithin", distance=rules.towing - NEGLIGIBLE)
    return {
        int(k)
        for i, k in pairs.T
        if min(own[i].top, others[k].top) + rules.vertical > max(own[i].bottom, others[k].bottom)
    }


def _arrives(goal: str, pose: Pose, outline: "Outline", plan: "Plan", names: list[str], rules: Rules) -> bool:
    if goal == "a lift":
        return any(_on_lift(lift, pose, outline, rules) for lift in plan.lift if set(lift.joins) & set(names))
    if outline.towing.launches_from == "launch spot":
        turns = [abs((pose.heading - s.heading.si + pi) % (2 * pi) - pi) < 0.2 for s in plan.launch]
        return any(
            t and hypot(pose.x - s.x.si, pose.y - s.y.si) <= 1.5 for t, s in zip(turns, plan.launch, strict=True)
        )
    return any(hypot(pose.x - s.x.si, pose.y - s.y.si) <= 1.5 for s in plan.spot)


def _on_lift(lift: "Lift", pose: Pose, outline: "Outline", rules: Rules) -> bool:
    from shapely import Polygon

    platform = Polygon(lift.polygon)
    if lift.capacity is not None and outline.towing.mass.si > lift.capacity.si:
        return False
    parts = placed_blocks(outline, outline.stowed.name, pose)
    clear = [platform.boundary.distance(b.region) >= rules.lift - NEGLIGIBLE for b in parts]
    return all(platform.contains(b.region) and c for b, c in zip(parts, clear, strict=True))


def walked(path: tuple[Pose, ...], radius: float) -> Iterator[Pose]:
    """Poses along a path, so near each other that no point of the aircraft moves more than REST between them."""
    for a, b in pairwise(path):
        turn = (b.heading - a.heading + pi) % (2 * pi) - pi
        steps = max(1, ceil((hypot(b.x - a.x, b.y - a.y) + radius * abs(turn)) / REST))
        for k in range(steps):
            part = k / steps
            yield Pose(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y), a.heading + part * turn)
    yield path[-1]
