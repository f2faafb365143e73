"""Drops on the gear and the take-off roll by both."""

import math

import numpy as np

from flattop.engine.assemble.airframe import airframe_record
from flattop.scenario.scenario import launch_mass
from flattop.verification.jsbsim import open_loop
from flattop.verification.jsbsim.manoeuvres import FRAME, QUANTITIES, RUNWAY_HEIGHT, dropped, standing, take_off
from flattop.verification.jsbsim.pair import GROUP, SHOWN, TYRES, Pair, graph_of, paired, row_of, unit_of, words_of
from flattop.verification.table import Findings, Row, compared

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
