"""The launch: hold, run, rotate or ride the ramp, climb, and the rule by which a run is given up."""

import math

import pytest
from cockpits import FRAME, fresh, seated

from flattop.pilot.guidance import dynamic_pressure_area, stall_speed
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
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.vectors import Euler, Vec3


def phase_after(autopilot, memory, seen):
    """The phase a frame later."""
    return launch_phase(seated(autopilot, seen, memory, "launch"))


def demand_after(autopilot, memory, seen):
    """The demand a frame later."""
    return launch(seated(autopilot, seen, memory, "launch"), FRAME)[1]


def rotation_speed(autopilot, seen):
    """Airspeed at which the nose is raised [m/s]."""
    stall = stall_speed(autopilot.design.flap_launch, 1.0, seated(autopilot, seen, mission="launch"))
    return autopilot.launch.rotation_speed_factor * stall


def test_holding_then_running(launch_autopilot, running):
    """Full power on the brakes for the hold's time, then the brakes are let go."""
    s, hold = running(speed=0.0, headwind=8.0), launch_autopilot.launch.hold_time
    held = demand_after(launch_autopilot, fresh(HOLD, 0.5 * hold), s)
    assert (held.power, held.brake, held.steering) == (1.0, 1.0, 0.0)
    assert phase_after(launch_autopilot, fresh(HOLD, 0.5 * hold), s) == HOLD
    assert phase_after(launch_autopilot, fresh(HOLD, 1.01 * hold), s) == RUN
    let_go = demand_after(launch_autopilot, fresh(HOLD, 1.01 * hold), s)
    assert (let_go.power, let_go.brake) == (1.0, 0.0)


def test_rotation_at_speed_or_before_the_bow(launch_autopilot, running, level):
    """At the rotation speed, or in the last moment of deck; on the way there the nose stays down."""
    wanted, run = rotation_speed(launch_autopilot, level), fresh(RUN, 1.0)
    assert phase_after(launch_autopilot, run, running(100.0, wanted - 8.0 - 0.2)) == RUN
    assert phase_after(launch_autopilot, run, running(100.0, wanted - 8.0 + 0.2)) == ROTATE
    last_moment = 0.9 * launch_autopilot.launch.rotation_lead * 15.0
    assert phase_after(launch_autopilot, run, running(last_moment, 15.0)) == ROTATE
    assert demand_after(launch_autopilot, run, running(100.0, 10.0)).elevator == 0.0
    assert demand_after(launch_autopilot, fresh(ROTATE), running(20.0, 22.0)).elevator < 0.0


def test_an_aircraft_that_flies_before_the_ramp_is_flown(ramp_autopilot, level):
    """Wheels off short of the lip: with flying speed the climb begins, in a bounce below it the run goes on."""
    place = Vec3(ramp_autopilot.place.bow_x - 60.0, ramp_autopilot.place.strip_y, -20.0)
    off = level._replace(position_N=place, velocity_N=Vec3(20.0, 0.0, -0.5), on_main_wheels=0.0)
    enough = rotation_speed(ramp_autopilot, level)
    assert phase_after(ramp_autopilot, fresh(RUN), off._replace(airspeed=enough + 0.5)) == CLIMB
    assert phase_after(ramp_autopilot, fresh(RUN), off._replace(airspeed=enough - 0.5)) == RUN


def test_a_ramp_rotates_the_aircraft_by_itself(ramp_autopilot, level):
    """No rotation on a ship with a ramp, at any speed; off its lip the climb begins."""
    place = ramp_autopilot.place
    on_ramp = level._replace(
        position_N=Vec3(place.bow_x - 5.0, place.strip_y, -20.0), velocity_N=Vec3(28.0, 0.0, -4.0),
        airspeed=36.0, on_main_wheels=1.0,
    )  # fmt: skip
    assert phase_after(ramp_autopilot, fresh(RUN), on_ramp) == RUN
    gone = on_ramp._replace(position_N=Vec3(place.bow_x + 1.0, place.strip_y, -24.0), on_main_wheels=0.0)
    assert phase_after(ramp_autopilot, fresh(RUN), gone) == CLIMB


@pytest.mark.parametrize(
    ("phase", "distance", "on_wheels", "then"),
    [(ROTATE, 30.0, 1.0, ROTATE), (ROTATE, 30.0, 0.0, CLIMB), (RUN, 100.0, 0.0, RUN), (CLIMB, -50.0, 0.0, CLIMB)],
)
def test_climbing_begins_in_the_air(launch_autopilot, running, phase, distance, on_wheels, then):
    """After the rotation, when the wheels have left the deck; a hop on the run is none."""
    assert phase_after(launch_autopilot, fresh(phase, 0.5), running(distance, 15.0, on_wheels=on_wheels)) == then


