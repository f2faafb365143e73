"""Entries as lists of numbers, and copies with numbers replaced."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flattop import catalogue
from flattop.catalogue import Quantity, UnusableEntryError

TB3 = catalogue.airframe("tb3")
PATHS = {path: quantity for path, quantity, _ in catalogue.quantities(TB3)}


def test_paths_lead_to_their_quantities():
    """A dotted path reads like the attributes it stands for; lists count from one."""
    assert PATHS["geometry.span"] is TB3.geometry.span
    assert PATHS["gear.main.stroke"] is TB3.gear.main.stroke
    anadolu = catalogue.ship("anadolu")
    lifts = {path: quantity for path, quantity, _ in catalogue.quantities(anadolu) if path.startswith("lift.")}
    assert lifts["lift.2.capacity"] is anadolu.lift[1].capacity


def test_rows_keep_the_files_units():
    """Rows to show carry value, range and unit as published, with the field's description."""
    row = next(row for row in catalogue.described(TB3) if row.path == "limits.maximum_speed")
    assert (row.value, row.low, row.high, row.unit, row.grade) == (160.0, 155.0, 162.0, "kt", "A")
    assert row.description == "greatest airspeed; source says which"


@given(st.sampled_from(sorted(PATHS)), st.floats(0.0, 1.0))
def test_a_replaced_value_comes_back_to_the_last_bit(path: str, share: float):
    """Any value drawn from a quantity's range is read back exactly in SI, and nothing else changes."""
    drawn = PATHS[path].si_low + share * (PATHS[path].si_high - PATHS[path].si_low)
    copy = {name: quantity for name, quantity, _ in catalogue.quantities(catalogue.replaced(TB3, {path: drawn}))}
    assert copy[path].si == drawn
    assert copy[path].si_low <= drawn <= copy[path].si_high
    assert all(copy[name] == PATHS[name] for name in PATHS if name != path)


def test_a_replacement_beyond_the_range_stretches_it():
    """What-if values outside the declared range are allowed, and the range then holds them."""
    copy = catalogue.replaced(TB3, {"aerodynamics.lift_maximum_flap": 2.9})
    assert copy.aerodynamics.lift_maximum_flap.si_high == 2.9
    assert TB3.aerodynamics.lift_maximum_flap.si_high < 2.9


def test_replacements_change_the_digest():
    """A copy's digest covers its replacements, in any order; no replacement of the same entry gives the same."""
    first = catalogue.replaced(TB3, {"mass.empty": 900.0, "mass.fuel": 320.0})
    again = catalogue.replaced(TB3, {"mass.fuel": 320.0, "mass.empty": 900.0})
    assert first.digest == again.digest
    assert len({first.digest, TB3.digest, catalogue.replaced(TB3, {"mass.empty": 901.0}).digest}) == 3
    assert first.source_file == "tb3.toml"


def test_a_lists_item_can_be_replaced():
    """Replacing reaches into lists without touching their other items."""
    anadolu = catalogue.ship("anadolu")
    copy = catalogue.replaced(anadolu, {"lift.2.capacity": 13e3})
    assert copy.lift[1].capacity is not None
    assert copy.lift[1].capacity.si == 13e3
    assert copy.lift[0] == anadolu.lift[0]


def test_wrong_replacements_are_refused_together():
    """Unknown paths, wrong signs and values that are not finite are all named at once."""
    values = {"mass.emty": 1.0, "geometry.span": -1.0, "mass.fuel": inf}
    with pytest.raises(UnusableEntryError) as refused:
        catalogue.replaced(TB3, values)
    assert refused.value.problems == [
        "tb3: mass.emty: no such quantity, did you mean mass.empty?",
        "tb3: geometry.span = -1 m: expected a positive length",
        "tb3: mass.fuel = inf: expected a finite number",
    ]


@given(st.floats(-1e6, 1e6), st.floats(0.0, 1e3), st.floats(0.0, 1e3), st.sampled_from(["m", "kt", "deg", "t", "%"]))
def test_a_quantity_survives_writing_and_reading(value: float, below: float, above: float, unit: str):
    """A quantity written out and read back is equal, and its SI range still holds its SI value."""
    table = {"value": value, "low": value - below, "high": value + above, "unit": unit, "grade": "E", "source": "x"}
    quantity = Quantity.model_validate(table)
    assert Quantity.model_validate(quantity.model_dump()) == quantity
    assert quantity.si_low <= quantity.si <= quantity.si_high


def test_low_and_high_default_to_an_exact_value():
    """Where low and high are left out, the value is exact."""
    quantity = Quantity.model_validate({"value": 14, "unit": "ft", "grade": "A", "source": "x"})
    assert (quantity.low, quantity.high) == (14.0, 14.0)
    assert quantity.si == pytest.approx(4.2672)  # 14 x 0.3048
