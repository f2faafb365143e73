"""Measured and computed ship motions point by point, by every method, as JSON for those who judge them.

Write it with  python -m flattop.derivation.ships.points --data DIR [--panel]
"""

import argparse
import csv
import json
from itertools import groupby
from math import cos, exp, isnan, pi, sin, sqrt
from pathlib import Path

import numpy as np

from flattop.derivation.ships.comparison import Motion, computed, tested_body, waters
from flattop.derivation.ships.experiments import KCS_HEAD_SEAS, Measurement, Model, measurements, models
from flattop.derivation.ships.forces import Wave, excitation_force, radiation_force
from flattop.derivation.ships.hydrodynamics import Hydrodynamics, encounters
from flattop.quantities.constants import STANDARD_GRAVITY

BOXES = {
    "DTMB 5512": (0.405, 0.132, 0.506),
    "KCS": (0.8498, 0.285, 0.651),
    "Wigley III": (0.3, 0.1875, 0.4622),
    "Wigley IV": (0.6, 0.1875, 0.4622),
}
"""Breadth and draught of the models [m] and their block coefficients, all that the closed form asks for."""


def closed_form(model: Model, case: Measurement) -> Motion:
    """Amplitudes of heave over wave amplitude and pitch over wave slope of a box of the ship's dimensions.

    heave = eta F,  pitch = eta G,  eta^-2 = (1 - 2 k T a^2)^2 + (A^2/(k B a^2))^2              [Jensen2004, eqs. 9-18]
    F = kappa f 2 sin(x)/(k_e L),  G = kappa f 24 (sin x - x cos x)/(k_e^2 L^3),  x = k_e L/2
    kappa = exp(-k_e T),  f^2 = (1 - k T)^2 + (A^2/(k B a^3))^2,  A = 2 sin(k B a^2/2) exp(-k T a^2)
        a = 1 - Fn sqrt(k L) cos mu
    """
    B, T, block = BOXES[model.name]
    B, L, k = B * block, model.length, 2.0 * pi / (case.wavelength * model.length)
    a = 1.0 - case.froude * sqrt(k * L) * cos(case.heading)
    A2 = (2.0 * sin(0.5 * k * B * a * a) * exp(-k * T * a * a)) ** 2
    f = sqrt((1.0 - k * T) ** 2 + (A2 / (k * B * a**3)) ** 2)
    eta = 1.0 / sqrt((1.0 - 2.0 * k * T * a * a) ** 2 + (A2 / (k * B * a * a)) ** 2)
    ke = abs(k * cos(case.heading))
    x = 0.5 * ke * L
    common = eta * exp(-ke * T) * f
    return Motion(common * 2.0 / (ke * L) * sin(x), common * 24.0 / (ke**2 * L**3) * (sin(x) - x * cos(x)) / k)


def without_speed(model: Model, water: Hydrodynamics, cases: list[Measurement]) -> list[Motion]:
    """Motions by forces at rest: radiation at the frequency of encounter, waves at their own; speed does no more."""
    body, gravity_x = tested_body(model, water)
    speed = cases[0].froude * np.sqrt(STANDARD_GRAVITY * model.length)
    number = [2 * np.pi / (case.wavelength * model.length) for case in cases]
    waves = [Wave(np.sqrt(STANDARD_GRAVITY * k), case.heading) for k, case in zip(number, cases, strict=True)]
    frequency, mesh = encounters(waves, speed), water.radiation.mesh
    added = [radiation_force(mesh, water.radiation.at(w), w, 0.0, water.density) for w in frequency]
    rest = encounters(waves, 0.0)
    force = [
        excitation_force(mesh, water.radiation.at(w), wave, w, 0.0, water.density)
        for wave, w in zip(waves, rest, strict=True)
    ]
    motions = []
    for x, wave in zip(body.motion(frequency, np.array(added), np.array(force)), waves, strict=True):
        bow = np.exp(1j * wave.number * np.cos(wave.heading) * model.length / 2)
        motions.append(Motion(bow * (x[2] - gravity_x * x[4]), -bow * x[4] / wave.number))
    return motions


def other_kcs(data: Path) -> list[Measurement]:
    """Rows of a folder's `kcs_head_seas.csv` that are not among the measurements known already."""
    path = data / "kcs_head_seas.csv"
    if not path.is_file():
        return []
    with path.open() as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    known = [case.wavelength for case in KCS_HEAD_SEAS]
    cases = [
        Measurement(
            "KCS",
            KCS_HEAD_SEAS[0].froude,
            float(row["wavelength_over_length"]),
            float(row["heave_over_wave_amplitude"]),
            float(row["pitch_over_wave_slope"]),
        )
        for row in rows
    ]
    return [case for case in cases if min(abs(case.wavelength - k) for k in known) > 0.005]


def points(data: Path, three_dimensional: bool) -> list[dict[str, float | str | None]]:
    """Every measurement of a folder with the motion each method gives it."""
    found, cases = [], measurements(data) + other_kcs(data)
    for name, model in models().items():
        mine = sorted((c for c in cases if c.model == name), key=lambda case: case.froude)
        both = waters(model, three_dimensional)
        for _, same in groupby(mine, key=lambda case: case.froude):
            group = list(same)
            by_method = {method: computed(model, water, group) for method, water in both.items()}
            by_method["at rest"] = without_speed(model, both["strip"], group)
            if three_dimensional:
                by_method["panel at rest"] = without_speed(model, both["panel"], group)
            by_method["closed form"] = [closed_form(model, case) for case in group]
            found += [
                _plain(case, method, motion)
                for method, motions in by_method.items()
                for case, motion in zip(group, motions, strict=True)
            ]
    return found


def _plain(case: Measurement, method: str, motion: Motion) -> dict[str, float | str | None]:
    """A point in plain numbers; null where not measured, phases in rad."""
    values: dict[str, float] = case._asdict()
    known: dict[str, float | str | None] = {
        k: None if isinstance(v, float) and isnan(v) else v for k, v in values.items()
    }
    return known | {
        "method": method,
        "computed_heave": float(abs(motion.heave)),
        "computed_pitch": float(abs(motion.pitch)),
        "computed_heave_phase": float(np.angle(motion.heave)),
        "computed_pitch_phase": float(np.angle(motion.pitch)),
    }


def main() -> None:
    """Write the points."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of measured motions")
    parser.add_argument("--panel", action="store_true", help="with Capytaine's panel method too")
    given = parser.parse_args()
    print(json.dumps(points(given.data, given.panel)))


if __name__ == "__main__":
    main()
