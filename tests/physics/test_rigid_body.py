"""The rigid body: what is conserved, how it falls, how fast the step converges, and the rotating frame."""

import math

import numpy as np
import pytest

from flattop.physics.rigid_body import (
    Inertia,
    Loads,
    State,
    advanced,
    angular_acceleration,
    angular_momentum,
    attitude_rate,
    rigid_body_rates,
    sum_of_loads,
)
from flattop.quantities.vectors import Quaternion, Vec3, cross, dot, norm, product, quaternion, rotate, rotate_back

ZERO = Vec3(0.0, 0.0, 0.0)
NOTHING = Loads(ZERO, ZERO)
BODY = Inertia(1450.0, 4400.0, 3600.0, 6900.0, 180.0)
GRAVITY = Vec3(0.0, 0.0, 9.80665)


def flown(state, loads, duration, steps, gravity=ZERO, rotation=ZERO, inertia=BODY):
    """The state after a number of steps under constant loads."""
    h = duration / steps
    for _ in range(steps):
        state = advanced(state, rigid_body_rates(state, loads, inertia, gravity, rotation), h)
    return state


def order_of(errors, steps):
    """Exponent of the step size in the error: slope of the regression of log error on log step."""
    return -np.polyfit(np.log(steps), np.log(errors), 1)[0]


def test_inertia_and_its_inverse():
    """J^-1 J w = w, to the rounding of two products of 2x2 matrices."""
    w = Vec3(0.3, -0.2, 0.5)
    assert angular_acceleration(BODY, angular_momentum(BODY, w)) == pytest.approx(w, rel=1e-14)


def test_moments_of_inertia_are_a_quadratic_form():
    """w . J w = Jxx p2 + Jyy q2 + Jzz r2 - 2 Jxz p r: the sign of the product of inertia."""
    w, J = Vec3(0.3, -0.2, 0.5), BODY
    energy = J.xx * w.x**2 + J.yy * w.y**2 + J.zz * w.z**2 - 2.0 * J.xz * w.x * w.z
    assert dot(w, angular_momentum(J, w)) == pytest.approx(energy, rel=1e-14)


def test_torque_free_tumbling_conserves_energy_and_momentum_in_its_rates():
    """d(w.Jw)/dt = 0 and d(Jw)/dt + w x Jw = 0 at any rate: exact up to rounding, 1e-13 of the terms cancelled."""
    for w in (Vec3(1.0, 2.0, 3.0), Vec3(-0.1, 0.5, 0.01), Vec3(0.0, 4.0, 1e-3)):
        rates = rigid_body_rates(State(ZERO, quaternion(0.1, 0.2, 0.3), ZERO, w), NOTHING, BODY, ZERO, ZERO)
        H = angular_momentum(BODY, w)
        assert abs(dot(rates.w_B, H)) <= 1e-13 * norm(w) ** 3 * BODY.zz
        change = angular_momentum(BODY, rates.w_B) + cross(w, H)
        assert norm(change) <= 1e-13 * norm(w) ** 2 * BODY.zz


def test_tumbling_keeps_energy_and_momentum_as_the_step_shrinks():
    """Over 5 s of tumbling at 0.7 rad/s the drift of both is of the first order in the step: 1.0 within the regression's 0.1."""
    start = State(ZERO, quaternion(0.0, 0.0, 0.0), ZERO, Vec3(0.4, 0.5, -0.3))
    energy, momentum = dot(start.w_B, angular_momentum(BODY, start.w_B)), angular_momentum(BODY, start.w_B)
    steps, drift = (250, 500, 1000, 2000), []
    for n in steps:
        end = flown(start, NOTHING, 5.0, n)
        turned = rotate(end.q_NB, angular_momentum(BODY, end.w_B))
        drift.append(
            (abs(dot(end.w_B, angular_momentum(BODY, end.w_B)) / energy - 1.0), norm(turned - momentum) / norm(momentum))
        )
    assert order_of([d[0] for d in drift], steps) == pytest.approx(1.0, abs=0.1)
    assert order_of([d[1] for d in drift], steps) == pytest.approx(1.0, abs=0.1)
    assert max(drift[-1]) < 2e-3  # 0.7 rad/s times half a step of 2.5 ms, with a wide factor for its course


def test_free_fall():
    """v = g t, and z = g t2/2 + g h t/2: the rule's own shift of half a step of velocity, exact for constant acceleration."""
    t, n = 3.0, 60
    end = flown(State(ZERO, quaternion(0.4, -0.3, 1.0), ZERO, ZERO), NOTHING, t, n, gravity=GRAVITY)
    v_N = rotate(end.q_NB, end.v_B)
    assert v_N == pytest.approx((0.0, 0.0, GRAVITY.z * t), abs=1e-12 * n)
    assert end.p_N == pytest.approx((0.0, 0.0, 0.5 * GRAVITY.z * t * (t + t / n)), abs=1e-12 * n)


