"""The launch: hold, run, rotate or ride the ramp, climb, and the rule by which a run is given up."""

import math

import pytest

from flattop.pilot.launch import (
    CLIMB,
    HOLD,
    REJECT,
    ROTATE,
    RUN,
    climb_targets,
    foreseen_airspeed,
    launch,
    launch_phase,
)
from flattop.pilot.loops import stall_speed
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.vectors import Euler, Vec3

FRAME = 0.02


@pytest.fixture
def running(launch_crew, level):
    """A function: the situation on the deck at a distance from the bow and a speed, in a headwind of 8 m/s."""

    def situation(distance=150.0, speed=15.0, headwind=8.0, on_wheels=1.0, aside=0.0, **changes):
        place, d = launch_crew.place, launch_crew.design
        position = Vec3(place.bow_x - distance, place.strip_y + aside, -place.deck_height - d.wheel_z)
        seen = {"position_N": position, "velocity_N": Vec3(speed, 0.0, 0.0), "airspeed": speed + headwind}
        return level._replace(**(seen | {"on_main_wheels": on_wheels, "on_nose_wheel": on_wheels} | changes))

    return situation


def phase_after(autopilot, state, s):
    """The phase a frame later."""
    return launch_phase(state, s, autopilot.place, autopilot.launch, autopilot.design)


def demand_after(autopilot, state, s):
    """The demand a frame later."""
    return launch(state, s, autopilot.place, autopilot.launch, autopilot.gains, autopilot.design, FRAME)[1]


def test_holding_then_running(launch_crew, fresh, running):
    """Full power on the brakes for the hold's time, then the brakes are let go."""
    s, hold = running(speed=0.0, headwind=8.0), launch_crew.launch.hold_time
    held = demand_after(launch_crew, fresh(HOLD, 0.5 * hold), s)
    assert (held.power, held.brake, held.steering) == (1.0, 1.0, 0.0)
    assert phase_after(launch_crew, fresh(HOLD, 0.5 * hold), s) == HOLD
    assert phase_after(launch_crew, fresh(HOLD, 1.01 * hold), s) == RUN
    let_go = demand_after(launch_crew, fresh(HOLD, 1.01 * hold), s)
    assert (let_go.power, let_go.brake) == (1.0, 0.0)


def test_rotation_at_speed_or_before_the_bow(launch_crew, fresh, running, level):
    """At the rotation speed, or in the last moment of deck; on the way there the nose stays down."""
    c = launch_crew
    wanted = c.launch.rotation_speed_factor * stall_speed(c.design.flap_launch, 1.0, level, c.design)
    state = fresh(RUN, 1.0)
    assert phase_after(c, state, running(100.0, wanted - 8.0 - 0.2)) == RUN
    assert phase_after(c, state, running(100.0, wanted - 8.0 + 0.2)) == ROTATE
    assert phase_after(c, state, running(0.9 * c.launch.rotation_lead * 15.0, 15.0)) == ROTATE
    assert demand_after(c, state, running(100.0, 10.0)).elevator == 0.0
    assert demand_after(c, fresh(ROTATE), running(20.0, 22.0)).elevator < 0.0


def test_an_aircraft_that_flies_before_the_ramp_is_flown(ramp_crew, fresh, level):
    """Wheels off short of the lip: with flying speed the climb begins, in a bounce below it the run goes on."""
    c = ramp_crew
    place = Vec3(c.place.bow_x - 60.0, c.place.strip_y, -20.0)
    off = level._replace(position_N=place, velocity_N=Vec3(20.0, 0.0, -0.5), on_main_wheels=0.0)
    enough = c.launch.rotation_speed_factor * stall_speed(c.design.flap_launch, 1.0, level, c.design)
    assert phase_after(c, fresh(RUN), off._replace(airspeed=enough + 0.5)) == CLIMB
    assert phase_after(c, fresh(RUN), off._replace(airspeed=enough - 0.5)) == RUN


def test_a_ramp_rotates_the_aircraft_by_itself(ramp_crew, fresh, level):
    """No rotation on a ship with a ramp, at any speed; off its lip the climb begins."""
    c = ramp_crew
    on_ramp = level._replace(
        position_N=Vec3(c.place.bow_x - 5.0, c.place.strip_y, -20.0), velocity_N=Vec3(28.0, 0.0, -4.0),
        airspeed=36.0, on_main_wheels=1.0,
    )  # fmt: skip
    assert phase_after(c, fresh(RUN), on_ramp) == RUN
    gone = on_ramp._replace(position_N=Vec3(c.place.bow_x + 1.0, c.place.strip_y, -24.0), on_main_wheels=0.0)
    assert phase_after(c, fresh(RUN), gone) == CLIMB


