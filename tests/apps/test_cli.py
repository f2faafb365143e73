"""The command line: exit codes, one line a problem, JSON alone on standard output, and a light start."""

import errno
import json
import math
import os
import subprocess
import sys

import pytest

from flattop.apps.cli import main
from flattop.apps.options import line_of
from flattop.catalogue import sea
from flattop.quantities.constants import KNOT
from flattop.scenario.condition import Condition
from flattop.scenario.errors import UnusableConditionError


def answered(capsys, *arguments):
    """Exit code, standard output and the lines of standard error of a command."""
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    said = capsys.readouterr()
    return ended.value.code, said.out, said.err.splitlines()


def test_list_names_the_catalogue(capsys):
    """Every shelf is listed, and one shelf alone when it is named."""
    code, out, _ = answered(capsys, "list")
    assert code == 0
    assert all(name in out for name in ("tb3", "izumo", "anadolu", "runway", "ss4", "standard"))
    code, out, _ = answered(capsys, "list", "seas")
    assert code == 0
    assert "ss4" in out
    assert "tb3" not in out


def test_list_in_json(capsys):
    """The JSON holds every shelf with names and titles."""
    code, out, errors = answered(capsys, "list", "--json")
    shelves = json.loads(out)
    assert (code, errors) == (0, [])
    assert "izumo" in [ship["name"] for ship in shelves["ships"]]


def test_show_gives_every_number(capsys):
    """Each number comes with unit, range, grade and source, uncut."""
    code, out, _ = answered(capsys, "show", "tb3")
    assert code == 0
    assert "geometry.span" in out
    assert "https://journalposts.com/turkish-strike-drone-completes-first-carrier-landing-takeoff" in out


def test_show_in_json(capsys):
    """The JSON rows hold numbers, not texts."""
    code, out, _ = answered(capsys, "show", "izumo", "--json")
    rows = {row["path"]: row for row in json.loads(out)["numbers"]}
    assert code == 0
    assert rows["deck.bow_x"]["value"] == 123.0


def test_show_reads_a_file(capsys, tmp_path):
    """A path to a TOML file goes wherever a name does, and is recognised by its heading."""
    from flattop.catalogue import ship

    entry = ship("izumo")
    path = tmp_path / "mine.toml"
    path.write_text((entry.folder / entry.source_file).read_text(encoding="utf-8"), encoding="utf-8")
    code, out, _ = answered(capsys, "show", str(path))
    assert code == 0
    assert "mine.toml" in out


