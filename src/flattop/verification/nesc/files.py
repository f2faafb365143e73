"""NASA's trajectories from a folder of files `atmos_NN_sim_SS.csv`, checked before they are compared with anything.

Every problem is one line naming file and column; a file with a problem is left out, and without SIM 05 the stored
figures stand in for the folder.
"""

import csv
import re
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import numpy as np

from flattop.verification.nesc.cases import COLUMNS, UNITS

SIMULATIONS = ("04", "05", "06")
"""The tools that agree among themselves; SIM 02 lies apart, and the others lack cases."""
BASELINE = "05"
NAME = re.compile(r"atmos_(\d\d)_sim_(\d\d)\.csv", re.IGNORECASE)
SECONDS = 30.0
LARGEST_GAP = 0.5
CLOCK = 1e-5
"""How far a time may lie from a multiple of the interval [s]: times are stored with seven digits by some tools."""

OTHER_UNITS = {
    "ft": {"m": 1.0, "km": 1000.0}, "ft/s": {"m/s": 1.0, "kt": 1852.0 / 3600.0}, "deg": {"rad": 1.0},
    "deg/s": {"rad/s": 1.0}, "ft/s2": {"m/s2": 1.0}, "slug/ft3": {"kg/m3": 1.0}, "lbf/ft2": {"Pa": 1.0, "hPa": 100.0},
    "degR": {"K": 1.0}, "lbf": {"N": 1.0}, "ft lbf": {"N m": 1.0}, "1": {},
}  # fmt: skip
"""Units a column might be in by mistake, with their size in SI."""


class Trajectories(NamedTuple):
    """One case by several tools at common times: columns by tool, shape (times, columns), in the files' units."""

    time: np.ndarray
    values: dict[str, np.ndarray]
    source: str


class UnusableFileError(Exception):
    """A file that cannot be compared; its text names file and column."""


def stored(number: int) -> Trajectories | None:
    """The figures kept in the project for a case."""
    text = (files("flattop.verification") / "data" / "nesc.csv").read_text()
    rows = [r for r in csv.DictReader(line for line in text.splitlines() if line[0] != "#") if int(r["case"]) == number]
    times = sorted({float(r["time"]) for r in rows})
    values = {sim: np.array([[float(r[c]) for c in COLUMNS] for r in rows if r["sim"] == sim]) for sim in SIMULATIONS}
    return Trajectories(np.array(times), values, "stored figures") if rows else None


def given(folder: Path, number: int, time, flown) -> tuple[Trajectories | None, list[str]]:
    """A case from the files of a folder, at Flattop's times, and what was wrong with them.

    time, flown  Flattop's own flight, by which units are recognised: (times,), (times, columns)
    """
    found, problems = {}, []
    for path in sorted(folder.iterdir()):
        match = NAME.fullmatch(path.name)
        if not match or int(match[1]) != number or match[2] not in SIMULATIONS:
            continue
        try:
            clock, values = read(path)
            _check_units(path, clock, values, time, flown)
            found[match[2]] = (clock, values)
        except UnusableFileError as problem:
            problems += problem.args
    if BASELINE not in found:
        return None, problems
    times = np.array([t for t in time if all(np.any(np.abs(clock - t) < CLOCK) for clock, _ in found.values())])
    values = {sim: v[[int(np.argmin(np.abs(clock - t))) for t in times]] for sim, (clock, v) in found.items()}
    return Trajectories(times, values, "files"), problems


def read(path: Path):
    """Times, shape (times,), and the compared columns of a file, shape (times, columns)."""
    with path.open(newline="") as file:
        rows = list(csv.reader(file))
    header = [name.strip() for name in rows[0]] if rows else []
    missing = [name for name in ("time", *COLUMNS) if name not in header]
    if missing:
        raise UnusableFileError(*(f"{path.name}: column {c}: missing{_nearest(c, header)}" for c in missing))
    places = [header.index(name) for name in ("time", *COLUMNS)]
    table = np.array([_numbers(path, line, row, places) for line, row in enumerate(rows[1:], 2) if row])
    _check_sampling(path, table[:, 0] if len(table) else np.empty(0))
    return table[:, 0], table[:, 1:]


def _nearest(column, header):
    stem = column.split("_")[0]
    near = [name for name in header if name.startswith(stem) and name not in COLUMNS]
    return f"; found {near[0]}, expected {COLUMNS[column]}" if near and COLUMNS.get(column, "1") != "1" else ""


def _numbers(path, line, row, places):
    names = ("time", *COLUMNS)
    values = []
    for name, place in zip(names, places, strict=True):
        try:
            values.append(float(row[place]))
        except (ValueError, IndexError):
            text = row[place] if place < len(row) else "nothing"
            raise UnusableFileError(
                f"{path.name}: column {name}: line {line} holds {text!r}, expected a number"
            ) from None
    if not np.isfinite(values).all():
        name = names[int(np.argmin(np.isfinite(values)))]
        raise UnusableFileError(f"{path.name}: column {name}: line {line} is not finite")
    return values


def _check_sampling(path, clock):
    wanted = np.arange(0.0, SECONDS + CLOCK, LARGEST_GAP)
    absent = [t for t in wanted if not len(clock) or np.min(np.abs(clock - t)) > CLOCK]
    if absent or np.any(np.diff(clock) <= 0.0):
        reason = f"no sample at {absent[0]:g} s" if absent else "times do not ascend"
        raise UnusableFileError(f"{path.name}: column time: {reason}, expected 0 to 30 s by 0.1 s, or by 0.5 s at most")


def _check_units(path, clock, values, time, flown):
    """Compare each column with Flattop's where that is largest: a known factor between them is another unit."""
    problems = []
    for k, (column, unit) in enumerate(COLUMNS.items()):
        peak = int(np.argmax(np.abs(flown[:, k])))
        at = int(np.argmin(np.abs(clock - time[peak])))
        if abs(clock[at] - time[peak]) > LARGEST_GAP or abs(flown[peak, k]) < 1e-6:
            continue
        ours = flown[int(np.argmin(np.abs(time - clock[at]))), k]
        ratio = values[at, k] / ours if ours else 1.0
        for other, size in OTHER_UNITS[unit].items():
            factor = UNITS[unit] / size
            if abs(ratio / factor - 1.0) < 0.02 and abs(ratio - 1.0) > 0.02:
                text = f"{values[at, k]:g} at {clock[at]:g} s is {ours:g} {unit} in {other}, expected {unit}"
                problems.append(f"{path.name}: column {column}: {text}")
    if problems:
        raise UnusableFileError(*problems)
