"""The wetted hull as rows of flat panels, port half only, and its hydrostatics (Newman1977, ch. 6)."""

from typing import NamedTuple

import numpy as np

from flattop.derivation.ships.hull import Sections
from flattop.derivation.ships.segments import Array, Segments, joined


class HullMesh(NamedTuple):
    """Quadrilateral panels of the port half: rows along the ship from stern to bow, columns from keel to waterline.

    Axes x forward from amidships, y port, z up from the calm waterline; normals point out of the hull into the water.
    """

    node: Array  # (rows + 1, columns + 1, 3), m
    centre: Array  # (rows, columns, 3), m
    area_vector: Array  # (rows, columns, 3): unit normal times panel area, m2

    @property
    def length(self) -> float:
        """Distance from the sternmost to the foremost node, m."""
        return float(self.node[-1, 0, 0] - self.node[0, 0, 0])

    def segments(self, row: int) -> Segments:
        """The section in the middle of a row."""
        middle = (self.node[row] + self.node[row + 1]) / 2
        return joined(middle[:, 1], middle[:, 2])

    @property
    def slender_normal(self) -> Array:
        """Area vectors (rows, columns, 3) per length of section contour and of ship: normals of the sections."""
        middle = (self.node[1:] + self.node[:-1]) / 2
        contour = np.linalg.norm(np.diff(middle, axis=1), axis=-1)
        return self.area_vector / (contour * np.diff(self.node[:, :1, 0], axis=0))[..., None]


class Hydrostatics(NamedTuple):
    """What a hull displaces and how stiffly it floats, about the reference point amidships on the waterline."""

    volume: float  # m3
    buoyancy_x: float  # m
    buoyancy_z: float  # m
    waterplane: float  # m2
    waterplane_x: float  # first moment, m3
    waterplane_xx: float  # second moment about the transverse axis, m4
    waterplane_yy: float  # second moment about the centre line, m4

    @property
    def metacentre_z(self) -> float:
        """Height of the transverse metacentre above the waterline, zB + I_yy/V, m."""
        return self.buoyancy_z + self.waterplane_yy / self.volume


def hull_mesh(sections: Sections, length: float, rows: int = 40, columns: int = 14) -> HullMesh:
    """Mesh of a hull; stations are closer towards the ends (half cosine, half even spacing)."""
    even = np.linspace(-1, 1, rows + 1)
    return _mesh(sections, length / 2 * (0.5 * even + 0.5 * np.sin(np.pi / 2 * even)), columns)


def even_mesh(sections: Sections, length: float, rows: int = 200, columns: int = 12) -> HullMesh:
    """Mesh of a hull with rows of equal length."""
    return _mesh(sections, np.linspace(-length / 2, length / 2, rows + 1), columns)


def _mesh(sections: Sections, stations: Array, columns: int) -> HullMesh:
    y, z = sections(stations, columns + 1)
    node = np.stack([np.broadcast_to(stations[:, None], y.shape), y, z], axis=-1)
    return HullMesh(node, _centres(node), _area_vectors(node))


def _centres(node: Array) -> Array:
    """Mean of the four corners of every panel."""
    return (node[:-1, :-1] + node[1:, :-1] + node[:-1, 1:] + node[1:, 1:]) / 4


def _area_vectors(node: Array) -> Array:
    """Half the cross product of the diagonals of every panel, outward for the port half."""
    return np.cross(node[:-1, 1:] - node[1:, :-1], node[1:, 1:] - node[:-1, :-1]) / 2


def hydrostatics(mesh: HullMesh) -> Hydrostatics:
    """Volume, centres and waterplane moments of both halves; volume integrals by the divergence theorem."""
    x, y, z = np.moveaxis(mesh.centre, -1, 0)
    dy = mesh.area_vector[..., 1]
    volume = 2 * np.sum(y * dy)
    edge_x, edge_y = mesh.node[:, -1, 0], mesh.node[:, -1, 1]
    return Hydrostatics(
        volume=float(volume),
        buoyancy_x=float(2 * np.sum(x * y * dy) / volume),
        buoyancy_z=float(2 * np.sum(z * y * dy) / volume),
        waterplane=float(2 * np.trapezoid(edge_y, edge_x)),
        waterplane_x=float(2 * np.trapezoid(edge_x * edge_y, edge_x)),
        waterplane_xx=float(2 * np.trapezoid(edge_x**2 * edge_y, edge_x)),
        waterplane_yy=float(2 / 3 * np.trapezoid(edge_y**3, edge_x)),
    )
