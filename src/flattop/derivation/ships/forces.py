"""Wave forces on a ship with forward speed from its radiation potentials at the encounter frequency (Salvesen1970).

Time factor exp(+i w t); x forward, y port, z up about the reference point amidships on the waterline; normals out of
the hull. With psi_j the potentials for unit velocity and speed U, the six motions of unit amplitude have
    d phi_j/dn = i w n_j + m_j,   m_5 = U n_3,   m_6 = -U n_2        [Salvesen1970]
    phi_j = i w psi_j + (0, 0, 0, 0, U psi_3, -U psi_2)              [Salvesen1970]
The frequency of encounter w is signed; below zero the potentials are the conjugates of those at |w|.
"""

from typing import NamedTuple, TypeVar

import numpy as np

from flattop.derivation.ships.mesh import HullMesh
from flattop.derivation.ships.segments import Array, Complex
from flattop.quantities.constants import STANDARD_GRAVITY

N = TypeVar("N", Array, Complex)
PARITY = np.array([1.0, -1, 1, -1, 1, -1])
"""Sign of each motion's potential and normal on the starboard side: surge, heave and pitch are even."""
MIRROR = np.array([1.0, -1, 1])
"""What turns a point or vector of the port side into that of the starboard side."""


class Wave(NamedTuple):
    """A regular deep-water wave of unit amplitude, its crest at the reference point at time zero."""

    frequency: float  # absolute, rad/s
    heading: float  # direction it travels to, 0 following .. pi head, rad

    @property
    def number(self) -> float:
        """Wave number, 1/m."""
        return self.frequency**2 / STANDARD_GRAVITY

    def encounter(self, speed: float) -> float:
        """Signed frequency of encounter w - k U cos(heading), rad/s: negative where the ship overtakes the wave."""
        return self.frequency - self.number * speed * np.cos(self.heading)

    def potential(self, point: Array) -> Complex:
        """Velocity potential (i g/w) exp(k z - i k (x cos + y sin)) at points (..., 3), m2/s."""
        across = point[..., 0] * np.cos(self.heading) + point[..., 1] * np.sin(self.heading)
        return 1j * STANDARD_GRAVITY / self.frequency * np.exp(self.number * (point[..., 2] - 1j * across))

    def velocity(self, point: Array) -> Complex:
        """Water velocity (..., 3) at points (..., 3), m/s."""
        gradient = self.number * np.array([-1j * np.cos(self.heading), -1j * np.sin(self.heading), 1])
        return self.potential(point)[..., None] * gradient


def generalised(vector: Array, point: Array) -> Array:
    """Six components (n, r x n) on the first axis of vectors (..., 3) at points (..., 3)."""
    return np.moveaxis(np.concatenate([vector, np.cross(point, vector)], axis=-1), -1, 0)


def turned(six: N, speed: float) -> N:
    """U (0, 0, 0, 0, f_3, -f_2) of a six-component quantity (6, ...): what forward speed makes of pitch and yaw."""
    term = np.zeros_like(six)
    term[4], term[5] = speed * six[2], -speed * six[1]
    return term


class SternLine(NamedTuple):
    """The contour of the aftermost section, port half, where the flow leaves a transom."""

    centre: Array  # (columns, 3), m
    normal: Array  # (columns, 3): normal in the section's plane times length, m


def stern_line(mesh: HullMesh) -> SternLine:
    """Aftermost contour of a mesh."""
    start, end = mesh.node[0, :-1], mesh.node[0, 1:]
    dy, dz = (end - start)[:, 1], (end - start)[:, 2]
    return SternLine((start + end) / 2, np.stack([0 * dy, dz, -dy], axis=-1))


def radiation_force(mesh: HullMesh, potential: Complex, frequency: float, speed: float, density: float) -> Complex:
    """Force (6, 6) on motion j per unit displacement in k, which is w^2 A_jk - i w B_jk; N, m and rad.

        F_jk = rho int (i w n_j - m_j) phi_k dS + rho U int_CA n_j phi_k dl    [docs/theory/ship-response]
    potential: psi (6, rows, columns) at the encounter frequency (conjugate where that is negative).
    """
    n = generalised(mesh.area_vector, mesh.centre).astype(complex)
    motion = 1j * frequency * potential + turned(potential, speed)
    force = np.einsum("jrc,krc->jk", 1j * frequency * n - turned(n, speed), motion)
    line = stern_line(mesh)
    force += speed * np.einsum("jc,kc->jk", generalised(line.normal, line.centre), motion[:, 0])
    return density * force * (1 + np.outer(PARITY, PARITY))


def excitation_force(
    mesh: HullMesh, potential: Complex, wave: Wave, frequency: float, speed: float, density: float
) -> Complex:
    """Force (6,) of a wave of unit amplitude, undisturbed and diffracted; N and N m per m.

        F_j = rho int (i w0 n_j phi_I - chi_j d phi_I/dn) dS - rho U int_CA psi_j d phi_I/dn dl
        chi_j = i w psi_j - (0, 0, 0, 0, U psi_3, -U psi_2)                      [docs/theory/ship-response]
    frequency: signed frequency of encounter, rad/s; potential as in `radiation_force`.
    """
    n = generalised(mesh.area_vector, mesh.centre)
    reverse = 1j * frequency * potential - turned(potential, speed)
    line = stern_line(mesh)
    total = np.zeros(6, complex)
    for mirror, sign in ((MIRROR**2, PARITY**2), (MIRROR, PARITY)):
        outflow = np.sum(wave.velocity(mesh.centre * mirror) * mesh.area_vector * mirror, axis=-1)
        stern_outflow = np.sum(wave.velocity(line.centre * mirror) * line.normal * mirror, axis=-1)
        undisturbed = 1j * wave.frequency * wave.potential(mesh.centre * mirror)
        total += sign * np.einsum("jrc,rc->j", n, undisturbed)
        total -= sign * np.einsum("jrc,rc->j", reverse, outflow)
        total -= sign * speed * (potential[:, 0] @ stern_outflow)
    return density * total
