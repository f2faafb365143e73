"""The floor of one case: where aircraft may stand, where they may be towed, and where they have to be able to go."""

from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from flattop.catalogue.models.plan import KINDS
from flattop.spotting.lattice import Lattice, lattice_over
from flattop.spotting.nofit import standing_pieces, walls
from flattop.spotting.shapes import Body, Piece

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from flattop.catalogue.models.plan import Plan

REACH = 40.0  # m, no aircraft reaches farther out of a floor than this


class Platform(NamedTuple):
    """A lift that serves the floor."""

    name: str
    region: "BaseGeometry"
    capacity: float
    opening: float = inf


class Thing(NamedTuple):
    """Something with a name, a region and a height [m]."""

    name: str
    region: "BaseGeometry"
    height: float


class Spot(NamedTuple):
    """Where an aircraft starts from: a place, and the heading it needs [rad], None for any."""

    name: str
    x: float
    y: float
    heading: float | None


@dataclass(frozen=True, eq=False)
class Floor:
    """One case of a plan."""

    case: str
    areas: tuple[Thing, ...]
    obstacles: tuple[Thing, ...]
    clear: tuple[Thing, ...]
    doors: tuple[Thing, ...]
    lifts: tuple[Platform, ...]
    launches: tuple[Spot, ...]
    spots: tuple[Spot, ...]
    mass_limit: float
    step: float

    @property
    def is_deck(self) -> bool:
        """Whether it is under the sky."""
        return self.case in ("recovery", "launch", "full")

    @cached_property
    def lattice(self) -> Lattice:
        """Places on this floor and its lifts."""
        return lattice_over(self.towing, self.step)

    @cached_property
    def whole(self) -> "BaseGeometry":
        """All areas together."""
        from shapely import union_all

        return union_all([a.region for a in self.areas])

    @cached_property
    def towing(self) -> "BaseGeometry":
        """Where an aircraft may be moved: areas, doors and lifts."""
        from shapely import union_all

        return union_all([self.whole, *(way.region for way in (*self.doors, *self.lifts))])

    @cached_property
    def parking(self) -> "BaseGeometry":
        """Where an aircraft may stand: not on lifts, strips, ramps and lanes, nor in obstacles."""
        from shapely import union_all

        kept = [t.region for t in (*self.lifts, *self.clear, *self.obstacles)]
        return self.whole.difference(union_all(kept)) if kept else self.whole

    def goals(self, body: Body) -> tuple[Spot, ...]:
        """Where a body can start from on this floor."""
        if not self.is_deck or body.launches_from == "nowhere":
            return ()
        return self.launches if body.launches_from == "launch spot" else self.spots

    def low(self, body: Body, vertical: float) -> "BaseGeometry":
        """The part of the floor, its doors and its lifts' openings too low for a body."""
        from shapely import union_all

        need = body.height + vertical
        lifts = [lift.region.difference(self.whole) for lift in self.lifts if lift.opening < need]
        return union_all([*(t.region for t in (*self.areas, *self.doors) if t.height < need), *lifts])

    def barriers(self, body: Body, vertical: float, edge: float, obstacle: float, parked: bool):
        """What a body has to keep clear of, with the clearance: pairs (pieces, clearance [m])."""
        inside = self.whole if parked else self.towing
        low = self.low(body, vertical)
        yield walls(inside.difference(low) if not low.is_empty else inside, REACH), edge
        for thing in self.obstacles:
            yield standing_pieces(thing.region, thing.height), obstacle
        if parked:
            for kept in (*self.clear, *self.lifts):
                yield upright(kept.region), 0.0


def upright(region: "BaseGeometry") -> tuple[Piece, ...]:
    """A region as pieces of any height."""
    return tuple(Piece(p.corners, -inf, inf) for p in standing_pieces(region, 1.0))


def floor(plan: "Plan", case: str, step: float) -> Floor:
    """The floor of a case. The plan must have it."""
    from shapely import Polygon

    areas = plan.areas(case)
    names = {a.name for a in areas}
    tall = inf
    return Floor(
        case,
        tuple(Thing(a.name, Polygon(a.polygon), a.height.si if a.height else tall) for a in areas),
        tuple(Thing(o.name, Polygon(o.polygon), o.height.si) for o in plan.obstacle if o.area in names),
        tuple(
            Thing(c.name, Polygon(c.polygon), tall) for c in plan.clear if c.area in names and _applies(c.cases, case)
        )
        + tuple(Thing(lane.name, Polygon(lane.polygon), tall) for lane in plan.lane if lane.area in names),
        tuple(Thing(d.name, Polygon(d.polygon), d.height.si) for d in plan.door if names & set(d.joins)),
        tuple(
            Platform(
                i.name,
                Polygon(i.polygon),
                i.capacity.si if i.capacity else tall,
                i.opening.si if i.opening and KINDS[case] != ("deck",) else tall,
            )
            for i in plan.lift
            if names & set(i.joins)
        ),
        tuple(Spot(s.name, s.x.si, s.y.si, s.heading.si) for s in plan.launch),
        tuple(Spot(f"spot {s.name}", s.x.si, s.y.si, None) for s in plan.spot),
        min((a.mass_limit.si for a in areas if a.mass_limit), default=tall),
        step,
    )


def _applies(cases: tuple[str, ...], case: str) -> bool:
    return case in cases or (case == "extended" and "hangar" in cases)
