"""Spotting: plans that hold, bounds that bound, noes with reasons, small cases against all choices."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from floors import COARSE, box, checked, parked, small_ship
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flattop.catalogue.files.outlines import outline
from flattop.catalogue.files.plans import plan
from flattop.spotting import Rules, UnusableRequestError, spotting
from flattop.spotting.bound import area_bound, clique_bound
from flattop.spotting.floor import floor
from flattop.spotting.packing import Wanted, packed
from flattop.spotting.places import places
from flattop.spotting.shapes import body
from flattop.spotting.validator import faults

TB3, TB2, ANKA, SH60 = (outline(name) for name in ("tb3", "tb2", "anka", "sh60"))


def test_a_hangar_plan_holds_and_same_seed_gives_same_plan():
    """The validator, which shares no geometry with the search, finds nothing wrong; plans repeat."""
    ship = small_ship()
    one = checked(parked(ship, [(TB3, None, None)], rules=replace(COARSE, moves=None), seed=3), ship, TB3)
    two = parked(ship, [(TB3, None, None)], rules=replace(COARSE, moves=None), seed=3)
    assert one.count >= 4
    assert [p.pose for p in one.placed] == [p.pose for p in two.placed]
    assert one.count <= one.bound


@pytest.mark.parametrize("moves", [0, 1])
def test_no_more_than_so_many_others_have_to_move(moves):
    """The towing rule, as the validator walks it."""
    ship = small_ship()
    answer = checked(parked(ship, [(TB3, None, None)], rules=replace(COARSE, moves=moves)), ship, TB3)
    assert answer.count >= 1
    assert max(len(p.moved_first) for p in answer.placed) <= moves


def test_the_validator_sees_what_is_wrong():
    """A plan with one aircraft shifted, turned round, out of order or above its bound is refused."""
    ship = small_ship()
    answer = parked(ship, [(TB3, None, None)], rules=replace(COARSE, moves=None))
    first, *rest = answer.placed
    near = replace(first, pose=rest[0].pose._replace(x=rest[0].pose.x + 1.0))
    for spoilt, word in (
        (replace(answer, placed=(near, *rest)), "apart"),
        (replace(answer, placed=(replace(first, pose=first.pose._replace(y=50.0)), *rest)), "edge"),
        (replace(answer, placed=(replace(first, to_lift=first.to_lift[:-3]), *rest)), "no path to a lift"),
        (replace(answer, bound_places=1), "above the bound"),
        (replace(answer, placed=tuple(replace(p, moved_first=()) for p in answer.placed)), "stands in its way"),
    ):
        assert any(word in line for line in faults(spoilt, ship, {"tb3": TB3})), word


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    length=st.integers(14, 34), width=st.integers(12, 22), pillar=st.tuples(st.integers(4, 12), st.integers(-6, 6)),
    kind=st.sampled_from([TB3, TB2, SH60]), moves=st.sampled_from([0, 2, None]), seed=st.integers(0, 99),
)  # fmt: skip
def test_plans_of_random_floors_hold(length, width, pillar, kind, moves, seed):
    """Over random hangars with a pillar, aircraft and rules: every plan is valid and within its bound."""
    x, y = pillar
    ship = small_ship(length, width, lift=(14.0, 10.0), obstacles=[box(x, x + 0.8, y, y + 0.8)])
    answer = parked(ship, [(kind, None, None)], rules=replace(COARSE, moves=moves), seed=seed)
    checked(answer, ship, kind)
    assert answer.count <= answer.bound or answer.reasons


def test_bounds_and_packing_against_all_choices():
    """On small floors the solver finds the largest set of places, and neither bound lies below it."""
    for length in (9.0, 16.0, 18.0):
        rules = replace(COARSE, step=2.0)
        found = places(floor(small_ship(length, 12.0), "hangar", rules.step), [body(TB3, "folded")], rules)
        matrix = np.array([found.conflicts(k) for k in range(len(found))])
        most = max(
            (n for n in range(1, 4) for c in combinations(range(len(found)), n)
             if not any(matrix[a, b] for a, b in combinations(c, 2))), default=0,
        )  # fmt: skip
        chosen, bound = packed(found, Wanted((None,)), 0)
        assert len(chosen) == bound == most
        assert clique_bound(found, np.random.default_rng(0)) >= most
        assert area_bound(found) >= most


@pytest.mark.parametrize(
    ("ship", "kind", "words"),
    [
        (small_ship(lift=(12.0, 6.8)), TB3, "tb3 folded is 7.0 m wide, lift 1 opens 6.8 m"),
        (small_ship(height=5.0), TB3, "tb3 folded is 5.0 m high and 0.3 m above it, hangar is 5.0 m high"),
        (small_ship(capacity=1.2), TB3, "tb3 folded weighs 1.6 t, lift 1 takes 1.2 t"),
        (small_ship(length=7.0), TB3, "tb3 folded is 8.3 m long and 7.0 m wide, the hangar is 7.0 x 20.0 m"),
    ],
)
def test_a_no_has_its_reason_in_numbers(ship, kind, words):
    """Lift too narrow, hangar too low, lift too weak, floor too small: a normal NO."""
    answer = spotting(ship, [(kind, None, 1)], "hangar", COARSE)
    assert not answer.is_met
    assert any(words in line for line in answer.reasons), answer.reasons


def test_a_mix_that_does_not_fit_says_so():
    """Forty aircraft in a small hangar are proved not to fit."""
    answer = parked(small_ship(), [(TB3, None, 40)], rules=replace(COARSE, moves=None))
    assert not answer.is_met
    assert "at most" in answer.reasons[0]


def test_unusable_questions_are_refused_with_every_problem():
    """Negative clearances, wrong cases, configurations and numbers."""
    with pytest.raises(UnusableRequestError) as refused:
        spotting(small_ship(), [(TB3, None, None)], "hangar", Rules(between=-1.0, moves=-2, headings=5))
    assert "between clearance = -1 m: expected zero or more" in refused.value.problems
    assert "moves = -2: expected zero or more" in refused.value.problems
    with pytest.raises(UnusableRequestError) as refused:
        spotting(small_ship(), [(TB3, "half", 0)], "hangar", COARSE)
    assert refused.value.problems == [
        "tb3: configuration = half: expected one of spread locked folded",
        "tb3 = 0: expected a number of aircraft, 1 or more",
    ]
    with pytest.raises(UnusableRequestError, match="small: no recovery in its plan: expected one of hangar"):
        spotting(small_ship(), [(TB3, None, None)], "recovery", COARSE)


def test_wings_that_do_not_fold_stay_off_a_small_lift():
    """ANKA's 17.5 m do not go on Anadolu's lifts, and do on Izumo's longer one."""
    refused = spotting(plan("anadolu"), [(ANKA, None, 1)], "recovery", COARSE)
    assert "anka locked is 8.6 m long and 17.5 m wide, aft lift opens 16.0 x 11.5 m" in refused.reasons[0]
    taken = spotting(plan("izumo"), [(ANKA, None, 1)], "hangar", replace(Rules(), moves=None, step=1.0))
    assert taken.is_met


def test_an_aircraft_without_a_place_is_named_in_a_mix():
    """F-35B is wider than Anadolu's deck beside the recovery strip; the helicopters with it are not the reason."""
    answer = spotting(plan("anadolu"), [(outline("f35b"), None, 1), (SH60, None, 1)], "recovery", COARSE, is_quick=True)
    assert not answer.is_met
    assert [line.partition(":")[0] for line in answer.reasons] == ["f35b spread"]
