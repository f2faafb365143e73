"""Compiled code on disk: found again for the same sources, not for others, and not piled up."""

import os
import shutil

import pytest

from flattop.engine import compilation


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A copy of the package's sources to play with."""
    copy = tmp_path / "flattop"
    shutil.copytree(compilation.PACKAGE, copy, ignore=shutil.ignore_patterns("*.nc", "__pycache__"))
    monkeypatch.setattr(compilation, "PACKAGE", copy)
    return copy


def digest():
    """The digest, without the memory of an earlier one."""
    return compilation.source_digest.__wrapped__()


def test_the_digest_is_that_of_the_sources(package):
    """The same sources anywhere have the same digest."""
    before = digest()
    assert len(before) == 16
    assert digest() == before


@pytest.mark.parametrize(
    "room", ["quantities/elementary.py", "physics/gear.py", "pilot/loops.py", "engine/march.py", "__init__.py"]
)
def test_any_edit_changes_the_digest(package, room):
    """Physics is inlined from many files: one more comment in any of them must compile anew."""
    before = digest()
    file = package / room
    file.write_text(file.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
    assert digest() != before


def test_a_new_or_renamed_file_changes_the_digest(package):
    """Also without a change to the others."""
    before = digest()
    (package / "physics" / "newcomer.py").write_text("", encoding="utf-8")
    added = digest()
    (package / "physics" / "newcomer.py").rename(package / "physics" / "renamed.py")
    assert len({before, added, digest()}) == 3


def test_the_cache_goes_where_it_is_told(tmp_path, monkeypatch):
    """FLATTOP_CACHE first, then the user's cache folder."""
    monkeypatch.setenv("FLATTOP_CACHE", str(tmp_path))
    assert compilation.cache_home() == tmp_path / "flattop"
    monkeypatch.delenv("FLATTOP_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert compilation.cache_home() == tmp_path / "xdg" / "flattop"


def test_old_versions_are_removed(tmp_path, monkeypatch):
    """The newest few stay."""
    monkeypatch.setenv("FLATTOP_CACHE", str(tmp_path))
    home = compilation.cache_home()
    for age in range(8):
        (home / f"old{age}").mkdir(parents=True)
        os.utime(home / f"old{age}", (1e9 - age, 1e9 - age))
    folder = compilation.cache_folder.__wrapped__()
    assert folder is not None
    assert sorted(p.name for p in home.iterdir()) == sorted([folder.name, "old0", "old1", "old2"])


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    """Then nothing is kept, and nothing raised."""
    (tmp_path / "flattop").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("FLATTOP_CACHE", str(tmp_path))
    assert compilation.cache_folder.__wrapped__() is None