def test_the_airspeed_foreseen(launch_autopilot, running):
    """Eight tenths of the acceleration so far, over the deck left: v2 = v0 2 + 2 a x."""
    s = running(100.0, 12.0, headwind=7.0)
    expected = 7.0 + math.sqrt(12.0**2 + 2.0 * 0.8 * (12.0 / 4.0) * 100.0)
    found = foreseen_airspeed(100.0, seated(launch_autopilot, s, fresh(RUN, 4.0), "launch"))
    assert found == pytest.approx(expected, rel=1e-12)


def test_a_hopeless_run_is_given_up_while_it_can_stop(launch_autopilot, running):
    """Too slow for the deck left and enough of it to stop in: power off, brakes on. Not before the decision, nor when
    it must go on.
    """
    decision = launch_autopilot.launch.decision_time
    weak, slow = fresh(RUN, decision + 3.0), running(120.0, 6.0, headwind=0.0)
    assert phase_after(launch_autopilot, weak, slow) == REJECT
    rejected = demand_after(launch_autopilot, weak, slow)
    assert (rejected.power, rejected.brake) == (0.0, 1.0)
    assert phase_after(launch_autopilot, fresh(RUN, 0.9 * decision), running(120.0, 2.0, headwind=0.0)) == RUN
    too_late = running(12.0, 14.0, headwind=0.0)  # 2 m to stop in, by the margin of 10 m
    assert phase_after(launch_autopilot, weak, too_late) != REJECT


@pytest.mark.parametrize(("spare", "stops"), [(+0.1, True), (-0.1, False)])
def test_a_run_is_given_up_to_stop_ten_metres_before_the_bow(launch_autopilot, running, spare, stops):
    """x = v2/(2 a) + 10 m is the least deck to stop in: with a little more it stops, with a little less it goes on."""
    least = 10.0**2 / (2.0 * launch_autopilot.launch.reject_deceleration) + 10.0
    weak = fresh(RUN, launch_autopilot.launch.decision_time + 3.0)
    then = phase_after(launch_autopilot, weak, running(least + spare, 10.0, headwind=0.0))
    assert (then == REJECT) is stops


def test_a_good_run_is_not_given_up(launch_autopilot, running):
    """Fast enough by the bow with the wind there is."""
    good = fresh(RUN, launch_autopilot.launch.decision_time + 0.5)
    assert phase_after(launch_autopilot, good, running(160.0, 12.0, headwind=12.0)) == RUN


def test_a_ramp_needs_less_speed(launch_autopilot):
    """The speed factor over a ramp is the lower one: the arc after it gives time to accelerate."""
    assert launch_autopilot.launch.minimum_speed_factor_ramp < launch_autopilot.launch.minimum_speed_factor


def test_rejected_stays_rejected(launch_autopilot, running):
    """Even when a gust would make it fast enough."""
    assert phase_after(launch_autopilot, fresh(REJECT, 2.0), running(100.0, 10.0, headwind=30.0)) == REJECT


def test_steering_keeps_the_line(launch_autopilot, running):
    """To its right the nose wheel and the rudder turn left."""
    demand = demand_after(launch_autopilot, fresh(RUN), running(120.0, 10.0, aside=1.0))
    assert demand.steering < 0.0
    assert demand.rudder < 0.0


def test_the_climb_keeps_away_from_the_stall(launch_autopilot, level):
    """Slow, it never asks for more than nine tenths of the greatest lift; sinking, it raises the nose above that of a climb."""
    d = launch_autopilot.design
    climbing = level._replace(velocity_N=Vec3(30.0, 0.0, -1.0), attitude=Euler(0.0, 0.1, 0.0))

    def targets(**changes):
        return climb_targets(seated(launch_autopilot, climbing._replace(**changes), fresh(CLIMB), "launch"))

    greatest = d.lift_maximum + d.flap_launch * (d.lift_maximum_flap - d.lift_maximum)
    lift = d.lift_zero + d.lift_flap * d.flap_launch + d.lift_slope * targets(airspeed=22.0).alpha
    assert lift <= 0.9 * greatest * (1.0 + 1e-12)
    sinking, rising = (targets(velocity_N=Vec3(30.0, 0.0, w)) for w in (1.0, -3.0))
    assert sinking.pitch > rising.pitch


@pytest.mark.parametrize(("down", "acceleration"), [(+10.0, +3.0), (-20.0, -2.0)])
def test_the_climb_pulls_up_and_pushes_over_within_limits(launch_autopilot, level, down, acceleration):
    """Far below or above the slope wanted, its lift gives 3 m/s2 upwards at most and 2 m/s2 downwards."""
    fast = level._replace(velocity_N=Vec3(40.0, 0.0, down), airspeed=45.0)  # lift to spare for either
    cockpit, d = seated(launch_autopilot, fast, fresh(CLIMB), "launch"), launch_autopilot.design
    lift = d.lift_zero + d.lift_flap * d.flap_launch + d.lift_slope * climb_targets(cockpit).alpha
    found = lift * dynamic_pressure_area(cockpit) / d.mass - STANDARD_GRAVITY
    assert found == pytest.approx(acceleration, abs=1e-9)
