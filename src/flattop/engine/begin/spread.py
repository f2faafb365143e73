"""What differs between flights of one scenario: where they begin, what turbulence and sensors remember, sensor errors."""

import numpy as np

from flattop.engine.begin.approach import recovery_start
from flattop.engine.begin.deck import launch_place, launch_start, set_on_ship
from flattop.engine.layout import column_of, flattened
from flattop.engine.random import SENSOR_BIAS, START, WAKE_PHASE, normals, uniforms
from flattop.engine.records import Flight, Parameters
from flattop.engine.world.sea import sea_of
from flattop.engine.world.seaway import ship_motion_at

SIDE_SPREAD, HEIGHT_SPREAD = 8.0, 3.0
"""Standard deviations of the place a recovery begins at [m]; estimate, 4 .. 15 and 2 .. 6."""
PARKING_SPREAD = 0.3
"""Standard deviation of a launch's start to the side of its line [m]; estimate, 0.1 .. 0.5."""


def flight_rows(scenario, parameters, seed, identity, waves):
    """The beginnings of many flights of one scenario, (flights, scalars of `Flight`).

    identity  of the flights, rows of `Identity`, (flights, 3);  waves  standard normal amplitudes, (flights, 2 waves)

    Each has its own place and memory of turbulence; launches stand on the ship as the flight's own waves have it at the beginning.
    """
    launching = scenario.mission == "launch"
    start = launch_start(parameters, *launch_place(scenario)) if launching else recovery_start(parameters)
    rows = np.tile(flattened(start), (len(identity), 1))
    n = normals(seed, identity, START, 24)
    column = lambda path: rows[:, column_of(Flight, path)]  # noqa: E731
    column("moving.body.p_N.y")[:] += n[:, 0] * (PARKING_SPREAD if launching else SIDE_SPREAD)
    if launching:
        set_on_ship(rows, ship_motion_at(sea_of(scenario), waves, 0.0))
    else:
        column("moving.body.p_N.z")[:] += n[:, 1] * HEIGHT_SPREAD
    for k, axis in enumerate("xyz"):
        column(f"avionics.navigation.noise.{axis}")[:] = n[:, 2 + k]
        column(f"avionics.navigation.fix_N.{axis}")[:] = column(f"moving.body.p_N.{axis}")
    column("avionics.navigation.airspeed_noise")[:] = n[:, 5]
    for k, name in enumerate(("along", "across", "down", "roll")):
        column(f"air.turbulence.{name}")[:] = n[:, 6 + k]
    for k, name in enumerate(("across", "down")):
        column(f"air.turbulence.{name}_lagged")[:] = 0.5 * column(f"air.turbulence.{name}") + 0.5 * n[:, 10 + k]
    for k, name in enumerate(("along", "across", "down")):
        column(f"air.wake.{name}")[:] = n[:, 12 + k]
    return rows


def parameter_rows(scenario, parameters, seed, identity):
    """The parameters of many flights of one scenario, (flights, scalars of `Parameters`), each with sensor errors of its own."""
    rows = np.tile(flattened(parameters), (len(identity), 1))
    n = normals(seed, identity, SENSOR_BIAS, 8)
    for k, (path, deviation) in enumerate(_sensor_errors(scenario.pilot.navigation)):
        rows[:, column_of(Parameters, f"autopilot.navigation.{path}")] += deviation * n[:, k]
    latency = column_of(Parameters, "autopilot.navigation.latency")
    rows[:, latency] = np.maximum(rows[:, latency], 0.0)
    phase = 2.0 * np.pi * uniforms(seed, identity, WAKE_PHASE, 4)[:, 0]
    rows[:, column_of(Parameters, "weather.wake_phase")] = phase
    return rows


def _sensor_errors(s):
    """Errors that stay the same through a flight, with their standard deviations in SI."""
    return (
        ("position_bias.x", s.position_bias.si),
        ("position_bias.y", s.position_bias.si),
        ("position_bias.z", s.height_bias.si),
        ("latency", s.latency_error.si),
        ("airspeed_bias", s.airspeed_bias.si),
        ("attitude_bias.x", s.attitude_bias.si),
        ("attitude_bias.y", s.attitude_bias.si),
        ("attitude_bias.z", s.attitude_bias.si),
    )
