"""The ship as a floating rigid body: inertia, stiffness, and its motion under given forces (Newman1977, ch. 6)."""

from typing import NamedTuple

import numpy as np

from flattop.derivation.ships.mesh import Hydrostatics
from flattop.derivation.ships.segments import Array, Complex
from flattop.quantities.constants import STANDARD_GRAVITY


class Loading(NamedTuple):
    """How a ship's mass lies; the centre of gravity is above the centre of buoyancy."""

    density: float  # of the water, kg/m3
    gravity_z: float  # height of the centre of gravity above the waterline, m
    metacentric_height: float  # transverse, m
    roll_gyradius: float  # about the centre of gravity, m
    pitch_gyradius: float  # m, also for yaw


def inertia(water: Hydrostatics, loading: Loading) -> Array:
    """Generalised mass (6, 6) about the reference point [Newman1977, ch. 6], kg, kg m, kg m2."""
    m = loading.density * water.volume
    x, z = water.buoyancy_x, loading.gravity_z
    moment = m * np.array([[0, -z, 0], [z, 0, -x], [0, x, 0]])
    gyradii = np.array([loading.roll_gyradius, loading.pitch_gyradius, loading.pitch_gyradius])
    about_reference = np.diag(gyradii**2 + [z**2, x**2 + z**2, x**2])
    about_reference[0, 2] = about_reference[2, 0] = -x * z
    return np.block([[m * np.eye(3), -moment], [moment, m * about_reference]])


def stiffness(water: Hydrostatics, loading: Loading) -> Array:
    """Hydrostatic stiffness (6, 6) about the reference point [Newman1977, ch. 6]; roll from metacentric height."""
    weight = loading.density * STANDARD_GRAVITY
    c = np.zeros((6, 6))
    c[2, 2] = weight * water.waterplane
    c[2, 4] = c[4, 2] = -weight * water.waterplane_x
    c[3, 3] = weight * water.volume * loading.metacentric_height
    c[4, 4] = weight * (water.waterplane_xx + water.volume * (water.buoyancy_z - loading.gravity_z))
    return c


class FloatingBody(NamedTuple):
    """Mass, damping and stiffness (6, 6) of a ship in still water, without those of the water's motion."""

    mass: Array
    damping: Array
    spring: Array

    def motion(self, frequency: Array, radiation: Complex, wave: Complex) -> Complex:
        """Complex amplitudes (n, 6) of  [-w^2 M + i w B + C - F_rad] x = F_wave  at signed frequencies (n,)."""
        w = frequency[:, None, None]
        system = -(w**2) * self.mass + 1j * w * self.damping + self.spring - radiation
        return np.linalg.solve(system, wave[..., None])[..., 0]
