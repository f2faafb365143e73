"""Inner loops: each answers an error in the direction that removes it, asks for what the design needs, and keeps its
limits.
"""

import math

import pytest

from flattop.pilot import loops
from flattop.pilot.loops import Targets
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.vectors import Euler, Vec3

STEADY = Targets(0.0, 0.0, 0.0, 0.0)


def test_a_wanted_pitch_above_pulls_up(autopilot, level):
    """More pitch wanted is elevator up, negative; a nose already rising asks for less."""
    g, d = autopilot.gains, autopilot.design
    rest = loops.elevator_demand(STEADY, 1.0, 0.0, g, level, d)
    assert loops.elevator_demand(STEADY._replace(pitch=0.05), 1.0, 0.0, g, level, d) < rest
    rising = level._replace(w_B=Vec3(0.0, 0.1, 0.0))
    assert loops.elevator_demand(STEADY, 1.0, 0.0, g, rising, d) > rest
    assert loops.elevator_demand(STEADY, 1.0, 0.1, g, level, d) < rest  # the integral of pitch wanted less pitch


def test_the_trim_is_fed_forward(autopilot, level):
    """Without any error the elevator balances the pitching moment of the design at the wanted angle of attack."""
    d, alpha, flap = autopilot.design, 0.06, 1.0
    elevator = loops.elevator_demand(STEADY._replace(alpha=alpha), flap, 0.0, autopilot.gains, level, d)
    moment = d.pitch_zero + d.pitch_slope * alpha + d.pitch_flap * flap + d.pitch_elevator * elevator
    assert moment == pytest.approx(0.0, abs=1e-15)


def test_a_wanted_bank_to_the_right_rolls_right(autopilot, level):
    """Aileron positive; against a roll already under way."""
    g, d = autopilot.gains, autopilot.design
    assert loops.aileron_demand(0.1, g, level, d) > 0.0 == loops.aileron_demand(0.0, g, level, d)
    assert loops.aileron_demand(0.0, g, level._replace(attitude=Euler(0.1, 0.0, 0.0)), d) < 0.0
    assert loops.aileron_demand(0.0, g, level._replace(w_B=Vec3(0.1, 0.0, 0.0)), d) < 0.0


def test_a_wanted_turn_to_the_right_yaws_right(autopilot, level):
    """Rudder positive for a yaw rate to the right, against one that is there."""
    g, d = autopilot.gains, autopilot.design
    assert loops.rudder_demand(0.05, g, level, d) > 0.0
    assert loops.rudder_demand(0.0, g, level._replace(w_B=Vec3(0.0, 0.0, 0.05)), d) < 0.0
    assert loops.turn_yaw_rate(0.1, level) == pytest.approx(STANDARD_GRAVITY * 0.1 / 32.0)


def test_the_demands_give_the_accelerations_asked_for(autopilot, level):
    """Aileron and rudder over inertia and control power: k (rate wanted - rate)."""
    g, d = autopilot.gains, autopilot.design
    qSb = loops.dynamic_pressure_area(level, d) * d.span
    aileron = loops.aileron_demand(0.05, g, level, d)
    assert qSb * d.roll_aileron * aileron / d.inertia_roll == pytest.approx(g.rate * g.attitude * 0.05)
    rudder = loops.rudder_demand(0.02, g, level, d)
    assert qSb * d.yaw_rudder * rudder / d.inertia_yaw == pytest.approx(g.yaw_rate * 0.02)


def test_too_slow_asks_for_power(autopilot, level):
    """More when slow, when a climb is wanted, and when it has been slow for long; within zero and one."""
    g, d = autopilot.gains, autopilot.design

    def power(wanted=32.0, climb=0.0, integral=0.0):
        return loops.power_demand(wanted, climb, 0.0, integral, g, level, d)

    assert power(wanted=33.0) > power() > power(wanted=31.0)
    assert power(climb=0.05) > power()
    assert power(integral=5.0) > power()
    assert power(climb=1.0) == 1.0
    assert power(climb=-1.0) == 0.0


def test_level_power_balances_the_drag(autopilot, level):
    """P eta = V D with the design's polar."""
    d = autopilot.design
    qS = loops.dynamic_pressure_area(level, d)
    drag = qS * (d.drag_zero + d.drag_induced * (d.mass * STANDARD_GRAVITY / qS) ** 2)
    power = loops.power_demand(32.0, 0.0, 0.0, 0.0, autopilot.gains, level, d)
    assert power * d.maximum_power * d.propeller_efficiency == pytest.approx(32.0 * drag, rel=1e-12)


