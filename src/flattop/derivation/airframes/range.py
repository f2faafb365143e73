"""Value and range of every derived coefficient: three methods against each other, the drawing against its ranges.

value  mean of the methods that hold for the coefficient
range  root of the sum of squares of (a) the farthest method on that side, at least 10 % of the value, and (b) the
       change by each uncertain entry of the drawing, balanced anew, by the handbook method
"""

from dataclasses import replace
from math import hypot
from typing import NamedTuple

from flattop.derivation.airframes.balance import balanced
from flattop.derivation.airframes.closed_form import fitted
from flattop.derivation.airframes.drawing import Drawing, drawing_varied, entries
from flattop.derivation.airframes.handbook import handbook

FLOOR = 0.10  # of the value: no method is better than this [Hoak1978]

# smallest half range: of coefficients that are differences of large parts, and of those that the closed form makes
# proportional to lift although in body axes they also change with the angle of attack (misfit of the fit, TB3)
LEAST = {
    "pitch_zero": 0.03,
    "pitch_flap": 0.08,
    "side_roll_rate": 0.03,
    "roll_rudder": 0.01,
    "roll_yaw_rate_lift": 0.03,
    "yaw_roll_rate_lift": 0.035,
    "yaw_aileron_lift": 0.02,
}

# coefficients for which a component build-up lacks the physics; it is then left out
BUILDUP_LACKS = {
    "lift_pitch_rate": "rotation seen at one point of the chord, so no effective camber",
    "pitch_flap": "a flap is a change of incidence, so no section moment",
    "side_rudder": "panels of a V tail do not feel each other's opposite load",
    "yaw_rudder": "panels of a V tail do not feel each other's opposite load",
    "roll_rudder": "panels of a V tail do not feel each other's opposite load",
}


class Estimate(NamedTuple):
    """A coefficient with its range and the words that say where it comes from."""

    value: float
    low: float
    high: float
    source: str


def estimates(name: str, nominal: Drawing, fits: dict[str, dict[str, float]]) -> dict[str, Estimate]:
    """Every coefficient the methods give, from one fit per method, keyed by method."""
    changes = geometry_changes(name, nominal)
    return {key: estimate(key, fits, [change[key] for change in changes]) for key in fits["handbook"]}


def estimate(key: str, fits: dict[str, dict[str, float]], changes: list[float]) -> Estimate:
    """Value and range of one coefficient."""
    held = {method: fit[key] for method, fit in fits.items() if method != "buildup" or key not in BUILDUP_LACKS}
    value = sum(held.values()) / len(held)
    floor = max(FLOOR * abs(value), LEAST.get(key, 0.0))
    down = hypot(max(floor, value - min(held.values())), *(c for c in changes if c < 0))
    up = hypot(max(floor, max(held.values()) - value), *(c for c in changes if c > 0))
    return Estimate(value, value - down, value + up, words(held))


def words(by_method: dict[str, float]) -> str:
    """Source text with what each method said."""
    said = ", ".join(f"{NAMES[method]} {number:.3g}" for method, number in by_method.items())
    return f"mean of methods on the drawing (AeroSandbox 4.2): {said}; range: spread of methods and geometry range"


NAMES = {"buildup": "AeroBuildup", "lattice": "vortex lattice", "handbook": "handbook"}


def geometry_changes(name: str, nominal: Drawing) -> list[dict[str, float]]:
    """Change of every coefficient with each end of each uncertain entry of the drawing, by the handbook method."""
    base = fitted(handbook(nominal))
    varied = [variant(name, nominal, key, end) for key, end in uncertain(name)]
    return [{key: fit[key] - base[key] for key in base} for fit in (fitted(handbook(v)) for v in varied)]


def variant(name: str, nominal: Drawing, key: str, end: str) -> Drawing:
    """The drawing with one entry at one end, moved by as much as the handbook needs to balance it again."""
    before = balanced(nominal, [handbook])
    after = balanced(drawing_varied(nominal, name, key, end), [handbook])
    return replace(
        after,
        wing_x=nominal.wing_x + after.wing_x - before.wing_x,
        tail_incidence=nominal.tail_incidence + after.tail_incidence - before.tail_incidence,
    )


def uncertain(name: str) -> list[tuple[str, str]]:
    """Entries of the drawing whose low or high end differs from the value; the mean chord goes with the area."""
    ends = [(key, end) for key in entries(name) for end in ("low", "high") if key != "mean_chord"]
    return [(key, end) for key, end in ends if entries(name)[key][end] != entries(name)[key]["value"]]
