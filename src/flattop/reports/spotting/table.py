"""Spotting answers side by side: one row for each aircraft and case, for the screen and as a Markdown file."""

from typing import TYPE_CHECKING

from flattop.reports.spotting.words import CASES, clearances, fineness, spot_factor, sureness

if TYPE_CHECKING:
    from flattop.catalogue.models.outline import Outline
    from flattop.catalogue.models.plan import Plan
    from flattop.spotting import Spotting

COLUMNS = ("case", "aircraft", "number", "untowed", "m2 each", "spot factor", "at most, or why none")
RIGHT = (2, 3, 4, 5)


def table_rows(answers: "list[Spotting]", reference: "Outline") -> list[tuple[str, ...]]:
    """The cells of each row, as text."""
    return [_row(answer, reference) for answer in answers]


def _row(answer: "Spotting", reference: "Outline") -> tuple[str, ...]:
    body = answer.wanted[0][0]
    return (
        CASES[answer.case],
        body.label,
        str(answer.count),
        str(answer.untowed) if answer.count else "",
        f"{answer.area_each:.0f}" if answer.count else "",
        f"{spot_factor(body, reference):.2f}",
        "; ".join(answer.reasons) or sureness(answer),
    )


def table_page(answers: "list[Spotting]", plan: "Plan", reference: "Outline", version: str) -> str:
    """The table as Markdown, with what it rests on: version, seed, digest of the plan, rules."""
    cells = [COLUMNS, ["---:" if k in RIGHT else "---" for k in range(len(COLUMNS))], *table_rows(answers, reference)]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    first = answers[0]
    made = f"Flattop {version}, plan of {plan.name} SHA-256 {plan.digest[:12]}. {fineness(first)} {clearances(first.rules)}"
    spot = f"Spot factor: rectangle around the outline against {reference.name} stowed."
    return "\n".join([f"# {plan.title}", "", *lines, "", made, spot, EXPLAINED, ""])


EXPLAINED = (
    "Untowed: how many were found to stand if none had to be towed; the bounds leave towing out too, so what lies between "
    "number and untowed is the price of towing."
)
