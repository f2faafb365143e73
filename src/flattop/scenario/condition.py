"""One condition of wind, sea and loading. SI and radians throughout."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Condition:
    """Wind over deck, sea, air and loading of a flight.

    wind_over_deck      speed of the wind seen from the ship at 10 m over the sea   [m/s]   0 .. 40
    wind_from           direction it comes from, from the bow, starboard positive   [rad]
    ship_speed          None: half of the wind's ahead component, 5 kt to operating [m/s]
    significant_height  of the sea, 0 for calm                                      [m]     0 .. 14
    modal_period        of the sea                                                  [s]     3 .. 25
    peakedness          of the spectrum: 1 Bretschneider, 3.3 JONSWAP               [1]     1 .. 7
    spreading           exponent of cos^n, None for a long-crested sea              [1]
    wave_from           direction the sea comes from, from the bow, starboard +     [rad]
    temperature_offset  against the standard atmosphere                             [K]
    turbulence          factor on the intensity of low-altitude turbulence          [1]
    mass                of the aircraft at the start                                [kg]
    run                 distance from the start of a launch to the bow, None: from the ship's aft-most start [m]
    """

    wind_over_deck: float
    wind_from: float = 0.0
    ship_speed: float | None = None
    significant_height: float = 0.0
    modal_period: float = 8.8
    peakedness: float = 1.0
    spreading: float | None = 2.0
    wave_from: float = math.radians(30.0)
    temperature_offset: float = 0.0
    turbulence: float = 1.0
    mass: float | None = None
    run: float | None = None
