"""What is said of a spotting plan: how many, how sure, under which assumptions, and the order of moves."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flattop.catalogue.models.outline import Outline
    from flattop.spotting import Rules, Spotting

CASES = {
    "recovery": "recovery strip clear",
    "launch": "launch strip clear",
    "full": "full deck park",
    "hangar": "hangar",
    "extended": "hangar and vehicle deck",
}


def headline(answer: "Spotting") -> str:
    """How many aircraft, and how sure it is that no more fit."""
    kinds = [f"{sum(p.body is body for p in answer.placed)} {body.label}" for body, _ in answer.wanted]
    if all(n is not None for _, n in answer.wanted):
        return ("fits: " if answer.is_met else "does not fit: ") + ", ".join(kinds)
    return f"{', '.join(kinds)}; {sureness(answer)}"


def sureness(answer: "Spotting") -> str:
    """What is known of the greatest number."""
    if answer.count >= answer.bound:
        return "no more fit (proved)" if answer.count else "none fits"
    return f"at most {answer.bound} (gap {100 * answer.gap:.0f} %)"


def caption(answer: "Spotting") -> str:
    """Assumptions of a plan, in a sentence or two."""
    r = answer.rules
    moves = {None: "moving any number of others", 0: "moving no other"}.get(r.moves, f"moving at most {r.moves} others")
    goals = ["to a lift"] * (r.needs_lift and bool(answer.floor.lifts)) + ["to its launch spot"] * answer.floor.is_deck
    towed = f"Each aircraft can be towed {' and '.join(goals)}, {moves}. " if goals else ""
    return f"{clearances(r)} {towed}{fineness(answer)}{_bounds(answer)}"


def clearances(r: "Rules") -> str:
    """The clearances in a sentence."""
    vertical = f"parts {r.vertical:g} m apart in height may overlap" if r.vertical < 1e3 else "no overlap in plan"
    return (
        f"Clearances: {r.between:g} m between aircraft ({vertical}), {r.edge:g} m to the edge, {r.obstacle:g} m to "
        f"obstacles, {r.towing:g} m under tow."
    )


def fineness(answer: "Spotting") -> str:
    """How finely places were searched, and the seed."""
    return f"Places {answer.rules.step:g} m apart, {answer.rules.headings} headings; seed {answer.seed}."


def _bounds(answer: "Spotting") -> str:
    if all(n is not None for _, n in answer.wanted):
        return ""
    places, area = answer.bound_places, answer.bound_area
    return f" Bounds leave towing out: {places} for these places, {area} by area for any."


def spot_factor(body, reference: "Outline") -> float:
    """Parking footprint against a reference aircraft stowed: ratio of the least rectangles around the outlines.

    The naval spot factor compares what a deck takes of one type with what it takes of a reference; rectangles stand in.
    """
    from flattop.spotting.shapes import body as shaped

    length, width = body.size
    other = shaped(reference, reference.stowed.name).size
    return length * width / (other[0] * other[1])


def moves_in_words(answer: "Spotting") -> list[tuple[str, str, str, str]]:
    """The order of moves: aircraft, who moves before it (in that order), the way to the lift and to the launch spot."""
    return [
        (
            f"{p.number} {p.body.label}",
            ", ".join(str(n) for n in p.moved_first) or "none",
            way(p.to_lift),
            way(p.to_launch),
        )
        for p in answer.placed
    ]


def way(path) -> str:
    """A towing path in words: metres towed, and degrees turned."""
    from itertools import pairwise
    from math import degrees, hypot, pi

    if not path:
        return ""
    steps = list(pairwise(path))
    along = sum(hypot(b.x - a.x, b.y - a.y) for a, b in steps)
    about = sum(abs((b.heading - a.heading + pi) % (2 * pi) - pi) for a, b in steps)
    return f"{along:.0f} m, {degrees(about):.0f} deg"
