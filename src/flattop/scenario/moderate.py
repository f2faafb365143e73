"""The moderate conditions a verdict is given for, and the one that single flights are shown in."""

import math
from dataclasses import replace

from flattop.quantities.constants import KNOT
from flattop.scenario.condition import Condition

WIND = (15.0, 30.0)  # wind over deck the verdict is given for [kt]
ANGLE = 15.0  # and its greatest angle off the bow [deg]
SEA = 1.88  # and the sea state up to which it is given: sea state 4 [m]
PERIOD = 8.8  # its modal period [s]


def is_moderate(condition: Condition):
    """Whether a condition is one of those the verdict is given for."""
    wind = WIND[0] * KNOT - 1e-6 <= condition.wind_over_deck <= WIND[1] * KNOT + 1e-6
    angle = abs(condition.wind_from) <= math.radians(ANGLE) + 1e-6
    return wind and angle and condition.significant_height <= SEA


def reference_condition():
    """The condition single flights are shown in: 20 kt from ahead, sea state 4."""
    return Condition(wind_over_deck=20.0 * KNOT, significant_height=SEA, modal_period=PERIOD)


def edge_conditions(base: Condition):
    """Corners of the moderate conditions, where it goes wrong first: least wind from ahead, most from either side, highest sea."""
    low, high = (KNOT * v for v in WIND)
    side = math.radians(ANGLE)
    return [
        replace(base, wind_over_deck=v, wind_from=a, significant_height=SEA, modal_period=PERIOD)
        for v, a in ((low, 0.0), (high, -side), (high, side))
    ]


def moderate_words():
    """The moderate conditions in words."""
    return (
        f"{WIND[0]:.0f} to {WIND[1]:.0f} kt of wind over deck within {ANGLE:.0f} deg of the bow, seas up to {SEA:g} m"
    )


def edge_words():
    """Their corners in words."""
    return f"{WIND[0]:.0f} kt from ahead and {WIND[1]:.0f} kt from {ANGLE:.0f} deg to either side, seas of {SEA:g} m"
