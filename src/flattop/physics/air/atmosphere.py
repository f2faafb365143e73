"""The standard atmosphere to 20 km, with a temperature offset [ISO2533].

Pressure follows the standard day; the offset shifts the temperature at every height and with it the density
and the speed of sound, which is how performance tables are corrected for hot and cold days.
"""

import math

from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.elementary import exponential, power
from flattop.quantities.kernel import physics

GAS_CONSTANT = 287.05287  # of dry air [J/(kg K)], ISO 2533
SEA_LEVEL_TEMPERATURE = 288.15  # [K], ISO 2533
SEA_LEVEL_PRESSURE = 101325.0  # [Pa], ISO 2533
LAPSE_RATE = -0.0065  # of the troposphere [K/m], ISO 2533
TROPOPAUSE = 11000.0  # geopotential height [m], ISO 2533
HEAT_RATIO = 1.4  # of dry air [1], ISO 2533
TROPOPAUSE_TEMPERATURE = SEA_LEVEL_TEMPERATURE + LAPSE_RATE * TROPOPAUSE
TROPOPAUSE_PRESSURE = 22632.06  # [Pa], ISO 2533, table 1


@physics
def air_temperature(height, temperature_offset):
    """Temperature of the air [K].

    T = T0 + L min(H, 11 km) + dT                    [ISO2533]

    height              geopotential height           [m]   -1000 .. 20 000
    temperature_offset  difference to the standard    [K]
    """
    return SEA_LEVEL_TEMPERATURE + LAPSE_RATE * min(height, TROPOPAUSE) + temperature_offset


@physics
def air_pressure(height):
    """Static pressure of the standard day [Pa].

    p = p0 (T/T0)^(-g/(R L)) below, p11 exp(-g (H - 11 km)/(R T11)) above the tropopause    [ISO2533]

    height    geopotential height [m], -1000 .. 20 000
    """
    ratio = air_temperature(height, 0.0) / SEA_LEVEL_TEMPERATURE
    below = SEA_LEVEL_PRESSURE * power(ratio, -STANDARD_GRAVITY / (GAS_CONSTANT * LAPSE_RATE))
    depth = max(height - TROPOPAUSE, 0.0)
    above = TROPOPAUSE_PRESSURE * exponential(-STANDARD_GRAVITY * depth / (GAS_CONSTANT * TROPOPAUSE_TEMPERATURE))
    return above if height > TROPOPAUSE else below


@physics
def air_density(height, temperature_offset):
    """Density of the air [kg/m3]: p / (R T)    [ISO2533]."""
    return air_pressure(height) / (GAS_CONSTANT * air_temperature(height, temperature_offset))


@physics
def speed_of_sound(height, temperature_offset):
    """Speed of sound [m/s]: sqrt(gamma R T)    [ISO2533]."""
    return math.sqrt(HEAT_RATIO * GAS_CONSTANT * air_temperature(height, temperature_offset))
