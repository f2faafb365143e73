"""Digest of the code that a module runs: its own file and every file of the package it imports, whatever their comments say."""

import ast
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def source_digest(*modules: str, rooms: Iterable[str] = ()) -> str:
    """Digest of some modules and of all they import within the package, 16 hexadecimal digits.

    modules  dotted names, as `flattop.engine.fleet`
    rooms    only modules of these rooms count; all where none is named

    Comments, docstrings and layout are left out: an edit that changes no code changes no digest.
    """
    digest = hashlib.sha256()
    chosen = {f"flattop.{room}" for room in rooms}
    for name in sorted(imported_by(*modules)):
        if not chosen or any(name == room or name.startswith(f"{room}.") for room in chosen):
            digest.update(f"{name}\n{code_of(_file(name))}\n".encode())
    return digest.hexdigest()[:16]


def imported_by(*modules: str) -> set[str]:
    """The modules given and all modules of the package they import, directly or not."""
    found: set[str] = set()
    waiting = list(modules)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _imports(_file(name))
    return found


def _file(name: str) -> Path:
    """The file of a module or package."""
    place = PACKAGE.joinpath(*name.split(".")[1:])
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def _exists(name: str) -> bool:
    return name.split(".")[0] == "flattop" and _file(name).is_file()


@cache
def _tree(file: Path, _changed: int) -> ast.Module:
    """The syntax tree of a file, without the strings that only describe."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            node.body = [s for s in node.body if not _is_text(s)] or [ast.Pass()]
    return tree


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _parsed(file: Path) -> ast.Module:
    return _tree(file, file.stat().st_mtime_ns)


def _imports(file: Path) -> Iterator[str]:
    """Modules of the package that a file imports, with the packages they lie in."""
    for node in ast.walk(_parsed(file)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "flattop":
            yield from (n for n in (node.module, *(f"{node.module}.{a.name}" for a in node.names)) if _exists(n))
        elif isinstance(node, ast.Import):
            yield from (a.name for a in node.names if _exists(a.name))


def code_of(file: Path) -> str:
    """The code of a file, one text for all ways of laying it out."""
    return ast.dump(_parsed(file), annotate_fields=False)
