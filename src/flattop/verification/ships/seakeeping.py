"""Ship motion: computed beside measured motions of models in waves, and time histories beside their spectra.

The derivation of ship response is imported by nobody; it is asked as the program it is, and answers with points.
"""

import json
import math
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from flattop.verification.ships.files import usable_folder
from flattop.verification.ships.statistics import statistics_findings
from flattop.verification.table import Findings, Graph, Line, Row

GROUP = "seakeeping"

SHORTEST = 0.7
"""Least wavelength over length that counts."""
FROUDE = (0.19, 0.34)
AIM = 0.10
"""Mean absolute error of heave over amplitude and pitch over slope that the project asks for at these speeds."""
PHASE = 30.0
"""[deg]. A vector error of half the amplitude; a wrong sign of speed, damping or axis makes 60 to 180 degrees."""
LARGE = 0.5
"""Amplitude from which a phase is read."""
METHOD = "joined"
OTHERS = ("strip", "at rest", "panel at rest", "closed form")
MOTIONS = {"heave": "heave over wave amplitude", "pitch": "pitch over wave slope"}


def points(folder: Path) -> list[dict]:
    """Measured and computed motions of every model and method."""
    panels = ["--panel"] if _has_panels() else []
    command = [sys.executable, "-m", "flattop.derivation.ships.points", "--data", str(folder), *panels]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise RuntimeError(f"flattop.derivation.ships.points: {answer.stderr.strip().splitlines()[-1]}")
    return json.loads(answer.stdout)


def _has_panels():
    from importlib.util import find_spec

    return find_spec("capytaine") is not None


def errors(found: Iterable[dict], motion: str) -> np.ndarray:
    """Computed less measured amplitudes where waves are long enough and the motion was measured."""
    return np.array(
        [p[f"computed_{motion}"] - p[motion] for p in found if p["wavelength"] >= SHORTEST and p[motion] is not None]
    )


def error_row(found: list[dict], case: str, motion: str, is_judged: bool) -> Row | None:
    """Mean absolute error of a motion, the other methods' beside it; None where it was not measured."""
    ours = errors([p for p in found if p["method"] == METHOD], motion)
    if not len(ours):
        return None
    mean, largest = float(np.mean(np.abs(ours))), float(np.max(np.abs(ours)))
    beside = {m: errors([p for p in found if p["method"] == m], motion) for m in OTHERS}
    text = ", ".join(f"{m} {np.mean(np.abs(e)):.3f} ({np.max(np.abs(e)):.2f})" for m, e in beside.items() if len(e))
    return Row(
        group=GROUP, case=case, quantity=f"mean absolute error of {MOTIONS[motion]}, {len(ours)} points", unit="1",
        reference=0.0, flattop=mean, difference=mean, tolerance=AIM if is_judged else None,
        note=f"largest {largest:.2f}; other methods, mean (largest): {text}" + _beyond(is_judged),
    )  # fmt: skip


def _beyond(is_judged):
    return "" if is_judged else f"; outside Froude {FROUDE[0]} to {FROUDE[1]}, for which the aim is stated"


def model_rows(found: list[dict]) -> list[Row]:
    """Errors by model and Froude number, and over all points at the speeds of the aim."""
    rows = []
    for name, froude in sorted({(p["model"], p["froude"]) for p in found}):
        same = [p for p in found if (p["model"], p["froude"]) == (name, froude)]
        is_judged = FROUDE[0] <= froude <= FROUDE[1]
        rows += [error_row(same, f"{name}, Froude {froude:g}", motion, is_judged) for motion in MOTIONS]
    judged = [p for p in found if FROUDE[0] <= p["froude"] <= FROUDE[1]]
    rows += [error_row(judged, f"all models, Froude {FROUDE[0]} to {FROUDE[1]}", motion, True) for motion in MOTIONS]
    return [row for row in rows if row]


def phase_rows(found: list[dict]) -> list[Row]:
    """Phases of the models whose phases were measured, where the motion is large enough to have one."""
    rows = []
    for p in found:
        for motion, name in MOTIONS.items():
            phase = p[f"{motion}_phase"]
            if p["method"] != METHOD or phase is None or p[motion] < LARGE:
                continue
            measured, ours = math.degrees(phase), math.degrees(p[f"computed_{motion}_phase"])
            rows.append(
                Row(
                    group=GROUP, case=f"{p['model']}, Froude {p['froude']:g}, {p['wavelength']:g} lengths",
                    quantity=f"phase of {name.split()[0]}", unit="deg", reference=measured, flattop=ours,
                    difference=(ours - measured + 180.0) % 360.0 - 180.0, tolerance=PHASE,
                    note="hull without fore and aft symmetry; a wrong sign makes 60 to 180 degrees",
                )
            )  # fmt: skip
    return rows


def graphs(found: list[dict]) -> list[Graph]:
    """Computed over measured amplitude of each motion, all models at the speeds of the aim."""
    drawn = []
    for motion, name in MOTIONS.items():
        inside = [p for p in found if FROUDE[0] <= p["froude"] <= FROUDE[1] and p[motion] is not None]
        lines = [
            Line(method, _column(inside, method, motion), _column(inside, method, f"computed_{motion}"), False)
            for method in (METHOD, "closed form")
        ]
        equal = np.array([0.0, 1.4])
        title = f"{name.capitalize()}, Froude {FROUDE[0]} to {FROUDE[1]}"
        caption = f"{len(lines[0].x)} model experiments; the line is equality."
        lines.append(Line("equal", equal, equal, True))
        drawn.append(Graph(f"seakeeping-{motion}", title, "measured", "computed", lines, caption=caption))
    return drawn


def _column(found, method, name):
    return np.array([p[name] for p in found if p["method"] == method])


def findings(folder: Path | None = None, progress=None) -> Findings:
    """Models in waves, and the statistics of a ship's motion in a sea."""
    with usable_folder(folder) as (place, problems):
        found = points(place)
    if progress:
        progress("models in waves")
    own = Findings(model_rows(found) + phase_rows(found), graphs(found), problems)
    return own.added(statistics_findings())
