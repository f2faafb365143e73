"""How far an answer moves within the ranges of its inputs: one at a time to either end, together by the root of squares.

    low = y - sqrt(sum min(dy, 0)^2),   high = y + sqrt(sum max(dy, 0)^2)       first order, independent inputs [JCGM100, 5.1]

The larger change of an input's two ends counts on each side. An end at which nothing flies counts as nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from flattop.catalogue import Airframe
from flattop.studies.endurance.speeds import LOITER_MARGIN

INPUTS = (
    "geometry.wing_area", "mass.empty", "mass.fuel", "aerodynamics.lift_maximum", "aerodynamics.drag_zero",
    "aerodynamics.oswald", "engine.maximum_power", "engine.critical_altitude", "engine.idle_power",
    "engine.fuel_consumption", "engine.part_load_consumption", "engine.electrical_load", "engine.generator_efficiency",
    "propeller.diameter", "propeller.profile_efficiency", "propeller.windmill_drag",
)  # fmt: skip
"""Numbers of the catalogue that steady flight hangs on; the tail's change it by less than a percent, docs/theory/endurance."""

MARGINS = ("loiter margin over the stall", 1.1, 1.3)
"""The operator's least ratio of airspeed to stall speed, of which the range is an estimate."""

Answers = dict[str, np.ndarray]


def varied(airframe: Airframe, path: str, end: str) -> Airframe:
    """An airframe with one number at the low or high end of its range."""
    section, name = path.split(".")
    part = getattr(airframe, section)
    number = getattr(part, name)
    changed = number.model_copy(update={"value": getattr(number, end)})
    return airframe.model_copy(update={section: part.model_copy(update={name: changed})})


@dataclass
class Ranged:
    """Answers by name, and their change with each input at each end: name -> input -> (low, high)."""

    best: Answers
    changes: dict[str, dict[str, np.ndarray]] = field(default_factory=dict)

    def side(self, name: str, sign: float):
        """Root of the sum of squares of the larger change of each input on one side."""
        whole = np.zeros(np.shape(self.best[name]))
        for both in self.changes.get(name, {}).values():
            whole = whole + np.square(np.clip(sign * both, 0.0, None).max(axis=0))
        return np.sqrt(whole)

    def low(self, name: str):
        """Lower end of an answer, not below nothing."""
        return np.maximum(self.best[name] - self.side(name, -1.0), 0.0)

    def high(self, name: str):
        """Upper end of an answer."""
        return self.best[name] + self.side(name, 1.0)


def ranged(airframe: Airframe, ask: Callable[[Airframe, float], Answers], margin: float = LOITER_MARGIN) -> Ranged:
    """Answers of an airframe with their ranges.

    ask     answers for an airframe and a loiter margin, none of them negative
    margin  least ratio of airspeed to stall speed [1]
    """
    found = Ranged(ask(airframe, margin))
    for path in INPUTS:
        section, name = path.split(".")
        number = getattr(getattr(airframe, section), name)
        ends = (number.low, number.high)
        asked = [
            found.best if end == number.value else ask(varied(airframe, path, key), margin)
            for end, key in zip(ends, ("low", "high"), strict=True)
        ]
        _note(found, path, asked)
    name, *ends = MARGINS
    if margin == LOITER_MARGIN:
        _note(found, name, [ask(airframe, end) for end in ends])
    return found


def _note(found, input_name, asked):
    for name, value in found.best.items():
        change = np.stack([np.nan_to_num(other[name], nan=0.0) - np.nan_to_num(value, nan=0.0) for other in asked])
        found.changes.setdefault(name, {})[input_name] = change
