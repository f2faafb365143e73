"""Whether an airframe can fly at all, stand and be trimmed: what speaks against it in one line each, before anything flies."""

import math

from flattop.engine.assemble.airframe import airframe_record
from flattop.engine.assemble.pilot import design_record
from flattop.engine.begin.deck import settled_stroke
from flattop.engine.frame.motion import GRAVITY_N
from flattop.engine.trim import FlightCase, trim
from flattop.quantities.constants import SEA_LEVEL_DENSITY


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
