"""Symmetric wave forces on a slender ship at speed: sections solved from bow to stern (Faltinsen1991; Ma2005).

In this "two-and-a-half-dimensional" theory each cross-plane of water, fixed in space, sees the hull pass through it.
With s the distance from the bow and tau = s/U the time since it passed, the potential phi exp(i w tau) there obeys
    Laplace's equation,   d phi/dn = V_n on the hull,   d phi/d tau = -g zeta,  d zeta/d tau = d phi/dz  on z = 0
and starts from rest. Waves run sideways only, so it holds where no wave overtakes the ship: w U/g above 1/4.
"""

from typing import NamedTuple

import numpy as np
from scipy.interpolate import CubicSpline

from flattop.derivation.ships.forces import MIRROR, Wave, generalised, stern_line, turned
from flattop.derivation.ships.mesh import HullMesh
from flattop.derivation.ships.segments import Array, Complex, Segments, log_integrals
from flattop.quantities.constants import STANDARD_GRAVITY

MODES = np.array([0, 2, 4])
"""Surge, heave and pitch: the motions that are the same on both sides."""
INNERMOST, GROWTH, OUTERMOST = 0.06, 1.1, 0.1
"""Length of the first water-surface segment over breadth, its growth outward, and the longest over length."""
WIDTH, CALM_WIDTH = 4.0, 1.6
"""Half width of the water surface, and where the damping beach begins, over length."""
BEACH = 10.0
"""Damping rate at the outer end of the beach over sqrt(g/L)."""


class CrossPlanes(NamedTuple):
    """What turns the state of each cross-plane into potentials and vertical velocities, rows from bow to stern."""

    mesh: HullMesh
    solution: (
        Array  # (rows, columns + surface, surface + columns): (surface potential, outflow) -> (potential, dphi/dz)
    )
    shift: Array  # (rows, surface, surface): surface values of the plane before onto the segments of this one
    beach: Array  # (surface,): damping rate, 1/s


def cross_planes(mesh: HullMesh) -> CrossPlanes:
    """Cross-planes of a mesh with rows of equal length."""
    breadth = 2 * float(np.max(mesh.node[:, -1, 1]))
    edge = surface_edges(breadth, mesh.length)
    centre = (edge[1:] + edge[:-1]) / 2
    rows = range(mesh.centre.shape[0])[::-1]
    waterline = np.array([mesh.segments(row).end[-1].real for row in rows])
    solution = np.array([_solution(mesh.segments(row), edge) for row in rows])
    shift = np.array([_shift(centre, step) for step in np.diff(waterline, prepend=waterline[0])])
    beyond = np.maximum(0, (centre - CALM_WIDTH * mesh.length) / ((WIDTH - CALM_WIDTH) * mesh.length))
    return CrossPlanes(mesh, solution, shift, BEACH * np.sqrt(STANDARD_GRAVITY / mesh.length) * beyond**2)


def surface_edges(breadth: float, length: float) -> Array:
    """Ends of the water-surface segments outward from the hull, m."""
    sizes = [INNERMOST * breadth]
    while sum(sizes) < WIDTH * length:
        sizes.append(min(GROWTH * sizes[-1], OUTERMOST * length))
    return np.concatenate([[0.0], np.cumsum(sizes)])


def _solution(hull: Segments, edge: Array) -> Array:
    """Solution of  pi phi + int phi dG/dn = int G dphi/dn  with phi given on the surface and dphi/dn on the hull.

    G = ln r on both sides, symmetric; on the surface the normal into the water points down, dphi/dz = -dphi/dn.
    """
    surface = Segments(hull.end[-1].real + edge[:-1] + 0j, hull.end[-1].real + edge[1:] + 0j)
    both = Segments(np.concatenate([hull.start, surface.start]), np.concatenate([hull.end, surface.end]))
    points, n = both.centre[:, None], len(hull.start)
    near, far = log_integrals(points, both), log_integrals(points, both.mirrored)
    single, double = near[0] + far[0], near[1] + far[1] + np.pi * np.eye(len(points))
    unknown = np.hstack([double[:, :n], single[:, n:]])
    return np.linalg.solve(unknown, np.hstack([-double[:, n:], single[:, :n]]))


