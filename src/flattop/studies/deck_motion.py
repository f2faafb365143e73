"""How the deck moves by sea state: standard deviations from the spectrum itself, without flights, and a sample in time."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from flattop.engine.assemble.ship import deck_record
from flattop.engine.random import SEA_PHASES, identities, normals
from flattop.engine.world.sea import sea_of
from flattop.engine.world.seaway import ship_motion_at
from flattop.scenario.provenance import provenance
from flattop.scenario.scenario import Scenario

if TYPE_CHECKING:
    import xarray as xr

MOTIONS = {"surge": (0, 1.0, "m"), "sway": (1, 1.0, "m"), "heave": (2, 1.0, "m"), "roll": (3, 180 / math.pi, "deg"),
           "pitch": (4, 180 / math.pi, "deg"), "yaw": (5, 180 / math.pi, "deg")}  # fmt: skip


def point_transfer(transfer, point_S):
    """Response of a point of the ship, complex (waves, 3): translation plus small rotation times lever arm."""
    x, y, z = point_S
    surge, sway, heave, roll, pitch, yaw = transfer.T
    return np.stack([surge + pitch * z - yaw * y, sway + yaw * x - roll * z, heave + roll * y - pitch * x], axis=1)


def deviation(transfer, sea, order):
    """Standard deviation of a response, or of its rates, from the waves' energies: sqrt(sum |H|^2 we^2n s^2)."""
    power = np.abs(transfer) ** 2 * (sea.encounter ** (2 * order) * sea.deviation**2)[:, None]
    return np.sqrt(power.sum(axis=0))


def deck_motion(
    base: Scenario,
    heights: Sequence[float],
    periods: Sequence[float],
    seed: int,
    duration: float = 120.0,
    interval: float = 0.5,
) -> "xr.Dataset":
    """Motion of the ship and of the touchdown spot by significant wave height, and a sample of it in time.

    heights, periods  of the seas [m], [s];  duration, interval  of the sample [s]
    """
    import xarray as xr

    deck = deck_record(base.ship)
    spot = (deck.touchdown_x, deck.strip_y, -deck.height)
    time = np.arange(0.0, duration, interval)
    rows, samples = [], []
    for height, period in zip(heights, periods, strict=True):
        scenario = replace(base, condition=replace(base.condition, significant_height=height, modal_period=period))
        sea = sea_of(scenario)
        at_spot = point_transfer(sea.transfer, spot)
        rows.append([deviation(sea.transfer, sea, 0), *(deviation(at_spot, sea, n)[2] for n in (0, 1, 2))])
        waves = normals(seed, identities([0]), SEA_PHASES, 2 * len(sea.frequency))
        samples.append(np.array([ship_motion_at(sea, waves, t)[0, :6] for t in time]))
    data: dict[str, Any] = {
        f"{name}_rms": (
            "significant_height",
            factor * np.array([r[0][k] for r in rows]),
            {"units": unit, "long_name": f"standard deviation of {name}"},
        )
        for name, (k, factor, unit) in MOTIONS.items()
    }
    for k, (name, unit) in enumerate((("displacement", "m"), ("velocity", "m/s"), ("acceleration", "m/s2"))):
        text = f"standard deviation of the touchdown spot's vertical {name}"
        data[f"spot_{name}_rms"] = (
            "significant_height",
            np.array([r[1 + k] for r in rows]),
            {"units": unit, "long_name": text},
        )
    sampled = np.array(samples)
    for name, (k, factor, unit) in MOTIONS.items():
        data[name] = (("significant_height", "time"), factor * sampled[:, :, k], {"units": unit, "long_name": name})
    coords = {
        "significant_height": (
            "significant_height",
            list(heights),
            {"units": "m", "long_name": "significant wave height"},
        ),
        "modal_period": ("significant_height", list(periods), {"units": "s", "long_name": "modal period of the sea"}),
        "time": ("time", time, {"units": "s", "long_name": "time"}),
    }
    return xr.Dataset(data, coords, provenance(base, seed))
