"""The exported aircraft flown in JSBSim beside Flattop's own: trim, doublets, gusts, a drop on the gear, a take-off roll, speed.

Both are flown with their steps halved, and halved again in the air: what halving changes bounds what the steps cost, and what is left at
no step at all is the difference of the models. Known differences are flown too, by Flattop: air that is denser by what JSBSim's is.
"""

import math
from typing import NamedTuple

import numpy as np

from flattop import catalogue
from flattop.engine.assemble.airframe import airframe_record
from flattop.scenario.scenario import launch_mass, recovery_mass
from flattop.verification.jsbsim import aircraft as jsbsim_aircraft
from flattop.verification.jsbsim import open_loop
from flattop.verification.jsbsim import speed as jsbsim_speed
from flattop.verification.jsbsim import trim as jsbsim_trim
from flattop.verification.jsbsim.manoeuvres import (
    FRAME,
    QUANTITIES,
    RUNWAY_HEIGHT,
    Manoeuvre,
    airborne,
    dropped,
    standing,
    take_off,
)
from flattop.verification.table import Findings, Graph, Line, Row, compared

GROUP = "jsbsim"
SHOWN = "tb3"
"""Whose flights are drawn."""
AIR = 1.1e-5
"""JSBSim's air is denser by 9.4e-6 at 300 m, by its gas constant and its geopotential height; gravity over its ground is less by 0.8e-6."""
TYRES = "elastic tyres"
DEGREE = math.pi / 180.0
UNITS = {"airspeed": ("m/s", 1.0), "height": ("m", 1.0), "distance": ("m", 1.0), "offset": ("m", 1.0)}
"""And factors; loads in kN, all others in degrees."""
JUDGED = {
    "elevator": ("pitch", "pitch rate", "angle of attack", "airspeed", "height"),
    "aileron": ("bank", "roll rate", "heading", "sideslip"),
    "rudder": ("sideslip", "yaw rate", "heading", "bank"),
    "gust from below": ("angle of attack", "pitch", "height"),
    "gust from the left": ("sideslip", "yaw rate", "bank"),
}
"""What is judged of a flight in the air, by how its name begins."""
DRAWN = {
    "elevator": ("pitch", "angle of attack"),
    "aileron": ("bank", "heading"),
    "rudder": ("sideslip", "heading"),
    "gust from below": ("angle of attack", "pitch"),
    "gust from the left": ("sideslip", "heading"),
}


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


def limit_of(coarse_to_fine) -> tuple[np.ndarray, float]:
    """A series at no step at all, from three that halve it, by a first-order rule; and what that may leave, the last change of it."""
    coarse, middle, fine = coarse_to_fine
    limit, before = 2.0 * fine - middle, 2.0 * middle - coarse
    return limit, greatest(limit - before)


def airborne_rows(p: Pair, name: str) -> list[Row]:
    """A quantity as both fly it, and with both extrapolated to no step at all."""
    s, unit = p.of(name), unit_of(name)[0]
    theirs, left_theirs = limit_of(s.theirs)
    ours, left_ours = limit_of(s.ours)
    known = {why: greatest(x - s.ours[0]) for why, x in s.known.items()}
    rest = {"Flattop's extrapolation": left_ours, "JSBSim's": left_theirs} | known
    steps = {"Flattop's steps": greatest(s.ours[0] - ours), "JSBSim's": greatest(s.theirs[1] - theirs)}
    left = {"extrapolation": left_ours + left_theirs}
    flown = steps | left | known
    return [
        row_of(p.case, name, unit, s.theirs[1], s.ours[0], sum(flown.values()), words_of(flown)),
        row_of(f"{p.case}, no step", name, unit, theirs, ours, sum(rest.values()), words_of(rest)),
    ]


def airborne_findings(airframe) -> Findings:
    """Doublets and gusts."""
    mass = recovery_mass(airframe)
    record, found = airframe_record(airframe, mass), Findings()
    for m in airborne(airframe, record):
        p = paired(m, airframe, record, mass)
        kind = next(k for k in JUDGED if m.name.startswith(k))
        graphs = [graph_of(p, m, DRAWN[kind])] if airframe.name == SHOWN else []
        found = found.added(Findings([row for name in JUDGED[kind] for row in airborne_rows(p, name)], graphs))
    return found


def ground_findings(airframe) -> Findings:
    """Drops with free and with resisting wheels, and the take-off roll."""
    mass = launch_mass(airframe)
    record = airframe_record(airframe, mass)
    flights = [*dropped(airframe, record), take_off(airframe, record)]
    free, held, rolled = (paired(m, airframe, record, mass) for m in flights)
    rows = drop_rows(free, record) + drop_rows(held, record) + roll_rows(rolled, record)
    if airframe.name != SHOWN:
        return Findings(rows)
    graphs = [
        graph_of(held, flights[1], ("left load", "nose load")),
        graph_of(rolled, flights[2], ("airspeed", "height")),
    ]
    return Findings(rows, graphs)


DROPPED = (
    ("left load", "greatest", np.max),
    ("nose load", "greatest", np.max),
    ("height", "lowest", np.min),
    ("height", "static", lambda x: np.mean(x[-50:])),
    ("pitch", "static", lambda x: np.mean(x[-50:])),
)
"""What is taken of a drop; static is the mean of the last second of ten."""
SAMPLING = 1e-3
"""Share of a peak or of the sinking that its sampling and JSBSim's limit on the first closing speed may take: half a step in a stroke of a
fifth of a second, squared, and the step before the stroke begins."""
SWINGING = {"height": 1e-4, "pitch": 5e-3}
"""What may still swing after ten seconds [m], [deg]."""


