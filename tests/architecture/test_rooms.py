"""The rooms: who may import whom, what modules are called, how long files and functions are, what stands in no file."""

import ast
import re
from collections import Counter

import pytest

VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base"}

LONGEST_FILE, LONGEST_FUNCTION, LARGEST_ROOM = 250, 60, 0.15
LONG_FILES = {
    "pilot/recovery.py": "about to be split: guidance from the phases of the recovery",
    "verification/jsbsim/comparison.py": "about to be split: the flights of both from the tables of what they differ by",
}
LONG_FUNCTIONS = {
    "engine/backends/march.py march": "the lane loop: five short loops in a row, which the compiler must see as one function",
}
"""Exceptions, each with its reason."""


def test_the_import_contracts_hold(root, monkeypatch):
    """Data flows one way through the rooms."""
    from importlinter.cli import lint_imports

    monkeypatch.chdir(root)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_no_module_has_a_vague_name(sources):
    """A module is called after what it knows."""
    parts = {part for source in sources for part in source.name.removesuffix(".py").split("/")}
    assert not parts & VAGUE


def test_files_are_short(sources):
    """One subject a file; the named exceptions are still exceptions."""
    long = {s.name for s in sources if s.text.count("\n") > LONGEST_FILE}
    assert long == set(LONG_FILES)


def test_no_room_is_large(sources):
    """A room that holds more than a share of all lines is two rooms; the catalogue's data are none of its lines."""
    lines = Counter()
    for s in sources:
        lines[s.name.partition("/")[0]] += s.text.count("\n")
    assert {room: n for room, n in lines.items() if n > LARGEST_ROOM * lines.total()} == {}


def test_functions_are_short(sources):
    """Likewise functions."""
    long = {
        f"{s.name} {node.name}"
        for s in sources
        for node in ast.walk(s.tree)
        if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    }
    assert long == set(LONG_FUNCTIONS)


def test_every_module_says_what_it_knows(sources):
    """A docstring first, its first line a sentence or the beginning of one."""
    assert [s.name for s in sources if not ast.get_docstring(s.tree)] == []


@pytest.mark.parametrize("room", ["quantities", "physics", "pilot", "engine"])
def test_every_public_function_and_record_is_described(sources, room):
    """What the value is, in a docstring."""
    silent = [
        f"{s.name} {node.name}"
        for s in sources
        if s.name.startswith(room)
        for node in s.tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_nothing_is_left_to_do_in_the_code(sources):
    """No notes to oneself."""
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
    assert [s.name for s in sources if marks.search(s.text)] == []


def test_physics_compiles_for_other_devices_too(sources):
    """No exceptions, dictionaries, strings to format or imports within physics and pilot: only arithmetic."""
    forbidden = (ast.Raise, ast.Try, ast.Dict, ast.JoinedStr, ast.Lambda, ast.ListComp, ast.Import, ast.ImportFrom)
    found = [
        f"{s.name}:{inner.lineno} {type(inner).__name__}"
        for s in sources
        if s.name.startswith(("physics/", "pilot/"))
        for node in ast.walk(s.tree)
        if isinstance(node, ast.FunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, forbidden)
    ]
    assert found == []


FOLDERS = ("src", "tests", "docs", "validation", "benchmarks", ".ci")
BINARY = {".nc", ".png", ".pyc"}


def text_files(root):
    """All text files of the project: those beside the folders it is made of, and all within these."""
    inside = [file for folder in FOLDERS for file in (root / folder).rglob("*")]
    beside = [
        *(p for kind in ("*.md", "*.toml", "*.yml", "*.cff", "justfile") for p in root.glob(kind)),
        *root.glob(".git[ai]*"),
    ]
    return [f for f in (*beside, *inside) if f.is_file() and f.suffix not in BINARY and "__pycache__" not in f.parts]


def test_no_file_knows_the_machine_it_was_written_on(root):
    """No absolute path of a home, a scratch or a working folder; addresses on the net are none."""
    folders = "|".join(("ro" + "ot", "wo" + "rk", "ho" + "me", "tm" + "p", "Us" + "ers"))
    path = re.compile(rf"(?<![\w.:/~-])/(?:{folders})/\w")
    found = []
    files = text_files(root)
    assert len(files) > 300
    for file in files:
        text = file.read_text(encoding="utf-8", errors="replace")
        found += [f"{file.relative_to(root)}: {m.group()}" for m in path.finditer(text)]
    assert found == []
