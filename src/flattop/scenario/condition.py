"""One condition of wind, sea and loading. SI and radians throughout; the ranges stand on the fields and are checked when made."""

import math
from dataclasses import dataclass
from typing import Annotated

from flattop.catalogue.checks.sea import greatest_height
from flattop.quantities.ranges import Fault, Range, value_faults
from flattop.scenario.errors import UnusableConditionError


@dataclass(frozen=True, kw_only=True)
class Condition:
    """Wind over deck, sea, air and loading of a flight; raises UnusableConditionError with all problems.

    ship_speed  None: half of the wind's component from ahead, within 5 kt and the operating speed
    spreading   None: a long-crested sea
    mass        None: of a launch the maximum take-off mass, of a recovery full payload and a fifth of the fuel
    run         None: from the ship's aft-most start
    """

    wind_over_deck: Annotated[float, Range(0.0, 40.0, "m/s", "wind over deck, at 10 m over the sea")]
    wind_from: Annotated[
        float, Range(-math.pi, math.pi, "rad", "direction the wind over deck comes from, from the bow, + starboard")
    ] = 0.0
    ship_speed: Annotated[float | None, Range(0.0, 30.0, "m/s", "speed of the ship")] = None
    significant_height: Annotated[float, Range(0.0, 14.0, "m", "significant wave height, 0 for calm")] = 0.0
    modal_period: Annotated[float, Range(3.0, 25.0, "s", "modal period of the sea")] = 8.8
    peakedness: Annotated[float, Range(1.0, 7.0, "1", "peakedness of the spectrum: 1 Bretschneider, 3.3 JONSWAP")] = 1.0
    spreading: Annotated[
        float | None, Range(0.0, 100.0, "1", "exponent n of the sea's spreading, cos^n about its mean direction")
    ] = 2.0
    wave_from: Annotated[
        float, Range(-math.pi, math.pi, "rad", "direction the sea comes from, from the bow, + starboard")
    ] = math.radians(30.0)
    temperature_offset: Annotated[float, Range(-60.0, 40.0, "K", "air temperature above the standard atmosphere")] = 0.0
    turbulence: Annotated[float, Range(0.0, 4.0, "1", "factor on the intensity of turbulence")] = 1.0
    mass: Annotated[float | None, Range(1.0, 1e5, "kg", "mass of the aircraft at the start")] = None
    run: Annotated[float | None, Range(5.0, 2000.0, "m", "deck run of a launch, from its start to the bow")] = None

    def __post_init__(self):
        found = value_faults(self)
        if not {fault.field for fault in found} & {"significant_height", "modal_period"}:
            found += _steepness_faults(self)
        if found:
            raise UnusableConditionError(found)


def _steepness_faults(c: Condition) -> list[Fault]:
    """A line for a sea steeper than seas become."""
    highest = greatest_height(c.modal_period)
    if c.significant_height <= highest:
        return []
    expected = Range(0.0, highest, "m", "significant wave height")
    return [Fault("significant_height", c.significant_height, expected, f" at a modal period of {c.modal_period:g} s")]
