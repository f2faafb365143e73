"""When a condition of wind and sea counts as open: the criteria in force, in one place."""

import math
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np

from flattop.studies.intervals import clopper_pearson

ROUNDING = 1e-9
"""Of a digit: what binary fractions of decimal numbers are off by, and more."""


class Decision(IntEnum):
    """What the samples say about a condition."""

    CLOSED = -1
    UNDECIDED = 0
    OPEN = 1


@dataclass(frozen=True, kw_only=True)
class Criteria:
    """Criteria of the project; no standard for aircraft of this kind on ships is public.

    mishap_rate   greatest rate of mishaps per flight the upper bound may reach        [1]
    success_rate  least rate of launches, or of recoveries within the approaches allowed, the lower bound must reach [1]
    confidence    of the two-sided intervals the bounds come from                      [1]
    width_margin  the operator's: width wanted beyond the span, both sides together    [m]

    The margin's default is 3 m at each wing tip, what aerodromes keep between an aircraft of this span moving at its stand and
    anything fixed [ICAO2018, 3.13.6]. Published of operators: 10 m asked for, 5 m refused (Mojave on ROKS Dokdo); about 8 m flown (TB3
    on TCG Anadolu). See docs/theory/width.
    """

    mishap_rate: float = 1e-3
    success_rate: float = 0.95
    confidence: float = 0.95
    width_margin: float = 6.0

    def __post_init__(self):
        """Raise ValueError with one line for each field out of its range."""
        rates = {name: getattr(self, name) for name in ("mishap_rate", "success_rate", "confidence")}
        wrong = [f"{n} = {v:g}: expected more than 0 and less than 1" for n, v in rates.items() if not 0.0 < v < 1.0]
        if not self.width_margin >= 0.0:
            wrong.append(f"width_margin = {self.width_margin:g} m: expected at least 0 m")
        if wrong:
            raise ValueError("\n".join(wrong))

    def decision(self, successes, mishaps, total) -> np.ndarray:
        """Open, closed or undecided, for arrays of counts.

        Open: the mishap rate's upper bound and the success rate's lower bound meet the criteria. Closed: a bound on the other side
        shows that one of them cannot be met. Undecided otherwise.
        """
        success_low, success_high = clopper_pearson(successes, total, self.confidence)
        mishap_low, mishap_high = clopper_pearson(mishaps, total, self.confidence)
        is_open = (mishap_high <= self.mishap_rate) & (success_low >= self.success_rate)
        is_closed = (mishap_low > self.mishap_rate) | (success_high < self.success_rate)
        return np.where(is_open, Decision.OPEN, np.where(is_closed, Decision.CLOSED, Decision.UNDECIDED))

    def flights_needed(self, failures: int = 0, mishaps: int = 0) -> int:
        """Least number of flights that count as open with so many failures among them, and so many mishaps among these."""

        def is_open(flights):
            return bool(self.decision(flights - failures, mishaps, flights) == Decision.OPEN)

        enough = failures + 1
        while not is_open(enough):
            enough *= 2
        return bisect_left(range(enough), True, lo=failures, key=is_open)

    def sentence(self) -> str:
        """The criteria in words."""
        return (
            f"at most {self.mishap_rate:g} mishaps a flight and at least {percent(self.success_rate)} successes, "
            f"each by the bound of a two-sided {percent(self.confidence)} Clopper-Pearson interval"
        )

    def attributes(self) -> dict[str, str | float]:
        """The criteria as attributes of a dataset that was decided by them; `criteria_of` reads them."""
        return {
            "criteria": self.sentence(),
            "mishap_most": self.mishap_rate,
            "success_least": self.success_rate,
            "confidence": self.confidence,
        }


STANDARD = Criteria()


def criteria_of(attributes: Mapping[Any, Any]) -> Criteria:
    """The criteria that a dataset was decided by, from its attributes; the width margin, which decides no flight, is the standard one."""
    rate, success, confidence = (float(attributes[name]) for name in ("mishap_most", "success_least", "confidence"))
    return Criteria(mishap_rate=rate, success_rate=success, confidence=confidence)


def percent(limit: float) -> str:
    """A criterion as a percentage, as it was given: '99.5%'."""
    return f"{100.0 * limit:g}%"


def percent_at_least(rate: float, limit: float) -> str:
    """A lower bound as a percentage with the digits its criterion asks for, never rounded up: '99.9%'."""
    unit = 10.0 ** decimals(limit)
    return f"{math.floor(100.0 * rate * unit + ROUNDING) / unit:.{decimals(limit)}f}%"


def percent_at_most(rate: float, limit: float) -> str:
    """An upper bound likewise, never rounded down: '0.07%'."""
    unit = 10.0 ** decimals(limit)
    return f"{math.ceil(100.0 * rate * unit - ROUNDING) / unit:.{decimals(limit)}f}%"


def decimals(limit: float) -> int:
    """Decimals of a percentage that tell it from a criterion, or from what that leaves to certainty, 1 or more."""
    return max(math.ceil(-math.log10(100.0 * min(limit, 1.0 - limit)) - ROUNDING), 0) + 1
