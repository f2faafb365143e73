"""What cannot stand, hold or fit in an airframe's own numbers, by arithmetic alone.

Gear rules (share on the nose wheel, static load within the stroke, clearances) follow Currey [Currey1988].
"""

from collections.abc import Iterator
from math import inf

from flattop.catalogue.checks.bounds import between
from flattop.catalogue.models.airframe import Airframe, Leg
from flattop.catalogue.models.quantity import written
from flattop.quantities.constants import STANDARD_GRAVITY


def _masses(a: Airframe) -> Iterator[str]:
    m = a.mass
    empty, most = m.empty.si, m.maximum_takeoff.si
    yield from between(
        "mass.maximum_takeoff", m.maximum_takeoff, 1.01 * empty, inf, f"more than mass.empty, {empty:g} kg"
    )
    yield from between(
        "mass.reference_mass",
        m.reference_mass,
        empty,
        most,
        f"between empty and maximum take-off, {empty:g} to {most:g} kg",
    )
    roll, pitch, yaw = m.inertia_xx.si, m.inertia_yy.si, m.inertia_zz.si
    yield from between(
        "mass.inertia_zz",
        m.inertia_zz,
        abs(roll - pitch),
        roll + pitch,
        f"between |Ixx - Iyy| and Ixx + Iyy, at most {roll + pitch:g} kg m2",
    )
    reach = (roll * yaw) ** 0.5
    yield from between("mass.inertia_xz", m.inertia_xz, -reach, reach, f"within sqrt(Ixx Izz), {reach:g} kg m2")


def _wings(a: Airframe) -> Iterator[str]:
    g, f = a.geometry, a.folding
    mean = g.wing_area.si / g.span.si
    yield from between(
        "geometry.mean_chord", g.mean_chord, 0.95 * mean, 1.5 * mean, f"about wing_area / span, {mean:.3g} m"
    )
    clean = a.aerodynamics.lift_maximum.si
    yield from between(
        "aerodynamics.lift_maximum_flap",
        a.aerodynamics.lift_maximum_flap,
        clean,
        inf,
        f"at least lift_maximum, {clean:g}",
    )
    if f:
        yield from between(
            "folding.folded_width",
            f.folded_width,
            0.0,
            g.span.si,
            f"less than the span, {g.span.si:g} m",
        )


def static_shares(a: Airframe) -> tuple[float, float]:
    """Shares of the weight on the nose wheel and on each main wheel, standing level, by moments."""
    nose, main = a.gear.nose.x.si, a.gear.main.x.si
    share = -main / (nose - main)
    return share, 0.5 * (1.0 - share)


def _legs(a: Airframe) -> Iterator[str]:
    nose, main = a.gear.nose, a.gear.main
    yield from between("gear.nose.x", nose.x, 0.0, inf, "a nose wheel ahead of the centre of gravity")
    yield from between("gear.main.x", main.x, -inf, 0.0, "main wheels behind the centre of gravity")
    yield from between("gear.main.y", main.y, 0.1, inf, "main wheels apart")
    if nose.x.si <= 0.0 or main.x.si >= 0.0:
        return
    on_nose, on_main = static_shares(a)
    if not 0.02 <= on_nose <= 0.25:
        given = f"gear.main.x = {written(main.x.value, main.x.unit)}"
        yield f"{given}: expected 2 to 25 % of the weight on the nose wheel, not {100.0 * on_nose:.1f} %"
    yield from _leg("gear.nose", nose, on_nose * a.mass.maximum_takeoff.si * STANDARD_GRAVITY)
    yield from _leg("gear.main", main, on_main * a.mass.maximum_takeoff.si * STANDARD_GRAVITY)


def _leg(path: str, leg: Leg, static: float) -> Iterator[str]:
    load = f"the static load at maximum take-off mass, {static:.0f} N"
    yield from between(f"{path}.preload", leg.preload, 0.0, static, f"less than {load}")
    yield from between(f"{path}.full_load", leg.full_load, static, inf, f"more than {load}")
    yield from between(f"{path}.limit_load", leg.limit_load, static, inf, f"more than {load}")


def _clearances(a: Airframe) -> Iterator[str]:
    g, ground = a.geometry, a.gear.main.z.si
    yield from between("geometry.tail_z", g.tail_z, -inf, ground, f"above the main wheels, {ground:g} m")
    yield from between("geometry.tip_z", g.tip_z, -inf, ground, f"above the main wheels, {ground:g} m")
    hub = ground - 0.5 * a.propeller.diameter.si
    yield from between("propeller.z", a.propeller.z, -inf, hub, f"a propeller clear of the ground, above {hub:g} m")
