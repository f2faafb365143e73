"""The criteria: when counts are open, closed or undecided, how many flights would show it, and the words for the criteria."""

import math

import pytest

from flattop.studies.criteria import (
    STANDARD,
    Criteria,
    Decision,
    criteria_of,
    percent,
    percent_at_least,
    percent_at_most,
)

OPEN, UNDECIDED, CLOSED = Decision.OPEN, Decision.UNDECIDED, Decision.CLOSED
STRICT = Criteria(mishap_rate=1e-5, success_rate=0.995, confidence=0.99)


@pytest.mark.parametrize(
    ("successes", "mishaps", "flights", "decision"),
    [
        (0, 0, 0, UNDECIDED),
        (3687, 0, 3687, UNDECIDED),  # 0.025^(1/3687) = 0.99900 - 2e-8
        (3688, 0, 3688, OPEN),
        (5568, 1, 5569, UNDECIDED),
        (5569, 1, 5570, OPEN),
        (72, 0, 72, UNDECIDED),  # successes are shown, that mishaps are rare is not
        (0, 0, 1, UNDECIDED),  # a rate of success up to 0.975 is left
        (0, 0, 2, CLOSED),
        (16, 0, 16, UNDECIDED),
        (13, 0, 16, UNDECIDED),
        (12, 0, 16, CLOSED),  # bolters alone close a condition
        (25, 1, 26, UNDECIDED),  # at the rate allowed one mishap or more has the chance 0.0257, more than 0.025
        (24, 1, 25, CLOSED),  # 0.0247, less
    ],
)
def test_decision_at_the_edges(successes, mishaps, flights, decision):
    """One flight more or less decides."""
    assert STANDARD.decision(successes, mishaps, flights) == decision


def test_decisions_of_many_conditions_at_once():
    """Arrays of counts give arrays of decisions."""
    found = STANDARD.decision([3688, 12, 16], [0, 0, 0], [3688, 16, 16])
    assert found.tolist() == [OPEN, CLOSED, UNDECIDED]


@pytest.mark.parametrize("criteria", [STANDARD, STRICT, Criteria(mishap_rate=0.5, success_rate=0.9)])
def test_flights_needed_without_a_failure(criteria):
    """Where nothing fails both bounds are roots of half the chance left over: n = ln(a/2) / ln(1 - p) for the stricter rate."""
    share = max(1.0 - criteria.mishap_rate, criteria.success_rate)
    expected = math.ceil(math.log(0.5 * (1.0 - criteria.confidence)) / math.log(share))
    assert criteria.flights_needed() == expected


@pytest.mark.parametrize(("failures", "mishaps"), [(0, 0), (1, 1), (3, 2), (300, 0)])
def test_flights_needed_are_enough_and_not_too_many(failures, mishaps):
    """So many are open, one fewer is not."""
    n = STANDARD.flights_needed(failures, mishaps)
    assert STANDARD.decision(n - failures, mishaps, n) == OPEN
    assert STANDARD.decision(n - 1 - failures, mishaps, n - 1) != OPEN


def test_the_criteria_in_words():
    """No digit of them is lost."""
    assert STANDARD.sentence().startswith("at most 0.001 mishaps a flight and at least 95% successes")
    assert "two-sided 95% Clopper-Pearson" in STANDARD.sentence()
    assert STRICT.sentence().startswith("at most 1e-05 mishaps a flight and at least 99.5% successes")
    assert "two-sided 99% Clopper-Pearson" in STRICT.sentence()


@pytest.mark.parametrize(
    ("rate", "limit", "least", "most"),
    [
        (0.99950, 0.95, "99.9%", "100.0%"),
        (0.00060022, 1e-3, "0.06%", "0.07%"),
        (0.001, 1e-3, "0.10%", "0.10%"),
        (0.0000083, 1e-5, "0.0008%", "0.0009%"),
        (0.99414, 0.995, "99.41%", "99.42%"),
        (0.07, 0.5, "7.0%", "7.0%"),
    ],
)
def test_bounds_as_percentages(rate, limit, least, most):
    """One digit more than the criterion, or what it leaves to certainty, begins with; never rounded towards what is wanted."""
    assert (percent_at_least(rate, limit), percent_at_most(rate, limit)) == (least, most)


@pytest.mark.parametrize(
    ("limit", "words"), [(0.95, "95%"), (0.995, "99.5%"), (0.07, "7%"), (1e-3, "0.1%"), (1e-5, "0.001%")]
)
def test_a_criterion_as_a_percentage(limit, words):
    """As it was given."""
    assert percent(limit) == words


def test_a_dataset_says_its_criteria():
    """What is written as attributes is read back."""
    assert criteria_of({**STRICT.attributes(), "seed": 1}) == STRICT
    assert STRICT.attributes()["criteria"] == STRICT.sentence()


def test_criteria_out_of_range_are_refused():
    """All problems at once, each with field, value, unit and range."""
    with pytest.raises(ValueError, match="mishap_rate") as refused:
        Criteria(mishap_rate=0.0, success_rate=95.0, confidence=math.nan, width_margin=-1.0)
    assert str(refused.value).splitlines() == [
        "mishap_rate = 0: expected more than 0 and less than 1",
        "success_rate = 95: expected more than 0 and less than 1",
        "confidence = nan: expected more than 0 and less than 1",
        "width_margin = -1 m: expected at least 0 m",
    ]
