"""The world's rows: what counts as agreement, that no fact is dropped, that parts are there."""

import math

import pytest

from flattop import catalogue
from flattop.studies.criteria import Decision
from flattop.verification.world import air as world_air
from flattop.verification.world import decks as world_decks
from flattop.verification.world import observed as world
from flattop.verification.world import parking as world_parking
from flattop.verification.world import ships as world_ships
from flattop.verification.world.facts import FACTS
from flattop.verification.world.rows import FIT, INDEPENDENT, INPUT, Fact, Simulated, decided, observed, shown


def fact(kind, reference=10.0, uncertainty=0.0):
    """A fact with one number."""
    return Fact("V-X", "quantity", "h", reference, kind, INDEPENDENT, uncertainty)


@pytest.mark.parametrize(
    ("kind", "best", "agrees"),
    [
        ("least", 12.0, True), ("least", 9.5, True), ("least", 8.5, False),
        ("most", 8.0, True), ("most", 10.5, True), ("most", 11.5, False),
        ("near", 10.5, True), ("near", 9.5, True), ("near", 11.5, False), ("near", 8.5, False),
    ],
)  # fmt: skip
def test_bounds_and_nearness(kind, best, agrees):
    """A range of one on each side: what misses the reference by more disagrees, on the side that counts."""
    assert observed(fact(kind), Simulated(best, best - 1.0, best + 1.0)).passed is agrees


def test_the_observation_may_be_uncertain_as_well():
    """Sides of 3 and uncertainty of 4 make 5."""
    row = observed(fact("near", 10.0, 4.0), Simulated(6.0, 1.0, 9.0))
    assert row.tolerance == pytest.approx(5.0)
    assert row.passed


def test_what_cannot_fly_falls_short():
    """A missing answer counts as nothing flown."""
    row = observed(fact("least"), Simulated(math.nan, 0.0, 0.0))
    assert (row.flattop, row.passed) == (0.0, False)


def test_verdicts_have_no_tolerance():
    """GO IN PART is not GO, nor is UNDECIDED."""
    assert decided("c", "q", "GO", "GO", INDEPENDENT, "").passed
    assert decided("c", "q", "GO", "GO IN PART", INDEPENDENT, "").passed is False
    assert decided("c", "q", "GO", "UNDECIDED", INDEPENDENT, "").passed is False


def test_a_few_flights_seen_do_not_tell_open_from_undecided():
    """Undecided agrees with a demonstration and closed does not; what was never seen must be shown closed."""
    agreed = [
        shown("c", "q", Decision.OPEN, d, INDEPENDENT, "").passed
        for d in (Decision.OPEN, Decision.UNDECIDED, Decision.CLOSED)
    ]
    assert agreed == [True, True, False]
    assert shown("c", "q", Decision.CLOSED, Decision.UNDECIDED, INDEPENDENT, "").passed is False


def test_every_row_says_whether_it_is_evidence():
    """Fit, input or independent, first in the note; every fact of the table has its row."""
    rows = world_air.rows_of("mojave") + world_decks.width_findings() + world_ships.findings().rows
    assert all(row.note.startswith((FIT, INDEPENDENT, INPUT)) for row in rows)
    assert len(world_air.rows_of("mojave")) == len(FACTS["mojave"])


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_has_an_answer(name):
    """The names of the facts are those the airframe is asked for."""
    asked = world_air.ASKED[name](world_air.airframe_of(name), 1.2)
    assert {key.strip() for key in FACTS[name]} == set(asked)


def test_the_other_engine_is_tb3s():
    """ANKA with PD170 keeps its wing and takes engine and fuel."""
    other = world_air.with_pd170(catalogue.airframe("anka"), catalogue.airframe("tb3"))
    assert other.engine == catalogue.airframe("tb3").engine
    assert (other.mass.fuel.value, other.geometry) == (320.0, catalogue.airframe("anka").geometry)


def test_width_agrees_with_what_operators_did():
    """Every row of the rule, among them Mojave on Dokdo by both margins."""
    rows = world_decks.width_findings()
    assert [row.case for row in rows if not row.passed] == []
    assert any("26.0 m; the clear strip has 21.0 m, 5.0 m less" in row.note for row in rows)


def test_the_launch_line_goes_to_the_end_of_its_range():
    """1.5 m to port on Dokdo, and nothing else changes."""
    base = world_decks.scenario("mojave", "dokdo", "launch")
    moved = world_decks.further_to_port(base).ship
    assert moved.strip.launch_y.si == pytest.approx(base.ship.strip.launch_y.si - 1.5)
    assert (moved.deck, moved.island) == (base.ship.deck, base.ship.island)


def test_parts_are_named_functions():
    """Each gives findings without arguments; a further part is a further line."""
    assert all(callable(part) for part in world.PARTS.values())


def test_the_ships_facts_agree():
    """Deck, ramp, waves and motion need no flights."""
    assert [row.quantity for row in world_ships.findings().rows if not row.passed] == []


def test_a_number_said_must_have_places():
    """Two on deck stand; a plan with fewer than were said falls short."""
    two = world_parking.parked("recovery", 2)
    rows = [world_parking.fitting("c", two, "on deck", said, "") for said in (2, 3)]
    assert [row.passed for row in rows] == [True, False]