def _shift(centre: Array, step: float) -> Array:
    """Cubic interpolation from segment centres to those moved outward by `step`, constant beyond the ends."""
    moved = np.clip(centre + step, centre[0], centre[-1])
    return CubicSpline(centre, np.eye(len(centre)))(moved)


def marched_potentials(planes: CrossPlanes, outflow: Complex, frequency: Array, speed: float) -> Complex:
    """Potentials (rows, columns, n) on the port half for normal velocities of that shape at frequencies (n,).

    Surface elevation and potential step by the symplectic Euler rule; both carry the factor exp(i w tau).
    """
    rows, columns = planes.mesh.centre.shape[:2]
    step = planes.mesh.length / rows / speed
    decay = np.exp(-planes.beach * step)[:, None]
    elevation = np.zeros((planes.beach.size, len(frequency)), complex)
    surface, rise = np.zeros_like(elevation), np.zeros_like(elevation)
    potential = np.empty_like(outflow)
    for i in range(rows):
        row, turn = rows - 1 - i, np.exp(1j * frequency * (i + 0.5) * step)
        elevation = decay * _applied(planes.shift[i], elevation + step * rise)
        surface = decay * _applied(planes.shift[i], surface) - STANDARD_GRAVITY * step * elevation
        state = _applied(planes.solution[i], np.concatenate([surface, outflow[row] * turn]))
        potential[row], rise = state[:columns] / turn, state[columns:]
    return potential


def _applied(matrix: Array, state: Complex) -> Complex:
    """Product of a real matrix and a complex one, which NumPy would otherwise make complex."""
    return (matrix @ np.ascontiguousarray(state).view(float)).view(complex)


def pressure_force(planes: CrossPlanes, potential: Complex, frequency: Array, speed: float, density: float) -> Complex:
    """Surge, heave and pitch force (3, n) of potentials on both sides.

    F_j = rho int (i w n_j - m_j) phi dS + rho U int_CA n_j phi dl               [docs/theory/ship-response]
    """
    mesh, line = planes.mesh, stern_line(planes.mesh)
    n = generalised(mesh.area_vector, mesh.centre)
    steady = np.einsum("jrc,rcn->jn", turned(n, speed)[MODES], potential)
    stern = speed * np.einsum("jc,cn->jn", generalised(line.normal, line.centre)[MODES], potential[0])
    return 2 * density * (1j * frequency * np.einsum("jrc,rcn->jn", n[MODES], potential) - steady + stern)


def slender_radiation(planes: CrossPlanes, frequency: Array, speed: float, density: float) -> Complex:
    """Force (3, 3, n) on surge, heave and pitch per unit displacement in each, N, m and rad."""
    n = generalised(planes.mesh.slender_normal, planes.mesh.centre)
    steady = turned(n, speed)
    columns = []
    for mode in MODES:
        outflow = 1j * frequency * n[mode][..., None] + steady[mode][..., None]
        potential = marched_potentials(planes, outflow, frequency, speed)
        columns.append(pressure_force(planes, potential, frequency, speed, density))
    return np.stack(columns, axis=1)


def slender_excitation(planes: CrossPlanes, waves: list[Wave], speed: float, density: float) -> Complex:
    """Force (3, n) of waves of unit amplitude on surge, heave and pitch, incident and diffracted; N and N m per m."""
    mesh, frequency = planes.mesh, np.array([wave.encounter(speed) for wave in waves])
    n = generalised(mesh.area_vector, mesh.centre)[MODES]
    outflow, undisturbed = [], []
    for wave in waves:
        sides = [(mesh.centre * side, mesh.slender_normal * side) for side in (MIRROR**2, MIRROR)]
        outflow.append(-sum(np.sum(wave.velocity(point) * normal, axis=-1) for point, normal in sides) / 2)
        pressure = sum(1j * wave.frequency * wave.potential(point) for point, _ in sides)
        undisturbed.append(np.einsum("jrc,rc->j", n, pressure))
    potential = marched_potentials(planes, np.stack(outflow, axis=-1), frequency, speed)
    return density * np.stack(undisturbed, axis=-1) + pressure_force(planes, potential, frequency, speed, density)
