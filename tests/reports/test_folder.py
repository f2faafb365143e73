"""Output folders: refused before any work when nothing can be written, and no half files after an interrupt."""

import os

import pytest
import synthetic

from flattop.reports.pages.folder import Folder, UnwritableFolderError


def test_results_come_back(tmp_path):
    """A dataset written as NetCDF is read back with its values, units and attributes."""
    import xarray as xr

    flights = synthetic.flights(count=20)
    path = Folder(tmp_path / "new" / "folder").results("flights.nc", flights)
    with xr.open_dataset(path, engine="h5netcdf") as back:
        xr.testing.assert_equal(back.load().drop_encoding(), flights)
        assert back["touchdown_x"].attrs["units"] == "m"
        assert back.attrs["seed"] == 7


def test_interrupt_leaves_nothing_half_written(tmp_path):
    """An interrupt while writing leaves the earlier file as it was, and no other."""
    folder = Folder(tmp_path)
    folder.text("page.html", "whole")

    def interrupted(part):
        part.write_text("ha")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        folder._whole("page.html", interrupted)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_text() == "whole"


def test_file_in_the_way_is_refused(tmp_path):
    """A path that is a file cannot be a folder, and is said so with its name."""
    (tmp_path / "taken").write_text("")
    with pytest.raises(UnwritableFolderError, match=r"output folder .*taken: cannot be written to"):
        Folder(tmp_path / "taken")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_folder_without_permission_is_refused(tmp_path):
    """A folder that may not be written into is refused."""
    tmp_path.chmod(0o500)
    with pytest.raises(UnwritableFolderError, match="cannot be written to"):
        Folder(tmp_path)
