"""Hull forms: the coefficients asked for, exact Wigley volume, and closed meshes."""

import numpy as np
import pytest

from flattop.derivation.ships.hull import (
    curve_exponents,
    parametric_sections,
    published_form,
    superelliptic_area,
    superelliptic_exponent,
    wigley_sections,
)
from flattop.derivation.ships.mesh import even_mesh, hull_mesh, hydrostatics

WIGLEY_III_VOLUME = 0.3 * 1.5 * 2 * (1 - 0.8 / 3 - 0.2 / 5) * 0.1875 * 2 / 3
"""Integral of (1 - Z^2)(1 - X^2)(1 + 0.2 X^2) over the hull, m3; Journee1992 prints 0.0780."""


def test_wigley_volume_converges_to_the_integral():
    """Chords cut the hull by an area that falls with the square of the spacing, so twice the panels leave a quarter."""
    sections = wigley_sections(3.0, 0.3, 0.1875, blunt=0.0)
    coarse, fine = (hydrostatics(hull_mesh(sections, 3.0, 2 * n, n)).volume / WIGLEY_III_VOLUME - 1 for n in (10, 20))
    assert fine == pytest.approx(coarse / 4, rel=0.1)  # next order of the error: 1/10^2, and points on a polyline
    assert abs(fine) < 2e-3
    assert pytest.approx(0.0780, abs=5e-5) == WIGLEY_III_VOLUME


def test_blunt_wigley_hulls_displace_more():
    """The extra term of hulls I and II brings the printed 0.0946 m3 (four figures, and 0.2 % for the mesh)."""
    volume = hydrostatics(hull_mesh(wigley_sections(3.0, 0.3, 0.1875, blunt=1.0), 3.0, 60, 40)).volume
    assert volume == pytest.approx(0.0946, rel=3e-3)


def test_superellipse_has_the_area_asked_for():
    """Exponent 1 is a triangle, 2 an ellipse; the inverse returns to the exponent."""
    assert superelliptic_area(1.0) == pytest.approx(0.5)
    assert superelliptic_area(2.0) == pytest.approx(np.pi / 4)
    assert superelliptic_exponent(superelliptic_area(3.3)) == pytest.approx(3.3)


def test_curve_has_the_mean_and_centroid_asked_for():
    """The power-law curve, integrated numerically, gives back its two coefficients (trapezoid over 4001 points)."""
    fore, aft = curve_exponents(0.78, -0.09, 0.55)
    x = np.linspace(-1, 1, 4001)
    curve = 1 - np.where(x >= 0, 1.0, 1 - 0.55) * np.abs(x) ** np.where(x >= 0, fore, aft)
    assert np.trapezoid(curve, x) / 2 == pytest.approx(0.78, abs=1e-5)
    assert np.trapezoid(x * curve, x) / np.trapezoid(curve, x) == pytest.approx(-0.09, abs=1e-5)


@pytest.mark.parametrize("block", [0.50, 0.57, 0.64])
def test_parametric_hull_meets_its_form(block):
    """Volume, waterplane and both centres come out of the mesh within its 0.4 % of chords."""
    form = published_form(200.0, 29.0, 7.0, block)
    found = hydrostatics(hull_mesh(parametric_sections(form), form.length))
    assert found.volume == pytest.approx(form.volume, rel=4e-3)
    assert found.waterplane == pytest.approx(form.waterplane * 200.0 * 29.0, rel=2e-3)
    assert found.buoyancy_x / form.length == pytest.approx(form.buoyancy_x / form.length, abs=1e-3)
    assert found.waterplane_x / found.waterplane / form.length == pytest.approx(
        form.flotation_x / form.length, abs=1e-3
    )


@pytest.mark.parametrize("mesh", [hull_mesh, even_mesh])
def test_normals_close_the_hull(mesh):
    """The downward areas of the panels sum to the waterplane, whatever the hull, by the divergence theorem."""
    form = published_form(238.0, 30.0, 7.1, 0.50)
    hull = mesh(parametric_sections(form), form.length)
    assert 2 * np.sum(hull.area_vector[..., 2]) == pytest.approx(-hydrostatics(hull).waterplane, rel=1e-12)
    assert np.all(hull.area_vector[..., 1] >= 0)
