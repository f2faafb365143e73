"""`flattop spot`: how many aircraft fit on deck and in the hangar, or whether a mix does, drawn to scale."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flattop.apps import options as o
from flattop.apps.destination import default_folder
from flattop.apps.printing import say, say_files, say_json, say_table
from flattop.apps.progress import waiting
from flattop.apps.verb import UnusableInputError, verb

if TYPE_CHECKING:
    from flattop.catalogue.models.plan import Plan
    from flattop.spotting import Rules, Spotting
    from flattop.spotting.search import Request

RULES = "Rules"
UNFOLDING = ("tb2", "anka")
Ship = Annotated[
    str, typer.Argument(metavar="SHIP", help="Ship with a plan, or a path to a plan (TOML, GeoJSON, DXF).")
]
Mix = Annotated[
    list[str], typer.Argument(metavar="AIRFRAME[:CONFIGURATION][=N]...", help="Without =N: as many as fit.")
]
Case = Annotated[
    str, typer.Option(help="With commas: recovery, launch, full, hangar, extended. (default: both main ones)")
]
Between = Annotated[float, typer.Option(help="Between aircraft (m).", rich_help_panel=RULES)]
Vertical = Annotated[
    float, typer.Option(help="Between parts one above the other (m); inf forbids.", rich_help_panel=RULES)
]
Edge = Annotated[float, typer.Option(help="To the deck edge or hangar wall (m).", rich_help_panel=RULES)]
Obstacle = Annotated[float, typer.Option(help="To island and pillars (m).", rich_help_panel=RULES)]
Towing = Annotated[float, typer.Option(help="Around a towed aircraft (m).", rich_help_panel=RULES)]
Moves = Annotated[
    int | None,
    typer.Option(help="Others that may be moved for one. (default: 0 on deck, any in a hangar)", rich_help_panel=RULES),
]
Lift = Annotated[bool, typer.Option("--lift/--no-lift", help="Must each be able to go below?", rich_help_panel=RULES)]
Step = Annotated[float, typer.Option(help="Spacing of places (m).", rich_help_panel=RULES)]
Headings = Annotated[int, typer.Option(help="Headings to park at: 4, 8 or 16.", rich_help_panel=RULES)]
Each = Annotated[bool, typer.Option("--each", help="Each aircraft alone, side by side in one table.")]
Compare = Annotated[
    bool, typer.Option("--compare", help="Each alone, folded and spread, beside tb2 and anka, whose wings do not fold.")
]
Reference = Annotated[str, typer.Option(help="Aircraft the spot factor refers to.")]


@verb
def run(
    ship: Ship, aircraft: Mix, case: Case = "", between: Between = 0.6, vertical: Vertical = 0.3, edge: Edge = 0.5,
    obstacle: Obstacle = 0.6, towing: Towing = 0.3, moves: Moves = None, lift: Lift = True, step: Step = 0.5,
    headings: Headings = 8, reference: Reference = "sh60", each: Each = False, compare: Compare = False,
    seed: o.Seed = 1, out: o.Out = None, json: o.Json = False,
) -> None:  # fmt: skip
    """How many aircraft fit, or whether a mix does: plan, bound, order of moves."""
    from flattop.catalogue.files.outlines import outline
    from flattop.catalogue.files.plans import plan as plan_entry
    from flattop.reports.pages.folder import Folder
    from flattop.reports.spotting.table import COLUMNS, RIGHT, table_page, table_rows
    from flattop.scenario.provenance import version
    from flattop.spotting import Rules

    plan, wanted, other = plan_entry(ship), [request(word) for word in aircraft], outline(reference)
    rules = Rules(between, vertical, edge, obstacle, towing, 0.3, lift, moves, step, headings)
    folder = Folder(out or default_folder("spot", plan, *(entry for entry, _, _ in wanted)))
    wanted, each = (compared(wanted), True) if compare else (wanted, each)
    mixes = [[one] for one in wanted] if each else [wanted]
    answers = [solved(plan, mix, name, rules, seed) for name in cases(case, plan) for mix in mixes]
    for answer in answers:
        _write(folder, answer, plan, each)
    if each:
        folder.text("spot-table.md", table_page(answers, plan, other, version()))
    results = [_result(answer, plan, other) for answer in answers]
    if json:
        say_json({"plans": results, "files": [str(path) for path in folder.written]})
    elif each:
        say_table("", COLUMNS, table_rows(answers, other), right=RIGHT)
        say_files(folder.written)
    else:
        _answer(answers, results, folder.written)


def request(word: str) -> "Request":
    """`tb3`, `tb3=4`, `tb3:spread` or `tb3:spread=4` as outline, configuration and number."""
    from flattop.catalogue.files.outlines import outline

    name, equals, number = word.rpartition("=") if "=" in word else (word, "", "")
    name, _, configuration = name.partition(":")
    if equals and not (number.isdigit() and int(number) > 0):
        raise UnusableInputError([f'{word}: number = "{number}": expected a number of aircraft, 1 or more'])
    return outline(name), configuration or None, int(number) if equals else None


def compared(wanted: "list[Request]") -> "list[Request]":
    """Each aircraft as it goes below, those that fold with wings spread too, and beside them two that do not fold."""
    from flattop.catalogue.files.outlines import outline

    found = []
    for entry, configuration, _ in wanted:
        found.append((entry, configuration, None))
        if entry.is_folding and configuration is None:
            found.append((entry, "spread", None))
    known = {entry.name for entry, _, _ in wanted}
    return found + [(outline(name), None, None) for name in UNFOLDING if name not in known]


def cases(text: str, plan: "Plan") -> list[str]:
    """The cases asked for, or the ones everybody asks: recovery strip clear, and the hangar if the plan has one."""
    return (
        [part.strip() for part in text.split(",")] if text else [c for c in ("recovery", "hangar") if c in plan.cases]
    )


def solved(plan: "Plan", wanted: "list[Request]", case: str, rules: "Rules", seed: int) -> "Spotting":
    """The answer for one case, checked by the validator before anybody sees it."""
    from dataclasses import replace

    from flattop.reports.spotting.words import CASES
    from flattop.spotting import UnusableRequestError, spotting
    from flattop.spotting.validator import faults

    if rules.moves is None and case in ("recovery", "launch", "full"):
        rules = replace(rules, moves=0)
    try:
        with waiting(f"parking: {CASES.get(case, case)}"):
            answer = spotting(plan, wanted, case, rules, seed)
    except UnusableRequestError as error:
        raise UnusableInputError(error.problems) from None
    if found := faults(answer, plan, {entry.name: entry for entry, _, _ in wanted}):
        raise RuntimeError("a plan failed its own check:\n" + "\n".join(found))
    return answer


def _write(folder, answer, plan, each):
    from flattop.reports.figures.style import png, svg
    from flattop.reports.spotting.picture import spotting_picture

    picture = spotting_picture(answer, plan)
    name = "-".join([picture.name, *(body.label.replace(" ", "-") for body, _ in answer.wanted if each)])
    folder.bytes(f"{name}.svg", svg(picture).encode())
    folder.bytes(f"{name}.png", png(picture))


def _result(answer, plan, reference):
    from flattop.reports.spotting.as_json import as_dict

    return as_dict(answer, plan, reference)


def _answer(answers: "list[Spotting]", results: list[dict], written: list[Path]) -> None:
    from flattop.reports.spotting.words import CASES, headline, moves_in_words

    for answer, result in zip(answers, results, strict=True):
        say(f"{CASES[answer.case]}: {headline(answer)}", *(f"  {line}" for line in answer.reasons))
        if not answer.count:
            continue
        factors = ", ".join(f"{name} {value:.2f}" for name, value in result["spot_factor"].items())
        if None in [n for _, n in answer.wanted]:
            say(f"  {answer.untowed} were found to stand if none had to be towed")
        say(f"  {answer.area_each:.0f} m2 of {answer.area:.0f} m2 each, outlines cover {100 * answer.density:.0f} %")
        say(f"  spot factor against {result['spot_factor_reference']} stowed: {factors}")
        columns = ("order of moves", "moved before it", "to a lift", "to its launch spot")
        say_table("", columns, moves_in_words(answer))
    say_files(written)
