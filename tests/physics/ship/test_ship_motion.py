"""The ship's motion: axes of seakeeping, interpolation, attitude and angular rate, points of the deck."""

import math

import pytest

from flattop.physics.ship.ship_motion import (
    MIRRORED,
    SEAKEEPING_TO_SHIP,
    ShipMotion,
    ShipNode,
    motion_after,
    motion_between,
    ship_pose,
    small_acceleration,
    small_displacement,
    small_velocity,
)
from flattop.quantities.vectors import Vec3, conjugate, cross, product, quaternion, rotate

ZERO = Vec3(0.0, 0.0, 0.0)
POINT = Vec3(-80.0, -6.0, -16.0)


def node(time, frequency=1.2):
    """A ship that heaves, sways, rolls, pitches and yaws harmonically."""
    s, c = math.sin(frequency * time), math.cos(frequency * time)
    place, turn = Vec3(0.1, 0.4, 1.0), Vec3(0.05, 0.03, 0.02)
    return ShipNode(s * place, c * turn, frequency * c * place, -frequency * s * turn)


def motion(n, acceleration=ZERO, turning=ZERO):
    """A node with accelerations."""
    return ShipMotion(n.position_N, n.angle, n.velocity_N, n.angle_rate, acceleration, turning)


@pytest.mark.parametrize(
    ("index", "sign", "what"),
    [
        (0, +1.0, "surge: forward in both"),
        (1, -1.0, "sway: to port there, to starboard here"),
        (2, -1.0, "heave: up there, down here"),
        (3, +1.0, "roll: about the forward axis, port side up there, starboard side down here, the same"),
        (4, -1.0, "pitch: about the axis to port there, bow down; about starboard here, bow up"),
        (5, -1.0, "yaw: about up there, bow to port; about down here, bow to starboard"),
    ],
)
def test_axes_of_seakeeping_are_turned_about_x(index, sign, what):
    """Half a turn about the forward axis."""
    assert SEAKEEPING_TO_SHIP[index] == sign, what


def test_bow_down_there_is_bow_down_here():
    """A positive pitch of seakeeping, 1 degree about port, lowers the bow: x of the bow turns towards -z, which is our
    +down.
    """
    angle = math.radians(1.0)
    bow_up_there = -math.sin(angle) * 100.0  # z up of a bow 100 m ahead, right-handed about the axis to port
    here = ship_pose(motion(ShipNode(ZERO, Vec3(0.0, SEAKEEPING_TO_SHIP[4] * angle, 0.0), ZERO, ZERO)))
    bow_down_here = rotate(here.q_NS, Vec3(100.0, 0.0, 0.0)).z
    assert bow_down_here == pytest.approx(-bow_up_there, rel=1e-12)
    assert bow_down_here > 0.0


def test_waves_from_the_other_side_mirror_the_motion():
    """Sway, roll and yaw change sides; surge, heave and pitch do not."""
    assert MIRRORED == (1.0, -1.0, 1.0, -1.0, 1.0, -1.0)


def test_interpolation_matches_its_nodes():
    """Position and rate at both ends, to the rounding of the cubic's terms."""
    a, b = node(0.0), node(0.4)
    for n, share in ((a, 0.0), (b, 1.0)):
        m = motion_between(a, b, 0.4, share)
        assert m.position_N == pytest.approx(n.position_N, abs=1e-14)
        assert m.angle == pytest.approx(n.angle, abs=1e-14)
        assert m.velocity_N == pytest.approx(n.velocity_N, abs=1e-14)
        assert m.angle_rate == pytest.approx(n.angle_rate, abs=1e-14)


def test_interpolation_is_as_close_as_stated():
    """Below (w h)^4/384 of the amplitude between nodes: 1.4e-4 for 1.2 rad/s and 0.4 s."""
    bound = (1.2 * 0.4) ** 4 / 384.0
    for share in (0.25, 0.5, 0.75):
        m, exact = motion_between(node(1.0), node(1.4), 0.4, share), node(1.0 + 0.4 * share)
        assert abs(m.position_N.z - exact.position_N.z) <= bound * 1.0
        assert abs(m.angle.x - exact.angle.x) <= bound * 0.05


