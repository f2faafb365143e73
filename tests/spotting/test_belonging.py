"""Outline and plan of an airframe and a ship of one's own: never silently those of a catalogue entry of the same name."""

from pathlib import Path

import pytest

from flattop import catalogue
from flattop.apps.parking import parked, parking
from flattop.catalogue.files.loading import DATA, names
from flattop.catalogue.files.outlines import outline
from flattop.catalogue.files.plans import plan
from flattop.spotting.belonging import outline_disagreements, plan_disagreements
from flattop.spotting.brief import absences, borrowings


def own(folder: Path, shelf: str, name: str, **changed: str) -> Path:
    """A copy of a catalogue entry under its old name, some texts exchanged (given as from=to pairs of lines)."""
    text = (DATA / shelf / f"{name}.toml").read_text(encoding="utf-8")
    for old, new in changed.items():
        assert old in text
        text = text.replace(old, new)
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def wider(tmp_path):
    """A tb3 of a user's own with a wider wing."""
    line = "span = { value = 14.0, low = 14.0, high = 14.0"
    return own(tmp_path, "airframes", "tb3", **{line: line.replace("14.0", "14.5")})


@pytest.mark.parametrize("name", names("airframes"))
def test_every_airframe_of_the_catalogue_has_its_outline(name):
    """Span, length, height, and folded sizes are those drawn."""
    assert outline_disagreements(outline(name), catalogue.airframe(name)) == []


@pytest.mark.parametrize("name", names("plans"))
def test_every_plan_of_the_catalogue_is_that_of_its_ship(name):
    """Deck, strip, island, hangar, lifts and spots are the ship entry's numbers."""
    assert plan_disagreements(plan(name), catalogue.ship(name)) == []


def test_an_own_airframe_does_not_get_the_catalogues_outline(wider):
    """Another span under the name tb3: the section says so, whether asked here or in a process of its own."""
    said = "The catalogue's outline of tb3 is not that of mine.toml: spread width 14.5 m, 14 m there."
    assert parked(str(wider), "hyuga", 1).why_not == said
    with parking(str(wider), "hyuga", 1) as ready:
        assert ready().why_not == said


def test_an_own_ship_does_not_get_the_catalogues_plan(tmp_path):
    """Another deck edge, a narrower lift and another number of spots under the name izumo."""
    lines = {
        "bow_x = { value = 123.0": "bow_x = { value = 120.0",
        "width = { value = 14.0, low = 13.0, high = 14.0": "width = { value = 13.0, low = 13.0, high = 14.0",
        "spots = { value = 5, low = 5, high = 5": "spots = { value = 7, low = 7, high = 7",
    }
    mine = catalogue.ship(own(tmp_path, "ships", "izumo", **lines))
    assert absences(catalogue.airframe("tb3"), mine) == [
        "The catalogue's plan of izumo is not that of mine.toml: deck's forward edge 120 m, 123 m there; "
        "lift 2's width 13 m, 14 m there; 7 landing spots, 5 there."
    ]


def test_an_own_airframe_that_does_not_fold_is_not_drawn_folded(tmp_path):
    """Without its table [folding] a tb3 is another aircraft."""
    text = (DATA / "airframes" / "tb3.toml").read_text(encoding="utf-8")
    start, end = text.index("[folding]"), text.index("[mass]")
    path = tmp_path / "mine.toml"
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert outline_disagreements(outline("tb3"), catalogue.airframe(path)) == ["it is drawn folded"]


def test_an_own_airframe_of_the_same_size_borrows_the_outline_and_says_so(tmp_path):
    """Another mass changes no outline; a catalogue entry borrows nothing."""
    mine = catalogue.airframe(
        own(tmp_path, "airframes", "tb3", **{"empty = { value = 870.0": "empty = { value = 880.0"})
    )
    izumo = catalogue.ship("izumo")
    assert absences(mine, izumo) == []
    assert borrowings(mine, izumo) == ["The outline is the catalogue's of tb3, whose sizes are those of mine.toml."]
    assert borrowings(catalogue.airframe("tb3"), izumo) == []


def test_names_the_catalogue_does_not_draw_are_said(tmp_path):
    """An airframe without outline, and a ship without plan."""
    mine = catalogue.airframe(own(tmp_path, "airframes", "tb3", **{'name = "tb3"': 'name = "kargu"'}))
    assert absences(mine, catalogue.ship("prince-of-wales")) == [
        "The catalogue has no outline of kargu.",
        "The catalogue has no plan of prince-of-wales.",
    ]
