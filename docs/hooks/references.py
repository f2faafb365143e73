"""Citations of the site: `[Currey1988, ch. 5]` in pages and docstrings leads to its work on a page made of references.bib."""

import html
import re
import unicodedata
from pathlib import Path

BIBLIOGRAPHY = Path(__file__).parents[1] / "references.bib"
PLACE = "<!-- the works of references.bib -->"
ENTRY = re.compile(r"^@(\w+)\{(\w+),\n(.*?)^\}", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^\s*(\w+)\s*=\s*(?:\{(.*?)\}|(\d+)),?\s*$", re.MULTILINE | re.DOTALL)
CITATION = re.compile(r"\[(?:[A-Z][A-Za-z]*\d{2,4}[A-Za-z]?(?:, [^;\]<]*)?(?:; )?)+\]")
KEY = re.compile(r"(?<=[\[ ])[A-Z][A-Za-z]*\d{2,4}[A-Za-z]?\b")
ACCENTS = {'"': "\N{COMBINING DIAERESIS}", "'": "\N{COMBINING ACUTE ACCENT}", "`": "\N{COMBINING GRAVE ACCENT}"}
CONTAINERS = ("journal", "booktitle", "school", "institution", "publisher", "organization", "howpublished")


def works() -> dict[str, dict[str, str]]:
    """Fields of every work of the bibliography, by its key."""
    found = {}
    for kind, key, body in ENTRY.findall(BIBLIOGRAPHY.read_text(encoding="utf-8")):
        fields = {name: _plain(text or number) for name, text, number in FIELD.findall(body)}
        found[key] = fields | {"kind": kind}
    return found


def _plain(text: str) -> str:
    """Text without TeX's braces, accents and dashes."""
    for accent, mark in ACCENTS.items():
        text = re.sub(rf"\\{accent}\{{?(\w)\}}?", lambda m, mark=mark: unicodedata.normalize("NFC", m[1] + mark), text)
    text = text.replace(r"\o", "\N{LATIN SMALL LETTER O WITH STROKE}")
    return " ".join(re.sub(r"[{}]", "", text.replace("--", "\N{EN DASH}").replace(r"\&", "&")).split())


def described(fields: dict[str, str]) -> str:
    """A work in a line: authors, year, title, where it appeared, what else is known of it."""
    authors = " and ".join(_forward(name) for name in fields.get("author", "").split(" and ") if name)
    where = [fields[name] for name in CONTAINERS if name in fields]
    details = [f"{name} {fields[name]}" for name in ("edition", "volume", "number", "pages") if name in fields]
    parts = [authors, fields.get("year", ""), f"<em>{html.escape(fields.get('title', ''))}</em>"]
    tail = ", ".join(html.escape(part) for part in (*where, *details))
    addresses = " ".join(_linked(fields[name]) for name in ("doi", "url", "note") if name in fields)
    return ". ".join(
        part for part in (*(p if p.startswith("<") else html.escape(p) for p in parts), tail, addresses) if part
    )


def _forward(name: str) -> str:
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else name


def _linked(text: str) -> str:
    if text.startswith("10."):
        return f'<a href="https://doi.org/{html.escape(text)}">doi:{html.escape(text)}</a>'
    return re.sub(r"https?://[^\s,;]+", lambda m: f'<a href="{m[0]}">{m[0]}</a>', html.escape(text))


def on_page_markdown(markdown, page, **_):
    """The list of works, on the page that has a place for it."""
    if PLACE not in markdown:
        return markdown
    known = works()
    rows = [f'<dt id="{key}">[{key}]</dt><dd>{described(known[key])}.</dd>' for key in sorted(known, key=str.lower)]
    return markdown.replace(PLACE, "<dl>\n" + "\n".join(rows) + "\n</dl>")


def on_page_content(content, page, **_):
    """Keys of citations as links. Raises ValueError for a key that the bibliography lacks, which ends the build."""
    known, root = works(), "../" * page.url.count("/")

    def linked(match):
        if match[0] not in known:
            raise ValueError(f"{page.file.src_uri}: [{match[0]}]: not in references.bib")
        return f'<a class="citation" href="{root}references/#{match[0]}">{match[0]}</a>'

    if page.file.src_uri == "references.md":
        return content
    return CITATION.sub(lambda cited: KEY.sub(linked, cited[0]), content)
