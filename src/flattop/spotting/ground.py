"""What the validator measures against: the catalogue's own polygons, placed by the pose alone.

It shares no geometry with the search, so that a fault there cannot hide here.
"""

from collections.abc import Iterator
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from flattop.spotting.answer import Spotting
from flattop.spotting.lattice import Pose

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from flattop.catalogue.models.outline import Outline
    from flattop.catalogue.models.plan import Plan


class Block(NamedTuple):
    """A region of one height band in ship coordinates."""

    region: "BaseGeometry"
    bottom: float
    top: float


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


def areas_of(answer: Spotting, plan: "Plan") -> tuple["BaseGeometry", "BaseGeometry", float, list[str]]:
    """Floor, floor with lifts, least height, and names of the areas."""
    from shapely import Polygon, union_all

    areas = plan.areas(answer.case)
    names = [a.name for a in areas]
    standing = union_all([Polygon(a.polygon) for a in areas])
    ways = [Polygon(way.polygon) for way in (*plan.lift, *plan.door) if set(way.joins) & set(names)]
    height = min((a.height.si for a in areas if a.height), default=inf)
    return standing, union_all([standing, *ways]), height, names


def things_of(answer: Spotting, plan: "Plan", names: list[str]) -> Iterator[tuple[str, list[Block], float]]:
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
