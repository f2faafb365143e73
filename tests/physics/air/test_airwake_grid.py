"""The gridded airwake between its points."""

import numpy as np
import pytest

from flattop.physics.air.airwake import WakeTurbulence, gridded
from flattop.quantities.vectors import Vec3

STILL = WakeTurbulence(0.0, 0.0, 0.0)


def linear_grid():
    """Disturbance linear in place, which trilinear interpolation meets exactly: u = x, v = y, w = z; rms 0.5."""
    x, y, z = np.meshgrid(np.arange(3.0), np.arange(4.0), np.arange(5.0), indexing="ij")
    return np.stack([x, y, z, np.full_like(x, 0.5)], axis=-1), np.array([-10.0, 0.0, -30.0]), np.array([5.0, 2.0, 1.0])


def test_linear_fields_are_met_between_the_points():
    """Trilinear interpolation of a linear field is exact but for rounding; speeds scale with the wind."""
    values, origin, spacing = linear_grid()
    found = gridded(Vec3(-7.5, 3.0, -27.75), 2.0, STILL, values, origin, spacing)
    assert found == pytest.approx((2.0 * 0.5, 2.0 * 1.5, 2.0 * 2.25), rel=1e-14)


def test_turbulence_is_scaled_by_the_grid():
    """The wake's memory of unit variance takes the grid's rms, on top of the mean."""
    values, origin, spacing = linear_grid()
    found = gridded(Vec3(-10.0, 0.0, -30.0), 10.0, WakeTurbulence(1.0, -1.0, 2.0), values, origin, spacing)
    assert found == pytest.approx((5.0, -5.0, 10.0), rel=1e-14)


@pytest.mark.parametrize("place", [(-10.1, 1.0, -29.0), (0.1, 1.0, -29.0), (-8.0, 6.1, -29.0), (-8.0, 1.0, -25.9)])
def test_outside_the_grid_the_air_is_undisturbed(place):
    """Nothing is added beyond the outermost points."""
    values, origin, spacing = linear_grid()
    assert gridded(Vec3(*place), 10.0, STILL, values, origin, spacing) == (0.0, 0.0, 0.0)


def test_the_last_point_belongs_to_the_grid():
    """The far corner gives its own value."""
    values, origin, spacing = linear_grid()
    assert gridded(Vec3(0.0, 6.0, -26.0), 1.0, STILL, values, origin, spacing) == pytest.approx((2.0, 3.0, 4.0))
