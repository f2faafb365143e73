"""The lane loop: tiles over threads, lanes innermost, frames of sensors and pilot around steps of motion.

All that a tile's lanes need lies in one flat array: with several the compiler would have to prove that they do not overlap, and gives up.
The same code runs as plain Python through `march.py_func`, and gives the same numbers to the last bit.
"""

from typing import Annotated, NamedTuple

import numpy as np
from numba import prange

from flattop.engine.compilation import compiled
from flattop.engine.frame import framed
from flattop.engine.layout import LANES, loader_and_storer, row_count
from flattop.engine.motion import stepped
from flattop.engine.random import FRAME_NOISE, four_normals
from flattop.engine.records import Flight, Held, Log, Mind, Moving, Parameters
from flattop.physics.ship_motion import ShipNode, motion_between
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


FLIGHT_ROWS, TILE_ROWS = row_count(Flight), row_count(Tile)
START_ROW = FLIGHT_ROWS
END_ROW = START_ROW + row_count(ShipNode)
NUMBER_ROW = END_ROW + row_count(ShipNode)
PARAMETER_ROW = NUMBER_ROW + 1
OUTCOME_ROW = FLIGHT_ROWS - row_count(Log)

load_flight, store_flight = loader_and_storer(Flight)
load_moving, store_moving = loader_and_storer(Moving)
load_held, _ = loader_and_storer(Held, row_count(Moving))
load_start, _ = loader_and_storer(ShipNode, START_ROW)
load_end, _ = loader_and_storer(ShipNode, END_ROW)
load_parameters, _ = loader_and_storer(Parameters, PARAMETER_ROW)


@physics
def twelve_normals(seed, flight, frame):
    """The noise of one frame of one flight."""
    a, b, c, d = four_normals(seed, flight, FRAME_NOISE, 3 * frame)
    e, f, g, h = four_normals(seed, flight, FRAME_NOISE, 3 * frame + 1)
    i, j, k, m = four_normals(seed, flight, FRAME_NOISE, 3 * frame + 2)
    return a, b, c, d, e, f, g, h, i, j, k, m


@physics
def fill_node(x, first_row, waves, frequencies, transfers, time):
    """Motion of the ship at a time for all lanes, a sum over the waves of its sea.

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
def frame_lane(x, lane, seed, frame, interval, share, duration, launching):
    """One lane a frame later."""
    ship = motion_between(load_start(x, lane), load_end(x, lane), interval, share)
    noise = twelve_normals(seed, int(x[NUMBER_ROW * LANES + lane]), frame)
    time = frame * duration
    store_flight(x, lane, framed(load_flight(x, lane), ship, noise, load_parameters(x, lane), time, duration, launching))


@physics
def step_lane(x, lane, since_frame, duration):
    """One lane a step later."""
    going = 1.0 if x[OUTCOME_ROW * LANES + lane] == 0.0 else 0.0
    moving, held = load_moving(x, lane), load_held(x, lane)
    store_moving(x, lane, stepped(moving, held, load_parameters(x, lane), since_frame, duration, going))


@compiled
def march(
    tiles, waves, seas, frequencies, transfers, seed, launching, first_frame, frames, steps, frame_duration,
    samples, sampled_rows, sample_interval,
):  # fmt: skip
    """Fly all tiles through a number of frames, in place.

    tiles        (tiles, tile rows * LANES), changed        waves          (tiles, 2 waves * LANES)
    seas         (tiles,) which sea                         frequencies    (seas, waves), transfers (seas, waves, 6, 2)
    seed         of the study                               launching      True for launches, False for recoveries
    first_frame  counted from the flight's beginning        frames         how many to fly
    steps        of motion in a frame                       frame_duration [s]
    samples      (tiles, n, rows, LANES), filled with the rows `sampled_rows` after every `sample_interval` frames

    Returns the number of frames each tile flew before all its flights had ended.
    """
    flown = np.zeros(tiles.shape[0], dtype=np.int64)
    for tile in prange(tiles.shape[0]):
        x, w, sea = tiles[tile], waves[tile], seas[tile]
        interval, h = FRAMES_PER_NODE * frame_duration, frame_duration / steps
        for frame in range(first_frame, first_frame + frames):
            since = frame % FRAMES_PER_NODE
            if frame == first_frame or since == 0:
                node = frame // FRAMES_PER_NODE
                fill_node(x, START_ROW, w, frequencies[sea], transfers[sea], node * interval)
                fill_node(x, END_ROW, w, frequencies[sea], transfers[sea], (node + 1) * interval)
            share = since / FRAMES_PER_NODE
            if launching:
                for lane in range(LANES):
                    frame_lane(x, lane, seed, frame, interval, share, frame_duration, True)
            else:
                for lane in range(LANES):
                    frame_lane(x, lane, seed, frame, interval, share, frame_duration, False)
            going = 0.0
            for lane in range(LANES):
                going += 1.0 if x[OUTCOME_ROW * LANES + lane] == 0.0 else 0.0
            flown[tile] = frame + 1 - first_frame
            k = frame - first_frame + 1
            if k % sample_interval == 0 and k // sample_interval <= samples.shape[1]:
                for i in range(sampled_rows.shape[0]):
                    for lane in range(LANES):
                        samples[tile, k // sample_interval - 1, i, lane] = x[sampled_rows[i] * LANES + lane]
            if going == 0.0:
                break
            for step in range(steps):
                for lane in range(LANES):
                    step_lane(x, lane, step * h, h)
    return flown
