"""Which ends of flights are failures, and how often each came."""

from collections.abc import Iterable
from typing import NamedTuple

from flattop.engine.judge.outcome import ADVICE, MISHAP, SUCCESS, Outcome, label

GOOD = frozenset(label(o) for o in SUCCESS)
HARM = frozenset(label(o) for o in MISHAP)
ADVICE_OF = {label(o): ADVICE[o] for o in Outcome}


class Failure(NamedTuple):
    """An end other than success, and how many flights had it."""

    name: str
    flights: int


def failures(names: Iterable[object], counts: Iterable[float]) -> list[Failure]:
    """The failures among ends of flights, the commonest first, those equally common by name.

    names   of ends, 'ramp strike';  counts  flights that ended so
    """
    found = [Failure(str(n), int(c)) for n, c in zip(names, counts, strict=True) if c and str(n) not in GOOD]
    return sorted(found, key=lambda f: (-f.flights, f.name))
