"""Guidance: the deck as it is seen, the design's lift and stall, and the pitch, bank, slope and steering that lead to a path."""

import math

import pytest
from cockpits import fresh, seated

from flattop.pilot import guidance
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.vectors import Euler, Vec3


def test_the_approach_as_seen(autopilot, on_path):
    """Distance, offset, height of the wheels and closure come back as they were laid out."""
    s = on_path(200.0, above=3.0, aside=-4.0)
    a = guidance.approach_seen(seated(autopilot, s))
    assert a.to_go == pytest.approx(200.0)
    assert a.aside == pytest.approx(-4.0)
    assert a.height == pytest.approx(200.0 * autopilot.recovery.glide_angle + 3.0)
    assert (a.closure, a.drift) == (s.velocity_N.x, 0.0)


def test_an_angled_strip_is_seen_along_its_own_line(autopilot, on_path):
    """A strip turned to port by 0.1 rad: the same place is seen turned to starboard."""
    deck = autopilot.place._replace(strip_cos=math.cos(-0.1), strip_sin=math.sin(-0.1))
    a = guidance.approach_seen(seated(autopilot, on_path(200.0))._replace(deck=deck))
    assert math.hypot(a.to_go, a.aside) == pytest.approx(200.0)
    # straight behind the aim point one stands to the left of a line that runs forward and to port
    assert a.aside == pytest.approx(-200.0 * math.sin(0.1))


def test_a_bank_turns_at_the_rate_of_a_coordinated_turn(autopilot, level):
    """g phi / V, to the right with the right wing down."""
    found = guidance.turn_yaw_rate(0.1, seated(autopilot, level))
    assert found == pytest.approx(STANDARD_GRAVITY * 0.1 / 32.0)


def test_to_accelerate_upwards_raises_the_nose(autopilot, level):
    """More lift is more angle of attack; with what is felt subtracted, steady flight asks for the pitch it has."""
    steady = seated(autopilot, level)
    pitch, alpha = guidance.pitch_for_vertical_acceleration(0.0, 1.0, 1.0, steady)
    assert pitch == pytest.approx(level.attitude.pitch, abs=1e-15)
    higher, more = guidance.pitch_for_vertical_acceleration(1.0, 1.0, 1.0, steady)
    assert higher > pitch
    assert more > alpha
    light = seated(autopilot, level, fresh(0.0)._replace(felt_up=STANDARD_GRAVITY - 2.0))
    sinking, _ = guidance.pitch_for_vertical_acceleration(0.0, 1.0, 1.0, light)
    assert sinking > pitch  # a down draught takes lift: the nose rises before the path has changed


def test_a_stalled_wing_is_not_pulled_further(autopilot, level):
    """Sinking fast with the nose up the wing has stalled and feels light: the nose is asked down, not up."""
    stalled = level._replace(velocity_N=Vec3(30.0, 0.0, 8.0), attitude=Euler(0.0, 0.2, 0.0))
    light = fresh(0.0)._replace(felt_up=STANDARD_GRAVITY - 3.0)
    pitch, _ = guidance.pitch_for_vertical_acceleration(2.0, 1.0, 1.0, seated(autopilot, stalled, light))
    assert pitch < stalled.attitude.pitch - 0.1
    assert guidance.pitch_at_stall(1.0, seated(autopilot, level)) > level.attitude.pitch + 0.05


def test_the_angle_of_attack_stays_below_the_stall(autopilot, level):
    """However much lift is wanted, nine tenths of the greatest are asked for."""
    d = autopilot.design
    for flap, greatest in ((0.0, d.lift_maximum), (1.0, d.lift_maximum_flap)):
        alpha = guidance.alpha_for_lift(10.0, flap, seated(autopilot, level))
        assert d.lift_zero + d.lift_flap * flap + d.lift_slope * alpha == pytest.approx(0.9 * greatest)


def test_the_stall_speed_carries_the_weight_at_the_greatest_lift(autopilot, level):
    """m g n = q S CLmax."""
    d = autopilot.design
    for flap, greatest in ((0.0, d.lift_maximum), (1.0, d.lift_maximum_flap)):
        V = guidance.stall_speed(flap, 1.5, seated(autopilot, level))
        assert 0.5 * level.density * V * V * d.area * greatest == pytest.approx(1.5 * d.mass * STANDARD_GRAVITY)


@pytest.mark.parametrize(
    ("aside", "velocity", "direction"),
    [
        (0.0, (32.0, 0.0), 0),  # on the line and along it
        (10.0, (32.0, 0.0), -1),  # to its right: bank left
        (-10.0, (32.0, 0.0), +1),
        (0.0, (32.0, 3.0), -1),  # drifting right
        (0.0, (-32.0, 1.0), -1),  # the wrong way round: turns the shorter way
        (0.0, (-32.0, -1.0), +1),
    ],
)
def test_bank_leads_back_to_the_line(autopilot, level, aside, velocity, direction):
    """To the left from its right, against a drift, and around when it flies away."""
    s = level._replace(velocity_N=Vec3(velocity[0], velocity[1], 0.0))
    bank = guidance.bank_to_follow(1.0, 0.0, aside, seated(autopilot, s))
    assert math.copysign(1.0, bank) == direction if direction else bank == pytest.approx(0.0, abs=1e-15)
    assert abs(bank) <= autopilot.gains.bank_limit


def test_bank_follows_any_line(autopilot, level):
    """The same situation turned by 40 degrees asks for the same bank."""
    c, s = math.cos(0.7), math.sin(0.7)
    ahead = level._replace(velocity_N=Vec3(30.0, -2.0, 0.0))
    turned = level._replace(velocity_N=Vec3(30.0 * c + 2.0 * s, 30.0 * s - 2.0 * c, 0.0))
    straight = guidance.bank_to_follow(1.0, 0.0, 8.0, seated(autopilot, ahead))
    assert guidance.bank_to_follow(c, s, 8.0, seated(autopilot, turned)) == pytest.approx(straight, rel=1e-12)


def test_a_push_to_the_side_is_balanced_by_gravity(autopilot, level):
    """sin(phi) = -Y/(m g): pushed to the right, the left wing goes down."""
    pushed = level._replace(felt_right=0.8)
    assert guidance.bank_against_sideslip(seated(autopilot, pushed)) == pytest.approx(-0.8 / 9.80665)


def test_speed_to_spare_climbs(autopilot, level):
    """Faster than wanted by 1 m/s the climb is steeper by 1/(g t), t of three seconds; no faster than wanted it is left alone."""

    def slope(wanted):
        return guidance.climb_slope(wanted, autopilot.design.flap_recovery, seated(autopilot, level))

    steady = slope(level.airspeed) / 0.5
    assert slope(level.airspeed - 1.0) == pytest.approx(0.6 * steady + 1.0 / (9.80665 * 3.0))
    assert slope(level.airspeed + 1.0) == pytest.approx(0.4 * steady)


def test_steering_is_gentler_the_faster_it_rolls(autopilot, on_path):
    """The same heading error asks for less angle at speed, and for none when straight on the line."""

    def steering(speed, yaw):
        s = on_path(-30.0, velocity_N=Vec3(speed, 0.0, 0.0), attitude=Euler(0.0, 0.0, yaw))
        cockpit = seated(autopilot, s)
        return guidance.steering_demand(guidance.approach_seen(cockpit), cockpit)

    assert 0.0 < steering(30.0, -0.05) < steering(5.0, -0.05)
    assert steering(20.0, 0.0) == pytest.approx(0.0, abs=1e-15)
