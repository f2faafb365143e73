"""Response operators of a ship in regular waves, made from its published dimensions and stored beside it (Salvesen1970).

Make a ship's file again with  python -m flattop.derivation.ship_response izumo
"""

import argparse
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import numpy as np
import xarray as xr
from scipy.interpolate import CubicSpline

from flattop.derivation.ship_body import Loading, inertia, motion, stiffness
from flattop.derivation.ship_forces import STANDARD_GRAVITY, Wave, excitation_force, radiation_force
from flattop.derivation.ship_hull import Array, parametric_sections
from flattop.derivation.ship_mesh import HullMesh, hull_mesh, hydrostatics
from flattop.derivation.ship_particulars import SEA_WATER_DENSITY, YAW_GYRADIUS, Particulars, particulars
from flattop.derivation.ship_section import Complex
from flattop.derivation.ship_strip import strip_potentials

DATA = Path(__file__).parents[1] / "catalogue" / "data" / "ships"
DOF = ["surge", "sway", "heave", "roll", "pitch", "yaw"]
HEADINGS = np.radians(np.arange(0, 181, 15))
FREQUENCIES = np.concatenate([np.arange(0.20, 0.80, 0.02), np.arange(0.80, 2.01, 0.05)])
SPEED_STEP = 5 * 1852 / 3600
STATION_KEEPING = 2 * np.pi / 100
"""Natural frequency of surge, sway and yaw held by helmsman and engine, rad/s (estimate)."""
STATION_DAMPING = 0.5
"""Fraction of critical of that holding (estimate)."""


class Radiation(NamedTuple):
    """Radiation potentials of a hull against frequency of encounter."""

    mesh: HullMesh
    spline: CubicSpline  # over ln frequency
    low: float  # rad/s
    high: float  # rad/s

    def at(self, frequency: float) -> Complex:
        """Potentials (6, rows, columns) at a signed frequency of encounter; held beyond the computed range."""
        potential = self.spline(np.log(np.clip(abs(frequency), self.low, self.high)))
        return potential if frequency >= 0 else np.conj(potential)


Potentials = Callable[[HullMesh, Array], Complex]


def radiation(mesh: HullMesh, potentials: Potentials = strip_potentials, count: int = 60) -> Radiation:
    """Radiation potentials at non-dimensional frequencies w sqrt(L/g) of 0.1..15, interpolated by cubic splines."""
    frequency = np.geomspace(0.1, 15, count) * np.sqrt(STANDARD_GRAVITY / mesh.length)
    return Radiation(mesh, CubicSpline(np.log(frequency), potentials(mesh, frequency)), frequency[0], frequency[-1])


class Ship(NamedTuple):
    """A floating body ready to be excited: its radiation, and mass, damping and stiffness (6, 6)."""

    radiation: Radiation
    mass: Array
    damping: Array
    spring: Array

    def response(self, wave: Wave, speed: float) -> Complex:
        """Complex amplitude (6,) of motion per unit wave amplitude, m/m and rad/m."""
        mesh, encounter = self.radiation.mesh, wave.encounter(speed)
        w = encounter if abs(encounter) > 1e-4 else 1e-4
        psi = self.radiation.at(w)
        added = radiation_force(mesh, psi, w, speed, SEA_WATER_DENSITY)
        force = excitation_force(mesh, psi, wave, w, speed, SEA_WATER_DENSITY)
        return motion(w, self.mass, self.damping, self.spring, added, force)


def floating_ship(known: Particulars) -> Ship:
    """A ship with the hull, loading, roll period and roll damping of its particulars."""
    form = known.form
    mesh = hull_mesh(parametric_sections(form), form.length)
    water, waves = hydrostatics(mesh), radiation(mesh)
    z = known.gravity_height - form.draught
    thin = Loading(SEA_WATER_DENSITY, z, known.metacentric_height, 0.0, YAW_GYRADIUS * form.length)
    gyradius = roll_gyradius(waves, inertia(water, thin), known)
    loading = thin._replace(roll_gyradius=gyradius)
    mass, spring, damping = inertia(water, loading), stiffness(water, loading), np.zeros((6, 6))
    damping[3, 3] = 2 * known.roll_damping * spring[3, 3] / (2 * np.pi / known.roll_period)
    for j in (0, 1, 5):
        spring[j, j] = STATION_KEEPING**2 * mass[j, j]
        damping[j, j] = 2 * STATION_DAMPING * STATION_KEEPING * mass[j, j]
    return Ship(waves, mass, damping, spring)


def added_mass(waves: Radiation, frequency: float) -> Array:
    """Added mass (6, 6) at zero speed, kg, kg m, kg m2."""
    return radiation_force(waves.mesh, waves.at(frequency), frequency, 0.0, SEA_WATER_DENSITY).real / frequency**2


