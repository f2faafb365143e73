"""NASA's check cases: that they fly, that their files are read with care, and that their problems are said."""

import csv
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from flattop.quantities.constants import FOOT
from flattop.verification.nesc import comparison as nesc
from flattop.verification.nesc import files as nesc_files
from flattop.verification.nesc.cases import CASES, COLUMNS, UNITS
from flattop.verification.nesc.flight import angle_difference, flown, start
from flattop.verification.table import Findings, exit_code


@pytest.fixture(scope="module")
def dropped():
    """The sphere without drag, flown."""
    return flown(CASES[0])


def written(folder: Path, number: int, sim: str, time, values, header=("time", *COLUMNS)):
    """A file in NASA's form."""
    path = folder / f"atmos_{number:02d}_sim_{sim}.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows([[t, *row] for t, row in zip(time, values, strict=True)])
    return path


def test_cases_begin_where_nasa_says():
    """Heights in feet, and rates in degrees, to the rounding of the turn into SI and back."""
    time, values = flown(CASES[3]._replace(shape=CASES[0].shape), step=0.1)
    column = {name: values[0, k] for k, name in enumerate(COLUMNS)}
    assert time[0] == 0.0
    assert column["altitudeMsl_ft"] == pytest.approx(30000.0, abs=1e-6)  # 6e6 m times 2e-16, in feet, a few times
    rates = [column[f"bodyAngularRateWrtEi_deg_s_{axis}"] for axis in ("Roll", "Pitch", "Yaw")]
    assert rates == pytest.approx([10.0, 20.0, 30.0], rel=1e-14)


def test_a_cannonball_at_rest_in_the_turning_frame_turns_with_it():
    """Case 10 faces north: the Earth's rate lies along its nose."""
    assert start(CASES[9]).w_B == pytest.approx((7.292115e-5, 0.0, 0.0), abs=1e-18)


def test_the_step_of_the_tumbling_brick_no_longer_matters():
    """Halving 0.01 s: order four leaves a sixteenth of 1e-9 rad, so the two lie within 1e-7 deg."""
    case = CASES[1]._replace(number=2)
    fine, coarse = (flown(case, step)[1][:21, 6:9] for step in (0.005, 0.01))
    assert np.max(np.abs(angle_difference(fine, coarse))) < 1e-7


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_stays_within_its_tolerances(case):
    """Each row against the stored figures: inside the spread of NASA's tools or the rounding of their constants."""
    found = nesc.case_findings(case, None)
    assert len(found.rows) >= 14
    assert [row.quantity for row in found.rows if row.passed is not True] == []


def test_a_case_without_reference_runs_and_says_so(dropped):
    """No file and no figure: a row with a value, and no verdict."""
    time, values = dropped
    row = nesc.column_row(CASES[0], "altitudeMsl_ft", time, values[:, 0], None, "")
    assert row is not None
    assert (row.reference, row.passed, row.verdict) == (None, None, "no reference")
    assert row.flattop == pytest.approx(15599.0, abs=1.0)  # 30 000 ft less 32.1 x 30^2/2


def test_one_tool_alone_is_compared_within_a_thousandth_of_the_range(dropped):
    """Without a spread the project's aim takes its place."""
    time, values = dropped
    row = nesc.column_row(CASES[0], "altitudeMsl_ft", time, values[:, 0], {"05": values[:, 0] + 1.0}, "files")
    assert row is not None
    assert row.tolerance == pytest.approx(1e-3 * 14401.1, rel=1e-4)
    assert row.spread is None


def test_files_of_a_folder_are_compared_at_common_times(tmp_path, dropped):
    """One tool at 10 Hz, one at 2 Hz with times of seven digits: the 61 common times."""
    time, values = dropped
    written(tmp_path, 1, "05", np.float32(time[::5]), values[::5])
    written(tmp_path, 1, "04", time, values)
    reference, problems = nesc_files.given(tmp_path, 1, time, values)
    assert problems == []
    assert reference is not None
    assert reference.time == pytest.approx(time[::5])
    assert set(reference.values) == {"04", "05"}


