"""The operator's rule of width: what is needed, what there is, and what is said."""

import pytest

from flattop import catalogue
from flattop.studies.criteria import STANDARD, Criteria
from flattop.studies.verdict import Answer, Verdict
from flattop.studies.width import room, sentences, width_needed, with_width


def found(airframe, ship, mission, margin=STANDARD.width_margin):
    """Room of two catalogue entries."""
    return room(catalogue.airframe(airframe), catalogue.ship(ship), mission, Criteria(width_margin=margin))


@pytest.mark.parametrize("margin", [6.0, 10.0])
def test_mojave_leaves_dokdo_and_does_not_return(margin):
    """By the default and by the margin that was published: launched, and not recovered."""
    assert found("mojave", "dokdo", "launch", margin).is_enough
    assert not found("mojave", "dokdo", "recovery", margin).is_enough


def test_the_published_numbers_are_named():
    """26 m needed, 21 m there, 5 m missing."""
    (line,) = sentences(found("mojave", "dokdo", "recovery", 10.0))
    assert all(number in line for number in ("16.0 m", "10.0 m", "26.0 m", "21.0 m", "5.0 m less"))


def test_no_margin_makes_tb3_fit_d_joao_ii():
    """14 m of span over 11 m of deck, whatever the rule."""
    assert not found("tb3", "d-joao-ii", "recovery", 0.0).is_enough
    assert not found("tb3", "d-joao-ii", "launch").is_enough


def test_tb3_has_room_on_anadolu_within_the_whole_range():
    """20 m needed, 20 to 24 m there."""
    r = found("tb3", "anadolu", "recovery")
    assert (r.is_enough, r.is_settled) == (True, True)


def test_ranges_that_allow_both_answers_are_said():
    """24 m needed with a margin of 10 m, 20 to 24 m there."""
    r = found("tb3", "anadolu", "recovery", 10.0)
    assert (r.is_enough, r.is_settled) == (False, False)
    assert "do not settle" in sentences(r)[1]


def test_what_a_launch_needs():
    """Half a span to the island and half a track to the edge; without an island twice half a track."""
    assert width_needed(16.0, 3.0, 6.0, "launch", True) == 15.5
    assert width_needed(16.0, 3.0, 6.0, "launch", False) == 9.0
    assert "track" in sentences(found("tb3", "runway", "launch"))[0]


def test_a_narrow_deck_decides_and_a_wide_one_is_said():
    """NO-GO with the reason first, or the verdict as it was with the rule last."""
    flown = Verdict(Answer.GO, ("All succeeded.",))
    narrow = with_width(flown, found("tb3", "d-joao-ii", "recovery"))
    assert (narrow.decision, narrow.sentences[-1]) == ("NO-GO", "All succeeded.")
    assert narrow.sentences[0].startswith("Too narrow for recovery")
    wide = with_width(flown, found("tb3", "izumo", "recovery"))
    assert (wide.decision, wide.sentences[0]) == ("GO", "All succeeded.")
    assert wide.sentences[-1].startswith("Wide enough")
