"""Endurance, range and top speed of the polar by a point mass, beside what was published: a check, nothing is tuned.

Breguet's integral over a clean parabolic polar; propeller, engine and air are those of flight.
"""

from math import pi, sqrt
from typing import NamedTuple

from scipy.optimize import root_scalar

from flattop.catalogue import Airframe, airframe
from flattop.engine.assemble.airframe import engine_of, propeller_of
from flattop.physics.air.atmosphere import air_density
from flattop.physics.body.propulsion import available_power, fuel_flow, thrust
from flattop.quantities.constants import FOOT, KNOT, SEA_LEVEL_DENSITY, STANDARD_GRAVITY


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


def drag(entry: Airframe, mass: float, speed: float, rho: float) -> float:
    """Drag in level flight, N: clean parabolic polar."""
    g, a = entry.geometry, entry.aerodynamics
    S = g.wing_area.si
    AR = g.span.si**2 / S
    q = 0.5 * rho * speed**2
    CL = mass * STANDARD_GRAVITY / (q * S)
    return q * S * (a.drag_zero.si + CL**2 / (pi * AR * a.oswald.si))


def shaft_power(entry: Airframe, mass: float, speed: float, rho: float) -> float:
    """Shaft power whose thrust is the drag of level flight, and the electrical load, W."""
    engine, propeller, D = engine_of(entry), propeller_of(entry), drag(entry, mass, speed, rho)
    power = root_scalar(
        lambda P: thrust(P, speed, rho, propeller) - D, bracket=(1.0, 100.0 * engine.maximum_power)
    ).root
    return power + engine.electrical_load


def endurance(
    entry: Airframe, fuel: float, start_mass: float, altitude: float, equivalent_speed: float, steps: int = 50
) -> float:
    """Time to burn a mass of fuel at constant equivalent airspeed, s, by the midpoint rule in mass."""
    rho, engine = air_density(altitude, 0.0), engine_of(entry)
    speed = equivalent_speed * sqrt(SEA_LEVEL_DENSITY / rho)
    burn = fuel / steps
    masses = (start_mass - (n + 0.5) * burn for n in range(steps))
    return sum(burn / fuel_flow(shaft_power(entry, m, speed, rho), engine) for m in masses)


def top_speed(entry: Airframe, mass: float, altitude: float) -> float:
    """Level true airspeed at full power, m/s."""
    rho = air_density(altitude, 0.0)
    power = available_power(rho, engine_of(entry))
    return root_scalar(lambda v: shaft_power(entry, mass, v, rho) - power, bracket=(45.0, 150.0)).root


def compared(anchor: Anchor) -> str:
    """One line: the anchor, what was reported, what the polar gives."""
    entry, altitude = airframe(anchor.airframe), anchor.altitude_ft * FOOT
    if anchor.equivalent_speed == 0:
        ours = f"{top_speed(entry, anchor.start_mass, altitude) / KNOT:.0f} kt"
    else:
        fuel = entry.mass.fuel.si
        hours = endurance(entry, fuel, anchor.start_mass, altitude, anchor.equivalent_speed) / 3600
        speed = anchor.equivalent_speed * sqrt(SEA_LEVEL_DENSITY / air_density(altitude, 0.0))
        ours = f"{hours:.1f} h, {hours * 3.6 * speed:.0f} km at {speed / KNOT:.0f} kt"
    return f"{anchor.label}, {anchor.start_mass:.0f} kg: reported {anchor.reported}; point mass {ours}"


if __name__ == "__main__":
    print("\n".join(compared(anchor) for anchor in ANCHORS))
