"""The lane loop: tiles over threads, lanes innermost, frames of sensors and pilot around steps of motion.

All that a tile's lanes need lies in one flat array: with several the compiler would have to prove that they do not overlap, and gives up.
The same code runs as plain Python through `march.py_func`, and gives the same numbers to the last bit.
"""

import math

import numpy as np
from numba import prange

from flattop.engine.backends.tile import FLIGHT_ROWS, NODE_ROWS, ROW, Tile
from flattop.engine.frame.actuators import actuators_after
from flattop.engine.frame.air import air_after
from flattop.engine.frame.avionics import air_data, cockpit_of, navigation_after
from flattop.engine.frame.motion import airborne_after, is_clear_of_deck, moving_after
from flattop.engine.judge.log import log_after
from flattop.engine.layout import LANES, loader_and_storer, loader_of
from flattop.engine.random import FRAME_NOISE, four_normals
from flattop.engine.records import Air, Avionics
from flattop.physics.air import airwake
from flattop.physics.ship.ship_motion import motion_between
from flattop.pilot.launch import launch
from flattop.pilot.recovery import recovery
from flattop.quantities.compilation import compiled
from flattop.quantities.kernel import physics
from flattop.scenario.clock import FRAMES_PER_NODE

OUTCOME_ROW, START_ROW, END_ROW = ROW["flight.log.outcome"], ROW["start"], ROW["end"]

load_moving, store_moving = loader_and_storer(Tile, "flight.moving")
load_actuators, store_actuators = loader_and_storer(Tile, "flight.actuators")
load_air, store_air = loader_and_storer(Tile, "flight.air")
load_ship, store_ship = loader_and_storer(Tile, "flight.ship")
load_avionics, store_avionics = loader_and_storer(Tile, "flight.avionics")
load_log, store_log = loader_and_storer(Tile, "flight.log")
load_start, _ = loader_and_storer(Tile, "start")
load_end, _ = loader_and_storer(Tile, "end")
load_identity, _ = loader_and_storer(Tile, "identity")
load_for_air = loader_of(Tile, "parameters", ("airframe", "deck", "weather"))
load_for_avionics = loader_of(Tile, "parameters", ("deck", "autopilot"))
load_for_motion = loader_of(Tile, "parameters", ("airframe", "deck"))
load_for_log = loader_of(Tile, "parameters", ("airframe", "deck", "limits"))


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
    identity = load_identity(x, lane)
    a, b, c, d = four_normals(seed, identity, FRAME_NOISE, 3 * frame)
    e, f, g, _ = four_normals(seed, identity, FRAME_NOISE, 3 * frame + 1)
    store_ship(x, lane, motion_between(load_start(x, lane), load_end(x, lane), interval, share))
    body, p = load_moving(x, lane).body, load_for_air(x, lane)
    store_air(x, lane, air_after(body, load_air(x, lane), (a, b, c, d, e, f, g), p, frame * duration, duration))


@physics
def gridded_lane(x, lane, values, origin, spacing):
    """The disturbance of a gridded airwake, added to the wind of one lane."""
    air, wind = load_air(x, lane), load_for_air(x, lane).weather.over_deck_N
    body = load_moving(x, lane).body
    speed = math.sqrt(wind.x * wind.x + wind.y * wind.y)
    more = airwake.gridded(body.p_N, speed, air.wake, values, origin, spacing)
    disturbed = Air(air.wind_N + more, air.gust_rate_B, air.density, air.downwash, air.turbulence, air.wake)
    store_air(x, lane, disturbed)


@physics
def avionics_lane(x, lane, seed, frame, duration, launching):
    """Sensors and pilot of one lane."""
    noise = four_normals(seed, load_identity(x, lane), FRAME_NOISE, 3 * frame + 2)
    moving, air, ship, avionics = load_moving(x, lane), load_air(x, lane), load_ship(x, lane), load_avionics(x, lane)
    p, time = load_for_avionics(x, lane), frame * duration
    known = navigation_after(moving, avionics, noise, p, duration)
    if launching:
        cockpit = cockpit_of(moving, air, ship, known, avionics.memory, p.autopilot.launch, p, time)
        memory, demand = launch(cockpit, duration)
        store_avionics(x, lane, Avionics(memory, known, demand))
    else:
        cockpit = cockpit_of(moving, air, ship, known, avionics.memory, p.autopilot.recovery, p, time)
        memory, demand = recovery(cockpit, duration)
        store_avionics(x, lane, Avionics(memory, known, demand))


@physics
def actuators_lane(x, lane, duration):
    """Controls and engine of one lane."""
    body, demand = load_moving(x, lane).body, load_avionics(x, lane).demand
    actuators, air = load_actuators(x, lane), load_air(x, lane)
    after = actuators_after(body, actuators, air, demand, load_for_motion(x, lane), duration)
    store_actuators(x, lane, after)


