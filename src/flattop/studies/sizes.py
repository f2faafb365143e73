"""How much to fly for an assessment: named sizes."""

import math
from typing import NamedTuple

from flattop.studies.envelope import Grid
from flattop.studies.sensitivity import Counts


class Size(NamedTuple):
    """How much to fly for an assessment."""

    budget: int
    """Flights of each envelope."""
    flights: int
    """Flights of the reference condition."""
    grid: Grid
    sensitivity: Counts | None
    """Flights of the sensitivities of each mission; None to leave them out."""


LIGHT = Counts(screening=2, foremost=8, flights=12, designs=256, drawn=1)
"""Sensitivities in half a minute on two cores."""
SIZES = {
    "quick": Size(3000, 256, Grid(angles=tuple(math.radians(a) for a in (-30.0, 0.0, 30.0))), None),
    "default": Size(12500, 1024, Grid(angles=tuple(math.radians(a) for a in (-30.0, -15.0, 0.0, 15.0, 30.0))), LIGHT),
    "large": Size(400000, 4096, Grid(), Counts(screening=16, foremost=20, flights=64, designs=512, drawn=8)),
}
