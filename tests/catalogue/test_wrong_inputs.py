"""Wrong catalogue files, and the line each must be answered with."""

import re
from pathlib import Path

import pytest

from flattop import catalogue
from flattop.catalogue import CatalogueError, UnknownNameError, UnreadableFileError, UnusableEntryError
from flattop.catalogue.files.loading import DATA

TB3 = (DATA / "airframes" / "tb3.toml").read_text()
ANADOLU = (DATA / "ships" / "anadolu.toml").read_text()
SS4 = (DATA / "seas" / "ss4.toml").read_text()


def quantity(number: str, unit: str = "m", more: str = 'grade = "A", source = "x"') -> str:
    """The text of a quantity."""
    return f'{{ value = {number}, unit = "{unit}", {more} }}'


def with_line(text: str, section: str, key: str, given: str | None) -> str:
    """A file's text with the value of one key exchanged, or the key left out."""
    line = "" if given is None else f"{key} = {given}\n"
    pattern = rf"(\[{re.escape(section)}\]\n(?:[^\[].*\n)*?){key} = .*\n"
    changed, count = re.subn(pattern, lambda found: found.group(1) + line, text)
    assert count == 1, (section, key)
    return changed


def problems(tmp_path: Path, text: str, load=catalogue.airframe, name: str = "mine.toml") -> list[str]:
    """The lines a file is refused with."""
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(UnusableEntryError) as refused:
        load(path)
    assert str(refused.value).splitlines() == refused.value.problems
    return refused.value.problems


QUANTITIES = {
    "negative length": (quantity("-2.1"), "geometry.span = -2.1 m: expected a positive length"),
    "zero length": (quantity("0.0"), "geometry.span = 0 m: expected a positive length"),
    "other dimension": (
        quantity("14.0", "kg"),
        "geometry.span = 14 kg: expected a positive length, in m or mm or cm or km or ft or nmi",
    ),
    "unknown unit": (quantity("14.0", "metre"), 'geometry.span.unit = "metre": expected a known unit'),
    "unit not text": (
        "{ value = 1.0, unit = 3, grade = 'A', source = 'x' }",
        "geometry.span.unit = 3: expected a known unit",
    ),
    "nan": (quantity("nan"), "geometry.span.value = nan: expected a finite number"),
    "infinite": (quantity("-inf"), "geometry.span.value = -inf: expected a finite number"),
    "too large": (quantity("1" + "0" * 400), f"geometry.span.value = 1{'0' * 36}...: expected a finite number"),
    "text": (quantity('"14"'), 'geometry.span.value = "14": expected a finite number'),
    "truth": (quantity("true"), "geometry.span.value = True: expected a finite number"),
    "bare number": (
        "14.0",
        "geometry.span = 14.0: expected a positive length, written { value, low, high, unit, grade, source }",
    ),
    "range upside down": (
        '{ value = 14.0, low = 15.0, high = 16.0, unit = "m", grade = "A", source = "x" }',
        "geometry.span = 15 .. 14 .. 16 m: expected low <= value <= high",
    ),
    "low end of the wrong sign": (
        '{ value = 14.0, low = -1.0, high = 16.0, unit = "m", grade = "A", source = "x" }',
        "geometry.span.low = -1 m: expected a positive length",
    ),
    "unknown grade": (
        quantity("14.0", more='grade = "F", source = "x"'),
        'geometry.span.grade = "F": expected one of A B C D M E',
    ),
    "empty source": (
        quantity("14.0", more='grade = "A", source = " "'),
        'geometry.span.source = " ": expected where the number comes from',
    ),
    "no source": (
        quantity("14.0", more='grade = "A"'),
        "geometry.span.source: missing: expected where the number comes from",
    ),
    "estimate without range": (
        quantity("14.0", more='grade = "E", source = "x"'),
        "geometry.span: no range: expected low and high with grade E",
    ),
    "unknown key": (
        quantity("14.0", more='grade = "A", source = "x", sorce = "y"'),
        "geometry.span.sorce: unknown key: expected one of value low high unit grade source",
    ),
    "left out": (None, "geometry.span: missing: expected a positive length (wing span b, tip to tip, wings spread)"),
}


@pytest.mark.parametrize(("given", "line"), QUANTITIES.values(), ids=QUANTITIES)
def test_a_wrong_quantity_is_named_with_value_unit_and_expectation(tmp_path: Path, given: str | None, line: str):
    """Each kind of wrong quantity is answered with exactly one line."""
    assert problems(tmp_path, with_line(TB3, "geometry", "span", given)) == [f"mine.toml: {line}"]


