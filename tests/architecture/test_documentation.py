"""What the code claims of documents: units on fields, references that exist, pages that exist."""

import importlib
import pkgutil
import re

import pytest

import flattop.engine
import flattop.physics
import flattop.pilot
from flattop.engine.layout import columns

REFERENCE = re.compile(r"\[((?:[A-Z][A-Za-z]*\d{2,4}[a-z]?(?:, [^;\]]*)?(?:; )?)+)\]")
KEY = re.compile(r"(?:^|; )([A-Z][A-Za-z]*\d{2,4}[a-z]?)\b")


def records():
    """All records of physics, pilot and engine that are made of numbers."""
    found = {}
    for room in (flattop.physics, flattop.pilot, flattop.engine):
        for info in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            module = importlib.import_module(info.name)
            for name, kind in vars(module).items():
                if hasattr(kind, "_fields") and kind.__module__ == module.__name__ and not name.startswith("_"):
                    found[f"{info.name}.{name}"] = kind
    return found


HELD_BY_PYTHON = {"Job", "Flown", "Column", "Sea", "FlightCase", "Trim"}
"""Records outside the lanes, whose fields say their units in words beneath them."""


@pytest.mark.parametrize("name", [n for n in records() if n.rpartition(".")[2] not in HELD_BY_PYTHON])
def test_every_number_of_a_record_has_a_unit(name):
    """On the field, where documents, file headers and axis labels read it."""
    assert [c.path for c in columns(records()[name]) if not c.unit] == []


def cited(text):
    """Keys of the references in a text."""
    return {key for group in REFERENCE.findall(text) for key in KEY.findall(group)}


def test_citations_are_recognised():
    """One key, several, and with a place in the book; array indices and units are none."""
    text = "[Salmon2011] [Hairer1993, sec. III.1; Stevens2015, ch. 3] x[0] [kg/m3] [0 .. 1] [WGS84]"
    assert cited(text) == {"Salmon2011", "Hairer1993", "Stevens2015", "WGS84"}


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
    files = [p.name for p in (root / "src" / "flattop" / "physics").glob("*.py") if p.stem != "__init__"]
    assert [name for name in files if f"physics/{name}" not in pages] == []


def test_links_between_pages_lead_somewhere(root):
    """Relative links and pictures of the documents."""
    broken = []
    for page in (root / "docs").rglob("*.md"):
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(root)}: {target}")
    assert broken == []
