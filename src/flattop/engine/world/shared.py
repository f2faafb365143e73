"""What flights of one call share: the seas, which of them each scenario has, and the gridded airwakes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import numba
import numpy as np

from flattop.engine.layout import LANES
from flattop.engine.world.seaway import sea_tables, ship_nodes
from flattop.engine.world.wake import wake_tables
from flattop.scenario.clock import FRAME, FRAMES_PER_NODE
from flattop.scenario.scenario import Scenario


class Wakes(NamedTuple):
    """Gridded airwakes of all scenarios: values (scenarios, x, y, z, 4), first points and spacings (scenarios, 3)."""

    values: np.ndarray
    origins: np.ndarray
    spacings: np.ndarray


class World(NamedTuple):
    """Seas as their ships meet them, and airwakes.

    sea        which sea each scenario has                          (scenarios,)
    encounter  frequencies of encounter                             (seas, waves) [rad/s]
    transfers  of the ship times the wave's standard deviation      (seas, waves, 6), complex [m, rad]
    """

    sea: np.ndarray
    encounter: np.ndarray
    transfers: np.ndarray
    wakes: Wakes


def world_of(scenarios: Sequence[Scenario]) -> World:
    """What the flights of some scenarios share."""
    return World(*sea_tables(scenarios), Wakes(*wake_tables(scenarios)))


def nodes_ahead(world: World, scenario: np.ndarray, waves: np.ndarray, first_frame: int, frames: int) -> np.ndarray:
    """Motion of each flight's ship at the nodes around the coming frames, (flights, nodes * 12).

    scenario  of each flight, (flights,);  waves  standard normal amplitudes, (flights, 2 waves)

    The first node is the one at or before the first frame, the last the one after the last frame.
    """
    present, sea = np.unique(world.sea[scenario], return_inverse=True)
    first, last = first_frame // FRAMES_PER_NODE, (first_frame + frames - 1) // FRAMES_PER_NODE
    encounter, transfers = world.encounter[present], world.transfers[present]
    with threads_for(len(waves)):
        return ship_nodes(waves, sea, encounter, transfers, first, last - first + 2, FRAMES_PER_NODE * FRAME)


@contextmanager
def threads_for(flights: int) -> Iterator[None]:
    """One thread for a few flights, whose sums take less time than waking the others; all for more."""
    threads = numba.get_num_threads()
    numba.set_num_threads(1 if flights < LANES else threads)
    try:
        yield
    finally:
        numba.set_num_threads(threads)
