"""A ship afloat: balance, natural roll period, stiffness and the joining of the two theories."""

import numpy as np
import pytest

from flattop.derivation.ships.body import FloatingBody, Loading, inertia, stiffness
from flattop.derivation.ships.floating import balanced_form, form_hydrostatics, roll_gyradius, wave_share
from flattop.derivation.ships.forces import Wave
from flattop.derivation.ships.hull import parametric_sections, published_form
from flattop.derivation.ships.hydrodynamics import SLOWEST, encounters, slender_share
from flattop.derivation.ships.mesh import Hydrostatics, hull_mesh
from flattop.derivation.ships.particulars import SEA_WATER_DENSITY, Particulars
from flattop.derivation.ships.radiation import added_mass, radiation
from flattop.quantities.constants import STANDARD_GRAVITY

FORM = published_form(200.0, 28.0, 7.0, 0.58)
KNOWN = Particulars("model", FORM, 2.0, 12.0, 15.0, 0.07, 10.0)
BOX = Hydrostatics(1000.0, 0.0, -2.5, 200.0, 0.0, 200 * 400 / 12, 200 * 100 / 12)


def test_balanced_form_has_its_metacentre():
    """Within the waterplane's range the metacentre comes out where asked, to the millimetre of the root search."""
    wanted = form_hydrostatics(FORM).metacentre_z + FORM.draught + 0.4
    balanced = balanced_form(FORM, wanted)
    assert form_hydrostatics(balanced).metacentre_z + FORM.draught == pytest.approx(wanted, abs=1e-3)


def test_balance_stops_at_the_end_of_its_range():
    """A metacentre out of reach leaves the waterplane at the end of its range."""
    assert balanced_form(FORM, 30.0).waterplane == pytest.approx(FORM.waterplane + 0.05)


def test_box_floats_as_the_book_says():
    """C33 = rho g Awp, C44 = rho g V GM, C55 = rho g V GM_L for a box (exact)."""
    c = stiffness(BOX, Loading(1000.0, -1.0, BOX.metacentre_z + 1.0, 3.0, 5.0))
    weight = 1000 * STANDARD_GRAVITY
    assert c[2, 2] == pytest.approx(weight * 200)
    assert c[3, 3] == pytest.approx(weight * 1000 * (-2.5 + 100 / 60 + 1.0))
    assert c[4, 4] == pytest.approx(weight * 1000 * (-2.5 + 400 / 60 + 1.0))


def test_mass_matrix_is_symmetric_and_positive():
    """Kinetic energy of any motion is positive."""
    mass = inertia(BOX._replace(buoyancy_x=-3.0), Loading(1000.0, 2.0, 1.0, 3.0, 5.0))
    assert np.array_equal(mass, mass.T)
    assert np.all(np.linalg.eigvalsh(mass) > 0)


def test_ship_rolls_with_its_period():
    """With sway and yaw free and no damping the ship resonates in roll at the published period, exactly."""
    mesh = hull_mesh(parametric_sections(FORM), FORM.length, 16, 8)
    waves = radiation(mesh, count=20)
    loading = Loading(SEA_WATER_DENSITY, 5.0, KNOWN.metacentric_height, 0.0, 50.0)
    still = form_hydrostatics(FORM)
    radius = roll_gyradius(waves, inertia(still, loading), KNOWN)
    w = 2 * np.pi / KNOWN.roll_period
    total = inertia(still, loading._replace(roll_gyradius=radius)) + added_mass(waves, w, SEA_WATER_DENSITY)
    system = stiffness(still, loading) - w**2 * total
    lateral = system[np.ix_([1, 3, 5], [1, 3, 5])]
    assert abs(np.linalg.det(lateral)) < 1e-9 * np.prod(np.abs(np.diag(w**2 * total))[[1, 3, 5]])
    assert 0.3 < radius / FORM.breadth < 0.45


def test_oscillator_answers_as_it_should():
    """One free mass: static deflection when slow, F/(i w B) at resonance, -F/(w^2 M) when fast."""
    body = FloatingBody(2.0 * np.eye(6), 0.1 * np.eye(6), 8.0 * np.eye(6))
    frequency = np.array([1e-3, 2.0, 1e3])
    force = np.ones((3, 6), complex)
    answer = body.motion(frequency, np.zeros((3, 6, 6), complex), force)[:, 2]
    assert answer[0] == pytest.approx(1 / 8, rel=1e-4)
    assert answer[1] == pytest.approx(1 / (2.0j * 0.1))
    assert answer[2] == pytest.approx(-1 / 2e6, rel=1e-3)


def test_slow_surge_is_left_to_the_helmsman():
    """The share of the waves is one half at the station's frequency and symmetric in its sign."""
    share = wave_share(np.array([-0.5, 2 * np.pi / 80, 0.5]))
    assert share[1] == pytest.approx(0.5)
    assert share[0] == share[2] > 0.99


def test_encounters_keep_off_zero_with_their_sign():
    """A wave as fast as the ship is met at the least frequency, overtaken ones at the negative of it."""
    speed = 10.0
    riding = STANDARD_GRAVITY / speed
    waves = [Wave(0.99 * riding, 0.0), Wave(1.01 * riding, 0.0), Wave(0.5, np.pi)]
    met = encounters(waves, speed)
    assert met[0] == pytest.approx(SLOWEST) or met[0] > 0
    assert met[1] < 0
    assert np.all(np.abs(met) >= SLOWEST)


def test_theories_join_smoothly():
    """The share of slender theory runs from 0 to 1 without a step."""
    brard = np.linspace(-1, 1, 401)
    share = slender_share(brard, (0.25, 0.5))
    assert share[0] == 0
    assert share[-1] == 1
    assert np.max(np.diff(share)) < 0.05  # steepest slope 1.5/0.25 times the spacing 0.005
