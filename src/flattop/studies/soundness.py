"""Whether an airframe can fly at all, stand and be trimmed: what speaks against it in one line each, before anything flies."""

from flattop.catalogue import pilot
from flattop.engine.assemble.airframe import airframe_record
from flattop.engine.assemble.pilot import design_record
from flattop.engine.begin.deck import settled_stroke, static_loads
from flattop.engine.trim import FlightCase, trim
from flattop.pilot.guidance import speed_at_stall
from flattop.quantities.constants import SEA_LEVEL_DENSITY


def stall_speed(airframe, mass, flap):
    """Stall speed of an airframe at sea level [m/s]."""
    return speed_at_stall(flap, 1.0, SEA_LEVEL_DENSITY, design_record(airframe, pilot().control, mass))


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
    return found + _gear_problems(airframe, record)


def _gear_problems(airframe, record):
    found = []
    if not record.main.x < 0.0 < record.nose.x:
        return [f"{airframe.source_file}: the centre of gravity does not lie between nose and main wheels"]
    on_nose, on_main = static_loads(record)
    for name, leg, load, limit in (
        ("nose", record.nose, on_nose, record.extremities.nose_load),
        ("main", record.main, on_main, record.extremities.main_load),
    ):
        if settled_stroke(load, leg) >= leg.stroke:
            found.append(f"{airframe.source_file}: gear.{name} bottoms under its static load of {load:.0f} N")
        if load >= limit:
            found.append(
                f"{airframe.source_file}: gear.{name}.limit_load = {limit:.0f} N: expected more than its static load of {load:.0f} N"
            )
    return found
