"""Compiled code on disk: where it goes, and that it is not piled up."""

import os

from flattop.quantities import compilation

LANES = "flattop.engine.backends.march"


def test_the_cache_goes_where_it_is_told(tmp_path, monkeypatch):
    """FLATTOP_CACHE first, then the user's cache folder."""
    monkeypatch.setenv("FLATTOP_CACHE", str(tmp_path))
    assert compilation.cache_home() == tmp_path / "flattop"
    monkeypatch.delenv("FLATTOP_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert compilation.cache_home() == tmp_path / "xdg" / "flattop"


def test_old_versions_are_removed(tmp_path, monkeypatch):
    """The newest few of each module stay; those of other modules are left alone."""
    monkeypatch.setenv("FLATTOP_CACHE", str(tmp_path))
    home, kept = compilation.cache_home(), compilation.KEPT_VERSIONS
    names = [f"engine.backends.march@old{age}" for age in range(2 * kept)]
    for age, name in enumerate(names):
        (home / name).mkdir(parents=True)
        os.utime(home / name, (1e9 - age, 1e9 - age))
    (home / "spotting.ways@old").mkdir()
    folder = compilation.cache_folder.__wrapped__(LANES)
    assert folder is not None
    assert {p.name for p in home.iterdir()} == {folder.name, "spotting.ways@old", *names[: kept - 1]}


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    """Then nothing is kept, and nothing raised."""
    (tmp_path / "flattop").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("FLATTOP_CACHE", str(tmp_path))
    assert compilation.cache_folder.__wrapped__(LANES) is None
