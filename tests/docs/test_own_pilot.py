"""The page on a pilot of one's own: its example is one file and one catalogue entry, and flies."""

import shutil
from pathlib import Path

import pytest

import flattop

DEV = Path(__file__).parents[2] / "docs" / "dev"


def own_pilot(folder):
    """The catalogue's pilot with the example's law."""
    flattop.copy_entry("pilots/standard", folder / "gentle.toml")
    text = (folder / "gentle.toml").read_text(encoding="utf-8")
    entry = text.replace('name = "standard"', 'name = "gentle"\nlaw = "gentle.py"', 1)
    (folder / "gentle.toml").write_text(entry, encoding="utf-8")
    return flattop.pilot_settings(folder / "gentle.toml")


def launch_by(pilot):
    """A launch of TB3 over the ramp of TCG Anadolu under a pilot."""
    condition = flattop.Condition(wind_over_deck=10.0, significant_height=0.88, modal_period=7.5)
    return flattop.Scenario(flattop.airframe("tb3"), flattop.ship("anadolu"), pilot, condition, "launch")


def test_the_example_of_the_page_launches(tmp_path):
    """The file shown on the page, named in an entry, flies over the ramp and climbs away, judged by what it says and does."""
    shutil.copy(DEV / "examples" / "gentle.py", tmp_path)
    flown = flattop.fly([flattop.Job(launch_by(own_pilot(tmp_path)), [0])], seed=1)
    assert flown.outcome.tolist() == [flattop.Outcome.LAUNCHED]


def test_the_page_shows_the_file():
    """What is read is what is run."""
    assert (DEV / "examples" / "gentle.py").read_text(encoding="utf-8") in (DEV / "new-pilot.md").read_text("utf-8")


def test_a_law_that_cannot_be_flown_is_refused(tmp_path):
    """No file, a function that is missing, a file that does not run: one line that names it."""
    pilot = own_pilot(tmp_path)
    cases = {None: "no such file", "x = 1\n": "launch: missing", "import nowhere_at_all\n": "cannot be run"}
    for text, line in cases.items():
        if text is not None:
            (tmp_path / "gentle.py").write_text(text, encoding="utf-8")
        with pytest.raises(flattop.CatalogueError, match=line):
            flattop.fly([flattop.Job(launch_by(pilot), [0])], seed=1)
