"""How flights are shared out over conditions: so many to begin with, then to those that are not decided, while the budget lasts."""

from types import SimpleNamespace

import numpy as np
import pytest

from flattop import catalogue
from flattop.engine.judge.outcome import Outcome
from flattop.engine.layout import LANES
from flattop.scenario.moderate import is_moderate, reference_condition
from flattop.scenario.scenario import Scenario
from flattop.studies import envelope as studies
from flattop.studies.criteria import Decision
from flattop.studies.envelope import Grid, envelope
from flattop.studies.sampling import next_share

GRID = Grid(speeds=(0.0, 8.0, 10.0, 12.0), angles=(0.0, 0.2), heights=(0.88, 3.25), periods=(7.5, 9.7))


@pytest.fixture
def asked(monkeypatch):
    """What is asked of a flyer that never flies: (condition, flights) pairs call by call; a fixed share of each condition fails.

    Conditions 1, 6, 11 and 13 fail as often as not, 2 and 12 about once in twenty or as asked, the others never.
    """
    scenario = Scenario(
        catalogue.airframe("tb3"), catalogue.ship("izumo"), catalogue.pilot(), reference_condition(), "recovery"
    )
    conditions = [s.condition for s in GRID.scenarios(scenario)]
    every, calls = {1: 2, 6: 2, 11: 2, 13: 2, 2: 19, 12: 21}, []

    def fly(jobs, seed, progress=None):
        share = [(conditions.index(job.scenario.condition), len(job.numbers)) for job in jobs]
        calls.append(share)
        which = np.repeat(np.arange(len(jobs)), [n for _, n in share])
        outcome = np.concatenate(
            [np.where(np.arange(n) % every.get(k, n + 1) == 1, Outcome.BOLTER, Outcome.RECOVERED) for k, n in share]
        )
        return SimpleNamespace(scenario=which, outcome=outcome)

    monkeypatch.setattr(studies, "fly", fly)

    def sequence(budget, core=is_moderate, failing=19):
        calls.clear()
        every[2] = failing
        envelope(scenario, GRID, budget, 1, core=core)
        return calls

    return sequence


CORE = (1, 2, 3, 5, 6, 7)
FIRST = [(k, 192 if k in CORE else 16) for k in range(16)]
NOT_SEEN_CLOSED = (0, 4, 8, 9, 10, 12, 14, 15)


def each(conditions, flights):
    """The same number of flights for each of some conditions."""
    return [(k, flights) for k in conditions]


BEGINNING = [FIRST, each(NOT_SEEN_CLOSED, 64)]


def test_the_beginning_is_flown_without_any_budget(asked):
    """16 flights of each condition, 192 of the moderate ones; 64 more of those not moderate that are not seen to be closed."""
    assert asked(0) == BEGINNING


def test_the_rest_goes_to_moderate_conditions_until_the_budget_is_spent(asked):
    """Evenly to those undecided, in tiles of lanes, at most eight tiles at a time."""
    assert asked(5000) == [*BEGINNING, each((2, 3, 5, 7), 512), each((2, 3, 5, 7), 256)]


def test_one_that_stays_undecided_takes_what_is_left(asked):
    """Three moderate conditions are proven with 192 + 7 x 512 flights, the fourth never is."""
    last = [each((2,), n) for n in (512,) * 7 + (256,)]
    assert asked(20000) == [*BEGINNING, *[each((2, 3, 5, 7), 512)] * 7, *last]


def test_others_come_when_no_moderate_condition_is_left(asked):
    """Where the fourth is closed by its first flights, all others not seen to be closed share what is left."""
    rest = [each(NOT_SEEN_CLOSED, n) for n in (512,) * 4 + (128,)]
    assert asked(30000, failing=8) == [*BEGINNING, *[each((3, 5, 7), 512)] * 7, *rest]


def test_without_conditions_of_most_interest_all_begin_alike(asked):
    """16 flights each, 64 more where not closed, then equal shares."""
    left = (0, 2, 3, 4, 5, 7, 8, 9, 10, 12, 14, 15)
    begun = [each(range(16), 16), each(left, 64)]
    assert asked(9000, None) == [*begun, each(left, 512), each(left, 128)]


OPEN, UNDECIDED, CLOSED = Decision.OPEN, Decision.UNDECIDED, Decision.CLOSED


@pytest.mark.parametrize(
    ("flights", "decisions", "core", "budget", "share"),
    [
        ((0, 0, 0), (UNDECIDED,) * 3, (0, 1, 0), 0, (16, 192, 16)),
        ((16, 192, 16), (UNDECIDED, UNDECIDED, CLOSED), (0, 1, 0), 0, (64, 0, 0)),
        ((80, 192, 16), (UNDECIDED, UNDECIDED, CLOSED), (0, 1, 0), 288 + 200, (0, LANES * (200 // LANES), 0)),
        ((80, 192, 16), (UNDECIDED, UNDECIDED, CLOSED), (0, 1, 0), 10**6, (0, 8 * LANES, 0)),
        ((80, 192, 80), (UNDECIDED, OPEN, UNDECIDED), (0, 1, 0), 352 + 5 * LANES, (2 * LANES, 0, 2 * LANES)),
        ((80, 192, 16), (UNDECIDED, UNDECIDED, CLOSED), (0, 1, 0), 288 + LANES - 1, (0, 0, 0)),
        ((80, 192, 16), (UNDECIDED, UNDECIDED, CLOSED), (0, 1, 0), 100, (0, 0, 0)),
        ((16, 192, 16), (CLOSED, OPEN, CLOSED), (0, 1, 0), 10**6, (0, 0, 0)),
    ],
    ids=["first", "to prove", "rest", "largest", "no core left", "too little", "overspent", "all decided"],
)
def test_next_share(flights, decisions, core, budget, share):
    """One step of it, from what was flown and decided."""
    core = np.array(core, dtype=bool)
    assert next_share(np.array(flights), np.array(decisions), core, budget).tolist() == list(share)
