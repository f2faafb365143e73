"""Spotting of drawn-up things: random aircraft on random decks, doors and openings, exchange, even bounds."""

from math import cos, pi, sin

import numpy as np
import pytest
from floors import aircraft, box, checked, parked, quantity, small_ship, thing
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flattop.catalogue.files.outlines import outline
from flattop.catalogue.models.plan import Plan
from flattop.spotting import Rules
from flattop.spotting.bound import even_bound, template, weighted_bound
from flattop.spotting.exchange import board_of, exchanged
from flattop.spotting.floor import floor
from flattop.spotting.packing import Wanted, packed
from flattop.spotting.places import places
from flattop.spotting.shapes import body

TB3 = outline("tb3")


def star(radii, x=0.0, y=0.0):
    """Corners at equal angles around a point."""
    angles = [2 * pi * k / len(radii) for k in range(len(radii))]
    return [(x + r * cos(a), y + r * sin(a)) for r, a in zip(radii, angles, strict=True)]


def deck(corners, lift):
    """A flight deck of any shape with a lift, a launch spot and a strip kept clear."""
    return Plan.model_validate(
        {
            "plan": {"name": "drawn", "title": "drawn", "description": "test", "ship": "drawn"},
            "area": [thing("deck", corners, kind="deck")],
            "lift": [thing("lift", lift, joins=["deck"], capacity=quantity(20, "t"))],
            "clear": [thing("strip", box(-60, 60, -3, 1), area="deck", cases=["recovery"])],
            "launch": [{"name": "spot", "x": quantity(-12), "y": quantity(-1), "heading": quantity(0, "deg")}],
        }
    )


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    sides=st.lists(st.integers(9, 16), min_size=4, max_size=4), bow=st.integers(0, 6),
    hull=st.lists(st.floats(0.6, 2.8), min_size=5, max_size=8), wing=st.floats(1.0, 4.0),
    moves=st.sampled_from([0, 1, None]), seed=st.integers(0, 99),
)  # fmt: skip
def test_plans_of_random_shapes_on_random_decks_hold(sides, bow, hull, wing, moves, seed):
    """Any simple outline with a wing above it, on a deck of six corners: every plan is valid and within its bound."""
    stern, port, starboard, ahead = sides
    corners = [(-10 - stern, -port), (4 + ahead, -port), (10 + ahead, -port + bow), (10 + ahead, starboard - bow),
               (4 + ahead, starboard), (-10 - stern, starboard)]  # fmt: skip
    drawn = aircraft([(star(hull), 0.0, 1.6), (box(-0.5, 0.5, -wing, wing), 1.2, 1.9)])
    ship = deck(corners, box(-6, 2, -7, -1))
    rules = Rules(step=1.0, headings=4, moves=moves)
    answer = checked(parked(ship, [(drawn, None, None)], "recovery", rules, seed), ship, drawn)
    assert answer.count <= answer.bound or answer.reasons


def test_two_hangars_joined_by_a_door():
    """What passes the door stands in both bays; what is higher than the door only where the lift is."""
    far = [thing("far bay", box(31, 55, -10, 10), kind="hangar", height=quantity(7))]
    own = thing("hangar", box(0, 30, -10, 10), kind="hangar", height=quantity(7))
    door = [thing("door", box(30, 31, -6, 6), joins=["hangar", "far bay"], height=quantity(6))]
    low = [thing("door", box(30, 31, -6, 6), joins=["hangar", "far bay"], height=quantity(5))]
    rules = Rules(step=1.0, headings=4, moves=None)
    bays = {}
    for name, doors in (("high", door), ("low", low)):
        ship = small_ship(area=[own, *far], door=doors)
        answer = checked(parked(ship, [(TB3, None, None)], rules=rules), ship, TB3)
        bays[name] = sum(p.pose.x > 30.0 for p in answer.placed)
    assert bays["high"] >= 2
    assert bays["low"] == 0


def test_an_opening_too_low_is_a_no_with_numbers():
    """TB3 folded, 5 m high, before an opening of 5 m."""
    lift = [thing("lift 1", box(-12, 0, -6, 6), joins=["hangar"], opening=quantity(5))]
    assert parked(small_ship(), [(TB3, None, 1)]).is_met
    answer = parked(small_ship(lifts=lift), [(TB3, None, 1)])
    assert answer.reasons == ("tb3 folded is 5.0 m high and 0.3 m above it, the opening to lift 1 is 5.0 m high",)


def test_a_deck_that_does_not_hold_the_mass_is_a_no():
    """The heaviest aircraft that floor and lashings hold, in tonnes."""
    drawn = aircraft([(star([2.0] * 6), 0.0, 2.0)], mass=9.0)
    ship = small_ship()
    area = ship.area[0].model_copy(update={"mass_limit": TB3.towing.mass})
    answer = parked(ship.model_copy(update={"area": (area,)}), [(drawn, None, 1)])
    assert "drawn parked weighs 9.0 t, the floor holds 1.6 t" in answer.reasons


@pytest.mark.parametrize("length", [16.0, 24.0])
def test_exchange_finds_what_the_solver_proves(length):
    """Packing by swaps against CP-SAT on floors it can finish; no two places chosen exclude each other."""
    rules = Rules(step=2.0, headings=4)
    found = places(floor(small_ship(length, 16.0), "hangar", rules.step), [body(TB3, "folded")], rules)
    chosen, most = packed(found, Wanted((None,)), 0)
    swapped = exchanged(board_of(found), Wanted((None,)), [], -found.ix.astype(float), 3000, np.random.default_rng(1))
    assert len(chosen) == most == len(swapped)
    assert not any(found.conflicts(a)[b] for a in swapped for b in swapped if a != b)
    assert most <= min(even_bound(found, template(found, 1.0)), weighted_bound(found, np.random.default_rng(1)))


def test_exchange_takes_no_more_of_a_kind_than_asked_for():
    """Two kinds, one of them limited to a single aircraft."""
    rules = Rules(step=2.0, headings=4)
    ground = floor(small_ship(30.0, 20.0), "hangar", rules.step)
    found = places(ground, [body(TB3, "folded"), body(outline("sh60"), "folded")], rules)
    chosen = exchanged(board_of(found), Wanted((1, None)), [], np.zeros(len(found)), 2000, np.random.default_rng(1))
    kinds = [int(found.kind[p]) for p in chosen]
    assert kinds.count(0) <= 1
    assert kinds.count(1) >= 2
