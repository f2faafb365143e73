"""Aerodynamic coefficients of an airframe from its drawing: `python -m flattop.derivation.airframe_aerodynamics tb3`.

Prints the [aerodynamics] table with trim and modes; `--write` puts the table into the catalogue file. The method is
described in docs/theory/aerodynamic-derivation.md.
"""

import argparse
from typing import NamedTuple

from flattop.derivation.airframe_balance import balanced
from flattop.derivation.airframe_buildup import buildup
from flattop.derivation.airframe_closed_form import fitted
from flattop.derivation.airframe_drag import unfitted
from flattop.derivation.airframe_drawing import CATALOGUE, Drawing, drawing
from flattop.derivation.airframe_handbook import handbook
from flattop.derivation.airframe_lattice import lattice
from flattop.derivation.airframe_range import Estimate, estimates
from flattop.derivation.airframe_report import report
from flattop.derivation.airframe_table import table, written

METHODS = [buildup, lattice, handbook]


class Derivation(NamedTuple):
    """A balanced drawing and its coefficients."""

    drawing: Drawing
    coefficients: dict[str, Estimate]


def derivation(name: str) -> Derivation:
    """Balance the drawing, run the three methods, fit, and put ranges on everything."""
    nominal = balanced(drawing(name), METHODS)
    fits = {method.__name__: fitted(method(nominal)) for method in METHODS}
    return Derivation(nominal, {**estimates(name, nominal, fits), **unfitted(name, nominal)})


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
    if asked.write:
        written(CATALOGUE / f"{asked.airframe}.toml", result.coefficients)
    if asked.figure:
        from flattop.derivation.airframe_figure import drawn

        drawn(asked.airframe, result.drawing, result.coefficients)


if __name__ == "__main__":
    main()
