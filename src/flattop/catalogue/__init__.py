"""What exists: airframes, ships, seas and pilot settings, each number with range, grade and source."""

from flattop.catalogue.airframes import Airframe
from flattop.catalogue.errors import CatalogueError, UnknownNameError, UnreadableFileError, UnusableEntryError
from flattop.catalogue.listing import Row, described, quantities, replaced
from flattop.catalogue.loading import airframe, names, pilot, sea, ship
from flattop.catalogue.pilots import PilotSettings
from flattop.catalogue.quantity import Quantity
from flattop.catalogue.seas import Sea
from flattop.catalogue.ships import Ship

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
    "names",
    "pilot",
    "quantities",
    "replaced",
    "sea",
    "ship",
]
