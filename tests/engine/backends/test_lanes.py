"""The lane loop: equal to plain Python, to itself on any number of threads and in any company, and safe against lost
lanes.
"""

import numba
import numpy as np
import pytest

from flattop.engine.backends.march import OUTCOME_ROW, march
from flattop.engine.backends.tile import ROW
from flattop.engine.jobs import Job
from flattop.engine.judge.outcome import SUCCESS, Outcome
from flattop.engine.layout import LANES
from flattop.engine.simulate import fly

FRAMES = 12


def same(a, b):
    """Whether two arrays are equal to the last bit; the sign of a zero is not counted, nor what kind of no number one
    is.
    """
    return np.array_equal(a, b, equal_nan=True)


def rows_of(tiles, path):
    """One scalar of all lanes, (tiles, LANES)."""
    return tiles.reshape(len(tiles), -1, LANES)[:, ROW[path]]


@pytest.fixture(scope="module")
def stages(recoveries, launches):
    """Tiles airborne on the approach, at touchdown, on the deck run and at the bow."""
    return {
        "approach": recoveries.calls[5],
        "touchdown": recoveries.at("touchdown_time"),
        "run": launches.calls[8],
        "bow": launches.at("bow_time"),
    }


def test_the_stages_are_what_they_are_called(stages, flown):
    """Some wheels meet the deck in the stage of touchdown and leave it at the bow; none touch on the approach, all on
    the run.
    """

    def on_wheels(tiles):
        return rows_of(tiles, "flight.moving.load.y") + rows_of(tiles, "flight.moving.load.z") > 0.0

    wheels = {name: (on_wheels(call["tiles"]), on_wheels(flown(call, FRAMES))) for name, call in stages.items()}
    assert not wheels["approach"][0].any()
    assert wheels["run"][0].all()
    assert (~wheels["touchdown"][0] & wheels["touchdown"][1]).any()
    assert (wheels["bow"][0] & ~wheels["bow"][1]).any()


@pytest.mark.parametrize("stage", ["approach", "touchdown", "run", "bow"])
def test_compiled_lanes_equal_plain_python(stages, flown, stage):
    """Twelve frames of 64 flights, every scalar of every lane, bit for bit."""
    call = stages[stage]
    plain = march.py_func  # pyright: ignore[reportFunctionMemberAccess]
    assert same(flown(call, FRAMES), flown(call, FRAMES, by=plain))


def test_a_gridded_airwake_is_flown_alike(stages, flown):
    """A grid around the stern changes the flights, compiled and plain to the same bits; a lost lane reads no stray memory."""
    call, draw = stages["touchdown"], np.random.default_rng(3)
    grid = {
        "wakes": 0.1 * draw.standard_normal((1, 6, 5, 4, 4)),
        "wake_origins": np.array([[-250.0, -40.0, -60.0]]),
        "wake_spacings": np.array([[60.0, 20.0, 20.0]]),
    }
    after = flown(call, 4, **grid)
    plain = march.py_func  # pyright: ignore[reportFunctionMemberAccess]
    assert same(after, flown(call, 4, by=plain, **grid))
    assert not same(after, flown(call, 4))
    spoilt = call["tiles"].copy()
    rows_of(spoilt, "flight.moving.body.p_N.x")[0, 5] = np.nan
    lost = flown(call, 4, tiles=spoilt, **grid)
    others = np.arange(LANES) != 5
    assert same(*(t.reshape(-1, LANES)[:, others] for t in (lost, after)))


@pytest.fixture(scope="module")
def company(recovery, make_scenario):
    """150 recoveries in one sea and 90 in another, flown together."""
    other = make_scenario("recovery", significant_height=1.0, wind_over_deck=16.0, wave_from=0.7)
    return [Job(recovery, np.arange(150)), Job(other, np.arange(90))]


@pytest.fixture(scope="module")
def results(company):
    """Final states of that company."""
    return fly(company, seed=7)


@pytest.mark.parametrize("threads", [1, 2])
def test_results_do_not_depend_on_threads(company, results, threads):
    """Four tiles on one thread and on two."""
    before = numba.get_num_threads()
    try:
        numba.set_num_threads(min(threads, before))
        again = fly(company, seed=7)
    finally:
        numba.set_num_threads(before)
    assert same(again.rows, results.rows)


