"""Intervals of a rate: printed values, symmetry, what is certain, and coverage."""

import numpy as np
import pytest
from scipy.stats import binom

from flattop.studies.intervals import clopper_pearson


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        (0, 10, 0.0, 1.0 - 0.025**0.1),
        (10, 10, 0.025**0.1, 1.0),
        (0, 3688, 0.0, 1.0 - 0.025 ** (1.0 / 3688.0)),
        (1, 1, 0.025, 1.0),
    ],
)
def test_closed_forms(count, total, low, high):
    """Where no trial or every trial is a success, the bound of a 95 % interval is the n-th root of 0.025."""
    assert clopper_pearson(count, total, 0.95) == pytest.approx((low, high), rel=1e-12)


def test_the_bounds_are_where_the_tails_are():
    """At the low bound so many or more have the chance a/2, at the high bound so many or fewer."""
    low, high = clopper_pearson(7, 50, 0.9)
    assert binom.sf(6, 50, low) == pytest.approx(0.05, rel=1e-9)
    assert binom.cdf(7, 50, high) == pytest.approx(0.05, rel=1e-9)


def test_failures_are_the_mirror_of_successes():
    """The interval of n - k is one minus that of k."""
    k = np.arange(21)
    low, high = clopper_pearson(k, 20, 0.95)
    mirrored = clopper_pearson(20 - k, 20, 0.95)
    np.testing.assert_allclose((1.0 - high, 1.0 - low), mirrored, atol=1e-14)


def test_no_trials_say_nothing():
    """0 to 1."""
    assert clopper_pearson(0, 0, 0.95) == (0.0, 1.0)


@pytest.mark.parametrize("rate", [0.001, 0.05, 0.5, 0.95])
def test_coverage_is_never_below_the_confidence(rate):
    """Summed over the binomial law of 40 trials: exact, so nothing below is allowed."""
    k = np.arange(41)
    low, high = clopper_pearson(k, 40, 0.9)
    assert binom.pmf(k, 40, rate)[(low <= rate) & (rate <= high)].sum() >= 0.9