@physics
def log_lane(x, lane, time):
    """The log of one lane."""
    moving, ship, demand = load_moving(x, lane), load_ship(x, lane), load_avionics(x, lane).demand
    air = air_data(moving.body, load_air(x, lane).wind_N)
    after = log_after(load_log(x, lane), moving, air, ship, demand, time, load_for_log(x, lane))
    store_log(x, lane, after)


@physics
def is_near_deck(x, lane):
    """Whether the wheels of a lane's flight might touch the deck in the coming frame."""
    p = load_for_motion(x, lane)
    return not is_clear_of_deck(load_moving(x, lane), p.airframe, p.deck)


@physics
def noted_ends(x, ends, is_over):
    """The states of flights that have just ended, put aside as they are; how many still fly.

    ends     (flight rows * LANES) of a tile, changed;  is_over  (LANES,), 1 for lanes whose flights have ended, changed

    Their lanes fly on, since a lane cannot stop, but nothing of that counts.
    """
    going = 0
    for lane in range(LANES):
        if is_over[lane] == 0 and x[OUTCOME_ROW * LANES + lane] != 0.0:
            is_over[lane] = 1
            for row in range(FLIGHT_ROWS):
                ends[row * LANES + lane] = x[row * LANES + lane]
        going += 1 - is_over[lane]
    return going


@physics
def put_back(x, ends, is_over):
    """Flights that have ended, as they were then, in every lane's memory again."""
    for lane in range(LANES):
        if is_over[lane] == 1:
            for row in range(FLIGHT_ROWS):
                x[row * LANES + lane] = ends[row * LANES + lane]


@physics
def step_lane(x, lane, since_frame, duration):
    """One lane a step later."""
    moving, actuators, air, ship = load_moving(x, lane), load_actuators(x, lane), load_air(x, lane), load_ship(x, lane)
    after = moving_after(moving, actuators, air, ship, load_for_motion(x, lane), since_frame, duration)
    store_moving(x, lane, after)


@physics
def airborne_step_lane(x, lane, since_frame, duration):
    """One lane a step later, far from the deck."""
    moving, actuators, air = load_moving(x, lane), load_actuators(x, lane), load_air(x, lane)
    after = airborne_after(moving, actuators, air, load_for_motion(x, lane), since_frame, duration)
    store_moving(x, lane, after)


@compiled
def march(
    tiles, nodes, scenarios, wakes, wake_origins, wake_spacings, seed, launching,
    first_frame, frames, steps, frame_duration, samples, sampled_rows, sample_interval,
):  # fmt: skip
    """Fly all tiles through a number of frames, in place.

    tiles        (tiles, tile rows * LANES), changed        nodes          of the ships, (tiles, n, 12 * LANES), from that at or before the
                                                                           first frame to that after the last
    scenarios    (tiles, LANES) which scenario              wakes          (scenarios, x, y, z, 4) gridded airwakes, x = 0 for none
    seed         of the study                               wake_origins, wake_spacings (scenarios, 3)
    launching    True for launches, False for recoveries
    first_frame  counted from the flight's beginning        frames         how many to fly
    steps        of motion in a frame                       frame_duration [s]
    samples      (tiles, n, rows, LANES), filled with the rows `sampled_rows` after every `sample_interval` frames

    Returns the number of frames each tile flew before all its flights had ended.
    """
    flown = np.zeros(tiles.shape[0], dtype=np.int64)
    for tile in prange(tiles.shape[0]):
        x, ends, is_over = tiles[tile], np.empty(FLIGHT_ROWS * LANES), np.zeros(LANES, dtype=np.int64)
        interval, h = FRAMES_PER_NODE * frame_duration, frame_duration / steps
        noted_ends(x, ends, is_over)
        for frame in range(first_frame, first_frame + frames):
            since = frame % FRAMES_PER_NODE
            if since == 0 or frame == first_frame:
                begin_node_interval(x, nodes[tile], frame // FRAMES_PER_NODE - first_frame // FRAMES_PER_NODE)
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
            going, near = noted_ends(x, ends, is_over), 0
            for lane in range(LANES):
                near += 1 - is_over[lane] if is_near_deck(x, lane) else 0
            flown[tile] = frame + 1 - first_frame
            k = frame - first_frame + 1
            if k % sample_interval == 0 and k // sample_interval <= samples.shape[1]:
                for i in range(sampled_rows.shape[0]):
                    for lane in range(LANES):
                        place = sampled_rows[i] * LANES + lane
                        samples[tile, k // sample_interval - 1, i, lane] = ends[place] if is_over[lane] else x[place]
            if going == 0:
                break
            for step in range(steps):
                if near > 0:
                    for lane in range(LANES):
                        step_lane(x, lane, step * h, h)
                else:
                    for lane in range(LANES):
                        airborne_step_lane(x, lane, step * h, h)
        put_back(x, ends, is_over)
    return flown
