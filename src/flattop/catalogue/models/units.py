"""Units a catalogue file may use, each with its dimension and its factor to SI; conversion happens once, here.

Reference: Bureau international des poids et mesures, The International System of Units, 9th edition [BIPM2019].
"""

from math import pi
from typing import NamedTuple

from flattop.quantities.constants import FOOT, KNOT, POUND, STANDARD_GRAVITY


class Unit(NamedTuple):
    """Dimension of a unit, and the SI value of one of it."""

    dimension: str
    factor: float


UNITS: dict[str, Unit] = {
    "1": Unit("dimensionless number", 1.0),
    "%": Unit("dimensionless number", 0.01),
    "m": Unit("length", 1.0),
    "mm": Unit("length", 1e-3),
    "cm": Unit("length", 1e-2),
    "km": Unit("length", 1e3),
    "ft": Unit("length", FOOT),
    "nmi": Unit("length", 1852.0),
    "m2": Unit("area", 1.0),
    "ft2": Unit("area", FOOT**2),
    "m3": Unit("volume", 1.0),
    "L": Unit("volume", 1e-3),
    "kg": Unit("mass", 1.0),
    "t": Unit("mass", 1e3),
    "lb": Unit("mass", POUND),
    "kg m2": Unit("moment of inertia", 1.0),
    "s": Unit("time", 1.0),
    "ms": Unit("time", 1e-3),
    "min": Unit("time", 60.0),
    "h": Unit("time", 3600.0),
    "1/s": Unit("rate", 1.0),
    "1/s2": Unit("gain of an integral", 1.0),
    "m/s": Unit("speed", 1.0),
    "kt": Unit("speed", KNOT),
    "km/h": Unit("speed", 1.0 / 3.6),
    "ft/min": Unit("speed", FOOT / 60.0),
    "s/m": Unit("inverse of a speed", 1.0),
    "m s": Unit("length times time", 1.0),
    "m/s2": Unit("acceleration", 1.0),
    "g": Unit("acceleration", STANDARD_GRAVITY),
    "rad": Unit("angle", 1.0),
    "deg": Unit("angle", pi / 180.0),
    "rad s": Unit("angle times time", 1.0),
    "rad/s": Unit("angular speed", 1.0),
    "deg/s": Unit("angular speed", pi / 180.0),
    "rpm": Unit("angular speed", pi / 30.0),
    "N": Unit("force", 1.0),
    "kN": Unit("force", 1e3),
    "N/m": Unit("stiffness", 1.0),
    "kN/m": Unit("stiffness", 1e3),
    "N s/m": Unit("linear damping", 1.0),
    "N s2/m2": Unit("quadratic damping", 1.0),
    "W": Unit("power", 1.0),
    "kW": Unit("power", 1e3),
    "hp": Unit("power", 735.49875),
    "kg/J": Unit("fuel consumption", 1.0),
    "kg/(kW h)": Unit("fuel consumption", 1.0 / 3.6e6),
    "kg/m3": Unit("density", 1.0),
    "Pa": Unit("pressure", 1.0),
    "hPa": Unit("pressure", 1e2),
    "K": Unit("temperature", 1.0),
}


def units_of(dimension: str) -> list[str]:
    """The units a quantity of a dimension may be given in, the SI unit first (the table above lists it so)."""
    return [name for name, unit in UNITS.items() if unit.dimension == dimension]


def si_unit(dimension: str) -> str:
    """The SI unit of a dimension."""
    return units_of(dimension)[0]
