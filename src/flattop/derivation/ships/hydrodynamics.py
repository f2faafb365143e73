"""Wave forces on a ship at any speed and heading: strip theory, and slender theory where no wave can run ahead.

The two are joined smoothly in the Brard number w U/g of the encounter: strip theory (Salvesen1970) below 1/4, where
waves of the oscillating ship run ahead of it; slender theory (Ma2005) for surge, heave and pitch above 1/2.
"""

from typing import NamedTuple

import numpy as np
from scipy.interpolate import CubicSpline

from flattop.derivation.ships.forces import Wave, excitation_force, radiation_force
from flattop.derivation.ships.hull import Sections
from flattop.derivation.ships.mesh import even_mesh, hull_mesh
from flattop.derivation.ships.radiation import Radiation, radiation
from flattop.derivation.ships.segments import Array, Complex
from flattop.derivation.ships.slender import MODES, CrossPlanes, cross_planes, slender_excitation, slender_radiation
from flattop.quantities.constants import STANDARD_GRAVITY

JOIN = (0.25, 0.50)
"""Brard numbers between which the slender theory takes over from strip theory."""
SLOWEST = 0.05
"""Least frequency of encounter, rad/s: a ship that rides on a wave is taken to move as at this one (own choice)."""
ENCOUNTERS = 40
"""Frequencies at which slender radiation forces are found; those between are interpolated."""


class Hydrodynamics(NamedTuple):
    """What a hull needs to know of the water."""

    radiation: Radiation
    planes: CrossPlanes
    density: float  # kg/m3
    join: tuple[float, float] = JOIN

    def forces(self, waves: list[Wave], speed: float) -> tuple[Complex, Complex]:
        """Radiation force per unit displacement (n, 6, 6) and wave force per unit amplitude (n, 6); N, m and rad."""
        frequency = encounters(waves, speed)
        pairs = [self._strip(wave, w, speed) for wave, w in zip(waves, frequency, strict=True)]
        added, excitation = (np.array(forces) for forces in zip(*pairs, strict=True))
        share = slender_share(frequency * speed / STANDARD_GRAVITY, self.join)
        fast = np.flatnonzero(share)
        if fast.size:
            chosen, part = [waves[i] for i in fast], share[fast]
            slender_added, slender_wave = self._slender(chosen, frequency[fast], speed)
            block = fast[:, None, None], MODES[:, None], MODES
            added[block] += part[:, None, None] * (slender_added - added[block])
            block = fast[:, None], MODES
            excitation[block] += part[:, None] * (slender_wave - excitation[block])
        return added, excitation

    def _strip(self, wave: Wave, frequency: float, speed: float) -> tuple[Complex, Complex]:
        psi = self.radiation.at(frequency)
        added = radiation_force(self.radiation.mesh, psi, frequency, speed, self.density)
        return added, excitation_force(self.radiation.mesh, psi, wave, frequency, speed, self.density)

    def _slender(self, waves: list[Wave], frequency: Array, speed: float) -> tuple[Complex, Complex]:
        grid = np.geomspace(0.98 * np.min(frequency), 1.02 * np.max(frequency), ENCOUNTERS)
        added = CubicSpline(grid, slender_radiation(self.planes, grid, speed, self.density), axis=-1)(frequency)
        wave = slender_excitation(self.planes, waves, speed, self.density)
        return np.moveaxis(added, -1, 0), np.moveaxis(wave, -1, 0)


def hydrodynamics(sections: Sections, length: float, density: float) -> Hydrodynamics:
    """Hydrodynamics of a hull given by its sections, m, in water of a density, kg/m3."""
    return Hydrodynamics(radiation(hull_mesh(sections, length)), cross_planes(even_mesh(sections, length)), density)


def encounters(waves: list[Wave], speed: float) -> Array:
    """Signed frequencies of encounter (n,), rad/s, kept away from zero."""
    frequency = np.array([wave.encounter(speed) for wave in waves])
    return np.where(np.abs(frequency) < SLOWEST, np.copysign(SLOWEST, frequency), frequency)


def slender_share(brard: Array, join: tuple[float, float]) -> Array:
    """Share of the slender theory at Brard numbers w U/g: a smooth step 3 t^2 - 2 t^3 over the join."""
    t = np.clip((brard - join[0]) / (join[1] - join[0]), 0, 1)
    return t * t * (3 - 2 * t)
