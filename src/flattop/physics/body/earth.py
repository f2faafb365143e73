"""The Earth at large: its figure, gravity and rotation, and the local axes at a place on it [WGS84].

A deck flight takes the Earth as flat and at rest; a flight around it uses the same equations of motion in frame E,
which turns with the Earth: origin at its centre, x through the equator at Greenwich, z through the north pole.
"""

import math
from typing import Annotated, NamedTuple

from flattop.quantities.elementary import arctangent, sine_and_cosine
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Quaternion, Vec3, cross, dot


class Earth(NamedTuple):
    """An ellipsoid of revolution and its gravity to the second zonal harmonic; a sphere has no flattening, no J2."""

    equatorial_radius: Annotated[float, "m"]
    flattening: Annotated[float, "1"]
    attraction: Annotated[float, "m3/s2"]
    oblateness: Annotated[float, "1"]
    rotation_rate: Annotated[float, "rad/s"]


class Geodetic(NamedTuple):
    """A place by the ellipsoid's normal through it."""

    latitude: Annotated[float, "rad"]
    longitude: Annotated[float, "rad"]
    height: Annotated[float, "m"]


WGS84_EARTH = Earth(
    6378137.0, 1.0 / 298.257223563, 3.986004418e14, 1.0826298213e-3, 7.292115e-5
)  # [WGS84, tables 3.1, 3.5]
ROUND_EARTH = WGS84_EARTH._replace(
    equatorial_radius=6371007.1809, flattening=0.0, oblateness=0.0
)  # sphere of equal area
STILL_EARTH = ROUND_EARTH._replace(rotation_rate=0.0)
GEOPOTENTIAL_RADIUS = 6356766.0  # of the Earth in the standard atmosphere [m], [USStandard1976, p. 4]


@physics
def rotation_E(earth):
    """Angular rate of the frame E with respect to inertial space [rad/s]."""
    return Vec3(0.0, 0.0, earth.rotation_rate)


@physics
def gravitation_E(p_E, earth):
    """Attraction by the Earth's mass [m/s2].

        g = -(GM/r^3) (x (1 + k (1 - 5 z^2/r^2)), y (same), z (1 + k (3 - 5 z^2/r^2))),  k = (3/2) J2 (a/r)^2
                                                                              [Vallado2013, sec. 8.7.1]

    p_E  from the Earth's centre [m], not at it
    """
    r2 = dot(p_E, p_E)
    s = 5.0 * p_E.z * p_E.z / r2
    k = 1.5 * earth.oblateness * earth.equatorial_radius * earth.equatorial_radius / r2
    pull = -earth.attraction / (r2 * math.sqrt(r2))
    across = pull * (1.0 + k * (1.0 - s))
    return Vec3(across * p_E.x, across * p_E.y, pull * (1.0 + k * (3.0 - s)) * p_E.z)


@physics
def gravity_E(p_E, earth):
    """Acceleration of free fall as felt in the turning frame, g - W x (W x p): with the centrifugal part [m/s2]."""
    W = rotation_E(earth)
    return gravitation_E(p_E, earth) - cross(W, cross(W, p_E))


@physics
def place_E(geodetic, earth):
    """Position in E of a place [m].

    N = a/sqrt(1 - e^2 sin^2 f),  p = ((N + h) cos f cos l, (N + h) cos f sin l, ((1 - e^2) N + h) sin f)
                                                                          [WGS84, eq. 4-14]
    """
    sf, cf = sine_and_cosine(geodetic.latitude)
    sl, cl = sine_and_cosine(geodetic.longitude)
    e2 = earth.flattening * (2.0 - earth.flattening)
    N = earth.equatorial_radius / math.sqrt(1.0 - e2 * sf * sf)
    h = geodetic.height
    return Vec3((N + h) * cf * cl, (N + h) * cf * sl, ((1.0 - e2) * N + h) * sf)


@physics
def geodetic_place(p_E, earth):
    """Latitude, longitude and height of a position in E, by Bowring's rule and one repetition of it.

        tan f = (z + e'^2 b sin^3 u)/(p - e^2 a cos^3 u),  tan u = (1 - f) tan f,  first tan u = z/((1 - f) p)
                                                                              [Bowring1976]

    p_E  [m], from 50 km below the surface to 1000 km above: to 1e-8 m, the rounding of its own arithmetic
    """
    a, f = earth.equatorial_radius, earth.flattening
    e2, b = f * (2.0 - f), a * (1.0 - f)
    p = math.sqrt(p_E.x * p_E.x + p_E.y * p_E.y)
    tan_y, tan_x = p_E.z, (1.0 - f) * p
    y, x = p_E.z, p
    for _ in range(2):
        n = 1.0 / math.sqrt(tan_y * tan_y + tan_x * tan_x)
        su, cu = tan_y * n, tan_x * n
        y = p_E.z + e2 / (1.0 - e2) * b * su * su * su
        x = p - e2 * a * cu * cu * cu
        tan_y, tan_x = (1.0 - f) * y, x
    n = 1.0 / math.sqrt(y * y + x * x)
    s, c = y * n, x * n
    height = p * c + p_E.z * s - a * math.sqrt(1.0 - e2 * s * s)
    return Geodetic(arctangent(y, x), arctangent(p_E.y, p_E.x), height)


@physics
def local_axes(geodetic):
    """q_EN: the attitude in E of the local axes north, east, down [Stevens2015, sec. 1.6].

    A turn by the longitude about z, then by -(90 deg + latitude) about the new y.
    """
    sl, cl = sine_and_cosine(0.5 * geodetic.longitude)
    s, c = sine_and_cosine(-0.5 * (0.5 * math.pi + geodetic.latitude))
    return Quaternion(cl * c, -sl * s, cl * s, sl * c)


@physics
def geopotential_height(height):
    """Height by work against gravity, the standard atmosphere's: r h/(r + h) [m]    [USStandard1976, eq. 18].

    height  geometric, above mean sea level [m]
    """
    return GEOPOTENTIAL_RADIUS * height / (GEOPOTENTIAL_RADIUS + height)
