"""The verdict's word and sentences, on counts that were made up."""

import numpy as np
import pytest
import xarray as xr

from flattop.engine.judge.outcome import Outcome, label
from flattop.studies.criteria import STANDARD, Criteria
from flattop.studies.failures import Failure, failures
from flattop.studies.verdict import Answer, Counts, answer, moderate_counts, verdict_of

GO, PART, UNDECIDED, NO_GO = Answer.GO, Answer.GO_IN_PART, Answer.UNDECIDED, Answer.NO_GO

GOOD = (192, 0, 192)  # two dozen together show one mishap in a thousand
ONE_LOST = (191, 1, 192)
BAD = (12, 0, 192)  # 6 % succeed
FEW = (16, 0, 16)
WEAK = (14, 0, 16)  # not closed by itself
PROVEN = (3688, 0, 3688)
SHORT = (3687, 0, 3687)

TABLE = {
    "two dozen, all succeed": (24 * [GOOD], GO),
    "one proven condition": ([PROVEN], GO),
    "one flight short of a proof": ([SHORT], UNDECIDED),
    "merely too few": (24 * [FEW], UNDECIDED),
    "no flight at all": ([(0, 0, 0)], UNDECIDED),
    "no condition at all": ([], UNDECIDED),
    "one mishap, too few to allow it": (23 * [GOOD] + [ONE_LOST], UNDECIDED),
    "one mishap, allowed": ([PROVEN, (1881, 1, 1882)], GO),
    "one closed, the others proven": (23 * [GOOD] + [BAD], PART),
    "one closed, the others too few to prove": (23 * [FEW] + [BAD], UNDECIDED),
    "half closed, the other half proven": (2 * [PROVEN] + 2 * [BAD], PART),
    "three of 24 left, proven": (3 * [PROVEN] + 21 * [BAD], PART),
    "two of 24 left, though proven": (2 * [PROVEN] + 22 * [BAD], NO_GO),
    "6 % succeed, 23 of 24 closed": ([FEW] + 23 * [BAD], NO_GO),
    "all closed": (24 * [BAD], NO_GO),
    "one condition, closed": ([BAD], NO_GO),
    "none closed by itself, closed together": (24 * [WEAK], NO_GO),
    "mishaps that close all together only": (24 * [ONE_LOST], NO_GO),
    "some closed, the others closed together": (4 * [BAD] + 20 * [WEAK], NO_GO),
    "a flight each, all failed": (24 * [(0, 0, 1)], NO_GO),
    "a single flight that failed": ([(0, 1, 1)], NO_GO),
}


def counts_of(rows):
    """Counts from (successes, mishaps, flights) of each condition."""
    return Counts(*np.array(rows, dtype=int).reshape(-1, 3).T)


@pytest.mark.parametrize(("rows", "expected"), TABLE.values(), ids=list(TABLE))
def test_answer(rows, expected):
    """GO is proven; NO-GO shown, or next to nothing left; GO IN PART proven but for what is closed; else undecided."""
    assert answer(counts_of(rows), STANDARD) == expected


@pytest.mark.parametrize("rows", [rows for rows, _ in TABLE.values() if len(rows) > 1])
def test_the_order_of_conditions_does_not_matter(rows):
    """Backwards gives the same."""
    assert answer(counts_of(rows[::-1]), STANDARD) == answer(counts_of(rows), STANDARD)


def test_other_criteria_give_other_answers():
    """What is proven to one in a thousand is not to one in ten thousand; what is closed at 95 % may be open at 5 %."""
    assert answer(counts_of(24 * [GOOD]), Criteria(mishap_rate=1e-4)) == UNDECIDED
    assert answer(counts_of(24 * [BAD]), Criteria(success_rate=0.04)) == GO


def made_up(rows, criteria=STANDARD, end=Outcome.BOLTER):
    """An envelope of the six moderate conditions of 15 and 20 kt, and of two that are not: 10 kt at 0 deg, a high sea.

    rows  (successes, mishaps, flights) by sea, angle and speed: the first angle and speeds from 15 kt are moderate
    """
    shape = (2, 1, 3)
    success, mishap, total = (np.array(c).reshape(shape) for c in zip(*rows, strict=True))
    dims = ("significant_height", "wind_over_deck_angle", "wind_over_deck_speed")
    ends = np.zeros((*shape, len(Outcome)), dtype=int)
    ends[..., Outcome.RECOVERED], ends[..., Outcome.RAMP_STRIKE] = success, mishap
    ends[..., end] += total - success - mishap
    data = {"success_count": success, "mishap_count": mishap, "sample_count": total, "success_rate": success / total}
    data["decision"] = criteria.decision(success, mishap, total)
    coords = {
        "significant_height": [0.88, 3.25], "wind_over_deck_angle": [0.0], "wind_over_deck_speed": [10.0, 15.0, 20.0],
        "outcome": [label(o) for o in Outcome],
    }  # fmt: skip
    variables = {name: (dims, values) for name, values in data.items()}
    return xr.Dataset(variables | {"outcome_count": ((*dims, "outcome"), ends)}, coords)


