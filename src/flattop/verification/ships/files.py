"""Folders of measured ship motions: what of one can be used, and stored figures for the rest."""

import csv
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

LENGTHS, RATIO = (0.2, 12.0), (0.0, 4.0)
FORMS: dict[str, dict[str, tuple[float, float] | None]] = {
    "dtmb_5512_head_seas.csv": {
        "froude": (0.0, 0.6), "wavelength_over_length": LENGTHS, "heave_over_wave_amplitude": RATIO,
        "pitch_over_wave_slope": RATIO,
    },
    "kcs_head_seas.csv": {
        "condition": None, "wavelength_over_length": LENGTHS, "wave_height_m": (0.0, 1.0),
        "heave_over_wave_amplitude": RATIO, "pitch_over_wave_slope": RATIO,
    },
    "wigley_heave.csv": {
        "hull": None, "froude": (0.0, 0.6), "wavelength_over_length": LENGTHS, "heave_over_wave_amplitude": RATIO,
    },
    "wigley_zero_speed.csv": {
        "hull": None, "wavelength_over_length": LENGTHS, "heave_over_wave_amplitude": RATIO,
        "pitch_times_L_over_2pi": RATIO,
    },
}  # fmt: skip
"""Columns of each file in their order, with the range of their dimensionless numbers."""


@contextmanager
def usable_folder(folder: Path | None) -> Iterator[tuple[Path, list[str]]]:
    """A folder with every file in order: those of the folder given that can be used, stored ones otherwise."""
    problems: list[str] = []
    with TemporaryDirectory() as made, as_file(files("flattop.verification") / "data") as stored:
        for name, columns in FORMS.items():
            own = folder / name if folder and (folder / name).is_file() else None
            wrong = problems_of(own, columns) if own else []
            problems += wrong
            shutil.copyfile(own if own and not wrong else stored / name, Path(made) / name)
        yield Path(made), problems


def problems_of(path: Path, columns: dict[str, tuple[float, float] | None]) -> list[str]:
    """What is wrong with a file, one line each with file and column."""
    lines = [line for line in path.read_text().splitlines() if line.strip() and not line.startswith("#")]
    header = [name.strip() for name in lines[0].split(",")] if lines else []
    missing = [f"{path.name}: column {c}: missing" for c in columns if c not in header]
    if missing:
        return missing
    if header != list(columns):
        return [f"{path.name}: column {header[0]}: expected the columns {', '.join(columns)} in this order"]
    wrong = []
    for number, row in enumerate(csv.DictReader(lines), 1):
        wrong += [f"{path.name}: column {c}: row {number}: {text}" for c, text in _wrong_cells(row, columns)]
    return wrong


def _wrong_cells(row, columns):
    for column, span in columns.items():
        if span is None:
            continue
        try:
            value = float(row[column])
        except (TypeError, ValueError):
            yield column, f"{row[column]!r}, expected a number"
            continue
        if not span[0] <= value <= span[1]:
            yield column, f"{value:g}, expected {span[0]:g} to {span[1]:g}: is it in other units?"
