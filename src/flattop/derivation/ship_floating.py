"""A ship afloat, made from its particulars: hull, loading, roll inertia and damping, and its motion in a regular wave (Newman1977)."""

from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq

from flattop.derivation.ship_body import Loading, inertia, motion, stiffness
from flattop.derivation.ship_forces import STANDARD_GRAVITY, Wave, excitation_force, radiation_force
from flattop.derivation.ship_hull import Array, HullForm, parametric_sections
from flattop.derivation.ship_mesh import HullMesh, hull_mesh, hydrostatics
from flattop.derivation.ship_particulars import SEA_WATER_DENSITY, YAW_GYRADIUS, Particulars
from flattop.derivation.ship_radiation import Method, Radiation, added_mass, radiation
from flattop.derivation.ship_section import Complex
from flattop.derivation.ship_strip import strip_potentials

STATION_FREQUENCY = 2 * np.pi / 100
"""Natural frequency of surge, sway and yaw as helmsman and engine hold the ship, rad/s (estimate)."""
STATION_DAMPING = 0.5
"""Fraction of critical of that holding (estimate)."""
STANDSTILL = 1e-4
"""Least frequency of encounter, rad/s: below it the ship rides on the wave and is taken to move as it does here."""
WATERPLANE_RANGE = 0.05
"""Half the range of the waterplane coefficient about its usual value (estimate)."""


class FloatingShip(NamedTuple):
    """A ship ready to be excited: what it was made of, its radiation, and mass, damping and stiffness (6, 6)."""

    form: HullForm
    loading: Loading
    radiation: Radiation
    mass: Array
    damping: Array
    spring: Array

    def response(self, wave: Wave, speed: float) -> Complex:
        """Complex amplitude (6,) of motion per unit wave amplitude, m/m and rad/m."""
        mesh, encounter = self.radiation.mesh, wave.encounter(speed)
        w = encounter if abs(encounter) > STANDSTILL else STANDSTILL
        psi = self.radiation.at(w)
        added = radiation_force(mesh, psi, w, speed, self.loading.density)
        force = excitation_force(mesh, psi, wave, w, speed, self.loading.density)
        return motion(w, self.mass, self.damping, self.spring, added, force)


def floating_ship(known: Particulars, method: Method = strip_potentials) -> FloatingShip:
    """A ship with the displacement, metacentric height, roll period and roll damping of its particulars."""
    form = balanced_form(known)
    mesh = form_mesh(form)
    water, waves = hydrostatics(mesh), radiation(mesh, method)
    thin = Loading(
        density=SEA_WATER_DENSITY,
        gravity_z=water.metacentre_z - known.metacentric_height,
        metacentric_height=known.metacentric_height,
        roll_gyradius=0.0,
        pitch_gyradius=YAW_GYRADIUS * form.length,
    )
    loading = thin._replace(roll_gyradius=roll_gyradius(waves, inertia(water, thin), known))
    mass, spring = inertia(water, loading), stiffness(water, loading)
    damping = np.zeros((6, 6))
    damping[3, 3] = 2 * known.roll_damping * spring[3, 3] / (2 * np.pi / known.roll_period)
    for j in (0, 1, 5):
        spring[j, j] = STATION_FREQUENCY**2 * mass[j, j]
        damping[j, j] = 2 * STATION_DAMPING * STATION_FREQUENCY * mass[j, j]
    return FloatingShip(form, loading, waves, mass, damping, spring)


def form_mesh(form: HullForm) -> HullMesh:
    """Mesh of a parametric hull."""
    return hull_mesh(parametric_sections(form), form.length)


def roll_gyradius(waves: Radiation, thin: Array, known: Particulars) -> float:
    """Radius of gyration in roll that gives the ship its published roll period with sway and yaw free, m.

        1/[(M + A)^-1]_44 = C_44/w_4^2,  where only I_44 of M is unknown       (own derivation, docs/theory/ship-response)
    thin: mass matrix (6, 6) of the ship with no such radius.
    """
    w = 2 * np.pi / known.roll_period
    total = thin + added_mass(waves, w, SEA_WATER_DENSITY)
    relief = total[3, [1, 5]] @ np.linalg.solve(total[np.ix_([1, 5], [1, 5])], total[[1, 5], 3])
    weight = thin[0, 0] * STANDARD_GRAVITY
    return float(np.sqrt((weight * known.metacentric_height / w**2 - total[3, 3] + relief) / thin[0, 0]))


def balanced_form(known: Particulars) -> HullForm:
    """The hull form with the waterplane that puts the metacentre at its published height, as far as its range allows.

    What remains is taken up by the centre of gravity, so that long waves roll the ship with their slope.
    """

    def excess(waterplane: float) -> float:
        height = hydrostatics(form_mesh(known.form._replace(waterplane=waterplane))).metacentre_z + known.form.draught
        return height - known.gravity_height - known.metacentric_height

    low, high = known.form.waterplane - WATERPLANE_RANGE, known.form.waterplane + WATERPLANE_RANGE
    if excess(low) > 0 or excess(high) < 0:
        return known.form._replace(waterplane=low if excess(low) > 0 else high)
    return known.form._replace(waterplane=float(brentq(excess, low, high, xtol=1e-4)))  # pyright: ignore
