"""Copies of the catalogue's files to begin from."""

import pytest

import flattop
from flattop.catalogue import UnknownNameError
from flattop.catalogue.files.copying import copy_entry


def test_a_copied_ship_moves_in_waves_as_the_original_does(tmp_path):
    """The response operators come with the entry, under the name by which it knows them."""
    written = copy_entry("ships/izumo", tmp_path / "mine.toml")
    assert [path.name for path in written] == ["mine.toml", "izumo.nc"]
    mine, izumo = flattop.ship(tmp_path / "mine.toml"), flattop.ship("izumo")
    assert flattop.response(mine).digest == flattop.response(izumo).digest


@pytest.mark.parametrize(
    "entry", ["airframes/tb3", "pilots/standard", "seas/ss4", "outlines/tb3", "plans/izumo", "ships/runway"]
)
def test_an_entry_that_names_no_other_file_is_one_file(entry, tmp_path):
    """Any shelf, to the last byte."""
    assert len(copy_entry(entry, tmp_path / "mine.toml")) == 1


def test_nothing_is_overwritten(tmp_path):
    """A file with other contents stays as it is, and so does everything beside it; the same copy again is no fault."""
    mine, operators = tmp_path / "mine.toml", tmp_path / "izumo.nc"
    operators.write_bytes(b"of one's own")
    with pytest.raises(FileExistsError, match=r"izumo\.nc: a file with other contents is there: expected a new name"):
        copy_entry("ships/izumo", mine)
    assert not mine.exists()
    assert operators.read_bytes() == b"of one's own"
    operators.unlink()
    assert copy_entry("ships/izumo", mine) == copy_entry("ships/izumo", mine)


@pytest.mark.parametrize(
    ("entry", "offer"),
    [
        ("tb3", "tb3: not in the catalogue, did you mean airframes/tb3 or outlines/tb3?"),
        ("airframes/tb4", "did you mean airframes/tb"),
        ("../secret", "expected a shelf and a name, as airframes/tb3"),
    ],
)
def test_what_is_not_in_the_catalogue_is_said_with_the_nearest_names(entry, offer, tmp_path):
    """One line, and nothing written."""
    with pytest.raises(UnknownNameError, match=offer.replace("?", r"\?")):
        copy_entry(entry, tmp_path / "mine.toml")
    assert list(tmp_path.iterdir()) == []
