"""Every contradiction in an entry of any kind."""

from flattop.catalogue.checks.airframe import _clearances, _legs, _masses, _wings
from flattop.catalogue.checks.sea import _wave
from flattop.catalogue.checks.ship import _deck, _island, _ramp, _vessel
from flattop.catalogue.models.airframe import Airframe
from flattop.catalogue.models.entry import Entry
from flattop.catalogue.models.sea import Sea
from flattop.catalogue.models.ship import Ship


def contradictions(entry: Entry) -> list[str]:
    """Every contradiction in an entry, one line each: `path = value unit: what was expected`."""
    if isinstance(entry, Airframe):
        return [*_masses(entry), *_wings(entry), *_legs(entry), *_clearances(entry)]
    if isinstance(entry, Ship):
        return [*_vessel(entry), *_deck(entry), *_ramp(entry), *_island(entry)]
    return [*_wave(entry)] if isinstance(entry, Sea) else []