def test_results_do_not_depend_on_order_and_company(company, results):
    """Jobs the other way round, flights picked out in any order, and one flown alone: the same results."""
    first, second = company
    swapped = fly([second, Job(first.scenario, np.array([149, 3, 77]))], seed=7)
    picked = np.concatenate([np.arange(150, 240), [149, 3, 77]])
    assert same(swapped.rows, results.rows[picked])
    alone = fly([Job(first.scenario, np.array([42]))], seed=7)
    assert same(alone.rows, results.rows[[42]])


def test_results_do_not_depend_on_the_batch(company, results, monkeypatch):
    """Memory for 128 flights at once instead of thousands."""
    monkeypatch.setattr("flattop.engine.simulate.BATCH", 2 * LANES)
    again = fly(company, seed=7)
    order = np.lexsort((again.number, again.scenario))
    assert same(again.rows[order], results.rows)


def test_another_seed_is_another_flight(company, results):
    """And the same seed the same."""
    other = fly(company[:1], seed=8)
    assert (other["log.end_S.x"] != results["log.end_S.x"][:150]).all()


@pytest.mark.parametrize("stage", ["approach", "touchdown", "bow"])
def test_a_lost_lane_is_no_success_and_harms_nobody(stages, flown, stage):
    """Any number of the state that is lost ends the flight as NOT_FINITE or moves nothing; the other lanes keep their
    bits.
    """
    call = stages[stage]
    fine = flown(call, FRAMES)
    flying = (rows_of(call["tiles"], "flight.log.outcome")[0] == 0) & (rows_of(fine, "flight.log.outcome")[0] == 0)
    lane = int(np.argmax(flying))
    state = [row for path, row in ROW.items() if path.startswith("flight.") and not path.startswith("flight.log")]
    state.remove(ROW["flight.actuators.brake"])  # is read by wheels on the deck only, and then felt by all
    motion = [row for path, row in ROW.items() if path.startswith(("flight.moving", "flight.actuators"))]
    for row in state:
        spoilt = call["tiles"].copy()
        spoilt.reshape(-1, LANES)[row, lane] = np.nan
        after = flown(call, FRAMES, tiles=spoilt).reshape(-1, LANES)
        is_lost = after[OUTCOME_ROW, lane] == Outcome.NOT_FINITE
        assert is_lost or np.isfinite(after[motion, lane]).all()
        others = np.arange(LANES) != lane
        assert same(after[:, others], fine.reshape(-1, LANES)[:, others])
    assert Outcome.NOT_FINITE not in SUCCESS


def test_an_ended_flight_stays_where_it_is(recoveries, flown):
    """Every scalar of a lane that has ended is left alone while its tile flies on."""
    call = recoveries.at("end_time")
    before = flown(call, 20)
    after = flown(call | {"first_frame": call["first_frame"] + 20}, 20, tiles=before)
    ended = rows_of(before, "flight.log.outcome")[0] > 0
    assert ended.any()
    assert not ended.all()
    state = ROW["start"]
    assert same(*(t.reshape(-1, LANES)[:state, ended] for t in (before, after)))


def test_a_tile_stops_when_all_its_flights_have_ended(stages):
    """The frames flown are counted, and no more are flown."""
    call = stages["touchdown"]
    tiles = call["tiles"].copy()
    rows_of(tiles, "flight.log.outcome")[:] = Outcome.DITCHED
    flown_frames = march(*(call | {"tiles": tiles, "frames": FRAMES}).values())
    assert flown_frames.tolist() == [1]
    assert same(tiles.reshape(-1, LANES)[: ROW["start"]], _outcomes_of(call, Outcome.DITCHED)[: ROW["start"]])
    assert (rows_of(tiles, "flight.log.outcome") == Outcome.DITCHED).all()


def _outcomes_of(call, outcome):
    """The lanes of a call, all with the same outcome."""
    rows = call["tiles"].copy().reshape(-1, LANES)
    rows[OUTCOME_ROW] = outcome
    return rows
