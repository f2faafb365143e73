"""The recovery: what it sees, its phases, the wave-off window, bolters, compensation of the deck, and the rollout."""

import math

import pytest

from flattop.pilot import loops
from flattop.pilot import recovery as recoveries
from flattop.pilot.contract import Sensed
from flattop.pilot.recovery import (
    DOWNWIND,
    GLIDE,
    GO_AROUND,
    JOIN,
    ROLLOUT,
    approach_seen,
    approach_speed,
    deck_compensation,
    is_bolter,
    is_waveoff,
    recovery,
    recovery_phase,
)
from flattop.quantities.vectors import Euler, Vec3

FRAME = 0.02


@pytest.fixture
def on_path(autopilot, level):
    """A function: the situation on the glide path at a distance to go, or beside or off it."""

    def situation(to_go=150.0, above=0.0, aside=0.0, **changes) -> Sensed:
        place, d, r = autopilot.place, autopilot.design, autopilot.recovery
        height = place.deck_height + d.wheel_z + to_go * r.glide_angle + above
        position = Vec3(place.touchdown_x - to_go, place.strip_y + aside, -height)
        speed = approach_speed(r, level, d)
        steady = {"velocity_N": Vec3(speed - 8.0, 0.0, 1.2), "airspeed": speed, "position_N": position}
        return level._replace(**(steady | changes))

    return situation


def phase_after(autopilot, state, s):
    """The phase a frame later."""
    memory, _ = recovery(state, s, autopilot.place, autopilot.recovery, autopilot.gains, autopilot.design, FRAME)
    return memory.phase


def demand_after(autopilot, state, s):
    """The demand a frame later."""
    return recovery(state, s, autopilot.place, autopilot.recovery, autopilot.gains, autopilot.design, FRAME)[1]


def test_the_approach_as_seen(autopilot, on_path):
    """Distance, offset, height of the wheels and closure come back as they were laid out."""
    a = approach_seen(on_path(200.0, above=3.0, aside=-4.0), autopilot.place, autopilot.design)
    assert a.to_go == pytest.approx(200.0)
    assert a.aside == pytest.approx(-4.0)
    assert a.height == pytest.approx(200.0 * autopilot.recovery.glide_angle + 3.0)
    assert a.drift == 0.0


def test_an_angled_strip_is_seen_along_its_own_line(autopilot, on_path):
    """A strip turned to port by 0.1 rad: the same place is seen turned to starboard."""
    place = autopilot.place._replace(strip_cos=math.cos(-0.1), strip_sin=math.sin(-0.1))
    s = on_path(200.0)
    a = approach_seen(s, place, autopilot.design)
    assert math.hypot(a.to_go, a.aside) == pytest.approx(200.0)
    # straight behind the aim point one stands to the left of a line that runs forward and to port
    assert a.aside == pytest.approx(-200.0 * math.sin(0.1))


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
def test_phases(autopilot, fresh, on_path, phase, situation, then):
    """The table of phases."""
    assert phase_after(autopilot, fresh(phase), on_path(**situation)) == then


def window(autopilot, a, s, path_error=0.0):
    """Whether the approach is broken off."""
    return is_waveoff(a, path_error, s, autopilot.recovery, autopilot.design)


@pytest.fixture
def inside(autopilot):
    """A place in the middle of the wave-off window."""
    r = autopilot.recovery
    return 0.5 * (min(r.waveoff_start * 0.35, r.waveoff_start) + r.waveoff_end)


def test_a_good_approach_is_not_waved_off(autopilot, on_path, inside):
    """On the path, on the line, at speed, wings level."""
    s = on_path(inside)
    assert not window(autopilot, approach_seen(s, autopilot.place, autopilot.design), s)


@pytest.mark.parametrize("side", [+1.0, -1.0])
def test_height_and_offset_have_limits_that_narrow(autopilot, on_path, inside, side):
    """Just inside the limit plus 3 % of the distance the approach goes on, just outside it does not."""
    r = autopilot.recovery
    slack = 0.03 * (inside - r.waveoff_end)
    s = on_path(inside)
    a = approach_seen(s, autopilot.place, autopilot.design)
    for error, waved in ((0.99, False), (1.01, True)):
        assert window(autopilot, a, s, side * error * (r.waveoff_height + slack)) is waved
        off = a._replace(aside=side * error * (r.waveoff_lateral + slack))
        assert window(autopilot, off, s) is waved


