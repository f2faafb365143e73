"""`flattop endurance`: the table, JSON alone on standard output, complete files, one line a problem."""

import json

import pytest
import xarray as xr

from flattop.apps.cli import main

FILES = ["endurance-height.png", "endurance-inputs.png", "endurance-station.png", "endurance.nc"]


def answered(capsys, *arguments):
    """Exit code, standard output and the lines of standard error of a command."""
    with pytest.raises(SystemExit) as ended:
        main(["endurance", *arguments])
    said = capsys.readouterr()
    return ended.value.code, said.out, said.err.splitlines()


def test_a_table_and_its_files(capsys, tmp_path):
    """One row a height with units in the heading, ceilings, a mission, and four files that open."""
    code, out, errors = answered(capsys, "tb3", "--altitude", "20000,0", "--out", str(tmp_path))
    assert (code, errors) == (0, [])
    assert all(
        words in out
        for words in ("altitude (ft)", "20,000", "Service ceiling (100 ft/min)", "On station:", "At 20,000 ft:")
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == FILES
    with xr.open_dataset(tmp_path / "endurance.nc", engine="h5netcdf") as found:
        assert list(found["height"].values) == [0.0, 6096.0]


def test_json_alone(capsys, tmp_path):
    """One object with the load as asked for, ranges beside best values, and the files."""
    load = (
        "--payload",
        "100",
        "--fuel",
        "200",
        "--reserve",
        "30",
        "--altitude",
        "10000",
        "--warmer",
        "10",
        "--wind",
        "20",
    )
    code, out, errors = answered(capsys, "tb2", *load, "--json", "--out", str(tmp_path))
    found = json.loads(out)
    assert (code, errors, len(found["files"])) == (0, [], 4)
    assert (found["attributes"]["mass_kg"], found["attributes"]["reserve_s"]) == (690.0, 1800.0)
    low, best, high = (found["variables"][f"endurance{end}"]["data"][0] for end in ("_low", "", "_high"))
    assert low <= best <= high


def test_without_altitudes_up_to_the_ceiling(capsys, tmp_path):
    """Every 5000 ft."""
    _, out, _ = answered(capsys, "anka", "--json", "--out", str(tmp_path))
    heights = json.loads(out)["coordinates"]["height"]["data"]
    assert heights[:3] == [0.0, 1524.0, 3048.0]


REFUSED = {
    "airframe": (["tb33"], ["did you mean tb3"]),
    "payload": (["tb3", "--payload", "400"], ["--payload = 400 kg: expected 0 to 280 kg"]),
    "fuel above the tank": (["tb3", "--fuel", "500"], ["--fuel = 500 kg"]),
    "mass": (["tb3", "--mass", "3000"], ["--mass = 3000 kg"]),
    "all of them": (["tb3", "--payload", "400", "--fuel", "500", "--mass", "3000"], ["--payload", "--fuel", "--mass"]),
    "above the ceiling": (["tb3", "--altitude", "20000,50000"], ["--altitude = 50,000 ft: expected 0 to"]),
    "speed": (["tb3", "--altitude", "20000", "--speed", "300"], ["--speed = 300 kt: expected"]),
    "no numbers": (["tb3", "--altitude", "high", "--speed", "fast"], ["--altitude", "--speed"]),
    "reserve": (["tb3", "--reserve", "-1"], ["--reserve = -1 min: expected 0 to 1440 min"]),
    "not a number": (["tb3", "--payload", "nan"], ["--payload"]),
    "margin": (["tb3", "--stall-margin", "0.9"], ["--stall-margin = 0.9: expected 1.1 to 2"]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_bad_input_is_one_line_a_problem(capsys, tmp_path, name):
    """Exit 2, nothing on standard output, nothing written."""
    arguments, expected = REFUSED[name]
    code, out, errors = answered(capsys, *arguments, "--out", str(tmp_path / "none"))
    assert (code, out, len(errors)) == (2, "", len(expected))
    assert all(words in line for words, line in zip(expected, errors, strict=True))
    assert not (tmp_path / "none").exists()


def test_an_interrupt_leaves_no_part(capsys, tmp_path, monkeypatch):
    """Ctrl-C while drawing: exit 130 and no file."""
    from flattop.reports.figures import endurance

    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(endurance, "pictures", interrupted)
    code, _, _ = answered(capsys, "tb3", "--altitude", "0", "--out", str(tmp_path))
    assert code == 130
    assert list(tmp_path.iterdir()) == []
