"""The plan of a ship for parking aircraft: deck and hangar seen from above, what stands in the way, lifts, strips.

Positions are in ship axes: x forward from amidships, y to starboard. Heights are above the area's own floor.
"""

from typing import Annotated, Literal

from pydantic import Field

from flattop.catalogue.models.entry import Entry, Heading, Section, Text
from flattop.catalogue.models.polygons import Corners
from flattop.catalogue.models.quantity import Grade, Kind, Quantity

LENGTH = "length"


Case = Literal["recovery", "launch", "full", "hangar", "extended"]


CASES: tuple[Case, ...] = ("recovery", "launch", "full", "hangar", "extended")


KINDS: dict[str, tuple[str, ...]] = {
    "recovery": ("deck",),
    "launch": ("deck",),
    "full": ("deck",),
    "hangar": ("hangar",),
    "extended": ("hangar", "vehicles"),
}


class PlanHeading(Heading):
    """Whose plan it is."""

    ship: Text


class Sourced(Section):
    """A polygon that says where it comes from."""

    name: Text
    polygon: Corners
    grade: Grade
    source: Text


class Area(Sourced):
    """A floor on which aircraft stand: flight deck, hangar, or vehicle deck that can serve as hangar."""

    kind: Literal["deck", "hangar", "vehicles"]
    height: Annotated[Quantity | None, Kind(LENGTH, "positive", "clear height; none under the sky")] = None
    mass_limit: Annotated[
        Quantity | None, Kind("mass", "positive", "heaviest aircraft the floor and lashings hold")
    ] = None


class Obstacle(Sourced):
    """Something that stands on a floor: island, pillar, hatch."""

    area: Text
    height: Annotated[Quantity, Kind(LENGTH, "positive", "above the floor")]


class Lift(Sourced):
    """An aircraft lift: its platform, and the areas it joins."""

    joins: Annotated[tuple[Text, ...], Field(strict=False, min_length=1)]
    capacity: Annotated[Quantity | None, Kind("mass", "positive", "heaviest load")] = None
    opening: Annotated[Quantity | None, Kind(LENGTH, "positive", "clear height between lift and hangar")] = None
    deck_edge: bool = False


class Door(Sourced):
    """A way through a wall between two areas: towing may pass below its clear height, nobody parks in it."""

    joins: Annotated[tuple[Text, ...], Field(strict=False, min_length=1)]
    height: Annotated[Quantity, Kind(LENGTH, "positive", "clear height")]


class Clear(Sourced):
    """Floor kept free of parked aircraft in some cases: a strip, a ramp, a workshop floor; towing may cross it."""

    area: Text
    cases: Annotated[tuple[Case, ...], Field(strict=False, min_length=1)]


class Lane(Sourced):
    """Floor kept free in every case: a fire or towing lane."""

    area: Text


class LaunchSpot(Section):
    """Where an aircraft starts its launch."""

    name: Text
    x: Annotated[Quantity, Kind(LENGTH, "any", "place, forward")]
    y: Annotated[Quantity, Kind(LENGTH, "any", "place, to starboard")]
    heading: Annotated[Quantity, Kind("angle", "any", "heading, to starboard of the bow")]


class Line(Section):
    """A line painted on deck, such as the safe-parking line."""

    name: Text
    points: Corners
    grade: Grade
    source: Text


class Spot(Section):
    """A painted landing spot."""

    name: Text
    x: Annotated[Quantity, Kind(LENGTH, "any", "centre, forward")]
    y: Annotated[Quantity, Kind(LENGTH, "any", "centre, to starboard")]


class Plan(Entry):
    """The plan of a ship's deck and hangar."""

    plan: PlanHeading
    area: Annotated[tuple[Area, ...], Field(strict=False, min_length=1)]
    obstacle: Annotated[tuple[Obstacle, ...], Field(strict=False)] = ()
    lift: Annotated[tuple[Lift, ...], Field(strict=False)] = ()
    door: Annotated[tuple[Door, ...], Field(strict=False)] = ()
    clear: Annotated[tuple[Clear, ...], Field(strict=False)] = ()
    lane: Annotated[tuple[Lane, ...], Field(strict=False)] = ()
    launch: Annotated[tuple[LaunchSpot, ...], Field(strict=False)] = ()
    line: Annotated[tuple[Line, ...], Field(strict=False)] = ()
    spot: Annotated[tuple[Spot, ...], Field(strict=False)] = ()

    def areas(self, case: str) -> list[Area]:
        """The floors a case parks on, none where the plan lacks them."""
        found = [a for a in self.area if a.kind in KINDS[case]]
        return found if case != "extended" or any(a.kind == "vehicles" for a in found) else []

    @property
    def cases(self) -> list[Case]:
        """The cases this plan can answer."""
        return [case for case in CASES if self.areas(case)]
