"""How a flight ends, and its log."""

import math

from flattop.engine.frame.motion import body_on_ship, kept, kept_vector
from flattop.engine.judge.accidents import accident
from flattop.engine.judge.outcome import (
    BOLTER,
    FLYING,
    LAUNCHED,
    LEFT_VALID_RANGE,
    NOT_FINITE,
    OVERRUN,
    RECOVERED,
    REJECTED,
    WAVED_OFF,
)
from flattop.engine.judge.touchdown import chosen, touchdown_from, wheels_now
from flattop.engine.records import Log
from flattop.physics.ship.ship_motion import ship_pose
from flattop.pilot.launch import CLIMB, REJECT
from flattop.pilot.recovery import GO_AROUND, ROLLOUT
from flattop.quantities.kernel import physics

FIRST_FRAMES = 0.03


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
    last = pilot.attempts > attempts_before and pilot.attempts >= parameters.autopilot.recovery.maximum_attempts
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
def log_after(log, moving, seen, ship, pilot, time, parameters):
    """The log after a frame: touchdown, clearances, and the end if it has come. A log that has ended is closed."""
    airframe, deck = parameters.airframe, parameters.deck
    going = 1.0 if log.outcome == FLYING else 0.0
    view = body_on_ship(moving.body, ship_pose(ship))
    now = wheels_now(view, seen.airspeed, seen.attitude, airframe, deck)
    before = log.relative
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
        relative=chosen(going > 0.5, now, before),
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