def test_speed_bank_and_sink_have_limits(autopilot, on_path, inside):
    """Too slow, too much bank, too fast down towards a rising deck: each breaks the approach off, near its limit only
    beyond it.
    """
    r, d = autopilot.recovery, autopilot.design
    cases = {
        "airspeed": lambda k: {"airspeed": approach_speed(r, on_path(), d) * r.waveoff_slow * (2.0 - k)},
        "bank": lambda k: {"attitude": Euler(k * r.waveoff_bank, 0.0, 0.0)},
        "sink": lambda k: {"velocity_N": Vec3(24.0, 0.0, k * r.waveoff_sink_rate)},
        "deck": lambda k: {"velocity_N": Vec3(24.0, 0.0, 0.5), "deck_down_rate": 0.5 - k * r.waveoff_sink_rate},
    }
    for situation in cases.values():
        for k, waved in ((0.99, False), (1.01, True)):
            s = on_path(inside, **situation(k))
            assert window(autopilot, approach_seen(s, autopilot.place, d), s) is waved


def test_no_closure_is_waved_off(autopilot, on_path, inside):
    """A headwind over deck as fast as the aircraft brings it nowhere."""
    s = on_path(inside, velocity_N=Vec3(2.9, 0.0, 0.5))
    assert window(autopilot, approach_seen(s, autopilot.place, autopilot.design), s)


def test_outside_the_window_nothing_is_waved_off(autopilot, on_path):
    """Before it begins and after it ends, far off the path."""
    r = autopilot.recovery
    for to_go in (r.waveoff_start + 1.0, r.waveoff_end - 1.0):
        s = on_path(to_go, airspeed=10.0)
        assert not window(autopilot, approach_seen(s, autopilot.place, autopilot.design), s, 50.0)


def test_a_wave_off_counts_and_climbs(autopilot, fresh, on_path, inside):
    """Another attempt, full power."""
    s = on_path(inside, above=30.0)
    memory, demand = recovery(
        fresh(GLIDE), s, autopilot.place, autopilot.recovery, autopilot.gains, autopilot.design, FRAME
    )
    assert (memory.phase, memory.attempts, demand.power) == (GO_AROUND, 1.0, 1.0)


def test_a_bolter_is_too_fast_for_the_deck_left(autopilot, on_path):
    """v2 = 2 a x decides, x the deck left less the margin."""
    r, place = autopilot.recovery, autopilot.place
    for to_go in (0.0, -80.0):
        left = place.bow_x - place.touchdown_x + to_go - r.stop_margin
        fastest = math.sqrt(2.0 * r.braking_deceleration * left)
        a = approach_seen(on_path(to_go), place, autopilot.design)
        assert not is_bolter(a._replace(closure=0.99 * fastest), place, r)
        assert is_bolter(a._replace(closure=1.01 * fastest), place, r)


def test_a_bolter_goes_around(autopilot, fresh, on_path):
    """Wheels on deck, too little of it left."""
    s = on_path(-150.0, on_main_wheels=1.0, velocity_N=Vec3(30.0, 0.0, 1.0))
    a = approach_seen(s, autopilot.place, autopilot.design)
    phase, attempts = recovery_phase(
        fresh(GLIDE), a, a.height, s, autopilot.place, autopilot.recovery, autopilot.design
    )
    assert (phase, attempts) == (GO_AROUND, 1.0)


def test_floating_past_the_touchdown_zone_goes_around(autopilot, fresh, on_path):
    """Wheels still up a third of the deck beyond the aim point; down by then, it rolls out."""
    r, place = autopilot.recovery, autopilot.place
    end = -r.touchdown_zone * (place.bow_x - place.touchdown_x)

    def phase(to_go, **changes):
        s = on_path(to_go, above=3.0 - to_go * r.glide_angle, **changes)
        return phase_after(autopilot, fresh(GLIDE), s)

    assert phase(end + 1.0) == GLIDE
    assert phase(end - 1.0) == GO_AROUND
    slow = {"on_main_wheels": 1.0, "velocity_N": Vec3(10.0, 0.0, 1.0)}
    assert phase(end - 1.0, **slow) == ROLLOUT


def test_the_path_rises_with_the_deck(autopilot, fresh, on_path):
    """A deck that stands high lifts the path by its height, late and not early, and is held in the last moments."""
    r = autopilot.recovery
    high = {"deck_down": -0.5, "deck_down_rate": 0.0}

    def compensation(time_to_go, held=0.0, **changes):
        s = on_path(**(high | changes))
        a = approach_seen(s, autopilot.place, autopilot.design)
        return deck_compensation(
            a._replace(to_go=time_to_go * a.closure), s, fresh(GLIDE)._replace(deck_height=held), r
        )

    assert compensation(2.0 * r.compensation_time) == 0.0
    late = 0.4 * r.compensation_time
    assert late > r.compensation_freeze
    assert compensation(late) == pytest.approx(0.5)
    assert compensation(late, deck_down=0.0, deck_down_rate=-0.4) == pytest.approx(0.4 * r.compensation_lead)
    assert compensation(0.5 * r.compensation_freeze, held=0.123) == 0.123


