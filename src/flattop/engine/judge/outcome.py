"""How a flight ended: the first event wins, and each has one sentence of advice."""

from enum import IntEnum


class Outcome(IntEnum):
    """The end of a flight."""

    FLYING = 0
    LAUNCHED = 1
    RECOVERED = 2
    REJECTED = 3
    BOLTER = 4
    WAVED_OFF = 5
    RAMP_STRIKE = 6
    OFF_SIDE = 7
    OVERRUN = 8
    HARD_LANDING = 9
    TIP_STRIKE = 10
    TAIL_STRIKE = 11
    ISLAND_STRIKE = 12
    DITCHED = 13
    LEFT_VALID_RANGE = 14
    NOT_FINITE = 15


FLYING = float(Outcome.FLYING)
"""As the lanes hold it, a number like all others."""

ADVICE = {
    Outcome.FLYING: "The time limit came first: allow more time, or look for wind over deck as fast as the approach.",
    Outcome.LAUNCHED: "Climbed away from the ship.",
    Outcome.RECOVERED: "Landed and stopped on deck.",
    Outcome.REJECTED: "The run was given up and stopped on deck: more wind over deck, less mass or a longer run is needed.",
    Outcome.BOLTER: "Touched down with too little deck left to stop in: more wind over deck or a steadier approach is needed.",
    Outcome.WAVED_OFF: "Broke off every approach allowed: look at turbulence, deck motion and the wave-off limits.",
    Outcome.RAMP_STRIKE: "Struck the stern below the deck: aim further forward, steepen the path or wait for less deck motion.",
    Outcome.OFF_SIDE: "Left the deck over its side: look at crosswind, steering and the width of the strip.",
    Outcome.OVERRUN: "Left the deck over its far end: more wind over deck or stronger brakes are needed.",
    Outcome.HARD_LANDING: "A leg bore more than its limit load: lower the sink rate or wait for less deck motion.",
    Outcome.TIP_STRIKE: "A wing tip touched the deck: look at bank, crosswind and the roll of the ship.",
    Outcome.TAIL_STRIKE: "The tail touched the deck: approach or rotate at less pitch, that is, faster.",
    Outcome.ISLAND_STRIKE: "A wing struck the island: the strip is too narrow for this span or drift.",
    Outcome.DITCHED: "Flew into the sea: look at the speed at the bow or at the power left on the approach.",
    Outcome.LEFT_VALID_RANGE: "Left the angles the model is meant for (deep stall or upset).",
    Outcome.NOT_FINITE: "Numbers ceased to be finite: report this; it is never counted as a success.",
}

SUCCESS = frozenset({Outcome.LAUNCHED, Outcome.RECOVERED})
NO_HARM = frozenset({*SUCCESS, Outcome.REJECTED, Outcome.BOLTER, Outcome.WAVED_OFF, Outcome.FLYING})
MISHAP = frozenset(set(Outcome) - NO_HARM)
"""Ends that damage or lose the aircraft. A flight diverted after its last approach is a failure, not a mishap."""


def label(outcome):
    """The outcome in words: 'ramp strike'."""
    return Outcome(outcome).name.lower().replace("_", " ")
