"""When a condition of wind and sea counts as open: the criteria in force, in one place."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from flattop.studies.intervals import clopper_pearson


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

    def decision(self, successes, mishaps, total):
        """Open, closed or undecided, for arrays of counts.

        Open: the mishap rate's upper bound and the success rate's lower bound meet the criteria. Closed: a bound on the other side
        shows that one of them cannot be met. Undecided otherwise.
        """
        success_low, success_high = clopper_pearson(successes, total, self.confidence)
        mishap_low, mishap_high = clopper_pearson(mishaps, total, self.confidence)
        is_open = (mishap_high <= self.mishap_rate) & (success_low >= self.success_rate)
        is_closed = (mishap_low > self.mishap_rate) | (success_high < self.success_rate)
        return np.where(is_open, Decision.OPEN, np.where(is_closed, Decision.CLOSED, Decision.UNDECIDED))

    def sentence(self):
        """The criteria in words."""
        return (
            f"at most {self.mishap_rate:g} mishaps a flight and at least {self.success_rate:.0%} successes, "
            f"each by the bound of a two-sided {self.confidence:.0%} Clopper-Pearson interval"
        )


STANDARD = Criteria()
