"""What the code claims of documents: units on fields, references that exist, pages that exist."""

import ast
import importlib
import pkgutil
import re

import pytest

import flattop.engine
import flattop.physics
import flattop.pilot
from flattop.engine.layout import columns

REFERENCE = re.compile(r"\[((?:[A-Z][A-Za-z]*\d{2,4}[A-Za-z]?(?:, [^;\]]*)?(?:; )?)+)\]")
KEY = re.compile(r"(?:^|; )([A-Z][A-Za-z]*\d{2,4}[A-Za-z]?)\b")


def records():
    """All records of physics, pilot and engine and of the rooms within them, by dotted name."""
    found = {}
    for room in (flattop.physics, flattop.pilot, flattop.engine):
        for info in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            module = importlib.import_module(info.name)
            for name, kind in vars(module).items():
                is_record = isinstance(kind, type) and hasattr(kind, "_fields")
                if is_record and kind.__module__ == module.__name__ and not name.startswith("_"):
                    found[f"{info.name}.{name}"] = kind
    return found


HELD_BY_PYTHON = {"Job", "Flown", "Column", "Sea", "FlightCase", "Trim"}
"""Records outside the lanes, whose fields say their units in words beneath them."""


def test_every_record_is_looked_at(sources):
    """Those found by importing are those that stand in the files."""
    written = {
        f"flattop.{s.name.removesuffix('.py').replace('/', '.')}.{node.name}"
        for s in sources
        if s.name.startswith(("physics/", "pilot/", "engine/"))
        for node in s.tree.body
        if isinstance(node, ast.ClassDef) and "NamedTuple" in map(ast.unparse, node.bases)
    }
    assert {name for name in written if not name.rpartition(".")[2].startswith("_")} == set(records())


@pytest.mark.parametrize("name", [n for n in records() if n.rpartition(".")[2] not in HELD_BY_PYTHON])
def test_every_number_of_a_record_has_a_unit(name):
    """On the field, where documents, file headers and axis labels read it."""
    assert [c.path for c in columns(records()[name]) if not c.unit] == []


def cited(text):
    """Keys of the references in a text."""
    return {key for group in REFERENCE.findall(text) for key in KEY.findall(group)}


def test_citations_are_recognised():
    """One key, several, and with a place in the book; array indices and units are none."""
    text = "[Salmon2011] [Hairer1993, sec. III.1; Stevens2015, ch. 3] [MILF8785C] x[0] [kg/m3] [0 .. 1] [WGS84]"
    assert cited(text) == {"Salmon2011", "Hairer1993", "Stevens2015", "MILF8785C", "WGS84"}


@pytest.fixture(scope="module")
def keys(root):
    """Keys of the bibliography, in its order."""
    text = (root / "docs" / "references.bib").read_text(encoding="utf-8")
    return re.findall(r"^@\w+\{(\w+),", text, re.MULTILINE)


def test_every_reference_is_in_the_bibliography(sources, root, keys):
    """Of the code and of the theory pages."""
    texts = {s.name: s.text for s in sources}
    texts |= {str(p.relative_to(root)): p.read_text(encoding="utf-8") for p in (root / "docs").rglob("*.md")}
    missing = sorted(f"{name}: {key}" for name, text in texts.items() for key in cited(text) - set(keys))
    assert missing == []


def test_no_key_is_there_twice(keys):
    """One entry a work."""
    assert len(keys) == len(set(keys))


def test_pages_that_are_pointed_to_exist(sources, root):
    """`docs/theory/x` in a docstring is a page."""
    pages = {page for s in sources for page in re.findall(r"docs/(?:theory|howto)/\w[\w-]*", s.text)}
    assert sorted(p for p in pages if not (root / f"{p}.md").exists()) == []


def test_every_physics_file_has_its_page(root):
    """One page of theory a file, or a page that names several."""
    pages = " ".join(p.read_text(encoding="utf-8") for p in (root / "docs" / "theory").glob("*.md"))
    room = root / "src" / "flattop"
    files = [p.relative_to(room).as_posix() for p in (room / "physics").rglob("*.py") if p.stem != "__init__"]
    assert files
    assert [name for name in files if name not in pages] == []


def test_files_that_pages_name_exist(root):
    """`physics/air/wind.py` in a page is a file of the package, or of the project with its folder."""
    missing = []
    for page in (*(root / "docs").rglob("*.md"), *root.glob("*.md")):
        for name in re.findall(r"`((?:\w+/)+\w+\.py)(?:`| )", page.read_text(encoding="utf-8")):
            if not any((root / folder / name).exists() for folder in ("", "src", "src/flattop")):
                missing.append(f"{page.relative_to(root)}: {name}")
    assert missing == []


def test_links_between_pages_lead_somewhere(root):
    """Relative links and pictures of the documents."""
    broken = []
    for page in (*root.glob("*.md"), *(root / "docs").rglob("*.md")):
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(root)}: {target}")
    assert broken == []
