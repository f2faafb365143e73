"""Whether an airframe can fly at all, and a condition be met: said in one line each before anything flies."""

import math

from flattop.engine.assemble.airframe import airframe_record
from flattop.engine.assemble.pilot import design_record
from flattop.engine.begin.deck import settled_stroke
from flattop.engine.frame.motion import GRAVITY_N
from flattop.engine.trim import FlightCase, trim
from flattop.quantities.constants import KNOT, SEA_LEVEL_DENSITY, STANDARD_GRAVITY
from flattop.scenario.scenario import Scenario, mass_of, ship_speed_of


def stall_speed(airframe, mass, flap):
    """Stall speed at sea level [m/s]: sqrt(2 m g / (rho S CLmax))."""
    d = design_record(airframe, mass)
    lift = d.lift_maximum + flap * (d.lift_maximum_flap - d.lift_maximum)
    return math.sqrt(2.0 * mass * GRAVITY_N.z / (SEA_LEVEL_DENSITY * d.area * lift))


def problems(airframe):
    """Why an airframe cannot work, one line each; empty when nothing speaks against it."""
    mass = airframe.mass.maximum_takeoff.si
    found = []
    slow, fast = stall_speed(airframe, mass, 1.0), airframe.limits.maximum_speed.si
    if slow >= fast:
        found.append(
            f"{airframe.source_file}: stalls at {slow:.1f} m/s with full flap, above its top speed of {fast:.1f} m/s"
        )
    record = airframe_record(airframe, mass)
    for flap, factor, what in ((0.0, 1.3, "clean"), (1.0, 1.25, "with full flap, gear down")):
        speed = factor * stall_speed(airframe, mass, flap)
        steady = trim(FlightCase(speed, 0.0, 0.0, flap, flap, 0.0), record)
        found += [f"{airframe.source_file}: cannot be trimmed {what} at {speed:.1f} m/s: {p}" for p in steady.problems]
    return found + _gear_problems(airframe, record, mass)


def _gear_problems(airframe, record, mass):
    weight = mass * GRAVITY_N.z
    base = record.nose.x - record.main.x
    on_nose = weight * -record.main.x / base if base > 0.0 else 0.0
    found = []
    if not 0.0 < on_nose < weight:
        return [f"{airframe.source_file}: the centre of gravity does not lie between nose and main wheels"]
    for name, leg, load, limit in (
        ("nose", record.nose, on_nose, record.extremities.nose_load),
        ("main", record.main, 0.5 * (weight - on_nose), record.extremities.main_load),
    ):
        if settled_stroke(load, leg) >= leg.stroke:
            found.append(f"{airframe.source_file}: gear.{name} bottoms under its static load of {load:.0f} N")
        if load >= limit:
            found.append(
                f"{airframe.source_file}: gear.{name}.limit_load = {limit:.0f} N: expected more than its static load of {load:.0f} N"
            )
    return found


def condition_problems(scenario: Scenario):
    """Why a condition cannot be met, one line each."""
    c, ship, found = scenario.condition, scenario.ship, []
    m, mass = scenario.airframe.mass, mass_of(scenario)
    if not 0.0 <= c.wind_over_deck <= 40.0:
        found.append(f"wind over deck = {c.wind_over_deck / KNOT:.1f} kt: expected 0 to {40.0 / KNOT:.0f} kt")
    if not 0.0 <= c.significant_height <= 14.0:
        found.append(f"significant wave height = {c.significant_height:g} m: expected 0 to 14 m")
    if not 3.0 <= c.modal_period <= 25.0:
        found.append(f"modal period = {c.modal_period:g} s: expected 3 to 25 s")
    elif c.significant_height > STANDARD_GRAVITY * c.modal_period**2 / (2.0 * math.pi) / 15.0:
        found.append(
            f"significant wave height = {c.significant_height:g} m at {c.modal_period:g} s: expected a sea less steep than 1/15"
        )
    if not 1.0 <= c.peakedness <= 7.0:
        found.append(f"peakedness = {c.peakedness:g}: expected 1 to 7")
    if not -60.0 <= c.temperature_offset <= 40.0:
        found.append(f"temperature offset = {c.temperature_offset:g} K: expected -60 to 40 K")
    least, most = m.empty.si, m.maximum_takeoff.si_high
    if not least <= mass <= most:
        found.append(f"mass = {mass:.0f} kg: expected {least:.0f} kg (empty) to {most:.0f} kg (greatest published)")
    if ship.hull and not 0.0 <= ship_speed_of(scenario) <= ship.hull.speed_maximum.si:
        given, fastest = ship_speed_of(scenario) / KNOT, ship.hull.speed_maximum.si / KNOT
        found.append(f"ship speed = {given:.1f} kt: expected 0 to {fastest:.1f} kt for {ship.name}")
    deck = ship.deck
    if c.run is not None and not 5.0 <= c.run <= deck.bow_x.si - deck.stern_x.si:
        found.append(
            f"run = {c.run:g} m: expected 5 to {deck.bow_x.si - deck.stern_x.si:.0f} m, the length of the deck"
        )
    return found
