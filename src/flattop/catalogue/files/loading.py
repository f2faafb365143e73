"""Catalogue entries by name or by path: a user's own TOML file goes anywhere a name does."""

from difflib import get_close_matches
from os import sep
from pathlib import Path
from typing import Literal, TypeVar

from flattop.catalogue.errors import UnknownNameError
from flattop.catalogue.files.reading import Check, entry_from
from flattop.catalogue.models.airframe import Airframe
from flattop.catalogue.models.entry import Entry
from flattop.catalogue.models.pilot import PilotSettings
from flattop.catalogue.models.sea import Sea
from flattop.catalogue.models.ship import Ship

E = TypeVar("E", bound=Entry)
Shelf = Literal["airframes", "ships", "seas", "pilots", "outlines", "plans"]

DATA = Path(__file__).parents[1] / "data"


def airframe(name_or_path: str | Path) -> Airframe:
    """An airframe by catalogue name, or from a TOML file."""
    return loaded(Airframe, "airframes", name_or_path)


def ship(name_or_path: str | Path) -> Ship:
    """A ship (or runway) by catalogue name, or from a TOML file."""
    return loaded(Ship, "ships", name_or_path)


def sea(name_or_path: str | Path) -> Sea:
    """A sea state by catalogue name, or from a TOML file."""
    return loaded(Sea, "seas", name_or_path)


def pilot(name_or_path: str | Path = "standard") -> PilotSettings:
    """Pilot settings by catalogue name, or from a TOML file."""
    return loaded(PilotSettings, "pilots", name_or_path)


def names(shelf: Shelf) -> list[str]:
    """Names of the catalogue's entries of one shelf, sorted."""
    return sorted(file.stem for file in (DATA / shelf).glob("*.toml"))


def loaded(model: type[E], shelf: Shelf, name_or_path: str | Path, more_faults: Check[E] | None = None) -> E:
    """An entry of any shelf; `more_faults` are that shelf's own checks."""
    given = str(name_or_path)
    if given in names(shelf):
        return entry_from(model, DATA / shelf / f"{given}.toml", more_faults)
    if _is_path(name_or_path):
        return entry_from(model, Path(name_or_path), more_faults)
    raise UnknownNameError(f"{shelf.removesuffix('s')} {given}: {_offer(given, names(shelf))}")


def _is_path(given: str | Path) -> bool:
    text = str(given)
    return isinstance(given, Path) or text.endswith(".toml") or "/" in text or sep in text or Path(text).is_file()


def _offer(given: str, known: list[str]) -> str:
    near = get_close_matches(given.lower().replace("_", "-").replace(" ", "-"), known, n=3, cutoff=0.5)
    offer = f"did you mean {' or '.join(near)}?" if near else f"expected one of {' '.join(known)}"
    return f"not in the catalogue, {offer}"
