"""One flight by Flattop and by JSBSim, with the steps of both halved and with each known difference: what rows are made of."""

import math
from typing import NamedTuple

import numpy as np

from flattop.verification.jsbsim import aircraft as jsbsim_aircraft
from flattop.verification.jsbsim import open_loop
from flattop.verification.jsbsim.manoeuvres import FRAME, QUANTITIES, Manoeuvre
from flattop.verification.table import Graph, Line, Row, compared

GROUP = "jsbsim"
SHOWN = "tb3"
"""Whose flights are drawn."""
AIR = 1.1e-5
"""JSBSim's air is denser by 9.4e-6 at 300 m, by its gas constant and its geopotential height; gravity over its ground is less by 0.8e-6."""
TYRES = "elastic tyres"
DEGREE = math.pi / 180.0
UNITS = {"airspeed": ("m/s", 1.0), "height": ("m", 1.0), "distance": ("m", 1.0), "offset": ("m", 1.0)}
"""And factors; loads in kN, all others in degrees."""


class Pair(NamedTuple):
    """One flight by both, coarse to fine in their steps, and Flattop's with each known difference; each (samples, QUANTITIES)."""

    case: str
    theirs: list[np.ndarray]
    ours: list[np.ndarray]
    known: dict[str, np.ndarray]

    def of(self, name: str) -> "Pair":
        """One quantity of it, in the unit of its rows."""
        k, factor = QUANTITIES.index(name), unit_of(name)[1]
        theirs, ours = ([x[:, k] * factor for x in series] for series in (self.theirs, self.ours))
        return Pair(self.case, theirs, ours, {why: x[:, k] * factor for why, x in self.known.items()})


def unit_of(name: str) -> tuple[str, float]:
    """Unit of a quantity's rows and the factor to it from SI."""
    if name.endswith("load"):
        return "kN", 1e-3
    return UNITS.get(name, ("deg/s" if name.endswith("rate") else "deg", 1.0 / DEGREE))


def paired(m: Manoeuvre, airframe, record, mass: float) -> Pair:
    """A manoeuvre by both; JSBSim in steps of 2.5, 1.25 and 0.625 ms, Flattop in frames of 20, 10 and, in the air, 5 ms."""
    step = jsbsim_aircraft.STEP
    theirs = [jsbsim_aircraft.flown(m, airframe, mass, h) for h in (2.0 * step, step, 0.5 * step)]
    frames = (FRAME, 0.5 * FRAME) if m.is_on_ground else (FRAME, 0.5 * FRAME, 0.25 * FRAME)
    ours = [open_loop.flown(m, airframe, record, frame) for frame in frames]
    known = {
        "air": open_loop.flown(m, airframe, record, density_factor=1.0 + AIR),
        "inertia of burnt fuel": open_loop.flown(m, airframe, open_loop.inertia_kept(m, record)),
    }
    if m.is_on_ground and not m.is_rolling_freely:
        known[TYRES] = open_loop.flown(m, airframe, open_loop.stiff_tyres(record))
    return Pair(f"{airframe.name}: {m.name}", theirs, ours, known)


def greatest(x) -> float:
    """Largest absolute value."""
    return float(np.max(np.abs(x)))


def row_of(case, quantity, unit, reference, flattop, tolerance, note) -> Row:
    """Both series where they differ most."""
    at = int(np.argmax(np.abs(flattop - reference)))
    where = f"{quantity} at {at * FRAME:.2f} s, where it differs most"
    return compared(GROUP, case, where, unit, float(reference[at]), float(flattop[at]), tolerance, note)


def words_of(parts: dict[str, float]) -> str:
    """What a tolerance is made of."""
    return ", ".join(f"{why} {value:.2g}" for why, value in parts.items())


def graph_of(p: Pair, m: Manoeuvre, names) -> Graph:
    """Quantities over time, JSBSim's dashed on top."""
    lines, time = [], FRAME * np.arange(len(p.ours[0]))
    for name in names:
        s = p.of(name)
        lines += [Line(name, time, s.ours[0], False), Line(f"{name}, JSBSim", time, s.theirs[1], True)]
    unit = ", ".join(dict.fromkeys(f"{name} ({unit_of(name)[0]})" for name in names))
    slug = m.name.split(" of ")[0].replace(" ", "-").replace(",", "").replace(".", "")
    caption = (
        f"{p.case}. JSBSim in steps of {1e3 * jsbsim_aircraft.STEP:g} ms, Flattop in frames of {1e3 * FRAME:g} ms."
    )
    return Graph(
        f"{GROUP}-{slug}", f"{m.name.capitalize()}: Flattop and JSBSim", "time (s)", unit, lines, caption=caption
    )
