"""The assessment's recipe: what it asks of the studies, the flight it shows, and where its datasets say they come from."""

import numpy as np
import pytest
import xarray as xr

from flattop import catalogue
from flattop.engine.judge.outcome import Outcome
from flattop.scenario.digest import digest
from flattop.scenario.moderate import is_moderate, reference_condition
from flattop.scenario.provenance import version
from flattop.scenario.scenario import Scenario
from flattop.studies import assessment as studies
from flattop.studies.assessment import assess, expected_flights, typical_flight
from flattop.studies.criteria import Criteria, Decision
from flattop.studies.envelope import Grid, envelope_dataset
from flattop.studies.flights import counts, with_rates
from flattop.studies.sizes import SIZES
from flattop.studies.verdict import Answer

STRICT = Criteria(mishap_rate=1e-5, success_rate=0.995, confidence=0.99)
GRID = Grid(speeds=(10.0, 15.0), angles=(0.0,), heights=(0.88, 3.25), periods=(7.5, 9.7))


@pytest.fixture(scope="module")
def recovery():
    """A recovery of the TB3 on the Izumo."""
    entries = catalogue.airframe("tb3"), catalogue.ship("izumo"), catalogue.pilot()
    return Scenario(*entries, reference_condition(), "recovery")


def flights_of(outcomes, times):
    """Flights that ended so, after so many seconds."""
    data = {"outcome": ("flight", [int(o) for o in outcomes]), "end_time": ("flight", np.array(times, dtype=float))}
    return xr.Dataset(data, {"flight": np.arange(len(times)) + 100})


def enough_flown(base, grid, seed=1, criteria=STRICT, successes=10**6):
    """The envelope of flights that all succeeded, as the study writes it."""
    counted = np.zeros((int(np.prod(grid.shape)), len(Outcome)), dtype=int)
    counted[:, Outcome.LAUNCHED if base.mission == "launch" else Outcome.RECOVERED] = successes
    return envelope_dataset(counted, grid, base, criteria, seed)


@pytest.fixture
def asked(monkeypatch):
    """Studies that answer without flying, and what each was asked: (study, mission, seed, ...)."""
    calls = []

    def flown_envelope(base, grid, budget, seed, criteria, progress, core):
        calls.append(("envelope", base.mission, budget, seed, core is is_moderate))
        progress(budget)
        return enough_flown(base, grid, seed, criteria)

    def flown(scenario, count, seed, criteria, progress):
        calls.append(("flights", scenario.mission, count, seed))
        progress(count)
        return flights_of([Outcome.BOLTER, Outcome.RECOVERED], [1.0, 2.0])

    monkeypatch.setattr(studies, "envelope", flown_envelope)
    monkeypatch.setattr(studies, "fly_condition", flown)
    monkeypatch.setattr(
        studies, "trajectory", lambda scenario, number, seed: calls.append(("flight", scenario.mission, number, seed))
    )
    monkeypatch.setattr(studies, "deck_motion", lambda *_: None)
    return calls


def test_both_missions_are_assessed_alike(asked, recovery):
    """The same size, seed and criteria for both; the flight shown is one that succeeded; each stage is announced."""
    size, stages = SIZES["quick"]._replace(grid=GRID), []
    found = assess(
        recovery.airframe,
        recovery.ship,
        seed=5,
        size=size,
        criteria=STRICT,
        progress=lambda *stage: stages.append(stage),
    )
    for mission in ("launch", "recovery"):
        of = [call for call in asked if call[1] == mission]
        assert of == [("envelope", mission, 3000, 5, True), ("flights", mission, 256, 5), ("flight", mission, 101, 5)]
    assert dict(stages) == expected_flights(recovery, size)
    assert found.recovery.envelope.attrs["mission"] == "recovery"
    assert (found.launch.verdict.decision, found.recovery.verdict.decision) == (Answer.GO, Answer.GO)
    assert found.launch.sensitivity is None
    assert any("criterion 0.001%" in line for line in found.launch.verdict.sentences)
    assert any(line.startswith("Wide enough for launch") for line in found.launch.verdict.sentences)


def test_a_deck_too_narrow_is_no_go_whatever_is_flown(asked, recovery):
    """The operator's margin is part of the criteria."""
    size, wide = SIZES["quick"]._replace(grid=GRID), Criteria(width_margin=100.0)
    found = assess(recovery.airframe, recovery.ship, size=size, criteria=wide, progress=lambda *_: None)
    assert found.recovery.verdict.decision == Answer.NO_GO
    assert found.recovery.verdict.sentences[0].startswith("Too narrow for recovery")


def test_stages_are_announced_with_their_flights(recovery):
    """Three of each mission with sensitivities, two without."""
    assert list(expected_flights(recovery, SIZES["quick"])) == [
        "launch envelope", "launch flights", "recovery envelope", "recovery flights",
    ]  # fmt: skip
    assert expected_flights(recovery, SIZES["default"])["recovery sensitivities"] > 1000


@pytest.mark.parametrize(
    ("outcomes", "times", "number"),
    [
        ([Outcome.RECOVERED] * 3, [50.0, 40.0, 44.0], 102),
        ([Outcome.RECOVERED, Outcome.RAMP_STRIKE, Outcome.RECOVERED, Outcome.RECOVERED], [50.0, 44.0, 40.0, 45.0], 103),
        ([Outcome.BOLTER, Outcome.RAMP_STRIKE], [50.0, 44.0], 100),
    ],
)
def test_typical_flight(outcomes, times, number):
    """A success of median duration, or the first flight where none succeeded."""
    assert typical_flight(flights_of(outcomes, times)) == number


def test_an_envelope_says_where_it_comes_from(recovery):
    """Entries, seed, version, digest and criteria; nothing of what the grid varies."""
    found = enough_flown(recovery, GRID, seed=9)
    wanted = {
        "airframe": "tb3", "ship": "izumo", "pilot": recovery.pilot.name, "mission": "recovery", "seed": 9, "version": version(),
        "digest": digest(recovery), "flights": 4 * 10**6, "mishap_most": 1e-5, "success_least": 0.995, "confidence": 0.99,
        "criteria": STRICT.sentence(),
    }  # fmt: skip
    assert {name: found.attrs[name] for name in wanted} == wanted
    assert not {"wind_over_deck_m_s", "wind_from_rad", "significant_height_m", "modal_period_s"} & set(found.attrs)
    assert found.decision.values.ravel().tolist() == [Decision.OPEN] * 4
    assert all("units" in v.attrs and "long_name" in v.attrs for v in found.data_vars.values())


def test_flights_of_one_condition_say_their_rates_and_criteria():
    """A bolter is neither success nor mishap."""
    found = with_rates(
        flights_of([Outcome.RECOVERED, Outcome.BOLTER, Outcome.OVERRUN, Outcome.RECOVERED], [1, 2, 3, 4]), STRICT
    )
    assert counts(found.outcome.values) == (2, 1, 4)
    a = found.attrs
    assert (a["success_count"], a["mishap_count"], a["sample_count"], a["success_rate"]) == (2, 1, 4, 0.5)
    assert a["decision"] == Decision.CLOSED
    assert (a["success_least"], a["confidence"]) == (0.995, 0.99)
