"""Figures of endurance: titles, units, what is not flyable, and pictures that are made."""

import numpy as np
import pytest

from flattop import catalogue
from flattop.reports.figures.endurance import height_figure, pictures, sensitivity_figure, station_figure
from flattop.reports.figures.style import png
from flattop.studies.endurance import Question, endurance


@pytest.fixture(scope="module")
def found():
    """TB2 at the sea and near its ceiling, where some end of a range cannot fly."""
    return endurance(catalogue.airframe("tb2"), Question(heights=(0.0, 5500.0), speed=None))


def labels(picture):
    """Labels of the x axes."""
    return [axes.get_xlabel() for axes in picture.figure.axes]


def test_axes_have_units_and_captions_the_load(found):
    """Knots, metres a second, hours; mass, fuel, payload and reserve in the caption."""
    assert labels(height_figure(found)) == [
        "true airspeed [kt]",
        "best climb at full power [m/s]",
        "endurance [h], range [100 km]",
    ]
    assert labels(station_figure(found)) == ["radius [km]", "payload [kg]"]
    assert labels(sensitivity_figure(found)) == ["change of the endurance [h]"]
    assert "606 kg with 216 kg of fuel and 0 kg of payload" in height_figure(found).caption


def test_the_largest_input_stands_first(found):
    """Bars fall in size from the top."""
    axes = sensitivity_figure(found).figure.axes[0]
    widths = np.array([[bar.get_width() for bar in group] for group in axes.containers])
    assert np.all(np.diff(abs(widths).max(axis=0)) <= 1e-12)


def test_pictures_are_made(found):
    """Three, each a PNG, though values are missing."""
    broken = found.copy(deep=True)
    broken["endurance"][1] = np.nan
    drawn = [png(picture) for picture in pictures(broken)]
    assert [image[:4] for image in drawn] == [b"\x89PNG"] * 3
