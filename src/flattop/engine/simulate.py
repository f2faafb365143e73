"""Many flights of many scenarios, flown to their ends, and what came of each: the verb of the engine."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from flattop.engine.backends.laws import backend_of
from flattop.engine.fleet import Backend, Fleet, Setting, begin, joined
from flattop.engine.jobs import Job
from flattop.engine.judge.outcome import Outcome
from flattop.engine.layout import LANES as WIDTH
from flattop.engine.layout import column_of
from flattop.engine.records import Flight
from flattop.scenario.clock import FRAME, FRAMES_PER_NODE, STEPS
from flattop.scenario.scenario import Scenario

CHUNK = 25 * FRAMES_PER_NODE
"""Frames flown between two looks at the flights: 10 s."""
BATCH = 64 * WIDTH
"""Flights in memory at once."""


@dataclass(frozen=True)
class Flown:
    """Flights after their end, and any scalar of their final states by its dotted path: `flown["log.touchdown.x"]`.

    scenario    index of the job each was flown for   (flights,)
    number      of the flight                         (flights,)
    rows        final states, one scalar a column     (flights, scalars of `records.Flight`)
    lane_steps  steps of lanes that were flown
    """

    scenario: np.ndarray
    number: np.ndarray
    rows: np.ndarray
    lane_steps: int

    def __getitem__(self, path: str) -> np.ndarray:
        """One scalar of all flights, (flights,). Raises KeyError for a path that no flight has."""
        return self.rows[:, column_of(Flight, path)]

    @property
    def outcome(self) -> np.ndarray:
        """How each flight ended, codes of `Outcome`, (flights,)."""
        return self["log.outcome"].astype(int)


def fly(
    jobs: Sequence[Job],
    seed: int,
    steps: int = STEPS,
    progress: Callable[[int], None] | None = None,
    backend: Backend | None = None,
) -> Flown:
    """Fly all flights of all jobs to their ends; every job must have the same mission.

    seed      of the study, 0 .. 2^63 - 1
    steps     of motion in a frame
    progress  called with the number of flights that have ended since the last call
    backend   who flies the frames; None: the lanes, or plain Python for a pilot's law of one's own

    Returns `Flown`, in the order of the jobs and their numbers. The result of a flight depends on its scenario, seed, stream and number
    only. Raises UnusableJobsError with all problems.
    """
    setting = Setting(jobs, seed, steps)
    flying = backend or backend_of(setting.jobs)
    ended = [_to_the_end(_begun(setting, group), flying, progress) for group in _groups(setting.jobs)]
    whole = joined([fleet for fleet, _ in ended])
    return Flown(whole.scenario, whole.identity[:, 0].astype(np.int64), whole.rows, sum(spent for _, spent in ended))


def _begun(setting: Setting, group) -> Fleet:
    return joined([setting.begun(index, numbers) for index, numbers in group])


def _groups(jobs: Sequence[Job]) -> Iterator[list[tuple[int, np.ndarray]]]:
    """Jobs cut and gathered into batches of at most `BATCH` flights."""
    group: list[tuple[int, np.ndarray]] = []
    room = BATCH
    for index, job in enumerate(jobs):
        left = job.numbers
        while len(left):
            take, left = left[:room], left[room:]
            group.append((index, take))
            room -= len(take)
            if room <= 0:
                yield group
                group, room = [], BATCH
    if group:
        yield group


def _to_the_end(fleet: Fleet, backend: Backend, progress) -> tuple[Fleet, int]:
    """The fleet it was with every flight as it ended, and the lane-steps spent."""
    rows, where = fleet.rows.copy(), np.arange(len(fleet))
    active = fleet
    while len(active):
        active = active.advanced(CHUNK, backend)
        over = active.is_over
        rows[where[over]] = active.rows[over]
        active, where = active.gathered(~over), where[~over]
        if progress:
            progress(int(over.sum()))
    return replace(fleet, rows=rows), active.lane_steps


def sampled(
    scenario: Scenario,
    number: int,
    seed: int,
    paths: Sequence[str],
    interval: int = 1,
    steps: int = STEPS,
    backend: Backend | None = None,
):
    """One flight, with any part of its state recorded.

    paths     dotted names of scalars of `Flight`, as `moving.body.p_N.x`
    interval  frames between samples

    Returns times (n,) [s] and values (n, paths), up to the flight's end, and the flight after it, `Flown`.
    """
    jobs = [Job(scenario, np.array([number]))]
    fleet, flying, taken = begin(jobs, seed, steps), backend or backend_of(jobs), []
    chunk = CHUNK - CHUNK % interval
    while not fleet.is_over.all():
        fleet, piece = fleet.sampled(chunk, [*paths, "log.outcome"], interval, flying)
        taken.append(piece[0])
    values = np.concatenate(taken)
    flying = values[:, -1] == Outcome.FLYING
    count = int(np.argmin(flying)) + 1 if not flying.all() else len(flying)
    times = FRAME * interval * (1.0 + np.arange(count)) - FRAME
    flown = Flown(fleet.scenario, fleet.identity[:, 0].astype(np.int64), fleet.rows, fleet.lane_steps)
    return times, values[:count, :-1], flown
