"""An independent check of a plan: from the catalogue's polygons and the poses alone, with shapely's distances.

It shares no geometry with the search: no no-fit regions, no lattice, no stored conflicts. Every part of every aircraft is
placed and measured against every other; towing paths are walked (see walking).
"""

from collections.abc import Iterator
from math import inf
from typing import TYPE_CHECKING

from flattop.spotting.answer import Spotting
from flattop.spotting.ground import Block, areas_of, placed_blocks, things_of
from flattop.spotting.rules import Rules
from flattop.spotting.walking import NEGLIGIBLE, walking_faults

if TYPE_CHECKING:
    from flattop.catalogue.models.outline import Outline
    from flattop.catalogue.models.plan import Plan


def faults(answer: Spotting, plan: "Plan", outlines: dict[str, "Outline"], paths: bool = True) -> list[str]:
    """Everything wrong with a plan, one line each; none if it holds.

    outlines  catalogue outline of each aircraft by name;  paths  whether towing paths are walked too
    """
    blocks = {p.number: placed_blocks(outlines[p.body.name], p.body.configuration, p.pose) for p in answer.placed}
    found = [*_standing(answer, plan, blocks), *_apart(answer.rules, blocks)]
    found += _numbers(answer)
    if paths:
        found += _order(answer)
        found += walking_faults(answer, plan, outlines, blocks)
    return found


def gap(one: list[Block], other: list[Block], vertical: float) -> float:
    """Least distance seen from above between blocks that meet in height [m]."""
    near = [
        a.region.distance(b.region)
        for a in one
        for b in other
        if min(a.top, b.top) + vertical > max(a.bottom, b.bottom)
    ]
    return min(near, default=inf)


def _standing(answer: Spotting, plan: "Plan", blocks: dict[int, list[Block]]) -> Iterator[str]:
    floor, _, height, names = areas_of(answer, plan)
    things = list(things_of(answer, plan, names))
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
