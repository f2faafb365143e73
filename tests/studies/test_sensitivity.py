"""Sensitivities: inputs and their units, corners, what turns a decision, and the words for it."""

import numpy as np
import pytest

from flattop import catalogue
from flattop.scenario.moderate import edge_conditions, is_moderate, reference_condition
from flattop.scenario.scenario import Scenario
from flattop.studies.criteria import Decision
from flattop.studies.sensitivity import Counts, sensitivity, sentences, uncertain_inputs
from flattop.studies.sensitivity import study as studies
from flattop.studies.sensitivity.inputs import moved

FEW = Counts(screening=1, foremost=3, flights=12, designs=40, drawn=1)


@pytest.fixture(scope="module")
def recovery():
    """A recovery of the TB3 on the Izumo."""
    entries = catalogue.airframe("tb3"), catalogue.ship("izumo"), catalogue.pilot()
    return Scenario(*entries, reference_condition(), "recovery")


@pytest.fixture
def thought_out(monkeypatch):
    """Rates that follow a known rule instead of flights: all fail where the main wheel reaches below 1.4 m."""

    def counts(variants, flights, seed, progress=None, common=True):
        good = np.array([v.airframe.gear.main.z.si >= 1.4 for v in variants])
        total = np.full(len(variants), 3 * flights)
        return np.where(good, total, 0), np.zeros_like(total), total

    monkeypatch.setattr(studies, "edge_counts", counts)


def test_inputs_are_those_with_a_range_that_flights_read(recovery):
    """Nothing exact, nothing of stowage; paths are unique and a copy with all of them moved can be assembled."""
    inputs = uncertain_inputs(recovery)
    assert len({i.name for i in inputs}) == len(inputs) > 100
    assert all(i.quantity.si_low < i.quantity.si_high for i in inputs)
    assert not any(i.path.startswith(("folding", "hull.beam", "lift.", "limits")) for i in inputs)
    high = moved(recovery, {i: i.quantity.si_high for i in inputs})
    assert high.airframe.gear.main.z.si == recovery.airframe.gear.main.z.si_high


def test_values_are_shown_in_the_unit_of_the_file(recovery):
    """The ends and the best value of every input come back, to rounding."""
    for i in uncertain_inputs(recovery):
        q = i.quantity
        shown = [i.shown(v) for v in (q.si_low, q.si, q.si_high)]
        assert shown == pytest.approx([q.low, q.value, q.high], rel=1e-9, abs=1e-12)


def test_corners_are_moderate(recovery):
    """Three of them, all within what the verdict is given for."""
    corners = edge_conditions(recovery.condition)
    assert len(corners) == 3
    assert all(is_moderate(c) for c in corners)


@pytest.mark.usefixtures("thought_out")
def test_the_input_that_decides_is_found_with_its_threshold(recovery):
    """It comes first and alone, turns the decision at its low end, and the threshold is met to an eighth of what lies between."""
    found = sensitivity(recovery, FEW, 1)
    assert found.input.values.tolist() == ["airframe.gear.main.z"]
    assert found.decision.values.tolist() == [[Decision.CLOSED, Decision.UNDECIDED]]
    z = recovery.airframe.gear.main.z
    assert float(found.crossing.sel(end="low")[0]) == pytest.approx(1.4, abs=(z.si - z.si_low) / 16.0 + 1e-9)
    assert np.isnan(found.crossing.sel(end="high")[0])
    share, error = float(found.variance_share[0]), float(found.variance_error[0])
    assert (
        share > 0.7
    )  # all of the variance; random balance at 40 drawings and 6 harmonics misses what a step has above
    assert error < 0.5
    text = " ".join(sentences(found))
    assert "NO-GO if contact point" in text
    assert "below about 1." in text


def test_where_nothing_matters_that_is_said(recovery, monkeypatch):
    """No input is named when none changes anything."""
    everything = lambda variants, flights, *_, **__: tuple(  # noqa: E731
        np.full(len(variants), n) for n in (3 * flights, 0, 3 * flights)
    )
    monkeypatch.setattr(studies, "edge_counts", everything)
    found = sensitivity(recovery, FEW, 1)
    assert found.sizes["input"] == 0
    assert "none of the" in " ".join(sentences(found))


def test_a_dull_decision_is_not_turned():
    """Only NO-GO against anything else counts as a turn."""
    closed, undecided, open_ = Decision.CLOSED, Decision.UNDECIDED, Decision.OPEN
    assert studies._is_turned(closed, open_)
    assert studies._is_turned(undecided, closed)
    assert not studies._is_turned(undecided, open_)


def test_flights_at_the_corners_are_counted(recovery):
    """Two variants alike fly alike in the same winds and waves; every flight is counted once."""
    success, mishap, total = studies.edge_counts([recovery, recovery], 2, 5)
    assert total.tolist() == [6, 6]
    assert success[0] == success[1]
    assert mishap[0] == mishap[1]