def test_low_is_answered_with_climb(autopilot, fresh, on_path):
    """Below the path the nose rises and power is added; to the right of it the wings bank left."""
    right_on = demand_after(autopilot, fresh(GLIDE), on_path(300.0))
    low = demand_after(autopilot, fresh(GLIDE), on_path(300.0, above=-3.0))
    assert low.elevator < right_on.elevator
    assert low.power > right_on.power
    assert demand_after(autopilot, fresh(GLIDE), on_path(300.0, aside=5.0)).aileron < 0.0


def test_a_crabbing_aircraft_is_straightened_before_touchdown(autopilot, fresh, on_path):
    """In the last moments the rudder turns the nose to the strip; before, it does not care."""
    crab = {"attitude": Euler(0.0, 0.05, -0.1)}
    assert demand_after(autopilot, fresh(GLIDE), on_path(5.0, **crab)).rudder > 0.01
    assert demand_after(autopilot, fresh(GLIDE), on_path(600.0, **crab)).rudder == pytest.approx(0.0, abs=1e-12)


def test_a_sideslip_is_held_with_the_wing_down(autopilot, fresh, on_path):
    """Pushed to the right with the nose along the strip the left wing goes down, by as much as the push; before, it is not felt."""
    pushed = {"felt_right": 0.8}
    near, far = (demand_after(autopilot, fresh(GLIDE), on_path(d, **pushed)).aileron for d in (5.0, 600.0))
    assert near < demand_after(autopilot, fresh(GLIDE), on_path(5.0)).aileron
    assert far == demand_after(autopilot, fresh(GLIDE), on_path(600.0)).aileron
    assert loops.bank_against_sideslip(on_path(5.0, **pushed)) == pytest.approx(-0.8 / 9.80665)


def test_speed_to_spare_climbs(autopilot, level):
    """Faster than wanted by 3 m/s the climb is steeper by 3/(g t); no faster than wanted it is left alone."""
    s, d = level, autopilot.design

    def slope(wanted):
        return loops.climb_slope(wanted, d.flap_recovery, s, d)

    steady = slope(s.airspeed) / 0.5
    assert slope(s.airspeed - 1.0) == pytest.approx(0.6 * steady + 1.0 / (9.80665 * loops.ZOOM_TIME))
    assert slope(s.airspeed + 1.0) == pytest.approx(0.4 * steady)


def test_the_rollout_brakes_and_steers_back(autopilot, fresh, on_path):
    """Idle, brakes building up from the touchdown on, flap up; nose wheel and rudder to the left from the right of the
    line.
    """
    s = on_path(-30.0, aside=2.0, on_main_wheels=1.0, on_nose_wheel=1.0)
    rolling = demand_after(autopilot, fresh(ROLLOUT, 2.0), s)
    assert (rolling.power, rolling.brake, rolling.flap) == (0.0, 1.0, 0.0)
    assert rolling.steering < 0.0
    assert rolling.rudder < 0.0
    assert demand_after(autopilot, fresh(ROLLOUT, 0.1), s).brake == pytest.approx(0.2)


def test_brakes_begin_with_the_rollout(autopilot, fresh, on_path):
    """In the very frame of touchdown there is no brake yet, however long the glide was."""
    s = on_path(0.0, on_main_wheels=1.0)
    assert phase_after(autopilot, fresh(GLIDE, 40.0), s) == ROLLOUT
    assert demand_after(autopilot, fresh(GLIDE, 40.0), s).brake == 0.0


def test_steering_is_gentler_the_faster_it_rolls(autopilot, on_path):
    """The same heading error asks for less angle at speed, and for none when straight on the line."""
    place, d = autopilot.place, autopilot.design

    def steering(speed, yaw):
        s = on_path(-30.0, velocity_N=Vec3(speed, 0.0, 0.0), attitude=Euler(0.0, 0.0, yaw))
        return recoveries.steering_demand(approach_seen(s, place, d), s, place)

    assert 0.0 < steering(30.0, -0.05) < steering(5.0, -0.05)
    assert steering(20.0, 0.0) == pytest.approx(0.0, abs=1e-15)
