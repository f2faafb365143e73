"""Cockpits for the tests of the pilot: an autopilot seated before a situation, with a memory without a past."""

from flattop.pilot.contract import Cockpit, Memory
from flattop.quantities.constants import STANDARD_GRAVITY

FRAME = 0.02
"""Duration of a frame [s]."""


def fresh(phase, phase_time=5.0):
    """A memory without a past, in a phase for some time: integrals at rest, one g felt."""
    return Memory(
        phase=phase, phase_time=phase_time, speed_integral=0.0, pitch_integral=0.0, height_integral=0.0, deck_height=0.0, power=0.5,
        felt_up=STANDARD_GRAVITY,
    )  # fmt: skip


NO_PAST = fresh(0.0)
"""The memory of tests that no phase matters to."""


def seated(autopilot, seen, memory=NO_PAST, mission="recovery"):
    """The cockpit of an autopilot that flies a mission, `"launch"` or `"recovery"`, and sees a situation."""
    settings = {"launch": autopilot.launch, "recovery": autopilot.recovery}[mission]
    return Cockpit(
        memory=memory,
        seen=seen,
        deck=autopilot.place,
        settings=settings,
        gains=autopilot.gains,
        design=autopilot.design,
    )
