"""Ranges that stand on the fields of a dataclass, and what is wrong with its values: each range is typed once.

    @dataclass(frozen=True)
    class Wind:
        speed: Annotated[float, Range(0.0, 40.0, "m/s", "speed of the wind")]

`value_faults(wind)` names every field outside; help texts and option bounds read the same `ranges(Wind)`.
"""

import math
from collections.abc import Mapping
from functools import cache
from numbers import Real
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints


class Unit(NamedTuple):
    """A unit that a value is shown in, and the value of one of it in the unit of the range."""

    name: str
    factor: float = 1.0


class Range(NamedTuple):
    """Values a field may have, ends included, their unit (SI; 1 for a pure number) and what the field is."""

    low: float
    high: float
    unit: str
    description: str

    def admits(self, value: Any) -> bool:
        """Whether a value is a number within the range; NaN is not, and neither is True."""
        return is_number(value) and self.low <= value <= self.high

    def words(self, unit: Unit | None = None) -> str:
        """The range in words, `0 to 77.7 kt`, in another unit where one is given, rounded inwards to four digits."""
        name, factor = unit or Unit(self.unit)
        low, high = _rounded_up(self.low / factor), -_rounded_up(-self.high / factor)
        return f"{low:g} to {high:g} {'' if name == '1' else name}".rstrip()


class Fault(NamedTuple):
    """A field whose value cannot be used: the value, the range it should lie in, and words on where that comes from.

    range  None where no number is expected; the words then say what is
    """

    field: str
    given: Any
    range: Range | None
    words: str = ""

    def line(self, name: str = "", unit: Unit | None = None) -> str:
        """One line: `field = value unit: expected low to high unit`; under another name and in another unit if given."""
        name, range = name or self.field, self.range
        if range is None:
            return f"{name} = {self.given!r}: expected {self.words}"
        shown = unit or Unit(range.unit)
        expected = range.words(shown) + self.words
        if not is_number(self.given):
            return f"{name} = {self.given!r}: expected a number, {expected}"
        return f"{name} = {_written(self.given, range, shown)}: expected {expected}"


class UnusableValueError(ValueError):
    """Values outside the ranges of their fields: `.faults` as they are, `.problems` one line each."""

    def __init__(self, faults: list[Fault]):
        self.faults = faults
        self.problems = [fault.line() for fault in faults]
        super().__init__("\n".join(self.problems))


class _Field(NamedTuple):
    range: Range
    is_optional: bool


def is_number(value: Any) -> bool:
    """Whether a value is a real number; True and False are none, NaN and the infinities are."""
    return isinstance(value, (float, int, Real)) and not isinstance(value, bool)


def ranges(kind: type) -> Mapping[str, Range]:
    """The ranges of a dataclass by field, in the order of its fields."""
    return {name: field.range for name, field in _fields(kind).items()}


def value_faults(record: Any) -> list[Fault]:
    """Every field of a record whose value is not a number within its range; None is admitted where the field says so."""
    found = []
    for name, field in _fields(type(record)).items():
        value = getattr(record, name)
        if not (field.range.admits(value) or (value is None and field.is_optional)):
            found.append(Fault(name, value, field.range))
    return found


@cache
def _fields(kind: type) -> dict[str, _Field]:
    """The fields that carry a range, and whether None is a value of theirs."""
    found = {}
    for name, hint in get_type_hints(kind, include_extras=True).items():
        marks = [mark for mark in get_args(hint) if isinstance(mark, Range)] if get_origin(hint) is Annotated else []
        if marks:
            found[name] = _Field(marks[0], type(None) in get_args(get_args(hint)[0]))
    return found


def _written(given: float, range: Range, shown: Unit) -> str:
    """A value as short as it can be without seeming to lie within the range that it lies outside of."""
    value = float(given) / shown.factor
    short = f"{value:g}"
    text = f"{value!r}" if range.admits(float(short) * shown.factor) else short
    return text if shown.name == "1" else f"{text} {shown.name}"


def _rounded_up(value: float, digits: int = 4) -> float:
    """The least number of four digits that is not below a value, but for rounding in the last bits."""
    if value == 0.0 or not math.isfinite(value):
        return value + 0.0
    step = 10.0 ** (math.floor(math.log10(abs(value))) + 1 - digits)
    if abs(round(value / step) - value / step) < 1e-9:
        return round(value / step) * step
    return math.ceil(value / step) * step
