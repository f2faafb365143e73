"""Response operators: those that are shipped, a user's own, and files outside the convention."""

import shutil
from math import pi
from pathlib import Path

import numpy as np
import pytest
import xarray as xr

from flattop import catalogue
from flattop.catalogue import UnreadableFileError, UnusableEntryError
from flattop.catalogue.files.loading import DATA
from flattop.catalogue.files.response import MOTIONS, response, response_from

STORED = [
    name
    for name in catalogue.names("ships")
    if (found := catalogue.ship(name).response) and (DATA / "ships" / found.file).exists()
]


def operators() -> xr.Dataset:
    """A small file within the convention: 1 + 2i everywhere."""
    shape = (2, 3, 4, 6)
    dims = ("speed", "heading", "frequency", "dof")
    return xr.Dataset(
        {"transfer_real": (dims, np.full(shape, 1.0)), "transfer_imag": (dims, np.full(shape, 2.0))},
        coords={
            "speed": [0.0, 5.0],
            "heading": [0.0, pi / 2, pi],
            "frequency": [0.3, 0.5, 0.9, 1.5],
            "dof": list(MOTIONS),
        },
        attrs={
            "time_convention": "elevation is Re(exp(+i w_e t))",
            "axes": "x forward, y port, z up",
            "heading_0": "0 following seas",
            "reference_point": "amidships, calm waterline",
        },
    )


def written(dataset: xr.Dataset, folder: Path) -> Path:
    """The dataset as a file."""
    dataset.to_netcdf(folder / "mine.nc", engine="h5netcdf")
    return folder / "mine.nc"


@pytest.mark.parametrize("name", STORED)
def test_shipped_operators_follow_long_waves(name: str):
    """In the longest stored head wave at rest the ship heaves with the water; 5 % as the wave is six ships long."""
    stored = response(catalogue.ship(name))
    assert stored.transfer.shape == (stored.speed.size, stored.heading.size, stored.frequency.size, 6)
    assert abs(stored.transfer[0, -1, 0, MOTIONS.index("heave")]) == pytest.approx(1.0, abs=0.05)
    assert stored.attributes["grade"]


def test_a_users_file_is_found_beside_the_ship(tmp_path: Path):
    """The file's path is relative to the ship's own file."""
    text = (DATA / "ships" / "izumo.toml").read_text().replace('file = "izumo.nc"', 'file = "operators/mine.nc"')
    (tmp_path / "operators").mkdir()
    (tmp_path / "ship.toml").write_text(text)
    written(operators(), tmp_path / "operators")
    read = response(catalogue.ship(tmp_path / "ship.toml"))
    assert read.source_file == "mine.nc"
    assert np.array_equal(read.transfer, np.full((2, 3, 4, 6), 1.0 + 2.0j))


def test_dimensions_and_motions_may_come_in_any_order(tmp_path: Path):
    """A file with its axes transposed and its motions shuffled reads the same."""
    plain = operators()
    plain["transfer_real"].loc[{"dof": "pitch"}] = 7.0
    shuffled = plain.sel(dof=list(reversed(MOTIONS))).transpose("dof", "frequency", "speed", "heading")
    read = response_from(written(shuffled, tmp_path))
    assert (read.transfer.real[..., MOTIONS.index("pitch")] == 7.0).all()
    assert (read.transfer.real[..., MOTIONS.index("roll")] == 1.0).all()


def test_the_arrays_are_read_only(tmp_path: Path):
    """What was read cannot be changed by accident."""
    read = response_from(written(operators(), tmp_path))
    with pytest.raises(ValueError, match="read-only"):
        read.transfer[0, 0, 0, 0] = 0.0


def reversed_heading(d: xr.Dataset) -> xr.Dataset:
    return d.assign_coords(heading=[pi, pi / 2, 0.0])


WRONG = {
    "axes not stated": (
        lambda d: d.assign_attrs(axes="x forward, y starboard, z down"),
        'axes = "x forward, y starboard, z down": expected a statement with "y port, z up"',
    ),
    "other time convention": (
        lambda d: d.assign_attrs(time_convention="exp(-i w t)"),
        'time_convention = "exp(-i w t)": expected a statement with "exp(+i"',
    ),
    "descending": (reversed_heading, "heading: expected strictly increasing values"),
    "degrees": (lambda d: d.assign_coords(heading=[0.0, 90.0, 180.0]), "heading = 0 .. 180 rad: expected 0 .. pi"),
    "going astern": (lambda d: d.assign_coords(speed=[-1.0, 5.0]), "speed = -1 m/s: expected a speed of zero or more"),
    "zero frequency": (
        lambda d: d.assign_coords(frequency=[0.0, 0.5, 0.9, 1.5]),
        "frequency = 0 rad/s: expected a positive angular speed",
    ),
    "not finite": (
        lambda d: d.assign(transfer_imag=d.transfer_imag * np.nan),
        "transfer_imag: 144 values not finite: expected none",
    ),
    "five motions": (
        lambda d: d.isel(dof=slice(5)),
        "dof = surge sway heave roll pitch: expected surge sway heave roll pitch yaw",
    ),
    "no imaginary part": (
        lambda d: d.drop_vars("transfer_imag"),
        "transfer_imag: missing: expected a variable over speed, heading, frequency, dof",
    ),
    "no speeds": (lambda d: d.isel(speed=0, drop=True), "speed: missing: expected a coordinate"),
    "one heading": (lambda d: d.isel(heading=[0]), "heading: expected at least 2 finite numbers"),
}


@pytest.mark.parametrize(("change", "line"), WRONG.values(), ids=WRONG)
def test_operators_outside_the_convention_are_refused(tmp_path: Path, change, line: str):
    """Each departure from the convention is named."""
    with pytest.raises(UnusableEntryError) as refused:
        response_from(written(change(operators()), tmp_path))
    assert f"mine.nc: {line}" in refused.value.problems


def test_files_that_are_not_netcdf_are_refused(tmp_path: Path):
    """Absent files and files of another form are a problem of input."""
    with pytest.raises(UnreadableFileError, match="no such file"):
        response_from(tmp_path / "absent.nc")
    shutil.copy(DATA / "ships" / "izumo.toml", tmp_path / "mine.nc")
    with pytest.raises(UnreadableFileError, match=r"mine\.nc: not NetCDF-4"):
        response_from(tmp_path / "mine.nc")


def test_a_runway_has_no_operators():
    """A ship without [response] is refused with a line."""
    with pytest.raises(UnusableEntryError, match=r"runway\.toml: response: missing"):
        response(catalogue.ship("runway"))
