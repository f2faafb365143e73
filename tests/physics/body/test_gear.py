"""One leg of the landing gear: gas law, orifice, drop, brake, friction, and what a wheel forgets in the air."""

import math
import random
from itertools import pairwise

import pytest

from flattop.physics.body import gear
from flattop.physics.body.gear import (
    Contact,
    LegState,
    gas_force,
    leg_after,
    tyre_normal_force,
    wheel_axes,
    wheel_force,
)
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.vectors import Vec3, cross, dot, norm

REST = LegState(0.0, 0.0, 0.0)
MASS = 640.0  # on one leg [kg]


def standing(leg):
    """The stroke at which the gas carries the weight on one leg."""
    return leg.gas_length * (1.0 - leg.preload / (MASS * STANDARD_GRAVITY))


def dropped(leg, sink_rate, duration, step):
    """A mass on one leg that meets the deck at a sink rate: rows of time, depth, speed, state, normal force and gas
    force.
    """
    depth, speed, state, rows = 0.0, sink_rate, REST, []
    for k in range(round(duration / step)):
        contact = Contact(depth, speed, 0.0, 0.0)
        force = tyre_normal_force(contact, state, leg)
        rows.append((k * step, depth, speed, state, force, gas_force(state.stroke, leg)))
        state = leg_after(state, contact, force, 0.0, leg, step)
        speed += step * (STANDARD_GRAVITY - force / MASS)
        depth += step * speed
    return rows


def test_the_gas_law(leg):
    """F (c - s) is constant: isothermal, with the preload at no stroke."""
    assert gas_force(0.0, leg) == pytest.approx(leg.preload, rel=1e-15)
    products = [gas_force(s, leg) * (leg.gas_length - s) for s in (0.0, 0.1, 0.2, leg.stroke)]
    assert products == pytest.approx([leg.preload * leg.gas_length] * 4, rel=1e-14)


def test_the_strut_bottoms_on_metal(leg):
    """Beyond full stroke the force rises with ten times the tyre's stiffness."""
    beyond = gas_force(leg.stroke + 0.01, leg) - gas_force(leg.stroke, leg)
    assert beyond == pytest.approx(0.1 * leg.tyre_stiffness, rel=1e-12)


def test_the_gas_stiffness_is_the_slope_of_the_gas_force(leg):
    """Central differences of 1 um, their error (1 um)^2/(c - s)^2 = 2e-9."""
    for s in (0.05, 0.2, 0.27, 0.3):
        slope = (gas_force(s + 1e-6, leg) - gas_force(s - 1e-6, leg)) / 2e-6
        assert gear.gas_stiffness(s, leg) == pytest.approx(slope, rel=1e-6)


def test_the_orifice_passes_the_force_it_is_given():
    """F = c (v2 + v0 v) holds for the speed returned."""
    c, v0 = 2300.0, gear.ORIFICE_TRANSITION
    for force in (0.0, 10.0, 1e3, 3e4):
        v = gear.closing_speed(force, 1.0 / c)
        assert c * (v * v + v0 * v) == pytest.approx(force, rel=1e-12, abs=1e-9)


def test_a_tyre_never_pulls(leg):
    """No force off the deck, none while it leaves the deck faster than its stiffness pushes."""
    assert tyre_normal_force(Contact(-0.01, 3.0, 0.0, 0.0), REST, leg) == 0.0
    assert tyre_normal_force(Contact(0.001, -50.0, 0.0, 0.0), REST, leg) == 0.0
    assert tyre_normal_force(Contact(0.01, 0.0, 0.0, 0.0), REST, leg) == pytest.approx(0.01 * leg.tyre_stiffness)


def test_a_drop_ends_where_gas_and_tyre_carry_the_weight(leg):
    """Near rest the orifice damps with c v0/(2 m) = 0.5/s: after 20 s exp(-10) of the drop is left, below 0.1 % of the
    weight.
    """
    _, depth, speed, state, force, gas = dropped(leg, 2.0, 20.0, 0.002)[-1]
    weight = MASS * STANDARD_GRAVITY
    assert (force, gas) == pytest.approx((weight, weight), rel=1e-3)
    assert state.stroke == pytest.approx(standing(leg), rel=1e-3)
    assert depth - state.stroke == pytest.approx(weight / leg.tyre_stiffness, rel=1e-3)
    assert abs(speed) < 1e-3


def excess(row):
    """Force on the strut beyond its gas: what the orifice resists."""
    return row[4] - row[5]


