"""Flights under way: begun, advanced by any number of frames, gathered, copied, read by name.

A fleet is a value: advancing one gives another, so that a flight can be looked at, kept, copied and flown on from anywhere. What a
flight becomes depends on its scenario, its seed and its identity alone, never on its company, on how many frames a call flies, or on
who flies them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from flattop.engine.assemble.parameters import parameters_of
from flattop.engine.begin.spread import flight_rows, parameter_rows
from flattop.engine.jobs import Job, UnusableJobsError, checked, identity_problems
from flattop.engine.judge.outcome import Outcome
from flattop.engine.layout import column_of
from flattop.engine.random import SEA_PHASES, identities, normals
from flattop.engine.records import Flight, Parameters
from flattop.engine.world.sea import sea_of
from flattop.engine.world.shared import World, world_of
from flattop.scenario.clock import FRAME, STEPS
from flattop.scenario.scenario import Mission


@dataclass(frozen=True)
class Fleet:
    """Flights of one mission, all at the same time since they began.

    mission     of all of them
    seed        of the study                                            0 .. 2^63 - 1
    steps       of motion in a frame
    frame       the next to be flown
    scenario    index of each flight's scenario                         (flights,)
    identity    number, stream and generation of each                   (flights, 3)
    rows        states, one scalar a column                             (flights, scalars of `records.Flight`)
    parameters  what each is flown with                                 (flights, scalars of `records.Parameters`)
    waves       standard normal amplitudes of each flight's sea         (flights, 2 waves)
    world       seas and airwakes of the scenarios
    lane_steps  steps of lanes that have been flown
    """

    mission: Mission
    seed: int
    steps: int
    frame: int
    scenario: np.ndarray
    identity: np.ndarray
    rows: np.ndarray
    parameters: np.ndarray
    waves: np.ndarray
    world: World
    lane_steps: int = 0

    def __len__(self) -> int:
        """Number of flights."""
        return len(self.rows)

    def __getitem__(self, path: str) -> np.ndarray:
        """One scalar of all flights by its dotted path, as `log.touchdown.x`, (flights,). Raises KeyError."""
        return self.rows[:, column_of(Flight, path)]

    @property
    def time(self) -> float:
        """Time since the flights began [s]."""
        return self.frame * FRAME

    @property
    def outcome(self) -> np.ndarray:
        """How each flight ended, codes of `Outcome`, 0 for those still flying, (flights,)."""
        return self["log.outcome"].astype(int)

    @property
    def is_over(self) -> np.ndarray:
        """Whether each flight has ended, or its time is up, (flights,)."""
        limit = self.parameters[:, column_of(Parameters, "limits.time")]
        return (self.outcome != Outcome.FLYING) | (self.frame >= np.ceil(limit / FRAME))

    def advanced(self, frames: int, backend: "Backend") -> "Fleet":
        """The fleet so many frames later, flown by a backend; flights that have ended stay as they are."""
        return self.sampled(frames, (), 1, backend)[0]

    def sampled(self, frames: int, paths: Sequence[str], interval: int, backend: "Backend"):
        """The fleet so many frames later, and scalars of every flight after each `interval` frames, (flights, samples, paths).

        Samples are NaN once all flights of a tile have ended.
        """
        if frames < 1 or interval < 1:
            raise ValueError(f"frames = {frames}, interval = {interval}: expected whole numbers of at least 1")
        if not len(self):
            return replace(self, frame=self.frame + frames), np.full((0, frames // interval, len(paths)), math.nan)
        columns = [column_of(Flight, path) for path in paths]
        rows, samples, spent = backend.fly(self, frames, columns, interval)
        return replace(self, frame=self.frame + frames, rows=rows, lane_steps=self.lane_steps + spent), samples

    def gathered(self, flights: np.ndarray) -> "Fleet":
        """Some of the flights, by a mask or by indices."""
        parts = ("scenario", "identity", "rows", "parameters", "waves")
        return replace(self, **{name: getattr(self, name)[flights] for name in parts})

    def copied(self, flights: np.ndarray, identity: np.ndarray) -> "Fleet":
        """Copies of some flights under other identities: the same until now, with random numbers of their own from here on.

        flights   indices, (copies,);  identity  number, stream and generation of each copy, (copies, 3)

        Raises UnusableJobsError for identities that do not fit. Their sea goes on as it was: its waves belong to the beginning.
        """
        if problems := identity_problems(identity):
            raise UnusableJobsError(problems)
        return replace(self.gathered(flights), identity=np.asarray(identity, dtype=float))


class Backend(Protocol):
    """Who flies the frames."""

    def fly(
        self, fleet: Fleet, frames: int, columns: Sequence[int], interval: int
    ) -> tuple[np.ndarray, np.ndarray, int]:
        """States some frames later (flights, scalars), samples of some columns (flights, samples, columns), lane-steps spent."""
        ...


class Setting:
    """What the flights of some jobs are begun from: parameters of every scenario, and the world they share."""

    def __init__(self, jobs: Sequence[Job], seed: int, steps: int = STEPS):
        """The setting of some jobs. Raises UnusableJobsError with all problems."""
        self.jobs, self.seed, self.steps = checked(jobs, seed), int(seed), steps
        self.world = world_of([job.scenario for job in self.jobs])
        self.parameters = [parameters_of(job.scenario) for job in self.jobs]

    def begun(self, index: int, numbers: np.ndarray) -> Fleet:
        """Flights of one job at their beginning."""
        job, parameters = self.jobs[index], self.parameters[index]
        identity = identities(numbers, job.stream)
        waves = normals(self.seed, identity, SEA_PHASES, 2 * len(sea_of(job.scenario).frequency))
        return Fleet(
            mission=job.scenario.mission,
            seed=self.seed,
            steps=self.steps,
            frame=0,
            scenario=np.full(len(numbers), index),
            identity=identity,
            rows=flight_rows(job.scenario, parameters, self.seed, identity, waves),
            parameters=parameter_rows(job.scenario, parameters, self.seed, identity),
            waves=waves,
            world=self.world,
        )


def begin(jobs: Sequence[Job], seed: int, steps: int = STEPS) -> Fleet:
    """All flights of some jobs at their beginning, in the order of the jobs and their numbers.

    Raises UnusableJobsError, with all problems, for no flights, several missions, or numbers that do not fit.
    """
    setting = Setting(jobs, seed, steps)
    return joined([setting.begun(i, job.numbers) for i, job in enumerate(setting.jobs) if len(job.numbers)])


def joined(fleets: Sequence[Fleet]) -> Fleet:
    """Fleets of one setting at the same frame as one, in their order."""
    first = fleets[0]
    if any(f.frame != first.frame or f.world is not first.world or f.seed != first.seed for f in fleets):
        raise ValueError("fleets of different settings or times cannot be joined")
    parts = ("scenario", "identity", "rows", "parameters", "waves")
    together = {name: np.concatenate([getattr(f, name) for f in fleets]) for name in parts}
    return replace(first, lane_steps=sum(f.lane_steps for f in fleets), **together)
