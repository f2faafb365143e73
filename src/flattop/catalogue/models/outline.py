"""The outline of an aircraft seen from above, with heights by region, in each configuration it is parked in.

Polygons are in body axes (x forward, y to starboard of the reference centre of gravity); heights are above the deck
with the aircraft standing. Spotting with convex outlines wastes space, so parts may be any simple polygon.
"""

from typing import Annotated, Literal

from pydantic import Field

from flattop.catalogue.models.entry import Entry, Heading, Section, Text
from flattop.catalogue.models.polygons import Corners
from flattop.catalogue.models.quantity import Grade, Kind, Quantity

LENGTH = "length"


class Towing(Section):
    """The aircraft under tow."""

    mass: Annotated[Quantity, Kind("mass", "positive", "heaviest towed mass")]
    turning_x: Annotated[Quantity, Kind(LENGTH, "any", "main axle, about which a towed aircraft turns")]
    launches_from: Literal["launch spot", "landing spot", "nowhere"]


class Configuration(Section):
    """One way the aircraft stands: wings spread or folded, propeller free or locked; published sizes."""

    name: Text
    description: Text
    stowed: bool
    length: Annotated[Quantity, Kind(LENGTH, "positive", "length over all")]
    width: Annotated[Quantity, Kind(LENGTH, "positive", "greatest width")]
    height: Annotated[Quantity, Kind(LENGTH, "positive", "greatest height")]


class Part(Section):
    """A region of one height band: a polygon with the heights of its lower and upper side."""

    name: Text
    configurations: Annotated[tuple[Text, ...], Field(strict=False, min_length=1)]
    polygon: Corners
    mirrored: bool = False
    bottom: Annotated[Quantity, Kind(LENGTH, "zero or more", "lower side above the deck")]
    top: Annotated[Quantity, Kind(LENGTH, "positive", "upper side above the deck")]
    grade: Grade
    source: Text


class Outline(Entry):
    """The outline of an aircraft in all its configurations."""

    outline: Heading
    towing: Towing
    configuration: Annotated[tuple[Configuration, ...], Field(strict=False, min_length=1)]
    part: Annotated[tuple[Part, ...], Field(strict=False, min_length=1)]

    def configured(self, name: str) -> Configuration:
        """The configuration of a name. Raises KeyError."""
        return {c.name: c for c in self.configuration}[name]

    @property
    def stowed(self) -> Configuration:
        """The configuration in which it goes on a lift and into a hangar."""
        return next(c for c in self.configuration if c.stowed)

    @property
    def is_folding(self) -> bool:
        """Whether it has a folded configuration."""
        return any(c.name == "folded" for c in self.configuration)

    def parts(self, configuration: str) -> list[Part]:
        """The parts of one configuration."""
        return [p for p in self.part if configuration in p.configurations]
