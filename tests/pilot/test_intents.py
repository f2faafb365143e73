"""Intents: what a demand says the pilot is about, phase by phase, and from the very frame in which a phase begins."""

import pytest
from cockpits import FRAME, fresh, seated

from flattop.pilot.contract import Intent
from flattop.pilot.launch import CLIMB, HOLD, REJECT, ROTATE, RUN, launch
from flattop.pilot.recovery import DOWNWIND, GLIDE, GO_AROUND, JOIN, ROLLOUT, recovery
from flattop.quantities.vectors import Vec3


@pytest.mark.parametrize(
    ("phase", "situation", "intent"),
    [
        (HOLD, {"speed": 0.0}, Intent.HOLD),
        (RUN, {"distance": 100.0, "speed": 10.0}, Intent.LAUNCH_RUN),
        (ROTATE, {"distance": 20.0, "speed": 22.0}, Intent.LAUNCH_RUN),
        (CLIMB, {"distance": -50.0, "speed": 25.0, "on_wheels": 0.0}, Intent.CLIMB),
        (REJECT, {"distance": 100.0, "speed": 10.0}, Intent.REJECT),
    ],
)
def test_intents_of_the_launch(launch_autopilot, running, phase, situation, intent):
    """The table of phases that last."""
    cockpit = seated(launch_autopilot, running(**situation), fresh(phase, 0.5), "launch")
    memory, demand = launch(cockpit, FRAME)
    assert (memory.phase, demand.intent) == (phase, intent)


@pytest.mark.parametrize(
    ("phase", "phase_time", "situation", "intent"),
    [
        (HOLD, 60.0, {"speed": 0.0}, Intent.LAUNCH_RUN),  # brakes let go
        (ROTATE, 0.5, {"distance": 30.0, "on_wheels": 0.0}, Intent.CLIMB),  # wheels off
        (RUN, 60.0, {"distance": 120.0, "speed": 6.0, "headwind": 0.0}, Intent.REJECT),  # too slow for the deck left
    ],
)
def test_a_launch_says_its_new_intent_at_once(launch_autopilot, running, phase, phase_time, situation, intent):
    """The demand of the frame in which a phase ends speaks of the next one."""
    cockpit = seated(launch_autopilot, running(**situation), fresh(phase, phase_time), "launch")
    assert launch(cockpit, FRAME)[1].intent == intent


@pytest.mark.parametrize(
    ("phase", "situation", "intent"),
    [
        (JOIN, {"to_go": 600.0, "above": -5.0}, Intent.TRANSIT),
        (GLIDE, {"to_go": 150.0}, Intent.APPROACH),
        (ROLLOUT, {"to_go": -20.0, "on_main_wheels": 1.0}, Intent.ROLLOUT),
        (GO_AROUND, {"to_go": -150.0, "above": 60.0}, Intent.GO_AROUND),
        (DOWNWIND, {"to_go": 300.0}, Intent.TRANSIT),
    ],
)
def test_intents_of_the_recovery(autopilot, on_path, phase, situation, intent):
    """The table of phases that last."""
    memory, demand = recovery(seated(autopilot, on_path(**situation), fresh(phase)), FRAME)
    assert (memory.phase, demand.intent) == (phase, intent)


@pytest.mark.parametrize(
    ("phase", "situation", "intent"),
    [
        (JOIN, {"to_go": 600.0}, Intent.APPROACH),  # the path is met
        (GLIDE, {"to_go": 2.0, "on_main_wheels": 1.0}, Intent.ROLLOUT),  # touchdown
        (GLIDE, {"to_go": 80.0, "above": 30.0}, Intent.GO_AROUND),  # waved off
        (GLIDE, {"to_go": -150.0, "on_main_wheels": 1.0, "velocity_N": Vec3(30.0, 0.0, 1.0)}, Intent.GO_AROUND),  # bolter
        (GLIDE, {"to_go": -230.0, "above": 9.0}, Intent.GO_AROUND),  # floated over most of the deck
        (ROLLOUT, {"to_go": -20.0, "above": 2.5}, Intent.GO_AROUND),  # bounced high and still fast
        (GO_AROUND, {"to_go": -400.0, "above": 80.0}, Intent.TRANSIT),  # clear of the ship
    ],
)  # fmt: skip
def test_a_recovery_says_its_new_intent_at_once(autopilot, on_path, phase, situation, intent):
    """The demand of the frame in which a phase ends speaks of the next one, however an approach is broken off."""
    assert recovery(seated(autopilot, on_path(**situation), fresh(phase)), FRAME)[1].intent == intent
