"""The lane loop: tiles over threads, lanes innermost, frames of sensors and pilot around steps of motion.

All that a tile's lanes need lies in one flat array: with several the compiler would have to prove that they do not overlap, and gives up.
The same code runs as plain Python through `march.py_func`, and gives the same numbers to the last bit.
"""

import math
from typing import Annotated, NamedTuple

import numpy as np
from numba import prange

from flattop.engine.frame.actuators import actuators_after
from flattop.engine.frame.air import air_after
from flattop.engine.frame.avionics import air_data, avionics_after
from flattop.engine.frame.motion import airborne_after, is_clear_of_deck, moving_after
from flattop.engine.judge.endings import log_after
from flattop.engine.layout import LANES, columns, loader_and_storer, row_count
from flattop.engine.random import FRAME_NOISE, four_normals
from flattop.engine.records import Actuators, Air, Avionics, Flight, Log, Moving, Parameters
from flattop.physics.air import airwake
from flattop.physics.ship.ship_motion import ShipMotion, ShipNode, motion_between
from flattop.quantities.compilation import compiled
from flattop.quantities.kernel import physics

FRAMES_PER_NODE = 20
"""Frames between two nodes of the ship's motion: 0.4 s at 50 frames a second."""


class Tile(NamedTuple):
    """Memory of one lane: the flight, two nodes of its ship's motion, its number and its parameters."""

    flight: Flight
    start: ShipNode
    end: ShipNode
    number: Annotated[float, "1"]
    parameters: Parameters


ROW = {c.path: c.row for c in columns(Tile)}
"""First row of every scalar of a lane's memory, by its dotted path."""

FLIGHT_ROWS, PARAMETER_ROW = row_count(Flight), ROW["number"] + 1
NODE_ROWS = row_count(ShipNode)
START_ROW, END_ROW, NUMBER_ROW = ROW["start.position_N.x"], ROW["end.position_N.x"], ROW["number"]
OUTCOME_ROW = ROW["flight.log.outcome"]

load_moving, store_moving = loader_and_storer(Moving, ROW["flight.moving.body.p_N.x"])
load_actuators, store_actuators = loader_and_storer(Actuators, ROW["flight.actuators.surfaces.tail_left"])
load_air, store_air = loader_and_storer(Air, ROW["flight.air.wind_N.x"])
load_ship, store_ship = loader_and_storer(ShipMotion, ROW["flight.ship.position_N.x"])
load_avionics, store_avionics = loader_and_storer(Avionics, ROW["flight.avionics.pilot.phase"])
load_log, store_log = loader_and_storer(Log, OUTCOME_ROW)
load_start, _ = loader_and_storer(ShipNode, START_ROW)
load_end, _ = loader_and_storer(ShipNode, END_ROW)
load_parameters, _ = loader_and_storer(Parameters, PARAMETER_ROW)


@physics
def begin_node_interval(x, nodes, node):
    """The two nodes around the coming frames put into every lane's memory.

    nodes  (n, 12 * LANES) of a tile;  node  number of the earlier one
    """
    for k in range(NODE_ROWS * LANES):
        x[START_ROW * LANES + k] = nodes[node, k]
        x[END_ROW * LANES + k] = nodes[node + 1, k]


@physics
def air_lane(x, lane, seed, frame, interval, share, duration):
    """The ship's motion and the air of one lane."""
    number = int(x[NUMBER_ROW * LANES + lane])
    a, b, c, d = four_normals(seed, number, FRAME_NOISE, 3 * frame)
    e, f, g, _ = four_normals(seed, number, FRAME_NOISE, 3 * frame + 1)
    store_ship(x, lane, motion_between(load_start(x, lane), load_end(x, lane), interval, share))
    body, p = load_moving(x, lane).body, load_parameters(x, lane)
    store_air(x, lane, air_after(body, load_air(x, lane), (a, b, c, d, e, f, g), p, frame * duration, duration))


@physics
def gridded_lane(x, lane, values, origin, spacing):
    """The disturbance of a gridded airwake, added to the wind of one lane."""
    air, wind = load_air(x, lane), load_parameters(x, lane).weather.over_deck_N
    body = load_moving(x, lane).body
    speed = math.sqrt(wind.x * wind.x + wind.y * wind.y)
    more = airwake.gridded(body.p_N, speed, air.wake, values, origin, spacing)
    store_air(x, lane, Air(air.wind_N + more, air.gust_rate_B, air.density, air.downwash, air.turbulence, air.wake))


@physics
def avionics_lane(x, lane, seed, frame, duration, launching):
    """Sensors and pilot of one lane."""
    noise = four_normals(seed, int(x[NUMBER_ROW * LANES + lane]), FRAME_NOISE, 3 * frame + 2)
    moving, air, ship, avionics = load_moving(x, lane), load_air(x, lane), load_ship(x, lane), load_avionics(x, lane)
    time = frame * duration
    store_avionics(
        x, lane, avionics_after(moving, air, ship, avionics, noise, load_parameters(x, lane), time, duration, launching)
    )


