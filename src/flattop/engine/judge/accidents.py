"""Accidents: what struck, broke, left the deck or sank in the last frame."""

from flattop.engine.judge.outcome import (
    DITCHED,
    FLYING,
    HARD_LANDING,
    ISLAND_STRIKE,
    OFF_SIDE,
    RAMP_STRIKE,
    TAIL_STRIKE,
    TIP_STRIKE,
)
from flattop.engine.judge.touchdown import depth_below_deck, place_on_ship
from flattop.physics.ship import deck as decks
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3

STERN_DEPTH = 0.25  # a nose wheel this far below the deck at its edge struck the stern [m]; estimate, 0.15 .. 0.4


STERN_REACH = (
    1.0  # how far ahead of the edge the nose wheel is first seen [m]: 40 m/s for a frame of 0.02 s, and a little
)


@physics
def accident(view, moving, before, is_below_stern, airframe, deck):
    """The accident of this frame, or FLYING: strikes first, then loads, then leaving the deck, then the sea.

    is_below_stern  whether the main wheels crossed the stern's edge below it
    """
    e, centre_B, main = airframe.extremities, airframe.mass.centre_B, airframe.main
    right = place_on_ship(e.tip_B, centre_B, view)
    left = place_on_ship(Vec3(e.tip_B.x, -e.tip_B.y, e.tip_B.z), centre_B, view)
    tail = place_on_ship(e.tail_B, centre_B, view)
    wheel_right = place_on_ship(Vec3(main.x, main.y, main.z), centre_B, view)
    wheel_left = place_on_ship(Vec3(main.x, -main.y, main.z), centre_B, view)
    nose = place_on_ship(Vec3(airframe.nose.x, 0.0, airframe.nose.z), centre_B, view)
    p_S = view[0]
    island = (
        decks.is_in_island(right.x, right.y, right.z, deck)
        or decks.is_in_island(left.x, left.y, left.z, deck)
        or decks.is_in_island(p_S.x, p_S.y, p_S.z, deck)
    )
    lowest = max(
        max(depth_below_deck(wheel_right, deck), depth_below_deck(wheel_left, deck)), depth_below_deck(tail, deck)
    )
    nose_depth = depth_below_deck(nose, deck)
    stern = is_below_stern or (nose_depth > STERN_DEPTH and nose.x < deck.stern_x + STERN_REACH)
    tip = depth_below_deck(right, deck) > 0.0 or depth_below_deck(left, deck) > 0.0
    heavy = moving.peak_load.x > e.nose_load or max(moving.peak_load.y, moving.peak_load.z) > e.main_load
    low = p_S.z > -deck.height - 3.0 * main.z
    along = p_S.x > deck.stern_x and p_S.x < deck.bow_x
    port, starboard = min(wheel_left.y, wheel_right.y), max(wheel_left.y, wheel_right.y)
    side = low and along and before.height < 1.0 and (port < deck.port_y or starboard > deck.starboard_y)
    sunk = moving.body.p_N.z + main.z > 0.0
    what = DITCHED if sunk else FLYING
    what = OFF_SIDE if side and nose.x < deck.bow_x else what
    what = HARD_LANDING if heavy or max(lowest, nose_depth) > 2.0 * main.stroke + STERN_DEPTH else what
    what = TAIL_STRIKE if depth_below_deck(tail, deck) > 0.0 else what
    what = TIP_STRIKE if tip else what
    what = RAMP_STRIKE if stern else what
    return ISLAND_STRIKE if island else what
