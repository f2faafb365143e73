"""Response operators of a ship in regular waves, made from its catalogue entry (Salvesen1970; Ma2005).

Make a ship's file again with  python -m flattop.derivation.ships.response izumo
"""

import argparse
from importlib.metadata import version
from math import ceil
from pathlib import Path

import numpy as np
import xarray as xr

from flattop.derivation.ships.floating import STATION_FREQUENCY, FloatingShip, floating_ship
from flattop.derivation.ships.forces import Wave
from flattop.derivation.ships.hydrodynamics import JOIN
from flattop.derivation.ships.mesh import hydrostatics
from flattop.derivation.ships.particulars import Particulars, particulars
from flattop.derivation.ships.segments import Array

DATA = Path(__file__).parents[2] / "catalogue" / "data" / "ships"
DOF = ["surge", "sway", "heave", "roll", "pitch", "yaw"]
HEADINGS = np.radians(np.linspace(0, 180, 25))
FREQUENCIES = np.concatenate([np.linspace(0.20, 0.78, 30), np.linspace(0.80, 1.16, 10), np.linspace(1.20, 2.00, 9)])
KEPT_BITS = 11
"""Bits of the mantissa that are stored: a relative error of 1/4000, and files of half the size."""
SPEED_STEP = 5 * 1852 / 3600


def speeds(greatest: float) -> Array:
    """Speeds in steps of 5 kt up to the greatest or one knot short of it, m/s."""
    return SPEED_STEP * np.arange(ceil(greatest / SPEED_STEP - 0.2) + 1)


def response_operators(known: Particulars) -> xr.Dataset:
    """Response operators of a ship over speed, heading, frequency and degree of freedom."""
    ship, at = floating_ship(known), speeds(known.speed_maximum)
    waves = [Wave(frequency, heading) for heading in HEADINGS for frequency in FREQUENCIES]
    shape = (len(HEADINGS), len(FREQUENCIES), len(DOF))
    transfer = np.stack([ship.response(waves, speed).reshape(shape) for speed in at])
    dims = ("speed", "heading", "frequency", "dof")
    units = {"units": "m/m for surge, sway, heave; rad/m for roll, pitch, yaw"}
    real, imaginary = rounded(transfer.real), rounded(transfer.imag)
    return xr.Dataset(
        {
            "transfer_real": (dims, real, units | {"long_name": "real part of motion per wave amplitude"}),
            "transfer_imag": (dims, imaginary, units | {"long_name": "imaginary part of motion per wave amplitude"}),
        },
        coords={
            "speed": ("speed", at, {"units": "m/s", "long_name": "speed through the water"}),
            "heading": ("heading", HEADINGS, {"units": "rad", "long_name": "direction waves travel to, from the bow"}),
            "frequency": ("frequency", FREQUENCIES, {"units": "rad/s", "long_name": "absolute wave frequency"}),
            "dof": DOF,
        },
        attrs=conventions() | settings(known, ship),
    )


def rounded(values: Array) -> np.ndarray:
    """Single-precision values with the mantissa rounded to few bits, so that they compress."""
    dropped = np.uint32(23 - KEPT_BITS)
    bits = np.ascontiguousarray(values, np.float32).view(np.uint32) + (np.uint32(1) << (dropped - np.uint32(1)))
    return (bits >> dropped << dropped).view(np.float32)


def conventions() -> dict[str, str]:
    """Attributes that say how to read the numbers."""
    return {
        "title": "Response of a ship to regular waves of unit amplitude",
        "time_convention": "wave elevation at the reference point is Re(exp(+i w_e t)), motion Re(X exp(+i w_e t))",
        "encounter_frequency": "w_e = w - w^2/g U cos(heading), signed: negative where the ship overtakes the wave",
        "axes": "x forward, y port, z up; rotations right-handed about them (pitch positive bow down)",
        "heading_0": "0 following seas, pi/2 waves travelling to port, pi head seas; headings beyond pi by symmetry: "
        "sway, roll and yaw change sign",
        "slow_motion": "surge, sway and yaw carry the factor w_e^4/(w_e^4 + station_frequency^4)",
        "reference_point": "amidships (Lpp/2), calm waterline, centre plane; not the centre of gravity",
    }


def settings(known: Particulars, ship: FloatingShip) -> dict[str, str | float]:
    """Attributes that say what the numbers were made from, SI units."""
    mesh = ship.water.radiation.mesh
    hull = {f"hull_{key}": float(value) for key, value in ship.form._asdict().items()}
    loading = {f"loading_{key}": float(value) for key, value in ship.loading._asdict().items()}
    made = {
        "ship": known.name,
        "roll_period": known.roll_period,
        "roll_damping_added": known.roll_damping,
        "station_frequency": STATION_FREQUENCY,
        "mesh_volume": hydrostatics(mesh).volume,
        "mesh_panels": 2 * int(np.prod(mesh.centre.shape[:2])),
        "method": "strip theory with close-fit sections, speed and transom terms [Salvesen1970]; slender theory "
        f"[Ma2005] for surge, heave and pitch; joined between Brard numbers {JOIN[0]} and {JOIN[1]}",
        "versions": f"flattop {version('flattop')}, numpy {np.__version__}",
        "grade": "E: parametric hull of published dimensions; GM, roll period and roll damping of the catalogue",
        "history": f"python -m flattop.derivation.ships.response {known.name}",
    }
    return hull | loading | made


def saved(operators: xr.Dataset, folder: Path = DATA) -> Path:
    """The path of the NetCDF file written for a ship."""
    path = folder / f"{operators.attrs['ship']}.nc"
    compressed = {"zlib": True, "complevel": 9, "shuffle": True}
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
