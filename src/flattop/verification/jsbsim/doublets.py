"""Doublets and gusts by both: as flown, and with the steps of both extrapolated to none."""

import numpy as np

from flattop.engine.assemble.airframe import airframe_record
from flattop.scenario.scenario import recovery_mass
from flattop.verification.jsbsim.manoeuvres import airborne
from flattop.verification.jsbsim.pair import SHOWN, Pair, graph_of, greatest, paired, row_of, unit_of, words_of
from flattop.verification.table import Findings, Row

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
