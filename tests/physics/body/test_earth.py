"""The Earth: its figure against the printed radii, its gravity against the printed values, and back and forth."""

import math

import pytest

from flattop.physics.body.earth import (
    ROUND_EARTH,
    STILL_EARTH,
    WGS84_EARTH,
    Geodetic,
    geodetic_place,
    geopotential_height,
    gravitation_E,
    gravity_E,
    local_axes,
    place_E,
)
from flattop.quantities.vectors import Vec3, cross, norm, rotate

PLACES = [Geodetic(f, l, h) for f in (-1.5, -0.4, 0.0, 0.7, 1.57) for l in (-3.0, 0.0, 1.1) for h in (-500.0, 0.0, 9e3)]


def test_radii_are_the_printed_ones():
    """6378137 m at the equator, 6356752.3142 m at the pole as printed to 1e-4 m [WGS84, table 3.3]."""
    assert place_E(Geodetic(0.0, 0.0, 0.0), WGS84_EARTH).x == 6378137.0
    assert place_E(Geodetic(0.5 * math.pi, 0.0, 0.0), WGS84_EARTH).z == pytest.approx(6356752.3142, abs=5e-5)


@pytest.mark.parametrize("earth", [WGS84_EARTH, ROUND_EARTH])
@pytest.mark.parametrize("place", PLACES)
def test_places_come_back(place, earth):
    """Latitude and longitude to the rounding of angles, height to that of 6e6 m: 1e-8 m."""
    back = geodetic_place(place_E(place, earth), earth)
    assert back[:2] == pytest.approx(place[:2], abs=1e-15 * 10)
    assert back.height == pytest.approx(place.height, abs=1e-8)


def test_gravity_is_the_printed_one():
    """9.7803253359 m/s2 at the equator and 9.8321849379 at the poles [WGS84, table 3.6].

    The field stops at the second harmonic; what J4 = -2.37e-6 of the ellipsoid adds is left out: 15/8 J4 g = 4.4e-5 at
    the equator and 5 J4 g = 1.2e-4 at the poles.
    """
    equator = norm(gravity_E(place_E(Geodetic(0.0, 0.3, 0.0), WGS84_EARTH), WGS84_EARTH))
    pole = norm(gravity_E(place_E(Geodetic(0.5 * math.pi, 0.0, 0.0), WGS84_EARTH), WGS84_EARTH))
    assert equator == pytest.approx(9.7803253359, abs=4.5e-5)
    assert pole == pytest.approx(9.8321849379, abs=1.2e-4)


def test_a_sphere_pulls_to_its_centre_by_the_inverse_square():
    """GM/r^2, twice as far a quarter; no centrifugal part where nothing turns."""
    p = Vec3(3e6, -4e6, 5e6)
    pull = gravitation_E(p, STILL_EARTH)
    assert norm(pull) == pytest.approx(3.986004418e14 / 5e13, rel=1e-14)
    assert norm(cross(pull, p)) < 1e-15 * norm(pull) * norm(p)
    assert norm(gravitation_E(p * 2.0, STILL_EARTH)) == pytest.approx(0.25 * norm(pull), rel=1e-14)
    assert gravity_E(p, STILL_EARTH) == pull


def test_the_flattened_field_has_a_potential():
    """Its curl vanishes: central differences over 100 m, whose error is 1e-10 of g over the radius."""
    p, h = Vec3(4e6, 3e6, 4.1e6), 100.0
    e = (Vec3(h, 0.0, 0.0), Vec3(0.0, h, 0.0), Vec3(0.0, 0.0, h))
    slope = [(gravitation_E(p + d, WGS84_EARTH) - gravitation_E(p - d, WGS84_EARTH)) / (2.0 * h) for d in e]
    curl = (slope[1].z - slope[2].y, slope[2].x - slope[0].z, slope[0].y - slope[1].x)
    assert curl == pytest.approx((0.0, 0.0, 0.0), abs=1e-10 * 9.8 / 100.0)


def test_gravity_stands_on_the_ellipsoid():
    """At 45 degrees the plumb line lies within J4's share, 1e-5 rad, of the ellipsoid's normal."""
    place = Geodetic(0.25 * math.pi, 0.5, 0.0)
    down = rotate(local_axes(place), Vec3(0.0, 0.0, 1.0))
    g = gravity_E(place_E(place, WGS84_EARTH), WGS84_EARTH)
    assert norm(cross(g, down)) < 1e-5 * norm(g)


def test_local_axes_point_north_east_and_down():
    """At 0 N 0 E north is z, east is y, down is -x."""
    q = local_axes(Geodetic(0.0, 0.0, 0.0))
    assert rotate(q, Vec3(1.0, 0.0, 0.0)) == pytest.approx((0.0, 0.0, 1.0), abs=1e-15)
    assert rotate(q, Vec3(0.0, 1.0, 0.0)) == pytest.approx((0.0, 1.0, 0.0), abs=1e-15)
    assert rotate(q, Vec3(0.0, 0.0, 1.0)) == pytest.approx((-1.0, 0.0, 0.0), abs=1e-15)


def test_geopotential_height_is_the_printed_one():
    """9144 m are 9130.9 m and 20 000 m are 19 937 m to the printed metre [USStandard1976, table 1]."""
    assert geopotential_height(20000.0) == pytest.approx(19937.0, abs=0.5)
    assert geopotential_height(9144.0) == pytest.approx(9130.87, abs=0.01)
