"""Motion of a rigid body of slowly changing mass, over a flat sea or a rotating Earth.

The equations are those of [Stevens2015, sec. 1.7]; gravity and the rotation of the reference frame are arguments,
so that one function serves deck flights (frame at rest, constant gravity) and flights around the Earth.
"""

from typing import Annotated, NamedTuple

from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Quaternion, Vec3, cross, rotate, rotate_back, unit


class State(NamedTuple):
    """Motion of the body B with respect to the reference frame N."""

    p_N: Annotated[Vec3, "m"]
    q_NB: Annotated[Quaternion, "1"]
    v_B: Annotated[Vec3, "m/s"]
    w_B: Annotated[Vec3, "rad/s"]


class Rates(NamedTuple):
    """Time derivative of `State`, field by field."""

    p_N: Annotated[Vec3, "m/s"]
    q_NB: Annotated[Quaternion, "1/s"]
    v_B: Annotated[Vec3, "m/s2"]
    w_B: Annotated[Vec3, "rad/s2"]


class Inertia(NamedTuple):
    """Mass and moments of inertia about the centre of gravity; the body's x-z plane is a plane of symmetry."""

    mass: Annotated[float, "kg"]
    xx: Annotated[float, "kg m2"]
    yy: Annotated[float, "kg m2"]
    zz: Annotated[float, "kg m2"]
    xz: Annotated[float, "kg m2"]


class Loads(NamedTuple):
    """Force, and moment about the centre of gravity, in body axes."""

    force_B: Annotated[Vec3, "N"]
    moment_B: Annotated[Vec3, "N m"]


@physics
def sum_of_loads(a, b):
    """Two loads acting together."""
    return Loads(a.force_B + b.force_B, a.moment_B + b.moment_B)


@physics
def angular_momentum(inertia, w):
    """J w for a body symmetric about its x-z plane    [Stevens2015, sec. 1.7]."""
    J = inertia
    return Vec3(J.xx * w.x - J.xz * w.z, J.yy * w.y, J.zz * w.z - J.xz * w.x)


@physics
def angular_acceleration(inertia, torque):
    """J^-1 M for a body symmetric about its x-z plane    [Stevens2015, sec. 1.7]."""
    J, M = inertia, torque
    k = 1.0 / (J.xx * J.zz - J.xz * J.xz)
    return Vec3(k * (J.zz * M.x + J.xz * M.z), M.y / J.yy, k * (J.xz * M.x + J.xx * M.z))


@physics
def attitude_rate(q, w):
    """q' = q * (0, w) / 2    [Stevens2015, sec. 1.8]."""
    return Quaternion(
        w=0.5 * (-q.x * w.x - q.y * w.y - q.z * w.z),
        x=0.5 * (q.w * w.x + q.y * w.z - q.z * w.y),
        y=0.5 * (q.w * w.y + q.z * w.x - q.x * w.z),
        z=0.5 * (q.w * w.z + q.x * w.y - q.y * w.x),
    )


@physics
def rigid_body_rates(state, loads, inertia, gravity_N, frame_rotation_N):
    """Rates of change of a rigid body under given loads.

        p' = R(q) v
        q' = q * (0, w - W) / 2
        v' = F/m + R(q)^T g - (w + W) x v            [Stevens2015, sec. 1.7]
        w' = J^-1 (M - w x J w)

    gravity_N         acceleration of free fall, including the centrifugal part -W x (W x p) of a rotating frame [m/s2]
    frame_rotation_N  W, angular rate of the frame N with respect to inertial space, zero for deck flights     [rad/s]

    `v_B` is the velocity with respect to N, `w_B` the angular rate with respect to inertial space.
    """
    v, w, q = state.v_B, state.w_B, state.q_NB
    W = rotate_back(q, frame_rotation_N)
    g = rotate_back(q, gravity_N)
    M = loads.moment_B - cross(w, angular_momentum(inertia, w))
    return Rates(
        p_N=rotate(q, v),
        q_NB=attitude_rate(q, w - W),
        v_B=loads.force_B * (1.0 / inertia.mass) + g - cross(w + W, v),
        w_B=angular_acceleration(inertia, M),
    )


class Acceleration(NamedTuple):
    """Rates of change of the velocities at the step before: what a two-step rule remembers."""

    v_B: Annotated[Vec3, "m/s2"]
    w_B: Annotated[Vec3, "rad/s2"]


@physics
def advanced(state, rates, before, memory, duration):
    """The state a step later: velocities by the two-step Adams-Bashforth rule, positions by the trapezoidal rule.

        v1 = v0 + h ((1 + k) v'0 - k v'before),  p1 = p0 + h (R(q0) v0 + R(q1) v1)/2      [Hairer1993, sec. III.1]

    before  `Acceleration` of the step before, of the same length
    memory  k, 1/2; 0 (Euler's rule) in the first step after the forces have jumped, as they do with every new frame

    One evaluation a step and second order: the jumps fall between steps, and the one Euler step of a frame costs h^2/2. The attitude's
    rate is linear in w: half the change of w is added to the rate given, which knows the frame's rotation.
    """
    v_B = state.v_B + duration * ((1.0 + memory) * rates.v_B - memory * before.v_B)
    w_B = state.w_B + duration * ((1.0 + memory) * rates.w_B - memory * before.w_B)
    q, a, b = state.q_NB, rates.q_NB, attitude_rate(state.q_NB, 0.5 * (w_B - state.w_B))
    r = Quaternion(a.w + b.w, a.x + b.x, a.y + b.y, a.z + b.z)
    q_NB = unit(Quaternion(q.w + duration * r.w, q.x + duration * r.x, q.y + duration * r.y, q.z + duration * r.z))
    p_N = state.p_N + 0.5 * duration * (rates.p_N + rotate(q_NB, v_B))
    return State(p_N=p_N, q_NB=q_NB, v_B=v_B, w_B=w_B)
