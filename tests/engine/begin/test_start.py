"""How flights begin: trimmed on the approach, standing on the moving ship, each with its own errors."""

import math
from typing import Any

import numpy as np
import pytest

from flattop.engine.assemble.parameters import parameters_of
from flattop.engine.begin.approach import recovery_start
from flattop.engine.begin.deck import launch_place, launch_start
from flattop.engine.begin.spread import HEIGHT_SPREAD, SIDE_SPREAD, flight_rows, parameter_rows
from flattop.engine.frame.actuators import actuators_after
from flattop.engine.frame.motion import airborne_after, body_on_ship
from flattop.engine.layout import column_of, columns, restored, row_count
from flattop.engine.random import SEA_PHASES, identities, normals
from flattop.engine.records import Flight, Parameters
from flattop.engine.world.sea import sea_of
from flattop.engine.world.seaway import ship_motion_at
from flattop.physics.ship.ship_motion import ShipMotion, ship_pose
from flattop.quantities.vectors import Vec3, norm, rotate

WHO = identities(np.arange(400))


def drawn(scenario):
    """Parameters, flights' rows and parameter rows of a scenario."""
    p = parameters_of(scenario)
    waves = normals(7, WHO, SEA_PHASES, 2 * len(sea_of(scenario).frequency))
    flights = flight_rows(scenario, p, 7, WHO, waves)
    return p, flights, parameter_rows(scenario, p, 7, WHO), waves


def test_a_recovery_begins_in_steady_flight(make_scenario):
    """In the wind it will meet, trimmed: accelerations below 0.02 g (the thrust, held by the first frame, is added
    here).
    """
    p = parameters_of(make_scenario("recovery"))
    flight = recovery_start(p)
    demand = flight.avionics.demand._replace(
        elevator=flight.actuators.surfaces.tail_left, power=flight.avionics.memory.power, flap=flight.actuators.flap
    )
    actuators = actuators_after(flight.moving.body, flight.actuators, flight.air, demand, p, 0.02)
    after = airborne_after(flight.moving, actuators, flight.air, p, 0.0, 0.0025)
    assert norm(after.felt_B) == pytest.approx(9.80665, abs=0.2)
    assert abs(after.before.w_B.y) < 0.02


def test_a_recovery_begins_on_the_extended_centre_line(make_scenario):
    """At pattern height over the deck, tracking the line in spite of the crosswind."""
    p = parameters_of(make_scenario("recovery", wind_from=math.radians(40.0)))
    flight, r, place = recovery_start(p), p.autopilot.recovery, p.autopilot.place
    body = flight.moving.body
    assert -body.p_N.z - p.autopilot.design.wheel_z - place.deck_height == pytest.approx(r.pattern_height)
    assert body.p_N.y == pytest.approx(place.strip_y)
    velocity_N = rotate(body.q_NB, body.v_B)
    assert velocity_N.y == pytest.approx(0.0, abs=1e-9)
    assert velocity_N.x > 10.0


def test_launches_stand_on_the_moving_ship(launch):
    """No velocity, no angular rate and no height against the deck below, whatever the ship does at the beginning."""
    p, flights, _, waves = drawn(launch)
    motions = ship_motion_at(sea_of(launch), waves, 0.0)
    at_rest = launch_start(p, *launch_place(launch)).moving.body
    zero = Vec3(0.0, 0.0, 0.0)
    for row, m in zip(flights[:20], motions, strict=False):
        flight: Any = restored(Flight, row)
        body = flight.moving.body
        motion = ShipMotion(Vec3(*m[0:3]), Vec3(*m[3:6]), Vec3(*m[6:9]), Vec3(*m[9:12]), zero, zero)
        p_S, _, _, _, v_S, w_S = body_on_ship(body, ship_pose(motion))
        assert (p_S.x, p_S.z) == pytest.approx((at_rest.p_N.x, at_rest.p_N.z), abs=1e-9)
        assert (*v_S, *w_S) == pytest.approx((0.0,) * 6, abs=1e-9)


def test_beginnings_are_spread_as_stated(recovery):
    """Place to the side and in height, of 400 flights: standard deviations to five standard errors, 1/sqrt(2n) each."""
    p, flights, _, _ = drawn(recovery)
    side = flights[:, column_of(Flight, "moving.body.p_N.y")] - p.autopilot.place.strip_y
    height = flights[:, column_of(Flight, "moving.body.p_N.z")]
    tolerance = 5.0 / math.sqrt(2.0 * len(WHO))
    assert side.std() == pytest.approx(SIDE_SPREAD, rel=tolerance)
    assert height.std() == pytest.approx(HEIGHT_SPREAD, rel=tolerance)


def test_sensor_errors_belong_to_the_flight(recovery):
    """Biases of position, airspeed and attitude are spread as the pilot's file states; latencies are never negative."""
    p, _, parameters, _ = drawn(recovery)
    n, tolerance = recovery.pilot.navigation, 5.0 / math.sqrt(2.0 * len(WHO))
    for path, deviation in (
        ("position_bias.x", n.position_bias.si),
        ("position_bias.z", n.height_bias.si),
        ("airspeed_bias", n.airspeed_bias.si),
        ("attitude_bias.z", n.attitude_bias.si),
    ):
        values = parameters[:, column_of(Parameters, f"autopilot.navigation.{path}")]
        assert values.std() == pytest.approx(deviation, rel=tolerance)
        assert abs(values.mean()) < 5.0 * deviation / math.sqrt(len(WHO))
    assert (parameters[:, column_of(Parameters, "autopilot.navigation.latency")] >= 0.0).all()
    known = parameters[:, column_of(Parameters, "autopilot.navigation.latency_known")]
    assert (known == p.autopilot.navigation.latency_known).all()


def test_memory_of_turbulence_begins_settled(recovery):
    """Unit variance from the first frame on, lagged stages with the half they settle at."""
    _, flights, _, _ = drawn(recovery)
    for name, variance in (("along", 1.0), ("down", 1.0), ("down_lagged", 0.5)):
        values = flights[:, column_of(Flight, f"air.turbulence.{name}")]
        assert values.var() == pytest.approx(variance, rel=5.0 * math.sqrt(2.0 / len(WHO)))
    down = flights[:, column_of(Flight, "air.turbulence.down")]
    lagged = flights[:, column_of(Flight, "air.turbulence.down_lagged")]
    assert np.cov(down, lagged)[0, 1] == pytest.approx(0.5, abs=5.0 / math.sqrt(len(WHO)))


def test_parameters_of_a_flight_are_those_of_the_scenario_but_for_its_draws(recovery):
    """Only sensors and the wake's phase differ between flights."""
    p, _, parameters, _ = drawn(recovery)
    assert parameters.shape == (len(WHO), row_count(Parameters))
    differing = np.flatnonzero(np.ptp(parameters, axis=0) > 0.0)
    allowed = [c.row for c in columns(Parameters) if c.path.startswith("autopilot.navigation")]
    assert set(differing) <= {*allowed, column_of(Parameters, "weather.wake_phase")}
    first: Any = restored(Parameters, parameters[0])
    assert first.airframe == p.airframe
