"""The flight deck: outline, ramp, round-down, island, and the coordinates of an angled strip."""

import math

import pytest

from flattop.physics.ship.deck import (
    NO_SURFACE,
    deck_surface,
    is_in_island,
    is_over_deck,
    strip_coordinates,
    surface_normal,
)
from flattop.quantities.vectors import dot, norm

RAMP, RAMP_LENGTH = math.radians(12.0), 50.0


@pytest.mark.parametrize(
    ("x", "y", "inside"),
    [
        (0.0, 0.0, True),
        (-100.0, 15.0, True),
        (-100.1, 0.0, False),
        (100.1, 0.0, False),
        (0.0, -15.1, False),
        (0.0, 15.1, False),
        (100.0, -10.0, True),  # the taper takes 20 m times 0.25 off the port side
        (100.0, -10.1, False),
        (100.0, 5.0, True),  # and 20 m times 0.5 off the starboard side
        (100.0, 5.1, False),
    ],
)
def test_the_outline(ship_deck, x, y, inside):
    """A rectangle with a straight taper to the bow, edges included; no surface outside."""
    assert is_over_deck(x, y, ship_deck) is inside
    assert (deck_surface(x, y, ship_deck).down == NO_SURFACE) is not inside


def test_the_flat_part(ship_deck):
    """Amidships the deck is level at its height."""
    surface = deck_surface(0.0, 5.0, ship_deck)
    assert (surface.down, surface.slope) == (-16.0, 0.0)


def test_the_lip_of_the_ramp(ship_deck):
    """The arc of R = L/sin a: height R (1 - cos a) and angle a at the lip, to 2 mm and 0.02 degrees as stated."""
    radius, lip = RAMP_LENGTH / math.sin(RAMP), deck_surface(100.0, -5.0, ship_deck)
    assert -lip.down - 16.0 == pytest.approx(radius * (1.0 - math.cos(RAMP)), abs=0.002)
    assert math.atan(lip.slope) == pytest.approx(RAMP, abs=math.radians(0.02))


def test_the_ramp_is_the_circle_all_along(ship_deck):
    """Within 2 mm of R - sqrt(R2 - d2) over its length: the series' next term is d6/(16 R5)."""
    radius = RAMP_LENGTH / math.sin(RAMP)
    for d in range(0, 51, 5):
        rise = -deck_surface(50.0 + d, -5.0, ship_deck).down - 16.0
        assert rise == pytest.approx(radius - math.sqrt(radius**2 - d * d), abs=0.002)


def test_the_slope_is_that_of_the_surface(ship_deck):
    """Central differences of 1 cm; the ramp's third derivative is 3 k2 x/R, so their error is below 1e-7."""
    for x in (55.0, 70.0, 95.0, -98.0, -99.5):
        ahead, aft = (deck_surface(x + d, -5.0, ship_deck).down for d in (0.01, -0.01))
        assert deck_surface(x, -5.0, ship_deck).slope == pytest.approx((aft - ahead) / 0.02, abs=1e-6)


def test_the_ramp_is_continuous_and_only_on_its_side(ship_deck):
    """It begins level with the deck; starboard of it the deck goes on flat."""
    assert deck_surface(50.0 + 1e-6, -5.0, ship_deck).down == pytest.approx(-16.0, abs=1e-12)
    assert deck_surface(95.0, 1.0, ship_deck).down == -16.0


def test_the_round_down_drops_towards_the_stern(ship_deck):
    """A parabola of 3 m radius over the last 3 m: 1.5 m down at the edge, sloping up towards the bow."""
    edge = deck_surface(-100.0, 0.0, ship_deck)
    assert edge.down == pytest.approx(-16.0 + 1.5)
    assert edge.slope == pytest.approx(1.0)
    assert deck_surface(-97.0, 0.0, ship_deck).down == -16.0


def test_the_normal_points_out_of_the_deck():
    """Unit length, upwards, square to the surface: where the deck rises to the bow it leans aft."""
    for slope in (-0.5, 0.0, 0.2126):
        n = surface_normal(slope)
        assert norm(n) == pytest.approx(1.0, rel=1e-15)
        assert n.z < 0.0
        assert dot(n, n._replace(x=1.0, y=0.0, z=-slope)) == pytest.approx(0.0, abs=1e-16)
    assert surface_normal(0.2).x < 0.0


@pytest.mark.parametrize(
    ("x", "y", "height", "inside"),
    [(0.0, 10.0, 5.0, True), (0.0, 7.9, 5.0, False), (0.0, 10.0, 20.1, False), (41.0, 10.0, 5.0, False)],
)
def test_the_island_is_a_box(ship_deck, x, y, height, inside):
    """Between its ends and sides and below its top."""
    assert is_in_island(x, y, -16.0 - height, ship_deck) is inside


def test_strip_coordinates_turn_with_the_strip(ship_deck):
    """A strip that heads 0.1 rad to port: ahead along it goes to port, and aside is to starboard of its centre line."""
    c, s = math.cos(0.1), math.sin(0.1)
    assert strip_coordinates(-60.0 + 50.0 * c, -5.0 - 50.0 * s, ship_deck) == pytest.approx((50.0, 0.0), abs=1e-12)
    assert strip_coordinates(-60.0 + 3.0 * s, -5.0 + 3.0 * c, ship_deck) == pytest.approx((0.0, 3.0), abs=1e-12)
