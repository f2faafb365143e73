"""The drawing and the JSON of a spotting plan, and the verb that makes them."""

import json

import pytest
from shapely import Polygon  # noqa: TID253 a test may

from flattop.apps.cli import main
from flattop.apps.parking import parked, parking
from flattop.catalogue.files.outlines import outline
from flattop.catalogue.files.plans import plan
from flattop.reports.figures.style import png, svg
from flattop.reports.spotting.as_json import as_dict
from flattop.reports.spotting.picture import spotting_picture
from flattop.reports.spotting.words import spot_factor
from flattop.spotting import Rules, spotting
from flattop.spotting.shapes import body

ASKED = ["spot", "anadolu", "tb3=2", "--case", "recovery", "--step", "1", "--headings", "4"]


@pytest.fixture(scope="module")
def answer():
    """Two folded aircraft beside the recovery strip."""
    return spotting(plan("anadolu"), [(outline("tb3"), None, 2)], "recovery", Rules(step=1.0, headings=4), 1, 4)


def test_json_lets_anyone_check_the_plan(answer):
    """Outlines in ship coordinates have the aircraft's area, and lie on the deck clear of strip and island."""
    result = as_dict(answer, plan("anadolu"), outline("sh60"))
    deck, kept = Polygon(result["floor"][0]["polygon"]), [Polygon(k["polygon"]) for k in result["kept_clear"]]
    island = Polygon(result["obstacles"][0]["polygon"])
    for aircraft in result["aircraft"]:
        shape = Polygon(aircraft["outline"])
        assert deck.contains(shape)
        assert shape.distance(island) >= 0.6 - 1e-4  # corners are rounded to 1e-5 m
        assert all(shape.intersection(k).area < 1e-3 for k in kept)
        assert {"number", "name", "configuration", "parts", "path_to_lift"} <= aircraft.keys()
    assert json.loads(json.dumps(result, default=str))["fits"] is True


def test_spot_factor_of_the_reference_is_one():
    """An aircraft against itself, stowed."""
    assert spot_factor(body(outline("sh60"), "folded"), outline("sh60")) == pytest.approx(1.0)
    assert spot_factor(body(outline("tb3"), "spread"), outline("tb3")) == pytest.approx(2.0)  # span 14 m, folded 7 m


def test_the_drawing_is_to_scale_and_the_same_each_time(answer):
    """Equal axes, bow to the right, starboard down; the SVG repeats byte for byte."""
    picture = spotting_picture(answer, plan("anadolu"))
    axes = picture.figure.axes[0]
    assert axes.get_aspect() == 1.0
    assert axes.get_xlim()[0] < axes.get_xlim()[1]
    assert axes.get_ylim()[0] > axes.get_ylim()[1]
    assert svg(picture) == svg(spotting_picture(answer, plan("anadolu")))
    assert png(picture)[:4] == b"\x89PNG"


def ended(capsys, *arguments):
    """Exit code and what was said."""
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    said = capsys.readouterr()
    return stop.value.code, said.out, said.err.splitlines()


def test_the_verb_answers_in_json_and_files(capsys, tmp_path):
    """A mix that fits: exit 0, one JSON object, drawings beside it."""
    code, out, _ = ended(capsys, *ASKED, "--json", "--out", str(tmp_path))
    found = json.loads(out)["plans"][0]
    assert (code, found["fits"], found["count"]) == (0, True, 2)
    assert {p.name for p in tmp_path.iterdir()} == {"spot-recovery.svg", "spot-recovery.png"}


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["tb3=x"], 'tb3=x: number = "x": expected a number of aircraft, 1 or more'),
        (["tb3", "--between", "-1"], "between clearance = -1 m: expected zero or more"),
        (["tb3", "--case", "roof"], "case = roof: expected one of recovery launch full hangar extended"),
    ],
)
def test_unusable_questions_end_with_2(capsys, tmp_path, words, line):
    """One line a problem on standard error."""
    code, out, errors = ended(capsys, "spot", "anadolu", *words, "--out", str(tmp_path))
    assert (code, out) == (2, "")
    assert line in errors


def test_a_no_is_a_result(capsys, tmp_path):
    """An aircraft that no lift takes: exit 0 and the reason."""
    code, out, _ = ended(capsys, "spot", "anadolu", "anka=1", "--case", "recovery", "--out", str(tmp_path))
    assert code == 0
    assert "does not fit" in out
    assert "aft lift opens 16.0 x 11.5 m" in out


def test_the_table_says_what_it_rests_on(capsys, tmp_path):
    """Folded beside spread beside wings that do not fold, with version, seed and digest of the plan."""
    code, out, _ = ended(capsys, "spot", "d-joao-ii", "tb3", "--compare", "--case", "recovery", "--out", str(tmp_path))
    page = (tmp_path / "spot-table.md").read_text(encoding="utf-8")
    assert code == 0
    for label in ("tb3 folded", "tb3 spread", "tb2 locked", "anka locked"):
        assert f"| {label} | 0 |" in page
        assert label in out
    assert "seed 1" in page
    assert plan("d-joao-ii").digest[:12] in page
    assert "tb2 locked is 6.5 m long and 12.0 m wide, lift opens 10.0 x 8.0 m" in page


def test_the_section_of_an_assessment(tmp_path):
    """Two floors with their drawings and files; a ship without a plan is said to have none."""
    found = parked("tb3", "hyuga", 1)
    assert [row["case"] for row in found.rows] == ["Recovery strip clear", "Hangar"]
    assert all(int(row["number"]) <= int(row["untowed"]) <= int(row["bound"]) for row in found.rows)
    assert set(found.files) == {"spot-recovery.png", "spot-hangar.png"}
    assert all(picture.svg for picture in found.pictures)
    assert parked("tb3", "runway", 1).why_not == "The catalogue has no plan of runway."


def test_parking_beside_other_work_ends_with_it():
    """The process gives the same section, and a fault in it is told."""
    with parking("tb3", "runway", 1) as ready:
        assert ready() == parked("tb3", "runway", 1)
    with pytest.raises(RuntimeError, match="spotting failed"), parking("tb3", "hyuga", -1) as ready:
        ready()
