"""Many flights of many scenarios, flown in tiles, and what came of each: the one verb of the engine."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from flattop.engine.assemble.parameters import parameters_of
from flattop.engine.backends.lanes import FLIGHT_ROWS, FRAMES_PER_NODE, NODE_ROWS, NUMBER_ROW, OUTCOME_ROW, ROW, march
from flattop.engine.begin.spread import flight_rows, parameter_rows
from flattop.engine.judge.outcome import Outcome
from flattop.engine.layout import LANES, columns, tiled, untiled
from flattop.engine.random import SEA_PHASES, normals
from flattop.engine.records import Flight
from flattop.engine.world.sea import sea_of
from flattop.engine.world.seaway import sea_tables, ship_nodes
from flattop.engine.world.wake import wake_tables
from flattop.scenario.scenario import Scenario

FRAME = 0.02  # duration of a frame [s]: sensors and pilot run at 50 Hz
STEPS = 8  # steps of motion in a frame: 2.5 ms, justified in docs/theory/convergence
CHUNK = 25 * FRAMES_PER_NODE  # frames flown between two looks at the lanes: 10 s
ALONG_ROW = ROW["flight.moving.body.p_N.x"]
BATCH = 64 * LANES  # flights in memory at once


class Job(NamedTuple):
    """A scenario and the numbers of the flights to fly in it."""

    scenario: Scenario
    numbers: np.ndarray


COLUMN = {c.path: c.row for c in columns(Flight)}
"""Place of every scalar of a flight in its row, by dotted path."""


@dataclass(frozen=True)
class Flown:
    """Flights after their end, and any scalar of their final states by its dotted path: `flown["log.touchdown.x"]`.

    scenario    index of the job each was flown for   (flights,)
    number      of the flight                         (flights,)
    rows        final states, one scalar a column     (flights, scalars of `records.Flight`)
    lane_steps  steps of lanes that were marched
    """

    scenario: np.ndarray
    number: np.ndarray
    rows: np.ndarray
    lane_steps: int

    def __getitem__(self, path: str) -> np.ndarray:
        """One scalar of all flights, (flights,). Raises KeyError for a path that no flight has."""
        return self.rows[:, COLUMN[path]]

    @property
    def outcome(self) -> np.ndarray:
        """How each flight ended, codes of `Outcome`, (flights,)."""
        return self["log.outcome"].astype(int)


class _Batch(NamedTuple):
    """Flights under way, one row each."""

    scenario: np.ndarray
    number: np.ndarray
    flights: np.ndarray
    parameters: np.ndarray
    waves: np.ndarray

    def kept(self, mask):
        """The flights of a mask."""
        return _Batch(*(a[mask] for a in self))


def _joined(batches):
    return _Batch(*(np.concatenate(parts) for parts in zip(*batches, strict=True)))


def _begun(index, job, parameters, seed):
    numbers = np.asarray(job.numbers, dtype=np.int64)
    waves = normals(seed, numbers, SEA_PHASES, 2 * len(sea_of(job.scenario).frequency))
    return _Batch(
        np.full(len(numbers), index),
        numbers,
        flight_rows(job.scenario, parameters, seed, numbers, waves),
        parameter_rows(job.scenario, parameters, seed, numbers),
        waves,
    )


class _Tables(NamedTuple):
    """What flights share: the seas, which of them each scenario has, and the gridded airwakes."""

    sea: np.ndarray
    encounter: np.ndarray
    transfers: np.ndarray
    wakes: tuple[np.ndarray, np.ndarray, np.ndarray]


def _tables(scenarios):
    return _Tables(*sea_tables(scenarios), wake_tables(scenarios))


def _in_company(batch):
    """Order in which flights share tiles: by place along the ship, so that those about to touch the deck are together."""
    return np.argsort(batch.flights[:, ALONG_ROW], kind="stable")


def _nodes_ahead(batch, tables, first_frame, frames):
    """Motion of each flight's ship at the nodes around the coming frames, (flights, nodes * 12)."""
    present, sea = np.unique(tables.sea[batch.scenario], return_inverse=True)
    encounter, transfers, interval = tables.encounter[present], tables.transfers[present], FRAMES_PER_NODE * FRAME
    first, count = first_frame // FRAMES_PER_NODE, frames // FRAMES_PER_NODE + 1
    return ship_nodes(batch.waves, sea, encounter, transfers, first, count, interval)


