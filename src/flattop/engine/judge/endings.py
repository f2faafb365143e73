"""How a flight ends: every event of a frame, and which of several at once counts.

The judge reads loads, places and the pilot's `Intent`; of the pilot it knows nothing else. Of events in the same frame the first of
`PRECEDENCE` is the outcome:

    NOT_FINITE          a number ceased to be one: nothing else can be believed
    OVERRUN             rolled off the far end while meaning to stop
    ISLAND_STRIKE       what breaks the aircraft, the gravest first
    RAMP_STRIKE
    TIP_STRIKE
    TAIL_STRIKE
    HARD_LANDING
    OFF_SIDE
    DITCHED
    LAUNCHED            what was meant to happen
    REJECTED
    RECOVERED
    BOLTER              the last approach given up, on the wheels
    WAVED_OFF           the last approach given up, in the air
    LEFT_VALID_RANGE    angles of attack the model is not meant for
"""

import math
from typing import NamedTuple

from numba.extending import register_jitable

from flattop.engine.judge import accidents
from flattop.engine.judge.outcome import Outcome
from flattop.pilot.contract import Intent
from flattop.quantities.kernel import KERNEL, physics

PRECEDENCE = (
    Outcome.NOT_FINITE,
    Outcome.OVERRUN,
    Outcome.ISLAND_STRIKE,
    Outcome.RAMP_STRIKE,
    Outcome.TIP_STRIKE,
    Outcome.TAIL_STRIKE,
    Outcome.HARD_LANDING,
    Outcome.OFF_SIDE,
    Outcome.DITCHED,
    Outcome.LAUNCHED,
    Outcome.REJECTED,
    Outcome.RECOVERED,
    Outcome.BOLTER,
    Outcome.WAVED_OFF,
    Outcome.LEFT_VALID_RANGE,
)
"""Every outcome but FLYING, the one that counts first before the others."""


class Events(NamedTuple):
    """What happened in a frame, each event true or false; named after the outcomes they lead to."""

    not_finite: bool
    overrun: bool
    island_strike: bool
    ramp_strike: bool
    tip_strike: bool
    tail_strike: bool
    hard_landing: bool
    off_side: bool
    ditched: bool
    launched: bool
    rejected: bool
    recovered: bool
    bolter: bool
    waved_off: bool
    left_valid_range: bool


def _first_of():
    """`outcome_of(events)`, generated from `PRECEDENCE`: one choice after the other, which vectorises."""
    choice = " else ".join(f"{float(o)} if events.{o.name.lower()}" for o in PRECEDENCE)
    scope: dict = {}
    exec(f"def outcome_of(events):\n    return {choice} else {float(Outcome.FLYING)}\n", scope)
    return register_jitable(**KERNEL)(scope["outcome_of"])


outcome_of = _first_of()
"""The outcome of a frame's events, FLYING where there is none."""


@physics
def is_finite(view, now, moving, demand):
    """Whether a flight's numbers are numbers: those that all others come from, and those that limits would hide."""
    p_S, peak, d = view.p_S, moving.peak_load, demand
    legs = moving.nose.stroke + moving.left.stroke + moving.right.stroke
    asked = d.elevator + d.rudder + d.aileron + d.power + d.brake + d.steering + d.flap + d.intent
    here = abs(p_S.x) + abs(p_S.y) + abs(p_S.z) < 1e7 and abs(now.speed) + abs(now.sink_rate) < 1e4
    return here and legs < 1e3 and peak.x + peak.y + peak.z < 1e9 and abs(asked) < 1e9


@physics
def events_of(view, now, moving, demand, log, attempts, is_below_stern, alpha, parameters):
    """The events of a frame.

    view            the body on the ship               now       motion relative to the deck
    demand          the pilot's, with its intent       log       as the frame before left it
    attempts        approaches given up so far         is_below_stern  main wheels passed the stern's edge below it
    alpha           angle of attack [rad]
    """
    airframe, deck, limits, intent = parameters.airframe, parameters.deck, parameters.limits, demand.intent
    points = accidents.points_on_ship(view, airframe)
    stopped = math.sqrt(now.speed * now.speed + now.drift * now.drift) < limits.stopped_speed
    touching = moving.load.y + moving.load.z > 0.0
    stopping = intent == Intent.ROLLOUT.value or intent == Intent.REJECT.value
    last = attempts > log.attempts and attempts >= limits.attempts
    height = -moving.body.p_N.z - deck.height
    return Events(
        not_finite=not is_finite(view, now, moving, demand),
        overrun=now.x > deck.bow_x and now.height < limits.overrun_height and stopping,
        island_strike=accidents.is_island_strike(points, view, deck),
        ramp_strike=accidents.is_stern_strike(points, is_below_stern, deck, limits),
        tip_strike=accidents.is_tip_strike(points, deck),
        tail_strike=accidents.is_tail_strike(points, deck),
        hard_landing=accidents.is_hard_landing(points, moving, airframe, deck, limits),
        off_side=accidents.is_off_side(points, view, log.relative, airframe, deck, limits),
        ditched=accidents.is_in_the_sea(moving, airframe),
        launched=intent == Intent.CLIMB.value and height > limits.launch_height,
        rejected=intent == Intent.REJECT.value and stopped,
        recovered=intent == Intent.ROLLOUT.value and stopped and touching,
        bolter=last and touching,
        waved_off=last and not touching,
        left_valid_range=abs(alpha) > limits.alpha and not touching and height > airframe.main.z,
    )
