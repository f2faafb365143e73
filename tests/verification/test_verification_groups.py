"""The other groups of checks: that each judges right and wrong rightly, without flying or deriving anything large."""

import math
from importlib import import_module
from inspect import signature

import numpy as np
import pytest

from flattop.physics.air.turbulence import turbulence_scales
from flattop.reports.pages.verification import cells, nearness, page, summary
from flattop.verification.groups import GROUPS
from flattop.verification.jsbsim.turbulence import band_powers, deviations
from flattop.verification.self import checks as self_checks
from flattop.verification.self import published, random, turbulence
from flattop.verification.self.marched import FRAME, filters
from flattop.verification.ships import seakeeping
from flattop.verification.ships.files import FORMS, problems_of, usable_folder
from flattop.verification.ships.statistics import level_rate
from flattop.verification.table import Row, compared

SCALES = turbulence_scales(30.0, 15.0)


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_every_group_has_its_findings(group):
    """The module a group names is there and gives findings of a folder."""
    module = import_module(f"flattop.verification.{group.module}")
    assert list(signature(module.findings).parameters) == ["folder", "progress"]


def point(method, heave, computed, froude=0.28, wavelength=1.0, phase=None):
    """A point as the derivation answers."""
    return {
        "model": "M", "method": method, "froude": froude, "wavelength": wavelength, "heave": heave, "pitch": None,
        "computed_heave": computed, "computed_pitch": 0.0, "heave_phase": phase, "pitch_phase": None,
        "computed_heave_phase": 0.0, "computed_pitch_phase": 0.0,
    }  # fmt: skip


def test_published_spectra_hold_their_variances():
    """The integral of each density is the square of the intensity: to 1e-3 in the tails outside 1e-4 to 1e4 rad/s."""
    grid = np.geomspace(1e-4, 1e4, 20001)
    for axis in "uvwp":
        density = published.published_spectrum(axis, grid, SCALES)
        variance = published.published_deviation(axis, SCALES) ** 2
        assert np.trapezoid(density, grid) == pytest.approx(variance, rel=1e-3)


def test_a_marched_spectrum_holds_its_variance():
    """Parseval for the marched filters, up to half the frame rate: the trapezoidal rule to 1e-4."""
    marched = filters(SCALES)
    grid = np.linspace(0.0, math.pi / FRAME, 40001)
    assert np.trapezoid(marched.spectrum(grid), grid, axis=0) == pytest.approx(np.diag(marched.covariance()), rel=1e-4)


def test_gusts_along_across_and_down_are_the_published_ones():
    """Rows of u, v, w and p at all heights; q and r are judged by the command."""
    for height in turbulence.HEIGHTS:
        rows = turbulence.scale_rows(height) + turbulence.spectrum_findings(height).rows
        kept = [row for row in rows if not row.quantity.endswith((" q", " r")) and " q," not in row.quantity]
        assert [row.quantity for row in kept if row.passed is False and " r," not in row.quantity] == []


def test_sampled_gusts_are_measured_as_they_were_made():
    """White noise of 1, 2, 3, 4 m/s: deviations and band powers within 4.9 standard errors, a chance of 1e-6."""
    x = np.random.default_rng(1).standard_normal((40, 20000, 4)) * np.arange(1.0, 5.0)
    for sample, value in zip(deviations(x), (1.0, 2.0, 3.0, 4.0), strict=True):
        assert abs(sample.value - value) < 4.9 * sample.error
    flat = 0.005 / math.pi  # one-sided density of unit white noise at 5 ms
    for k, axis in enumerate(band_powers(x, (1.0, 5.0, 20.0))):
        for sample, width in zip(axis, (4.0, 15.0), strict=True):
            assert abs(sample.value - flat * width * (k + 1.0) ** 2) < 4.9 * sample.error


def test_random_numbers_pass_their_own_checks():
    """Published vectors, moments and streams."""
    assert [row.quantity for row in random.findings().rows if row.passed is not True] == []


def test_moments_of_numbers_that_are_not_normal_fall_short():
    """Uniform numbers of unit variance: the fourth moment and the distribution give them away."""
    x = np.random.default_rng(1).uniform(-math.sqrt(3.0), math.sqrt(3.0), (500, 40))
    assert [row.passed for row in random.moment_rows(x)] == [True, True, False, False]


