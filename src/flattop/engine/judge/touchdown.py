"""Where the wheels are over the deck, and the touchdown."""

from flattop.engine.records import RelativeMotion
from flattop.physics.ship import deck as decks
from flattop.pilot.contract import Intent
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3


@physics
def place_on_ship(offset_B, centre_B, view):
    """A point of the body in S."""
    r = offset_B - centre_B
    return view.p_S + r.x * view.x_S + r.y * view.y_S + r.z * view.z_S


@physics
def depth_below_deck(point_S, deck):
    """How far a point is below the deck's surface [m]; far negative outside its outline."""
    return point_S.z - decks.deck_surface(point_S.x, point_S.y, deck).down


@physics
def relative_motion(view, airspeed, attitude, airframe, deck):
    """The main wheels and the motion relative to the deck."""
    main, centre_B = airframe.main, airframe.mass.centre_B
    wheel_S = place_on_ship(Vec3(main.x, 0.0, main.z), centre_B, view)
    w_S, r = view.w_S, wheel_S - view.p_S
    v = view.v_S + Vec3(w_S.y * r.z - w_S.z * r.y, w_S.z * r.x - w_S.x * r.z, w_S.x * r.y - w_S.y * r.x)
    slope_drop = depth_below_deck(wheel_S, deck)
    over = decks.is_over_deck(wheel_S.x, wheel_S.y, deck)
    height = -slope_drop if over else -wheel_S.z - deck.height
    return RelativeMotion(
        x=wheel_S.x,
        y=wheel_S.y,
        height=height,
        speed=v.x,
        drift=v.y,
        sink_rate=v.z,
        airspeed=airspeed,
        pitch=attitude.pitch,
        roll=attitude.roll,
        heading=attitude.yaw,
    )


@physics
def touchdown_from(before, half_track, deck_roll):
    """The touchdown, carried on from the frame before it at the motion it had: the lower wheel's height is gone after height / sink rate.

    half_track  of the main wheels [m];  deck_roll  [rad]
    """
    b = before
    lower = b.height - half_track * abs(b.roll - deck_roll)
    time = clip(lower / max(b.sink_rate, 0.05), -0.04, 0.04)
    return RelativeMotion(
        x=b.x + time * b.speed,
        y=b.y + time * b.drift,
        height=0.0,
        speed=b.speed,
        drift=b.drift,
        sink_rate=b.sink_rate,
        airspeed=b.airspeed,
        pitch=b.pitch,
        roll=b.roll,
        heading=b.heading,
    )


@physics
def is_touchdown(on_wheels, before, demand):
    """Whether the main wheels took load in this frame while the pilot meant to land.

    on_wheels  whether they bear load now;  before  the log of the frame before, with its loads and intent

    A wheel that comes down again in a rollout is a bounce, not another touchdown.
    """
    landing = before.intent == Intent.APPROACH.value or demand.intent == Intent.APPROACH.value
    return on_wheels > 0.5 and before.on_wheels < 0.5 and landing


@physics
def chosen(condition, a, b):
    """One record or the other, field by field."""
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
