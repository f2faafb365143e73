"""The written table: catalogue order, digits, and nothing else in the file touched."""

import pytest

from flattop.catalogue.files.loading import airframe
from flattop.catalogue.models.airframe import Aerodynamics
from flattop.derivation.airframes.range import Estimate
from flattop.derivation.airframes.table import ORDER, line, table, with_table

FILE = "[mass]\nempty = 1\n\n[aerodynamics]\nold = 1\nolder = 2\n\n[controls]\nlimit = 3\n"


def test_only_the_table_is_replaced():
    """Text before and after the table stays as it was."""
    assert with_table(FILE, "[aerodynamics]\nnew = 1\n") == FILE.replace("old = 1\nolder = 2\n", "new = 1\n")


def test_a_file_without_the_table_is_refused():
    """There is nothing to replace in a file without [aerodynamics]."""
    with pytest.raises(ValueError, match="no \\[aerodynamics\\] table"):
        with_table("[mass]\n", "[aerodynamics]\n")


def test_digits_follow_the_range():
    """A value is written to a hundredth of its range."""
    assert "value = 5.57, low = 4.99, high = 6.16" in line("lift_slope", Estimate(5.5701, 4.991, 6.158, "s"))
    assert "value = 0.0021," in line("roll_rudder", Estimate(0.00213, -0.0089, 0.0127, "s"))


def test_table_has_every_coefficient_in_the_catalogues_order():
    """One line for each field of the catalogue's section."""
    lines = table(dict.fromkeys(ORDER, Estimate(1.0, 0.5, 1.5, "s"))).splitlines()
    assert [text.split(" ")[0] for text in lines[1:]] == list(Aerodynamics.model_fields)


@pytest.mark.parametrize("name", ["tb2", "tb3", "anka", "mojave"])
def test_catalogue_tables_are_derived_and_stable_at_both_ends(name):
    """No provisional coefficient is left, and the airframe is stable in pitch and yaw over the whole ranges."""
    k = airframe(name).aerodynamics
    assert all("provisional" not in getattr(k, key).source for key in ORDER)
    assert k.pitch_slope.high < 0
    assert k.yaw_sideslip.low > 0
    assert k.roll_roll_rate.high < 0
