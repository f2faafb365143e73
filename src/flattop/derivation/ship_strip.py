"""Radiation potentials of a ship by strip theory: each row of panels moves as a section of an endless cylinder (Salvesen1970)."""

import numpy as np

from flattop.derivation.ship_forces import STANDARD_GRAVITY
from flattop.derivation.ship_hull import Array
from flattop.derivation.ship_mesh import HullMesh
from flattop.derivation.ship_section import Complex, section_potentials, section_segments


def strip_potentials(mesh: HullMesh, frequency: Array) -> Complex:
    """Potentials (frequency, dof, row, column) on the port half for unit velocity in each of the six motions, m or m2.

    frequency: of oscillation, rad/s, > 0. Surge has none (slender body); pitch is -x heave, yaw is x sway.
    """
    rows, columns = mesh.centre.shape[:2]
    potential = np.zeros((len(frequency), 6, rows, columns), complex)
    middle = (mesh.node[1:] + mesh.node[:-1]) / 2
    for row, points in enumerate(middle):
        segments = section_segments(points[:, 1], points[:, 2])
        potential[:, 1:4, row] = section_potentials(segments, frequency**2 / STANDARD_GRAVITY)
    x = mesh.centre[..., 0]
    potential[:, 4] = -x * potential[:, 2]
    potential[:, 5] = x * potential[:, 1]
    return potential
