"""Section data of the wing aerofoils: zero-lift angle and moment as measured, for the handbook method."""

from math import radians

# name: (zero-lift angle deg, moment about the quarter chord at zero lift), Reynolds number 2 to 3 million, smooth
MEASURED = {
    "ls417": (-4.2, -0.105),  # NASA LS(1)-0417 [McGhee1973], to +-0.3 deg and +-0.01
    "naca4415": (-4.2, -0.093),  # [Abbott1959, app. IV]
}


def zero_lift_angle(section: str) -> float:
    """Angle of attack of zero section lift, rad."""
    return radians(MEASURED[section][0])


def zero_lift_moment(section: str) -> float:
    """Section moment coefficient about the quarter chord at zero lift."""
    return MEASURED[section][1]
