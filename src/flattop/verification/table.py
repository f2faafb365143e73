"""What a check says: one row for each quantity compared, and the curves that show it."""

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, kw_only=True)
class Row:
    """One quantity of one case: what was expected, what Flattop gives, and how much the two may differ.

    A row without a reference, or without a tolerance, neither passes nor falls short.
    """

    group: str
    case: str
    quantity: str
    unit: str
    reference: float | None
    flattop: float
    tolerance: float | None
    difference: float | None = None
    spread: float | None = None
    """Of the reference's own sources, where there are several."""
    note: str = ""

    @property
    def passed(self) -> bool | None:
        """Whether the difference is within the tolerance; None where nothing is judged."""
        if self.difference is None or self.tolerance is None:
            return None
        return math.isfinite(self.difference) and abs(self.difference) <= self.tolerance

    @property
    def verdict(self) -> str:
        """In words."""
        if self.passed is None:
            return "no reference" if self.reference is None else "not judged"
        return "passed" if self.passed else "falls short"

    def as_json(self) -> dict:
        """Plain values; what is not finite becomes null."""
        fields = ("group", "case", "quantity", "unit", "reference", "flattop", "difference", "tolerance", "spread")
        values = {name: _plain(getattr(self, name)) for name in fields}
        return values | {"passed": self.passed, "note": self.note}


def _plain(value):
    if value is None or isinstance(value, str):
        return value
    return float(value) if math.isfinite(value) else None


def compared(group, case, quantity, unit, reference, flattop, tolerance, note="") -> Row:
    """A row whose difference is that of its two numbers."""
    return Row(
        group=group, case=case, quantity=quantity, unit=unit, reference=reference, flattop=flattop,
        difference=flattop - reference, tolerance=tolerance, note=note,
    )  # fmt: skip


class Line(NamedTuple):
    """One curve or set of points of a graph."""

    label: str
    x: "np.ndarray"
    y: "np.ndarray"
    is_reference: bool


class Graph(NamedTuple):
    """What a figure of the documentation shows."""

    name: str
    title: str
    x_label: str
    y_label: str
    lines: list[Line]
    is_log_x: bool = False
    is_log_y: bool = False
    caption: str = ""


@dataclass
class Findings:
    """What came of a group: rows, graphs, and problems of the data it was given, one line each."""

    rows: list[Row] = field(default_factory=list)
    graphs: list[Graph] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def added(self, other: "Findings") -> "Findings":
        """These and others."""
        return Findings(self.rows + other.rows, self.graphs + other.graphs, self.problems + other.problems)


def exit_code(findings: Findings) -> int:
    """1 when a check falls short, 2 when data could not be used, else 0."""
    if any(row.passed is False for row in findings.rows):
        return 1
    return 2 if findings.problems else 0
