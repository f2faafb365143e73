"""Entries, made-up results and the finished page, made once for all tests of this room."""

import pytest
import synthetic

from flattop.catalogue import airframe, pilot, ship
from flattop.reports.pages.assessment import Subject, write_assessment
from flattop.reports.pages.folder import Folder


@pytest.fixture(scope="session")
def subject():
    """The TB3 on the Izumo, as the report names them."""
    return Subject(airframe("tb3"), ship("izumo"), pilot(), "flattop assess tb3 izumo --seed 7")


@pytest.fixture(scope="session")
def assessment():
    """A made-up assessment."""
    return synthetic.assessment()


@pytest.fixture(scope="session")
def written(tmp_path_factory, assessment, subject):
    """The folder of a whole report."""
    folder = Folder(tmp_path_factory.mktemp("report"))
    write_assessment(folder, assessment, subject)
    return folder
