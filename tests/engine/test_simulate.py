"""Whole flights: convergence with the step, samples of one flight, and flights that must come out as they do."""

import numpy as np
import pytest

from flattop.engine.backends.tile import ROW
from flattop.engine.jobs import Job, UnusableJobsError
from flattop.engine.judge.outcome import Outcome
from flattop.engine.layout import LANES
from flattop.engine.simulate import fly, sampled

PLACE = tuple(f"moving.body.p_N.{axis}" for axis in "xyz")


def order_of(errors, steps):
    """Exponent of the step in the error, by regression of their logarithms."""
    return -np.polyfit(np.log(steps), np.log(errors), 1)[0]


@pytest.fixture(scope="module")
def calm(make_scenario):
    """A recovery without waves and turbulence, into a light wind over deck."""
    return make_scenario("recovery", turbulence=0.0, wind_over_deck=10.0)


def errors_of(call, flown, frames, steps, finest):
    """Distances of 64 flights, after some frames, from where a much finer step takes them; (steps, 64)."""

    def places(n):
        tiles = flown(call, frames, steps=n).reshape(-1, LANES)
        return tiles[[ROW[f"flight.{path}"] for path in PLACE]]

    exact = places(finest)
    return np.array([np.linalg.norm(places(n) - exact, axis=0) for n in steps])


def test_flights_in_the_air_converge_with_the_second_order(recoveries, flown):
    """Four seconds of approach in steps of 10 to 1.25 ms, against 0.16 ms: regression over the median of 64 flights.

    Air, pilot and controls are held over a frame whatever the step, so that the step changes nothing but the motion.
    """
    steps = (2, 4, 8, 16)
    errors = np.median(errors_of(recoveries.calls[0], flown, 200, steps, 128), axis=1)
    assert order_of(errors, steps) == pytest.approx(2.0, abs=0.2)
    assert errors[2] < 1e-3  # a millimetre at the default step


def test_touchdowns_converge(recoveries, flown):
    """Over a touchdown, where contact begins within a step, at least the first order is left, and a centimetre in 0.4
    s.
    """
    steps = (4, 8, 16, 32)
    errors = np.median(errors_of(recoveries.at("touchdown_time"), flown, 20, steps, 256), axis=1)
    assert order_of(errors, steps) > 0.9
    assert errors[1] < 0.01


def test_samples_end_with_the_flight(calm):
    """Times at the frames asked for, values of the paths asked for, the last at the end; the same
    flight as in a batch.
    """
    times, values, flown = sampled(calm, 3, 1, PLACE, interval=5)
    assert np.diff(times) == pytest.approx(0.1)
    assert values.shape == (len(times), 3)
    assert times[-1] == pytest.approx(flown["log.end_time"][0], abs=0.1)
    batch = fly([Job(calm, np.arange(5))], seed=1)
    assert np.array_equal(batch.rows[3], flown.rows[0], equal_nan=True)


def test_a_calm_recovery_lands_and_stops(calm):
    """64 of 64, on the strip, with the sink rate of the glide path less the flare."""
    flights = fly([Job(calm, np.arange(64))], seed=1)
    assert (flights.outcome == Outcome.RECOVERED).all()
    assert np.abs(flights["log.touchdown.y"] + 5.5).max() < 5.0
    assert (flights["log.touchdown.sink_rate"] > 0.0).all()


def test_a_launch_over_the_ramp_climbs_away(launch):
    """64 of 64 with 12 m/s over deck."""
    assert (fly([Job(launch, np.arange(64))], seed=1).outcome == Outcome.LAUNCHED).all()


def test_too_heavy_for_the_run_is_no_launch(make_scenario):
    """Fifty metres of flat deck without wind, as heavy as can be: nobody climbs away."""
    scenario = make_scenario("launch", wind_over_deck=0.0, ship_speed=0.0, mass=1450.0, run=50.0)
    found = fly([Job(scenario, np.arange(64))], seed=1).outcome
    assert not (found == Outcome.LAUNCHED).any()


def test_progress_counts_every_flight_once(calm):
    """The numbers given add up to the flights."""
    counted: list[int] = []
    fly([Job(calm, np.arange(70))], seed=1, progress=counted.append)
    assert sum(counted) == 70


def test_flights_come_back_in_order(calm, make_scenario):
    """Scenarios and numbers as they were asked for."""
    other = make_scenario("recovery", wind_over_deck=8.0)
    flights = fly([Job(calm, np.array([5, 2, 9])), Job(other, np.array([1]))], seed=1)
    assert flights.scenario.tolist() == [0, 0, 0, 1]
    assert flights.number.tolist() == [5, 2, 9, 1]
    assert flights.lane_steps > 0


@pytest.mark.parametrize(
    ("jobs", "seed", "line"),
    [
        ((), 1, "jobs: none: expected at least one"),
        ((("recovery", [], 0),), 1, "flights: none: expected at least one number"),
        ((("recovery", [0], 0), ("launch", [0], 0)), 1, "missions = launch and recovery: expected one mission"),
        ((("recovery", [2**32], 0),), 1, "flight number = 4.29497e+09: expected a whole number from 0 to 4294967295"),
        ((("recovery", [-1], 0),), 1, "flight number = -1: expected a whole number from 0 to 4294967295"),
        ((("recovery", [0.5], 0),), 1, "flight number = 0.5: expected a whole number"),
        ((("recovery", [0], 2**32),), 1, "stream = 4.29497e+09: expected a whole number from 0 to 4294967295"),
        ((("recovery", [0], 0),), -1, "seed = -1: expected a whole number from 0"),
    ],
)
def test_jobs_that_cannot_be_flown_are_refused(make_scenario, jobs, seed, line):
    """One clear line each, before anything flies."""
    asked = [Job(make_scenario(mission), np.array(numbers), stream) for mission, numbers, stream in jobs]
    with pytest.raises(UnusableJobsError) as refused:
        fly(asked, seed)
    assert any(line in problem for problem in refused.value.problems)
