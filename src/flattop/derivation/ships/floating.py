"""A ship afloat, made from its particulars: hull, loading, roll inertia and damping, and its motion (Newman1977)."""

from typing import NamedTuple

import numpy as np

from flattop.derivation.ships.body import FloatingBody, Loading, inertia, stiffness
from flattop.derivation.ships.forces import Wave
from flattop.derivation.ships.hull import HullForm, parametric_sections, root_or_nearest
from flattop.derivation.ships.hydrodynamics import Hydrodynamics, encounters, hydrodynamics
from flattop.derivation.ships.mesh import Hydrostatics, hull_mesh, hydrostatics
from flattop.derivation.ships.particulars import SEA_WATER_DENSITY, Particulars
from flattop.derivation.ships.radiation import Radiation, added_mass
from flattop.derivation.ships.segments import Array, Complex
from flattop.quantities.constants import STANDARD_GRAVITY

PITCH_GYRADIUS = 0.25
"""Radius of gyration in pitch and yaw over length (usual for surface ships [Journee2001, ch. 6])."""
WATERPLANE_RANGE = 0.05
"""Half the range of the waterplane coefficient about its usual value (estimate)."""
STATION_FREQUENCY = 2 * np.pi / 80
"""Frequency of encounter below which helmsman and engine, not the waves, place the ship, rad/s (estimate)."""
HELD = [0, 1, 5]
"""Surge, sway and yaw, which nothing else holds."""


class FloatingShip(NamedTuple):
    """A ship ready to be excited."""

    form: HullForm
    loading: Loading
    water: Hydrodynamics
    body: FloatingBody

    def response(self, waves: list[Wave], speed: float) -> Complex:
        """Complex amplitudes (n, 6) of motion per unit wave amplitude, m/m and rad/m."""
        frequency = encounters(waves, speed)
        motion = self.body.motion(frequency, *self.water.forces(waves, speed))
        motion[:, HELD] *= wave_share(frequency)[:, None]
        return motion


def wave_share(frequency: Array) -> Array:
    """Share w^4/(w^4 + w_s^4) of slow surge, sway and yaw left to the waves (own choice, docs/theory/ship-response)."""
    return frequency**4 / (frequency**4 + STATION_FREQUENCY**4)


def floating_ship(known: Particulars) -> FloatingShip:
    """A ship with the displacement, metacentric height, roll period and roll damping of its particulars."""
    form = balanced_form(known.form, known.gravity_height + known.metacentric_height)
    still = form_hydrostatics(form)
    water = hydrodynamics(parametric_sections(form), form.length, SEA_WATER_DENSITY)
    thin = Loading(
        density=SEA_WATER_DENSITY,
        gravity_z=still.metacentre_z - known.metacentric_height,
        metacentric_height=known.metacentric_height,
        roll_gyradius=0.0,
        pitch_gyradius=PITCH_GYRADIUS * form.length,
    )
    loading = thin._replace(roll_gyradius=roll_gyradius(water.radiation, inertia(still, thin), known))
    return FloatingShip(form, loading, water, floating_body(still, loading, known))


def floating_body(still: Hydrostatics, loading: Loading, known: Particulars) -> FloatingBody:
    """Mass, damping and stiffness; the damping is that of roll which the water's potential flow lacks."""
    mass, spring, damping = inertia(still, loading), stiffness(still, loading), np.zeros((6, 6))
    damping[3, 3] = 2 * known.roll_damping * spring[3, 3] / (2 * np.pi / known.roll_period)
    return FloatingBody(mass, damping, spring)


def roll_gyradius(waves: Radiation, thin: Array, known: Particulars) -> float:
    """Radius of gyration in roll that gives the ship its published roll period with sway and yaw free, m.

        1/[(M + A)^-1]_44 = C_44/w_4^2,  where only I_44 of M is unknown    (own derivation, docs/theory/ship-response)
    thin: mass matrix (6, 6) of the ship with no such radius.
    """
    w = 2 * np.pi / known.roll_period
    total = thin + added_mass(waves, w, SEA_WATER_DENSITY)
    relief = total[3, [1, 5]] @ np.linalg.solve(total[np.ix_([1, 5], [1, 5])], total[[1, 5], 3])
    weight = thin[0, 0] * STANDARD_GRAVITY
    return float(np.sqrt((weight * known.metacentric_height / w**2 - total[3, 3] + relief) / thin[0, 0]))


def balanced_form(form: HullForm, metacentre_height: float) -> HullForm:
    """The form with the waterplane that puts the metacentre at a height over the keel, as far as its range allows.

    What remains is taken up by the centre of gravity, so that long waves roll the ship with their slope.
    """

    def excess(waterplane: float) -> float:
        return form_hydrostatics(form._replace(waterplane=waterplane)).metacentre_z + form.draught - metacentre_height

    low, high = form.waterplane - WATERPLANE_RANGE, form.waterplane + WATERPLANE_RANGE
    return form._replace(waterplane=root_or_nearest(excess, low, high))


def form_hydrostatics(form: HullForm) -> Hydrostatics:
    """Hydrostatics of a parametric hull."""
    return hydrostatics(hull_mesh(parametric_sections(form), form.length))
