"""Straight segments of a half section and the integrals of ln r along them, exact (Hess1967, appendix).

A point of the cross-plane is the complex number y + i z, y to port and z up from the calm waterline.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
Complex = NDArray[np.complexfloating[Any, Any]]


class Segments(NamedTuple):
    """Segments run through with the water on their right: up a port half section from the keel, then outward."""

    start: Complex  # m
    end: Complex  # m

    @property
    def length(self) -> Array:
        """Lengths, m."""
        return np.abs(self.end - self.start)

    @property
    def centre(self) -> Complex:
        """Midpoints, m."""
        return (self.start + self.end) / 2

    @property
    def normal(self) -> Complex:
        """Unit normals into the water."""
        return -1j * (self.end - self.start) / self.length

    @property
    def mirrored(self) -> "Segments":
        """The same segments on the starboard side, run through so that normals still point into the water."""
        return Segments(-np.conj(self.end), -np.conj(self.start))

    @property
    def reflected(self) -> "Segments":
        """The same segments above the water surface, normals pointing out of the image body."""
        return Segments(np.conj(self.end), np.conj(self.start))


def joined(y: Array, z: Array) -> Segments:
    """Segments that join points in their order, m."""
    return Segments((y + 1j * z)[:-1], (y + 1j * z)[1:])


def log_integrals(points: Complex, segments: Segments) -> tuple[Array, Array]:
    """Integrals (point, segment) of ln r and of its normal derivative; principal value for a point on a segment.

    With a and b the ends seen from the point along (s) and across (h) the segment:
        int ln r ds = [s ln r - s + h atan(s/h)]_a^b,    int d(ln r)/dn ds = -[atan(s/h)]_a^b
    points: of shape (n, 1).
    """
    tangent = (segments.end - segments.start) / segments.length
    a = (segments.start - points) * np.conj(tangent)
    b = (segments.end - points) * np.conj(tangent)
    on_line = np.abs(a.imag) < 1e-12 * segments.length
    h = np.where(on_line, np.inf, a.imag)
    angle = np.arctan(b.real / h) - np.arctan(a.real / h)
    lever = np.where(on_line, 0.0, a.imag) * angle
    single = b.real * np.log(np.abs(b)) - a.real * np.log(np.abs(a)) - segments.length + lever
    return single, -angle
