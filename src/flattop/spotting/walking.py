"""Towing paths walked: every part of an aircraft, in steps that no point of it makes longer than REST, against what stands.

Half of the validator; like the other half it knows the catalogue's polygons and the poses alone.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, hypot, inf, pi
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from flattop.spotting.answer import Placed, Spotting
from flattop.spotting.ground import Block, areas_of, placed_blocks, things_of
from flattop.spotting.lattice import Pose
from flattop.spotting.rules import Rules

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from flattop.catalogue.models.outline import Outline
    from flattop.catalogue.models.plan import Lift, Plan

NEGLIGIBLE = 2e-6  # m, what rounding may take from a clearance
REST = 0.25  # m


class Trail(NamedTuple):
    """The parts of an aircraft along a path: regions in ship coordinates, and heights [m]."""

    regions: np.ndarray
    bottoms: np.ndarray
    tops: np.ndarray


def walking_faults(
    answer: Spotting, plan: "Plan", outlines: dict[str, "Outline"], blocks: dict[int, list[Block]]
) -> Iterator[str]:
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
    _, towing, _, names = areas_of(answer, plan)
    walls = [b for _, thing, clearance in things_of(answer, plan, names) if clearance > 0.0 for b in thing]
    walls += _low_ways(answer, plan, names)
    others = [(n, b) for n, own in blocks.items() if n != p.number for b in own]
    found, in_way = [], set()
    for goal, path in _wanted(answer, plan, outline, p, names):
        if not path or path[0] != p.pose or not _arrives(goal, path[-1], outline, plan, names, answer.rules):
            found.append(f"aircraft {p.number}: no path to {goal}")
            continue
        own = trail(outline, p.body.configuration, list(walked(path, p.body.radius)))
        near = _too_near(own, [b for _, b in others], answer.rules)
        in_way |= {others[k][0] for k in near}
        if _too_near(own, walls, answer.rules) or not _inside(own, towing, answer.rules.towing):
            found.append(
                f"aircraft {p.number}: towed to {goal} comes nearer than {answer.rules.towing:g} m to the ship"
            )
    return found, in_way


def _low_ways(answer: Spotting, plan: "Plan", names: list[str]) -> Iterator[Block]:
    """What hangs over doors and over lifts' openings: below it an aircraft passes."""
    from shapely import Polygon

    standing = areas_of(answer, plan)[0]
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


def trail(outline: "Outline", configuration: str, poses: list[Pose]) -> Trail:
    """The parts of an aircraft at every pose of its main axle, turned and shifted corner by corner."""
    from shapely import polygons

    x, y, heading = np.array(poses).T
    c, s = np.cos(heading)[:, None], np.sin(heading)[:, None]
    regions, bottoms, tops = [], [], []
    for part in outline.parts(configuration):
        forward, starboard = np.array(part.polygon).T
        forward = forward - outline.towing.turning_x.si
        for side in (starboard, -starboard) if part.mirrored else (starboard,):
            along = x[:, None] + forward * c - side * s
            across = y[:, None] + forward * s + side * c
            regions.append(polygons(np.stack([along, across], axis=-1)))
            bottoms.append(np.full(len(poses), part.bottom.si))
            tops.append(np.full(len(poses), part.top.si))
    return Trail(np.concatenate(regions), np.concatenate(bottoms), np.concatenate(tops))


def _inside(own: Trail, floor: "BaseGeometry", clearance: float) -> bool:
    from shapely import contains, distance, prepare

    prepare(floor)
    within = bool(contains(floor, own.regions).all())
    return within and bool((distance(floor.boundary, own.regions) >= clearance - NEGLIGIBLE).all())


def _too_near(own: Trail, others: list[Block], rules: Rules) -> set[int]:
    """Which of some standing blocks a walk comes too near to."""
    from shapely import STRtree

    if not others:
        return set()
    tree = STRtree([b.region for b in others])
    i, k = tree.query(own.regions, predicate="dwithin", distance=rules.towing - NEGLIGIBLE)
    bottoms, tops = (np.array([getattr(b, name) for b in others]) for name in ("bottom", "top"))
    meet = np.minimum(own.tops[i], tops[k]) + rules.vertical > np.maximum(own.bottoms[i], bottoms[k])
    return {int(n) for n in k[meet]}


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
