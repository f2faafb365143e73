"""A ship as a few flat faces to scale: hull, deck with ramp and strip, island. Points in S, heights as z down [m]."""

from itertools import pairwise
from math import sin
from typing import TYPE_CHECKING

from flattop.reports.scene.deck_plan import outline, strip_corners, strip_on_deck

if TYPE_CHECKING:
    from flattop.catalogue import Ship

Point = tuple[float, float, float]

RAMP_PIECES = 8
FLARE = 0.78  # half width of the waterline, of the deck's


def ship_shape(ship: "Ship") -> dict:
    """What the replay draws of a ship: named lists of faces, and the box and lines it orders and marks them by."""
    d = ship.deck
    return {
        "height": d.height.si,
        "box": [d.stern_x.si, d.bow_x.si, d.port_y.si, d.starboard_y.si],
        "hull": _hull(ship),
        "deck": [_at_deck(ship, outline(ship))],
        "strip": [_at_deck(ship, strip_on_deck(ship))],
        "ramp": _ramp(ship),
        "island": _island(ship),
        "centre": _centre_line(ship),
        "aim": [ship.strip.touchdown_x.si, ship.strip.centre_y.si],
        "moves": ship.ship.moves,
    }


def _at_deck(ship, corners):
    return [(x, y, -ship.deck.height.si) for x, y in corners]


def _hull(ship):
    """The side faces from the deck's outline down to a narrower waterline."""
    d = ship.deck
    length, narrow = d.bow_x.si - d.stern_x.si, FLARE if ship.ship.moves else 1.0

    def below(x, y):
        rake = 0.05 * length * max(0.0, (x - d.bow_x.si) / length + 0.25) * 4.0 if ship.ship.moves else 0.0
        return (x - rake, y * narrow * (0.35 if x >= d.bow_x.si - 0.5 and ship.ship.moves else 1.0), 0.0)

    corners = outline(ship)
    ends = zip(corners, [*corners[1:], corners[0]], strict=True)
    return [[(*a, -d.height.si), (*b, -d.height.si), below(*b), below(*a)] for a, b in ends]


def ramp_rise(ship: "Ship", x: float) -> float:
    """Height of the ramp over the flat deck at a station: k d^2/2 of an arc with the lip's slope [m]."""
    if ship.ramp is None or x <= ship.ramp.start_x.si:
        return 0.0
    return 0.5 * sin(ship.ramp.angle.si) / ship.ramp.length.si * (x - ship.ramp.start_x.si) ** 2


def _ramp(ship):
    """Top faces of the ramp in pieces, its two sides and its front."""
    if (r := ship.ramp) is None:
        return []
    bow, port, starboard, z = ship.deck.bow_x.si, r.port_y.si, r.starboard_y.si, -ship.deck.height.si
    stations = [r.start_x.si + (bow - r.start_x.si) * k / RAMP_PIECES for k in range(RAMP_PIECES + 1)]
    top = [(x, z - ramp_rise(ship, x)) for x in stations]
    pieces = [
        [(a, port, za), (b, port, zb), (b, starboard, zb), (a, starboard, za)] for (a, za), (b, zb) in pairwise(top)
    ]
    sides = [[*((x, y, h) for x, h in top), (bow, y, z)] for y in (port, starboard)]
    lip = top[-1][1]
    return [*sides, [(bow, port, lip), (bow, starboard, lip), (bow, starboard, z), (bow, port, z)], *pieces]


def _island(ship):
    """Five faces of the island's box; None where there is none."""
    if (i := ship.island) is None:
        return None
    a, f, n, o = i.aft_x.si, i.forward_x.si, i.inner_y.si, i.outer_y.si
    low, high = -ship.deck.height.si, -ship.deck.height.si - i.height.si
    round_about = [(a, n), (f, n), (f, o), (a, o)]
    ends = zip(round_about, [*round_about[1:], round_about[0]], strict=True)
    walls = [[(*p, high), (*q, high), (*q, low), (*p, low)] for p, q in ends]
    return {"box": [a, f, n, o, high], "faces": [*walls, [(*p, high) for p in round_about]]}


def _centre_line(ship):
    """Dashes of the strip's centre line, as pairs of points on the deck or the ramp."""
    (aft, first), (bow, second) = strip_corners(ship)[:2]
    half = 0.5 * ship.strip.clear_width.si
    dash = max(6.0, (bow - aft) / 60.0)

    def point(x):
        y = first + half + (second - first) * (x - aft) / (bow - aft)
        on_ramp = ship.ramp is not None and ship.ramp.port_y.si <= y <= ship.ramp.starboard_y.si
        return (x, y, -ship.deck.height.si - (ramp_rise(ship, x) if on_ramp else 0.0))

    count = int((bow - aft) / (2.0 * dash))
    return [[point(aft + 2.0 * k * dash), point(aft + (2.0 * k + 1.0) * dash)] for k in range(count)]
