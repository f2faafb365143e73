"""What differs between flights of one scenario: where they begin, what turbulence and sensors remember, sensor errors."""

import numpy as np

from flattop.engine.begin.approach import recovery_start
from flattop.engine.begin.deck import FLIGHT_COLUMN, _set_on_ship, launch_place, launch_start, ship_motion_at
from flattop.engine.layout import columns, flattened
from flattop.engine.random import SENSOR_BIAS, START, normals, uniforms
from flattop.engine.records import Parameters
from flattop.engine.world.sea import sea_of

SIDE_SPREAD, HEIGHT_SPREAD = (
    8.0,
    3.0,
)  # standard deviations of the place a recovery begins at [m]; estimate, 4 .. 15 and 2 .. 6


PARKING_SPREAD = 0.3  # standard deviation of a launch's start to the side of its line [m]; estimate, 0.1 .. 0.5


PARAMETER_COLUMN = {c.path: c.row for c in columns(Parameters)}


def _add(rows, path, values, table=FLIGHT_COLUMN):
    rows[:, table[path]] += values


def flight_rows(scenario, parameters, seed, numbers, waves):
    """The beginnings of many flights of one scenario, (flights, flight rows).

    Each has its own place and memory of turbulence; launches stand on the ship as the flight's own waves have it at the beginning.
    """
    launching = scenario.mission == "launch"
    start = launch_start(parameters, *launch_place(scenario)) if launching else recovery_start(parameters)
    rows = np.tile(flattened(start), (len(numbers), 1))
    n = normals(seed, numbers, START, 24)
    _add(rows, "moving.body.p_N.y", n[:, 0] * (PARKING_SPREAD if launching else SIDE_SPREAD))
    if launching:
        _set_on_ship(rows, ship_motion_at(sea_of(scenario), waves, 0.0))
    else:
        _add(rows, "moving.body.p_N.z", n[:, 1] * HEIGHT_SPREAD)
    for k, axis in enumerate("xyz"):
        rows[:, FLIGHT_COLUMN[f"avionics.navigation.noise.{axis}"]] = n[:, 2 + k]
        rows[:, FLIGHT_COLUMN[f"avionics.navigation.fix_N.{axis}"]] = rows[:, FLIGHT_COLUMN[f"moving.body.p_N.{axis}"]]
    rows[:, FLIGHT_COLUMN["avionics.navigation.airspeed_noise"]] = n[:, 5]
    for k, name in enumerate(("along", "across", "down", "roll")):
        rows[:, FLIGHT_COLUMN[f"air.turbulence.{name}"]] = n[:, 6 + k]
    for k, name in enumerate(("across", "down")):
        settled = 0.5 * rows[:, FLIGHT_COLUMN[f"air.turbulence.{name}"]] + 0.5 * n[:, 10 + k]
        rows[:, FLIGHT_COLUMN[f"air.turbulence.{name}_lagged"]] = settled
    for k, name in enumerate(("along", "across", "down")):
        rows[:, FLIGHT_COLUMN[f"air.wake.{name}"]] = n[:, 12 + k]
    return rows


def parameter_rows(scenario, parameters, seed, numbers):
    """The parameters of many flights of one scenario, (flights, parameter rows), each with its own sensor errors and wake phase."""
    rows = np.tile(flattened(parameters), (len(numbers), 1))
    s, n = scenario.pilot.navigation, normals(seed, numbers, SENSOR_BIAS, 8)
    under = "autopilot.navigation."
    for k, (path, deviation) in enumerate(
        (
            ("position_bias.x", s.position_bias.si),
            ("position_bias.y", s.position_bias.si),
            ("position_bias.z", s.height_bias.si),
            ("latency", s.latency_error.si),
            ("airspeed_bias", s.airspeed_bias.si),
            ("attitude_bias.x", s.attitude_bias.si),
            ("attitude_bias.y", s.attitude_bias.si),
            ("attitude_bias.z", s.attitude_bias.si),
        )
    ):
        _add(rows, under + path, deviation * n[:, k], PARAMETER_COLUMN)
    latency = PARAMETER_COLUMN[under + "latency"]
    rows[:, latency] = np.maximum(rows[:, latency], 0.0)
    rows[:, PARAMETER_COLUMN["weather.wake_phase"]] = 2.0 * np.pi * uniforms(seed, numbers, START + 100, 4)[:, 0]
    return rows