def drop_rows(p: Pair, record) -> list[Row]:
    """Greatest loads, the lowest point and the static state."""
    rows = []
    for name, kind, how in DROPPED:
        s, unit = p.of(name), unit_of(name)[0]
        theirs, ours = [float(how(x)) for x in s.theirs], [float(how(x)) for x in s.ours]
        parts = stepping(theirs, ours) | differences(ours[0], {why: float(how(x)) for why, x in s.known.items()})
        if name.endswith("load") and TYRES in p.known:
            parts["acting point"] = _acting_point(p, record)
        if kind == "static":
            parts["still swinging"] = SWINGING[name]
        else:
            rest = RUNWAY_HEIGHT + standing(record).height if name == "height" else 0.0
            parts["sampling"] = SAMPLING * abs(theirs[1] - rest)
        rows.append(
            compared(GROUP, p.case, f"{kind} {name}", unit, theirs[1], ours[0], sum(parts.values()), words_of(parts))
        )
    return rows


def differences(ours: float, known: dict[str, float]) -> dict[str, float]:
    """What each known difference changes; the tyres' change to stiffer ones, over its share of the change to stiff ones.

    The carcass gives way in a time that goes with 1/sqrt k, and the speed lost until it holds with it.
    """
    share = 1.0 - open_loop.STIFFER**-0.5
    return {why: abs(x - ours) / (share if why == TYRES else 1.0) for why, x in known.items()}


def _acting_point(p, record):
    """Load of the nose that the drag of the main wheels shifts by acting at the ground in JSBSim, at a stroke at most in Flattop [kN]."""
    depth = RUNWAY_HEIGHT + record.main.z - float(np.min(p.of("height").theirs[1]))
    drag = 2.0 * record.main.rolling_resistance * float(np.max(p.of("left load").theirs[1]))
    return drag * max(depth - record.main.stroke, 0.0) / (record.nose.x - record.main.x)


def stepping(theirs, ours) -> dict[str, float]:
    """What the steps cost, of first order: twice what halving them changes, and once for the finer of two."""
    return {"Flattop's steps": 2.0 * abs(ours[0] - ours[1]), "JSBSim's": abs(theirs[1] - theirs[0])}


def roll_rows(p: Pair, record) -> list[Row]:
    """Time and distance to 25 m/s and to two metres of height; the way aside is shown, not judged."""
    rows, over = [], RUNWAY_HEIGHT + standing(record).height + 2.0
    for name, level, words in (("airspeed", 25.0, "25 m/s"), ("height", over, "2 m of height")):
        times = _mapped(p, lambda x, name=name, level=level: crossing(x[:, QUANTITIES.index(name)], level))
        rows.append(_roll_row(p, f"time to {words}", "s", *times))
        places = _mapped(p, lambda x, name=name, level=level: _distance(x, name, level))
        rows.append(_roll_row(p, f"distance to {words}", "m", *places))
    return [*rows, _not_judged(p, "offset"), _not_judged(p, "heading")]


def _mapped(p, how):
    return [how(x) for x in p.theirs], [how(x) for x in p.ours], {why: how(x) for why, x in p.known.items()}


def _distance(x, name, level):
    time = crossing(x[:, QUANTITIES.index(name)], level)
    return float(np.interp(time, FRAME * np.arange(len(x)), x[:, QUANTITIES.index("distance")]))


def crossing(x, level) -> float:
    """First time a series reaches a level [s]; not a number if it never does."""
    above = np.flatnonzero(x >= level)
    if not len(above) or above[0] == 0:
        return math.nan
    k = int(above[0])
    return FRAME * (k - 1 + (level - x[k - 1]) / (x[k] - x[k - 1]))


def _roll_row(p, quantity, unit, theirs, ours, known):
    parts = stepping(theirs, ours) | differences(ours[0], known)
    if quantity.endswith("height"):  # the speed of rotation is looked for once a frame, and may be found a frame apart
        parts["frame of the rotation"] = FRAME * (1.0 if unit == "s" else float(np.max(p.of("airspeed").ours[0])))
    return compared(GROUP, p.case, quantity, unit, theirs[1], ours[0], sum(parts.values()), words_of(parts))


def _not_judged(p, name):
    s, unit = p.of(name), unit_of(name)[0]
    note = "side forces of the tyres by different laws: relaxation and friction ellipse, cornering table and box"
    return row_of(p.case, name, unit, s.theirs[1], s.ours[0], None, note)


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


def _everything_of(name):
    airframe = catalogue.airframe(name)
    trims = Findings(jsbsim_trim.rows(airframe))
    return trims.added(airborne_findings(airframe)).added(ground_findings(airframe))


def findings(folder=None, progress=None) -> Findings:
    """All airframes of the catalogue, and the speed of both; one row that says so where JSBSim is not installed."""
    if not jsbsim_aircraft.is_installed():
        return Findings([_skipped()])
    found = Findings()
    for name in catalogue.names("airframes"):
        found = found.added(_everything_of(name))
        if progress:
            progress(name)
    return found.added(Findings(jsbsim_speed.rows(catalogue.airframe(SHOWN))))


def _skipped():
    return Row(
        group=GROUP, case="JSBSim", quantity="flights of the exported aircraft", unit="1", reference=None,
        flattop=math.nan, tolerance=None, note="jsbsim is not installed (extra: verify)",
    )  # fmt: skip
