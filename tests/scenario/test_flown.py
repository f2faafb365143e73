"""Numbers that flights read are those that digests and sensitivities count: each is moved and looked for in what is flown."""

from dataclasses import replace

import numpy as np
import pytest

from flattop import catalogue
from flattop.catalogue import quantities, replaced
from flattop.engine.assemble.parameters import parameters_of
from flattop.engine.begin.spread import flight_rows, parameter_rows
from flattop.engine.world.sea import sea_of
from flattop.scenario.flown import UNREAD_QUANTITIES, UNREAD_SECTIONS, flown_quantities


def seen_by_flights(scenario):
    """Everything that flights of a scenario begin with and are flown with, one row of numbers."""
    parameters, sea, numbers = parameters_of(scenario), sea_of(scenario), np.arange(2)
    waves = np.ones((2, 2 * len(sea.frequency)))
    rows = flight_rows(scenario, parameters, 1, numbers, waves), parameter_rows(scenario, parameters, 1, numbers)
    return np.concatenate([*(r.ravel() for r in rows), sea.encounter, sea.transfer.ravel().view(float)])


@pytest.mark.parametrize("kind", ["airframe", "ship", "pilot"])
def test_numbers_that_flights_read_are_those_that_count(make_scenario, kind):
    """Each moved alone by a thousandth: what changes anything flown is counted, and what is not counted changes nothing.

    The hull is the exception: its operating speed comes in as the ship's speed. Wind enough that the operating speed holds.
    """
    bases = [make_scenario(m, "anadolu", wind_over_deck=25.0, significant_height=2.0) for m in ("launch", "recovery")]
    before = [seen_by_flights(s) for s in bases]
    entry = getattr(bases[0], kind)
    counted = {path for path, _, _ in flown_quantities(entry)}
    read = set()
    for path, quantity, _ in quantities(entry):
        for factor in (0.999, 1.001):
            other = replaced(entry, {path: factor * quantity.si if quantity.si else 0.001 * (factor > 1.0)})
            after = [seen_by_flights(replace(s, **{kind: other})) for s in bases]
            if not all(np.array_equal(a, b, equal_nan=True) for a, b in zip(after, before, strict=True)):
                read.add(path)
                break
    assert read - counted == ({"hull.speed_operating"} if kind == "ship" else set())
    assert counted - read == set()


def test_the_list_of_the_unread_names_what_there_is():
    """Of the entries that scenarios are made of."""
    paths = {
        p
        for e in (catalogue.airframe("tb3"), catalogue.ship("anadolu"), catalogue.pilot())
        for p, _, _ in quantities(e)
    }
    assert paths >= UNREAD_QUANTITIES
    assert {p.split(".")[0] for p in paths} >= UNREAD_SECTIONS
