"""Fleets: the same flights however many frames a call flies, whoever flies them, alone, gathered or copied."""

import numpy as np
import pytest

from flattop.engine.backends.lanes import LANES
from flattop.engine.backends.plain import Plain
from flattop.engine.fleet import begin, joined
from flattop.engine.jobs import Job, UnusableJobsError
from flattop.engine.judge.outcome import Outcome
from flattop.engine.layout import row_count
from flattop.engine.random import identities
from flattop.engine.records import Flight
from flattop.pilot.contract import Intent
from flattop.pilot.recovery import recovery as own_recovery


def same(a, b):
    """Whether two fleets are equal to the last bit."""
    return np.array_equal(a.rows, b.rows, equal_nan=True) and a.frame == b.frame


@pytest.fixture(scope="module")
def near_touchdown(recovery):
    """Five recoveries a few seconds before their wheels meet the deck."""
    return begin([Job(recovery, np.arange(5))], seed=7).advanced(2000, LANES)


@pytest.mark.parametrize("mission", ["recovery", "launch"])
def test_frames_of_a_call_do_not_matter(mission, recovery, launch):
    """1, 7 and 500 frames at a time, over nodes of the ship's motion and past the end of flights: the same to the last bit."""
    jobs, frames = [Job({"recovery": recovery, "launch": launch}[mission], np.arange(5))], 2500
    whole = begin(jobs, seed=7).advanced(frames, LANES)
    for step in (1, 7, 500):
        fleet = begin(jobs, seed=7)
        while fleet.frame < frames:
            fleet = fleet.advanced(min(step, frames - fleet.frame), LANES)
        assert same(fleet, whole)


@pytest.mark.parametrize("frames", [1, 13])
def test_plain_python_flies_the_same(near_touchdown, frames):
    """Before touchdown, and through it, from the same states: equal to the last bit."""
    once, again = near_touchdown, near_touchdown.advanced(150, LANES)
    for fleet in (once, again):
        assert same(fleet.advanced(frames, Plain()), fleet.advanced(frames, LANES))


def test_plain_python_launches_the_same(launch):
    """From the first frame on deck."""
    fleet = begin([Job(launch, np.arange(2))], seed=7)
    assert same(fleet.advanced(21, Plain()), fleet.advanced(21, LANES))


def test_flights_gathered_fly_on_alone(near_touchdown):
    """A flight taken out of its company is the same flight."""
    alone = near_touchdown.gathered(np.array([3])).advanced(300, LANES)
    assert np.array_equal(alone.rows[0], near_touchdown.advanced(300, LANES).rows[3], equal_nan=True)


def test_results_are_read_by_name(near_touchdown):
    """Any scalar of the state; a name that is none is a KeyError."""
    assert near_touchdown.rows.shape == (5, row_count(Flight))
    assert (near_touchdown["moving.body.p_N.z"] < 0.0).all()
    assert (near_touchdown["avionics.demand.intent"] == Intent.APPROACH).all()
    assert near_touchdown.outcome.tolist() == [Outcome.FLYING] * 5
    with pytest.raises(KeyError):
        near_touchdown["moving.body.p_N.w"]


def test_copies_go_their_own_way(near_touchdown):
    """The same until now, another generation of random numbers from here on; two copies of one identity stay one flight."""
    generations = np.array([[3, 0, 0], [3, 0, 1], [3, 0, 1]])
    copies = near_touchdown.copied(np.array([3, 3, 3]), generations)
    assert np.array_equal(copies.rows, near_touchdown.rows[[3, 3, 3]], equal_nan=True)
    later = copies.advanced(50, LANES)
    place = later["moving.body.p_N.y"]
    assert place[0] != place[1]
    assert place[1] == place[2]
    assert place[0] == near_touchdown.advanced(50, LANES)["moving.body.p_N.y"][3]
    for wrong in ([2**32, 0, 0], [0, 2**32, 0], [0, 0, 2**16], [0, 0, -1]):
        with pytest.raises(UnusableJobsError):
            near_touchdown.copied(np.array([3]), np.array([wrong]))


def test_streams_share_no_numbers(recovery):
    """The same number in another stream is another flight, and flight 0 of one is no flight of the other."""
    here, there = (begin([Job(recovery, np.arange(100), stream)], seed=7) for stream in (0, 1))
    assert not np.isin(here["moving.body.p_N.y"], there["moving.body.p_N.y"]).any()
    assert np.array_equal(there.identity, identities(np.arange(100), 1))


def test_only_fleets_of_one_setting_are_joined(recovery):
    """Flights of different worlds, or at different times, are not one fleet."""
    one, other = (begin([Job(recovery, np.arange(2))], seed=7) for _ in range(2))
    with pytest.raises(ValueError, match="cannot be joined"):
        joined([one, other])


def test_at_least_one_frame_is_flown(near_touchdown):
    """None, or fewer, is refused."""
    with pytest.raises(ValueError, match="at least 1"):
        near_touchdown.advanced(0, LANES)


def test_a_pilot_from_outside_is_asked_and_judged(near_touchdown):
    """A callable gets what is sensed and returns a demand: one that lands like ours is the same flight, one that goes around is
    counted by its intent.
    """
    asked = []

    def listening(cockpit, duration):
        asked.append(cockpit.seen)
        return own_recovery(cockpit, duration)

    def timid(cockpit, duration):
        memory, demand = own_recovery(cockpit, duration)
        return memory, demand._replace(intent=float(Intent.GO_AROUND), power=1.0)

    one = near_touchdown.gathered(np.array([0]))
    assert same(one.advanced(3, Plain(listening)), one.advanced(3, LANES))
    assert len(asked) == 3
    assert asked[0].airspeed == pytest.approx(float(one["log.relative.airspeed"][0]), abs=3.0)
    away = one.advanced(3, Plain(timid))
    assert away["log.attempts"].tolist() == [1.0]