def test_mean_errors_are_judged_at_the_speeds_of_the_aim_only():
    """0.12 falls short at Froude 0.28 and is shown at 0.41; short waves do not count."""
    found = [point("joined", 1.0, 1.12), point("joined", 1.0, 2.0, wavelength=0.5), point("strip", 1.0, 1.05)]
    row = seakeeping.error_row(found, "case", "heave", True)
    assert row is not None
    assert row.flattop == pytest.approx(0.12)
    assert row.passed is False
    assert "strip 0.050" in row.note
    fast = seakeeping.error_row(found, "case", "heave", False)
    assert fast is not None
    assert fast.verdict == "not judged"
    assert seakeeping.error_row(found, "case", "pitch", True) is None


def test_phases_are_compared_the_short_way_round():
    """-175 beside 175 degrees is a difference of 10."""
    measured = point("joined", 1.0, 1.0, phase=math.radians(175.0))
    (row,) = seakeeping.phase_rows([measured | {"computed_heave_phase": math.radians(-175.0)}])
    assert row.difference == pytest.approx(10.0)


def test_folders_of_motions_are_checked(tmp_path):
    """Missing columns, text and numbers out of range, each with file and column; stored figures stand in."""
    good = "hull,froude,wavelength_over_length,heave_over_wave_amplitude\n"
    path = tmp_path / "wigley_heave.csv"
    path.write_text("# wave\nhull,froude,wavelength_over_length\nIII,0.3,1.25\n")
    with usable_folder(tmp_path) as (folder, problems):
        assert problems == ["wigley_heave.csv: column heave_over_wave_amplitude: missing"]
        assert len(list(folder.iterdir())) == 4
        assert "III,0.3,1.25,1.28" in (folder / "wigley_heave.csv").read_text()
    path.write_text(good + "III,0.3,3.75 m,1.28\nIII,0.3,37.5,1.28\n")
    assert problems_of(path, FORMS[path.name]) == [
        "wigley_heave.csv: column wavelength_over_length: row 1: '3.75 m', expected a number",
        "wigley_heave.csv: column wavelength_over_length: row 2: 37.5, expected 0.2 to 12: is it in other units?",
    ]


def test_crossings_of_a_sine_are_its_frequency():
    """A sine of 0.1 Hz crosses every level below its height once in ten seconds."""
    x = np.sin(2.0 * math.pi * 0.1 * np.arange(0.0, 1000.25, 0.25) - 0.1)[None, :]
    assert level_rate(x, 0.5)[0] == pytest.approx(0.1, abs=1e-6)


def test_conservation_and_coverage_hold():
    """Energy, momenta, the order of the rule, and the intervals' least coverage."""
    rows = self_checks.conservation_findings().rows + self_checks.coverage_findings().rows
    assert [row.quantity for row in rows if row.passed is not True] == []


def test_two_rates_may_differ_by_both_their_intervals():
    """Half of 100 beside half of 100: sqrt 2 of the half-width; none of 512 beside one of 512 is no contradiction."""
    from flattop.studies.intervals import clopper_pearson

    half = float(clopper_pearson(50, 100, self_checks.SURE)[1]) - 0.5
    assert self_checks.reach(50, 100, 50, 100) == pytest.approx(math.sqrt(2.0) * half, rel=1e-9)
    assert self_checks.reach(0, 512, 1, 512) > 1.0 / 512.0


def test_the_page_shows_what_falls_short():
    """A shortfall is listed first, with its note; the table holds every row; a row that is not finite falls short."""
    rows = [
        compared("random", "case", "good", "1", 1.0, 1.0, 0.1),
        compared("random", "case", "bad", "m", 1.0, 2.0, 0.1, "because"),
        compared("random", "case", "lost", "m", 1.0, math.nan, 0.1),
        Row(group="random", case="c", quantity="open", unit="1", reference=None, flattop=1.0, tolerance=None),
    ]
    assert summary(rows) == "4 rows: 1 passed, 2 fall short, 1 no reference"
    text = page(rows, [], {"random": "What?"}, ["file: column: wrong"])
    assert "- **random, case**: bad: 1 m against 0.1; because" in text
    assert "- file: column: wrong" in text
    assert text.count("| case |") == 4  # the head and three rows of it
    assert cells(rows[3])[4:9] == ("-", "1", "-", "-", "-")
    assert rows[2].as_json()["flattop"] is None
    assert nearness("random", rows[:2]) is not None
    assert nearness("nesc", rows) is None
