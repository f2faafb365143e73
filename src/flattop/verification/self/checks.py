"""What Flattop says of itself: conservation, convergence with step and sample, seeds, and the intervals' coverage."""

import math

import numpy as np

from flattop import catalogue
from flattop.engine.jobs import Job
from flattop.engine.simulate import fly
from flattop.physics.body.rigid_body import Inertia, Loads, State, angular_momentum, rigid_body_rates
from flattop.quantities.constants import KNOT
from flattop.quantities.vectors import Vec3, dot, norm, quaternion, rotate
from flattop.scenario.clock import FRAME, STEPS
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario
from flattop.studies.convergence import halvings
from flattop.studies.flights import counts
from flattop.studies.intervals import clopper_pearson
from flattop.verification.nesc.flight import moved
from flattop.verification.table import Findings, Graph, Line, Row, compared

GROUP = "self"

BODY = Inertia(1450.0, 4400.0, 3600.0, 6900.0, 180.0)
ZERO = Vec3(0.0, 0.0, 0.0)
TUMBLING = State(ZERO, quaternion(0.0, 0.0, 0.0), Vec3(30.0, 1.0, 2.0), Vec3(0.4, 0.5, -0.3))
FLIGHTS, STEP_FLIGHTS = 512, 128
SEA = {"significant_height": 3.25, "modal_period": 9.7}
CONDITIONS = (
    ("calm, 15 kt from ahead", {"wind_over_deck": 15.0 * KNOT}),
    ("Hs 3.25 m, 20 kt from ahead", {"wind_over_deck": 20.0 * KNOT, **SEA}),
    (
        "Hs 5 m, 25 kt from 45 deg",
        {
            "wind_over_deck": 25.0 * KNOT,
            "wind_from": math.radians(45.0),
            "significant_height": 5.0,
            "modal_period": 12.4,
        },
    ),
)
SURE = 0.9999
"""Confidence of the intervals of two rates that must agree."""


def rates(state):
    """Of the tumbling body: no loads, no gravity, a frame at rest."""
    return rigid_body_rates(state, Loads(ZERO, ZERO), BODY, ZERO, ZERO)


def tumbled(steps: int, duration: float = 20.0) -> State:
    """The body after a time, by the classical rule of order four."""
    state, h = TUMBLING, duration / steps
    for _ in range(steps):
        k1 = rates(state)
        k2 = rates(moved(state, k1, 0.5 * h))
        k3 = rates(moved(state, k2, 0.5 * h))
        k4 = rates(moved(state, k3, h))
        for rate, weight in ((k1, 1.0), (k2, 2.0), (k3, 2.0), (k4, 1.0)):
            state = moved(state, rate, weight * h / 6.0)
    return state


def conserved(state) -> tuple[float, Vec3, Vec3]:
    """Energy of rotation, and angular and linear momentum in the frame at rest."""
    H = angular_momentum(BODY, state.w_B)
    return 0.5 * dot(state.w_B, H), rotate(state.q_NB, H), rotate(state.q_NB, state.v_B) * BODY.mass


def conservation_findings() -> Findings:
    """Energy and momentum after 20 s of free tumbling, and the order in which their error falls with the step."""
    steps = (200, 400, 800, 1600)
    energy, turning, moving = conserved(TUMBLING)
    drifts = []
    for n in steps:
        e, H, p = conserved(tumbled(n))
        drifts.append((abs(e / energy - 1.0), norm(H - turning) / norm(turning), norm(p - moving) / norm(moving)))
    case = "free tumbling, 20 s at 0.7 rad/s"
    names = ("energy of rotation", "angular momentum", "linear momentum")
    h = 20.0 / steps[-1]
    allowed = 20.0 * 0.71 * (0.71 * h) ** 4 / 120.0
    note = "rule of order four: (w h)^4/120 of the angle turned"
    rows = [
        compared(GROUP, case, f"relative drift of {name}", "1", 0.0, drifts[-1][k], allowed, note)
        for k, name in enumerate(names)
    ]
    order = -float(np.polyfit(np.log(steps), np.log([d[1] for d in drifts]), 1)[0])
    rows.append(
        compared(
            GROUP, case, "order of the error of angular momentum", "1", 4.0, order, 0.5,
            "regression over three halvings; the next order's share at the coarsest step is below half",
        )
    )  # fmt: skip
    lines = [Line(n, 20.0 / np.array(steps), np.array([d[k] for d in drifts]), False) for k, n in enumerate(names)]
    return Findings(
        rows, [Graph("self-conservation", "Drift in free tumbling", "step (s)", "relative drift", lines, True, True)]
    )


