"""Published facts about the ships themselves beside their numbers: deck, ramp, waves as long as the hull, who moves most."""

import math

from flattop import catalogue
from flattop.engine.assemble.ship import deck_record
from flattop.physics.ship.deck import deck_surface
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.scenario.moderate import reference_condition
from flattop.scenario.scenario import Scenario
from flattop.studies.deck_motion import deck_motion
from flattop.verification.table import Findings, Row
from flattop.verification.world.rows import INDEPENDENT, INPUT, Fact, Simulated, observed


def ranged_difference(forward, aft) -> Simulated:
    """Length between two catalogue numbers, ends of the ranges by the root of squares."""
    best = forward.si - aft.si
    low = math.hypot(forward.si - forward.si_low, aft.si_high - aft.si)
    high = math.hypot(forward.si_high - forward.si, aft.si - aft.si_low)
    return Simulated(best, best - low, best + high)


def perimeter_row() -> Row:
    """Laps of the flight deck: 25 are 10 km."""
    deck = catalogue.ship("canberra").deck
    length = ranged_difference(deck.bow_x, deck.stern_x)
    fact = Fact(
        "ships 5.10", "HMAS Canberra: once up and down the flight deck", "m", 400.0, "near", INDEPENDENT, 8.0,
        "25 laps are 10 km by her captain, 2 %; the deck's length is the builder's",
    )  # fmt: skip
    return observed(fact, Simulated(*(2.0 * v for v in length)))


def ramp_row() -> Row:
    """Height of the lip of the one ramp whose length, angle and height are all published."""
    ship = catalogue.ship("prince-of-wales")
    d = deck_record(ship)
    y = 0.5 * (d.ramp_port_y + d.ramp_starboard_y)
    rise = -deck_surface(d.bow_x - 1e-9, y, d).down - d.height
    cubic = (d.bow_x - d.ramp_start_x) * math.tan(math.asin(d.ramp_curvature * (d.bow_x - d.ramp_start_x))) / 3.0
    fact = Fact(
        "ships 5.11", "HMS Prince of Wales: height of the ramp's lip", "m", 6.0, "near", INDEPENDENT, 0.5,
        "64 m and 12.5 degrees published, the shape is not: an arc as here is one end of what they allow, a cubic the other",
    )  # fmt: skip
    return observed(fact, Simulated(rise, cubic, rise))


def wave_rows() -> list[Row]:
    """Periods of waves as long as three hulls: what the summary worked out beside the dispersion of the engine's sea."""
    rows = []
    for name, period in (("juan-carlos-i", 11.5), ("izumo", 12.3), ("d-joao-ii", 8.0)):
        ship = catalogue.ship(name)
        assert ship.hull is not None
        length = ship.hull.length_between_perpendiculars
        ends = (math.sqrt(2.0 * math.pi * v / STANDARD_GRAVITY) for v in (length.si, length.si_low, length.si_high))
        fact = Fact(
            "ships 5.12",
            f"{ship.title}: period of waves as long as the hull",
            "s",
            period,
            "near",
            INPUT,
            0.05,
            "worked out, not seen; rounded to 0.1 s",
        )
        rows.append(observed(fact, Simulated(*ends)))
    return rows


def motion_row() -> Row:
    """D. Joao II should move more than Anadolu in the same sea."""
    speeds = []
    for name in ("d-joao-ii", "anadolu"):
        players = catalogue.airframe("tb3"), catalogue.ship(name), catalogue.pilot("standard")
        base = Scenario(*players, reference_condition(), "recovery")
        motion = deck_motion(base, (1.88,), (8.8,), 1, duration=1.0)
        speeds.append(float(motion["spot_velocity_rms"].values[0]))
    ratio = speeds[0] / speeds[1]
    fact = Fact(
        "ships 5.12",
        "vertical speed of the touchdown spot in sea state 4, D. Joao II over Anadolu",
        "1",
        1.0,
        "least",
        INDEPENDENT,
        0.0,
        "expected of a hull of half the length, not seen",
    )
    return observed(fact, Simulated(ratio, ratio, ratio))


def findings() -> Findings:
    """Rows of the ships."""
    return Findings([perimeter_row(), ramp_row(), *wave_rows(), motion_row()])
