"""Inner loops: each answers an error in the direction that removes it, asks for what the design needs, and keeps its
limits.
"""

import pytest
from cockpits import fresh, seated

from flattop.pilot import loops
from flattop.pilot.guidance import dynamic_pressure_area
from flattop.pilot.loops import Errors, Targets
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.vectors import Euler, Vec3

STEADY = Targets(pitch=0.0, alpha=0.0, bank=0.0, yaw_rate=0.0)


def test_a_wanted_pitch_above_pulls_up(autopilot, level):
    """More pitch wanted is elevator up, negative; a nose already rising asks for less."""
    cockpit = seated(autopilot, level)
    rest = loops.elevator_demand(STEADY, 1.0, cockpit)
    assert loops.elevator_demand(STEADY._replace(pitch=0.05), 1.0, cockpit) < rest
    rising = seated(autopilot, level._replace(w_B=Vec3(0.0, 0.1, 0.0)))
    assert loops.elevator_demand(STEADY, 1.0, rising) > rest
    below_for_long = seated(autopilot, level, fresh(0.0)._replace(pitch_integral=0.1))
    assert loops.elevator_demand(STEADY, 1.0, below_for_long) < rest  # the integral of pitch wanted less pitch


def test_the_trim_is_fed_forward(autopilot, level):
    """Without any error the elevator balances the pitching moment of the design at the wanted angle of attack."""
    d, alpha, flap = autopilot.design, 0.06, 1.0
    elevator = loops.elevator_demand(STEADY._replace(alpha=alpha), flap, seated(autopilot, level))
    moment = d.pitch_zero + d.pitch_slope * alpha + d.pitch_flap * flap + d.pitch_elevator * elevator
    assert moment == pytest.approx(0.0, abs=1e-15)


def test_a_wanted_bank_to_the_right_rolls_right(autopilot, level):
    """Aileron positive; against a roll already under way."""
    cockpit = seated(autopilot, level)
    assert loops.aileron_demand(0.1, cockpit) > 0.0 == loops.aileron_demand(0.0, cockpit)
    banked = level._replace(attitude=Euler(0.1, 0.0, 0.0))
    assert loops.aileron_demand(0.0, seated(autopilot, banked)) < 0.0
    assert loops.aileron_demand(0.0, seated(autopilot, level._replace(w_B=Vec3(0.1, 0.0, 0.0)))) < 0.0


def test_a_wanted_turn_to_the_right_yaws_right(autopilot, level):
    """Rudder positive for a yaw rate to the right, against one that is there."""
    assert loops.rudder_demand(0.05, seated(autopilot, level)) > 0.0
    assert loops.rudder_demand(0.0, seated(autopilot, level._replace(w_B=Vec3(0.0, 0.0, 0.05)))) < 0.0


def test_the_demands_give_the_accelerations_asked_for(autopilot, level):
    """Aileron and rudder over inertia and control power: k (rate wanted - rate)."""
    cockpit, g, d = seated(autopilot, level), autopilot.gains, autopilot.design
    qSb = dynamic_pressure_area(cockpit) * d.span
    aileron = loops.aileron_demand(0.05, cockpit)
    assert qSb * d.roll_aileron * aileron / d.inertia_roll == pytest.approx(g.rate * g.attitude * 0.05)
    rudder = loops.rudder_demand(0.02, cockpit)
    assert qSb * d.yaw_rudder * rudder / d.inertia_yaw == pytest.approx(g.yaw_rate * 0.02)


def test_too_slow_asks_for_power(autopilot, level):
    """More when slow, when a climb is wanted, and when it has been slow for long; within zero and one."""

    def power(wanted=32.0, climb=0.0, integral=0.0):
        memory = fresh(0.0)._replace(speed_integral=integral)
        return loops.power_demand(wanted, climb, 0.0, seated(autopilot, level, memory))

    assert power(wanted=33.0) > power() > power(wanted=31.0)
    assert power(climb=0.05) > power()
    assert power(integral=5.0) > power()
    assert power(climb=1.0) == 1.0
    assert power(climb=-1.0) == 0.0


def test_level_power_balances_the_drag(autopilot, level):
    """P eta = V D with the design's polar."""
    cockpit, d = seated(autopilot, level), autopilot.design
    qS = dynamic_pressure_area(cockpit)
    drag = qS * (d.drag_zero + d.drag_induced * (d.mass * STANDARD_GRAVITY / qS) ** 2)
    power = loops.power_demand(32.0, 0.0, 0.0, cockpit)
    assert power * d.maximum_power * d.propeller_efficiency == pytest.approx(32.0 * drag, rel=1e-12)


def test_memory_begins_anew_with_a_phase(autopilot, level):
    """Time and height integral start again in a new phase; speed and pitch, which know the airframe, go on."""
    memory = fresh(1.0)._replace(height_integral=2.0, pitch_integral=0.1, speed_integral=3.0)
    cockpit, errors = seated(autopilot, level, memory), Errors(pitch=0.0, speed=0.0, height=1.0)
    same = loops.memory_after(cockpit, 1.0, errors, 0.0, 0.5, 0.02)
    other = loops.memory_after(cockpit, 2.0, errors, 0.0, 0.5, 0.02)
    assert same.phase_time == pytest.approx(5.02)
    assert same.height_integral == pytest.approx(2.02)
    assert (other.phase_time, other.height_integral) == (0.02, 0.0)
    assert (other.pitch_integral, other.speed_integral) == (0.1, 3.0)


def test_integrals_are_bounded(autopilot, level):
    """An hour of errors winds nothing up beyond the bounds."""
    memory, errors = fresh(1.0), Errors(pitch=1e6, speed=1e6, height=-1e6)
    for _ in range(3):
        memory = loops.memory_after(seated(autopilot, level, memory), 1.0, errors, 0.0, 0.5, 1200.0)
    assert (memory.pitch_integral, memory.speed_integral, memory.height_integral) == (0.5, 20.0, -15.0)