def coverage_findings() -> Findings:
    """Coverage of the 95 % intervals by summing the binomial law: exact, so nothing below 95 % is allowed."""
    from scipy.stats import binom

    rows, lines, grid = [], [], np.concatenate([np.geomspace(1e-4, 0.5, 200), 1.0 - np.geomspace(1e-4, 0.5, 200)])
    for n in (64, 512, 4096):
        k = np.arange(n + 1)
        low, high = clopper_pearson(k, n, 0.95)
        inside = (low <= grid[:, None]) & (grid[:, None] <= high)
        covered = (binom.pmf(k, n, grid[:, None]) * inside).sum(1)
        least = float(covered.min())
        rows.append(
            Row(
                group=GROUP, case="Clopper-Pearson interval", quantity=f"least coverage at {n} flights", unit="1",
                reference=0.95, flattop=least, difference=min(least - 0.95, 0.0), tolerance=1e-9,
                note="never below 95 %; the difference is what is missing, and the tolerance rounding of the sum",
            )
        )  # fmt: skip
        order = np.argsort(grid)
        lines.append(Line(f"{n} flights", grid[order], covered[order], False))
    return Findings(rows, [Graph("self-coverage", "Coverage of the 95 % interval", "true rate", "coverage", lines)])


def scenario(given: dict) -> Scenario:
    """A recovery of TB3 on Izumo."""
    airframe, ship, pilot = catalogue.airframe("tb3"), catalogue.ship("izumo"), catalogue.pilot("standard")
    return Scenario(airframe, ship, pilot, Condition(**given), "recovery")


def reach(counted: int, total: int, beside: int, of: int) -> float:
    """How far two rates may lie apart by both intervals: sqrt((u1 - p1)^2 + (p2 - l2)^2), p1 <= p2 [Newcombe1998]."""
    rates = counted / total, beside / of
    bounds = clopper_pearson(counted, total, SURE), clopper_pearson(beside, of, SURE)
    low, high = (0, 1) if rates[0] <= rates[1] else (1, 0)
    return math.hypot(float(bounds[low][1]) - rates[low], rates[high] - float(bounds[high][0]))


def rate_rows() -> list[Row]:
    """Rates of the same condition from two seeds, and from a quarter of the flights."""
    rows, note = [], f"interval of the difference from the {SURE:.2%} intervals of both: once in ten thousand by chance"
    for name, given in CONDITIONS:
        job = [Job(scenario(given), np.arange(FLIGHTS))]
        codes = [fly(job, seed).outcome for seed in (1, 2)]
        whole, other, part = counts(codes[0]), counts(codes[1]), counts(codes[0][: FLIGHTS // 4])
        for k, ending in enumerate(("success", "mishap")):
            for kind, counted in (("seed 2", other), (f"first {FLIGHTS // 4} flights", part)):
                rows.append(
                    compared(
                        GROUP, name, f"rate of {ending}, {kind} beside {FLIGHTS} of seed 1", "1", whole[k] / whole[2],
                        counted[k] / counted[2], reach(whole[k], whole[2], counted[k], counted[2]), note,
                    )
                )  # fmt: skip
    return rows


def step_findings() -> Findings:
    """Flights with the engine's step halved: the shift of each touchdown against the spread between flights."""
    base = scenario(CONDITIONS[1][1])
    shifts = halvings(base, STEP_FLIGHTS, 1)
    s, rows = next(shift for shift in shifts if shift.step == FRAME / (2 * STEPS)), []
    flown = fly([Job(base, np.arange(STEP_FLIGHTS))], 1)
    spreads = [float(np.nanstd(flown[f"log.touchdown.{name}"])) for name in ("x", "sink_rate")]
    case = f"step {1000.0 * 2.0 * s.step:g} ms halved, {STEP_FLIGHTS} recoveries"
    pairs = (("median shift of touchdown", "m", s.touchdown_shift_median, spreads[0]),
             ("shift of the sink rate that 95 % stay within", "m/s", s.sink_shift_95, spreads[1]))  # fmt: skip
    for name, unit, value, spread in pairs:
        note = f"a tenth of the standard deviation between flights, {spread:.3g} {unit}: adds half a percent to it"
        rows.append(compared(GROUP, case, name, unit, 0.0, value, 0.1 * spread, note))
    for name, (before, after) in (("success", s.successes), ("mishap", s.mishaps)):
        allowed, note = reach(before, s.flights, after, s.flights), f"{SURE:.2%} intervals"
        rows.append(compared(GROUP, case, f"rate of {name}", "1", before / s.flights, after / s.flights, allowed, note))
    steps = np.array([shift.step for shift in shifts])
    lines = [
        Line(
            "median shift of touchdown (m)", steps, np.array([shift.touchdown_shift_median for shift in shifts]), False
        ),
        Line("95 % shift of the sink rate (m/s)", steps, np.array([shift.sink_shift_95 for shift in shifts]), False),
    ]
    caption = f"{STEP_FLIGHTS} recoveries of TB3 on Izumo in sea state 5, the same air and sea at every step."
    return Findings(
        rows,
        [Graph("self-step", "What halving the step changes", "finer step (s)", "shift", lines, True, True, caption)],
    )


def findings(folder=None, progress=None) -> Findings:
    """Everything; the flights need the engine compiled."""
    found = conservation_findings().added(coverage_findings())
    for name, more in (("rates", lambda: Findings(rate_rows())), ("step", step_findings)):
        found = found.added(more())
        if progress:
            progress(name)
    return found
