"""The rigid body: what is conserved, how it falls, how fast the step converges, and the rotating frame."""

import math

import numpy as np
import pytest

from flattop.physics.body.rigid_body import (
    Acceleration,
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
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.vectors import Quaternion, Vec3, cross, dot, norm, product, quaternion, rotate, rotate_back

ZERO = Vec3(0.0, 0.0, 0.0)
NOTHING = Loads(ZERO, ZERO)
GRAVITY_N = Vec3(0.0, 0.0, STANDARD_GRAVITY)
BODY = Inertia(1450.0, 4400.0, 3600.0, 6900.0, 180.0)


def steps_of(state, duration, steps, rates_at, frame=10**9):
    """The states a number of steps apart; the first step of a frame is Euler's, as after a jump of the forces."""
    h, before = duration / steps, Acceleration(ZERO, ZERO)
    for k in range(steps):
        rates = rates_at(state)
        state = advanced(state, rates, before, 0.5 if k % frame else 0.0, h)
        before = Acceleration(rates.v_B, rates.w_B)
        yield state


def flown(state, loads, duration, steps, gravity=ZERO):
    """The state after a number of steps under constant loads."""
    *_, end = steps_of(state, duration, steps, lambda s: rigid_body_rates(s, loads, BODY, gravity, ZERO))
    return end


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
    """Over 5 s of tumbling at 0.7 rad/s the drift of both is of the second order in the step, within the regression's
    0.1.
    """
    start = State(ZERO, quaternion(0.0, 0.0, 0.0), ZERO, Vec3(0.4, 0.5, -0.3))
    momentum = angular_momentum(BODY, start.w_B)
    steps, drift = (100, 200, 400, 800), []
    for n in steps:
        end = flown(start, NOTHING, 5.0, n)
        H = angular_momentum(BODY, end.w_B)
        energy = dot(end.w_B, H) / dot(start.w_B, momentum)
        drift.append((abs(energy - 1.0), norm(rotate(end.q_NB, H) - momentum) / norm(momentum)))
    assert order_of([d[0] for d in drift], steps) > 1.9
    assert order_of([d[1] for d in drift], steps) == pytest.approx(2.0, abs=0.1)
    assert max(drift[-1]) < (0.7 * 5.0 / 800) ** 2  # (w h)^2


def test_free_fall():
    """v = g t and z = g t2/2: the rule is exact for a constant acceleration, to the rounding of its steps."""
    t, n = 3.0, 60
    end = flown(State(ZERO, quaternion(0.4, -0.3, 1.0), ZERO, ZERO), NOTHING, t, n, gravity=GRAVITY_N)
    assert rotate(end.q_NB, end.v_B) == pytest.approx((0.0, 0.0, STANDARD_GRAVITY * t), abs=1e-13 * n)
    assert end.p_N == pytest.approx((0.0, 0.0, 0.5 * STANDARD_GRAVITY * t * t), abs=1e-13 * n)


def test_the_step_converges_with_the_second_order():
    """A turning, falling, pushed body: the error in place over four halvings, within the regression's 0.1."""
    start = State(ZERO, quaternion(0.1, 0.2, 0.3), Vec3(30.0, 1.0, 2.0), Vec3(0.3, 0.2, -0.4))
    push = Loads(Vec3(900.0, -400.0, -14000.0), Vec3(300.0, -200.0, 100.0))
    finest = flown(start, push, 2.0, 6400, gravity=GRAVITY_N).p_N
    steps = (50, 100, 200, 400)
    errors = [norm(flown(start, push, 2.0, n, gravity=GRAVITY_N).p_N - finest) for n in steps]
    assert order_of(errors, steps) == pytest.approx(2.0, abs=0.1)


def test_a_spring_hardly_gains_energy():
    """Mass on a spring at 20 rad/s, 0.05 rad a step, eight steps a frame: an Euler step adds (w h)2/4, the others (w
    h)4/4.

    In 500 frames exp(500 (6.3e-4 + 7 x 1.6e-6)) = 1.37: -0.16 % of critical damping, a thirtieth of a tyre's own.
    """
    k = BODY.mass * 400.0

    def rates_at(s):
        return rigid_body_rates(s, Loads(Vec3(-k * s.p_N.x, 0.0, 0.0), ZERO), BODY, ZERO, ZERO)

    start = State(Vec3(0.01, 0.0, 0.0), quaternion(0.0, 0.0, 0.0), ZERO, ZERO)
    *_, end = steps_of(start, 10.0, 4000, rates_at, frame=8)
    amplitude = math.hypot(end.p_N.x, end.v_B.x / 20.0)
    assert amplitude / 0.01 == pytest.approx(math.exp(500 * (0.05**2 / 4.0 + 7 * 0.05**4 / 4.0)), rel=0.01)


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

    The frame turns at W about z, gravity_N carries the centrifugal part -W x (W x p), and v_I = v_N + W x p is
    constant.
    """
    W, t = Vec3(0.0, 0.0, 0.2), 5.0
    p, v_I, q = Vec3(100.0, 0.0, 0.0), Vec3(3.0, -4.0, 1.0), quaternion(0.2, 0.1, -0.4)
    to_inertial, errors, steps = quaternion(0.0, 0.0, W.z * t), [], (500, 1000, 2000)
    start = State(p, q, rotate_back(q, v_I - cross(W, p)), ZERO)

    def rates_at(s):
        return rigid_body_rates(s, NOTHING, BODY, -cross(W, cross(W, s.p_N)), W)

    for n in steps:
        *_, end = steps_of(start, t, n, rates_at)
        errors.append(norm(rotate(to_inertial, end.p_N) - (p + t * v_I)))
        # each turn of W h falls short of the exact one by (W h)3/12
        assert product(to_inertial, end.q_NB) == pytest.approx(q, abs=n * (W.z * t / n) ** 3)
    assert order_of(errors, steps) == pytest.approx(2.0, abs=0.1)
    assert errors[-1] < (W.z * t / 2000) ** 2 * 115.0 * 10.0  # (W h)2 of the way, with a factor of ten


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
