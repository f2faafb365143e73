"""Spotting beside other work: in a process of its own, so that a verb that flies need not wait for it."""

import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flattop.reports.spotting.section import SpottingSection


def parked(airframe: str, ship: str, seed: int) -> "SpottingSection":
    """The section on how many of an airframe fit on a ship, both given by catalogue name or path, drawn."""
    from flattop import catalogue
    from flattop.reports.spotting.section import spotting_section
    from flattop.spotting.brief import brief

    return spotting_section(brief(catalogue.airframe(airframe), catalogue.ship(ship), seed))


@contextmanager
def parking(airframe: str, ship: str, seed: int) -> "Iterator[Callable[[], SpottingSection]]":
    """A function that waits for the section; the work has begun, and ends with the block at the latest."""
    from subprocess import PIPE, Popen

    command = [sys.executable, "-m", "flattop.apps.parking", airframe, ship, str(seed)]
    with Popen(command, stdout=PIPE, stderr=PIPE) as process:

        def ended() -> "SpottingSection":
            out, errors = process.communicate()
            if process.returncode:
                raise RuntimeError(f"spotting failed: {errors.decode(errors='replace').strip()}")
            return pickle.loads(out)

        try:
            yield ended
        finally:
            process.kill()


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(parked(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
