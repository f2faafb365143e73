"""Speed terms, symmetry and the wave: identities that hold for any hull."""

import numpy as np
import pytest

from flattop.derivation.ships.forces import PARITY, Wave, excitation_force, radiation_force
from flattop.derivation.ships.hull import parametric_sections, published_form, wigley_sections
from flattop.derivation.ships.mesh import hull_mesh
from flattop.derivation.ships.strip import strip_potentials
from flattop.quantities.constants import STANDARD_GRAVITY

FREQUENCY, SPEED = 3.5, 1.6
WIGLEY = hull_mesh(wigley_sections(3.0, 0.3, 0.1875, 0.0), 3.0, 24, 8)
FORM = published_form(3.0, 0.42, 0.11, 0.55)
SHIP = hull_mesh(parametric_sections(FORM), 3.0, 24, 8)


@pytest.fixture(scope="module")
def psi():
    """Potentials of the two hulls at one frequency."""
    return {id(mesh): strip_potentials(mesh, np.array([FREQUENCY]))[0] for mesh in (WIGLEY, SHIP)}


def test_encounter_is_faster_in_head_seas():
    """w_e = w + w^2 U/g ahead, w - w^2 U/g astern and negative where the ship overtakes the wave."""
    assert Wave(0.6, np.pi).encounter(10.0) == pytest.approx(0.6 + 0.36 * 10 / STANDARD_GRAVITY)
    assert Wave(0.6, 0.0).encounter(10.0) == pytest.approx(0.6 - 0.36 * 10 / STANDARD_GRAVITY)
    assert Wave(1.2, 0.0).encounter(10.0) < 0


def test_wave_has_unit_elevation_and_goes_where_it_should():
    """Elevation -(i w/g) phi is one at the reference point, and lags to port in waves that travel to port."""
    wave = Wave(0.7, np.pi / 2)
    elevation = -1j * wave.frequency / STANDARD_GRAVITY * wave.potential(np.array([[0.0, 0, 0], [0.0, 1, 0]]))
    assert elevation[0] == pytest.approx(1.0)
    assert elevation[1] == pytest.approx(np.exp(-1j * wave.number))


def test_wave_velocity_is_the_gradient():
    """Velocity equals central differences of the potential, step 1e-4 m, error k^3 step^2/6."""
    wave, point = Wave(2.0, 2.2), np.array([0.3, 0.2, -0.4])
    step = 1e-4 * np.eye(3)
    difference = (wave.potential(point + step) - wave.potential(point - step)) / 2e-4
    assert np.allclose(wave.velocity(point), difference, atol=1e-7)


@pytest.mark.parametrize("mesh", [WIGLEY, SHIP], ids=["wigley", "ship"])
def test_radiation_at_rest_is_symmetric_and_damped(psi, mesh):
    """Without speed F_jk = F_kj (collocation error 4 % of the geometric mean), and every motion gives energy away."""
    force = radiation_force(mesh, psi[id(mesh)], FREQUENCY, 0.0, 1000.0)
    size = np.sqrt(np.abs(np.outer(np.diag(force), np.diag(force))))
    assert np.max(np.abs(force - force.T) / size) < 0.04
    assert np.all(np.diag(force).imag < 0)


def test_port_and_starboard_motions_do_not_mix(psi):
    """Symmetric and antisymmetric motions exert nothing on each other, exactly."""
    force = radiation_force(SHIP, psi[id(SHIP)], FREQUENCY, SPEED, 1000.0)
    assert np.all(force[np.outer(PARITY, PARITY) < 0] == 0)


def test_speed_terms_are_those_of_the_book(psi):
    """For a pointed stern F35 and F55 change by -i w U F33/(w^2) and U^2 F33/w^2 [Salvesen1970, table 1], exactly."""
    rest = radiation_force(WIGLEY, psi[id(WIGLEY)], FREQUENCY, 0.0, 1000.0)
    moving = radiation_force(WIGLEY, psi[id(WIGLEY)], FREQUENCY, SPEED, 1000.0)
    turn, square = -1j * SPEED / FREQUENCY * rest[2, 2], (SPEED / FREQUENCY) ** 2 * rest[2, 2]
    stern = 0.02 * abs(turn)  # of the last row of panels, which is not quite pointed
    assert abs(moving[2, 4] - rest[2, 4] - turn) < stern
    assert abs(moving[4, 2] - rest[4, 2] + turn) < 2 * stern
    assert abs(moving[4, 4] - rest[4, 4] - square) < 2 * stern * SPEED / FREQUENCY


def test_negative_frequency_is_the_conjugate(psi):
    """A ship that overtakes waves sees time run backwards: F(-w) = conj F(w) with the conjugate potentials, exactly."""
    known = psi[id(SHIP)]
    ahead = radiation_force(SHIP, known, FREQUENCY, SPEED, 1000.0)
    back = radiation_force(SHIP, np.conj(known), -FREQUENCY, SPEED, 1000.0)
    assert np.allclose(back, np.conj(ahead), rtol=1e-12, atol=1e-9 * np.max(np.abs(ahead)))


def test_waves_along_the_ship_push_only_lengthwise(psi):
    """Head and following seas exert no sway, roll or yaw force, to round-off."""
    for heading in (0.0, np.pi):
        force = excitation_force(SHIP, psi[id(SHIP)], Wave(3.0, heading), FREQUENCY, SPEED, 1000.0)
        assert np.all(np.abs(force[PARITY < 0]) < 1e-9 * np.max(np.abs(force)))


def test_long_waves_lift_by_buoyancy():
    """In waves of 60 lengths heave force tends to rho g Awp; left out: order k T, k^2 L^2/24, and added mass."""
    wave = Wave(np.sqrt(STANDARD_GRAVITY * 2 * np.pi / 180.0), np.pi)
    psi = strip_potentials(WIGLEY, np.array([wave.frequency]))[0]
    force = excitation_force(WIGLEY, psi, wave, wave.frequency, 0.0, 1000.0)
    area = 2 * np.trapezoid(WIGLEY.node[:, -1, 1], WIGLEY.node[:, -1, 0])
    assert force[2] / (1000 * STANDARD_GRAVITY * area) == pytest.approx(1.0, abs=0.03)
