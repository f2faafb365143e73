"""The sources as text and as trees."""

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "flattop"


class Source(NamedTuple):
    """One file of the package."""

    name: str
    text: str
    tree: ast.Module


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def sources() -> list[Source]:
    """All Python files of the package, by their path below it."""
    files = sorted(PACKAGE.rglob("*.py"))
    texts = [(f.relative_to(PACKAGE).as_posix(), f.read_text(encoding="utf-8")) for f in files]
    return [Source(name, text, ast.parse(text)) for name, text in texts]