def test_the_step_converges_with_the_first_order():
    """A turning, falling, pushed body: regression of the error in place over four halvings gives 1.0 within 0.1."""
    start = State(ZERO, quaternion(0.1, 0.2, 0.3), Vec3(30.0, 1.0, 2.0), Vec3(0.3, 0.2, -0.4))
    push = Loads(Vec3(900.0, -400.0, -14000.0), Vec3(300.0, -200.0, 100.0))
    finest = flown(start, push, 2.0, 16000, gravity=GRAVITY).p_N
    steps = (100, 200, 400, 800)
    errors = [norm(flown(start, push, 2.0, n, gravity=GRAVITY).p_N - finest) for n in steps]
    assert order_of(errors, steps) == pytest.approx(1.0, abs=0.1)


def test_a_spring_neither_gains_nor_loses_energy():
    """Mass on a spring, 0.1 rad a step: over 100 periods the amplitude stays within w h/2 = 5 % of the first."""
    k, h = BODY.mass * 400.0, 0.005
    state, peaks = State(Vec3(0.01, 0.0, 0.0), quaternion(0.0, 0.0, 0.0), ZERO, ZERO), []
    for _ in range(100):
        highest = 0.0
        for _ in range(63):  # one period: 2 pi / 0.1 steps
            spring = Loads(Vec3(-k * state.p_N.x, 0.0, 0.0), ZERO)
            state = advanced(state, rigid_body_rates(state, spring, BODY, ZERO, ZERO), h)
            highest = max(highest, abs(state.p_N.x))
        peaks.append(highest)
    assert max(peaks) <= 0.01 * 1.06
    assert min(peaks) >= 0.01 * 0.94


def test_attitude_rate_is_the_rate_of_the_attitude():
    """q' against the difference of two attitudes 1 us apart in a steady turn: error w2 h/4 = 1e-7."""
    q, w, h = quaternion(0.3, -0.2, 1.0), Vec3(0.3, -0.5, 0.2), 1e-6
    angle = norm(w) * h
    turn = Quaternion(math.cos(0.5 * angle), *(w * (math.sin(0.5 * angle) / norm(w))))
    later = product(q, turn)
    difference = [(b - a) / h for a, b in zip(q, later, strict=True)]
    assert difference == pytest.approx(attitude_rate(q, w), abs=1e-7)


def test_the_attitude_stays_a_unit_quaternion():
    """After 4000 steps the length is one to the rounding of one step: nothing accumulates."""
    end = flown(State(ZERO, quaternion(0.0, 0.0, 0.0), ZERO, Vec3(1.0, 1.0, 1.0)), NOTHING, 20.0, 4000)
    assert math.sqrt(sum(c * c for c in end.q_NB)) == pytest.approx(1.0, abs=1e-15)


def test_a_free_body_goes_straight_in_inertial_space():
    """Seen from a turning frame a free body circles back; its inertial path is straight and its attitude stays.

    The frame turns at W about z, gravity_N carries the centrifugal part -W x (W x p), and v_I = v_N + W x p is constant.
    """
    W, t = Vec3(0.0, 0.0, 0.2), 5.0
    p, v_I, q = Vec3(100.0, 0.0, 0.0), Vec3(3.0, -4.0, 1.0), quaternion(0.2, 0.1, -0.4)
    to_inertial, ends = quaternion(0.0, 0.0, W.z * t), []
    for steps in (2000, 4000):
        state, h = State(p, q, rotate_back(q, v_I - cross(W, p)), ZERO), t / steps
        for _ in range(steps):
            free_fall = -cross(W, cross(W, state.p_N))
            state = advanced(state, rigid_body_rates(state, NOTHING, BODY, free_fall, W), h)
        ends.append((rotate(to_inertial, state.p_N), product(to_inertial, state.q_NB)))
    (coarse, _), (fine, attitude) = ends
    # the rule is of the first order: twice the finer less the coarser leaves (W h)^2 = 2.5e-7 of the 115 m, with a factor of ten
    assert norm(2.0 * fine - coarse - (p + t * v_I)) < 3e-4
    # the attitude is advanced by exact turns but for their chord: (W h)^2/12 of each of 4000 turns of 2.5e-4 rad
    assert attitude == pytest.approx(q, abs=1e-7)


def test_the_coriolis_term_turns_a_northbound_body_east():
    """On the northern half of the Earth the acceleration is -2 W x v: to the right of the motion."""
    latitude, rate = math.radians(45.0), 7.292115e-5
    W = Vec3(rate * math.cos(latitude), 0.0, -rate * math.sin(latitude))
    q = quaternion(0.0, 0.0, 0.0)
    rates = rigid_body_rates(State(ZERO, q, Vec3(300.0, 0.0, 0.0), W), NOTHING, BODY, ZERO, W)
    # w_B = W: the body keeps its attitude in N, so v_B' is the acceleration in N
    assert rates.v_B == pytest.approx(-2.0 * cross(W, Vec3(300.0, 0.0, 0.0)), abs=1e-15)
    assert rates.v_B.y > 0.0
    assert rates.q_NB == pytest.approx((0.0, 0.0, 0.0, 0.0), abs=1e-18)


def test_loads_add_up():
    """Forces and moments, each for itself."""
    a, b = Loads(Vec3(1.0, 2.0, 3.0), Vec3(4.0, 5.0, 6.0)), Loads(Vec3(1.0, 1.0, 1.0), Vec3(2.0, 2.0, 2.0))
    assert sum_of_loads(a, b) == Loads(Vec3(2.0, 3.0, 4.0), Vec3(6.0, 7.0, 8.0))
