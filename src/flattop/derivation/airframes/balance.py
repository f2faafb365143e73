"""Where the wing stands, for a chosen static margin, and how the tail is set, for trim without elevator."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from flattop.derivation.airframes.closed_form import Method, alpha_fit
from flattop.derivation.airframes.drawing import Drawing

Maker = Callable[[Drawing], Method]
SHIFT = 0.05  # of the mean chord, wing movement for the secant
TILT = np.radians(1.0)  # tail incidence for the secant


def balanced(drawing: Drawing, makers: list[Maker]) -> Drawing:
    """The drawing with `wing_x` and `tail_incidence` solved, on the mean of the methods.

    Both conditions are almost linear in their unknown, so two secant steps bring them to 1e-3 of the chord.
    """
    for _ in range(2):
        drawing = replace(drawing, wing_x=drawing.wing_x + wing_movement(drawing, makers))
        drawing = replace(drawing, tail_incidence=drawing.tail_incidence + tail_tilt(drawing, makers))
    return drawing


def wing_movement(drawing: Drawing, makers: list[Maker]) -> float:
    """Forward movement of the wing, m, that brings the static margin to the one asked for."""
    step = SHIFT * drawing.mean_chord
    here, moved = (
        static_margin(longitudinal(d, makers)) for d in (drawing, replace(drawing, wing_x=drawing.wing_x + step))
    )
    return (drawing.static_margin - here) * step / (moved - here)


def tail_tilt(drawing: Drawing, makers: list[Maker]) -> float:
    """Change of tail incidence, rad, that trims the wanted lift without elevator."""
    tilted = replace(drawing, tail_incidence=drawing.tail_incidence + TILT)
    here, there = (moment_at(longitudinal(d, makers), drawing.trim_lift) for d in (drawing, tilted))
    return -here * TILT / (there - here)


def longitudinal(drawing: Drawing, makers: list[Maker]) -> dict[str, float]:
    """Lift and moment lines, mean of the methods."""
    fits = [alpha_fit(maker(drawing)) for maker in makers]
    return {key: float(np.mean([fit[key] for fit in fits])) for key in fits[0]}


def static_margin(lines: dict[str, float]) -> float:
    """Static margin in mean chords, -Cm_alpha / CL_alpha."""
    return -lines["pitch_slope"] / lines["lift_slope"]


def moment_at(lines: dict[str, float], lift: float) -> float:
    """Pitching moment at a lift coefficient."""
    alpha = (lift - lines["lift_zero"]) / lines["lift_slope"]
    return lines["pitch_zero"] + lines["pitch_slope"] * alpha
