"""Contradictions that a sea's own numbers show."""

from collections.abc import Iterator

from flattop.catalogue.checks.bounds import between
from flattop.catalogue.models.sea import Sea
from flattop.quantities.constants import STANDARD_GRAVITY


def _wave(s: Sea) -> Iterator[str]:
    """Steepness of a deep-water sea, Hs / (g T0^2 / 2 pi), is below about 1/15 at its steepest."""
    period = s.waves.modal_period.si
    steepest = 0.08 * STANDARD_GRAVITY * period**2 / 6.283185307179586
    yield from between(
        "waves.significant_height",
        s.waves.significant_height,
        0.0,
        steepest,
        f"less than {steepest:.2g} m at a modal period of {period:g} s",
    )
