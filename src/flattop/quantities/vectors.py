"""Vectors and quaternions that read like the textbook and compile like scalars.

Quaternions are scalar first, and `q_AB` turns components in B into components in A [Stevens2015, sec. 1.8].
"""

import math
import operator
from typing import Annotated, NamedTuple

from numba import types
from numba.extending import overload

from flattop.quantities.kernel import KERNEL, physics


class Vec3(NamedTuple):
    """Three components in one frame; the frame is the last letter of the variable's name."""

    x: float
    y: float
    z: float

    __array_ufunc__ = None  # let `np.float64(2) * v` reach __rmul__ instead of becoming an array

    def __add__(self, other):  # pyright: ignore[reportIncompatibleMethodOverride]
        return Vec3(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vec3(self.x - other.x, self.y - other.y, self.z - other.z)

    def __neg__(self):
        return Vec3(-self.x, -self.y, -self.z)

    def __mul__(self, other):  # pyright: ignore[reportIncompatibleMethodOverride]
        return Vec3(self.x * other, self.y * other, self.z * other)

    def __rmul__(self, other):  # pyright: ignore[reportIncompatibleMethodOverride]
        return self * other

    def __truediv__(self, other):
        return Vec3(self.x / other, self.y / other, self.z / other)


class Quaternion(NamedTuple):
    """Rotation, scalar first. `q_NB` turns components in B into components in N."""

    w: float
    x: float
    y: float
    z: float


class Euler(NamedTuple):
    """Roll, pitch and yaw of the sequence yaw, pitch, roll (3-2-1)."""

    roll: Annotated[float, "rad"]
    pitch: Annotated[float, "rad"]
    yaw: Annotated[float, "rad"]


@physics
def dot(a, b):
    """Scalar product."""
    return a.x * b.x + a.y * b.y + a.z * b.z


@physics
def cross(a, b):
    """Vector product, right-handed."""
    return Vec3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)


@physics
def norm(a):
    """Length of a vector."""
    return math.sqrt(a.x * a.x + a.y * a.y + a.z * a.z)


@physics
def conjugate(q):
    """Inverse of a unit quaternion: the rotation the other way."""
    return Quaternion(q.w, -q.x, -q.y, -q.z)


@physics
def rotate(q_AB, v_B):
    """Components in A of a vector given in B.

    v_A = q v_B q*, expanded to two vector products     [Stevens2015, sec. 1.8]
    """
    u = Vec3(q_AB.x, q_AB.y, q_AB.z)
    t = 2.0 * cross(u, v_B)
    return v_B + q_AB.w * t + cross(u, t)


@physics
def rotate_back(q_AB, v_A):
    """Components in B of a vector given in A."""
    return rotate(conjugate(q_AB), v_A)


@physics
def product(a, b):
    """Quaternion product: q_AC = q_AB q_BC."""
    return Quaternion(
        a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z,
        a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
        a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x,
        a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w,
    )


@physics
def unit(q):
    """The quaternion scaled to length one."""
    n = 1.0 / math.sqrt(q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z)
    return Quaternion(q.w * n, q.x * n, q.y * n, q.z * n)


def quaternion(roll, pitch, yaw):
    """Quaternion of the 3-2-1 Euler angles; for starts and tests, outside the lane loop.

    [Stevens2015, sec. 1.8]
    """
    cr, sr = math.cos(0.5 * roll), math.sin(0.5 * roll)
    cp, sp = math.cos(0.5 * pitch), math.sin(0.5 * pitch)
    cy, sy = math.cos(0.5 * yaw), math.sin(0.5 * yaw)
    return Quaternion(
        cr * cp * cy + sr * sp * sy,
        sr * cp * cy - cr * sp * sy,
        cr * sp * cy + sr * cp * sy,
        cr * cp * sy - sr * sp * cy,
    )


@physics
def _scalar_times(self, other):
    return other * self


def _is_vector(t):
    return isinstance(t, types.BaseNamedTuple) and getattr(t, "instance_class", None) is Vec3


def _is_scalar(t):
    return isinstance(t, types.Float | types.Integer)


def _teach_numba(symbol, method, left, right):
    @overload(symbol, jit_options=KERNEL)
    def choose(self, other):
        if left(self) and right(other):
            return method


_teach_numba(operator.add, Vec3.__add__, _is_vector, _is_vector)
_teach_numba(operator.sub, Vec3.__sub__, _is_vector, _is_vector)
_teach_numba(operator.mul, Vec3.__mul__, _is_vector, _is_scalar)
_teach_numba(operator.mul, _scalar_times, _is_scalar, _is_vector)
_teach_numba(operator.truediv, Vec3.__truediv__, _is_vector, _is_scalar)


@overload(operator.neg, jit_options=KERNEL)
def _negate(self):
    if _is_vector(self):
        return Vec3.__neg__