def test_to_accelerate_upwards_raises_the_nose(autopilot, level):
    """More lift is more angle of attack; with what is felt subtracted, steady flight asks for the pitch it has."""
    d = autopilot.design
    pitch, alpha = loops.pitch_for_vertical_acceleration(0.0, 1.0, 1.0, STANDARD_GRAVITY, level, d)
    assert pitch == pytest.approx(level.attitude.pitch, abs=1e-15)
    higher, more = loops.pitch_for_vertical_acceleration(1.0, 1.0, 1.0, STANDARD_GRAVITY, level, d)
    assert higher > pitch
    assert more > alpha
    sinking, _ = loops.pitch_for_vertical_acceleration(0.0, 1.0, 1.0, STANDARD_GRAVITY - 2.0, level, d)
    assert sinking > pitch  # a down draught takes lift: the nose rises before the path has changed


def test_a_stalled_wing_is_not_pulled_further(autopilot, level):
    """Sinking fast with the nose up the wing has stalled and feels light: the nose is asked down, not up."""
    d = autopilot.design
    stalled = level._replace(velocity_N=Vec3(30.0, 0.0, 8.0), attitude=Euler(0.0, 0.2, 0.0))
    pitch, _ = loops.pitch_for_vertical_acceleration(2.0, 1.0, 1.0, STANDARD_GRAVITY - 3.0, stalled, d)
    assert pitch < stalled.attitude.pitch - 0.1
    assert loops.pitch_at_stall(1.0, level, d) > level.attitude.pitch + 0.05


def test_the_angle_of_attack_stays_below_the_stall(autopilot):
    """However much lift is wanted, nine tenths of the greatest are asked for."""
    d = autopilot.design
    for flap, greatest in ((0.0, d.lift_maximum), (1.0, d.lift_maximum_flap)):
        alpha = loops.alpha_for_lift(10.0, flap, d)
        assert d.lift_zero + d.lift_flap * flap + d.lift_slope * alpha == pytest.approx(0.9 * greatest)


def test_the_stall_speed_carries_the_weight_at_the_greatest_lift(autopilot, level):
    """m g n = q S CLmax."""
    d = autopilot.design
    for flap, greatest in ((0.0, d.lift_maximum), (1.0, d.lift_maximum_flap)):
        V = loops.stall_speed(flap, 1.5, level, d)
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
    bank = loops.bank_to_follow(1.0, 0.0, aside, autopilot.gains, s)
    assert math.copysign(1.0, bank) == direction if direction else bank == pytest.approx(0.0, abs=1e-15)
    assert abs(bank) <= autopilot.gains.bank_limit


def test_bank_follows_any_line(autopilot, level):
    """The same situation turned by 40 degrees asks for the same bank."""
    c, s = math.cos(0.7), math.sin(0.7)
    straight = loops.bank_to_follow(1.0, 0.0, 8.0, autopilot.gains, level._replace(velocity_N=Vec3(30.0, -2.0, 0.0)))
    turned = level._replace(velocity_N=Vec3(30.0 * c + 2.0 * s, 30.0 * s - 2.0 * c, 0.0))
    assert loops.bank_to_follow(c, s, 8.0, autopilot.gains, turned) == pytest.approx(straight, rel=1e-12)


def test_memory_begins_anew_with_a_phase(fresh):
    """Time and height integral start again in a new phase; speed and pitch, which know the airframe, go on."""
    state = fresh(1.0)._replace(height_integral=2.0, pitch_integral=0.1, speed_integral=3.0)
    same = loops.remembered(state, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.5, STANDARD_GRAVITY, 0.02)
    other = loops.remembered(state, 2.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.5, STANDARD_GRAVITY, 0.02)
    assert same.phase_time == pytest.approx(5.02)
    assert same.height_integral == pytest.approx(2.02)
    assert (other.phase_time, other.height_integral) == (0.02, 0.0)
    assert (other.pitch_integral, other.speed_integral) == (0.1, 3.0)


def test_integrals_are_bounded(fresh):
    """An hour of errors winds nothing up beyond the bounds."""
    state = fresh(1.0)
    for _ in range(3):
        state = loops.remembered(state, 1.0, 0.0, 1e6, 1e6, -1e6, 0.0, 0.5, STANDARD_GRAVITY, 1200.0)
    assert (state.pitch_integral, state.speed_integral, state.height_integral) == (0.5, 20.0, -15.0)