def _marched(batch, tables, seed, launching, first_frame, frames, steps, sampling):
    """A batch some frames later, the samples taken, and the lane-steps spent."""
    flights, order = len(batch.number), _in_company(batch)
    nodes, (wakes, origins, spacings) = _nodes_ahead(batch, tables, first_frame, frames), tables.wakes
    unset = np.zeros((flights, NUMBER_ROW - FLIGHT_ROWS))
    tiles = tiled(np.concatenate([batch.flights, unset, batch.number[:, None], batch.parameters], axis=1)[order])
    rows, interval = sampling
    count = frames // interval if len(rows) else 0
    samples = np.full((len(tiles), count, len(rows), LANES), np.nan)
    flown = march(
        tiles, tiled(nodes[order]).reshape(len(tiles), -1, NODE_ROWS * LANES), tiled(batch.scenario[order, None]),
        wakes, origins, spacings, int(seed), launching, first_frame, frames, steps, FRAME,
        samples, np.asarray(rows, dtype=np.int64), interval,
    )  # fmt: skip
    back = np.argsort(order)
    taken = samples.transpose(0, 3, 1, 2).reshape(len(tiles) * LANES, count, len(rows))[back]
    return (
        batch._replace(flights=untiled(tiles, flights)[back, :FLIGHT_ROWS]),
        taken,
        int(flown.sum()) * steps * LANES,
    )


def fly(
    jobs: Sequence[Job],
    seed: int,
    steps: int = STEPS,
    progress: Callable[[int], None] | None = None,
):
    """Fly all flights of all jobs to their ends; every job must have the same mission.

    seed      of the study, 0 .. 2^63
    steps     of motion in a frame
    progress  called with the number of flights that have ended since the last call

    Returns `Flown`, in the order of the jobs and their numbers. The result of a flight depends on its scenario, seed and number only.
    """
    launching = jobs[0].scenario.mission == "launch"
    tables = _tables([job.scenario for job in jobs])
    parameters = [parameters_of(job.scenario) for job in jobs]
    pieces, steps_marched = [], 0
    for group in _groups(jobs):
        batch = _joined([_begun(i, Job(jobs[i].scenario, numbers), parameters[i], seed) for i, numbers in group])
        ended, spent = _flown_to_end(batch, tables, seed, launching, steps, parameters[0].limits.time, progress)
        pieces.append(ended)
        steps_marched += spent
    whole = _joined(pieces)
    return Flown(whole.scenario, whole.number, whole.flights, steps_marched)


def _groups(jobs):
    """Jobs cut and gathered into batches of at most `BATCH` flights."""
    group: list[tuple[int, np.ndarray]] = []
    room = BATCH
    for index, job in enumerate(jobs):
        left = np.asarray(job.numbers, dtype=np.int64)
        while len(left):
            take, left = left[:room], left[room:]
            group.append((index, take))
            room -= len(take)
            if room <= 0:
                yield group
                group, room = [], BATCH
    if group:
        yield group


def _flown_to_end(batch, tables, seed, launching, steps, time_limit, progress):
    order = np.arange(len(batch.number))
    done_rows = np.empty_like(batch.flights)
    active, where, frame, spent = batch, order, 0, 0
    last = math.ceil(time_limit / FRAME)
    while len(where):
        active, _, used = _marched(active, tables, seed, launching, frame, CHUNK, steps, ((), CHUNK))
        frame, spent = frame + CHUNK, spent + used
        ended = (active.flights[:, OUTCOME_ROW] != Outcome.FLYING) | (frame >= last)
        done_rows[where[ended]] = active.flights[ended]
        active, where = active.kept(~ended), where[~ended]
        if progress:
            progress(int(ended.sum()))
    return batch._replace(flights=done_rows), spent


def sampled(scenario: Scenario, number: int, seed: int, paths: Sequence[str], interval: int = 1, steps: int = STEPS):
    """One flight, with any part of its state recorded.

    paths     dotted names of scalars of `Flight`, as `moving.body.p_N.x`
    interval  frames between samples

    Returns times (n,) [s] and values (n, paths), up to the flight's end, and the flight after it, `Flown`.
    """
    rows = [COLUMN[p] for p in paths]
    parameters = parameters_of(scenario)
    batch, spent = _begun(0, Job(scenario, np.array([number])), parameters, seed), 0
    tables, launching = _tables([scenario]), scenario.mission == "launch"
    frame, taken = 0, []
    outcome = [*rows, OUTCOME_ROW]
    chunk = CHUNK - CHUNK % interval
    chunk += -chunk % FRAMES_PER_NODE
    while batch.flights[0, OUTCOME_ROW] == Outcome.FLYING and frame * FRAME < parameters.limits.time:
        batch, piece, used = _marched(batch, tables, seed, launching, frame, chunk, steps, (outcome, interval))
        taken.append(piece[0])
        spent += used
        frame += chunk
    values = np.concatenate(taken)
    flying = values[:, -1] == Outcome.FLYING
    count = int(np.argmin(flying)) + 1 if not flying.all() else len(flying)
    times = FRAME * interval * (1.0 + np.arange(count)) - FRAME
    return times, values[:count, :-1], Flown(batch.scenario, batch.number, batch.flights, spent)
