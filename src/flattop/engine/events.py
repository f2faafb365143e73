"""What happened to a flight in the last frame: touchdown, strikes, stops. The first event ends the flight."""

import math

from flattop.engine.motion import body_on_ship, kept, kept_vector
from flattop.engine.outcome import Outcome
from flattop.engine.records import Log, Touchdown
from flattop.physics import deck as decks
from flattop.physics.ship_motion import ship_pose
from flattop.pilot.launch import CLIMB, REJECT
from flattop.pilot.recovery import GO_AROUND, ROLLOUT
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3

FLYING = float(Outcome.FLYING)
LAUNCHED, RECOVERED, REJECTED = float(Outcome.LAUNCHED), float(Outcome.RECOVERED), float(Outcome.REJECTED)
BOLTER, WAVED_OFF = float(Outcome.BOLTER), float(Outcome.WAVED_OFF)
RAMP_STRIKE, OFF_SIDE, OVERRUN = float(Outcome.RAMP_STRIKE), float(Outcome.OFF_SIDE), float(Outcome.OVERRUN)
HARD_LANDING, TIP_STRIKE, TAIL_STRIKE = (
    float(Outcome.HARD_LANDING),
    float(Outcome.TIP_STRIKE),
    float(Outcome.TAIL_STRIKE),
)
ISLAND_STRIKE, DITCHED = float(Outcome.ISLAND_STRIKE), float(Outcome.DITCHED)
LEFT_VALID_RANGE, NOT_FINITE = float(Outcome.LEFT_VALID_RANGE), float(Outcome.NOT_FINITE)

FIRST_FRAMES = (
    0.03  # a touchdown counts in the frame the pilot turns to rollout or bolter, not when a bounce comes down [s]
)
STERN_DEPTH = 0.25  # a nose wheel this far below the deck at its edge struck the stern [m]; estimate, 0.15 .. 0.4
STERN_REACH = (
    1.0  # how far ahead of the edge the nose wheel is first seen [m]: 40 m/s for a frame of 0.02 s, and a little
)


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
    return Touchdown(wheel_S.x, wheel_S.y, height, v.x, v.y, v.z, airspeed, attitude.pitch, attitude.roll, attitude.yaw)


@physics
def touchdown_from(before, half_track, deck_roll):
    """The touchdown, carried on from the frame before it at the motion it had: the lower wheel's height is gone after height / sink rate.

    half_track  of the main wheels [m];  deck_roll  [rad]
    """
    b = before
    lower = b.height - half_track * abs(b.roll - deck_roll)
    time = clip(lower / max(b.sink_rate, 0.05), -0.04, 0.04)
    x, y = b.x + time * b.speed, b.y + time * b.drift
    return Touchdown(x, y, 0.0, b.speed, b.drift, b.sink_rate, b.airspeed, b.pitch, b.roll, b.heading)


@physics
def chosen(condition, a, b):
    """One touchdown record or the other."""
    return Touchdown(
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


@physics
def is_finite(p_S, now, moving, pilot):
    """Whether a flight's numbers are numbers: those that all others come from, and those that limits would hide."""
    peak, legs = moving.peak_load, moving.nose.stroke + moving.left.stroke + moving.right.stroke
    integrals = pilot.speed_integral + pilot.pitch_integral + pilot.height_integral
    memory = pilot.phase + pilot.phase_time + pilot.attempts + integrals + pilot.deck_height + pilot.felt_up
    here = abs(p_S.x) + abs(p_S.y) + abs(p_S.z) < 1e7 and abs(now.speed) + abs(now.sink_rate) < 1e4
    return here and legs < 1e3 and peak.x + peak.y + peak.z < 1e9 and abs(memory) < 1e9


@physics
def end_of_flight(view, now, moving, pilot, before, is_below_stern, alpha, attempts_before, parameters):
    """The outcome after this frame; FLYING while nothing has ended it."""
    airframe, deck, limits = parameters.airframe, parameters.deck, parameters.limits
    p_S = view[0]
    speed = math.sqrt(now.speed * now.speed + now.drift * now.drift)
    rolling_off = now.x > deck.bow_x and now.height < 2.0 and (pilot.phase == ROLLOUT or pilot.phase == REJECT)
    touching = moving.load.y + moving.load.z > 0.0
    last = pilot.attempts > attempts_before and pilot.attempts >= parameters.crew.recovery.maximum_attempts
    height = -moving.body.p_N.z - deck.height
    upset = abs(alpha) > limits.alpha and not touching and height > airframe.main.z
    what = accident(view, moving, before, is_below_stern, airframe, deck)
    normal = LEFT_VALID_RANGE if upset else FLYING
    normal = (BOLTER if touching else WAVED_OFF) if last else normal
    normal = RECOVERED if pilot.phase == ROLLOUT and speed < limits.stopped_speed and touching else normal
    normal = REJECTED if pilot.phase == REJECT and speed < limits.stopped_speed else normal
    normal = LAUNCHED if pilot.phase == CLIMB and height > limits.launch_height else normal
    what = normal if what == FLYING else what
    what = OVERRUN if rolling_off else what
    return what if is_finite(p_S, now, moving, pilot) else NOT_FINITE


@physics
def logged(log, moving, seen, ship, pilot, time, parameters):
    """The log after a frame: touchdown, clearances, and the end if it has come. A log that has ended is closed."""
    airframe, deck = parameters.airframe, parameters.deck
    going = 1.0 if log.outcome == FLYING else 0.0
    view = body_on_ship(moving.body, ship_pose(ship))
    now = wheels_now(view, seen.airspeed, seen.attitude, airframe, deck)
    before = log.now
    fresh = pilot.phase_time < FIRST_FRAMES and (pilot.phase == ROLLOUT or pilot.phase == GO_AROUND)
    touched = moving.load.y + moving.load.z > 0.0 and fresh and going > 0.5
    e, p_S = airframe.extremities, view[0]
    crossing = before.x < deck.stern_x and now.x >= deck.stern_x and abs(p_S.y) < 30.0
    share = (deck.stern_x - before.x) / max(now.x - before.x, 1e-6)
    clearance = before.height + share * (now.height - before.height)
    beside = now.x > deck.island_aft_x and now.x < deck.island_forward_x and now.height < deck.island_height
    passed = now.x > deck.bow_x and before.x <= deck.bow_x
    off_bow = now.x > deck.bow_x
    outcome = end_of_flight(
        view, now, moving, pilot, before, crossing and clearance < 0.0, seen.alpha, log.attempts, parameters
    )
    outcome = outcome if going > 0.5 else log.outcome
    return Log(
        outcome=outcome,
        attempts=kept(log.attempts, pilot.attempts, going),
        end_time=kept(log.end_time, time, going),
        end_S=kept_vector(log.end_S, p_S, going),
        now=chosen(going > 0.5, now, before),
        touchdown=chosen(touched, touchdown_from(before, airframe.main.y, ship.angle.x), log.touchdown),
        touchdown_time=kept(log.touchdown_time, time, 1.0 if touched else 0.0),
        ramp_clearance=kept(log.ramp_clearance, clearance, going if crossing else 0.0),
        island_clearance=kept(
            log.island_clearance,
            min(log.island_clearance, deck.island_inner_y - now.y - e.tip_B.y),
            going if beside else 0.0,
        ),
        lowest_height=kept(
            log.lowest_height, min(log.lowest_height, -moving.body.p_N.z - airframe.main.z), going if off_bow else 0.0
        ),
        bow_airspeed=kept(log.bow_airspeed, seen.airspeed, going if passed else 0.0),
        bow_time=kept(log.bow_time, time, going if passed else 0.0),
    )