def roll_gyradius(waves: Radiation, thin: Array, known: Particulars) -> float:
    """Radius of gyration in roll that gives the ship its published roll period with sway and yaw free, m.

        1/[(M + A)^-1]_44 = C_44/w_4^2,  where only I_44 of M is unknown       (own derivation, docs/theory/ship-response)
    """
    w = 2 * np.pi / known.roll_period
    total = thin + added_mass(waves, w)
    coupled = total[np.ix_([1, 5], [1, 5])]
    relief = total[3, [1, 5]] @ np.linalg.solve(coupled, total[[1, 5], 3])
    weight = thin[0, 0] * STANDARD_GRAVITY
    inertia_about_gravity = weight * known.metacentric_height / w**2 - total[3, 3] + relief
    return float(np.sqrt(inertia_about_gravity / thin[0, 0]))


def response_operators(known: Particulars) -> xr.Dataset:
    """Response operators of a ship over speed, heading, frequency and degree of freedom."""
    ship = floating_ship(known)
    speeds = np.arange(0, known.speed_maximum + 0.6 * SPEED_STEP, SPEED_STEP)
    transfer = np.array(
        [[[ship.response(Wave(w, b), u) for w in FREQUENCIES] for b in HEADINGS] for u in speeds], complex
    )
    dims = ("speed", "heading", "frequency", "dof")
    return xr.Dataset(
        {
            "transfer_real": (dims, transfer.real.astype(np.float32), _about("real part of motion per wave amplitude")),
            "transfer_imag": (dims, transfer.imag.astype(np.float32), _about("imaginary part of the same")),
        },
        coords={
            "speed": ("speed", speeds, {"units": "m/s", "long_name": "speed through the water"}),
            "heading": ("heading", HEADINGS, {"units": "rad", "long_name": "direction waves travel to, from the bow"}),
            "frequency": ("frequency", FREQUENCIES, {"units": "rad/s", "long_name": "absolute wave frequency"}),
            "dof": DOF,
        },
        attrs=conventions() | settings(known, ship),
    )


def _about(name: str) -> dict[str, str]:
    return {"units": "m/m for surge, sway, heave; rad/m for roll, pitch, yaw", "long_name": name}


def conventions() -> dict[str, str]:
    """Attributes that say how to read the numbers."""
    return {
        "title": "Response of a ship to regular waves of unit amplitude",
        "time_convention": "wave elevation at the reference point is Re(exp(+i w_e t)), motion Re(X exp(+i w_e t))",
        "encounter_frequency": "w_e = w - w^2/g U cos(heading), signed: negative where the ship overtakes the wave",
        "axes": "x forward, y port, z up; rotations right-handed about them (pitch positive bow down)",
        "heading_0": "0 following seas, pi/2 waves travelling to port, pi head seas; headings beyond pi by symmetry: "
        "sway, roll and yaw change sign",
        "reference_point": "amidships (Lpp/2), calm waterline, centre plane; not the centre of gravity",
    }


def settings(known: Particulars, ship: Ship) -> dict[str, str | float]:
    """Attributes that say what the numbers were made from."""
    water = hydrostatics(ship.radiation.mesh)
    numbers = {f"hull_{key}": float(value) for key, value in known.form._asdict().items()}
    numbers |= {f"loading_{k}": getattr(known, k) for k in ("metacentric_height", "gravity_height", "roll_period")}
    gyradius = np.sqrt(ship.mass[3, 3] / ship.mass[0, 0] - (known.gravity_height - known.form.draught) ** 2)
    return numbers | {
        "ship": known.name,
        "roll_damping_added": known.roll_damping,
        "roll_gyradius": float(gyradius),
        "pitch_gyradius": YAW_GYRADIUS * known.form.length,
        "mesh_volume": water.volume,
        "mesh_panels": 2 * int(np.prod(ship.radiation.mesh.centre.shape[:2])),
        "water_density": SEA_WATER_DENSITY,
        "station_keeping_frequency": STATION_KEEPING,
        "station_keeping_damping": STATION_DAMPING,
        "method": "strip theory with close-fit sections, Salvesen-Tuck-Faltinsen speed and transom terms [Salvesen1970]",
        "versions": f"flattop {version('flattop')}, numpy {np.__version__}",
        "grade": known.grade,
        "history": f"python -m flattop.derivation.ship_response {known.name}",
    }


def saved(operators: xr.Dataset, folder: Path = DATA) -> Path:
    """The path of the NetCDF file written for a ship."""
    path = folder / f"{operators.attrs['ship']}.nc"
    compressed = {"zlib": True, "complevel": 9, "shuffle": True}
    folder.mkdir(parents=True, exist_ok=True)
    operators.to_netcdf(path, engine="h5netcdf", encoding={name: compressed for name in operators.data_vars})
    return path


def main() -> None:
    """Make the files of the ships named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ship", nargs="+", help="catalogue name or path of a ship's TOML file")
    parser.add_argument("--out", type=Path, default=DATA, help="folder of the files")
    given = parser.parse_args()
    for name in given.ship:
        path = saved(response_operators(particulars(name)), given.out)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
