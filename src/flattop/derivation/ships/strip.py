"""Radiation potentials of a ship by strip theory: each row moves as a section of an endless cylinder (Salvesen1970)."""

import numpy as np

from flattop.derivation.ships.mesh import HullMesh
from flattop.derivation.ships.section import section_potentials
from flattop.derivation.ships.segments import Array, Complex
from flattop.quantities.constants import STANDARD_GRAVITY


def strip_potentials(mesh: HullMesh, frequency: Array) -> Complex:
    """Potentials (frequency, motion, row, column), m or m2, on the port half for unit velocity in each motion.

    frequency: of oscillation, rad/s, > 0. Each section takes the normal velocity of the hull there: n_1 for surge,
    z n_1 - x n_3 for pitch, x n_2 - y n_1 for yaw.
    """
    rows, columns = mesh.centre.shape[:2]
    potential = np.empty((len(frequency), 6, rows, columns), complex)
    n1, n2, n3 = np.moveaxis(mesh.slender_normal, -1, 0)
    x, y, z = np.moveaxis(mesh.centre, -1, 0)
    even, odd = np.stack([n1, n3, z * n1]), np.stack([n2, y * n3 - z * n2, -y * n1])
    for row in range(rows):
        sections = section_potentials(mesh.segments(row), even[:, row], odd[:, row], frequency**2 / STANDARD_GRAVITY)
        potential[:, [0, 2, 4], row], potential[:, [1, 3, 5], row] = sections
    potential[:, 4] -= x * potential[:, 2]
    potential[:, 5] += x * potential[:, 1]
    return potential
