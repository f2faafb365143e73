"""From the text of a TOML file to a catalogue entry, or to every problem the file has, one line each."""

import hashlib
import tomllib
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from flattop.catalogue.checks.entries import contradictions
from flattop.catalogue.errors import UnreadableFileError, UnusableEntryError
from flattop.catalogue.models.declared import kind_of, section_at
from flattop.catalogue.models.entry import Entry
from flattop.catalogue.models.quantity import Fault, shown

E = TypeVar("E", bound=Entry)
Check = Callable[[E], Iterable[str]]

EXPECTED = {
    "model_type": "expected a table",
    "dict_type": "expected a table",
    "tuple_type": "expected a list of tables, [[...]]",
    "string_type": "expected text",
    "string_too_short": "expected text",
    "bool_type": "expected true or false",
}


def entry_from(model: type[E], path: Path, more_faults: Check[E] | None = None) -> E:
    """The entry in a file. Raises UnreadableFileError, or UnusableEntryError with all problems of the file."""
    text = text_of(path)
    return validated(model, _table(text, path.name), path, hashlib.sha256(text.encode()).hexdigest(), more_faults)


def validated(model: type[E], table: dict[str, Any], path: Path, digest: str, more_faults: Check[E] | None = None) -> E:
    """The entry that the table of a file states. Raises UnusableEntryError with all problems of the file."""
    try:
        entry = model.model_validate(table)
    except ValidationError as error:
        raise UnusableEntryError(_lines(model, error, path.name)) from None
    if found := [*contradictions(entry), *(more_faults(entry) if more_faults else ())]:
        raise UnusableEntryError(f"{path.name}: {line}" for line in found)
    return entry.originating(path, digest)


def text_of(path: Path) -> str:
    """The text of a file. Raises UnreadableFileError."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        problem = "no such file"
    except UnicodeDecodeError:
        problem = "not UTF-8 text"
    except OSError as error:
        problem = f"cannot be read: {(error.strerror or 'unknown fault').lower()}"
    raise UnreadableFileError(f"{path}: {problem}")


def _table(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFileError(f"{file}: not TOML: {error}") from None
    except RecursionError:
        raise UnreadableFileError(f"{file}: not TOML: nested too deeply") from None


def _lines(model: type[Entry], error: ValidationError, file: str) -> list[str]:
    """Every problem pydantic found in a file, one line each."""
    details = error.errors(include_url=False)
    return list(dict.fromkeys(f"{file}: {line}" for detail in details for line in _problems(model, detail)))


def _problems(model: type[Entry], detail: ErrorDetails) -> list[str]:
    """One or more lines for what pydantic found at one place."""
    place, wrong = detail["loc"], detail["type"]
    name = _dotted(place)
    if wrong == "quantity":
        return [_quantity_line(name, fault) for fault in detail.get("ctx", {})["faults"]]
    if wrong == "missing":
        return [f"{name}: missing: {_expected_at(model, place)}"]
    if wrong == "extra_forbidden":
        return [f"{name}: unknown key{_nearest(model, place)}"]
    expected = EXPECTED.get(wrong) or detail["msg"].replace("Input should be", "expected", 1)
    return [f"{name} = {shown(detail['input'])}: {expected}"]


def _quantity_line(name: str, fault: Fault) -> str:
    key = f"{name}.{fault.key}" if fault.key else name
    joint = ": " if fault.given in ("missing", "unknown key", "no range") else " = "
    return f"{key}{joint}{fault.given}: {fault.expected}"


def _expected_at(model: type[Entry], place: tuple[str | int, ...]) -> str:
    section = section_at(model, place[:-1])
    field = section.model_fields[str(place[-1])] if section else None
    kind = kind_of(field) if field else None
    if kind:
        return f"{kind.expected} ({kind.description})"
    if section_at(model, place):
        return f"expected a table [{_dotted(place)}]"
    return "expected true or false" if field and field.annotation is bool else "expected text"


def _nearest(model: type[Entry], place: tuple[str | int, ...]) -> str:
    section = section_at(model, place[:-1])
    known = list(section.model_fields) if section else []
    near = get_close_matches(str(place[-1]), known, n=1)
    return f", did you mean {near[0]}?" if near else f": expected one of {' '.join(known)}"


def _dotted(place: tuple[str | int, ...]) -> str:
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in place)
