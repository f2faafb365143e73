"""What is asked of a fleet: scenarios with the numbers of the flights to fly in each, and what makes such a list unusable.

UnusableJobsError(ValueError)   .problems: one line each
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from flattop.scenario.scenario import Scenario

NUMBERS, STREAMS, GENERATIONS, SEEDS = 2**32, 2**32, 2**16, 2**63
"""How many of each there are: words of the counter that random numbers are a function of."""


class Job(NamedTuple):
    """A scenario and the numbers of the flights to fly in it, (flights,), 0 .. 2^32 - 1.

    stream  whose random numbers they have, 0 .. 2^32 - 1: flights of different streams share none
    """

    scenario: Scenario
    numbers: np.ndarray
    stream: int = 0


class UnusableJobsError(ValueError):
    """Jobs that cannot be flown together: one line per problem."""

    def __init__(self, problems: Sequence[str]):
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))


def checked(jobs: Sequence[Job], seed: int) -> list[Job]:
    """The jobs with their numbers as integers. Raises UnusableJobsError with all problems."""
    missions = sorted({job.scenario.mission for job in jobs})
    problems = [] if jobs else ["jobs: none: expected at least one"]
    if len(missions) > 1:
        problems.append(f"missions = {' and '.join(missions)}: expected one mission for all jobs of a call")
    if jobs and not any(len(np.atleast_1d(job.numbers)) for job in jobs):
        problems.append("flights: none: expected at least one number")
    problems += _outside("seed", [seed], SEEDS)
    problems += _outside("stream", [job.stream for job in jobs], STREAMS)
    for job in jobs:
        problems += _outside("flight number", job.numbers, NUMBERS)
    if problems:
        raise UnusableJobsError(list(dict.fromkeys(problems)))
    return [job._replace(numbers=np.asarray(job.numbers, dtype=np.int64)) for job in jobs]


def identity_problems(identity: np.ndarray) -> list[str]:
    """What does not fit into the counter's words, one line each; rows of number, stream, generation."""
    names = ("flight number", "stream", "generation")
    counts = (NUMBERS, STREAMS, GENERATIONS)
    return [line for k in range(3) for line in _outside(names[k], identity[:, k], counts[k])]


def _outside(name, values, count):
    """A line if some of the values are not whole numbers from 0 to count - 1."""
    given = np.atleast_1d(np.asarray(values))
    if given.dtype.kind not in "iuf" and not all(isinstance(v, int) for v in given.ravel()):
        return [f"{name} = {given.ravel()[0]!r}: expected a whole number"]
    wrong = [v for v in given.ravel().tolist() if not (v == v and 0 <= v < count and v == int(v))]
    return [f"{name} = {wrong[0]:g}: expected a whole number from 0 to {count - 1}"] if wrong else []
