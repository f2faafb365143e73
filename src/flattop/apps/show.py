"""`flattop show`: every number of one catalogue entry, with its unit, range, grade and source."""

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from flattop.apps.list import SHELVES
from flattop.apps.options import Json
from flattop.apps.printing import say, say_json, say_table
from flattop.apps.verb import verb
from flattop.catalogue import UnknownNameError, UnreadableFileError, described, names
from flattop.catalogue.files.loading import Shelf

Name = Annotated[str, typer.Argument(metavar="NAME", help="Airframe, ship, sea or pilot, or a path to a TOML file.")]


@verb
def run(name: Name, json: Json = False) -> None:
    """Every number of an entry, with unit, range, grade and source."""
    entry = SHELVES[shelf_of(name)](name)
    rows = described(entry)
    if json:
        numbers = [row._asdict() for row in rows]
        say_json({**entry.heading.model_dump(), "digest": entry.digest, "numbers": numbers})
        return
    say(f"{entry.title} ({entry.source_file})", entry.heading.description, "")
    columns = ("quantity", "value", "range", "unit", "grade", "source")
    say_table("", columns, [_row(r) for r in rows], right=(1,))
    say("Grades: A maker or authority, B trade press, C one secondary source, D hobby, M recalled, E estimate.")


def _row(r):
    span = "" if r.low == r.high else f"{r.low:g} .. {r.high:g}"
    return r.path, f"{r.value:g}", span, r.unit, r.grade, r.source


def shelf_of(name: str) -> Shelf:
    """The shelf that holds a name, or that the first table of a file belongs to."""
    for shelf in SHELVES:
        if name in names(shelf):
            return shelf
    if name.endswith(".toml") or "/" in name or Path(name).is_file():
        return _shelf_of_file(Path(name))
    known = [n for shelf in SHELVES for n in names(shelf)]
    near = get_close_matches(name.lower(), known, n=3, cutoff=0.5)
    offer = f"did you mean {' or '.join(near)}?" if near else "see flattop list"
    raise UnknownNameError(f"{name}: not in the catalogue, {offer}")


def _shelf_of_file(path: Path) -> Shelf:
    """Read from the heading table; a file without one is taken for an airframe, whose reader says what is missing."""
    import tomllib

    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableFileError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return "airframes"
    found: list[Shelf] = [shelf for shelf in SHELVES if shelf.removesuffix("s") in tables]
    return found[0] if found else "airframes"