FILES = {
    "fraction above one": (
        with_line(TB3, "controls", "flap_launch", quantity("50.0", "1")),
        "controls.flap_launch = 50: expected a number between 0 and 1",
    ),
    "percent is a unit": (
        with_line(TB3, "controls", "flap_launch", quantity("150.0", "%")),
        "controls.flap_launch = 150 %: expected a number between 0 and 1",
    ),
    "positive where negative is asked": (
        with_line(TB3, "aerodynamics", "pitch_elevator", quantity("1.0", "1")),
        "aerodynamics.pitch_elevator = 1: expected a negative dimensionless number",
    ),
    "title not text": (with_line(TB3, "airframe", "title", "3"), "airframe.title = 3: expected text"),
    "title empty": (with_line(TB3, "airframe", "title", '""'), 'airframe.title = "": expected text'),
    "title left out": (with_line(TB3, "airframe", "title", None), "airframe.title: missing: expected text"),
    "misspelt key": (TB3.replace("wing_area", "wingarea"), "geometry.wingarea: unknown key, did you mean wing_area?"),
    "misspelt section": (TB3.replace("[folding]", "[foldings]"), "foldings: unknown key, did you mean folding?"),
    "key that is near nothing": (
        TB3.replace("[limits]", "[limits]\ncolour = 3"),
        "limits.colour: unknown key: expected one of sink_rate maximum_speed",
    ),
    "section left out": (TB3[: TB3.index("[limits]")], "limits: missing: expected a table [limits]"),
    "section not a table": ("limits = 3\n" + TB3[: TB3.index("[limits]")], "limits = 3: expected a table"),
    "lighter than empty": (
        with_line(TB3, "mass", "maximum_takeoff", quantity("800", "kg")),
        "mass.maximum_takeoff = 800 kg: expected more than mass.empty, 870 kg",
    ),
    "inertia of no body": (
        with_line(TB3, "mass", "inertia_zz", quantity("9000", "kg m2")),
        "mass.inertia_zz = 9000 kg m2: expected between |Ixx - Iyy| and Ixx + Iyy, at most 8090 kg m2",
    ),
    "chord that is not area over span": (
        with_line(TB3, "geometry", "mean_chord", quantity("2.1")),
        "geometry.mean_chord = 2.1 m: expected about wing_area / span, 1.07 m",
    ),
    "main wheels ahead": (
        with_line(TB3, "gear.main", "x", quantity("0.3")),
        "gear.main.x = 0.3 m: expected main wheels behind the centre of gravity",
    ),
    "strut too weak": (
        with_line(TB3, "gear.main", "full_load", quantity("5000", "N")),
        "gear.main.full_load = 5000 N: expected more than the static load at maximum take-off mass, 6399 N",
    ),
    "propeller in the ground": (
        with_line(TB3, "propeller", "diameter", quantity("3.4")),
        "propeller.z = -0.15 m: expected a propeller clear of the ground, above -0.25 m",
    ),
}


@pytest.mark.parametrize(("text", "line"), FILES.values(), ids=FILES)
def test_a_wrong_airframe_is_refused_with_a_line(tmp_path: Path, text: str, line: str):
    """Wrong keys, sections and contradictions are each named."""
    assert f"mine.toml: {line}" in problems(tmp_path, text)


SHIPS = {
    "moves not a truth value": (
        with_line(ANADOLU, "ship", "moves", '"yes"'),
        'ship.moves = "yes": expected true or false',
    ),
    "moves left out": (with_line(ANADOLU, "ship", "moves", None), "ship.moves: missing: expected true or false"),
    "touchdown in the sea": (
        with_line(ANADOLU, "strip", "touchdown_x", quantity("-120")),
        "strip.touchdown_x = -120 m: expected on the deck, -106 to 96.3 m",
    ),
    "strip over the side": (
        with_line(ANADOLU, "strip", "centre_y", quantity("-6")),
        "strip.centre_y = -6 m: expected a strip on the deck, centred within -5 to 5 m",
    ),
    "ramp short of the bow": (
        with_line(ANADOLU, "ramp", "length", quantity("40")),
        "ramp.start_x = 49.3 m: expected a ramp that ends at the bow, started at 56.3 m",
    ),
    "hull too full": (
        with_line(ANADOLU, "hull", "block_coefficient", quantity("0.8", "1")),
        "hull.block_coefficient = 0.8: expected displacement / (rho L B T), 0.639",
    ),
    "island on the strip": (
        with_line(ANADOLU, "island", "inner_y", quantity("2")),
        "island.inner_y = 2 m: expected clear of the strip, from 6 m",
    ),
    "second lift wrong": (
        ANADOLU.replace('place = "starboard, forward of the island"', "place = 2"),
        "lift.2.place = 2: expected text",
    ),
    "taper by halves": (
        ANADOLU.replace("[strip]", f"bow_half_width = {quantity('8')}\n\n[strip]"),
        "deck.bow_half_width: expected together with deck.bow_taper_x",
    ),
}


