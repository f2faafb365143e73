"""Contradictions that a ship's own numbers show."""

from collections.abc import Iterator
from math import inf

from flattop.catalogue.checks.bounds import between
from flattop.catalogue.models.ship import Ship

SEA_WATER = 1025.0  # kg/m3


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
