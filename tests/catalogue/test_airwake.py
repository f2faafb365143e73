"""Gridded airwakes of a user's own."""

import numpy as np
import pytest
import xarray as xr

from flattop.catalogue import CatalogueError
from flattop.catalogue.files.airwake import airwake_grid_from


def grid(**changes):
    """A small grid, with parts replaced."""
    shape = (2, 3, 4, 5)
    data = {c: (("wind_from", "x", "y", "z"), np.full(shape, 0.1)) for c in ("u", "v", "w", "rms")}
    coords = {"wind_from": [-0.5, 0.5], "x": [-200.0, -150.0, -100.0], "y": np.arange(4.0), "z": np.arange(5.0) - 40.0}
    return xr.Dataset(data | changes.get("data", {}), coords | changes.get("coords", {}))


def test_a_grid_is_read(tmp_path):
    """Values keep their order and the file its digest."""
    grid().to_netcdf(tmp_path / "wake.nc", engine="h5netcdf")
    found = airwake_grid_from(tmp_path / "wake.nc")
    assert found.values.shape == (2, 3, 4, 5, 4)
    assert found.x[0] == -200.0
    assert len(found.digest) == 64


@pytest.mark.parametrize(
    ("dataset", "line"),
    [
        (grid().drop_vars("rms"), "rms: missing"),
        (grid(coords={"x": [-200.0, -150.0, -120.0]}), "x: expected even spacing"),
        (grid(coords={"z": [0.0, -1.0, -2.0, -3.0, -4.0]}), "z: expected rising values"),
        (grid(data={"u": (("wind_from", "x", "y", "z"), np.full((2, 3, 4, 5), np.nan))}), "u: expected finite numbers"),
        (grid(data={"w": (("wind_from", "x", "y", "z"), np.full((2, 3, 4, 5), 9.0))}), "w: up to 9"),
    ],
)
def test_a_wrong_grid_is_refused_in_one_line(tmp_path, dataset, line):
    """Each problem names the file and the coordinate or variable."""
    dataset.to_netcdf(tmp_path / "wake.nc", engine="h5netcdf")
    with pytest.raises(CatalogueError) as refused:
        airwake_grid_from(tmp_path / "wake.nc")
    assert any(problem.startswith("wake.nc: " + line) for problem in refused.value.problems)


def test_a_missing_grid_is_said(tmp_path):
    """A file that is not there is one clear line."""
    with pytest.raises(CatalogueError, match="no such file"):
        airwake_grid_from(tmp_path / "none.nc")
