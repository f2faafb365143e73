"""What exists: airframes, ships, seas and pilot settings, each number with range, grade and source."""

from flattop.catalogue.errors import CatalogueError, UnknownNameError, UnreadableFileError, UnusableEntryError
from flattop.catalogue.files.loading import airframe, names, pilot, sea, ship
from flattop.catalogue.listing import Row, described, flown, quantities, replaced
from flattop.catalogue.models.airframe import Airframe
from flattop.catalogue.models.pilot import PilotSettings
from flattop.catalogue.models.quantity import Quantity
from flattop.catalogue.models.sea import Sea
from flattop.catalogue.models.ship import Ship

__all__ = [
    "Airframe",
    "CatalogueError",
    "PilotSettings",
    "Quantity",
    "Row",
    "Sea",
    "Ship",
    "UnknownNameError",
    "UnreadableFileError",
    "UnusableEntryError",
    "airframe",
    "described",
    "flown",
    "names",
    "pilot",
    "quantities",
    "replaced",
    "sea",
    "ship",
]
