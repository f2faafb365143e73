"""The lane loop: tiles over threads, lanes innermost, frames of sensors and pilot around steps of motion.

All that a tile's lanes need lies in one flat array: with several the compiler would have to prove that they do not overlap, and gives up.
The same code runs as plain Python through `march.py_func`, and gives the same numbers to the last bit.
"""

import math
from typing import Annotated, NamedTuple

import numpy as np
from numba import prange

from flattop.engine.compilation import compiled
from flattop.engine.events import logged
from flattop.engine.frame import aired, decided, driven, sight
from flattop.engine.layout import LANES, columns, loader_and_storer, row_count
from flattop.engine.motion import is_clear_of_deck, stepped, stepped_airborne
from flattop.engine.random import FRAME_NOISE, four_normals
from flattop.engine.records import Air, Flight, Log, Machine, Mind, Moving, Parameters
from flattop.physics import airwake
from flattop.physics.ship_motion import ShipMotion, ShipNode, motion_between
from flattop.quantities.elementary import sine_and_cosine
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
START_ROW, END_ROW, NUMBER_ROW = ROW["start.position_N.x"], ROW["end.position_N.x"], ROW["number"]
OUTCOME_ROW = ROW["flight.log.outcome"]

load_moving, store_moving = loader_and_storer(Moving, ROW["flight.moving.body.p_N.x"])
load_machine, store_machine = loader_and_storer(Machine, ROW["flight.machine.surfaces.tail_left"])
load_air, store_air = loader_and_storer(Air, ROW["flight.air.wind_N.x"])
load_ship, store_ship = loader_and_storer(ShipMotion, ROW["flight.ship.position_N.x"])
load_mind, store_mind = loader_and_storer(Mind, ROW["flight.mind.pilot.phase"])
load_log, store_log = loader_and_storer(Log, OUTCOME_ROW)
load_start, _ = loader_and_storer(ShipNode, START_ROW)
load_end, _ = loader_and_storer(ShipNode, END_ROW)
load_parameters, _ = loader_and_storer(Parameters, PARAMETER_ROW)


@physics
def fill_node(x, first_row, waves, frequencies, transfers, time):
    """Motion of the ship at a time for all lanes of one sea, a sum over its waves.

        x(t) = sum Re((a + i b) H exp(i we t)),  x'(t) likewise with i we H

    waves        standard normal a and b of each wave and lane, (2 waves) rows
    frequencies  of encounter, (waves,) [rad/s]
    transfers    H times the wave's standard deviation, (waves, 6 motions, 2)
    """
    for row in range(12):
        for lane in range(LANES):
            x[(first_row + row) * LANES + lane] = 0.0
    for wave in range(frequencies.shape[0]):
        we = frequencies[wave]
        s, c = sine_and_cosine(we * time)
        for motion in range(6):
            real = transfers[wave, motion, 0] * c - transfers[wave, motion, 1] * s
            imaginary = transfers[wave, motion, 0] * s + transfers[wave, motion, 1] * c
            place, rate = (first_row + motion) * LANES, (first_row + 6 + motion) * LANES
            a, b = 2 * wave * LANES, (2 * wave + 1) * LANES
            for lane in range(LANES):
                x[place + lane] += waves[a + lane] * real - waves[b + lane] * imaginary
                x[rate + lane] -= we * (waves[a + lane] * imaginary + waves[b + lane] * real)


@physics
def fill_node_lane(x, lane, first_row, waves, frequencies, transfers, time):
    """The same sum for one lane of its own sea, term by term in the same order: the slower way for tiles of mixed seas."""
    for row in range(12):
        x[(first_row + row) * LANES + lane] = 0.0
    for wave in range(frequencies.shape[0]):
        we = frequencies[wave]
        s, c = sine_and_cosine(we * time)
        a, b = waves[2 * wave * LANES + lane], waves[(2 * wave + 1) * LANES + lane]
        for motion in range(6):
            real = transfers[wave, motion, 0] * c - transfers[wave, motion, 1] * s
            imaginary = transfers[wave, motion, 0] * s + transfers[wave, motion, 1] * c
            x[(first_row + motion) * LANES + lane] += a * real - b * imaginary
            x[(first_row + 6 + motion) * LANES + lane] -= we * (a * imaginary + b * real)


@physics
def fill_nodes(x, first_row, waves, seas, frequencies, transfers, time):
    """Motion of the ships at a time for all lanes of a tile, each in its own sea."""
    mixed = 0
    for lane in range(LANES):
        mixed += 1 if seas[lane] != seas[0] else 0
    if mixed == 0:
        fill_node(x, first_row, waves, frequencies[seas[0]], transfers[seas[0]], time)
    else:
        for lane in range(LANES):
            fill_node_lane(x, lane, first_row, waves, frequencies[seas[lane]], transfers[seas[lane]], time)


@physics
def air_lane(x, lane, seed, frame, interval, share, duration):
    """The ship's motion and the air of one lane."""
    number = int(x[NUMBER_ROW * LANES + lane])
    a, b, c, d = four_normals(seed, number, FRAME_NOISE, 3 * frame)
    e, f, g, _ = four_normals(seed, number, FRAME_NOISE, 3 * frame + 1)
    store_ship(x, lane, motion_between(load_start(x, lane), load_end(x, lane), interval, share))
    body, p = load_moving(x, lane).body, load_parameters(x, lane)
    store_air(x, lane, aired(body, load_air(x, lane), (a, b, c, d, e, f, g), p, frame * duration, duration))


