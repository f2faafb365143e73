"""What was seen on decks beside flights, the same that `assess` flies, and beside the operator's rule of width."""

import math
from dataclasses import replace
from typing import Any, NamedTuple

from flattop import catalogue
from flattop.quantities.constants import KNOT
from flattop.scenario.condition import Condition
from flattop.scenario.moderate import is_moderate, reference_condition
from flattop.scenario.scenario import Scenario
from flattop.studies.criteria import STANDARD, Criteria, Decision
from flattop.studies.envelope import Grid, envelope
from flattop.studies.failures import failures
from flattop.studies.flights import fly_condition
from flattop.studies.intervals import clopper_pearson
from flattop.studies.verdict import verdict_of
from flattop.studies.width import room, sentences
from flattop.verification.table import Findings, Row
from flattop.verification.world.rows import INDEPENDENT, Fact, Simulated, decided, observed, shown

MODERATE = Grid(
    speeds=tuple(KNOT * v for v in (15.0, 20.0, 25.0, 30.0)), angles=tuple(math.radians(a) for a in (-15.0, 0.0, 15.0)),
    heights=(0.88, 1.88), periods=(7.5, 8.8),
)  # fmt: skip
"""The conditions verdicts are given for, and no others."""
MANY, FEW, SOME = 7680, 1920, 512
"""Flights where GO must be shown, as many as `assess` flies of the moderate conditions; elsewhere; of one condition."""
CYCLES = 170
"""Automatic launches and recoveries of TB3 aboard TCG Anadolu without a reported loss, to August 2025."""
COLD = -20.0
"""Against the standard day, for -5 degrees [K]."""
DEMONSTRATED = 2000.0
"""Mass of Mojave in the ship demonstrations [kg]; estimate 1700 to 2300 (airframes, section 4b)."""
ROKN = Criteria(width_margin=10.0)
"""The margin the Republic of Korea Navy was reported to ask for aboard Dokdo."""


class Flights(NamedTuple):
    """What came of flights in moderate conditions."""

    verdict: Any
    successes: int
    mishaps: int
    total: int
    causes: str

    @property
    def mishap(self) -> Simulated:
        """Rate of mishaps with its 95 % interval."""
        low, high = clopper_pearson(self.mishaps, self.total, 0.95)
        return Simulated(self.mishaps / self.total, float(low), float(high))

    @property
    def decision(self) -> Decision:
        """Of all flights together, by the criteria in force."""
        return Decision(int(STANDARD.decision(self.successes, self.mishaps, self.total)))

    @property
    def words(self) -> str:
        """Counts, and what closes the rest."""
        return f"{self.successes} of {self.total} succeeded, {self.mishaps} mishaps{self.causes}"


def scenario(airframe: str, ship: str, mission: Any, condition: Condition | None = None) -> Scenario:
    """A scenario of the catalogue with the standard pilot."""
    players = catalogue.airframe(airframe), catalogue.ship(ship), catalogue.pilot("standard")
    return Scenario(*players, condition or reference_condition(), mission)


def moderate(airframe: str, ship: str, mission: str, flights: int, mass: float | None = None) -> Flights:
    """Flights over the moderate conditions, and the verdict `assess` would give on them without the rule of width."""
    return flown(scenario(airframe, ship, mission, replace(reference_condition(), mass=mass)), flights)


def flown(base: Scenario, flights: int) -> Flights:
    """The same for any scenario."""
    mission = base.mission
    core = is_moderate if flights >= MANY else None
    data = envelope(base, MODERATE, flights, 1, STANDARD, None, core)
    success, mishap, total = (int(data[f"{name}_count"].sum()) for name in ("success", "mishap", "sample"))
    return Flights(verdict_of(data, mission, STANDARD), success, mishap, total, _causes(data, mission))


def _causes(data, mission):
    """Failures in words, most frequent first."""
    counted = data["outcome_count"].sum(["significant_height", "wind_over_deck_angle", "wind_over_deck_speed"])
    shown = failures(data["outcome"].values, counted.values)[:3]
    return f" ({mission}: " + ", ".join(f"{name} {n}" for name, n in shown) + ")" if shown else ""


def further_to_port(base: Scenario) -> Scenario:
    """A scenario whose launch line lies at the port end of its range."""
    strip = base.ship.strip
    line = strip.launch_y.model_copy(update={"value": strip.launch_y.low})
    return replace(base, ship=base.ship.model_copy(update={"strip": strip.model_copy(update={"launch_y": line})}))


def rate_of_success(case: str, quantity: str, base: Scenario, flights: int, note: str) -> Row:
    """The row of one condition in which the operation was seen: successes as `assess` asks for them."""
    found = fly_condition(base, flights, 1).attrs
    simulated = Simulated(found["success_rate"], found["success_low"], found["success_high"])
    fact = Fact(case, quantity, "1", STANDARD.success_rate, "least", INDEPENDENT, 0.0, note)
    return observed(fact, simulated, f"{flights} flights, {found['mishap_count']} mishaps")


