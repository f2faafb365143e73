"""The catalogue numbers behind a result, table by table, those of weak grade marked."""

from typing import TYPE_CHECKING, NamedTuple

from flattop.catalogue import described

if TYPE_CHECKING:
    from flattop.catalogue.models.entry import Entry

WEAK = frozenset("EM")


class InputRow(NamedTuple):
    """One number as it is shown."""

    path: str
    value: str
    range: str
    unit: str
    grade: str
    weak: bool
    description: str
    source: str


class InputTable(NamedTuple):
    """The numbers of one entry."""

    title: str
    rows: list[InputRow]
    weak: int


def input_table(entry: "Entry") -> InputTable:
    """The numbers of a catalogue entry, ready to be shown."""
    rows = [
        InputRow(
            r.path, f"{r.value:g}", span(r.low, r.high), "" if r.unit == "1" else r.unit, r.grade, r.grade in WEAK,
            r.description, r.source,
        )
        for r in described(entry)
    ]  # fmt: skip
    return InputTable(f"{entry.title} ({entry.source_file})", rows, sum(r.weak for r in rows))


def span(low: float, high: float) -> str:
    """A range in words; empty where the number is exact."""
    return "" if low == high else f"{low:g} … {high:g}"
