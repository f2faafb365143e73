"""A scenario: who flies from where, under which pilot, in which condition; and what follows from that."""

import math
from dataclasses import dataclass, replace
from typing import Literal

from flattop.catalogue import Airframe, PilotSettings, Ship
from flattop.scenario.condition import Condition

Mission = Literal["launch", "recovery"]


LEAST_SHIP_SPEED = 2.572  # steerage way, 5 kt [m/s]; estimate, 3 .. 6 kt


@dataclass(frozen=True)
class Scenario:
    """An airframe, a ship, a pilot and a condition, for a launch or a recovery."""

    airframe: Airframe
    ship: Ship
    pilot: PilotSettings
    condition: Condition
    mission: Mission

    def under(self, **changes):
        """The same scenario with parts of its condition changed."""
        return replace(self, condition=replace(self.condition, **changes))


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
