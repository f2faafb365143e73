"""What is asked of an airframe's endurance: load, heights, speed, reserve, air; and why it cannot be asked."""

from dataclasses import dataclass, field

import numpy as np

from flattop.catalogue import Airframe
from flattop.quantities.constants import FOOT, KNOT
from flattop.studies.endurance.flight import SERVICE, path
from flattop.studies.endurance.loading import Load, Loaded, load_problems, loaded
from flattop.studies.endurance.speeds import LOITER_MARGIN, Curves, Flyer

RESERVE = 45.0 * 60.0  # time kept in the tanks [s]: 14 CFR 91.167, flown here at the speed of longest endurance
STEP = 5000.0 * FOOT  # of the heights when none is given [m]
WORKING = (
    2.0 / 3.0
)  # of the service ceiling: the working height when none is given [1]; between published ones, 0.6 to 0.8


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked.

    load     to be carried                                                              `Load`
    heights  above the sea, None: from the sea to the service ceiling                   [m]
    speed    true airspeed of loiter and cruise, None: the best                         [m/s]
    reserve  time kept in the tanks at landing, at the best speed at sea level          [s]
    offset   of the temperature to the standard atmosphere                              [K]
    wind     against the way out and with the way back                                  [m/s]
    margin   least ratio of airspeed to stall speed                                     [1]
    """

    load: Load = field(default_factory=Load)
    heights: tuple[float, ...] | None = None
    speed: float | None = None
    reserve: float = RESERVE
    offset: float = 0.0
    wind: float = 0.0
    margin: float = LOITER_MARGIN

    def flyer(self, airframe: Airframe, margin: float | None = None) -> Flyer:
        """An airframe in the air of the question."""
        return Flyer(airframe, self.offset, self.margin if margin is None else margin)


def heights_of(airframe: Airframe, question: Question) -> np.ndarray:
    """Heights of the answer [m]: those asked for, or every 5000 ft from the sea to the service ceiling."""
    if question.heights is not None:
        return np.unique(question.heights).astype(float)
    ceiling = path(question.flyer(airframe), loaded(airframe, question.load).mass).ceiling(SERVICE)
    return np.arange(0.0, max(ceiling, STEP / 2.0), STEP)


def working_height(heights: np.ndarray, ceiling: float, question: Question) -> float:
    """Height at which missions are given [m]: the first asked for, or that nearest two thirds of the service ceiling."""
    if question.heights is not None:
        return float(question.heights[0])
    return float(heights[np.argmin(abs(heights - WORKING * ceiling))])


def question_problems(airframe: Airframe, question: Question) -> list[str]:
    """Why a question cannot be answered, one line each."""
    found = load_problems(airframe, question.load)
    if found:
        return found
    flyer, load = question.flyer(airframe), loaded(airframe, question.load)
    ceiling = path(flyer, load.mass).ceiling(0.0)
    if ceiling <= 0.0:
        return [f"take-off mass = {load.mass:.0f} kg: expected a mass at which the airframe climbs at sea level"]
    for height in question.heights or ():
        if not 0.0 <= height < ceiling:
            limit = f"0 to {ceiling / FOOT:,.0f} ft, the absolute ceiling at {load.mass:,.0f} kg"
            found.append(f"--altitude = {height / FOOT:,.0f} ft: expected {limit}")
    return found or _speed_problems(flyer, load, question)


def _speed_problems(flyer: Flyer, load: Loaded, question: Question) -> list[str]:
    """Lines for heights asked for at which the speed cannot be flown at take-off mass; one where none of the usual ones allows it."""
    if question.speed is None:
        return []
    heights = heights_of(flyer.entry, question)
    curves = Curves(flyer, heights, load.mass)
    low, high, asked = flyer.margin * curves.stall / KNOT, curves.fastest() / KNOT, question.speed / KNOT
    lines = [
        f"--speed = {asked:.0f} kt: expected {a:.0f} to {b:.0f} kt at {h / FOOT:,.0f} ft and {load.mass:,.0f} kg"
        for h, a, b in zip(heights, low, high, strict=True)
        if not a <= asked <= b
    ]
    return lines if question.heights is not None or len(lines) == len(heights) else []
