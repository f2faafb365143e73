"""The drawing: areas, chords and the V tail's geometry, and how it is read and varied."""

from dataclasses import replace

import pytest

from flattop.derivation.airframes.drawing import drawing, drawing_varied, entries
from flattop.derivation.airframes.handbook import panel_line_height, strip_integral

NAMES = ["tb2", "tb3", "anka", "mojave"]


@pytest.mark.parametrize("name", NAMES)
def test_the_planform_has_the_wing_area(name):
    """The chord integrated over the span gives the catalogue's wing area."""
    d = drawing(name)
    # midpoint rule of 200 strips on a piecewise linear chord: only the kinked strip errs, by h^2/8 * slope < 1e-4
    assert strip_integral(d, 0.0, d.span / 2, 0) == pytest.approx(d.wing_area, rel=1e-4)


@pytest.mark.parametrize("name", NAMES)
def test_tail_panels_have_the_tail_area(name):
    """Panel length times mean chord, twice, is the tail area."""
    d = drawing(name)
    length = d.tail_aspect_ratio * d.panel_chord
    assert length * d.panel_chord == pytest.approx(d.tail_area, rel=1e-12)  # rounding only


@pytest.mark.parametrize("name", NAMES)
def test_an_area_variant_keeps_span_and_proportions(name):
    """A wing of another area has the same span and taper, chords in proportion."""
    d = drawing(name)
    wide = drawing_varied(d, name, "wing_area", "high")
    assert wide.span == d.span
    assert wide.tip_chord / wide.root_chord == pytest.approx(d.tip_chord / d.root_chord)
    assert wide.chord(0.0) / d.chord(0.0) == pytest.approx(wide.wing_area / d.wing_area)


def test_the_catalogue_overrules_the_estimates():
    """Entries of the catalogue's [geometry] win; the booms' spacing is the tail's width on a twin-boom airframe."""
    assert entries("tb3")["tail_angle"]["grade"] == "E"
    assert drawing("tb3").tail_width == 2.9
    assert drawing("anka").tail_width > 0


def test_side_force_of_an_inverted_v_acts_lower_than_of_an_upright_one():
    """On the same panels the side force meets the centre plane below mid-panel if inverted, above if upright."""
    inverted = drawing("tb3")
    upright = replace(inverted, tail_inverted=False, boom_z=inverted.tail_root_z + inverted.panel_rise)
    middle = 0.5 * (inverted.tail_root_z + inverted.tail_tip_z)
    assert panel_line_height(upright) < middle < panel_line_height(inverted)