REFUSED = {
    "unknown verb": (["fli", "tb3", "izumo"], ["Did you mean 'fly'?"]),
    "unknown option": (["fly", "tb3", "izumo", "--hss", "2"], ["--hss"]),
    "missing ship": (["fly", "tb3"], ["SHIP"]),
    "no number": (["fly", "tb3", "izumo", "--hs", "high"], ["--hs"]),
    "unknown shelf": (["list", "boats"], ["expected one of airframes ships seas pilots"]),
    "unknown entry": (["show", "tb33"], ["did you mean tb3"]),
    "unknown names": (["fly", "tb33", "izum"], ["did you mean tb3", "did you mean izumo?"]),
    "no such file": (["show", "nowhere/x.toml"], ["no such file"]),
    "unknown sea": (["envelope", "tb3", "izumo", "--seas", "ss4,ss44"], ["sea ss44"]),
    "list of no numbers": (["envelope", "tb3", "izumo", "--speeds", "1,x"], ["--speeds"]),
    "wind out of range": (
        ["envelope", "tb3", "izumo", "--speeds", "10,90", "--angles", "200"],
        ["--speeds = 90 kt: expected 0 to 77.75 kt", "--angles = 200 deg: expected -180 to 180 deg"],
    ),
    "negative seed": (["fly", "tb3", "izumo", "--seed", "-1"], ["--seed"]),
    "flap": (["trim", "tb3", "--flap", "2"], ["--flap = 2: expected 0 to 1"]),
    "mass": (["trim", "tb3", "--mass", "99999"], ["--mass = 99999 kg: expected 820 to 1600 kg"]),
    "warmth": (["trim", "tb3", "--warmer", "70"], ["--warmer = 70 K: expected -60 to 40 K"]),
    "turbulence": (["fly", "tb3", "izumo", "--turbulence", "-3"], ["--turbulence = -3: expected 0 to 4"]),
    "size": (["assess", "tb3", "izumo", "--size", "huge"], ["quick"]),
    "condition": (
        ["fly", "tb3", "izumo", "--hs", "-1", "--wod", "99", "--wod-angle", "200", "--mass", "1", "--ship-speed", "99"],
        [
            "--wod = 99 kt: expected 0 to 77.75 kt",
            "--wod-angle = 200 deg: expected -180 to 180 deg",
            "--ship-speed = 99 kt: expected 0 to 58.31 kt",
            "--hs = -1 m: expected 0 to 14 m",
            "--mass = 1 kg: expected 820 to 1600 kg",
        ],
    ),
    "ship": (
        ["fly", "tb3", "izumo", "--ship-speed", "31", "--run", "300", "--hs", "8"],
        ["--run = 300 m: expected 5 to 245 m", "--ship-speed = 31 kt: expected 0 to 30 kt for izumo"],
    ),
    "steep sea": (
        ["fly", "tb3", "izumo", "--hs", "8", "--tp", "6"],
        ["--hs = 8 m: expected 0 to 3.745 m at a modal period of 6 s"],
    ),
    "not a number": (["fly", "tb3", "izumo", "--hs", "nan"], ["--hs = nan m: expected 0 to 14 m"]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bad_input_is_one_line_a_problem(capsys, name):
    """Unusable input ends with 2, nothing on standard output, one line per problem and no traceback."""
    arguments, expected = REFUSED[name]
    code, out, errors = answered(capsys, *arguments)
    assert (code, out) == (2, "")
    assert len(errors) == len(expected)
    assert all(words in line for words, line in zip(expected, errors, strict=True))


SAME_WORDS = {
    "wind_over_deck": (50.0, "--wod", 50.0 / KNOT),
    "ship_speed": (31.0, "--ship-speed", 31.0 / KNOT),
    "wind_from": (4.0, "--wod-angle", math.degrees(4.0)),
    "temperature_offset": (-80.0, "--warmer", -80.0),
    "turbulence": (9.0, "--turbulence", 9.0),
    "modal_period": (2.0, "--tp", 2.0),
    "significant_height": (15.0, "--hs", 15.0),
}


@pytest.mark.parametrize("field", SAME_WORDS)
def test_both_doors_use_the_same_words(capsys, field):
    """In Python and on the command line one line, alike but for name and unit."""
    value, option, stated = SAME_WORDS[field]
    with pytest.raises(UnusableConditionError) as refused:
        Condition(**{"wind_over_deck": 10.0, field: value})
    _, _, errors = answered(capsys, "fly", "tb3", "izumo", option, repr(stated))
    assert errors == [line_of(refused.value.faults[0])]
    assert refused.value.problems[0].startswith(f"{field} = {value:g}")


def test_a_sea_of_ones_own_is_named_where_it_is_wrong(capsys, tmp_path):
    """A sea that the catalogue takes, but no condition can be made of: the line names file and field."""
    ss6 = sea("ss6")
    high = (ss6.folder / ss6.source_file).read_text(encoding="utf-8")
    high = high.replace("value = 5.0, low = 4.0, high = 6.0", "value = 15.0, low = 4.0, high = 16.0")
    path = tmp_path / "high.toml"
    path.write_text(high.replace("value = 12.4", "value = 16.0"), encoding="utf-8")
    expected = f"{path}: significant_height = 15 m: expected 0 to 14 m"
    for verb in (("fly", "tb3", "izumo", "--sea", str(path)), ("envelope", "tb3", "izumo", "--seas", str(path))):
        code, _, errors = answered(capsys, *verb)
        assert (code, errors) == (2, [f"{verb[-2]} {expected}"])


def test_help_states_ranges_in_the_units_of_the_options(capsys):
    """Taken from the fields of the condition."""
    _, out, _ = answered(capsys, "fly", "--help")
    words = " ".join(out.replace("│", " ").split())
    assert "(0 to 77.75 kt)" in words
    assert "(-180 to 180 deg)" in words
    assert "(3 to 25 s)" in words


def test_unwritable_folder_is_said_first(capsys, tmp_path, monkeypatch):
    """An output folder that cannot be used is refused before anything flies; the input is not at fault."""
    from flattop.apps import fly

    monkeypatch.setattr(fly, "_flown", lambda *_: pytest.fail("it flew"))
    (tmp_path / "taken").write_text("")
    code, _, errors = answered(capsys, "fly", "tb3", "izumo", "--out", str(tmp_path / "taken"))
    assert code == 1
    assert len(errors) == 1
    assert "cannot be written to" in errors[0]


UNWRITTEN = {
    "full disk": (OSError(errno.ENOSPC, "No space left on device", "trim.nc"), "trim.nc: no space left on device"),
    "not allowed": (PermissionError(errno.EACCES, "Permission denied", "trim.nc"), "trim.nc: permission denied"),
    "words alone": (OSError("Can't write data\n(file write failed)"), "Can't write data"),
}


@pytest.mark.parametrize("name", UNWRITTEN)
def test_a_failure_to_write_ends_with_1(capsys, tmp_path, monkeypatch, name):
    """One line without a traceback, and no half of a file: the input was fine."""
    from flattop.reports.pages.folder import Folder

    raised, expected = UNWRITTEN[name]

    def fails(*_):
        raise raised

    monkeypatch.setattr(Folder, "_whole", fails)
    code, out, errors = answered(capsys, "trim", "tb3", "--out", str(tmp_path))
    assert (code, out, errors) == (1, "", [expected])
    assert list(tmp_path.iterdir()) == []


def test_interrupt_ends_with_130(capsys, tmp_path, monkeypatch):
    """Ctrl-C ends with 130 and one line, and leaves no file."""
    from flattop.apps import fly

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(fly, "_flown", interrupted)
    code, _, errors = answered(capsys, "fly", "tb3", "izumo", "--out", str(tmp_path))
    assert code == 130
    assert len(errors) == 1
    assert list(tmp_path.iterdir()) == []


def test_fault_ends_with_1(capsys, tmp_path, monkeypatch):
    """An internal fault is no bad input: it ends with 1 and shows where it happened."""
    from flattop.apps import fly

    monkeypatch.setattr(fly, "_flown", lambda *_: 1 / 0)
    code, _, errors = answered(capsys, "fly", "tb3", "izumo", "--out", str(tmp_path))
    assert code == 1
    assert "ZeroDivisionError: division by zero" in errors
    assert errors[-1].startswith("internal fault")


def test_trim_writes_and_tells(capsys, tmp_path):
    """A trim curve in JSON, its files named."""
    code, out, _ = answered(capsys, "trim", "tb3", "--out", str(tmp_path), "--json")
    found = json.loads(out)
    assert code == 0
    assert len(found["variables"]["alpha"]["data"]) == 25
    assert sorted(path.name for path in tmp_path.iterdir()) == ["trim.nc", "trim.png"]
    assert len(found["files"]) == 2


@pytest.mark.parametrize("arguments", [["list"], ["show", "tb3"], ["show", "--help"], ["--help"]])
def test_verbs_that_fly_nothing_start_light(arguments):
    """They import neither numba nor numpy, nor what draws: that is what keeps their start below a second."""
    heavy = "('numpy', 'numba', 'scipy', 'xarray', 'matplotlib', 'jinja2')"
    script = (
        "import sys\nfrom flattop.apps.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        f"sys.exit(' '.join(m for m in {heavy} if m in sys.modules) or None)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=os.environ, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_fly_names_its_files(capsys, tmp_path):
    """One flight writes trajectory, picture and page, and its JSON is the outcome with the files."""
    code, out, _ = answered(capsys, "fly", "tb3", "anadolu", "--launch", "--hs", "1", "--out", str(tmp_path), "--json")
    found = json.loads(out)
    assert code == 0
    assert found["outcome"] == "launched"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["flight.png", "report.html", "trajectory.nc"]
    assert len(found["files"]) == 3


def test_envelope_tells_the_wind_needed(capsys, tmp_path):
    """An envelope of one condition gives a table and names polar and results."""
    one = ("--speeds", "20", "--angles", "0", "--seas", "ss3", "--budget", "80", "--out", str(tmp_path))
    code, out, _ = answered(capsys, "envelope", "tb3", "izumo", *one)
    assert code == 0
    assert "80 flights" in out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["envelope-recovery.nc", "polar-recovery.png"]


def test_assess_writes_a_report(capsys, tmp_path, monkeypatch):
    """An assessment, here of one condition, prints both verdicts and writes one page with everything beside it."""
    from flattop.studies import sizes
    from flattop.studies.envelope import Grid

    one = Grid(speeds=(10.0, 15.0), angles=(0.0,), heights=(1.88,), periods=(8.8,))
    monkeypatch.setitem(sizes.SIZES, "quick", sizes.Size(budget=128, flights=64, grid=one, sensitivity=None))
    code, out, _ = answered(capsys, "assess", "tb3", "izumo", "--size", "quick", "--out", str(tmp_path))
    assert code == 0
    assert "Launch:" in out
    assert "Recovery:" in out
    names = {path.name for path in tmp_path.iterdir()}
    assert {"report.html", "envelope-launch.nc", "polar-recovery.png", "trajectory-launch.nc"} <= names
    assert "--seed 1" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_an_own_airframe_is_not_parked_as_the_one_of_its_name(capsys, tmp_path, monkeypatch):
    """The spotting is given what was typed, not the name within the file: the catalogue's outline is another aircraft's."""
    from flattop.apps import assess
    from flattop.apps.verb import UnusableInputError
    from flattop.catalogue import airframe

    entry, own, asked = airframe("tb3"), tmp_path / "own.toml", []
    own.write_bytes((entry.folder / entry.source_file).read_bytes())

    def parking(*arguments):
        asked.append(arguments)
        raise UnusableInputError(["that is enough"])

    monkeypatch.setattr(assess, "parking", parking)
    assert answered(capsys, "assess", str(own), "izumo", "--out", str(tmp_path / "out"))[0] == 2
    assert asked == [(str(own), "izumo", 1)]
