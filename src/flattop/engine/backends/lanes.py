"""The compiled backend: flights packed into tiles of lanes, those near the deck together, and flown by `march`."""

from collections.abc import Sequence

import numpy as np

from flattop.engine.backends.march import march
from flattop.engine.backends.tile import FLIGHT_ROWS, NODE_ROWS
from flattop.engine.fleet import Fleet
from flattop.engine.layout import LANES as WIDTH
from flattop.engine.layout import tiled, untiled
from flattop.engine.world.shared import nodes_ahead
from flattop.scenario.clock import FRAME


class Lanes:
    """Flights flown side by side in lanes, tiles of them over all threads."""

    def fly(self, fleet: Fleet, frames: int, columns: Sequence[int], interval: int):
        """States some frames later, samples, and the lane-steps spent: see `fleet.Backend`."""
        order = by_place(fleet)
        tiles, wakes = packed(fleet, order), fleet.world.wakes
        nodes = nodes_ahead(fleet.world, fleet.scenario, fleet.waves, fleet.frame, frames)[order]
        count = frames // interval if len(columns) else 0
        samples = np.full((len(tiles), count, len(columns), WIDTH), np.nan)
        flown = march(
            tiles, tiled(nodes).reshape(len(tiles), -1, NODE_ROWS * WIDTH), tiled(fleet.scenario[order, None]),
            wakes.values, wakes.origins, wakes.spacings, fleet.seed, fleet.mission == "launch",
            fleet.frame, frames, fleet.steps, FRAME, samples, np.asarray(columns, dtype=np.int64), interval,
        )  # fmt: skip
        back = np.argsort(order)
        taken = samples.transpose(0, 3, 1, 2).reshape(len(tiles) * WIDTH, count, len(columns))[back]
        return untiled(tiles, len(fleet))[back, :FLIGHT_ROWS], taken, int(flown.sum()) * fleet.steps * WIDTH


LANES = Lanes()


def by_place(fleet: Fleet) -> np.ndarray:
    """Order in which flights share tiles: by place along the ship, so that those about to touch the deck are together."""
    return np.argsort(fleet["moving.body.p_N.x"], kind="stable")


def packed(fleet: Fleet, order: np.ndarray) -> np.ndarray:
    """The flights of a fleet in an order, as tiles of `tile.Tile`; nodes of the ships' motion are put in on the way."""
    nodes = np.zeros((len(fleet), 2 * NODE_ROWS))
    return tiled(np.concatenate([fleet.rows, nodes, fleet.identity, fleet.parameters], axis=1)[order])
