"""How much a ship moves in the NATO sea states, from its stored operators: a check of magnitude (Journee2001, ch. 5).

Each irregular sea is a sum of regular waves of random phase, played in time; the stern is 0.45 lengths aft.
Print the table with  python -m flattop.derivation.ships.seaway anadolu izumo
"""

import argparse
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import xarray as xr

from flattop.derivation.ships.response import DATA
from flattop.derivation.ships.segments import Array, Complex
from flattop.quantities.constants import STANDARD_GRAVITY

WAVES, DURATION, STEP = 600, 1800.0, 0.5
"""Waves in a sea, and how long and how finely it is played, s."""
STERN = -0.45
"""Point of the vertical velocity, forward of amidships over length."""


class SeaState(NamedTuple):
    """A long-crested sea: significant height, m, and modal period, s."""

    name: str
    height: float
    period: float


SEA_STATES = (SeaState("SS4", 1.88, 8.8), SeaState("SS5", 3.25, 9.7), SeaState("SS6", 5.0, 12.4))
"""Mean heights and most probable periods of the open North Atlantic [STANAG4194, Annex D]."""


class Rms(NamedTuple):
    """Root mean squares of a ship's motion."""

    heave: float  # m
    pitch: float  # rad
    roll: float  # rad
    stern_velocity: float  # vertical, m/s


def bretschneider_density(frequency: Array, sea: SeaState) -> Array:
    """Wave spectrum A w^-5 exp(-B/w^4), A = 487 H^2/T^4, B = 1949/T^4, m2 s."""
    a, b = 487 * sea.height**2 / sea.period**4, 1949 / sea.period**4
    return a * frequency**-5 * np.exp(-b / frequency**4)


def interpolated(operators: xr.Dataset, frequency: Array, speed: float, heading: float) -> Complex:
    """Transfer (n, 6) at wave frequencies, linear between those of the file."""
    at = {"frequency": frequency, "speed": speed, "heading": heading}
    return operators.transfer_real.interp(at).values + 1j * operators.transfer_imag.interp(at).values


def played(operators: xr.Dataset, sea: SeaState, speed: float, heading: float, seed: int = 1) -> Rms:
    """Root mean squares of the motion played in time."""
    edges = np.linspace(0.25, 1.9, WAVES + 1)
    frequency, width = (edges[1:] + edges[:-1]) / 2, np.diff(edges)
    encounter = frequency - frequency**2 / STANDARD_GRAVITY * speed * np.cos(heading)
    phase = np.random.default_rng(seed).uniform(0, 2 * np.pi, WAVES)
    amplitude = np.sqrt(2 * bretschneider_density(frequency, sea) * width) * np.exp(1j * phase)
    motion = amplitude[:, None] * interpolated(operators, frequency, speed, heading)
    stern = motion[:, 2] - STERN * operators.attrs["hull_length"] * motion[:, 4]
    shown = np.stack([motion[:, 2], motion[:, 4], motion[:, 3], 1j * encounter * stern], axis=-1)
    time = np.arange(0, DURATION, STEP)
    return Rms(*np.std((np.exp(1j * np.outer(time, encounter)) @ shown).real, axis=0))


def table(name: str) -> Iterator[str]:
    """Lines of the table of one ship."""
    operators = xr.load_dataset(DATA / f"{name}.nc", engine="h5netcdf")
    yield f"{name}: rms of heave m, pitch deg, roll deg, vertical velocity of the stern m/s"
    for sea in SEA_STATES:
        for knots in (10, 15):
            for heading, deg in (("head", 180), ("bow", 135), ("beam", 90), ("stern quarter", 45)):
                rms = played(operators, sea, knots * 1852 / 3600, np.radians(deg))
                values = rms.heave, np.degrees(rms.pitch), np.degrees(rms.roll), rms.stern_velocity
                yield f"{sea.name} {knots} kt {heading:14s}" + "  ".join(f"{value:5.2f}" for value in values)


def main() -> None:
    """Print the tables of the ships named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ship", nargs="+", help="catalogue name")
    for name in parser.parse_args().ship:
        for line in table(name):
            print(line)


if __name__ == "__main__":
    main()
