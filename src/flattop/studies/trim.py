"""Steady flight over the range of airspeeds: angle of attack, elevator, power, and why not where not."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from flattop.catalogue import Airframe
from flattop.engine.assemble.airframe import airframe_record
from flattop.engine.trim import FlightCase, trim

if TYPE_CHECKING:
    import xarray as xr


def trim_curve(
    airframe: Airframe,
    mass: float,
    speeds: Iterable[float],
    height: float = 0.0,
    flap: float = 0.0,
    gear: float = 0.0,
    climb_angle: float = 0.0,
    temperature_offset: float = 0.0,
) -> "xr.Dataset":
    """Trim at each of a set of true airspeeds.

    airframe  catalogue entry;  mass [kg];  speeds [m/s];  height above the sea [m];  flap, gear 0 .. 1;  climb_angle [rad]
    """
    import xarray as xr

    record, speeds = airframe_record(airframe, mass), np.array(list(speeds), dtype=float)
    found = [trim(FlightCase(v, climb_angle, height, flap, gear, temperature_offset), record) for v in speeds]
    data = {
        "alpha": ("airspeed", np.degrees([t.alpha for t in found]), {"units": "deg", "long_name": "angle of attack"}),
        "elevator": ("airspeed", np.degrees([t.elevator for t in found]), {"units": "deg", "long_name": "elevator"}),
        "power": (
            "airspeed",
            np.array([t.shaft_power for t in found]) / 1e3,
            {"units": "kW", "long_name": "shaft power"},
        ),
        "is_steady": ("airspeed", np.array([t.is_steady for t in found]), {"units": "1", "long_name": "within limits"}),
        "problem": (
            "airspeed",
            ["; ".join(t.problems) for t in found],
            {"units": "1", "long_name": "why there is none"},
        ),
    }
    coords = {"airspeed": ("airspeed", speeds, {"units": "m/s", "long_name": "true airspeed"})}
    attrs = {
        "airframe": airframe.name,
        "mass_kg": mass,
        "height_m": height,
        "flap": flap,
        "gear": gear,
        "digest": airframe.digest,
    }
    return xr.Dataset(data, coords, attrs)
