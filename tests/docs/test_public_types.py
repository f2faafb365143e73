"""What a reader of types is told of the public names and of the examples of the pages, seen from outside the project."""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import flattop

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(importlib.util.find_spec("pyright") is None, reason="needs the group lint")


def examples():
    """Blocks of Python of the pages that use the package, by page and place."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    blocks = {
        page: re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S) for page in pages
    }
    return {
        f"{page.stem}_{k}": code for page, found in blocks.items() for k, code in enumerate(found) if "flattop" in code
    }


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What pyright says of every public name, of one that is none, and of every example: (file, severity, message)."""
    folder = tmp_path_factory.mktemp("outside")
    lines = ["import flattop", *(f"reveal_type(flattop.{name})" for name in flattop.__all__), "flattop.asess"]
    for name, text in {"names": "\n".join(lines), **examples()}.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "-p", str(folder)]
    found = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)["generalDiagnostics"]
    return [(Path(d["file"]).stem, d["severity"], d["message"]) for d in found]


def test_every_public_name_has_its_type(told):
    """No Any and nothing unknown, in any argument or result; the named exceptions are still exceptions."""
    types = [message for _, severity, message in told if severity == "information"]
    assert len(types) == len(flattop.__all__)
    vague = [m for m in types if "Unknown" in m or m.endswith('"Any"') or "-> Any" in m]
    assert vague == []


def test_a_reader_of_types_knows_which_names_there_are(told):
    """A misspelt name is an error."""
    errors = [message for file, severity, message in told if (file, severity) == ("names", "error")]
    assert len(errors) == 1
    assert '"asess" is not a known attribute' in errors[0]


def test_examples_use_what_is_there():
    """They need no path below the package."""
    assert len(examples()) >= 3
    assert [
        name for name, code in examples().items() if re.search(r"flattop\.\w+\.\w+ import|from flattop import", code)
    ] == []


def test_examples_are_typed_as_they_are_written(told):
    """Names, arguments and fields of every example exist."""
    assert [(file, message) for file, severity, message in told if severity == "error" and file != "names"] == []