def anadolu_findings() -> list[Row]:
    """TB3 aboard TCG Anadolu: launched over the ramp, recovered without gear, 170 times, in cold and wind."""
    up, down = (moderate("tb3", "anadolu", mission, MANY) for mission in ("launch", "recovery"))
    allowed = 1.0 - 0.05 ** (1.0 / CYCLES)
    loss = Fact(
        "V-TB3-8", "TB3 on TCG Anadolu: mishaps per recovery", "1", allowed, "most", INDEPENDENT, 0.0,
        f"0 in {CYCLES} leave more than 5 % chance to a rate up to 1 - 0.05^(1/{CYCLES}); their weather is not published, "
        "flown in moderate conditions; no report is no proof",
    )  # fmt: skip
    short = replace(reference_condition(), run=150.0)
    cold = replace(reference_condition(), wind_over_deck=30.0 * KNOT, temperature_offset=COLD)
    ramp = "the ramp is used on a deck of 202 m; run not published; 20 kt from ahead, 1450 kg"
    baltic = "snow, strong wind, -5 degrees; no numbers of wind and sea published"
    launch, recovery = scenario("tb3", "anadolu", "launch", short), scenario("tb3", "anadolu", "recovery", cold)
    return [
        decided("V-TB3-6", "TB3 from TCG Anadolu: launch", "GO", up.verdict.decision, INDEPENDENT, up.words),
        rate_of_success("V-TB3-6", "TB3 from TCG Anadolu: launch on 150 m, successes", launch, SOME, ramp),
        decided("V-TB3-7", "TB3 on TCG Anadolu: recovery", "GO", down.verdict.decision, INDEPENDENT, down.words),
        observed(loss, down.mishap, down.words),
        rate_of_success(
            "V-TB3-9", "TB3 on TCG Anadolu at -5 degrees, 30 kt: recovery, successes", recovery, SOME, baltic
        ),
    ]


def mojave_findings() -> list[Row]:
    """Mojave aboard ROKS Dokdo, launched and not recovered, and aboard HMS Prince of Wales, both."""
    dokdo = moderate("mojave", "dokdo", "launch", FEW, DEMONSTRATED)
    away, back = (moderate("mojave", "prince-of-wales", m, FEW, DEMONSTRATED) for m in ("launch", "recovery"))
    ahead = scenario("mojave", "dokdo", "launch", replace(reference_condition(), mass=DEMONSTRATED))
    port = flown(further_to_port(ahead), MANY)
    further = f"{port.words}; the launch line is an estimate, this the end of its range"
    leaving, one = "Mojave from ROKS Dokdo: launch", "one launch was seen, its wind is not published"
    ramp = (
        "on the nose leg: from 20 kt on it flies before the ramp begins, but the pilot's run ends at the bow and nobody holds the nose up "
        "(docs/theory/world); the trial's launch line and wind are not published"
    )
    light = "2000 kg, as the demonstration is estimated"
    return [
        _open("ships 5.1", leaving, dokdo, one),
        decided("ships 5.1", f"{leaving} 1.5 m further to port", "GO", port.verdict.decision, INDEPENDENT, further),
        rate_of_success("ships 5.1", f"{leaving} in 20 kt from ahead, successes", ahead, SOME, light),
        _open("models D.2", "Mojave from HMS Prince of Wales: launch", away, ramp),
        _open("models D.2", "Mojave on HMS Prince of Wales: recovery", back, "flown there by hand"),
    ]


def _open(case, quantity, found: Flights, note) -> Row:
    return shown(case, quantity, Decision.OPEN, found.decision, INDEPENDENT, f"{found.words}; {note}")


def runway_findings() -> list[Row]:
    """TB2 and ANKA, which are flown from runways only: what closes the deck to them."""
    rows = []
    for name in ("tb2", "anka"):
        for mission in ("launch", "recovery"):
            found = moderate(name, "anadolu", mission, FEW)
            note = f"{found.words}; strength of the gear and flaps are estimates; no trial aboard is known"
            title = f"{catalogue.airframe(name).title}, TCG Anadolu: {mission}"
            rows.append(shown("land-based", title, Decision.CLOSED, found.decision, INDEPENDENT, note))
    return rows


def width_findings() -> list[Row]:
    """The operator's rule of width against what operators did."""
    asked = (
        ("ships 5.1", "mojave", "dokdo", "launch", "GO", STANDARD), ("ships 5.1", "mojave", "dokdo", "recovery", "NO-GO", STANDARD),
        ("ships 5.1", "mojave", "dokdo", "launch", "GO", ROKN), ("ships 5.1", "mojave", "dokdo", "recovery", "NO-GO", ROKN),
        ("models D.2", "mojave", "prince-of-wales", "recovery", "GO", ROKN), ("ships 5.2", "tb3", "anadolu", "launch", "GO", STANDARD),
        ("ships 5.2", "tb3", "anadolu", "recovery", "GO", STANDARD), ("ships 5.3", "tb3", "d-joao-ii", "recovery", "NO-GO", STANDARD),
        ("ships 5.3", "mojave", "d-joao-ii", "recovery", "NO-GO", STANDARD),
    )  # fmt: skip
    return [_width_row(*one) for one in asked]


def _width_row(case, airframe, ship, mission, expected, criteria) -> Row:
    found = room(catalogue.airframe(airframe), catalogue.ship(ship), mission, criteria)
    title = f"{catalogue.airframe(airframe).title}, {catalogue.ship(ship).title}: width for {mission}, margin {criteria.width_margin:g} m"
    evidence = (
        "input: no evidence, the margin is the one reported" if criteria is ROKN and ship == "dokdo" else INDEPENDENT
    )
    return decided(case, title, expected, "GO" if found.is_enough else "NO-GO", evidence, " ".join(sentences(found)))


def findings() -> Findings:
    """Rows of the decks."""
    return Findings(width_findings() + anadolu_findings() + mojave_findings() + runway_findings())
