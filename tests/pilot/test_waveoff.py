"""Approaches broken off: the wave-off window and its limits, bolters, and floating past the touchdown zone."""

import math

import pytest
from cockpits import FRAME, fresh, seated

from flattop.pilot.contract import Intent
from flattop.pilot.guidance import approach_seen
from flattop.pilot.recovery import (
    GLIDE,
    GO_AROUND,
    ROLLOUT,
    approach_speed,
    is_bolter,
    is_waveoff,
    recovery,
    recovery_phase,
)
from flattop.quantities.vectors import Euler, Vec3


def is_waved_off(autopilot, seen, path_error=0.0, **changes):
    """Whether the approach is broken off, as it is seen or with changes to what is seen of it."""
    cockpit = seated(autopilot, seen, fresh(GLIDE))
    return is_waveoff(approach_seen(cockpit)._replace(**changes), path_error, cockpit)


def test_a_good_approach_is_not_waved_off(autopilot, on_path, in_window):
    """On the path, on the line, at speed, wings level."""
    assert not is_waved_off(autopilot, on_path(in_window))


@pytest.mark.parametrize("side", [+1.0, -1.0])
def test_height_and_offset_have_limits_that_narrow(autopilot, on_path, in_window, side):
    """Just inside the limit plus 3 % of the distance the approach goes on, just outside it does not."""
    r, s = autopilot.recovery, on_path(in_window)
    slack = 0.03 * (in_window - r.waveoff_end)
    for error, waved in ((0.99, False), (1.01, True)):
        assert is_waved_off(autopilot, s, side * error * (r.waveoff_height + slack)) is waved
        assert is_waved_off(autopilot, s, aside=side * error * (r.waveoff_lateral + slack)) is waved


def test_speed_bank_and_sink_have_limits(autopilot, on_path, in_window):
    """Too slow, too much bank, too fast down towards a rising deck: each breaks the approach off, near its limit only
    beyond it.
    """
    r = autopilot.recovery
    slowest = r.waveoff_slow * approach_speed(seated(autopilot, on_path()))
    cases = {
        "airspeed": lambda k: {"airspeed": slowest * (2.0 - k)},
        "bank": lambda k: {"attitude": Euler(k * r.waveoff_bank, 0.0, 0.0)},
        "sink": lambda k: {"velocity_N": Vec3(24.0, 0.0, k * r.waveoff_sink_rate)},
        "deck": lambda k: {"velocity_N": Vec3(24.0, 0.0, 0.5), "deck_down_rate": 0.5 - k * r.waveoff_sink_rate},
    }
    for situation in cases.values():
        for k, waved in ((0.99, False), (1.01, True)):
            assert is_waved_off(autopilot, on_path(in_window, **situation(k))) is waved


def test_no_closure_is_waved_off(autopilot, on_path, in_window):
    """A headwind over deck as fast as the aircraft brings it nowhere."""
    assert is_waved_off(autopilot, on_path(in_window, velocity_N=Vec3(2.9, 0.0, 0.5)))


def test_outside_the_window_nothing_is_waved_off(autopilot, on_path):
    """Before it begins and after it ends, far off the path."""
    r = autopilot.recovery
    for to_go in (r.waveoff_start + 1.0, r.waveoff_end - 1.0):
        assert not is_waved_off(autopilot, on_path(to_go, airspeed=10.0), path_error=50.0)


def test_a_wave_off_says_so_and_climbs(autopilot, on_path, in_window):
    """The intent by which the judge counts an approach given up, in the very frame; full power."""
    memory, demand = recovery(seated(autopilot, on_path(in_window, above=30.0), fresh(GLIDE)), FRAME)
    assert (memory.phase, demand.intent, demand.power) == (GO_AROUND, Intent.GO_AROUND, 1.0)


def test_a_bolter_is_too_fast_for_the_deck_left(autopilot, on_path):
    """v2 = 2 a x decides, x the deck left less the margin."""
    r, place = autopilot.recovery, autopilot.place
    for to_go in (0.0, -80.0):
        left = place.bow_x - place.touchdown_x + to_go - r.stop_margin
        fastest = math.sqrt(2.0 * r.braking_deceleration * left)
        cockpit = seated(autopilot, on_path(to_go))
        a = approach_seen(cockpit)
        assert not is_bolter(a._replace(closure=0.99 * fastest), cockpit)
        assert is_bolter(a._replace(closure=1.01 * fastest), cockpit)


def test_a_bolter_goes_around(autopilot, on_path):
    """Wheels on deck, too little of it left: an approach given up."""
    s = on_path(-150.0, on_main_wheels=1.0, velocity_N=Vec3(30.0, 0.0, 1.0))
    cockpit = seated(autopilot, s, fresh(GLIDE))
    a = approach_seen(cockpit)
    assert recovery_phase(a, a.height, cockpit) == GO_AROUND
    assert recovery(cockpit, FRAME)[1].intent == Intent.GO_AROUND


def test_floating_past_the_touchdown_zone_goes_around(autopilot, on_path):
    """Wheels still up a third of the deck beyond the aim point; down by then, it rolls out."""
    r, place = autopilot.recovery, autopilot.place
    end = -r.touchdown_zone * (place.bow_x - place.touchdown_x)

    def phase(to_go, **changes):
        s = on_path(to_go, above=3.0 - to_go * r.glide_angle, **changes)
        return recovery(seated(autopilot, s, fresh(GLIDE)), FRAME)[0].phase

    assert phase(end + 1.0) == GLIDE
    assert phase(end - 1.0) == GO_AROUND
    slow = {"on_main_wheels": 1.0, "velocity_N": Vec3(10.0, 0.0, 1.0)}
    assert phase(end - 1.0, **slow) == ROLLOUT
