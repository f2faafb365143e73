"""Which numbers of the catalogue's entries flights read: the others change no flight, no digest and no sensitivity."""

from collections.abc import Iterator

from flattop.catalogue import Quantity, quantities
from flattop.catalogue.models.entry import Entry

UNREAD_SECTIONS = frozenset({"capacity", "folding", "hangar", "hull", "lift", "limits"})
"""Stowage; a hull, whose motions are stored as response operators and whose speed comes in as the scenario's ship speed; and what an
airframe may be flown to, which is drawn beside results."""
UNREAD_QUANTITIES = frozenset(
    {
        "geometry.length",
        "geometry.height",
        "geometry.tail_arm",
        "geometry.tail_area",
        "geometry.tail_angle",
        "geometry.boom_spacing",
        "controls.elevator_limit",
        "controls.rudder_limit",
        "deck.area",
    }
)
"""Of sections that are read: sizes the coefficients already hold, and limits that those of a tail panel stand for."""


def flown_quantities(entry: Entry) -> Iterator[tuple[str, Quantity, str]]:
    """Every quantity of an airframe, a ship or a pilot that a flight can read: dotted path, quantity, description."""
    for path, quantity, description in quantities(entry):
        if path.split(".")[0] not in UNREAD_SECTIONS and path not in UNREAD_QUANTITIES:
            yield path, quantity, description
