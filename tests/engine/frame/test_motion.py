"""One step of one flight in plain Python: parked on a moving deck, far from it, and down onto it."""

import math
from itertools import pairwise

import pytest

from flattop.engine.assemble.parameters import parameters_of
from flattop.engine.begin.approach import recovery_start
from flattop.engine.begin.deck import launch_start
from flattop.engine.frame.motion import airborne_after, body_on_ship, is_clear_of_deck, moving_after
from flattop.physics.body.gear import LegState
from flattop.physics.body.rigid_body import State
from flattop.physics.ship.ship_motion import ShipMotion, ship_pose
from flattop.quantities.vectors import Vec3, cross, product, quaternion, rotate, rotate_back

ZERO = Vec3(0.0, 0.0, 0.0)
STILL = ShipMotion(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO)
FRAME = 0.02


@pytest.fixture(scope="module")
def parameters(make_scenario):
    """A TB3 on Izumo, no wind."""
    return parameters_of(make_scenario("launch", wind_over_deck=0.0))


def rolling(time, tilt, period):
    """A ship that lists by a tilt and pitches and rolls by half of it."""
    w = 2.0 * math.pi / period
    swing, amplitude = math.sin(w * time), Vec3(0.5 * tilt, 0.5 * tilt, 0.0)
    rate, change = w * math.cos(w * time), -w * w * swing
    return ShipMotion(ZERO, Vec3(tilt, 0.0, 0.0) + swing * amplitude, ZERO, rate * amplitude, ZERO, change * amplitude)


def on_ship(flight, ship):
    """A flight that stands on the ship at rest, moved to where the ship is."""
    pose, body = ship_pose(ship), flight.moving.body
    q_NB = product(pose.q_NS, body.q_NB)
    v_N = rotate(pose.q_NS, cross(pose.w_S, body.p_N))
    moved = State(
        pose.p_N + rotate(pose.q_NS, body.p_N), q_NB, rotate_back(q_NB, v_N), rotate_back(body.q_NB, pose.w_S)
    )
    return flight.moving._replace(body=moved)


def parked(parameters, ship_at, seconds, steps=4):
    """Places on deck of an aircraft parked with its brakes set and its engine stopped, one a frame."""
    flight = launch_start(parameters, -60.0, -3.0)
    actuators, air = flight.actuators._replace(brake=1.0, thrust=0.0), flight.air._replace(wind_N=ZERO)
    moving, places, h = on_ship(flight, ship_at(0.0)), [], FRAME / steps
    for frame in range(round(seconds / FRAME)):
        ship = ship_at(frame * FRAME)
        for step in range(steps):
            moving = moving_after(moving, actuators, air, ship, parameters, step * h, h)
        places.append(body_on_ship(moving.body, ship_pose(ship_at((frame + 1) * FRAME)))[0])
    return places, moving


def test_a_parked_aircraft_does_not_creep(parameters):
    """On a deck listing 2 degrees that pitches and rolls by 1 degree every 8 s: below 1 mm in a minute.

    Means over whole periods are compared, the first left for settling: the strut and tyres give by centimetres in
    between.
    """
    period, minute = 8.0, 64.0
    places, _ = parked(parameters, lambda t: rolling(t, math.radians(2.0), period), minute)
    count = round(period / FRAME)

    def mean(k, axis):
        return sum(getattr(p, axis) for p in places[k * count : (k + 1) * count]) / count

    last = round(minute / period) - 1
    for axis in "xy":
        creep = abs(mean(last, axis) - mean(1, axis)) / (last - 1) * 60.0 / period
        assert creep < 1e-3


def test_a_parked_aircraft_comes_to_rest(parameters):
    """On a deck that lists and stands still the rocking dies out: every 5 s leave at most 0.6 of the 5 s before.

    Struts near rest and tyres damp its slowest mode, roll at 5 rad/s, with 4 to 5 % of critical: exp(-1.0) to exp(-1.2)
    in 5 s.
    """
    listed = STILL._replace(angle=Vec3(math.radians(2.0), 0.0, 0.0))
    places, moving = parked(parameters, lambda t: listed, 20.0)
    spans = []
    for k in range(4):
        window = [p.y for p in places[250 * k : 250 * (k + 1)]]
        spans.append(max(window) - min(window))
    assert all(after < 0.6 * before for before, after in pairwise(spans))
    assert all(leg.stroke > 0.0 for leg in (moving.nose, moving.left, moving.right))


