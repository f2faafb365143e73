"""How close a flight came: to the stern's edge, the island, and the sea past the bow."""

import math

from flattop.quantities.kernel import physics


@physics
def is_crossing_stern(before, now, view, deck, limits):
    """Whether the main wheels passed the stern's edge in this frame, near enough to the ship's centre line."""
    return before.x < deck.stern_x and now.x >= deck.stern_x and abs(view.p_S.y) < limits.stern_half_width


@physics
def height_over_stern(before, now, deck):
    """Height of the main wheels over the deck's edge as they pass it [m]: on the straight line between two frames."""
    share = (deck.stern_x - before.x) / max(now.x - before.x, 1e-6)
    return before.height + share * (now.height - before.height)


@physics
def is_beside_island(now, deck):
    """Whether the main wheels are abreast of the island and below its top."""
    return now.x > deck.island_aft_x and now.x < deck.island_forward_x and now.height < deck.island_height


@physics
def least(known, value, condition):
    """The least of what is known and a value that counts; NaN while none has counted."""
    smaller = value if math.isnan(known) or value < known else known
    return smaller if condition else known
