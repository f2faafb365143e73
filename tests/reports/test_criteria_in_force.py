"""Criteria other than the standard ones reach every word, border and table of a report."""

import re

import numpy as np
import pytest
import synthetic

from flattop.reports.figures.polar import polar
from flattop.reports.figures.sensitivity import tornado
from flattop.reports.pages.assessment import assessment_page, pictures
from flattop.reports.words.endings import causes
from flattop.reports.words.open_region import cells, is_promising, needs
from flattop.studies.criteria import STANDARD, Criteria
from flattop.studies.verdict import Answer, Verdict

OTHER = Criteria(mishap_rate=1e-5, success_rate=0.995, confidence=0.99)


def undecided(criteria, success_low, success_high=1.0, mishaps=0, counts=None):
    """An envelope with the same bounds in all its conditions, none of them decided."""
    made = synthetic.envelope(criteria=criteria)
    zero = made["decision"] * 0
    found = made.assign(
        decision=zero, mishap_count=zero + mishaps, success_low=zero + success_low, success_high=zero + success_high,
        mishap_rate=zero + 0.0, mishap_low=zero + 0.0, mishap_high=zero + 8.3e-6,
    )  # fmt: skip
    if counts is None:
        return found
    ends = [str(name) for name in made["outcome"].values]
    values = np.zeros_like(made["outcome_count"].values)
    for name, count in counts.items():
        values[..., ends.index(name)] = count
    return found.assign(outcome_count=(made["outcome_count"].dims, values))


@pytest.mark.parametrize(("criteria", "promising"), [(STANDARD, True), (OTHER, False)])
def test_success_is_shown_by_the_criteria_in_force(criteria, promising):
    """A lower bound of 97 % is enough for 95 %, and not for 99.5 %: in the region, its row and the polar's dashed border."""
    envelope = undecided(criteria, 0.97)
    assert is_promising(envelope).values.all() == promising
    assert (needs(envelope)[0].unproven == "5 to 45 kt") == promising
    assert ("Dashed" in polar(envelope, "x").caption) == promising


@pytest.mark.parametrize(("criteria", "cause"), [(STANDARD, "ramp strike"), (OTHER, "waved off")])
def test_the_cause_is_a_mishap_where_enough_succeed(criteria, cause):
    """An upper bound of 99 % allows 95 %, so mishaps close the condition; it does not allow 99.5 %."""
    envelope = undecided(criteria, 0.97, 0.99, mishaps=5, counts={"recovered": 980, "waved off": 15, "ramp strike": 5})
    assert set(causes(envelope).ravel()) == {cause}


@pytest.mark.parametrize(
    ("criteria", "words"), [(STANDARD, "0.00 (0.00 to 0.00) %"), (OTHER, "0.0000 (0.0000 to 0.0008) %")]
)
def test_rates_have_the_digits_their_criterion_asks_for(criteria, words):
    """A mishap in a hundred thousand is not seen with two decimals."""
    assert cells(undecided(criteria, 0.97))[0].mishap == words


def test_captions_name_the_criteria():
    """The polar says when a condition is open, the tornado how sure its intervals are."""
    assert OTHER.sentence() in polar(synthetic.envelope(criteria=OTHER), "x").caption
    assert "with 95% intervals" in tornado(synthetic.sensitivity()).caption
    assert "with 99% intervals" in tornado(synthetic.sensitivity(OTHER)).caption


@pytest.fixture(scope="module")
def strict_page(assessment, subject):
    """The page of an assessment by other criteria, undecided for launch."""
    launch = assessment.launch._replace(
        envelope=synthetic.envelope("launch", criteria=OTHER), verdict=Verdict(Answer.UNDECIDED, ("Too few.",))
    )
    recovery = assessment.recovery._replace(
        envelope=synthetic.envelope(criteria=OTHER), sensitivity=synthetic.sensitivity(OTHER)
    )
    strict = assessment._replace(launch=launch, recovery=recovery)
    return assessment_page(strict, subject, pictures(strict, subject), [])


def test_the_page_names_the_criteria_and_no_others(strict_page):
    """Above the envelopes, over the columns of the tables and in the captions."""
    assert f"A condition is open with {OTHER.sentence()}." in strict_page
    assert strict_page.count("Success (99%)") == strict_page.count("Mishaps (99%)") == 2
    before_inputs = strict_page.split('<h2 id="inputs">')[0]
    assert re.findall(r".{20}\b95 ?%.{20}", before_inputs) == []


def test_undecided_has_its_own_look(strict_page):
    """Neither that of GO nor that of NO-GO."""
    assert 'class="verdict undecided"' in strict_page
    assert ".undecided {" in strict_page
