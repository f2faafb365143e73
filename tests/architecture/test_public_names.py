"""The public names: imported when used, and the same in each of the places that name them."""

import ast
import importlib
import subprocess
import sys

import pytest

import flattop


@pytest.fixture(scope="module")
def declared(sources):
    """Names a reader of types sees, each with the module it comes from and its name there."""
    tree = next(s.tree for s in sources if s.name == "__init__.py")
    block = next(n for n in tree.body if isinstance(n, ast.If))
    imports = [n for n in block.body if isinstance(n, ast.ImportFrom)]
    return {alias.asname or alias.name: (node.module, alias.name) for node in imports for alias in node.names}


def test_types_and_table_say_the_same(declared):
    """What a reader of types sees is what is imported."""
    assert declared == {name: (home, flattop._AT_HOME.get(name, name)) for name, home in flattop._HOMES.items()}


def test_all_names_are_listed_and_are_there(declared):
    """`__all__` and `dir` are complete, and every name can be had."""
    assert sorted(flattop.__all__) == sorted(declared) == sorted(dir(flattop))
    for name, (home, there) in declared.items():
        assert getattr(flattop, name) is getattr(importlib.import_module(home), there)


def test_the_page_of_public_names_has_them_all(root, declared):
    """Described in full, or named with the page that does so."""
    page = (root / "docs" / "api" / "public.md").read_text(encoding="utf-8")
    assert sorted(name for name in declared if f"::: flattop.{name}\n" not in page and f"`{name}`" not in page) == []


def test_no_public_name_is_a_rooms(root, declared):
    """A room that is imported takes its name in the package: a function of that name would be gone."""
    rooms = {path.stem for path in (root / "src" / "flattop").iterdir()}
    assert not rooms & set(declared)


def test_a_name_that_is_none_is_refused():
    """As any module does."""
    with pytest.raises(AttributeError, match="module 'flattop' has no attribute 'asess'"):
        _ = flattop.asess


@pytest.mark.parametrize(
    "line",
    ["import flattop", "import flattop; flattop.airframe('tb3')", "from flattop.apps.cli import main; main(['list'])"],
)
def test_what_flies_nothing_imports_neither_numpy_nor_numba(line):
    """The catalogue and the command line are there at once."""
    code = f"import sys\ntry:\n    {line}\nexcept SystemExit:\n    pass\nsys.exit('numpy' in sys.modules or 'numba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
