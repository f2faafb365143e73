"""Contradictions that a sea's own numbers show: how steep seas become."""

from collections.abc import Iterator
from math import pi

from flattop.catalogue.checks.bounds import between
from flattop.catalogue.models.sea import Sea
from flattop.quantities.constants import STANDARD_GRAVITY

SHORT, LONG = (8.0, 1.0 / 15.0), (15.0, 1.0 / 25.0)
"""Modal periods [s] up to and from which the limiting steepness stays the same, and that steepness [DNVC205, sec. 3.5.4]."""


def limiting_steepness(modal_period: float) -> float:
    """Greatest average steepness of an irregular sea in deep water, 2 pi Hs / (g T0^2)    [DNVC205, sec. 3.5.4].

        1/15 up to T0 = 8 s, 1/25 from 15 s, straight in between

    modal_period  T0, at the spectrum's peak [s], positive

    From measurements on the Norwegian continental shelf, expected to hold more generally: a bound on what is plausible.
    """
    share = min(max((modal_period - SHORT[0]) / (LONG[0] - SHORT[0]), 0.0), 1.0)
    return SHORT[1] + share * (LONG[1] - SHORT[1])


def greatest_height(modal_period: float) -> float:
    """Greatest significant height of a sea of a modal period [s], at the limiting steepness [m]."""
    return limiting_steepness(modal_period) * STANDARD_GRAVITY * modal_period**2 / (2.0 * pi)


def _wave(s: Sea) -> Iterator[str]:
    """A line for a sea steeper than seas become."""
    period = s.waves.modal_period.si
    steepest = greatest_height(period)
    why = f"at most {steepest:.3g} m at a modal period of {period:g} s"
    yield from between("waves.significant_height", s.waves.significant_height, 0.0, steepest, why)