def tyre_loss(row, leg):
    """Force of the tyre beyond its spring."""
    return row[4] - leg.tyre_stiffness * (row[1] - row[3].stroke) if row[4] > 0.0 else 0.0


def energies(rows, leg):
    """Energy the fall has given, energy stored in gas and tyre at the end, and energy lost in orifice and tyre."""
    _, depth, speed, state, _, _ = rows[-1]
    given = 0.5 * MASS * (rows[0][2] ** 2 - speed**2) + MASS * STANDARD_GRAVITY * depth
    gas = leg.preload * leg.gas_length * math.log(leg.gas_length / (leg.gas_length - state.stroke))
    squeeze = max(depth - state.stroke, 0.0)
    stored = gas + 0.5 * leg.tyre_stiffness * squeeze**2
    lost = 0.0
    for now, after in pairwise(rows):
        closed = after[3].stroke - now[3].stroke
        squeezed = (after[1] - now[1]) - closed
        lost += (
            0.5 * (excess(now) + excess(after)) * closed
            + 0.5 * (tyre_loss(now, leg) + tyre_loss(after, leg)) * squeezed
        )
    return given, stored, lost


def test_a_drop_balances_its_energy(leg):
    """What the fall gives is stored or lost; the rule is of the first order, so half the step leaves half the
    difference.
    """
    difference = []
    for step in (2e-4, 1e-4):
        given, stored, lost = energies(dropped(leg, 3.0, 0.3, step), leg)
        difference.append((stored + lost) / given - 1.0)
    assert abs(difference[1]) < 0.01
    assert 2.0 * difference[1] - difference[0] == pytest.approx(0.0, abs=1e-3)


def test_the_strut_takes_a_hard_landing_within_its_stroke(leg):
    """At 3 m/s the stroke is used and not exceeded, and more than half of the energy is lost on the way in."""
    rows = dropped(leg, 3.0, 0.3, 0.001)
    deepest = max(row[3].stroke for row in rows)
    assert 0.7 * leg.stroke < deepest <= 1.02 * leg.stroke
    given, _, lost = energies(rows, leg)
    assert lost > 0.5 * given


def test_the_orifice_takes_energy_both_ways(leg):
    """Closing and opening each lose energy."""
    rows = dropped(leg, 3.0, 1.0, 0.001)
    closing = opening = 0.0
    for now, after in pairwise(rows):
        closed = after[3].stroke - now[3].stroke
        loss = 0.5 * (excess(now) + excess(after)) * closed
        closing, opening = (closing + loss, opening) if closed > 0.0 else (closing, opening + loss)
    assert closing > opening > 0.0


@pytest.mark.parametrize("step", [0.01, 0.005, 0.0025])
def test_a_standing_strut_does_not_chatter(leg, step):
    """Long steps too leave it at rest: without an implicit step, h v' (k + kg) = 2.9 at 5 ms, it would swing from step
    to step.
    """
    state = LegState(standing(leg), 0.0, 0.0)
    depth = state.stroke + MASS * STANDARD_GRAVITY / leg.tyre_stiffness + 1e-4  # a tenth of a millimetre too deep
    strokes = []
    for _ in range(200):
        contact = Contact(depth, 0.0, 0.0, 0.0)
        state = leg_after(state, contact, tyre_normal_force(contact, state, leg), 0.0, leg, step)
        strokes.append(state.stroke)
    assert strokes == sorted(strokes)
    assert strokes[-1] - strokes[-2] < 1e-9


def test_friction_stays_within_its_ellipse(leg):
    """Whatever the deflections, slips and brakes: the tangential force is at most mu N."""
    draw = random.Random(7)
    for _ in range(500):
        depth = draw.uniform(0.0, 0.05)
        contact = Contact(depth, draw.uniform(-2.0, 2.0), draw.uniform(-40.0, 40.0), draw.uniform(-5.0, 5.0))
        state = LegState(0.0, draw.uniform(-0.05, 0.05), draw.uniform(-0.05, 0.05))
        f = wheel_force(contact, state, draw.uniform(0.0, 1.0), leg)
        assert math.hypot(f.along, f.across) <= leg.tyre_friction * f.normal * (1.0 + 1e-12)


def test_tangential_force_opposes_the_deflection(leg):
    """A carcass pulled ahead and to the right pulls the wheel back and to the left."""
    f = wheel_force(Contact(0.02, 0.0, 0.0, 0.0), LegState(0.0, 0.001, 0.001), 1.0, leg)
    assert f.along < 0.0
    assert f.across < 0.0