@physics
def actuators_lane(x, lane, duration):
    """Controls and engine of one lane."""
    going = 1.0 if x[OUTCOME_ROW * LANES + lane] == 0.0 else 0.0
    body, demand = load_moving(x, lane).body, load_avionics(x, lane).demand
    actuators, air = load_actuators(x, lane), load_air(x, lane)
    store_actuators(x, lane, actuators_after(body, actuators, air, demand, load_parameters(x, lane), duration, going))


@physics
def log_lane(x, lane, time):
    """Bookkeeping of one lane."""
    moving, ship, pilot = load_moving(x, lane), load_ship(x, lane), load_avionics(x, lane).pilot
    seen = air_data(moving.body, load_air(x, lane).wind_N)
    store_log(x, lane, log_after(load_log(x, lane), moving, seen, ship, pilot, time, load_parameters(x, lane)))


@physics
def is_lane_clear(x, lane):
    """Whether a lane's wheels cannot touch the deck in the coming frame."""
    p = load_parameters(x, lane)
    return is_clear_of_deck(load_moving(x, lane), p.airframe, p.deck)


@physics
def step_lane(x, lane, since_frame, duration):
    """One lane a step later."""
    going = 1.0 if x[OUTCOME_ROW * LANES + lane] == 0.0 else 0.0
    moving, actuators, air, ship = load_moving(x, lane), load_actuators(x, lane), load_air(x, lane), load_ship(x, lane)
    store_moving(
        x, lane, moving_after(moving, actuators, air, ship, load_parameters(x, lane), since_frame, duration, going)
    )


@physics
def airborne_step_lane(x, lane, since_frame, duration):
    """One lane a step later, far from the deck."""
    going = 1.0 if x[OUTCOME_ROW * LANES + lane] == 0.0 else 0.0
    moving, actuators, air = load_moving(x, lane), load_actuators(x, lane), load_air(x, lane)
    store_moving(
        x, lane, airborne_after(moving, actuators, air, load_parameters(x, lane), since_frame, duration, going)
    )


@compiled
def march(
    tiles, nodes, scenarios, wakes, wake_origins, wake_spacings, seed, launching,
    first_frame, frames, steps, frame_duration, samples, sampled_rows, sample_interval,
):  # fmt: skip
    """Fly all tiles through a number of frames, in place.

    tiles        (tiles, tile rows * LANES), changed        nodes          of the ships, (tiles, n, 12 * LANES), from the first frame on
    scenarios    (tiles, LANES) which scenario              wakes          (scenarios, x, y, z, 4) gridded airwakes, x = 0 for none
    seed         of the study                               wake_origins, wake_spacings (scenarios, 3)
    launching    True for launches, False for recoveries
    first_frame  counted from the flight's beginning, at a node             frames  how many to fly
    steps        of motion in a frame                       frame_duration [s]
    samples      (tiles, n, rows, LANES), filled with the rows `sampled_rows` after every `sample_interval` frames

    Returns the number of frames each tile flew before all its flights had ended.
    """
    flown = np.zeros(tiles.shape[0], dtype=np.int64)
    for tile in prange(tiles.shape[0]):
        x = tiles[tile]
        interval, h = FRAMES_PER_NODE * frame_duration, frame_duration / steps
        for frame in range(first_frame, first_frame + frames):
            since = frame % FRAMES_PER_NODE
            if since == 0:
                begin_node_interval(x, nodes[tile], (frame - first_frame) // FRAMES_PER_NODE)
            share = since / FRAMES_PER_NODE
            for lane in range(LANES):
                air_lane(x, lane, seed, frame, interval, share, frame_duration)
            if wakes.shape[1] > 0:
                for lane in range(LANES):
                    scenario = scenarios[tile, lane]
                    gridded_lane(x, lane, wakes[scenario], wake_origins[scenario], wake_spacings[scenario])
            if launching:
                for lane in range(LANES):
                    avionics_lane(x, lane, seed, frame, frame_duration, True)
            else:
                for lane in range(LANES):
                    avionics_lane(x, lane, seed, frame, frame_duration, False)
            for lane in range(LANES):
                actuators_lane(x, lane, frame_duration)
            for lane in range(LANES):
                log_lane(x, lane, frame * frame_duration)
            going, near = 0, 0
            for lane in range(LANES):
                going += 1 if x[OUTCOME_ROW * LANES + lane] == 0.0 else 0
                near += 0 if is_lane_clear(x, lane) else 1
            flown[tile] = frame + 1 - first_frame
            k = frame - first_frame + 1
            if k % sample_interval == 0 and k // sample_interval <= samples.shape[1]:
                for i in range(sampled_rows.shape[0]):
                    for lane in range(LANES):
                        samples[tile, k // sample_interval - 1, i, lane] = x[sampled_rows[i] * LANES + lane]
            if going == 0:
                break
            for step in range(steps):
                if near > 0:
                    for lane in range(LANES):
                        step_lane(x, lane, step * h, h)
                else:
                    for lane in range(LANES):
                        airborne_step_lane(x, lane, step * h, h)
    return flown
