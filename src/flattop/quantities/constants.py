"""Constants and units that are defined, not measured: each stands here and nowhere else."""

STANDARD_GRAVITY = 9.80665
"""Standard acceleration of gravity [m/s2]    [BIPM2019, 3rd CGPM (1901)]."""
SEA_LEVEL_DENSITY = 1.225
"""Density of the standard atmosphere at sea level [kg/m3]    [ISO2533]."""
FOOT = 0.3048
"""[m], exact."""
POUND = 0.45359237
"""[kg], exact."""
NAUTICAL_MILE = 1852.0
"""[m], exact    [BIPM2019]."""
HOUR = 3600.0
"""[s]."""
KNOT = NAUTICAL_MILE / HOUR
"""A nautical mile in an hour [m/s]."""
