"""How the ship moves in the sea: six degrees of freedom in our axes, and the motion of any point of the deck.

Motion comes as a sum over wave components, evaluated on a coarse grid of times and interpolated between by cubic polynomials that
match position and velocity. Seakeeping's axes (x forward, y to port, z up) are turned into ours here and nowhere else.
"""

from typing import Annotated, NamedTuple

from flattop.quantities.elementary import sine_and_cosine
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Quaternion, Vec3, cross

MOTIONS = 6
"""Surge, sway, heave, roll, pitch, yaw."""

SEAKEEPING_TO_SHIP = (1.0, -1.0, -1.0, 1.0, -1.0, -1.0)
"""Signs that turn surge, sway, heave, roll, pitch, yaw from (forward, port, up) to (forward, starboard, down): half a turn about x."""

MIRRORED = (1.0, -1.0, 1.0, -1.0, 1.0, -1.0)
"""Signs of the six motions in a wave from the other side, for a ship symmetric about its centre plane."""


class ShipNode(NamedTuple):
    """The ship's motion at one time of the grid: displacement and angles about the mean position, and their rates."""

    position_N: Annotated[Vec3, "m"]
    angle: Annotated[Vec3, "rad"]
    velocity_N: Annotated[Vec3, "m/s"]
    angle_rate: Annotated[Vec3, "rad/s"]


class ShipMotion(NamedTuple):
    """The ship's motion at a time, with accelerations: enough to follow it through one frame."""

    position_N: Annotated[Vec3, "m"]
    angle: Annotated[Vec3, "rad"]
    velocity_N: Annotated[Vec3, "m/s"]
    angle_rate: Annotated[Vec3, "rad/s"]
    acceleration_N: Annotated[Vec3, "m/s2"]
    angle_acceleration: Annotated[Vec3, "rad/s2"]


class ShipPose(NamedTuple):
    """Where the ship is and how it moves: reference point O, attitude, velocity, angular rate in S."""

    p_N: Annotated[Vec3, "m"]
    q_NS: Annotated[Quaternion, "1"]
    v_N: Annotated[Vec3, "m/s"]
    w_S: Annotated[Vec3, "rad/s"]


@physics
def _hermite(p0, v0, p1, v1, h, s):
    """Value, rate and second rate of the cubic through two nodes at the share s of the interval h."""
    d = p1 - p0
    a = h * (v0 + v1) - 2.0 * d
    b = 3.0 * d - h * (2.0 * v0 + v1)
    return (
        p0 + s * (h * v0 + s * (b + s * a)),
        v0 + (s / h) * (2.0 * b + (3.0 * s) * a),
        (2.0 * b + (6.0 * s) * a) / (h * h),
    )


@physics
def motion_between(start, end, interval, share):
    """Motion between two nodes of the grid by cubic Hermite interpolation.

    interval  between the nodes [s];  share  of it that has passed [1], 0 .. 1

    The error is below (w h)^4/384 of a component of frequency w: 2e-4 at 1.2 rad/s and 0.4 s.
    """
    p, v, a = _hermite(start.position_N, start.velocity_N, end.position_N, end.velocity_N, interval, share)
    angle, rate, acceleration = _hermite(start.angle, start.angle_rate, end.angle, end.angle_rate, interval, share)
    return ShipMotion(p, angle, v, rate, a, acceleration)


@physics
def motion_after(m, duration):
    """Motion a short time later, at constant acceleration."""
    h = 0.5 * duration * duration
    return ShipMotion(
        m.position_N + duration * m.velocity_N + h * m.acceleration_N,
        m.angle + duration * m.angle_rate + h * m.angle_acceleration,
        m.velocity_N + duration * m.acceleration_N,
        m.angle_rate + duration * m.angle_acceleration,
        m.acceleration_N,
        m.angle_acceleration,
    )


@physics
def ship_pose(m):
    """Attitude and angular rate of the ship from its roll, pitch and yaw (sequence yaw, pitch, roll).

    w = (phi' - psi' sin th, th' cos phi + psi' cos th sin phi, psi' cos th cos phi - th' sin phi)    [Stevens2015, sec. 1.4]
    """
    sr, cr = sine_and_cosine(0.5 * m.angle.x)
    sp, cp = sine_and_cosine(0.5 * m.angle.y)
    sy, cy = sine_and_cosine(0.5 * m.angle.z)
    q_NS = Quaternion(
        cr * cp * cy + sr * sp * sy,
        sr * cp * cy - cr * sp * sy,
        cr * sp * cy + sr * cp * sy,
        cr * cp * sy - sr * sp * cy,
    )
    sin_roll, cos_roll = 2.0 * sr * cr, 1.0 - 2.0 * sr * sr
    sin_pitch, cos_pitch = 2.0 * sp * cp, 1.0 - 2.0 * sp * sp
    r = m.angle_rate
    w_S = Vec3(
        r.x - r.z * sin_pitch,
        r.y * cos_roll + r.z * cos_pitch * sin_roll,
        r.z * cos_pitch * cos_roll - r.y * sin_roll,
    )
    return ShipPose(m.position_N, q_NS, m.velocity_N, w_S)


@physics
def small_displacement(m, point_S):
    """Displacement in N of a point of the ship from its mean place, to first order in the angles [m]."""
    return m.position_N + cross(m.angle, point_S)


@physics
def small_velocity(m, point_S):
    """Velocity in N of a point of the ship, to first order in the angles [m/s]."""
    return m.velocity_N + cross(m.angle_rate, point_S)


@physics
def small_acceleration(m, point_S):
    """Acceleration in N of a point of the ship, to first order in the angles [m/s2]."""
    return m.acceleration_N + cross(m.angle_acceleration, point_S)
