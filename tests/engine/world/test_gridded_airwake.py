"""A ship with a gridded airwake of the user's own, in flight."""

import math

import numpy as np
import pytest
import xarray as xr

from flattop import catalogue
from flattop.catalogue.files.loading import ship as load_ship
from flattop.engine.jobs import Job
from flattop.engine.simulate import fly
from flattop.quantities.constants import KNOT
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario


def ship_with_grid(folder, deficit):
    """Izumo with a uniform disturbance against the wind over a large grid."""
    shape = (1, 2, 2, 2)
    field = {"u": deficit, "v": 0.0, "w": 0.0, "rms": 0.0}
    data = {name: (("wind_from", "x", "y", "z"), np.full(shape, value)) for name, value in field.items()}
    coords = {"wind_from": [0.0], "x": [-900.0, 200.0], "y": [-500.0, 500.0], "z": [-300.0, 0.0]}
    xr.Dataset(data, coords).to_netcdf(folder / "wake.nc", engine="h5netcdf")
    izumo = load_ship("izumo")
    text = (izumo.folder / izumo.source_file).read_text()
    text = text.replace('file = "izumo.nc"', f'file = "{(izumo.folder / "izumo.nc").as_posix()}"')
    (folder / "own.toml").write_text(text.replace("[air]\n", '[air]\ngrid = "wake.nc"\n'))
    return load_ship(folder / "own.toml")


def flown(ship, wind):
    """Final states of a few recoveries in calm seas and no turbulence."""
    condition = Condition(wind_over_deck=wind, turbulence=0.0, ship_speed=wind)
    scenario = Scenario(catalogue.airframe("tb3"), ship, catalogue.pilot("standard"), condition, "recovery")
    return fly([Job(scenario, np.arange(4))], 1)


def test_a_grid_of_nothing_is_still_air(tmp_path):
    """A grid of zeros flies as a ship whose own airwake is turned off, to the last bit."""
    names = ("burble_deficit", "burble_upwash", "burble_turbulence")
    quiet = catalogue.replaced(load_ship("izumo"), {f"air.{n}": 0.0 for n in names})
    assert np.array_equal(flown(ship_with_grid(tmp_path, 0.0), 10.0).rows, flown(quiet, 10.0).rows, equal_nan=True)


def test_a_uniform_deficit_is_less_wind(tmp_path):
    """A fifth less wind everywhere, in calm air: the wind at the aircraft is four fifths, within 1e-9."""
    wind = flown(ship_with_grid(tmp_path, 0.2), 20.0 * KNOT)["air.wind_N.x"]
    assert wind == pytest.approx(-0.8 * 20.0 * KNOT, rel=1e-9)
    assert math.isfinite(wind[0])
