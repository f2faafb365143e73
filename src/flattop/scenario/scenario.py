"""A scenario: who flies from where, under which pilot, in which condition; and what follows from that."""

import math
from dataclasses import dataclass, replace
from typing import Literal, get_args

from flattop.catalogue import Airframe, PilotSettings, Ship
from flattop.quantities.ranges import Fault, Range
from flattop.scenario.condition import Condition
from flattop.scenario.errors import UnusableConditionError
from flattop.scenario.limits import Limits

Mission = Literal["launch", "recovery"]

LEAST_SHIP_SPEED = 2.572
"""Steerage way, 5 kt [m/s]; estimate, 3 .. 6 kt."""
LEAST_RUN = 5.0
"""Shortest deck run [m]; estimate, 2 .. 10: an aircraft's own length."""

STANDARD_LIMITS = Limits()


@dataclass(frozen=True)
class Scenario:
    """An airframe, a ship, a pilot and a condition, for a launch or a recovery, and the limits it is judged by.

    Raises UnusableConditionError for what this airframe and ship cannot meet, and for another mission.
    """

    airframe: Airframe
    ship: Ship
    pilot: PilotSettings
    condition: Condition
    mission: Mission
    limits: Limits = STANDARD_LIMITS

    def __post_init__(self):
        c = self.condition
        found = joint_faults(self.airframe, self.ship, c.mass, c.run, c.ship_speed)
        if found := [*_mission_faults(self.mission), *found]:
            raise UnusableConditionError(found)

    def under(self, **changes):
        """The same scenario with parts of its condition changed."""
        return replace(self, condition=replace(self.condition, **changes))


def _mission_faults(mission: str) -> list[Fault]:
    known = get_args(Mission)
    return [] if mission in known else [Fault("mission", mission, None, " or ".join(known))]


def joint_faults(
    airframe: Airframe, ship: Ship, mass: float | None = None, run: float | None = None, ship_speed: float | None = None
) -> list[Fault]:
    """What is asked of an airframe and a ship that they cannot meet; None asks for nothing."""
    asked = [
        ("run", run, run_range(ship), f", the length of the deck of {ship.name}"),
        ("ship_speed", ship_speed, ship_speed_range(ship), f" for {ship.name}"),
    ]
    return mass_faults(airframe, mass) + [Fault(*a) for a in asked if a[1] is not None and not a[2].admits(a[1])]


def mass_faults(airframe: Airframe, mass: float | None) -> list[Fault]:
    """A line for a mass that an airframe cannot have: below the low end of its empty mass, above the high end of its maximum [kg]."""
    m = airframe.mass
    possible = Range(m.empty.si_low, m.maximum_takeoff.si_high, "kg", "mass of the aircraft")
    if mass is None or possible.admits(mass):
        return []
    return [Fault("mass", mass, possible, ", least empty to greatest published")]


def run_range(ship: Ship) -> Range:
    """Deck runs a ship offers [m]."""
    return Range(LEAST_RUN, ship.deck.bow_x.si - ship.deck.stern_x.si, "m", "deck run of a launch")


def ship_speed_range(ship: Ship) -> Range:
    """Speeds a ship can have; of a runway any is taken, and none is meant [m/s]."""
    fastest = ship.hull.speed_maximum.si if ship.hull else math.inf
    return Range(0.0, fastest, "m/s", "speed of the ship")


def launch_mass(airframe):
    """Mass of a launch when none is given: the maximum take-off mass [kg]."""
    return airframe.mass.maximum_takeoff.si


def recovery_mass(airframe):
    """Mass of a recovery when none is given: empty, full payload and a fifth of the fuel, within the maximum [kg]."""
    m = airframe.mass
    return min(m.empty.si + m.payload.si + 0.2 * m.fuel.si, m.maximum_takeoff.si)


def mass_of(scenario):
    """Mass of the aircraft at the start of a scenario [kg]."""
    default = launch_mass if scenario.mission == "launch" else recovery_mass
    return scenario.condition.mass if scenario.condition.mass is not None else default(scenario.airframe)


def ship_speed_of(scenario):
    """Speed of the ship in a scenario [m/s]; zero for a runway."""
    c, ship = scenario.condition, scenario.ship
    if not ship.ship.moves:
        return 0.0
    if c.ship_speed is not None:
        return c.ship_speed
    ahead = 0.5 * c.wind_over_deck * math.cos(c.wind_from)
    return min(max(ahead, LEAST_SHIP_SPEED), ship.hull.speed_operating.si)


def true_wind(scenario):
    """The true wind as a vector (towards) in N, north and east [m/s]: wind over deck plus the ship's velocity."""
    c = scenario.condition
    north = -c.wind_over_deck * math.cos(c.wind_from) + ship_speed_of(scenario)
    return north, -c.wind_over_deck * math.sin(c.wind_from)