def rolled(leg, speed, brake, step=0.001):
    """Distance and time in which a mass on one braked wheel comes to rest."""
    distance, time, state = 0.0, 0.0, LegState(0.0, 0.0, 0.0)
    depth = MASS * STANDARD_GRAVITY / leg.tyre_stiffness
    while speed > 1e-3 and time < 60.0:
        contact = Contact(depth, 0.0, speed, 0.0)
        f = wheel_force(contact, state, brake, leg)
        state = leg_after(state._replace(stroke=0.0), contact, f.normal, brake, leg, step)._replace(stroke=0.0)
        speed += step * f.along / MASS
        distance, time = distance + step * speed, time + step
    return distance, time


def test_brakes_stop_within_the_distance_of_their_deceleration(leg):
    """v2/(2 a), a of brake and rolling resistance, and the carcass's deflection of 12 mm before it holds, plus a step
    of 20 mm.
    """
    hold = leg.brake_force + leg.rolling_resistance * MASS * STANDARD_GRAVITY
    distance, _ = rolled(leg, 20.0, 1.0)
    ideal = 20.0**2 / (2.0 * hold / MASS)
    assert ideal - 0.02 <= distance <= ideal + hold / leg.tyre_side_stiffness + 0.02


def test_brakes_cannot_beat_friction(leg):
    """On ice the deceleration is mu g, whatever the brake."""
    slippery = leg._replace(tyre_friction=0.05)
    distance, _ = rolled(slippery, 5.0, 1.0)
    assert distance == pytest.approx(5.0**2 / (2.0 * 0.05 * STANDARD_GRAVITY), abs=0.02)


def test_a_free_wheel_rolls_on_with_its_resistance(leg):
    """Without brakes the deceleration is the rolling resistance's."""
    distance, _ = rolled(leg, 2.0, 0.0)
    assert distance == pytest.approx(2.0**2 / (2.0 * leg.rolling_resistance * STANDARD_GRAVITY), abs=0.02)


def test_side_force_builds_up_over_the_relaxation_length(leg):
    """At a small slip angle the deflection is sigma a (1 - exp(-x/sigma)): after one relaxation length 63 %, to the
    step's v h/sigma.
    """
    speed, angle, step = 10.0, 0.01, 1e-4
    state, depth, travelled = REST, MASS * STANDARD_GRAVITY / leg.tyre_stiffness, 0.0
    while travelled < leg.tyre_relaxation_length:
        contact = Contact(depth, 0.0, speed, speed * angle)
        state = leg_after(state, contact, MASS * STANDARD_GRAVITY, 0.0, leg, step)
        travelled += speed * step
    settled = leg.tyre_relaxation_length * angle
    assert state.across == pytest.approx(
        settled * (1.0 - math.exp(-1.0)), rel=2.0 * speed * step / leg.tyre_relaxation_length
    )


def test_a_wheel_in_the_air_forgets(leg):
    """Off the deck carcass and strut go back to rest: at once and within a second."""
    state, contact = LegState(0.2, 0.01, -0.01), Contact(-1.0, 0.0, 30.0, 1.0)
    state = leg_after(state, contact, 0.0, 1.0, leg, 0.005)
    assert (state.along, state.across) == (0.0, 0.0)
    for _ in range(200):
        state = leg_after(state, contact, 0.0, 1.0, leg, 0.005)
    assert state == REST


def test_axes_of_the_wheel_lie_in_the_deck():
    """Along the heading's projection and to its right, normal to the deck's normal, also on a slope and when the nose
    is up.
    """
    normal = Vec3(-math.sin(0.2), 0.0, -math.cos(0.2))
    heading = Vec3(math.cos(0.3), math.sin(0.3), -0.1)
    along, across = wheel_axes(heading, normal)
    for a in (along, across):
        assert norm(a) == pytest.approx(1.0, abs=1e-8)  # the 1e-9 that keeps a wheel standing on its nose defined
        assert dot(a, normal) == pytest.approx(0.0, abs=1e-12)
    assert dot(along, heading) > 0.0
    assert cross(along, across) == pytest.approx(-normal, abs=1e-8)
    level_along, level_across = wheel_axes(Vec3(1.0, 0.0, 0.0), Vec3(0.0, 0.0, -1.0))
    assert level_along == pytest.approx((1.0, 0.0, 0.0), abs=1e-8)
    assert level_across == pytest.approx((0.0, 1.0, 0.0), abs=1e-8)