@pytest.mark.parametrize(
    ("phase", "distance", "on_wheels", "then"),
    [(ROTATE, 30.0, 1.0, ROTATE), (ROTATE, 30.0, 0.0, CLIMB), (RUN, 100.0, 0.0, RUN), (CLIMB, -50.0, 0.0, CLIMB)],
)
def test_climbing_begins_in_the_air(launch_crew, fresh, running, phase, distance, on_wheels, then):
    """After the rotation, when the wheels have left the deck; a hop on the run is none."""
    assert phase_after(launch_crew, fresh(phase, 0.5), running(distance, 15.0, on_wheels=on_wheels)) == then


def test_the_airspeed_foreseen(launch_crew, fresh, running):
    """Eight tenths of the acceleration so far, over the deck left: v2 = v0 2 + 2 a x."""
    s = running(100.0, 12.0, headwind=7.0)
    expected = 7.0 + math.sqrt(12.0**2 + 2.0 * 0.8 * (12.0 / 4.0) * 100.0)
    found = foreseen_airspeed(fresh(RUN, 4.0), 100.0, s, launch_crew.place, launch_crew.design)
    assert found == pytest.approx(expected, rel=1e-12)


def test_a_hopeless_run_is_given_up_while_it_can_stop(launch_crew, fresh, running):
    """Too slow for the deck left and enough of it to stop in: power off, brakes on. Not before the decision, nor when
    it must go on.
    """
    c = launch_crew
    weak = fresh(RUN, c.launch.decision_time + 3.0)
    assert phase_after(c, weak, running(120.0, 6.0, headwind=0.0)) == REJECT
    rejected = demand_after(c, weak, running(120.0, 6.0, headwind=0.0))
    assert (rejected.power, rejected.brake) == (0.0, 1.0)
    assert phase_after(c, fresh(RUN, 0.9 * c.launch.decision_time), running(120.0, 2.0, headwind=0.0)) == RUN
    too_late = running(12.0, 14.0, headwind=0.0)  # 2 m to stop in, by the margin of 10 m
    assert phase_after(c, weak, too_late) != REJECT


def test_a_good_run_is_not_given_up(launch_crew, fresh, running):
    """Fast enough by the bow with the wind there is."""
    c = launch_crew
    state = fresh(RUN, c.launch.decision_time + 0.5)
    assert phase_after(c, state, running(160.0, 12.0, headwind=12.0)) == RUN


def test_a_ramp_needs_less_speed(launch_crew):
    """The speed factor over a ramp is the lower one: the arc after it gives time to accelerate."""
    assert launch_crew.launch.minimum_speed_factor_ramp < launch_crew.launch.minimum_speed_factor


def test_rejected_stays_rejected(launch_crew, fresh, running):
    """Even when a gust would make it fast enough."""
    assert phase_after(launch_crew, fresh(REJECT, 2.0), running(100.0, 10.0, headwind=30.0)) == REJECT


def test_steering_keeps_the_line(launch_crew, fresh, running):
    """To its right the nose wheel and the rudder turn left."""
    demand = demand_after(launch_crew, fresh(RUN), running(120.0, 10.0, aside=1.0))
    assert demand.steering < 0.0
    assert demand.rudder < 0.0


def test_the_climb_keeps_away_from_the_stall(launch_crew, fresh, level):
    """Slow, it asks for less climb than fast, and never for more than nine tenths of the greatest lift."""
    c = launch_crew
    climbing = level._replace(velocity_N=Vec3(30.0, 0.0, -1.0), attitude=Euler(0.0, 0.1, 0.0))
    targets = [
        climb_targets(fresh(CLIMB), c.launch, climbing._replace(airspeed=V), c.place, c.gains, c.design)
        for V in (22.0, 40.0)
    ]
    greatest = c.design.lift_maximum + c.design.flap_launch * (c.design.lift_maximum_flap - c.design.lift_maximum)
    lift = [
        c.design.lift_zero + c.design.lift_flap * c.design.flap_launch + c.design.lift_slope * t.alpha for t in targets
    ]
    assert lift[0] <= 0.9 * greatest * (1.0 + 1e-12)
    felt = fresh(CLIMB)._replace(felt_up=STANDARD_GRAVITY)
    sinking, rising = (
        climb_targets(felt, c.launch, climbing._replace(velocity_N=Vec3(30.0, 0.0, w)), c.place, c.gains, c.design)
        for w in (1.0, -3.0)
    )
    assert sinking.pitch > rising.pitch
