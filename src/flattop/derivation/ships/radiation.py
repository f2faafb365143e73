"""Radiation potentials of a hull as a function of the frequency of encounter, by any method that can supply them."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy.interpolate import CubicSpline

from flattop.derivation.ships.forces import radiation_force
from flattop.derivation.ships.mesh import HullMesh
from flattop.derivation.ships.segments import Array, Complex
from flattop.derivation.ships.strip import strip_potentials
from flattop.quantities.constants import STANDARD_GRAVITY

Method = Callable[[HullMesh, Array], Complex]
"""Potentials (frequency, dof, row, column) for unit velocity, port half, of a mesh at given frequencies, rad/s."""


class Radiation(NamedTuple):
    """Radiation potentials of a hull against the logarithm of the frequency of encounter."""

    mesh: HullMesh
    spline: CubicSpline
    low: float  # rad/s
    high: float  # rad/s

    def at(self, frequency: float) -> Complex:
        """Potentials (6, rows, columns) at a signed frequency of encounter; held constant beyond the range."""
        potential = self.spline(np.log(np.clip(abs(frequency), self.low, self.high)))
        return potential if frequency >= 0 else np.conj(potential)


def radiation(mesh: HullMesh, method: Method = strip_potentials, count: int = 60) -> Radiation:
    """Radiation potentials at non-dimensional frequencies w sqrt(L/g) of 0.1..15, joined by cubic splines."""
    frequency = np.geomspace(0.1, 15, count) * np.sqrt(STANDARD_GRAVITY / mesh.length)
    spline = CubicSpline(np.log(frequency), method(mesh, frequency))
    return Radiation(mesh, spline, float(frequency[0]), float(frequency[-1]))


def added_mass(waves: Radiation, frequency: float, density: float) -> Array:
    """Added mass (6, 6) at zero speed, kg, kg m, kg m2."""
    return radiation_force(waves.mesh, waves.at(frequency), frequency, 0.0, density).real / frequency**2
