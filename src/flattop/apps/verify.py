"""`flattop verify`: the checks against what others measured or computed, in one table; ends 1 when one falls short."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from flattop.apps.options import Json
from flattop.apps.printing import say, say_files, say_json, say_table
from flattop.apps.verb import UnusableInputError, verb
from flattop.verification.groups import GROUPS, findings
from flattop.verification.table import Findings, exit_code

Groups = Annotated[list[str] | None, typer.Argument(metavar="[GROUP]...", help="Which groups. [default: all]")]
Listed = Annotated[bool, typer.Option("--list", help="Name the groups and what each asks.")]
Data = Annotated[Path | None, typer.Option(help="Folder of reference data, beside the figures kept in the project.")]
Out = Annotated[Path | None, typer.Option(help="Folder for the page validation.md and its figures.")]


@verb
def run(
    groups: Groups = None, listed: Listed = False, data: Data = None, out: Out = None, json: Json = False
) -> None:  # fmt: skip
    """Check Flattop against what others measured or computed, and against itself."""
    chosen = _chosen(groups, data)
    if listed:
        _list(chosen, json)
        return
    folder = _folder(out)
    found = Findings()
    for name in chosen:
        found = found.added(findings(name, data, _part_of(name)))
    for problem in found.problems:
        print(problem, file=sys.stderr)
    if folder:
        _write(found, chosen, folder)
    _answer(found, folder, json)
    raise typer.Exit(exit_code(found))


def _chosen(groups, data):
    problems = [
        f"GROUP = {name}: expected one of {', '.join(GROUPS)}" for name in groups or [] if name not in GROUPS
    ]  # fmt: skip
    if data and not data.is_dir():
        problems.append(f"--data = {data}: expected a folder of reference data")
    if problems:
        raise UnusableInputError(problems)
    return [name for name in GROUPS if not groups or name in groups]


def _list(chosen, json):
    if json:
        say_json([{"group": name, "question": GROUPS[name].question} for name in chosen])
        return
    rows = [(name, GROUPS[name].question, "--data" if GROUPS[name].takes_data else "") for name in chosen]
    say_table("", ("group", "asks", "takes"), rows)


def _part_of(group):
    """What to call when a part is done: a line on standard error, when that is a terminal."""
    return (lambda part: print(f"{group}: {part}", file=sys.stderr)) if sys.stderr.isatty() else None


def _folder(out) -> Any:
    if out is None:
        return None
    from flattop.reports.pages.folder import Folder

    return Folder(out)


def _write(found, chosen, folder):
    from flattop.reports.figures.style import png
    from flattop.reports.pages.folder import Folder
    from flattop.reports.pages.verification import graph_picture, nearness, page

    pictures = [p for p in (nearness(name, found.rows) for name in chosen) if p]
    pictures += [graph_picture(graph) for graph in found.graphs]
    questions = {name: GROUPS[name].question for name in chosen}
    figures = Folder(folder.path / "figures")
    for picture in pictures:
        figures.bytes(f"validation-{picture.name}.png", png(picture, 110))
    folder.text("validation.md", page(found.rows, pictures, questions, found.problems))
    folder.written += figures.written


def _answer(found, folder, json):
    from flattop.reports.pages.verification import COLUMNS, cells, summary

    if json:
        say_json([row.as_json() for row in found.rows])
        return
    say_table("", COLUMNS, [cells(row) for row in found.rows], right=(4, 5, 6, 7, 8))
    for row in found.rows:
        if row.passed is False:
            say(f"falls short: {row.group}, {row.case}: {row.quantity}: {row.note}")
    say(summary(found.rows))
    if folder:
        say_files(folder.written)
