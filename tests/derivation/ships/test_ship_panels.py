"""The three-dimensional panel method, where Capytaine is installed."""

import warnings

import numpy as np
import pytest

from flattop.derivation.ships.forces import radiation_force
from flattop.derivation.ships.hull import wigley_sections
from flattop.derivation.ships.mesh import hull_mesh, hydrostatics
from flattop.derivation.ships.strip import strip_potentials
from flattop.quantities.constants import STANDARD_GRAVITY


def test_strip_theory_is_near_the_panel_method():
    """At w sqrt(L/g) of 4 heave added mass and damping differ by less than 8 % on a hull ten times as long as broad."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pytest.importorskip("capytaine")
        from flattop.derivation.ships.panels import panel_potentials

        mesh = hull_mesh(wigley_sections(3.0, 0.3, 0.1875, 0.0), 3.0, 24, 8)
        frequency = 4.0 * np.sqrt(STANDARD_GRAVITY / 3.0)
        force = [
            radiation_force(mesh, method(mesh, np.array([frequency]))[0], frequency, 0.0, 1000.0)[2, 2]
            for method in (strip_potentials, panel_potentials)
        ]
    mass = 1000 * hydrostatics(mesh).volume * frequency**2
    assert force[0].real / mass == pytest.approx(force[1].real / mass, rel=0.08)
    assert force[0].imag / mass == pytest.approx(force[1].imag / mass, rel=0.08)
