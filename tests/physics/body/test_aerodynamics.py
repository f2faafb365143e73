"""Forces and moments of the air: signs, limits over all angles of attack, stall, ground effect, frames of force."""

import math
from itertools import pairwise

import pytest

from flattop.physics.body import aerodynamics
from flattop.physics.body.aerodynamics import (
    Configuration,
    aerodynamic_loads,
    air_velocity,
    coefficients,
    ground_effect,
)
from flattop.quantities.vectors import Vec3, norm

CLEAN = Configuration(0.0, 0.0, 0.0, 0.0, 0.0)
STILL = Vec3(0.0, 0.0, 0.0)
SPEED = 35.0


def velocity(alpha, beta=0.0, speed=SPEED):
    """Velocity through the air at an angle of attack and of sideslip."""
    return speed * Vec3(math.cos(alpha) * math.cos(beta), math.sin(beta), math.sin(alpha) * math.cos(beta))


def at(wing, alpha, beta=0.0, controls=CLEAN, rates=STILL, downwash=1.0):
    """Coefficients at angles, controls and rates."""
    return coefficients(air_velocity(velocity(alpha, beta), rates, wing), controls, downwash, wing)


def change(wing, field, **case):
    """Change of one coefficient from the undisturbed flight at 0.05 rad."""
    return getattr(at(wing, 0.05, **case), field) - getattr(at(wing, 0.05), field)


@pytest.mark.parametrize(
    ("case", "field", "direction"),
    [
        ({"controls": CLEAN._replace(elevator=0.1)}, "lift", +1),  # trailing edge down lifts the tail
        ({"controls": CLEAN._replace(elevator=0.1)}, "pitch", -1),  # and lowers the nose
        ({"controls": CLEAN._replace(aileron=0.1)}, "roll", +1),  # right wing down
        ({"controls": CLEAN._replace(aileron=0.1)}, "yaw", -1),  # adverse yaw
        ({"controls": CLEAN._replace(rudder=0.1)}, "yaw", +1),  # nose right
        ({"controls": CLEAN._replace(rudder=0.1)}, "side", -1),  # by pushing the tail left
        ({"controls": CLEAN._replace(flap=1.0)}, "lift", +1),
        ({"controls": CLEAN._replace(flap=1.0)}, "drag", +1),
        ({"controls": CLEAN._replace(gear=1.0)}, "drag", +1),
        ({"beta": 0.1}, "yaw", +1),  # the nose turns into the wind from the right
        ({"beta": 0.1}, "roll", -1),  # the right wing rises
        ({"beta": 0.1}, "side", -1),  # pushed to the left
        ({"beta": 0.1}, "drag", +1),
        ({"rates": Vec3(0.3, 0.0, 0.0)}, "roll", -1),  # damping in roll, pitch and yaw
        ({"rates": Vec3(0.0, 0.3, 0.0)}, "pitch", -1),
        ({"rates": Vec3(0.0, 0.0, 0.3)}, "yaw", -1),
        ({"rates": Vec3(0.0, 0.0, 0.3)}, "roll", +1),  # the outer wing lifts more
        ({"rates": Vec3(0.3, 0.0, 0.0)}, "yaw", -1),  # the rising left wing's lift leans back
        ({"rates": Vec3(0.0, 0.3, 0.0)}, "lift", +1),
    ],
)
def test_signs(wing, case, field, direction):
    """Every control, angle and rate acts in the direction the conventions state."""
    assert direction * change(wing, field, **case) > 1e-5


def test_angle_of_attack_lifts_and_lowers_the_nose(wing):
    """More angle of attack gives more lift, and the stable moment against it."""
    low, high = at(wing, 0.02), at(wing, 0.06)
    assert high.lift > low.lift
    assert high.pitch < low.pitch


def test_attached_flow_is_the_linear_one(wing):
    """Far below stall the lift is CL0 + CLa a, but for the share 3e-7 that the rounded tanh leaves stalled (times CL <
    4).
    """
    for alpha in (-0.02, 0.0, 0.02):
        stalled = aerodynamics.stalled_share(alpha, 0.0, wing)
        assert stalled < 0.01
        expected = wing.lift_zero + wing.lift_slope * alpha
        assert at(wing, alpha).lift == pytest.approx(expected, abs=4.0 * stalled + 1e-12)