def test_the_start_of_a_launch_is_settled(parameters):
    """Each leg bears its share, and after a second at rest nothing has moved by a millimetre nor 1 % of a load."""
    flight = launch_start(parameters, -60.0, -3.0)
    weight = parameters.airframe.mass.mass * 9.80665
    assert sum(flight.moving.load) == pytest.approx(weight, rel=1e-12)
    places, moving = parked(parameters, lambda t: STILL, 1.0)
    assert places[-1] == pytest.approx(flight.moving.body.p_N, abs=1e-3)
    assert moving.load == pytest.approx(flight.moving.load, rel=0.01)


@pytest.fixture(scope="module")
def approach(make_scenario):
    """Parameters and beginning of a recovery in wind."""
    p = parameters_of(make_scenario("recovery"))
    return p, recovery_start(p)


def test_the_airborne_step_is_the_full_one(approach):
    """Far from the deck both give the same record, bit for bit, over 25 frames of a banked, sinking turn."""
    p, flight = approach
    body = flight.moving.body._replace(w_B=Vec3(0.1, -0.05, 0.02), q_NB=quaternion(0.3, 0.02, 0.1))
    full = short = flight.moving._replace(body=body)
    for k in range(200):
        since = (k % 8) * 0.0025
        assert is_clear_of_deck(full, p.airframe, p.deck)
        full = moving_after(full, flight.actuators, flight.air, rolling(1.0, 0.02, 8.0), p, since, 0.0025)
        short = airborne_after(short, flight.actuators, flight.air, p, since, 0.0025)
        assert full == short


def test_clear_of_the_deck_is_on_the_safe_side(approach):
    """Never with a leg deflected, never low over the deck; far aft, ahead and high above it is clear."""
    p, flight = approach

    def at(x, height, stroke=0.0):
        body = flight.moving.body._replace(p_N=Vec3(x, 0.0, -p.deck.height - height))
        return is_clear_of_deck(flight.moving._replace(body=body, left=LegState(stroke, 0.0, 0.0)), p.airframe, p.deck)

    assert not at(0.0, 2.0)
    assert not at(-150.0, 2.0)
    assert not at(0.0, 30.0, stroke=1e-6)
    assert at(0.0, 30.0)
    assert at(-300.0, -10.0)
    assert at(300.0, -10.0)


def test_a_steady_wind_and_a_moving_frame_are_the_same(approach):
    """Galilei: air and aircraft faster by the same velocity feel the same loads: equal accelerations to 1e-9."""
    p, flight = approach
    drift, body = Vec3(-7.0, 3.0, 0.0), flight.moving.body
    carried = flight.moving._replace(body=body._replace(v_B=body.v_B + rotate_back(body.q_NB, drift)))
    air = flight.air._replace(wind_N=flight.air.wind_N + drift)
    here = airborne_after(flight.moving, flight.actuators, flight.air, p, 0.0, 0.0025)
    there = airborne_after(carried, flight.actuators, air, p, 0.0, 0.0025)
    assert there.felt_B == pytest.approx(here.felt_B, abs=1e-9)
    assert there.body.w_B == pytest.approx(here.body.w_B, abs=1e-12)


def test_touching_down_bears_the_energy(parameters):
    """Dropped at 2 m/s the main legs together bear more than the mean force m (v2/2d + g) over their deflection d, less
    than thrice it.
    """
    flight = launch_start(parameters, -60.0, -3.0)
    p_N, rest = flight.moving.body.p_N, LegState(0.0, 0.0, 0.0)
    main = parameters.airframe.main
    body = State(
        Vec3(p_N.x, p_N.y, -parameters.deck.height - main.z), quaternion(0.0, 0.0, 0.0), Vec3(0.0, 0.0, 2.0), ZERO
    )
    moving = flight.moving._replace(body=body, nose=rest, left=rest, right=rest, load=ZERO)
    actuators, air = flight.actuators._replace(thrust=0.0, brake=0.0), flight.air._replace(wind_N=ZERO)
    deepest = 0.0
    for k in range(240):
        moving = moving_after(moving, actuators, air, STILL, parameters, (k % 8) * 0.0025, 0.0025)
        deepest = max(deepest, moving.body.p_N.z - body.p_N.z)
    mass = parameters.airframe.mass.mass
    mean = mass * (0.5 * 2.0**2 / deepest + 9.80665)
    assert mean < sum(moving.peak_load) < 3.0 * mean
    assert moving.peak_load.y == pytest.approx(moving.peak_load.z, rel=1e-9)
