"""`flattop verify`: groups by name, rows as JSON alone on standard output, problems and exit codes."""

import json

import pytest

from flattop.apps.cli import main
from flattop.verification.groups import GROUPS
from flattop.verification.nesc import comparison as nesc
from flattop.verification.nesc.cases import CASES


def answered(capsys, *arguments):
    """Exit code, standard output and the lines of standard error of a command."""
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    said = capsys.readouterr()
    return ended.value.code, said.out, said.err.splitlines()


def test_groups_are_listed_with_their_questions(capsys):
    """All of them, in words and as JSON."""
    code, out, _ = answered(capsys, "verify", "--list")
    assert code == 0
    assert all(name in out for name in GROUPS)
    code, out, _ = answered(capsys, "verify", "--list", "--json")
    assert [row["group"] for row in json.loads(out)] == list(GROUPS)


def test_a_group_as_rows(capsys, tmp_path):
    """Every row has the promised fields, and the page is written with its figures."""
    code, out, errors = answered(capsys, "verify", "random", "--json", "--out", str(tmp_path))
    rows = json.loads(out)
    assert (code, errors) == (0, [])
    fields = {"group", "case", "quantity", "reference", "flattop", "difference", "tolerance", "passed"}
    assert all(fields <= set(row) and row["passed"] is True for row in rows)
    assert "## random" in (tmp_path / "validation.md").read_text()
    assert (tmp_path / "figures" / "validation-random-nearness.png").stat().st_size > 0


def test_unknown_groups_and_folders_are_refused(capsys, tmp_path):
    """One line each, exit 2, nothing run."""
    code, out, errors = answered(capsys, "verify", "nessie", "--data", str(tmp_path / "none"))
    assert (code, out) == (2, "")
    assert errors[0] == f"GROUP = nessie: expected one of {', '.join(GROUPS)}"
    assert errors[1].endswith("none: expected a folder of reference data")


def test_bad_data_are_said_and_the_rest_runs(capsys, tmp_path, monkeypatch):
    """A file without its columns: told on standard error, the case judged by the stored figures, exit 2."""
    monkeypatch.setattr(nesc, "CASES", CASES[:1])
    (tmp_path / "atmos_01_sim_05.csv").write_text("time,altitudeMsl_m\n0.0,9144.0\n")
    code, out, errors = answered(capsys, "verify", "nesc", "--json", "--data", str(tmp_path))
    assert code == 2
    assert errors[0] == "atmos_01_sim_05.csv: column altitudeMsl_ft: missing; found altitudeMsl_m, expected ft"
    assert all(row["passed"] for row in json.loads(out))


def test_a_shortfall_ends_with_one(capsys, monkeypatch):
    """A sphere dropped through an atmosphere where it should have none: rows fall short and the command ends with 1."""
    monkeypatch.setattr(nesc, "CASES", (CASES[0]._replace(shape=CASES[5].shape),))
    code, out, _ = answered(capsys, "verify", "nesc")
    assert code == 1
    assert "falls short: nesc, 01 dropped sphere without drag: altitudeMsl_ft" in out