@pytest.mark.parametrize(("text", "line"), SHIPS.values(), ids=SHIPS)
def test_a_wrong_ship_is_refused_with_a_line(tmp_path: Path, text: str, line: str):
    """Wrong ship files are answered likewise."""
    assert problems(tmp_path, text, catalogue.ship) == [f"mine.toml: {line}"]


def test_a_moving_ship_needs_what_moves_it(tmp_path: Path):
    """A ship that moves cannot do without a hull, an airwake and response operators."""
    text = (DATA / "ships" / "runway.toml").read_text().replace("moves = false", "moves = true")
    assert problems(tmp_path, text, catalogue.ship) == [
        f"mine.toml: {name}: missing: expected a table [{name}], since ship.moves = true"
        for name in ("hull", "air", "response")
    ]


def test_a_wrong_sea_is_refused_with_a_line(tmp_path: Path):
    """Unknown spectra and waves steeper than waves can be are refused."""
    text = with_line(SS4, "waves", "spectrum", '"pierson"')
    assert problems(tmp_path, text, catalogue.sea) == [
        "mine.toml: waves.spectrum = \"pierson\": expected 'bretschneider'"
    ]
    steep = with_line(SS4, "waves", "modal_period", quantity("3.0", "s"))
    assert problems(tmp_path, steep, catalogue.sea) == [
        "mine.toml: waves.significant_height = 1.88 m: expected at most 0.936 m at a modal period of 3 s"
    ]


def test_all_problems_of_a_file_are_reported_at_once(tmp_path: Path):
    """Three faults in three sections, two of them in one quantity, give four lines."""
    text = with_line(TB3, "geometry", "span", '{ value = -2.1, unit = "m", grade = "A" }')
    text = with_line(text, "mass", "payload", quantity("280", "m"))
    text = with_line(text, "gear.nose", "stroke", None)
    assert problems(tmp_path, text) == [
        "mine.toml: geometry.span.source: missing: expected where the number comes from",
        "mine.toml: geometry.span = -2.1 m: expected a positive length",
        "mine.toml: mass.payload = 280 m: expected a mass of zero or more, in kg or t or lb",
        "mine.toml: gear.nose.stroke: missing: expected a positive length (travel from extended to bottomed)",
    ]


UNREADABLE = {
    "syntax": (b"[airframe]\nname = \n", r"mine\.toml: not TOML: .*line 2"),
    "doubled key": (b"a = 1\na = 2\n", r"mine\.toml: not TOML: .*line 2"),
    "not text": (b"\xff\xfe\x00", r"mine\.toml: not UTF-8 text"),
    "bottomless": (b"a = " + b"[" * 100_000, r"mine\.toml: not TOML"),
}


@pytest.mark.parametrize(("content", "pattern"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_file_is_refused(tmp_path: Path, content: bytes, pattern: str):
    """Files that are not TOML are refused, with the line where the reader stopped."""
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=pattern):
        catalogue.airframe(path)


def test_an_absent_file_is_refused(tmp_path: Path):
    """No file, or a folder, is a problem of input, not a traceback."""
    with pytest.raises(UnreadableFileError, match="no such file"):
        catalogue.airframe(tmp_path / "absent.toml")
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        catalogue.airframe(tmp_path)


NAMES = {
    "tb33": "airframe tb33: not in the catalogue, did you mean tb3",
    "Mojav": "airframe Mojav: not in the catalogue, did you mean mojave",
    "zeppelin": "airframe zeppelin: not in the catalogue, expected one of anka mojave tb2 tb3",
}


@pytest.mark.parametrize(("name", "line"), NAMES.items(), ids=NAMES)
def test_an_unknown_name_offers_the_nearest(name: str, line: str):
    """A name that is in no catalogue is answered with near ones, or with all."""
    with pytest.raises(UnknownNameError, match=re.escape(line)) as refused:
        catalogue.airframe(name)
    assert len(refused.value.problems) == 1
    assert isinstance(refused.value, CatalogueError)
