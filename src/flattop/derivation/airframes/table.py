"""The [aerodynamics] table of a catalogue file as text, and its place in the file."""

import re
from math import floor, log10
from pathlib import Path

from flattop.catalogue.models.airframe import Aerodynamics
from flattop.derivation.airframes.range import Estimate

ORDER = list(Aerodynamics.model_fields)
HEADING = "[aerodynamics]"


def table(estimates: dict[str, Estimate]) -> str:
    """The whole table, heading first, one coefficient a line in the catalogue's order."""
    return "\n".join([HEADING, *(line(key, estimates[key]) for key in ORDER)]) + "\n"


def line(name: str, e: Estimate) -> str:
    """One coefficient; its digits end where a hundredth of its range would not be seen."""
    digits = decimals(e)
    value, low, high = (f"{number:.{digits}f}" for number in (e.value, e.low, e.high))
    return f'{name} = {{ value = {value}, low = {low}, high = {high}, unit = "1", grade = "E", source = "{e.source}" }}'


def decimals(e: Estimate) -> int:
    """Decimals to write, 2 to 5."""
    return min(5, max(2, 2 - floor(log10(e.high - e.low))))


def with_table(text: str, new: str) -> str:
    """A catalogue file's text with its [aerodynamics] table replaced; everything else stays byte for byte."""
    found = re.search(rf"^{re.escape(HEADING)}\n.*?(?=^\[|\Z)", text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise ValueError(f"no {HEADING} table to replace")
    tail = "\n" if text[found.end() :] else ""
    return text[: found.start()] + new + tail + text[found.end() :]


def written(path: Path, estimates: dict[str, Estimate]) -> None:
    """Replace the table in a catalogue file."""
    path.write_text(with_table(path.read_text(encoding="utf-8"), table(estimates)), encoding="utf-8")
