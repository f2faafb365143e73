"""A number with its range, unit, grade and source, and what a field of the catalogue expects of it.

Grades: A maker, ministry, builder or certificate; B trade press, or a settled conflict; C general press or one
secondary source; D hobby or repository document; M memory, found in no source; E estimate by a stated method.
"""

from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from flattop.catalogue.models.units import UNITS, units_of

Grade = Literal["A", "B", "C", "D", "M", "E"]
Sign = Literal["positive", "zero or more", "negative", "any", "fraction"]


class Fault(NamedTuple):
    """One thing wrong with a quantity: the key at fault ("" for the whole), what was given, what was expected."""

    key: str
    given: str
    expected: str


class Quantity(BaseModel):
    """A catalogue number: best value and range in the unit it was published in, and where it comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    value: float
    low: float
    high: float
    unit: str
    grade: Grade
    source: str

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, raw: Any) -> Any:
        raise_if(faults(raw))
        return raw if isinstance(raw, Quantity) else {"low": raw["value"], "high": raw["value"]} | raw

    @property
    def dimension(self) -> str:
        """What kind of quantity it is, by its unit."""
        return UNITS[self.unit].dimension

    @property
    def si(self) -> float:
        """Best value in SI units."""
        return self.value * UNITS[self.unit].factor

    @property
    def si_low(self) -> float:
        """Low end of the range in SI units."""
        return self.low * UNITS[self.unit].factor

    @property
    def si_high(self) -> float:
        """High end of the range in SI units."""
        return self.high * UNITS[self.unit].factor


@dataclass(frozen=True)
class Kind:
    """What a field expects of its quantity (dimension and sign), one line on what it is, and who reads it.

    read_by  who reads it where no flight does; empty where flights read it
    """

    dimension: str
    sign: Sign
    description: str
    read_by: str = ""

    @property
    def expected(self) -> str:
        """The expectation in words, as it ends an error line."""
        words = {
            "positive": f"a positive {self.dimension}",
            "zero or more": with_article(f"{self.dimension} of zero or more"),
            "negative": f"a negative {self.dimension}",
            "any": with_article(self.dimension),
            "fraction": "a number between 0 and 1",
        }
        return f"expected {words[self.sign]}"

    def admits(self, number: float) -> bool:
        """Whether a number has the sign this field asks for."""
        return {
            "positive": number > 0.0,
            "zero or more": number >= 0.0,
            "negative": number < 0.0,
            "any": True,
            "fraction": 0.0 <= number <= 1.0,
        }[self.sign]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(self._checked, handler(source))

    def _checked(self, raw: Any, inner: core_schema.ValidatorFunctionWrapHandler) -> Any:
        if raw is None:  # an optional quantity, left out
            return inner(raw)
        raise_if(faults(raw, self))
        return inner(raw)


def with_article(noun: str) -> str:
    """A noun with its indefinite article."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def raise_if(found: list[Fault]) -> None:
    """Hand the faults of one quantity to pydantic, which goes on to the next."""
    if found:
        raise PydanticCustomError("quantity", "not a usable quantity", {"faults": found})


def faults(raw: Any, kind: Kind | None = None) -> list[Fault]:
    """Everything wrong with a quantity as it stands in a file; with a kind, its dimension and sign too."""
    if isinstance(raw, Quantity):
        raw = raw.model_dump()
    if not isinstance(raw, dict):
        expected = kind.expected if kind else "expected a quantity"
        return [Fault("", repr(raw), f"{expected}, written {{ value, low, high, unit, grade, source }}")]
    found = [*_key_faults(raw), *_word_faults(raw)]
    numbers = {key: raw[key] for key in ("value", "low", "high") if key in raw}
    unusable = [
        Fault(key, shown(given), "expected a finite number") for key, given in numbers.items() if not _is_number(given)
    ]
    return found + (unusable or _range_faults(raw, numbers) + _kind_faults(raw, numbers, kind))


def _key_faults(raw: dict[str, Any]) -> list[Fault]:
    asked = {"value": "a number", "unit": "a unit", "grade": "a grade", "source": "where the number comes from"}
    absent = [Fault(key, "missing", f"expected {what}") for key, what in asked.items() if key not in raw]
    if raw.get("grade") in ("E", "M") and not {"low", "high"} <= raw.keys():
        absent.append(Fault("", "no range", f"expected low and high with grade {raw['grade']}"))
    known = list(Quantity.model_fields)
    return absent + [Fault(key, "unknown key", f"expected one of {' '.join(known)}") for key in raw if key not in known]


def _word_faults(raw: dict[str, Any]) -> list[Fault]:
    found = []
    if "unit" in raw and (not isinstance(raw["unit"], str) or raw["unit"] not in UNITS):
        found.append(Fault("unit", shown(raw["unit"]), "expected a known unit"))
    if "grade" in raw and raw["grade"] not in get_args(Grade):
        found.append(Fault("grade", shown(raw["grade"]), f"expected one of {' '.join(get_args(Grade))}"))
    if "source" in raw and (not isinstance(raw["source"], str) or not raw["source"].strip()):
        found.append(Fault("source", shown(raw["source"]), "expected where the number comes from"))
    return found


def _range_faults(raw: dict[str, Any], numbers: dict[str, float]) -> list[Fault]:
    value = numbers.get("value", 0.0)
    low, high = numbers.get("low", value), numbers.get("high", value)
    if "value" in numbers and not low <= value <= high:
        return [
            Fault(
                "", f"{low:g} .. {value:g} .. {high:g} {raw.get('unit', '')}".strip(), "expected low <= value <= high"
            )
        ]
    return []


def _kind_faults(raw: dict[str, Any], numbers: dict[str, float], kind: Kind | None) -> list[Fault]:
    unit = raw.get("unit")
    if kind is None or not isinstance(unit, str) or unit not in UNITS or "value" not in numbers:
        return []
    given = written(numbers["value"], unit)
    if UNITS[unit].dimension != kind.dimension:
        return [Fault("", given, f"{kind.expected}, in {' or '.join(units_of(kind.dimension))}")]
    if not kind.admits(numbers["value"] * UNITS[unit].factor):
        return [Fault("", given, kind.expected)]
    return [
        Fault(key, written(number, unit), kind.expected)
        for key, number in numbers.items()
        if not kind.admits(number * UNITS[unit].factor)
    ]


def _is_number(given: Any) -> bool:
    return isinstance(given, (int, float)) and not isinstance(given, bool) and abs(given) < 1e300 and isfinite(given)


def shown(given: Any) -> str:
    """What was given, as an error line quotes it."""
    text = f'"{given}"' if isinstance(given, str) else str(given)
    return text if len(text) <= 40 else f"{text[:37]}..."


def written(number: float, unit: str) -> str:
    """A number with its unit, as an error line quotes it; the unit 1 is not written."""
    return f"{number:g}" if unit == "1" else f"{number:g} {unit}"
