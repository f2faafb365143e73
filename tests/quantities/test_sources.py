"""The digest of sources: every edit that changes code changes it, and no other."""

import shutil

import pytest

from flattop.quantities import sources

LANES = "flattop.engine.backends.march"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A copy of the package's sources to play with."""
    copy = tmp_path / "flattop"
    shutil.copytree(sources.PACKAGE, copy, ignore=shutil.ignore_patterns("*.nc", "__pycache__"))
    monkeypatch.setattr(sources, "PACKAGE", copy)
    return copy


def edited(file, old, new):
    """A file with some of its text replaced."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_lanes_know_what_is_inlined_into_them():
    """Physics, pilot and judge, but neither catalogue nor reports."""
    names = sources.imported_by(LANES)
    assert {"flattop.physics.body.gear", "flattop.pilot.loops", "flattop.quantities.elementary"} <= names
    assert not [n for n in names if n.startswith(("flattop.catalogue", "flattop.reports", "flattop.studies"))]


def test_the_digest_is_that_of_the_sources(package):
    """The same sources anywhere have the same digest."""
    assert len(sources.source_digest(LANES)) == 16
    assert sources.source_digest(LANES) == sources.source_digest(LANES)


@pytest.mark.parametrize("file", ["quantities/elementary.py", "physics/body/gear.py", "engine/backends/march.py"])
def test_an_edit_of_code_changes_the_digest(package, file):
    """Physics is inlined from many files: one more line in any of them must compile anew."""
    before = sources.source_digest(LANES)
    with (package / file).open("a", encoding="utf-8") as text:
        text.write("\nEDITED = 1.0\n")
    assert sources.source_digest(LANES) != before


def test_a_comment_a_docstring_and_layout_change_nothing(package):
    """Only what runs counts."""
    before = sources.source_digest(LANES)
    file = package / "physics" / "body" / "gear.py"
    edited(file, '"""', '"""Edited. ')
    with file.open("a", encoding="utf-8") as text:
        text.write("\n\n\n# a comment\n")
    assert sources.source_digest(LANES) == before


def test_a_report_changes_nothing_of_the_lanes(package):
    """What is not imported is not looked at."""
    before = sources.source_digest(LANES)
    edited(package / "reports" / "pages" / "page.py", "import", "import os\nimport")
    assert sources.source_digest(LANES) == before


def test_rooms_can_be_left_out(package):
    """A digest over some rooms does not see edits in others."""
    before = [sources.source_digest(LANES, rooms=r) for r in (("physics",), ("engine", "pilot"))]
    with (package / "physics" / "body" / "gear.py").open("a", encoding="utf-8") as text:
        text.write("\nEDITED = 1.0\n")
    after = [sources.source_digest(LANES, rooms=r) for r in (("physics",), ("engine", "pilot"))]
    assert (before[0] != after[0], before[1] == after[1]) == (True, True)
