"""Published endurance, range, speeds and ceilings beside `studies/endurance`: the records flew at masses nobody published."""

from collections.abc import Callable

import numpy as np

from flattop import catalogue
from flattop.catalogue import Airframe
from flattop.quantities.constants import FOOT, HOUR, KNOT, SEA_LEVEL_DENSITY
from flattop.studies.endurance.flight import SERVICE, flown, path
from flattop.studies.endurance.loading import Load, loaded
from flattop.studies.endurance.question import RESERVE
from flattop.studies.endurance.ranges import Answers, Ranged, ranged
from flattop.studies.endurance.speeds import Curves, Flyer, densities
from flattop.verification.table import Findings, Graph, Line
from flattop.verification.world.facts import FACTS, SHOWN
from flattop.verification.world.rows import Simulated, observed

KILOMETRE = 1e3
HOT = 27.0  # above the standard day, for 42 degrees at the ground [K]


def lasting(
    flyer: Flyer, feet: float, load: Load | None = None, reserve: float = 0.0, knots: float | None = None
) -> tuple[float, float, float]:  # fmt: skip
    """Time [h], way in that time [km] and range [km] at a height, at the best speed or at a given one."""
    speed = None if knots is None else knots * KNOT
    found = flown(flyer, loaded(flyer.entry, load or Load()), [feet * FOOT], reserve, speed)
    return tuple(
        float(v[0]) / u
        for v, u in ((found.airborne, HOUR), (found.loiter_distance, KILOMETRE), (found.range, KILOMETRE))
    )  # pyright: ignore[reportReturnType]: three of them


def fastest(flyer: Flyer, feet: float, mass: float) -> float:
    """Level speed at full power [kt]."""
    return float(Curves(flyer, feet * FOOT, mass).fastest()[0]) / KNOT


def half_full(airframe: Airframe) -> float:
    """Mass with half the fuel and no payload [kg]."""
    return airframe.mass.empty.si + 0.5 * airframe.mass.fuel.si


def tb3(airframe: Airframe, margin: float) -> Answers:
    """What was seen of TB3."""
    f = Flyer(airframe, 0.0, margin)
    time, way, range_ = lasting(f, 20000.0)
    feet = np.arange(0.0, 30001.0, 1000.0)
    speeds = Curves(f, feet * FOOT, 1300.0).fastest() / KNOT
    return _arrays(
        endurance=time, at_96=lasting(f, 20000.0, knots=96.2)[0], range=range_, loiter=way / 1.852 / time,
        fastest=fastest(f, 20000.0, 1300.0),
        fastest_height=feet[np.nanargmax(speeds)], wind=fastest(f, 20000.0, 1450.0) * KNOT, cruise=fastest(f, 20000.0, 1450.0),
        ceiling=path(f, 1450.0).ceiling(SERVICE) / FOOT,
        loaded_range=lasting(f, 20000.0, Load(payload=airframe.mass.payload.si), RESERVE)[2],
    )  # fmt: skip


def tb2(airframe: Airframe, margin: float) -> Answers:
    """What was seen of TB2."""
    f = Flyer(airframe, 0.0, margin)
    high, way, _ = lasting(f, 18000.0)
    up = path(f, half_full(airframe))
    return _arrays(
        hot=lasting(Flyer(airframe, HOT, margin), 10000.0)[0], high=high, loiter=way / 1.852 / high if high > 0.0 else 0.0,
        fastest=fastest(f, 0.0, 650.0), ceiling=up.ceiling(SERVICE) / FOOT,
    )  # fmt: skip


def anka(airframe: Airframe, margin: float) -> Answers:
    """What was seen of ANKA with the engine of 155 hp."""
    f = Flyer(airframe, 0.0, margin)
    loiter, _ = Curves(f, 0.0, 1600.0).best_endurance()
    return _arrays(
        trial=lasting(f, 18000.0)[0], contract=lasting(f, 23000.0)[0], fastest=fastest(f, 0.0, 1600.0),
        loiter=float(loiter[0]) * np.sqrt(float(densities(0.0, 0.0)) / SEA_LEVEL_DENSITY) / KNOT,
        ceiling=path(f, half_full(airframe)).ceiling(0.0) / FOOT,
    )  # fmt: skip


def anka_pd170(airframe: Airframe, margin: float) -> Answers:
    """What was announced of ANKA with the PD170."""
    f = Flyer(airframe, 0.0, margin)
    return _arrays(
        record=lasting(f, 18000.0)[0], high=lasting(f, 23000.0)[0],
        ceiling=path(f, half_full(airframe)).ceiling(SERVICE) / FOOT,
    )  # fmt: skip


def mojave(airframe: Airframe, margin: float) -> Answers:
    """What the press said of Mojave."""
    return _arrays(endurance=lasting(Flyer(airframe, 0.0, margin), 10000.0)[0])


def _arrays(**values: float) -> Answers:
    return {name: np.nan_to_num(np.array(float(value)), nan=0.0) for name, value in values.items()}


def with_pd170(airframe: Airframe, engine_of: Airframe) -> Airframe:
    """ANKA with TB3's engine and the 320 kg of fuel its endurance was fitted with (airframes, section 6)."""
    fuel = airframe.mass.fuel.model_copy(update={"value": 320.0, "low": 300.0, "high": 320.0})
    mass = airframe.mass.model_copy(update={"fuel": fuel})
    return airframe.model_copy(update={"engine": engine_of.engine, "mass": mass})


ASKED: dict[str, Callable[[Airframe, float], Answers]] = {
    "tb3": tb3, "tb2": tb2, "anka": anka, "anka-pd170": anka_pd170, "mojave": mojave,
}  # fmt: skip


def airframe_of(name: str) -> Airframe:
    """The airframe facts are about: of the catalogue, or ANKA with the other engine."""
    if name == "anka-pd170":
        return with_pd170(catalogue.airframe("anka"), catalogue.airframe("tb3"))
    return catalogue.airframe(name)


def rows_of(name: str):
    """Rows of one airframe."""
    found = ranged(airframe_of(name), ASKED[name])
    return [observed(fact, simulated(found, key.strip())) for key, fact in FACTS[name].items()]


def simulated(found: Ranged, key: str) -> Simulated:
    """An answer with its range."""
    return Simulated(float(found.best[key]), float(found.low(key)), float(found.high(key)))


def by_height() -> Graph:
    """Endurance over height of every airframe, and the records."""
    feet, lines = np.arange(0.0, 30001.0, 2000.0), []
    for name in ASKED:
        flyer = Flyer(airframe_of(name))
        hours = flown(flyer, loaded(flyer.entry, Load()), feet * FOOT).airborne / HOUR
        good = np.isfinite(hours)
        lines.append(Line(name, feet[good] / 1e3, hours[good], False))
    heights, times = np.array(SHOWN).T
    lines.append(Line("shown", heights, times, False))
    return Graph(
        "world-endurance", "Endurance by height, and what was shown", "height (1000 ft)", "endurance (h)", lines,
        caption="Full tanks to dry, no payload, no reserve. What was shown is a lower bound: TB3 32 h and TB2 27 h, heights not published, "
        "TB2 24.6 h at 18 000 ft, ANKA 18 h at 23 000 ft.",
    )  # fmt: skip


def findings() -> Findings:
    """Rows of all airframes."""
    return Findings([row for name in ASKED for row in rows_of(name)], [by_height()])
