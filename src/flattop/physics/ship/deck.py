"""The flight deck as a surface fixed in the ship: edges, round-down, ski-jump, and the island as a box.

Components in S: x forward from amidships, y to starboard, z down from the calm waterline. The ski-jump is a circular arc, the
round-down a parabola of the given radius; both own derivation, docs/theory/deck.
"""

import math
from typing import Annotated, NamedTuple

from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3

NO_SURFACE = 1.0e6  # depth given for the surface outside the deck: nothing can touch it [m]


class Deck(NamedTuple):
    """Outline and shape of the flight deck, the strip in use and the island."""

    height: Annotated[float, "m"]
    stern_x: Annotated[float, "m"]
    bow_x: Annotated[float, "m"]
    port_y: Annotated[float, "m"]
    starboard_y: Annotated[float, "m"]
    taper_x: Annotated[float, "m"]
    taper_port: Annotated[float, "1"]
    taper_starboard: Annotated[float, "1"]
    round_down_start_x: Annotated[float, "m"]
    round_down_curvature: Annotated[float, "1/m"]
    ramp_start_x: Annotated[float, "m"]
    ramp_curvature: Annotated[float, "1/m"]
    ramp_port_y: Annotated[float, "m"]
    ramp_starboard_y: Annotated[float, "m"]
    island_aft_x: Annotated[float, "m"]
    island_forward_x: Annotated[float, "m"]
    island_inner_y: Annotated[float, "m"]
    island_outer_y: Annotated[float, "m"]
    island_height: Annotated[float, "m"]
    touchdown_x: Annotated[float, "m"]
    strip_y: Annotated[float, "m"]
    strip_cos: Annotated[float, "1"]
    strip_sin: Annotated[float, "1"]
    strip_width: Annotated[float, "m"]


class Surface(NamedTuple):
    """The deck below a point: depth in S (down positive) and slope along the ship, up towards the bow positive."""

    down: Annotated[float, "m"]
    slope: Annotated[float, "1"]


@physics
def is_over_deck(x, y, deck):
    """Whether a point lies within the deck's outline: a rectangle, straight tapered towards the bow."""
    beyond = max(x - deck.taper_x, 0.0)
    port, starboard = deck.port_y + beyond * deck.taper_port, deck.starboard_y - beyond * deck.taper_starboard
    return x >= deck.stern_x and x <= deck.bow_x and y >= port and y <= starboard


@physics
def deck_surface(x, y, deck):
    """The deck below the point (x, y) of S; `NO_SURFACE` down outside its outline.

        ramp        rise = k d^2/2 (1 + k^2 d^2/4), slope = k d (1 + k^2 d^2/2), d = x - start    arc to the fourth order
        round-down  drop = k d^2/2,                 slope = k d,                 d = start - x

    k is the curvature. The ramp's series is 2 mm and 0.02 degrees off the circle at the lip of one of 12.5 degrees and 64 m.
    """
    on_ramp = x > deck.ramp_start_x and y >= deck.ramp_port_y and y <= deck.ramp_starboard_y
    d = x - deck.ramp_start_x if on_ramp else 0.0
    e = max(deck.round_down_start_x - x, 0.0)
    bend = deck.ramp_curvature * d
    rise = 0.5 * bend * d * (1.0 + 0.25 * bend * bend)
    down = -deck.height - rise + 0.5 * deck.round_down_curvature * e * e
    slope = bend * (1.0 + 0.5 * bend * bend) + deck.round_down_curvature * e
    return Surface(down if is_over_deck(x, y, deck) else NO_SURFACE, slope)


@physics
def surface_normal(slope):
    """Unit vector out of the deck (upwards) where it has a slope along the ship."""
    c = 1.0 / math.sqrt(1.0 + slope * slope)
    return Vec3(-slope * c, 0.0, -c)


@physics
def is_in_island(x, y, z, deck):
    """Whether a point of S lies inside the island's box."""
    along = x >= deck.island_aft_x and x <= deck.island_forward_x
    across = y >= deck.island_inner_y and y <= deck.island_outer_y
    return along and across and z > -deck.height - deck.island_height


@physics
def strip_coordinates(x, y, deck):
    """Distance beyond the aim point along the strip, and to starboard of its centre line [m]."""
    dx, dy = x - deck.touchdown_x, y - deck.strip_y
    return dx * deck.strip_cos + dy * deck.strip_sin, -dx * deck.strip_sin + dy * deck.strip_cos