def test_interpolated_rates_are_those_of_the_interpolated_place():
    """Central differences over 1e-4 of the interval: the cubic's own error is its third derivative
    times (4e-5 s)^2/6.
    """
    d = 1e-4
    before, now, after = (motion_between(node(0.0), node(0.4), 0.4, s) for s in (0.3 - d, 0.3, 0.3 + d))
    assert (after.position_N - before.position_N) / (0.8 * d) == pytest.approx(now.velocity_N, abs=1e-8)
    assert (after.velocity_N - before.velocity_N) / (0.8 * d) == pytest.approx(now.acceleration_N, abs=1e-8)
    assert (after.angle_rate - before.angle_rate) / (0.8 * d) == pytest.approx(now.angle_acceleration, abs=1e-8)


def test_a_frame_later():
    """Constant acceleration over 20 ms follows the cubic to its third derivative: w3 h3/6 = 2.3e-6 of the amplitude,
    twice for the cubic's.
    """
    start, end = node(0.0), node(0.4)
    later = motion_after(motion_between(start, end, 0.4, 0.25), 0.02)
    exact = motion_between(start, end, 0.4, 0.3)
    assert later.position_N == pytest.approx(exact.position_N, abs=5e-6)
    assert later.velocity_N == pytest.approx(exact.velocity_N, abs=7e-4)  # w3 h2/2 = 3.5e-4
    assert later.acceleration_N == motion_between(start, end, 0.4, 0.25).acceleration_N


def test_attitude_is_that_of_the_euler_angles():
    """Yaw, pitch, roll, as everywhere."""
    pose = ship_pose(motion(ShipNode(ZERO, Vec3(0.1, -0.05, 0.2), ZERO, ZERO)))
    assert pose.q_NS == pytest.approx(quaternion(0.1, -0.05, 0.2), abs=1e-15)


def test_angular_rate_is_that_of_the_attitude():
    """w = 2 q* q', by central differences of 0.1 ms: their error is (w h)2/6 = 2e-9 of the rate."""

    def pose(t):
        n = node(t)
        return ship_pose(motion(n))

    h, t = 1e-4, 0.7
    change = [(b - a) / (2.0 * h) for a, b in zip(pose(t - h).q_NS, pose(t + h).q_NS, strict=True)]
    rate = product(conjugate(pose(t).q_NS), type(pose(t).q_NS)(*change))
    assert pose(t).w_S == pytest.approx((2.0 * rate.x, 2.0 * rate.y, 2.0 * rate.z), abs=1e-9)


def test_points_of_the_deck_move_as_a_rigid_body():
    """Velocity v + R (w x r) against the difference of places, to the same error times 80 m."""
    h, t = 1e-4, 0.7

    def place(time):
        pose = ship_pose(motion(node(time)))
        return pose.p_N + rotate(pose.q_NS, POINT)

    pose = ship_pose(motion(node(t)))
    velocity = pose.v_N + rotate(pose.q_NS, cross(pose.w_S, POINT))
    assert (place(t + h) - place(t - h)) / (2.0 * h) == pytest.approx(velocity, abs=1e-6)


def test_small_motions_agree_with_the_full_ones_to_first_order():
    """For angles of e the difference is below e2 r: 1e-6 times 82 m."""
    n = ShipNode(Vec3(0.1, 0.2, 0.3), Vec3(1e-3, 6e-4, -5e-4), Vec3(0.1, 0.0, 0.4), Vec3(1e-3, 2e-3, 0.0))
    m = motion(n, Vec3(0.0, 0.1, 0.2), Vec3(1e-3, 0.0, 0.0))
    pose = ship_pose(m)
    full = pose.p_N + rotate(pose.q_NS, POINT) - POINT
    assert small_displacement(m, POINT) == pytest.approx(full, abs=2e-6 * 82.0)
    velocity = pose.v_N + rotate(pose.q_NS, cross(pose.w_S, POINT))
    assert small_velocity(m, POINT) == pytest.approx(velocity, abs=4e-6 * 82.0)  # angle times rate
    assert small_acceleration(m, POINT) == pytest.approx((0.0, 0.1 + 1e-3 * 16.0, 0.2 - 1e-3 * 6.0), abs=1e-15)


def test_a_bow_up_pitch_lowers_the_stern():
    """Positive pitch and a point aft: displaced downwards."""
    m = motion(ShipNode(ZERO, Vec3(0.0, 0.01, 0.0), ZERO, ZERO))
    assert small_displacement(m, POINT).z == pytest.approx(0.8)
