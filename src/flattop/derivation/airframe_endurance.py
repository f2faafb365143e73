"""Endurance, range and top speed of the polar by a point mass, beside what was published: a check, nothing is tuned.

Breguet's integral; the propeller is an actuator disc with losses, the engine's fuel flow a straight line in power.
"""

import tomllib
from math import pi, sqrt
from typing import NamedTuple

from scipy.optimize import root_scalar

from flattop.catalogue.units import UNITS
from flattop.derivation.airframe_drawing import CATALOGUE
from flattop.derivation.airframe_modes import GRAVITY

SEA_LEVEL_DENSITY = 1.225
FOOT, KNOT = 0.3048, 1852 / 3600


class Anchor(NamedTuple):
    """A published performance figure: its number in the research summary, condition and what was reported."""

    label: str
    airframe: str
    altitude_ft: float
    start_mass: float
    equivalent_speed: float  # m/s; 0 asks for top speed
    reported: str


ANCHORS = [
    Anchor("V-TB3-1", "tb3", 20000, 1400, 36.1, "32 h, 5700 km at 96 kt"),
    Anchor("V-TB3-1, sensor only", "tb3", 20000, 1275, 36.1, "32 h, 5700 km at 96 kt"),
    Anchor("V-TB3-5", "tb3", 20000, 1300, 0, "160 kt"),
    Anchor("V-TB2-1", "tb2", 0, 661, 30.0, "27 h, altitude not stated"),
    Anchor("V-TB2-2", "tb2", 18000, 661, 27.9, "24.6 h"),
    Anchor("V-TB2-6", "tb2", 0, 650, 0, "120 kt"),
    Anchor("V-ANKA-3", "anka", 23000, 1550, 38.6, "18 h"),
    Anchor("ANKA top speed", "anka", 0, 1600, 0, "117 kt, likely a placard"),
]


def density(altitude: float) -> float:
    """Air density of the standard troposphere, kg/m3 [ICAO1993]."""
    return SEA_LEVEL_DENSITY * (1 - 2.25577e-5 * altitude) ** 4.25588


def catalogue_numbers(name: str) -> dict[str, float]:
    """All numbers of a catalogue airframe in SI, keyed section.name."""
    file = tomllib.loads((CATALOGUE / f"{name}.toml").read_text(encoding="utf-8"))
    tables = {section: entries for section, entries in file.items() if section not in ("airframe", "gear")}
    return {f"{s}.{k}": e["value"] * factor(e["unit"]) for s, entries in tables.items() for k, e in entries.items()}


def factor(unit: str) -> float:
    """Factor of a catalogue unit to SI."""
    return UNITS[unit].factor


def drag(c: dict[str, float], mass: float, speed: float, rho: float) -> float:
    """Drag in level flight, N: clean parabolic polar."""
    S, AR = c["geometry.wing_area"], c["geometry.span"] ** 2 / c["geometry.wing_area"]
    q = 0.5 * rho * speed**2
    CL = mass * GRAVITY / (q * S)
    return q * S * (c["aerodynamics.drag_zero"] + CL**2 / (pi * AR * c["aerodynamics.oswald"]))


def shaft_power(c: dict[str, float], mass: float, speed: float, rho: float) -> float:
    """Shaft power for level flight and the electrical load, W; ideal efficiency 2/(1 + sqrt(1 + T/(q A)))."""
    T, A = drag(c, mass, speed, rho), pi / 4 * c["propeller.diameter"] ** 2
    ideal = 2 / (1 + sqrt(1 + T / (0.5 * rho * speed**2 * A)))
    electrical = c["engine.electrical_load"] / c["engine.generator_efficiency"]
    return T * speed / (ideal * c["propeller.profile_efficiency"]) + electrical


def available_power(c: dict[str, float], altitude: float) -> float:
    """Greatest shaft power at an altitude, W: P/P0 = 1.132 s - 0.132, s density over that at the critical altitude."""
    s = min(1.0, density(altitude) / density(c["engine.critical_altitude"]))
    return c["engine.maximum_power"] * (1.132 * s - 0.132)


def fuel_flow(c: dict[str, float], power: float) -> float:
    """Fuel flow, kg/s; specific consumption b at full power, k b at a quarter of it."""
    b, k, P0 = c["engine.fuel_consumption"], c["engine.part_load_consumption"], c["engine.maximum_power"]
    return b * (power + (k - 1) * (P0 - power) / 3)


def endurance(
    c: dict[str, float], start_mass: float, altitude: float, equivalent_speed: float, steps: int = 50
) -> float:
    """Time to burn all fuel at constant equivalent airspeed, s, by the midpoint rule in mass."""
    rho = density(altitude)
    speed = equivalent_speed * sqrt(SEA_LEVEL_DENSITY / rho)
    burn = c["mass.fuel"] / steps
    masses = (start_mass - (n + 0.5) * burn for n in range(steps))
    return sum(burn / fuel_flow(c, shaft_power(c, m, speed, rho)) for m in masses)


def top_speed(c: dict[str, float], mass: float, altitude: float) -> float:
    """Level true airspeed at full power, m/s."""
    rho, power = density(altitude), available_power(c, altitude)
    return root_scalar(lambda v: shaft_power(c, mass, v, rho) - power, bracket=(45.0, 150.0)).root


def compared(anchor: Anchor) -> str:
    """One line: the anchor, what was reported, what the polar gives."""
    c, altitude = catalogue_numbers(anchor.airframe), anchor.altitude_ft * FOOT
    if anchor.equivalent_speed == 0:
        ours = f"{top_speed(c, anchor.start_mass, altitude) / KNOT:.0f} kt"
    else:
        hours = endurance(c, anchor.start_mass, altitude, anchor.equivalent_speed) / 3600
        speed = anchor.equivalent_speed * sqrt(SEA_LEVEL_DENSITY / density(altitude))
        ours = f"{hours:.1f} h, {hours * 3.6 * speed:.0f} km at {speed / KNOT:.0f} kt"
    return f"{anchor.label}, {anchor.start_mass:.0f} kg: reported {anchor.reported}; point mass {ours}"


if __name__ == "__main__":
    print("\n".join(compared(anchor) for anchor in ANCHORS))
