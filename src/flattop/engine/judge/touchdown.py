"""Where the wheels are over the deck, and the touchdown."""

from flattop.engine.records import RelativeMotion
from flattop.physics.ship import deck as decks
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3


@physics
def place_on_ship(offset_B, centre_B, view):
    """A point of the body in S."""
    p_S, x_S, y_S, z_S, _, _ = view
    r = offset_B - centre_B
    return p_S + r.x * x_S + r.y * y_S + r.z * z_S


@physics
def depth_below_deck(point_S, deck):
    """How far a point is below the deck's surface [m]; far negative outside its outline."""
    return point_S.z - decks.deck_surface(point_S.x, point_S.y, deck).down


@physics
def wheels_now(view, airspeed, attitude, airframe, deck):
    """The main wheels and the motion relative to the deck."""
    main, centre_B = airframe.main, airframe.mass.centre_B
    wheel_S = place_on_ship(Vec3(main.x, 0.0, main.z), centre_B, view)
    _, _, _, _, v_S, w_S = view
    r = wheel_S - view[0]
    v = v_S + Vec3(w_S.y * r.z - w_S.z * r.y, w_S.z * r.x - w_S.x * r.z, w_S.x * r.y - w_S.y * r.x)
    slope_drop = depth_below_deck(wheel_S, deck)
    over = decks.is_over_deck(wheel_S.x, wheel_S.y, deck)
    height = -slope_drop if over else -wheel_S.z - deck.height
    return RelativeMotion(
        wheel_S.x, wheel_S.y, height, v.x, v.y, v.z, airspeed, attitude.pitch, attitude.roll, attitude.yaw
    )


@physics
def touchdown_from(before, half_track, deck_roll):
    """The touchdown, carried on from the frame before it at the motion it had: the lower wheel's height is gone after height / sink rate.

    half_track  of the main wheels [m];  deck_roll  [rad]
    """
    b = before
    lower = b.height - half_track * abs(b.roll - deck_roll)
    time = clip(lower / max(b.sink_rate, 0.05), -0.04, 0.04)
    x, y = b.x + time * b.speed, b.y + time * b.drift
    return RelativeMotion(x, y, 0.0, b.speed, b.drift, b.sink_rate, b.airspeed, b.pitch, b.roll, b.heading)


@physics
def chosen(condition, a, b):
    """One touchdown record or the other."""
    return RelativeMotion(
        a.x if condition else b.x,
        a.y if condition else b.y,
        a.height if condition else b.height,
        a.speed if condition else b.speed,
        a.drift if condition else b.drift,
        a.sink_rate if condition else b.sink_rate,
        a.airspeed if condition else b.airspeed,
        a.pitch if condition else b.pitch,
        a.roll if condition else b.roll,
        a.heading if condition else b.heading,
    )
