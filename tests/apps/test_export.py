"""`flattop export`: complete files and their names, JSON alone on standard output, unusable input in one line each."""

import json
import sys
from pathlib import Path

import pytest

from flattop.apps.cli import main
from flattop.exchange.jsbsim import aircraft


def answered(capsys, *arguments):
    """Exit code, standard output and the lines of standard error of a command."""
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    said = capsys.readouterr()
    return ended.value.code, said.out, said.err.splitlines()


def test_the_files_written_are_named(capsys, tmp_path):
    """Aircraft and two sets of initial conditions below the folder; nothing else is left there."""
    code, out, errors = answered(capsys, "export", "jsbsim", "tb3", "--out", str(tmp_path), "--json")
    found = json.loads(out)
    assert (code, errors, found["model"], found["mass_kg"]) == (0, [], "tb3", 1450.0)
    names = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert names == ["aircraft/tb3/airborne.xml", "aircraft/tb3/runway.xml", "aircraft/tb3/tb3.xml"]
    assert sorted(Path(name) for name in found["files"]) == [tmp_path / name for name in names]
    code, out, _ = answered(capsys, "export", "jsbsim", "tb3", "--mass", "1200", "--out", str(tmp_path))
    assert code == 0
    assert "1,200 kg" in out
    assert "tb3.xml" in out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("jsbsim", "tbx"), "airframe tbx: not in the catalogue, did you mean tb3 or tb2?"),
        (("simulink", "tb3"), "FORMAT = simulink: expected jsbsim"),
        (
            ("jsbsim", "tb3", "--mass", "10"),
            "--mass = 10 kg: expected 820 to 1600 kg, least empty to greatest published",
        ),
    ],
)
def test_unusable_input_is_one_line(capsys, tmp_path, arguments, line):
    """Exit 2 and nothing written."""
    code, out, errors = answered(capsys, "export", *arguments, "--out", str(tmp_path / "out"))
    assert (code, out, errors) == (2, "", [line])
    assert not list(tmp_path.rglob("*.xml"))


@pytest.mark.skipif(sys.platform == "win32", reason="a file in the way is told otherwise there")
def test_a_folder_that_cannot_be_written_is_one_line(capsys, tmp_path):
    """A file stands where the folder should be: no fault of the input."""
    (tmp_path / "file").write_text("")
    code, _, errors = answered(capsys, "export", "jsbsim", "tb3", "--out", str(tmp_path / "file"))
    assert code == 1
    assert len(errors) == 1
    assert "cannot be written to" in errors[0]


def test_a_fault_while_writing_down_leaves_no_file(capsys, tmp_path, monkeypatch):
    """All texts are made before the first file is."""

    def failing(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(aircraft, "_standing", failing)
    code, _, _ = answered(capsys, "export", "jsbsim", "tb3", "--out", str(tmp_path))
    assert code == 1
    assert not list(tmp_path.rglob("*.xml"))
