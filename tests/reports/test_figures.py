"""Figures: drawn from results, to scale, telling causes apart without colour, with sample sizes in their captions."""

import numpy as np
import pytest
import synthetic

from flattop.catalogue import names, ship
from flattop.reports.figures.history import spot_rise
from flattop.reports.figures.polar import edges, polar
from flattop.reports.figures.style import LOOKS, png, svg
from flattop.reports.figures.touchdown import touchdowns
from flattop.reports.figures.trim import reasons
from flattop.reports.pages.assessment import pictures
from flattop.reports.scene.deck_plan import outline
from flattop.reports.words.endings import causes, tally
from flattop.studies.failures import ADVICE_OF


@pytest.fixture(scope="module")
def drawn(assessment, subject):
    """All figures of the made-up assessment."""
    return pictures(assessment, subject)


def test_every_figure_becomes_svg(drawn):
    """Each figure is drawn without a warning as SVG, below half a megabyte."""
    for picture in drawn.values():
        text = svg(picture)
        assert text.startswith("<?xml")
        assert len(text) < 5e5, picture.name


def test_png_carries_title_and_caption(assessment):
    """A PNG is read alone: title and caption are drawn into it, and it grows for them."""
    picture = polar(assessment.recovery.envelope, "Recovery: wind over deck")
    height = picture.figure.get_figheight()
    assert png(picture).startswith(b"\x89PNG")
    assert picture.figure.get_figheight() > height
    assert picture.figure.texts[0].get_text() == "Recovery: wind over deck"


def test_captions_state_sample_sizes(drawn, assessment):
    """Captions of figures of many flights say how many."""
    total = f"{int(assessment.recovery.envelope['sample_count'].sum()):,} flights"
    assert total in drawn["polar-recovery"].caption
    assert "500 flights" in drawn["touchdowns"].caption
    assert "500 flights" in drawn["launch-distributions"].caption


def test_looks_differ_in_greyscale():
    """Ends that may stand side by side in one polar differ by hatch, not by colour alone."""
    closing = ["waved off", "ramp strike", "off side", "overrun", "hard landing", "tip strike"]
    assert len({LOOKS[name].hatch for name in closing}) == len(closing)
    assert set(ADVICE_OF) == set(LOOKS)


def test_cells_meet_midway():
    """Cells of an uneven grid meet halfway between its points and end as far beyond its ends."""
    np.testing.assert_allclose(edges([0.0, 10.0, 15.0]), [-5.0, 5.0, 12.5, 17.5])


def test_cause_is_the_commonest_unwanted_end():
    """The cause of a closed condition is what most often went wrong; none where nothing did."""
    envelope = synthetic.envelope()
    found = causes(envelope)
    abeam = envelope["wind_over_deck_angle"].values.tolist().index(90.0)
    assert found[2, abeam, -1] == "off side"
    good = envelope["success_count"].values == envelope["sample_count"].values
    assert (found[good] == "").all()


def test_mishaps_are_named_where_they_close_a_condition():
    """With enough successes, the mishap that closes a condition is named, not a harmless end that is commoner."""
    envelope = synthetic.envelope()
    ends = [str(name) for name in envelope["outcome"].values]
    counts = np.zeros_like(envelope["outcome_count"].values)
    counts[..., ends.index("recovered")], counts[..., ends.index("waved off")] = 980, 15
    counts[..., ends.index("ramp strike")] = 5
    lots = envelope.assign(
        outcome_count=(envelope["outcome_count"].dims, counts),
        mishap_count=envelope["mishap_count"] * 0 + 5,
        success_high=envelope["success_rate"] * 0 + 0.99,
    )
    assert set(causes(lots).ravel()) == {"ramp strike"}


def test_tally_counts_every_flight():
    """Ends are counted good ones first, and all of them."""
    flights = synthetic.flights(count=400)
    counted = tally(flights)
    assert counted[0][0] == "recovered"
    assert sum(count for _, count in counted) == 400


def test_deck_outline_has_the_bow_taper():
    """A tapered bow has six corners, at the half width the catalogue states; a square one four."""
    corners = outline(ship("izumo"))
    assert len(corners) == 6
    assert (123.0, 8.0) in corners
    assert len(outline(ship("anadolu"))) == 4


@pytest.mark.parametrize("name", names("ships"))
def test_touchdowns_are_drawn_to_scale(name):
    """On every ship's deck a metre along is a metre across."""
    picture = touchdowns(synthetic.flights(count=30), ship(name))
    svg(picture)
    for axes in picture.figure.axes:
        box = axes.get_window_extent()
        along = box.width / abs(np.diff(axes.get_xlim())[0])
        across = box.height / abs(np.diff(axes.get_ylim())[0])
        assert along == pytest.approx(across, rel=1e-6)  # one transform for both, but for rounding


def test_spot_rises_with_the_ship():
    """A bow-up ship lowers a spot abaft amidships by its distance times the angle; a lifted ship raises it."""
    flight = synthetic.trajectory().isel(time=[0])
    lifted = flight["ship_position_N"].copy(data=[[0.0, 0.0, -2.0]])
    flight = flight.assign(ship_position_N=lifted, ship_pitch=flight["ship_pitch"] * 0 + np.degrees(0.01))
    flight = flight.assign(ship_roll=flight["ship_roll"] * 0)
    assert float(spot_rise(flight, ship("izumo"))[0]) == pytest.approx(2.0 - 87.0 * 0.01)


def test_no_touchdown_is_said():
    """Flights of which none landed still make a figure, whose caption says so."""
    flights = synthetic.flights(count=10)
    none = flights.assign({f"touchdown_{k}": flights[f"touchdown_{k}"] * np.nan for k in "xy"})
    picture = touchdowns(none, ship("izumo"))
    svg(picture)
    assert "none touched down" in picture.caption


def test_trim_says_why_it_ends():
    """Below and above the flyable range the reason is given with its speed."""
    slow, fast = reasons(synthetic.trim_curve())
    assert slow.startswith("below ")
    assert "stalls" in slow
    assert "power" in fast


def test_drawing_leaves_global_settings_alone(assessment, subject):
    """Drawing does not change matplotlib's settings for anyone else."""
    import matplotlib

    before = dict(matplotlib.rcParams)
    polar(assessment.launch.envelope, "x")
    assert dict(matplotlib.rcParams) == before
