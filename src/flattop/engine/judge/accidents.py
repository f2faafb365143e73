"""Accidents: what struck, broke, left the deck or sank in the last frame."""

from typing import Annotated, NamedTuple

from flattop.engine.judge.touchdown import depth_below_deck, place_on_ship
from flattop.physics.ship import deck as decks
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3


class Points(NamedTuple):
    """Points of the aircraft that may touch, in S."""

    tip_right: Annotated[Vec3, "m"]
    tip_left: Annotated[Vec3, "m"]
    tail: Annotated[Vec3, "m"]
    wheel_right: Annotated[Vec3, "m"]
    wheel_left: Annotated[Vec3, "m"]
    nose_wheel: Annotated[Vec3, "m"]


@physics
def points_on_ship(view, airframe):
    """Where wing tips, tail and wheels are, struts extended."""
    e, main, nose, centre_B = airframe.extremities, airframe.main, airframe.nose, airframe.mass.centre_B
    return Points(
        tip_right=place_on_ship(e.tip_B, centre_B, view),
        tip_left=place_on_ship(Vec3(e.tip_B.x, -e.tip_B.y, e.tip_B.z), centre_B, view),
        tail=place_on_ship(e.tail_B, centre_B, view),
        wheel_right=place_on_ship(Vec3(main.x, main.y, main.z), centre_B, view),
        wheel_left=place_on_ship(Vec3(main.x, -main.y, main.z), centre_B, view),
        nose_wheel=place_on_ship(Vec3(nose.x, 0.0, nose.z), centre_B, view),
    )


@physics
def is_island_strike(points, view, deck):
    """Whether a wing tip or the centre of gravity is inside the island."""
    right, left, p_S = points.tip_right, points.tip_left, view.p_S
    return (
        decks.is_in_island(right.x, right.y, right.z, deck)
        or decks.is_in_island(left.x, left.y, left.z, deck)
        or decks.is_in_island(p_S.x, p_S.y, p_S.z, deck)
    )


@physics
def is_stern_strike(points, is_below_stern, deck, limits):
    """Whether main wheels crossed the stern below its edge, or the nose wheel met it.

    is_below_stern  whether the main wheels passed the edge below it
    """
    nose = points.nose_wheel
    return is_below_stern or (
        depth_below_deck(nose, deck) > limits.stern_depth and nose.x < deck.stern_x + limits.stern_reach
    )


@physics
def is_tip_strike(points, deck):
    """Whether a wing tip is below the deck's surface."""
    return depth_below_deck(points.tip_right, deck) > 0.0 or depth_below_deck(points.tip_left, deck) > 0.0


@physics
def is_tail_strike(points, deck):
    """Whether the tail is below the deck's surface."""
    return depth_below_deck(points.tail, deck) > 0.0


@physics
def is_hard_landing(points, moving, airframe, deck, limits):
    """Whether a leg bore more than its limit, or a part is deeper than any strut gives way."""
    e, peak = airframe.extremities, moving.peak_load
    heavy = peak.x > e.nose_load or max(peak.y, peak.z) > e.main_load
    wheels = max(depth_below_deck(points.wheel_right, deck), depth_below_deck(points.wheel_left, deck))
    deepest = max(max(wheels, depth_below_deck(points.tail, deck)), depth_below_deck(points.nose_wheel, deck))
    return heavy or deepest > limits.bottomed_strokes * airframe.main.stroke + limits.stern_depth


@physics
def is_off_side(points, view, before, airframe, deck, limits):
    """Whether a main wheel stands beyond the deck's side; `before` is the motion of the frame before."""
    left, right, p_S = points.wheel_left, points.wheel_right, view.p_S
    low = p_S.z > -deck.height - limits.side_wheel_heights * airframe.main.z
    along = p_S.x > deck.stern_x and p_S.x < deck.bow_x
    beyond = min(left.y, right.y) < deck.port_y or max(left.y, right.y) > deck.starboard_y
    return low and along and before.height < limits.side_height and beyond and points.nose_wheel.x < deck.bow_x


@physics
def is_in_the_sea(moving, airframe):
    """Whether the wheels are below the calm sea."""
    return moving.body.p_N.z + airframe.main.z > 0.0
