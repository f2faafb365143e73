"""NASA's check cases 1 to 10: Flattop against SIM 05, beside the spread of SIM 04, 05 and 06 [Jackson2015].

A difference may be as large as the tools differ among themselves, or as the numbers they start from are rounded,
where that is more.
"""

from pathlib import Path

import numpy as np

from flattop.verification.nesc import files as nesc_files
from flattop.verification.nesc.cases import CASES, COLUMNS, CheckCase
from flattop.verification.nesc.flight import angle_difference, flown
from flattop.verification.table import Findings, Graph, Line, Row

GROUP = "nesc"

SCALE = {"ft": 3e4, "ft/s": 1e3, "deg": 360.0, "deg/s": 30.0, "ft/s2": 32.0, "lbf": 30.0, "ft lbf": 5e-4}
CONSTANTS = 1e-10
"""Relative: WGS 84 states the attraction of the Earth with ten digits, and the tools turn it into feet with as many."""
PRINTED = {
    "speedOfSound_ft_s": 5e-4 / 340.294, "mach": 5e-4 / 340.294, "airDensity_slug_ft3": 5e-5 / 1.225,
    "dynamicPressure_lbf_ft2": 5e-5 / 1.225, "ambientPressure_lbf_ft2": 0.05 / 101325.0,
    "ambientTemperature_dgR": 5e-4 / 288.15,
}  # fmt: skip
"""Relative: half a unit of the last digit of the standard atmosphere's sea-level values [USStandard1976, table 2]."""
WITHOUT_SPREAD = 1e-3
"""Share of a quantity's range that it may differ by where only one tool's figures are at hand."""


def difference(column, a, b):
    """Difference of two values of a column; of angles, the short way round."""
    return angle_difference(a, b) if COLUMNS[column] == "deg" else a - b


def rounding(column, values):
    """Differences that come from the digits of what the tools start from, in the column's unit."""
    if column in PRINTED:
        return PRINTED[column] * float(np.max(np.abs(values)))
    return CONSTANTS * SCALE[COLUMNS[column]]


def spread(column, values):
    """Greatest difference among the tools at any time; None for one tool alone.  values: by tool, each (times,)"""
    if len(values) < 2:
        return None
    sets = list(values.values())
    return max(float(np.max(np.abs(difference(column, a, b)))) for i, a in enumerate(sets) for b in sets[:i])


def column_row(case: CheckCase, column, time, ours, reference, source) -> Row | None:
    """The row of a column at the time of its greatest difference; None where everybody has nothing but zero.

    ours  (times,);  reference  by tool, each (times,), or None
    """
    unit = COLUMNS[column]
    if reference is None:
        return Row(
            group=GROUP, case=case.name, quantity=f"{column} at 30 s", unit=unit, reference=None,
            flattop=float(ours[-1]), tolerance=None, note="no file and no stored figure",
        )  # fmt: skip
    if not any(np.any(v) for v in (ours, *reference.values())):
        return None
    base = reference[nesc_files.BASELINE]
    error = difference(column, ours, base)
    at = int(np.argmax(np.abs(error)))
    wide, digits = spread(column, reference), rounding(column, base)
    allowed = max(wide, digits) if wide is not None else max(WITHOUT_SPREAD * float(np.ptp(base)), digits)
    return Row(
        group=GROUP, case=case.name, quantity=f"{column} at {time[at]:g} s", unit=unit, reference=float(base[at]),
        flattop=float(ours[at]), difference=float(error[at]), tolerance=allowed, spread=wide,
        note=_note(wide, digits, source, len(time)),
    )  # fmt: skip


def _note(wide, digits, source, count):
    if wide is None:
        kind = "SIM 05 alone: 1e-3 of its range"
    else:
        kind = "spread of the tools" if wide >= digits else "rounding, above the spread of the tools"
    return f"{kind}; {source}, {count} time{'s' if count > 1 else ''}"


def case_findings(case: CheckCase, folder: Path | None) -> Findings:
    """One case flown and compared, with the files of the folder or, without one, with the stored figures."""
    time, ours = flown(case)
    reference, problems = nesc_files.given(folder, case.number, time, ours) if folder else (None, [])
    reference = reference or nesc_files.stored(case.number)
    if reference is None:
        rows = [column_row(case, c, time, ours[:, k], None, "") for k, c in enumerate(COLUMNS)]
        return Findings([r for r in rows if r], [], problems)
    places = [int(np.argmin(np.abs(time - t))) for t in reference.time]
    rows = [
        column_row(
            case,
            c,
            reference.time,
            ours[places, k],
            {s: v[:, k] for s, v in reference.values.items()},
            reference.source,
        )
        for k, c in enumerate(COLUMNS)
    ]
    return Findings([r for r in rows if r], [_height_graph(case, reference, ours[places, 0])], problems)


def _height_graph(case, reference, ours):
    base = reference.values[nesc_files.BASELINE][:, 0]
    lines = [
        Line(f"SIM {s} less SIM 05", reference.time, np.abs(v[:, 0] - base), True)
        for s, v in reference.values.items()
        if s != nesc_files.BASELINE
    ]
    lines.append(Line("Flattop less SIM 05", reference.time, np.abs(ours - base), False))
    return Graph(
        f"nesc-{case.number:02d}", f"Case {case.name}", "time (s)", "difference of altitude (ft)", lines, is_log_y=True,
        caption=f"{len(reference.time)} times, {reference.source}.",
    )  # fmt: skip


def findings(folder: Path | None = None, progress=None) -> Findings:
    """All ten cases."""
    found = Findings()
    for case in CASES:
        found = found.added(case_findings(case, folder))
        if progress:
            progress(case.name)
    return found
