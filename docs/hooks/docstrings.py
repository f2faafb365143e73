"""Docstrings of the project, which are plain text, for a renderer that takes them for Markdown.

A paragraph of lines `name  what it is` becomes a table of names; formulas are indented and stay as they are; the fields of a record are
listed with the units that stand on them.
"""

import ast
import re

import griffe

NAMED = re.compile(r"^(\w[\w.,: /*-]*?) {2,}(\S.*)$")
FORMULA = re.compile(r"^ {4}")
SPECIAL = re.compile(r"([*<|])")


class PlainText(griffe.Extension):
    """Turns every docstring into Markdown that looks like it."""

    def on_instance(self, *, node, obj, **_):
        """Keep the indentation of a formula, which is lost where nothing but formulas follows the first line."""
        if obj.docstring and isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            first, *rest = ast.get_docstring(node, clean=False).rstrip().splitlines()
            margin = " " * node.body[0].col_offset
            obj.docstring.value = "\n".join([first, *(line.removeprefix(margin) for line in rest)])

    def on_class_instance(self, *, node, cls, **_):
        """Keep the fields as they are written: later on a unit in quotes is taken for a type."""
        if isinstance(node, ast.ClassDef):
            fields = [n for n in node.body if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)]
            cls.extra["flattop"]["fields"] = [n for n in fields if not n.target.id.startswith("_")]

    def on_object(self, *, obj, **_):
        """Called for each module, class, function and attribute read."""
        if obj.is_class:
            _gather(obj)
        if not obj.docstring:
            return
        plain = obj.docstring.value
        fields = obj.extra["flattop"].get("fields", []) if obj.is_class else []
        is_told = all(re.search(rf"^{f.target.id}\b.*  ", plain, re.MULTILINE) for f in fields)
        obj.docstring.value = markdown_of(plain) + ("" if is_told else table_of(fields, obj.extra["flattop"]["told"]))


def _gather(cls) -> None:
    """What stands below the fields of a class goes into its table, and not into entries of their own."""
    fields = [cls.members[f.target.id] for f in cls.extra["flattop"].get("fields", [])]
    cls.extra["flattop"]["told"] = {f.name: f.docstring.value for f in fields if f.docstring}
    for field in fields:
        field.docstring = None


def markdown_of(text: str) -> str:
    """The docstring with its paragraphs turned into tables, blocks of formulas or prose."""
    return "\n\n".join(_block(block.splitlines()) for block in re.split(r"\n\s*\n", text) if block.strip())


def _block(lines: list[str]) -> str:
    """One paragraph: prose, and below it the names or the formulas it speaks of."""
    start = next((k for k, line in enumerate(lines) if NAMED.match(line) or FORMULA.match(line)), len(lines))
    prose, rest = _escaped(" ".join(line.strip() for line in lines[:start])), lines[start:]
    below = _names(rest) if rest and NAMED.match(rest[0]) else "\n".join(rest)
    return "\n\n".join(part for part in (prose, below) if part)


def _names(lines: list[str]) -> str:
    rows: list[list[str]] = []
    for line in lines:
        if named := NAMED.match(line):
            rows.append([named[1], named[2]])
        else:
            rows[-1][1] += f" {line.strip()}"
    return _table(("", ""), [(f"`{name}`", _escaped(text)) for name, text in rows])


def table_of(fields: list[ast.AnnAssign], told: dict[str, str]) -> str:
    """The fields of a record: name, type, unit; or what it is, where a catalogue's model or the line below says that."""
    typed = [(f.target.id, *_type_and_mark(f.annotation)) for f in fields]
    rows = [
        (f"`{name}`", kind, " ".join((mark + " " + _escaped(told.get(name, ""))).split())) for name, kind, mark in typed
    ]
    return "\n\n" + _table(("field", "type", "unit or meaning"), rows)


def _type_and_mark(annotation: ast.expr) -> tuple[str, str]:
    mark = ""
    if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) == "Annotated":
        annotation, *marks = annotation.slice.elts
        texts = [
            n.value for m in marks for n in ast.walk(m) if isinstance(n, ast.Constant) and isinstance(n.value, str)
        ]
        mark = ": ".join(texts[-2:])
    return f"`{ast.unparse(annotation)}`".replace("'", ""), _escaped(mark)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _escaped(text: str) -> str:
    """Text whose marks mean themselves."""
    return SPECIAL.sub(r"\\\1", text)
