"""The log of a flight, a frame later: touchdown, clearances, and the end if it has come."""

from flattop.engine.frame.motion import body_on_ship
from flattop.engine.judge.clearances import height_over_stern, is_beside_island, is_crossing_stern, least
from flattop.engine.judge.endings import events_of, outcome_of
from flattop.engine.judge.touchdown import chosen, is_touchdown, relative_motion, touchdown_from
from flattop.engine.records import Log
from flattop.physics.ship.ship_motion import ship_pose
from flattop.pilot.contract import Intent
from flattop.quantities.kernel import physics


@physics
def attempts_after(log, demand):
    """Approaches given up: one more whenever the pilot begins to go around."""
    begins = demand.intent == Intent.GO_AROUND.value and log.intent != Intent.GO_AROUND.value
    return log.attempts + 1.0 if begins else log.attempts


@physics
def log_after(log, moving, air, ship, demand, time, parameters):
    """The log after a frame.

    log     as the frame before left it       moving  body, legs and loads
    air     air data                          ship    motion of the ship
    demand  the pilot's, with its intent      time    since the flight began [s]
    """
    airframe, deck, before = parameters.airframe, parameters.deck, log.relative
    view = body_on_ship(moving.body, ship_pose(ship))
    now = relative_motion(view, air.airspeed, air.attitude, airframe, deck)
    on_wheels = 1.0 if moving.load.y + moving.load.z > 0.0 else 0.0
    touched = is_touchdown(on_wheels, log, demand)
    crossing, clearance = (
        is_crossing_stern(before, now, view, deck, parameters.limits),
        height_over_stern(before, now, deck),
    )
    passed_bow = now.x > deck.bow_x and before.x <= deck.bow_x
    attempts = attempts_after(log, demand)
    events = events_of(view, now, moving, demand, log, attempts, crossing and clearance < 0.0, air.alpha, parameters)
    beside, aside = is_beside_island(now, deck), deck.island_inner_y - now.y - airframe.extremities.tip_B.y
    return Log(
        outcome=outcome_of(events),
        attempts=attempts,
        end_time=time,
        end_S=view.p_S,
        relative=now,
        touchdown=chosen(touched, touchdown_from(before, airframe.main.y, ship.angle.x), log.touchdown),
        touchdown_time=time if touched else log.touchdown_time,
        ramp_clearance=clearance if crossing else log.ramp_clearance,
        island_clearance=least(log.island_clearance, aside, beside),
        lowest_height=least(log.lowest_height, -moving.body.p_N.z - airframe.main.z, now.x > deck.bow_x),
        bow_airspeed=air.airspeed if passed_bow else log.bow_airspeed,
        bow_time=time if passed_bow else log.bow_time,
        intent=demand.intent,
        on_wheels=on_wheels,
    )