@pytest.mark.parametrize(
    ("column", "other", "factor"),
    [
        ("altitudeMsl_ft", "in m", FOOT),
        ("feVelocity_ft_s_Z", "in m/s", FOOT),
        ("feVelocity_ft_s_Z", "in kt", 3600.0 * FOOT / 1852.0),
        ("eulerAngle_deg_Roll", "in rad", np.pi / 180.0),
        ("airDensity_slug_ft3", "in kg/m3", UNITS["slug/ft3"]),
        ("ambientTemperature_dgR", "in K", 5.0 / 9.0),
        ("localGravity_ft_s2", "in m/s2", FOOT),
    ],
)  # fmt: skip
def test_other_units_are_named(tmp_path, dropped, column, other, factor):
    """A column in another unit is said with file, column and the unit it looks like; the file is left out."""
    time, values = dropped
    changed = values.copy()
    changed[:, list(COLUMNS).index(column)] *= factor
    written(tmp_path, 1, "05", time, changed)
    reference, problems = nesc_files.given(tmp_path, 1, time, values)
    assert reference is None
    assert len(problems) == 1
    assert problems[0].startswith(f"atmos_01_sim_05.csv: column {column}: ")
    assert f"{other}, expected" in problems[0]


def test_missing_columns_are_named_with_what_stands_instead(tmp_path, dropped):
    """Each missing column is a line; one under another unit's name is pointed at."""
    time, values = dropped
    header = ["time", *("altitudeMsl_m" if c == "altitudeMsl_ft" else c for c in COLUMNS)]
    header[header.index("mach")] = "machNumber"
    written(tmp_path, 1, "05", time, values, header)
    _, problems = nesc_files.given(tmp_path, 1, time, values)
    assert problems == [
        "atmos_01_sim_05.csv: column altitudeMsl_ft: missing; found altitudeMsl_m, expected ft",
        "atmos_01_sim_05.csv: column mach: missing",
    ]


def test_other_sampling_is_said(tmp_path, dropped):
    """One sample a second, and a clock in milliseconds."""
    time, values = dropped
    written(tmp_path, 1, "05", time[::10], values[::10])
    written(tmp_path, 1, "04", 1000.0 * time, values)
    _, problems = nesc_files.given(tmp_path, 1, time, values)
    expected = "no sample at 0.5 s, expected 0 to 30 s by 0.1 s, or by 0.5 s at most"
    assert problems == [f"atmos_01_sim_{sim}.csv: column time: {expected}" for sim in ("04", "05")]


def test_cells_that_are_no_numbers_are_said_with_their_line(tmp_path, dropped):
    """Text, and what is not finite."""
    time, values = dropped
    rows = [list(map(str, row)) for row in values]
    rows[3][1] = "n/a"
    written(tmp_path, 1, "05", time, rows)
    rows[3][1] = "nan"
    written(tmp_path, 1, "06", time, rows)
    _, problems = nesc_files.given(tmp_path, 1, time, values)
    assert problems == [
        "atmos_01_sim_05.csv: column longitude_deg: line 5 holds 'n/a', expected a number",
        "atmos_01_sim_06.csv: column longitude_deg: line 5 is not finite",
    ]


def test_a_bad_file_leaves_its_case_to_the_stored_figures(tmp_path, dropped):
    """The case still runs, the problem is told, and the command would end with 2."""
    time, values = dropped
    written(tmp_path, 1, "05", time, values, ["time", *list(COLUMNS)[:-1], "q"])
    found = nesc.case_findings(CASES[0], tmp_path)
    assert len(found.problems) == 1
    assert all(row.passed and "stored figures" in row.note for row in found.rows)
    assert exit_code(found) == 2


def test_stored_figures_cover_all_cases():
    """Three tools at each stored time; the last time is the end of the flight."""
    assert (files("flattop.verification") / "data" / "nesc.csv").is_file()
    for case in CASES:
        figures = nesc_files.stored(case.number)
        assert figures is not None
        assert figures.time[-1] == 30.0
        assert all(v.shape == (len(figures.time), len(COLUMNS)) for v in figures.values.values())


def test_exit_codes():
    """Nothing wrong 0; a wrong Flattop 1, before data that could not be used, 2."""
    good = nesc.column_row(CASES[0], "mach", np.zeros(1), np.ones(1), {"05": np.ones(1), "04": np.ones(1)}, "")
    bad = nesc.column_row(CASES[0], "mach", np.zeros(1), np.full(1, 2.0), {"05": np.ones(1), "04": np.ones(1)}, "")
    assert good is not None
    assert bad is not None
    assert exit_code(Findings([good])) == 0
    assert exit_code(Findings([good], [], ["x"])) == 2
    assert exit_code(Findings([good, bad], [], ["x"])) == 1
