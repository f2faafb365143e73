"""Aerodynamic coefficients of an airframe from its drawing: `python -m flattop.derivation.airframes.aerodynamics tb3`.

Prints the [aerodynamics] table with trim and modes; `--write` puts the table into the catalogue file. The method is
described in docs/theory/aerodynamic-derivation.md.
"""

import argparse
from math import radians, sin
from typing import NamedTuple

from flattop.derivation.airframes.balance import balanced
from flattop.derivation.airframes.buildup import buildup
from flattop.derivation.airframes.closed_form import fitted, polar
from flattop.derivation.airframes.drag import unfitted
from flattop.derivation.airframes.drawing import CATALOGUE, Drawing, drawing
from flattop.derivation.airframes.flow import Flow
from flattop.derivation.airframes.handbook import handbook
from flattop.derivation.airframes.lattice import lattice
from flattop.derivation.airframes.range import Estimate, estimates
from flattop.derivation.airframes.report import report
from flattop.derivation.airframes.table import table, written

METHODS = [buildup, lattice, handbook]
STALLED = radians(75.0)


class Derivation(NamedTuple):
    """A balanced drawing and its coefficients."""

    drawing: Drawing
    coefficients: dict[str, Estimate]


def derivation(name: str) -> Derivation:
    """Balance the drawing, run the three methods, fit, and put ranges on everything."""
    nominal = balanced(drawing(name), METHODS)
    fits = {method.__name__: fitted(method(nominal)) for method in METHODS}
    return Derivation(nominal, {**estimates(name, nominal, fits), **unfitted(name, nominal, stalled(nominal))})


def stalled(drawing: Drawing) -> float:
    """AeroBuildup's deep-stall moment as a factor of -sin(alpha), at 75 deg, clear of its joint at 90 deg."""
    return float(-buildup(drawing)(Flow(alpha=STALLED)).Cm / sin(STALLED))


def polar_line(drawing: Drawing) -> str:
    """AeroBuildup's own clean polar, to lay beside the data sheet's; it knows no interference, cooling or fittings."""
    found = polar(buildup(drawing), drawing.aspect_ratio)
    return "AeroBuildup alone: " + ", ".join(f"{key} {value:.3f}" for key, value in found.items())


def main() -> None:
    """Derive one airframe."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("airframe")
    parser.add_argument("--write", action="store_true", help="replace the table in the catalogue file")
    parser.add_argument("--figure", action="store_true", help="draw docs/figures/aerodynamics-AIRFRAME.png")
    asked = parser.parse_args()
    result = derivation(asked.airframe)
    print(table(result.coefficients))
    print(report(asked.airframe, result.drawing, result.coefficients))
    print(polar_line(result.drawing))
    if asked.write:
        written(CATALOGUE / f"{asked.airframe}.toml", result.coefficients)
    if asked.figure:
        from flattop.derivation.airframes.figure import drawn

        drawn(asked.airframe, result.drawing)


if __name__ == "__main__":
    main()
