"""Words and rows: directions, conditions, rates, the wind needed, and what happened in one flight."""

import numpy as np
import pytest
import synthetic

from flattop.catalogue import airframe, pilot, ship
from flattop.reports.words.assumptions import assumptions
from flattop.reports.words.inputs import input_table
from flattop.reports.words.open_region import cells, needs, runs
from flattop.reports.words.wording import condition_words, from_side, rate_words, touchdown_words


@pytest.mark.parametrize(
    ("angle", "words"), [(0.0, "ahead"), (30.0, "30° to starboard"), (-45.0, "45° to port"), (180.0, "astern")]
)
def test_direction_in_words(angle, words):
    """Positive angles are to starboard."""
    assert from_side(angle) == words


def test_condition_in_words():
    """Wind in knots, sea in metres, mass in kilograms; a calm sea has no period."""
    words = condition_words(synthetic.PROVENANCE)
    assert words.startswith("Wind over deck 20 kt from ahead, ship at 10 kt, significant wave height 1.88 m")
    assert "calm sea" in condition_words(synthetic.PROVENANCE | {"significant_height_m": 0.0})


@pytest.mark.parametrize(
    ("rate", "low", "high", "words"),
    [
        (1.0, 0.9963, 1.0, "100.00 (99.63 to 100.00) %"),
        (0.5, 0.4, 0.6, "50 (40 to 60) %"),
        (0.0, 0.0, 0.0037, "0.00 (0.00 to 0.37) %"),
    ],
)
def test_rate_in_words(rate, low, high, words):
    """A rate has as many digits as its interval needs, at most two."""
    assert rate_words(rate, low, high) == words


def test_runs_of_true():
    """Every run of true values, by its first and last place."""
    assert runs([True, True, False, True]) == [(0, 1), (3, 3)]
    assert runs([False]) == []


def test_wind_needed():
    """The open speeds ahead and the widest open sector are read from the decisions."""
    envelope = synthetic.envelope()
    decision = np.full(envelope["decision"].shape, -1)
    decision[0, 5:8, 2:5] = 1  # -15 .. 15 deg, 15 .. 25 kt in the calm sea
    decision[0, 8, 3] = 1  # and 30 deg at 20 kt
    calm, rough, _ = needs(envelope.assign(decision=(envelope["decision"].dims, decision)))
    assert calm.ahead == "15 to 25 kt"
    assert calm.sector == "15° to port … 30° to starboard at 20 kt"
    assert (calm.sea, calm.open, calm.total) == ("calm", 10, 117)
    assert rough.ahead.startswith("closed")
    assert rough.sector == "none"


def test_every_condition_has_a_row():
    """The table lists each cell once, its failures named with their numbers."""
    envelope = synthetic.envelope()
    rows = cells(envelope)
    assert len(rows) == envelope["decision"].size
    assert any("off side" in row.causes for row in rows)
    assert all(row.decision in ("open", "undecided", "closed") for row in rows)


def test_recovery_in_words():
    """Touchdown is given from the aim point and the centre line."""
    lines = " ".join(touchdown_words(synthetic.trajectory(), -87.0, -5.5))
    assert "recovered" in lines
    assert "1.0 m beyond the aim point, 0.5 m to starboard of the centre line" in lines
    assert "broke off 1 approach." in lines


def test_launch_in_words():
    """A launch is described at the bow."""
    assert "passed the bow after 18.0 s at 64 kt" in " ".join(touchdown_words(synthetic.trajectory("launch"), 0.0, 0.0))


def test_input_table_marks_weak_grades():
    """Estimates and recalled numbers are counted and marked."""
    table = input_table(airframe("tb3"))
    assert table.weak == sum(row.grade in "EM" for row in table.rows) > 0
    assert next(row for row in table.rows if row.path == "geometry.span").range == ""


@pytest.mark.parametrize(("name", "moving"), [("izumo", True), ("anadolu", True), ("runway", False)])
def test_assumptions_fit_the_ship(name, moving):
    """A runway has neither airwake nor seaway to doubt; a ship has both, the airwake first."""
    titles = [a.title for a in assumptions(airframe("tb3"), ship(name), pilot())]
    assert ("The ship moves linearly" in titles) == moving
    assert titles[0].startswith("The airwake") == moving
