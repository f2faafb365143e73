"""Whether there is room beside a deck's obstacles: the operator's rule of span plus margin against the clear strip."""

from typing import NamedTuple

from flattop.catalogue import Airframe, Ship
from flattop.studies.criteria import STANDARD, Criteria
from flattop.studies.verdict import Answer, Verdict


class Room(NamedTuple):
    """Width a mission needs beside the width there is [m], each as best value, low and high."""

    mission: str
    margin: float
    needed: tuple[float, float, float]
    available: tuple[float, float, float]
    parts: str

    @property
    def left(self) -> float:
        """Width left over by best values, negative where it is missing [m]."""
        return self.available[0] - self.needed[0]

    @property
    def is_enough(self) -> bool:
        """Whether the rule is met by best values, to a tenth of a millimetre."""
        return self.left > -1e-4

    @property
    def is_settled(self) -> bool:
        """Whether every combination within the ranges gives the same answer."""
        worst, best = self.available[1] - self.needed[2], self.available[2] - self.needed[1]
        return worst > -1e-4 if self.is_enough else best <= -1e-4


def width_needed(span: float, track: float, margin: float, mission: str, has_island: bool) -> float:
    """Width a mission needs [m]; own rule, docs/theory/width.

        recovery   b + m               both wing tips stay over the clear strip, wherever it touches down
        launch     b/2 + t/2 + m       one tip clears the island, the other may stand out over the deck's free edge
                   t + m               no island

    span b [m]; track t of the main wheels [m]; margin m of both sides together [m]
    """
    if mission == "recovery":
        return span + margin
    return margin + 0.5 * track + 0.5 * (span if has_island else track)


def room(airframe: Airframe, ship: Ship, mission: str, criteria: Criteria = STANDARD) -> Room:
    """The width that an airframe's mission needs beside the ship's clear strip, with the ranges of the catalogue."""
    b, y, w = airframe.geometry.span, airframe.gear.main.y, ship.strip.clear_width
    margin, has_island = criteria.width_margin, ship.island is not None
    needed = [
        width_needed(span, 2.0 * half, margin, mission, has_island)
        for span, half in ((b.si, y.si), (b.si_low, y.si_low), (b.si_high, y.si_high))
    ]
    return Room(
        mission,
        margin,
        (needed[0], needed[1], needed[2]),
        (w.si, w.si_low, w.si_high),
        _parts(b.si, y.si, mission, has_island),
    )


def _parts(span, half_track, mission, has_island):
    if mission == "recovery":
        return f"the span of {span:.1f} m"
    if not has_island:
        return f"the track of {2.0 * half_track:.1f} m"
    return f"a wing of {0.5 * span:.1f} m towards the island, wheels {half_track:.1f} m towards the edge"


def sentences(found: Room) -> tuple[str, ...]:
    """The rule in words with its numbers: what is needed, what there is, by how much."""
    verdict, than = ("Wide enough", "more") if found.is_enough else ("Too narrow", "less")
    lines = [
        f"{verdict} for {found.mission}: {found.parts} and the operator's margin of {found.margin:.1f} m need "
        f"{found.needed[0]:.1f} m; the clear strip has {found.available[0]:.1f} m, {abs(found.left):.1f} m {than}."
    ]
    if not found.is_settled:
        _, low, high = found.available
        lines.append(
            f"The catalogue's ranges do not settle it: {found.needed[1]:.1f} to {found.needed[2]:.1f} m needed, "
            f"{low:.1f} to {high:.1f} m there."
        )
    return tuple(lines)


def with_width(verdict: Verdict, found: Room) -> Verdict:
    """A verdict with the rule: NO-GO first where the deck is too narrow, else said last."""
    said = sentences(found)
    if found.is_enough:
        return verdict._replace(sentences=(*verdict.sentences, *said))
    return verdict._replace(decision=Answer.NO_GO, sentences=(*said, *verdict.sentences))
