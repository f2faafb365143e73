"""Sensors of the autopilot: bias, latency, rate, and noise of the stated size and correlation."""

import math

import pytest

from flattop.physics.sensing.navigation import (
    Navigation,
    NavigationState,
    known_airspeed,
    known_position_N,
    navigation_after,
)
from flattop.quantities.vectors import Vec3

ZERO = Vec3(0.0, 0.0, 0.0)
PERFECT = Navigation(
    position_bias=ZERO, position_noise=0.0, height_noise=0.0, noise_time=1.0, latency=0.0, latency_known=0.0,
    interval=0.02, airspeed_bias=0.0, airspeed_noise=0.0, attitude_bias=ZERO,
)  # fmt: skip
FRAME = 0.02
START = NavigationState(ZERO, 0.0, ZERO, ZERO, 0.0)


def seen(n, velocity=ZERO, frames=100, noise=ZERO):
    """Errors of the known position of an aircraft in steady motion, frame by frame, noise of the first frame given."""
    state, errors = START._replace(fix_velocity_N=velocity), []
    for k in range(1, frames + 1):
        place = k * FRAME * velocity
        state = navigation_after(state, place, velocity, noise if k == 1 else ZERO, 0.0, n, FRAME)
        errors.append(known_position_N(state, n) - place)
    return errors


def test_perfect_sensors_know_the_place():
    """No error in steady motion, to the rounding of 40 m/s times 2 s."""
    assert max(max(abs(c) for c in e) for e in seen(PERFECT, Vec3(40.0, 2.0, -3.0))) < 1e-13 * 80.0


def test_between_fixes_the_place_is_carried_on():
    """A fix every five frames, carried on with the velocity: no error in steady motion."""
    errors = seen(PERFECT._replace(interval=0.1), Vec3(40.0, 0.0, 0.0))
    assert max(abs(e.x) for e in errors) < 1e-13 * 80.0


def test_fixes_come_at_their_interval():
    """With 0.1 s every fifth frame is fresh."""
    state, fresh = START, []
    for k in range(20):
        state = navigation_after(state, ZERO, ZERO, ZERO, 0.0, PERFECT._replace(interval=0.1), FRAME)
        if state.fix_age == 0.0:
            fresh.append(k)
    assert fresh == [4, 9, 14, 19]


def test_a_latency_that_is_known_does_no_harm_in_steady_motion():
    """What the fix is late is carried on."""
    errors = seen(PERFECT._replace(latency=0.1, latency_known=0.1), Vec3(40.0, 0.0, 0.0))
    assert max(abs(e.x) for e in errors) < 1e-13 * 80.0


def test_a_latency_that_is_not_known_leaves_the_aircraft_behind():
    """The error is velocity times what the belief is short of: 20 ms at 40 m/s, 0.8 m behind."""
    errors = seen(PERFECT._replace(latency=0.12, latency_known=0.10), Vec3(40.0, 0.0, 0.0))
    assert [e.x for e in errors] == pytest.approx([-0.8] * len(errors), rel=1e-12)


def test_an_acceleration_is_missed_by_half_its_square_of_the_latency():
    """First-order carrying on: T2 a/2 behind the fix and again over its own carrying on, T2 a in all at a fresh fix."""
    n, T, a, t = PERFECT._replace(latency=0.1, latency_known=0.1), 0.1, 5.0, 2.0
    state = navigation_after(START, Vec3(0.5 * a * t * t, 0.0, 0.0), Vec3(a * t, 0.0, 0.0), ZERO, 0.0, n, FRAME)
    # the fix is taken as p - T v, and carried on with the same v: they cancel; the stated T2 a/2 is what a true delay
    # would leave
    assert known_position_N(state, n).x == pytest.approx(0.5 * a * t * t, rel=1e-14)
    delayed = 0.5 * a * (t - T) ** 2
    assert state.fix_N.x - delayed == pytest.approx(-0.5 * a * T * T, rel=1e-9)


def test_a_bias_is_a_bias():
    """It goes through unchanged."""
    errors = seen(PERFECT._replace(position_bias=Vec3(0.3, -0.2, 0.1)))
    assert errors[-1] == pytest.approx((0.3, -0.2, 0.1), abs=1e-15)


def test_noise_has_its_size_and_correlation():
    """From the response to one unit of noise: variance sum g^2 = sigma^2 (less exp(-2 t/tau) of it), decay exp(-h/tau)
    a frame.
    """
    n = PERFECT._replace(position_noise=0.2, height_noise=0.3, noise_time=0.5)
    response = seen(n, frames=400, noise=Vec3(1.0, 1.0, 1.0))
    left = math.exp(-2.0 * 400 * FRAME / 0.5)
    assert sum(e.x**2 for e in response) == pytest.approx(0.2**2, rel=left + 1e-11)
    assert sum(e.z**2 for e in response) == pytest.approx(0.3**2, rel=left + 1e-11)
    assert response[1].y / response[0].y == pytest.approx(math.exp(-FRAME / 0.5), rel=1e-12)


def test_airspeed_has_bias_and_noise():
    """V + b + s n."""
    n = PERFECT._replace(airspeed_bias=0.4, airspeed_noise=0.5)
    assert known_airspeed(30.0, START._replace(airspeed_noise=-1.0), n) == pytest.approx(29.9)
