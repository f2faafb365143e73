"""An entry seen as a list of its numbers, for `show` and for uncertainty studies, and copies with some replaced."""

import hashlib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from math import isfinite
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from flattop.catalogue.errors import UnusableEntryError
from flattop.catalogue.models.declared import kind_of
from flattop.catalogue.models.entry import Entry
from flattop.catalogue.models.quantity import Kind, Quantity, written
from flattop.catalogue.models.units import si_unit

E = TypeVar("E", bound=Entry)


class Row(NamedTuple):
    """One number of an entry, in the unit of its file, ready to be shown."""

    path: str
    value: float
    low: float
    high: float
    unit: str
    grade: str
    source: str
    description: str


def quantities(model: BaseModel, under: str = "") -> Iterator[tuple[str, Quantity, str]]:
    """Every quantity of an entry: dotted path, quantity, description; lists count from 1, as `lift.1.length`."""
    for path, quantity, kind in _kinds(model, under):
        yield path, quantity, kind.description if kind else ""


def flown(model: BaseModel) -> Iterator[tuple[str, Quantity, str]]:
    """The quantities of an entry that flights read; the others say in their model who reads them."""
    for path, quantity, kind in _kinds(model):
        if kind is None or not kind.read_by:
            yield path, quantity, kind.description if kind else ""


def described(model: BaseModel) -> list[Row]:
    """Every quantity of an entry as a row to show."""
    return [Row(path, q.value, q.low, q.high, q.unit, q.grade, q.source, text) for path, q, text in quantities(model)]


def replaced(entry: E, values: Mapping[str, float]) -> E:
    """A copy of an entry with other best values, `{dotted path: value in SI}`; ranges stretch to hold them.

    The copy's digest covers the replacements. Raises UnusableEntryError for unknown paths and values of the wrong sign.
    """
    known = {path: (quantity, kind) for path, quantity, kind in _kinds(entry)}
    if wrong := [line for path, value in values.items() for line in _refusals(entry, known, path, value)]:
        raise UnusableEntryError(wrong)
    copy = entry
    for path, value in values.items():
        copy = _with(copy, path.split("."), _moved(known[path][0], float(value)))
    trace = entry.digest + "".join(f"\n{path} = {float(values[path])!r}" for path in sorted(values))
    return copy.originating(entry.folder / entry.source_file, hashlib.sha256(trace.encode()).hexdigest())


def _kinds(model: BaseModel, under: str = "") -> Iterator[tuple[str, Quantity, Kind | None]]:
    for name, field in type(model).model_fields.items():
        yield from _inside(getattr(model, name), f"{under}{name}", kind_of(field))


def _inside(given: Any, path: str, kind: Kind | None) -> Iterator[tuple[str, Quantity, Kind | None]]:
    if isinstance(given, Quantity):
        yield path, given, kind
    elif isinstance(given, BaseModel):
        yield from _kinds(given, f"{path}.")
    elif isinstance(given, dict):
        for key, inner in given.items():
            yield from _inside(inner, f"{path}.{key}", kind)
    elif isinstance(given, tuple):
        for place, inner in enumerate(given, start=1):
            yield from _inside(inner, f"{path}.{place}", kind)


def _refusals(entry: Entry, known: Mapping[str, tuple[Quantity, Kind | None]], path: str, value: float) -> list[str]:
    if path not in known:
        near = get_close_matches(path, known, n=1)
        return [f"{entry.name}: {path}: no such quantity" + (f", did you mean {near[0]}?" if near else "")]
    quantity, kind = known[path]
    if not isfinite(value):
        return [f"{entry.name}: {path} = {value}: expected a finite number"]
    if kind and not kind.admits(value):
        return [f"{entry.name}: {path} = {written(value, si_unit(quantity.dimension))}: {kind.expected}"]
    return []


def _moved(quantity: Quantity, value: float) -> Quantity:
    """A quantity with another best value in SI, written in the SI unit so that the value comes back to the last bit."""
    changes = {"value": value, "low": min(value, quantity.si_low), "high": max(value, quantity.si_high)}
    return quantity.model_copy(update=changes | {"unit": si_unit(quantity.dimension)})


def _with(model: Any, path: list[str], quantity: Quantity) -> Any:
    """A copy of a model, dict or tuple with the quantity at a path exchanged."""
    if not path:
        return quantity
    key, rest = path[0], path[1:]
    if isinstance(model, tuple):
        place = int(key) - 1
        return (*model[:place], _with(model[place], rest, quantity), *model[place + 1 :])
    if isinstance(model, dict):
        return model | {key: _with(model[key], rest, quantity)}
    return model.model_copy(update={key: _with(getattr(model, key), rest, quantity)})
