"""The page of references, made of the bibliography, and citations that lead to it."""

import importlib.util
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def hook():
    """The hook of the site, which is no module of the package."""
    spec = importlib.util.spec_from_file_location("references", DOCS / "hooks" / "references.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_work_is_read_whole(hook):
    """All keys of the file, each with its title, and nothing of its syntax left."""
    keys = re.findall(r"^@\w+\{(\w+),", (DOCS / "references.bib").read_text(encoding="utf-8"), re.MULTILINE)
    works = hook.works()
    assert sorted(works) == sorted(keys)
    lines = {key: hook.described(fields) for key, fields in works.items()}
    assert [key for key, fields in works.items() if not fields.get("title")] == []
    assert [key for key, line in lines.items() if re.search(r"[{}\\@]", line)] == []


def test_a_citation_leads_to_its_work(hook):
    """From any depth of the site, one key or several, with the place in the book left as it is."""
    page = SimpleNamespace(url="theory/gear/", file=SimpleNamespace(src_uri="theory/gear.md"))
    linked = hook.on_page_content("<p>as in [Currey1988, ch. 5; Dahl1976], x[0]</p>", page)
    assert linked.count('href="../../references/#') == 2
    assert 'references/#Currey1988">Currey1988</a>, ch. 5; <a' in linked
    assert "x[0]" in linked


def test_a_citation_of_nothing_ends_the_build(hook):
    """With page and key."""
    page = SimpleNamespace(url="theory/gear/", file=SimpleNamespace(src_uri="theory/gear.md"))
    with pytest.raises(ValueError, match=r"theory/gear\.md: \[Nobody1999\]: not in references\.bib"):
        hook.on_page_content("[Nobody1999]", page)