def said(rows, criteria=STANDARD, mission="recovery"):
    """Word and sentences of the verdict on such an envelope."""
    found = verdict_of(made_up(rows, criteria), mission, criteria)
    return found.decision, " ".join(found.sentences)


def test_only_moderate_conditions_count():
    """15 and 20 kt in the lower sea, of six conditions."""
    counts = moderate_counts(made_up([BAD, PROVEN, GOOD, BAD, BAD, BAD]))
    assert counts.together == (3880, 0, 3880)


def test_a_proof_is_said_with_its_bounds():
    """Counts, the bounds that count, the criterion, and the wind that is needed."""
    word, text = said([BAD, PROVEN, PROVEN, BAD, BAD, BAD])
    assert word == GO
    assert (
        "7376 of 7376 flights succeeded (at least 99.9%), 0 ended in a mishap (at most 0.05%; criterion 0.1%)." in text
    )
    assert "From ahead, recovery needs about 15 kt" in text
    assert "Where it is closed, 100% of the failures are bolter: touched down" in text


def test_too_few_flights_are_said_with_how_many_it_takes():
    """3688 without a failure by the bound of a 95 % interval; more when one was seen."""
    word, text = said([FEW, GOOD, GOOD, FEW, FEW, FEW])
    assert word == UNDECIDED
    assert "too few flights to decide: 3688 in all would prove it if none fails." in text
    _, text = said([FEW, GOOD, ONE_LOST, FEW, FEW, FEW])
    assert "too few flights to decide: 5570 in all would prove it if no further one fails." in text


def test_what_is_closed_is_set_apart():
    """The closed ones are counted, and the others have their own rates."""
    word, text = said([BAD, BAD, PROVEN, BAD, BAD, BAD])
    assert word == PART
    assert "1 of these 2 conditions are closed by themselves. In the others 3688 of 3688 flights succeeded" in text


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (2 * [(177, 0, 192)], "None of them is closed by itself, but together they are."),
        ([BAD, (178, 0, 192)], "too few flights to decide"),
        (
            [BAD, BAD],
            "2 of these 2 conditions are closed by themselves. No wind over deck looked at gives a recovery rate of 95%.",
        ),
    ],
)
def test_why_it_is_closed(rows, sentence):
    """By all conditions, or by those together of which none is closed by itself."""
    assert sentence in said([BAD, *rows, BAD, BAD, BAD])[1]


def test_what_is_left_may_be_too_little():
    """One condition of twenty-four, proven, in a grid of 24."""
    wide = xr.concat(
        [made_up([BAD, BAD, BAD, BAD, BAD, BAD]).assign_coords(wind_over_deck_angle=[a]) for a in range(-5, 6)]
        + [made_up([BAD, PROVEN, BAD, BAD, BAD, BAD]).assign_coords(wind_over_deck_angle=[6.0])],
        "wind_over_deck_angle",
    )
    found = verdict_of(wide, "launch", STANDARD)
    assert found.decision == NO_GO
    assert "They are too few to be called a part." in found.sentences


OTHER = Criteria(mishap_rate=1e-5, success_rate=0.04, confidence=0.99)


def test_other_criteria_reach_every_sentence():
    """Bounds, criterion, flights needed and the wind needed follow the criteria in force."""
    _, standard = said([BAD, BAD, GOOD, BAD, BAD, BAD])
    _, other = said([BAD, BAD, GOOD, BAD, BAD, BAD], OTHER)
    assert "criterion 0.1%" in standard
    assert "criterion 0.001%" in other
    assert "3688 in all" in standard
    assert f"{OTHER.flights_needed(180)} in all" in other
    assert "needs about 20 kt" in standard
    assert "needs about 10 kt" in other
    _, unreachable = said(6 * [BAD], Criteria(success_rate=0.995))
    assert "gives a recovery rate of 99.5%" in unreachable


def test_failures_are_sorted():
    """The commonest first, equals by name, successes and what never came left out."""
    ends = ["recovered", "bolter", "ditched", "overrun", "tip strike"]
    assert failures(ends, [90, 2, 5, 2, 0]) == [Failure("ditched", 5), Failure("bolter", 2), Failure("overrun", 2)]
