"""A sea as a set of waves, and what each does to the ship: the discretisation of spectrum and spreading.

Waves carry equal shares of the energy; each flight draws its own amplitudes, independent standard normal numbers, so the elevation is
Gaussian for any number of waves [Tucker1984].
"""

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from flattop.catalogue.files import response
from flattop.physics.ship import ship_motion, waves
from flattop.scenario.scenario import ship_speed_of

FREQUENCIES, DIRECTIONS = 26, 5
"""Shares the energy of a sea is cut into, over frequency and over direction."""


class Sea(NamedTuple):
    """The waves of a sea as the ship meets them."""

    frequency: np.ndarray
    """Of the wave, (waves,) [rad/s]."""
    encounter: np.ndarray
    """As the ship meets it, (waves,) [rad/s]."""
    deviation: np.ndarray
    """Standard deviation of its elevation, (waves,) [m]."""
    transfer: np.ndarray
    """Ship's response in S, complex, (waves, 6) [m/m, rad/m]."""


def _shares(grid, density, count):
    """Medians of `count` equal shares of a density given on a grid."""
    cumulative = np.concatenate([[0.0], np.cumsum(0.5 * (density[1:] + density[:-1]) * np.diff(grid))])
    wanted = (np.arange(count) + 0.5) / count * cumulative[-1]
    return np.interp(wanted, cumulative, grid)


@lru_cache(maxsize=64)
def wave_frequencies(significant_height, modal_period, peakedness):
    """Frequencies of waves with equal energy [rad/s]."""
    peak = 2.0 * math.pi / modal_period
    grid = np.linspace(0.4 * peak, 5.0 * peak, 2000)
    density = np.array([waves.jonswap_density(w, significant_height, modal_period, peakedness) for w in grid])
    return _shares(grid, density, FREQUENCIES)


@lru_cache(maxsize=64)
def wave_directions(spreading):
    """Angles to the mean direction of waves with equal energy [rad]."""
    if spreading is None:
        return np.zeros(1)
    grid = np.linspace(-0.5 * math.pi, 0.5 * math.pi, 721)
    density = np.array([waves.spreading_density(m, spreading) for m in grid])
    return _shares(grid, density, DIRECTIONS)


def transfer_in_ship_axes(operators, speed, wave_to, frequency):
    """Response of the ship in S to waves of unit amplitude, complex, (waves, 6).

    operators  as stored, in seakeeping's axes  `catalogue.response.Response`
    wave_to    directions the waves travel to, from the bow, towards starboard positive  (waves,) [rad]
    """
    from scipy.interpolate import RegularGridInterpolator

    to_port = np.mod(-wave_to + math.pi, 2.0 * math.pi) - math.pi
    speeds = np.clip(np.full(len(frequency), speed), operators.speed[0], operators.speed[-1])
    frequencies = np.clip(frequency, operators.frequency[0], operators.frequency[-1])
    points = np.stack([speeds, np.abs(to_port), frequencies], axis=1)
    grid = (operators.speed, operators.heading, operators.frequency)
    stored = RegularGridInterpolator(grid, operators.transfer)(points)
    mirrored = np.where(to_port[:, None] < 0.0, np.array(ship_motion.MIRRORED), 1.0)
    return stored * mirrored * np.array(ship_motion.SEAKEEPING_TO_SHIP)


@lru_cache(maxsize=512)
def _sea(operators, speed, height, period, peakedness, spreading, wave_from):
    frequency = np.repeat(
        wave_frequencies(max(height, 1e-6), period, peakedness), 1 if spreading is None else DIRECTIONS
    )
    directions = np.tile(wave_directions(spreading), FREQUENCIES)
    wave_to = wave_from + math.pi + directions
    encounter = np.array([waves.encounter_frequency(w, speed, m) for w, m in zip(frequency, wave_to, strict=True)])
    deviation = np.full(len(frequency), 0.25 * height / math.sqrt(len(frequency)))
    return Sea(frequency, encounter, deviation, transfer_in_ship_axes(operators, speed, wave_to, frequency))


def sea_of(scenario):
    """The sea of a scenario as its ship meets it; a calm sea, or land, moves nothing."""
    c, ship = scenario.condition, scenario.ship
    if not ship.ship.moves or c.significant_height == 0.0:
        count = FREQUENCIES * (1 if c.spreading is None else DIRECTIONS)
        return Sea(np.ones(count), np.ones(count), np.zeros(count), np.zeros((count, 6), dtype=complex))
    operators, speed = response.response(ship), ship_speed_of(scenario)
    return _sea(operators, speed, c.significant_height, c.modal_period, c.peakedness, c.spreading, c.wave_from)


def pitch_statistics(scenario):
    """Amplitude (sqrt 2 times the standard deviation) and mean frequency of the ship's pitching [rad], [rad/s]."""
    sea = sea_of(scenario)
    power = np.abs(sea.transfer[:, 4]) ** 2 * sea.deviation**2
    if power.sum() == 0.0:
        return 0.0, 0.0
    frequency = math.sqrt(float((power * sea.encounter**2).sum() / power.sum()))
    return math.sqrt(2.0 * float(power.sum())), frequency
