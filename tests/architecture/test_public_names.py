"""The public names: typed for those who write against them, imported when used, said the same in each of their three places."""

import ast
import importlib.util
import json
import subprocess
import sys

import pytest

import flattop

WITHOUT_TYPES = {"assess": "condition and progress are to be annotated with the new shape of an assessment"}
"""Functions some of whose arguments have no type, each with its reason."""

typed = pytest.mark.skipif(importlib.util.find_spec("pyright") is None, reason="needs the group lint")


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


@pytest.fixture(scope="module")
def revealed(tmp_path_factory):
    """What pyright makes of every public name, and its complaint about one that is none, seen from outside the project."""
    folder = tmp_path_factory.mktemp("outside")
    lines = ["import flattop", *(f"reveal_type(flattop.{name})" for name in flattop.__all__), "flattop.asess"]
    (folder / "reader.py").write_text("\n".join(lines))
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "-p", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    return json.loads(done.stdout)["generalDiagnostics"]


@typed
def test_every_public_name_has_its_type(revealed):
    """No Any and nothing unknown, in any argument or result."""
    told = [d["message"] for d in revealed if d["severity"] == "information"]
    assert len(told) == len(flattop.__all__)
    vague = [m for m in told if "Unknown" in m or m.endswith('"Any"') or "-> Any" in m]
    assert {m.split('"')[1].removeprefix("flattop.") for m in vague} == set(WITHOUT_TYPES)


@typed
def test_a_reader_of_types_knows_which_names_there_are(revealed):
    """A misspelt name is the one error."""
    errors = [d["message"] for d in revealed if d["severity"] == "error"]
    assert len(errors) == 1
    assert '"asess" is not a known attribute' in errors[0]