def test_drag_polar(wing):
    """CD = CD0 + k CL2 far below stall, to the stalled share of coefficients below 4."""
    for alpha in (-0.02, 0.0, 0.02):
        c, stalled = at(wing, alpha), aerodynamics.stalled_share(alpha, 0.0, wing)
        lift = wing.lift_zero + wing.lift_slope * alpha
        assert c.drag == pytest.approx(wing.drag_zero + wing.drag_induced * lift**2, abs=4.0 * stalled + 1e-12)


def test_all_angles_of_attack_are_finite_and_bounded(wing):
    """Over the whole circle, with all controls at 0.4 rad and rates of 2 rad/s: no coefficient beyond 5 (lift 2, rates
    and controls).
    """
    controls, rates = Configuration(0.4, 0.4, 0.4, 1.0, 1.0), Vec3(2.0, 2.0, 2.0)
    for k in range(-1800, 1801):
        c = at(wing, math.radians(0.1 * k), beta=0.3, controls=controls, rates=rates)
        assert all(math.isfinite(value) and abs(value) < 5.0 for value in c)


def test_coefficients_are_continuous_around_the_circle(wing):
    """Jumps between neighbours shrink with their distance: ten times closer, ten times less (within 5 %), and none is
    left.

    At +-180 degrees, where the attached branch changes sides, the rounded tanh leaves 6e-7/2 of 2 x 0.6 x 5.6 = 2e-6.
    """

    def greatest_jump(step):
        points = [at(wing, -math.pi + step * k) for k in range(round(2.0 * math.pi / step) + 1)]
        return max(abs(b - a) for left, right in pairwise(points) for a, b in zip(left, right, strict=True))

    coarse, fine = (greatest_jump(2.0 * math.pi / n) for n in (720, 7200))
    assert fine == pytest.approx(0.1 * coarse, rel=0.05)
    across = [abs(a - b) for a, b in zip(at(wing, math.pi - 1e-9), at(wing, 1e-9 - math.pi), strict=True)]
    assert max(across) < 2.1e-6


def test_a_wing_broadside_to_the_wind_is_a_plate(wing):
    """At 90 degrees no lift is left, and the drag is the plate's with the rest."""
    c = at(wing, 0.5 * math.pi)
    assert c.lift == pytest.approx(0.0, abs=2e-6)  # the rounded tanh's 3e-7 of an attached lift below 4
    # the 1 mm/s that keeps the angles defined at rest takes 1e-3/35 off the sine, twice over in CN sin a
    assert c.drag == pytest.approx(wing.drag_broadside + wing.drag_zero, abs=2.0 * 1e-3 / 35.0 * wing.drag_broadside)
    assert c.pitch < 0.0


def test_a_plate_at_small_and_full_incidence():
    """C_N = C_90 at 90 degrees, and C_90 a/0.56 at small angles."""
    assert aerodynamics.plate_normal_force(1.0, 1.3) == pytest.approx(1.3, rel=1e-15)
    assert aerodynamics.plate_normal_force(1e-6, 1.3) == pytest.approx(1.3e-6 / 0.56, rel=1e-6)
    assert aerodynamics.plate_normal_force(-0.3, 1.3) == -aerodynamics.plate_normal_force(0.3, 1.3)


def test_stall_takes_the_lift(wing):
    """Twice the blend's width beyond the stall angle 96 % of the wing has stalled, (1 + tanh 2)/2 = 0.982; flap stalls
    it earlier.
    """
    blended = 0.5 + 0.5 * math.tanh(2.0)
    beyond = wing.stall_angle + 2.0 * aerodynamics.STALL_WIDTH
    assert aerodynamics.stalled_share(beyond, 0.0, wing) == pytest.approx(blended, abs=1e-4)
    assert aerodynamics.stalled_share(wing.stall_angle, 0.0, wing) == pytest.approx(0.5)
    assert aerodynamics.stalled_share(wing.stall_angle_flap, 1.0, wing) == pytest.approx(0.5)
    assert aerodynamics.stalled_share(wing.stall_angle_negative, 0.0, wing) == pytest.approx(0.5)


