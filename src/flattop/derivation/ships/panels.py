"""Radiation potentials of a hull in three dimensions from Capytaine's zero-speed panel method (Ancellin2019)."""

import numpy as np

from flattop.derivation.ships.mesh import HullMesh
from flattop.derivation.ships.segments import Array, Complex
from flattop.quantities.constants import STANDARD_GRAVITY

DOF = ("Surge", "Sway", "Heave", "Roll", "Pitch", "Yaw")


def panel_potentials(mesh: HullMesh, frequency: Array) -> Complex:
    """Potentials (frequency, dof, row, column) on the port half for unit velocity in each of the six motions, m or m2.

    Capytaine's time factor is exp(-i w t) and its unit is a displacement: psi = conj(phi / (-i w)).
    """
    import capytaine as cpt

    cpt.set_logging("ERROR")
    body = floating_body(mesh)
    solver = cpt.BEMSolver()
    shape = mesh.centre.shape[:2]
    potential = np.empty((len(frequency), 6, *shape), complex)
    for i, w in enumerate(frequency):
        problems = [cpt.RadiationProblem(body=body, radiating_dof=d, omega=w, g=STANDARD_GRAVITY) for d in DOF]
        for result in solver.solve_all(problems, keep_details=True, progress_bar=False):
            panels = result.potential[: shape[0] * shape[1]]
            potential[i, DOF.index(result.radiating_dof)] = np.conj(panels / (-1j * w)).reshape(shape)
    return potential


def floating_body(mesh: HullMesh):
    """Capytaine's body of both halves, rotating about the reference point."""
    import capytaine as cpt

    rows, columns = mesh.centre.shape[:2]
    at = np.arange((rows + 1) * (columns + 1)).reshape(rows + 1, columns + 1)
    faces = np.stack([at[:-1, :-1], at[:-1, 1:], at[1:, 1:], at[1:, :-1]], axis=-1).reshape(-1, 4)
    half = cpt.Mesh(mesh.node.reshape(-1, 3), faces, auto_clean=False)
    if half.faces_normals[0] @ mesh.area_vector.reshape(-1, 3)[0] < 0:
        half = cpt.Mesh(mesh.node.reshape(-1, 3), faces[:, ::-1], auto_clean=False)
    hull = cpt.ReflectionSymmetricMesh(half, plane="xOz")
    return cpt.FloatingBody(hull, dofs=cpt.rigid_body_dofs(rotation_center=(0, 0, 0)))
