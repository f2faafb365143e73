"""The outline of an aircraft seen from above, with heights by region, in each configuration it is parked in.

Polygons are in body axes (x forward, y to starboard of the reference centre of gravity); heights are above the deck
with the aircraft standing. Spotting with convex outlines wastes space, so parts may be any simple polygon.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from flattop.catalogue.entry import Entry, Heading, Section, Text
from flattop.catalogue.loading import loaded
from flattop.catalogue.polygons import Corners, polygon_faults
from flattop.catalogue.quantity import Grade, Kind, Quantity

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


def outline(name_or_path: str | Path) -> Outline:
    """An outline by catalogue name, or from a TOML file."""
    return loaded(Outline, "outlines", name_or_path, outline_faults)


def outline_faults(entry: Outline) -> Iterator[str]:
    """Contradictions in an outline, one line each."""
    known = [c.name for c in entry.configuration]
    for place, part in enumerate(entry.part, start=1):
        where = f"part.{place}"
        yield from polygon_faults(f"{where}.polygon", part.polygon)
        for name in part.configurations:
            if name not in known:
                yield f'{where}.configurations = "{name}": expected one of {" ".join(known)}'
        if part.top.si <= part.bottom.si:
            yield f"{where}.top = {part.top.si:g} m: expected above bottom, {part.bottom.si:g} m"
    if sum(c.stowed for c in entry.configuration) != 1:
        yield "configuration.stowed: expected true in exactly one configuration"
    for place, configuration in enumerate(entry.configuration, start=1):
        yield from _size_faults(entry, f"configuration.{place}", configuration)


def _size_faults(entry: Outline, where: str, configuration: Configuration) -> Iterator[str]:
    """Lines where the drawn parts disagree by more than 4 % (or 0.1 m) with the stated sizes."""
    parts = entry.parts(configuration.name)
    if not parts:
        yield f'{where}.name = "{configuration.name}": expected a part in this configuration'
        return
    xs = [x for p in parts for x, _ in p.polygon]
    ys = [y for p in parts for _, y in p.polygon] + [-y for p in parts if p.mirrored for _, y in p.polygon]
    drawn = {"length": max(xs) - min(xs), "width": max(ys) - min(ys), "height": max(p.top.si for p in parts)}
    for name, size in drawn.items():
        stated = getattr(configuration, name)
        slack = max(0.1, 0.04 * stated.si)
        if not stated.si_low - slack <= size <= stated.si_high + slack:
            yield f"{where}.{name} = {stated.value:g} {stated.unit}: expected what the parts give, {size:.2f} m"
