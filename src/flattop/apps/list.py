"""`flattop list`: what is in the catalogue."""

from collections.abc import Callable
from typing import Annotated

import typer

from flattop.apps.options import Json
from flattop.apps.printing import say_json, say_table
from flattop.apps.verb import UnusableInputError, verb
from flattop.catalogue import airframe, names, pilot, sea, ship
from flattop.catalogue.files.loading import Shelf
from flattop.catalogue.models.entry import Entry

SHELVES: dict[Shelf, Callable[[str], Entry]] = {"airframes": airframe, "ships": ship, "seas": sea, "pilots": pilot}

ShelfName = Annotated[str | None, typer.Argument(metavar="[airframes|ships|seas|pilots]", help="One shelf only.")]


@verb
def run(shelf: ShelfName = None, json: Json = False) -> None:
    """What is in the catalogue: airframes, ships, seas and pilot settings."""
    chosen: list[Shelf] = [s for s in SHELVES if shelf in (None, s)]
    if not chosen:
        raise UnusableInputError([f"{shelf}: expected one of {' '.join(SHELVES)}"])
    entries = {s: [SHELVES[s](name) for name in names(s)] for s in chosen}
    if json:
        say_json({s: [{"name": e.name, **e.heading.model_dump()} for e in found] for s, found in entries.items()})
        return
    for s, found in entries.items():
        say_table(s.capitalize(), ("name", "title", "what it is"), [_row(e) for e in found])


def _row(entry):
    return entry.name, entry.title, entry.heading.description
