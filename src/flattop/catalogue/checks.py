"""Contradictions that an entry's own numbers show: what cannot stand, hold or fit, by arithmetic alone.

Gear rules (share on the nose wheel, static load within the stroke, clearances) follow Currey [Currey1988].
"""

from collections.abc import Iterator
from math import inf

from flattop.catalogue.airframes import Airframe, Leg
from flattop.catalogue.entry import Entry
from flattop.catalogue.quantity import Quantity, written
from flattop.catalogue.seas import Sea
from flattop.catalogue.ships import Ship

GRAVITY = 9.80665  # m/s2, standard
SEA_WATER = 1025.0  # kg/m3


def contradictions(entry: Entry) -> list[str]:
    """Every contradiction in an entry, one line each: `path = value unit: what was expected`."""
    if isinstance(entry, Airframe):
        return [*_masses(entry), *_wings(entry), *_legs(entry), *_clearances(entry)]
    if isinstance(entry, Ship):
        return [*_vessel(entry), *_deck(entry), *_ramp(entry), *_island(entry)]
    return [*_wave(entry)] if isinstance(entry, Sea) else []


def between(path: str, quantity: Quantity, low: float, high: float, why: str) -> Iterator[str]:
    """A line if a quantity lies outside low .. high (SI); `why` says what the bounds are."""
    if not low <= quantity.si <= high:
        yield f"{path} = {written(quantity.value, quantity.unit)}: expected {why}"


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
            "folding.fold_station", f.fold_station, 0.0, 0.5 * g.span.si, f"inside half the span, {0.5 * g.span.si:g} m"
        )
        yield from between(
            "folding.folded_width",
            f.folded_width,
            2.0 * f.fold_station.si,
            g.span.si,
            "between twice the fold station and the span",
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
    yield from _leg("gear.nose", nose, on_nose * a.mass.maximum_takeoff.si * GRAVITY)
    yield from _leg("gear.main", main, on_main * a.mass.maximum_takeoff.si * GRAVITY)


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


def _vessel(s: Ship) -> Iterator[str]:
    if not s.ship.moves:
        return
    for name in ("hull", "air", "response"):
        if getattr(s, name) is None:
            yield f"{name}: missing: expected a table [{name}], since ship.moves = true"
    if s.hull is None:
        return
    h = s.hull
    length = h.length_between_perpendiculars
    yield from between("hull.length_between_perpendiculars", length, 0.0, h.length_overall.si, "at most length_overall")
    block = h.displacement.si / (SEA_WATER * length.si * h.beam.si * h.draught.si)
    yield from between(
        "hull.block_coefficient",
        h.block_coefficient,
        0.9 * block,
        1.1 * block,
        f"displacement / (rho L B T), {block:.3f}",
    )


def _deck(s: Ship) -> Iterator[str]:
    d, t = s.deck, s.strip
    yield from between("deck.bow_x", d.bow_x, d.stern_x.si, inf, "ahead of deck.stern_x")
    for path, x in (("strip.touchdown_x", t.touchdown_x), ("strip.launch_x", t.launch_x)):
        yield from between(path, x, d.stern_x.si, d.bow_x.si, f"on the deck, {d.stern_x.si:g} to {d.bow_x.si:g} m")
    half = 0.5 * t.clear_width.si
    port, starboard = d.port_y.si + half, d.starboard_y.si - half
    yield from between(
        "strip.centre_y",
        t.centre_y,
        port - 0.01,
        starboard + 0.01,
        f"a strip on the deck, centred within {port:g} to {starboard:g} m",
    )
    yield from between(
        "strip.launch_y",
        t.launch_y,
        d.port_y.si,
        d.starboard_y.si,
        f"on the deck, {d.port_y.si:g} to {d.starboard_y.si:g} m",
    )
    if (d.bow_half_width is None) != (d.bow_taper_x is None):
        yield "deck.bow_half_width: expected together with deck.bow_taper_x"


def _ramp(s: Ship) -> Iterator[str]:
    if s.ramp is None:
        return
    r, d = s.ramp, s.deck
    lip = d.bow_x.si - r.length.si
    yield from between(
        "ramp.start_x", r.start_x, lip - 1.0, lip + 1.0, f"a ramp that ends at the bow, started at {lip:g} m"
    )
    yield from between(
        "ramp.port_y", r.port_y, d.port_y.si, r.starboard_y.si, "on the deck, to port of ramp.starboard_y"
    )
    yield from between(
        "ramp.starboard_y", r.starboard_y, r.port_y.si, d.starboard_y.si, "on the deck, to starboard of ramp.port_y"
    )


def _island(s: Ship) -> Iterator[str]:
    if s.island is None:
        return
    i, d, t = s.island, s.deck, s.strip
    yield from between("island.forward_x", i.forward_x, i.aft_x.si, inf, "ahead of island.aft_x")
    yield from between("island.outer_y", i.outer_y, i.inner_y.si, inf, "outboard of island.inner_y")
    edge = t.centre_y.si + 0.5 * t.clear_width.si
    yield from between(
        "island.inner_y", i.inner_y, edge - 0.01, d.starboard_y.si + 10.0, f"clear of the strip, from {edge:g} m"
    )


def _wave(s: Sea) -> Iterator[str]:
    """Steepness of a deep-water sea, Hs / (g T0^2 / 2 pi), is below about 1/15 at its steepest."""
    period = s.waves.modal_period.si
    steepest = 0.08 * GRAVITY * period**2 / 6.283185307179586
    yield from between(
        "waves.significant_height",
        s.waves.significant_height,
        0.0,
        steepest,
        f"less than {steepest:.2g} m at a modal period of {period:g} s",
    )