@physics
def gridded_lane(x, lane, values, origin, spacing):
    """The disturbance of a gridded airwake, added to the wind of one lane."""
    air, wind = load_air(x, lane), load_parameters(x, lane).weather.over_deck_N
    body = load_moving(x, lane).body
    speed = math.sqrt(wind.x * wind.x + wind.y * wind.y)
    more = airwake.gridded(body.p_N, speed, air.wake, values, origin, spacing)
    store_air(x, lane, Air(air.wind_N + more, air.gust_rate_B, air.density, air.downwash, air.turbulence, air.wake))


@physics
def mind_lane(x, lane, seed, frame, duration, launching):
    """Sensors and pilot of one lane."""
    noise = four_normals(seed, int(x[NUMBER_ROW * LANES + lane]), FRAME_NOISE, 3 * frame + 2)
    moving, air, ship, mind = load_moving(x, lane), load_air(x, lane), load_ship(x, lane), load_mind(x, lane)
    time = frame * duration
    store_mind(x, lane, decided(moving, air, ship, mind, noise, load_parameters(x, lane), time, duration, launching))


@physics
def machine_lane(x, lane, duration):
    """Controls and engine of one lane."""
    going = 1.0 if x[OUTCOME_ROW * LANES + lane] == 0.0 else 0.0
    body, demand = load_moving(x, lane).body, load_mind(x, lane).demand
    machine, air = load_machine(x, lane), load_air(x, lane)
    store_machine(x, lane, driven(body, machine, air, demand, load_parameters(x, lane), duration, going))


@physics
def log_lane(x, lane, time):
    """Bookkeeping of one lane."""
    moving, ship, pilot = load_moving(x, lane), load_ship(x, lane), load_mind(x, lane).pilot
    seen = sight(moving.body, load_air(x, lane).wind_N)
    store_log(x, lane, logged(load_log(x, lane), moving, seen, ship, pilot, time, load_parameters(x, lane)))


@physics
def is_lane_clear(x, lane):
    """Whether a lane's wheels cannot touch the deck in the coming frame."""
    p = load_parameters(x, lane)
    return is_clear_of_deck(load_moving(x, lane), p.airframe, p.deck)


@physics
def step_lane(x, lane, since_frame, duration):
    """One lane a step later."""
    going = 1.0 if x[OUTCOME_ROW * LANES + lane] == 0.0 else 0.0
    moving, machine, air, ship = load_moving(x, lane), load_machine(x, lane), load_air(x, lane), load_ship(x, lane)
    store_moving(x, lane, stepped(moving, machine, air, ship, load_parameters(x, lane), since_frame, duration, going))


@physics
def airborne_step_lane(x, lane, since_frame, duration):
    """One lane a step later, far from the deck."""
    going = 1.0 if x[OUTCOME_ROW * LANES + lane] == 0.0 else 0.0
    moving, machine, air = load_moving(x, lane), load_machine(x, lane), load_air(x, lane)
    store_moving(
        x, lane, stepped_airborne(moving, machine, air, load_parameters(x, lane), since_frame, duration, going)
    )


@compiled
def march(
    tiles, waves, seas, frequencies, transfers, wakes, wake_origins, wake_spacings, seed, launching,
    first_frame, frames, steps, frame_duration, samples, sampled_rows, sample_interval,
):  # fmt: skip
    """Fly all tiles through a number of frames, in place.

    tiles        (tiles, tile rows * LANES), changed        waves          (tiles, 2 waves * LANES)
    seas         (tiles, LANES) which sea                   frequencies    (seas, waves), transfers (seas, waves, 6, 2)
    wakes        (seas, x, y, z, 4) gridded airwakes, x = 0 for none; wake_origins, wake_spacings (seas, 3)
    seed         of the study                               launching      True for launches, False for recoveries
    first_frame  counted from the flight's beginning        frames         how many to fly
    steps        of motion in a frame                       frame_duration [s]
    samples      (tiles, n, rows, LANES), filled with the rows `sampled_rows` after every `sample_interval` frames

    Returns the number of frames each tile flew before all its flights had ended.
    """
    flown = np.zeros(tiles.shape[0], dtype=np.int64)
    for tile in prange(tiles.shape[0]):
        x, w = tiles[tile], waves[tile]
        interval, h = FRAMES_PER_NODE * frame_duration, frame_duration / steps
        for frame in range(first_frame, first_frame + frames):
            since = frame % FRAMES_PER_NODE
            if frame == first_frame or since == 0:
                node = frame // FRAMES_PER_NODE
                if frame == first_frame:
                    fill_nodes(x, START_ROW, w, seas[tile], frequencies, transfers, node * interval)
                else:
                    for k in range((END_ROW - START_ROW) * LANES):
                        x[START_ROW * LANES + k] = x[END_ROW * LANES + k]
                fill_nodes(x, END_ROW, w, seas[tile], frequencies, transfers, (node + 1) * interval)
            share = since / FRAMES_PER_NODE
            for lane in range(LANES):
                air_lane(x, lane, seed, frame, interval, share, frame_duration)
            if wakes.shape[1] > 0:
                for lane in range(LANES):
                    sea = seas[tile, lane]
                    gridded_lane(x, lane, wakes[sea], wake_origins[sea], wake_spacings[sea])
            if launching:
                for lane in range(LANES):
                    mind_lane(x, lane, seed, frame, frame_duration, True)
            else:
                for lane in range(LANES):
                    mind_lane(x, lane, seed, frame, frame_duration, False)
            for lane in range(LANES):
                machine_lane(x, lane, frame_duration)
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
