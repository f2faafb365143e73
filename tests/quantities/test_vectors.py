"""Algebra of vectors and quaternions: identities, order of products, sequence of the Euler angles."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flattop.quantities.vectors import (
    Quaternion,
    Vec3,
    conjugate,
    cross,
    dot,
    norm,
    product,
    quaternion,
    rotate,
    rotate_back,
    unit,
)

LENGTHS = st.floats(-1e3, 1e3)
VECTORS = st.builds(Vec3, LENGTHS, LENGTHS, LENGTHS)
ANGLES = st.floats(-3.1, 3.1)
ATTITUDES = st.builds(quaternion, ANGLES, st.floats(-1.5, 1.5), ANGLES)

X, Y, Z = Vec3(1.0, 0.0, 0.0), Vec3(0.0, 1.0, 0.0), Vec3(0.0, 0.0, 1.0)


def close(a, b, tolerance):
    """Whether two tuples agree in every component."""
    return all(abs(p - q) <= tolerance for p, q in zip(a, b, strict=True))


def test_vector_arithmetic():
    """Sum, difference, negation, multiples from both sides and quotient."""
    a, b = Vec3(1.0, 2.0, 3.0), Vec3(4.0, 5.0, 7.0)
    assert a + b == (5.0, 7.0, 10.0)
    assert b - a == (3.0, 3.0, 4.0)
    assert -a == (-1.0, -2.0, -3.0)
    assert 2.0 * a == a * 2.0 == (2.0, 4.0, 6.0)
    assert b / 2.0 == (2.0, 2.5, 3.5)


def test_numpy_scalars_do_not_turn_vectors_into_arrays():
    """A product with a numpy number is still a vector."""
    assert isinstance(np.float64(2.0) * X, Vec3)


def test_the_vector_product_is_right_handed():
    """Forward times right is down, and so on around."""
    assert cross(X, Y) == Z
    assert cross(Y, Z) == X
    assert cross(Z, X) == Y


@given(VECTORS, VECTORS)
def test_the_vector_product_is_orthogonal_to_both(a, b):
    """a . (a x b) = 0, to the rounding of three products of the operands' size."""
    size = norm(a) * norm(a) * norm(b)
    assert abs(dot(a, cross(a, b))) <= 1e-15 * size + 1e-12


@given(ATTITUDES, VECTORS)
def test_rotation_keeps_lengths_and_comes_back(q, v):
    """|q v q*| = |v| and the inverse undoes it, to 1e-15 of the length per operation."""
    assert abs(norm(rotate(q, v)) - norm(v)) <= 1e-14 * norm(v) + 1e-15
    assert close(rotate_back(q, rotate(q, v)), v, 1e-14 * norm(v) + 1e-15)


@given(ATTITUDES, ATTITUDES, VECTORS)
def test_product_of_quaternions_is_rotation_after_rotation(q_AB, q_BC, v_C):
    """v_A = R(q_AB) R(q_BC) v_C = R(q_AB q_BC) v_C: letters meet."""
    in_steps = rotate(q_AB, rotate(q_BC, v_C))
    assert close(rotate(product(q_AB, q_BC), v_C), in_steps, 1e-14 * norm(v_C) + 1e-15)


def test_product_with_the_conjugate_is_the_unit():
    """q q* = 1."""
    q = quaternion(0.3, -0.4, 2.0)
    assert close(product(q, conjugate(q)), Quaternion(1.0, 0.0, 0.0, 0.0), 1e-15)


@pytest.mark.parametrize(
    ("roll", "pitch", "yaw", "nose", "right_wing"),
    [
        (0.0, 0.0, 0.5 * math.pi, (0.0, 1.0, 0.0), (-1.0, 0.0, 0.0)),  # nose east, right wing south
        (0.0, 0.5 * math.pi, 0.0, (0.0, 0.0, -1.0), (0.0, 1.0, 0.0)),  # nose up
        (0.5 * math.pi, 0.0, 0.0, (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)),  # right wing down
    ],
)
def test_signs_of_the_euler_angles(roll, pitch, yaw, nose, right_wing):
    """Positive yaw turns the nose right, positive pitch lifts it, positive roll lowers the right wing."""
    q_NB = quaternion(roll, pitch, yaw)
    assert close(rotate(q_NB, X), nose, 1e-15)
    assert close(rotate(q_NB, Y), right_wing, 1e-15)


@given(ANGLES, st.floats(-1.5, 1.5), ANGLES)
def test_the_euler_sequence_is_yaw_pitch_roll(roll, pitch, yaw):
    """One turn about z, then the new y, then the new x: products in that order, to 1e-15 a component."""
    turns = product(product(quaternion(0.0, 0.0, yaw), quaternion(0.0, pitch, 0.0)), quaternion(roll, 0.0, 0.0))
    assert close(quaternion(roll, pitch, yaw), turns, 1e-15)


def test_unit_scales_to_length_one():
    """The direction stays, the length becomes one."""
    assert close(unit(Quaternion(0.0, 3.0, 0.0, 4.0)), Quaternion(0.0, 0.6, 0.0, 0.8), 1e-15)
