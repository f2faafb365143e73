"""How near the computed motions come to measured ones: heave and pitch in regular waves, method by method.

Print the tables with  python -m flattop.derivation.ships.comparison [--data DIR] [--points]
"""

import argparse
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np

from flattop.derivation.ships.body import FloatingBody, Loading, inertia, stiffness
from flattop.derivation.ships.experiments import (
    FRESH_WATER_DENSITY,
    KCS_OBLIQUE_SEAS,
    Measurement,
    Model,
    measurements,
    models,
)
from flattop.derivation.ships.forces import Wave
from flattop.derivation.ships.hydrodynamics import JOIN, Hydrodynamics, encounters, hydrodynamics
from flattop.derivation.ships.mesh import hydrostatics
from flattop.derivation.ships.radiation import radiation
from flattop.quantities.constants import STANDARD_GRAVITY

DATA = Path(__file__).parents[5] / "shared" / "data" / "seakeeping"
SHORTEST = 0.7
"""Least wavelength over length that counts in the errors."""
JOINS = {"strip": (9e9, 9e9 + 1), "slender": (0.0, 1e-3), "joined": JOIN}
"""Brard numbers between which the slender theory takes over, for each method."""


class Motion(NamedTuple):
    """Heave over wave amplitude and bow-up pitch over wave slope, complex, phases from the crest at the bow."""

    heave: complex
    pitch: complex


class Point(NamedTuple):
    """A measurement and what a method makes of it."""

    measured: Measurement
    computed: Motion


def tested_body(model: Model, water: Hydrodynamics) -> tuple[FloatingBody, float]:
    """The model as a floating body free to heave, pitch and roll, and its centre of gravity forward of amidships, m."""
    still = hydrostatics(water.radiation.mesh)
    loading = Loading(
        FRESH_WATER_DENSITY, model.gravity_z, model.metacentric_height, model.roll_gyradius, model.pitch_gyradius
    )
    mass, spring = inertia(still, loading), stiffness(still, loading)
    spring[[0, 1, 5], [0, 1, 5]] = 1e6 * np.max(spring)
    return FloatingBody(mass, np.zeros((6, 6)), spring), still.buoyancy_x


def computed(model: Model, water: Hydrodynamics, cases: list[Measurement]) -> list[Motion]:
    """Motions of a model in the waves of measurements made at one speed."""
    body, gravity_x = tested_body(model, water)
    speed = cases[0].froude * np.sqrt(STANDARD_GRAVITY * model.length)
    number = [2 * np.pi / (case.wavelength * model.length) for case in cases]
    waves = [Wave(np.sqrt(STANDARD_GRAVITY * k), case.heading) for k, case in zip(number, cases, strict=True)]
    answer = body.motion(encounters(waves, speed), *water.forces(waves, speed))
    motions = []
    for x, wave in zip(answer, waves, strict=True):
        bow = np.exp(1j * wave.number * np.cos(wave.heading) * model.length / 2)
        motions.append(Motion(bow * (x[2] - gravity_x * x[4]), -bow * x[4] / wave.number))
    return motions


def compared(model: Model, water: Hydrodynamics, cases: list[Measurement]) -> Iterator[Point]:
    """Points of one model at all its speeds."""
    for _, same in groupby(cases, key=lambda case: case.froude):
        group = list(same)
        yield from map(Point, group, computed(model, water, group))


def errors(points: list[Point]) -> np.ndarray:
    """Absolute errors (point, heave and pitch) where waves are long enough."""
    long = [point for point in points if point.measured.wavelength >= SHORTEST]
    return np.array(
        [[abs(p.computed.heave) - p.measured.heave, abs(p.computed.pitch) - p.measured.pitch] for p in long]
    )


def waters(model: Model, three_dimensional: bool) -> dict[str, Hydrodynamics]:
    """The hydrodynamics of a model by each method; the panel method needs Capytaine."""
    both = hydrodynamics(model.sections, model.length, FRESH_WATER_DENSITY)
    found = {name: both._replace(join=join) for name, join in JOINS.items()}
    if three_dimensional:
        from flattop.derivation.ships.panels import panel_potentials

        panels = radiation(both.radiation.mesh, panel_potentials, count=24)
        found["panel"] = both._replace(radiation=panels, join=JOINS["strip"])
    return found


def report(data: Path, three_dimensional: bool, every_point: bool) -> Iterator[str]:
    """Lines of the comparison: one for each method, model and Froude number, then the errors over Froude 0.19..0.34."""
    known, cases = models(), measurements(data)
    at_speed: dict[str, list[Point]] = {}
    yield "method    model       Froude   heave   pitch   heave   pitch   heave   pitch"
    yield "                            mean absolute   bias            greatest error"
    for name, model in known.items():
        tests = [case for case in cases if case.model == name]
        for method, water in waters(model, three_dimensional).items():
            points = list(compared(model, water, tests))
            at_speed.setdefault(method, []).extend(p for p in points if 0.19 <= p.measured.froude <= 0.34)
            for froude, group in groupby(points, key=lambda point: point.measured.froude):
                yield _line(method, name, froude, list(group))
            if every_point:
                yield from map(point_line, points)
    for method, points in at_speed.items():
        yield _line(method, "all", float("nan"), points)


def _line(method: str, name: str, froude: float, points: list[Point]) -> str:
    error = np.ma.masked_invalid(errors(points))
    size = np.ma.abs(error)
    shown = [*size.mean(0).filled(np.nan), *error.mean(0).filled(np.nan), *size.max(0).filled(np.nan)]
    return f"{method:9s} {name:12s} {froude:5.2f}  " + "  ".join(f"{value:+.3f}" for value in shown)


def point_line(point: Point) -> str:
    """One point: wavelength, heading, and measured and computed amplitudes and phases."""
    m, c = point.measured, point.computed
    return (
        f"    {m.wavelength:5.2f} L {np.degrees(m.heading):4.0f} deg   heave {m.heave:5.2f} {abs(c.heave):5.2f}"
        f"   pitch {m.pitch:5.2f} {abs(c.pitch):5.2f}   phases {np.degrees(m.heave_phase):5.0f}"
        f" {np.degrees(np.angle(c.heave)):5.0f}  {np.degrees(m.pitch_phase):5.0f} {np.degrees(np.angle(c.pitch)):5.0f}"
    )


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of measured motions")
    parser.add_argument("--points", action="store_true", help="print every point")
    parser.add_argument("--panel", action="store_true", help="with Capytaine's panel method too")
    given = parser.parse_args()
    for line in report(given.data, given.panel, given.points):
        print(line)
    model = models()["KCS"]
    print("KCS in oblique waves, joined method")
    for point in compared(model, waters(model, False)["joined"], KCS_OBLIQUE_SEAS):
        print(point_line(point))


if __name__ == "__main__":
    main()
