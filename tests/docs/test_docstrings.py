"""Docstrings as the site shows them: names as tables, formulas as they are, fields with their units."""

import ast
import importlib.util
from pathlib import Path

import pytest

pytest.importorskip("griffe", reason="needs the group docs")
FILE = Path(__file__).parents[2] / "docs" / "hooks" / "docstrings.py"


@pytest.fixture(scope="module")
def hook():
    """The extension of the site, which is no module of the package."""
    spec = importlib.util.spec_from_file_location("docstrings", FILE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_lines_of_names_become_a_table(hook):
    """With their continuation lines, below the prose they follow; marks of Markdown mean themselves."""
    text = "Flights of a case.\n\ncount  flights, a * b\n       and more\nseed   of the study"
    table = "| `count` | flights, a \\* b and more |\n| `seed` | of the study |"
    assert hook.markdown_of(text) == f"Flights of a case.\n\n|  |  |\n| --- | --- |\n{table}"


def test_formulas_stay_as_they_are(hook):
    """Indented, each on its line."""
    formula = "    p' = R(q) v\n    v' = F/m"
    assert hook.markdown_of(f"Rates.\n\n{formula}") == f"Rates.\n\n{formula}"


def test_fields_carry_their_units(hook):
    """Which stand on the field; what a line below a field says stands beside them."""
    record = ast.parse('class R:\n    x: Annotated[float, "m"]\n    y: int | None\n').body[0]
    assert hook.table_of(record.body, {"y": "How many."}).endswith(
        "| `x` | `float` | m |\n| `y` | `int | None` | How many. |"
    )
