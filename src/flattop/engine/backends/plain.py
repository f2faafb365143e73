"""The plain backend: one flight after the other as plain Python, frame by frame, the same to the last bit.

For debugging, for live flights, and for pilots from outside: any callable may be asked in place of Flattop's own.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from flattop.engine.backends.tile import NODE_ROWS
from flattop.engine.fleet import Fleet
from flattop.engine.frame.actuators import actuators_after
from flattop.engine.frame.air import air_after
from flattop.engine.frame.avionics import air_data, cockpit_of, navigation_after
from flattop.engine.frame.motion import airborne_after, is_clear_of_deck, moving_after
from flattop.engine.judge.log import log_after
from flattop.engine.judge.outcome import FLYING
from flattop.engine.layout import flattened, restored
from flattop.engine.random import FRAME_NOISE, four_normals
from flattop.engine.records import Avionics, Flight, Identity, Parameters
from flattop.engine.world.shared import Wakes, nodes_ahead
from flattop.physics.air import airwake
from flattop.physics.ship.ship_motion import ShipNode, motion_between
from flattop.pilot.contract import Cockpit, Demand, Memory
from flattop.pilot.launch import launch
from flattop.pilot.recovery import recovery
from flattop.scenario.clock import FRAME, FRAMES_PER_NODE

Law = Callable[[Cockpit, float], tuple[Memory, Demand]]
"""A pilot: from its cockpit and the duration of a frame [s] to what it remembers and what it demands."""


class Surroundings(NamedTuple):
    """What one flight is flown with: who it is, its parameters, its sea's motion of the ship ahead, its airwake, its pilot."""

    identity: Identity
    parameters: Parameters
    nodes: np.ndarray
    """Motion of the ship at the nodes ahead, (n, 12)."""
    wake: Wakes
    seed: int
    steps: int
    launching: bool
    law: Law


class Plain:
    """Flights flown one after the other in Python.

    law  the pilot to be asked; None for Flattop's own of the mission
    """

    def __init__(self, law: Law | None = None):
        self.law = law

    def fly(self, fleet: Fleet, frames: int, columns: Sequence[int], interval: int):
        """States some frames later, samples, and the steps spent: see `fleet.Backend`."""
        rows, spent = np.empty_like(fleet.rows), 0
        samples = np.full((len(fleet), frames // interval, len(columns)), np.nan)
        for i in range(len(fleet)):
            around = self._around(fleet, i, frames)
            flight = restored(Flight, fleet.rows[i])
            for k in range(frames):
                going = flight.log.outcome == FLYING
                flight = flight_after(flight, around, fleet.frame, fleet.frame + k) if going else flight
                spent += fleet.steps if going else 0
                if columns and (k + 1) % interval == 0:
                    samples[i, k // interval] = flattened(flight)[list(columns)]
            rows[i] = flattened(flight)
        return rows, samples if columns else samples[:, :0], spent

    def _around(self, fleet: Fleet, i: int, frames: int) -> Surroundings:
        launching, scenario = fleet.mission == "launch", fleet.scenario[[i]]
        nodes = nodes_ahead(fleet.world, scenario, fleet.waves[[i]], fleet.frame, frames)
        wakes = Wakes(*(part[scenario[0]] for part in fleet.world.wakes))
        own = launch if launching else recovery
        return Surroundings(
            identity=restored(Identity, fleet.identity[i]),
            parameters=restored(Parameters, fleet.parameters[i]),
            nodes=nodes.reshape(-1, NODE_ROWS),
            wake=wakes,
            seed=fleet.seed,
            steps=fleet.steps,
            launching=launching,
            law=self.law or own,
        )


def flight_after(flight: Flight, around: Surroundings, first_frame: int, frame: int) -> Flight:
    """A flight a frame later: air, sensors and pilot, actuators, log, and the steps of motion.

    first_frame  that the nodes ahead begin with;  frame  to be flown
    """
    p, time = around.parameters, frame * FRAME
    ship = ship_at(around.nodes, first_frame, frame)
    air = air_of(flight, around, frame)
    avionics = avionics_of(flight, air, ship, around, frame)
    actuators = actuators_after(flight.moving.body, flight.actuators, air, avionics.demand, p, FRAME)
    data = air_data(flight.moving.body, air.wind_N)
    log = log_after(flight.log, flight.moving, data, ship, avionics.demand, time, p)
    flown = Flight(flight.moving, actuators, air, ship, avionics, log)
    return flown if log.outcome != FLYING else flown._replace(moving=_moved(flown, p, around.steps))


def ship_at(nodes, first_frame: int, frame: int):
    """The ship's motion at a frame, between two of the nodes ahead."""
    node = frame // FRAMES_PER_NODE - first_frame // FRAMES_PER_NODE
    start, end = restored(ShipNode, nodes[node]), restored(ShipNode, nodes[node + 1])
    return motion_between(start, end, FRAMES_PER_NODE * FRAME, (frame % FRAMES_PER_NODE) / FRAMES_PER_NODE)


def air_of(flight: Flight, around: Surroundings, frame: int):
    """The air at the aircraft in a frame, a gridded airwake's disturbance with it."""
    p, body = around.parameters, flight.moving.body
    a, b, c, d = four_normals(around.seed, around.identity, FRAME_NOISE, 3 * frame)
    e, f, g, _ = four_normals(around.seed, around.identity, FRAME_NOISE, 3 * frame + 1)
    air = air_after(body, flight.air, (a, b, c, d, e, f, g), p, frame * FRAME, FRAME)
    if not around.wake.values.shape[0]:
        return air
    wind = p.weather.over_deck_N
    more = airwake.gridded(body.p_N, math.sqrt(wind.x * wind.x + wind.y * wind.y), air.wake, *around.wake)
    return air._replace(wind_N=air.wind_N + more)


def avionics_of(flight: Flight, air, ship, around: Surroundings, frame: int) -> Avionics:
    """Sensors and pilot in a frame."""
    p, avionics = around.parameters, flight.avionics
    noise = four_normals(around.seed, around.identity, FRAME_NOISE, 3 * frame + 2)
    known = navigation_after(flight.moving, avionics, noise, p, FRAME)
    settings = p.autopilot.launch if around.launching else p.autopilot.recovery
    cockpit = cockpit_of(flight.moving, air, ship, known, avionics.memory, settings, p, frame * FRAME)
    memory, demand = around.law(cockpit, FRAME)
    return Avionics(memory, known, demand)


def _moved(flight: Flight, p: Parameters, steps: int):
    """What moves, a frame later."""
    moving, h = flight.moving, FRAME / steps
    is_clear = is_clear_of_deck(moving, p.airframe, p.deck)
    for step in range(steps):
        if is_clear:
            moving = airborne_after(moving, flight.actuators, flight.air, p, step * h, h)
        else:
            moving = moving_after(moving, flight.actuators, flight.air, flight.ship, p, step * h, h)
    return moving