def test_ground_effect_follows_its_formula():
    """phi = (16 h/b)2/(1 + (16 h/b)2): none left on the ground, half at b/16, all of it far away."""
    assert ground_effect(0.0, 14.0) == 0.0
    assert ground_effect(-1.0, 14.0) == 0.0
    assert ground_effect(14.0 / 16.0, 14.0) == pytest.approx(0.5, rel=1e-15)
    assert ground_effect(1.4, 14.0) == pytest.approx(2.56 / 3.56, rel=1e-14)
    assert ground_effect(1e4, 14.0) == pytest.approx(1.0, abs=1e-8)  # 1/(16 h/b)2 = 8e-9


def test_the_ground_gives_lift_and_takes_drag(wing):
    """1/a' = 1/a - (1 - phi) k for the lift slope, and the induced drag is phi k CL2: lifting line
    with less downwash.
    """
    phi = 0.6
    near, low, high = (at(wing, alpha, downwash=phi) for alpha in (0.02, 0.0, 0.001))
    slope = 1.0 / (1.0 / wing.lift_slope - (1.0 - phi) * wing.drag_induced)
    assert (high.lift - low.lift) / 0.001 == pytest.approx(slope, rel=1e-2)  # the stalled share changes by 1e-3 of it
    assert near.lift > at(wing, 0.02).lift
    assert near.drag - wing.drag_zero == pytest.approx(phi * wing.drag_induced * near.lift**2, rel=2e-3)


def test_force_axes(wing):
    """Lift is normal to the airspeed and upwards, drag along it and backwards, whatever the angle of attack."""
    for alpha in (-0.1, 0.0, 0.1, 0.2):
        v = velocity(alpha)
        force = aerodynamic_loads(v, STILL, CLEAN, 1.225, 1.0, STILL, wing).force_B
        qS, c = 0.5 * 1.225 * SPEED**2 * wing.area, at(wing, alpha)
        drag = -(force.x * v.x + force.z * v.z) / SPEED
        lift = (force.x * v.z - force.z * v.x) / SPEED
        # the speed carries 1 mm/s against division by zero: 2e-3/35 of the dynamic pressure, and of the angles' sines
        assert drag == pytest.approx(qS * c.drag, rel=2e-4, abs=2e-4 * qS * abs(c.lift))
        assert lift == pytest.approx(qS * c.lift, rel=2e-4)


def test_forces_grow_with_density_and_the_square_of_speed(wing):
    """Twice the speed gives four times the force, to the 1 mm/s that keeps the angles defined at rest."""
    slow = aerodynamic_loads(velocity(0.05), STILL, CLEAN, 1.0, 1.0, STILL, wing).force_B
    fast = aerodynamic_loads(velocity(0.05, speed=2.0 * SPEED), STILL, CLEAN, 1.0, 1.0, STILL, wing).force_B
    assert fast.z == pytest.approx(4.0 * slow.z, rel=2e-4)
    thin = aerodynamic_loads(velocity(0.05), STILL, CLEAN, 0.5, 1.0, STILL, wing).force_B
    assert thin.z == pytest.approx(0.5 * slow.z, rel=1e-14)


def test_moments_move_to_the_centre_of_gravity(wing):
    """A reference point ahead of the centre of gravity adds the moment of the force at that arm."""
    arm = Vec3(0.1, 0.0, 0.0)
    here, there = (aerodynamic_loads(velocity(0.05), STILL, CLEAN, 1.2, 1.0, r, wing) for r in (STILL, arm))
    assert there.moment_B.y - here.moment_B.y == pytest.approx(-arm.x * here.force_B.z, rel=1e-12)


def test_an_aircraft_at_rest_feels_no_air(wing):
    """No wind, no motion: forces below those of 1 mm/s, and finite."""
    force = aerodynamic_loads(STILL, STILL, CLEAN, 1.225, 1.0, STILL, wing).force_B
    assert norm(force) < 1e-4
