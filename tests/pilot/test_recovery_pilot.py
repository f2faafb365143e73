"""The recovery: its phases, compensation of the deck, the way down to it, and the rollout."""

import pytest
from cockpits import FRAME, fresh, seated

from flattop.pilot.guidance import approach_seen
from flattop.pilot.recovery import (
    DOWNWIND,
    GLIDE,
    GO_AROUND,
    JOIN,
    ROLLOUT,
    deck_compensation,
    recovery,
)
from flattop.quantities.vectors import Euler


def phase_after(autopilot, memory, seen):
    """The phase a frame later."""
    return recovery(seated(autopilot, seen, memory), FRAME)[0].phase


def demand_after(autopilot, memory, seen):
    """The demand a frame later."""
    return recovery(seated(autopilot, seen, memory), FRAME)[1]


@pytest.mark.parametrize(
    ("phase", "situation", "then"),
    [
        (JOIN, {"to_go": 600.0, "above": -5.0}, JOIN),  # below the path: level flight on
        (JOIN, {"to_go": 600.0}, GLIDE),
        (JOIN, {"to_go": 600.0, "aside": 70.0}, JOIN),  # too far off the line
        (GLIDE, {"to_go": 150.0}, GLIDE),
        (GLIDE, {"to_go": 2.0, "on_main_wheels": 1.0}, ROLLOUT),
        (GLIDE, {"to_go": -230.0, "above": 9.0}, GO_AROUND),  # floated over most of the deck
        (ROLLOUT, {"to_go": -20.0, "on_main_wheels": 1.0}, ROLLOUT),
        (ROLLOUT, {"to_go": -20.0, "above": 2.5}, GO_AROUND),  # bounced high and still fast
        (ROLLOUT, {"to_go": -20.0, "above": 2.5, "airspeed": 15.0}, ROLLOUT),  # too slow to fly
        (GO_AROUND, {"to_go": -150.0, "above": 60.0}, GO_AROUND),  # still over the deck
        (GO_AROUND, {"to_go": -400.0, "above": 80.0}, DOWNWIND),
        (GO_AROUND, {"to_go": -400.0, "above": 20.0}, GO_AROUND),  # still low
        (DOWNWIND, {"to_go": 300.0}, DOWNWIND),
        (DOWNWIND, {"to_go": 5000.0}, JOIN),
    ],
)
def test_phases(autopilot, on_path, phase, situation, then):
    """The table of phases."""
    assert phase_after(autopilot, fresh(phase), on_path(**situation)) == then


def test_the_path_rises_with_the_deck(autopilot, on_path):
    """A deck that stands high lifts the path by its height, late and not early, and is held in the last moments."""
    r = autopilot.recovery
    high = {"deck_down": -0.5, "deck_down_rate": 0.0}

    def compensation(time_to_go, held=0.0, **changes):
        memory = fresh(GLIDE)._replace(deck_height=held)
        cockpit = seated(autopilot, on_path(**(high | changes)), memory)
        a = approach_seen(cockpit)
        return deck_compensation(a._replace(to_go=time_to_go * a.closure), cockpit)

    assert compensation(2.0 * r.compensation_time) == 0.0
    late = 0.4 * r.compensation_time
    assert late > r.compensation_freeze
    assert compensation(late) == pytest.approx(0.5)
    assert compensation(late, deck_down=0.0, deck_down_rate=-0.4) == pytest.approx(0.4 * r.compensation_lead)
    assert compensation(0.5 * r.compensation_freeze, held=0.123) == 0.123


def test_low_is_answered_with_climb(autopilot, on_path):
    """Below the path the nose rises and power is added; to the right of it the wings bank left."""
    right_on = demand_after(autopilot, fresh(GLIDE), on_path(300.0))
    low = demand_after(autopilot, fresh(GLIDE), on_path(300.0, above=-3.0))
    assert low.elevator < right_on.elevator
    assert low.power > right_on.power
    assert demand_after(autopilot, fresh(GLIDE), on_path(300.0, aside=5.0)).aileron < 0.0


def test_a_crabbing_aircraft_is_straightened_before_touchdown(autopilot, on_path):
    """In the last moments the rudder turns the nose to the strip; before, it does not care."""
    crab = {"attitude": Euler(0.0, 0.05, -0.1)}
    assert demand_after(autopilot, fresh(GLIDE), on_path(5.0, **crab)).rudder > 0.01
    assert demand_after(autopilot, fresh(GLIDE), on_path(600.0, **crab)).rudder == pytest.approx(0.0, abs=1e-12)


def test_a_sideslip_is_held_with_the_wing_down(autopilot, on_path):
    """Pushed to the right with the nose along the strip the left wing goes down; before, the push is not felt."""
    pushed = {"felt_right": 0.8}
    near, far = (demand_after(autopilot, fresh(GLIDE), on_path(d, **pushed)).aileron for d in (5.0, 600.0))
    assert near < demand_after(autopilot, fresh(GLIDE), on_path(5.0)).aileron
    assert far == demand_after(autopilot, fresh(GLIDE), on_path(600.0)).aileron


def test_the_rollout_brakes_and_steers_back(autopilot, on_path):
    """Idle, brakes building up from the touchdown on, flap up; nose wheel and rudder to the left from the right of the
    line.
    """
    s = on_path(-30.0, aside=2.0, on_main_wheels=1.0, on_nose_wheel=1.0)
    rolling = demand_after(autopilot, fresh(ROLLOUT, 2.0), s)
    assert (rolling.power, rolling.brake, rolling.flap) == (0.0, 1.0, 0.0)
    assert rolling.steering < 0.0
    assert rolling.rudder < 0.0
    assert demand_after(autopilot, fresh(ROLLOUT, 0.1), s).brake == pytest.approx(0.2)


def test_brakes_begin_with_the_rollout(autopilot, on_path):
    """In the very frame of touchdown there is no brake yet, however long the glide was."""
    s = on_path(0.0, on_main_wheels=1.0)
    assert phase_after(autopilot, fresh(GLIDE, 40.0), s) == ROLLOUT
    assert demand_after(autopilot, fresh(GLIDE, 40.0), s).brake == 0.0
