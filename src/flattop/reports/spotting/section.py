"""How many fit, as a section of another report: a sentence and a drawing for each floor."""

from typing import TYPE_CHECKING, NamedTuple

from flattop.reports.figures.style import png
from flattop.reports.pages.page import Embedded, embedded
from flattop.reports.spotting.picture import spotting_picture
from flattop.reports.spotting.words import CASES

if TYPE_CHECKING:
    from flattop.spotting.brief import Brief


class SpottingSection(NamedTuple):
    """Rows of a table, drawings as a page holds them, the same as PNG by file name, and the verb that searches longer."""

    rows: tuple[dict[str, str], ...]
    pictures: tuple[Embedded, ...]
    files: dict[str, bytes]
    command: str
    why_not: str
    note: str = ""


def spotting_section(found: "Brief") -> SpottingSection:
    """The section of a ship and an airframe."""
    if found.plan is None:
        return SpottingSection((), (), {}, "", found.why_not)
    drawn = [spotting_picture(answer, found.plan) for answer in found.answers]
    shown = tuple(map(embedded, drawn))  # before the PNGs, which write title and caption into the figures
    files = {f"{picture.name}.png": png(picture) for picture in drawn}
    names = " ".join(sorted({body.name for answer in found.answers for body, _ in answer.wanted}))
    command = f"flattop spot {found.plan.name} {names}"
    return SpottingSection(tuple(map(_row, found.answers)), shown, files, command, "", found.note)


def _row(answer) -> dict[str, str]:
    return {
        "case": CASES[answer.case].capitalize(),
        "says": "; ".join(answer.reasons),
        "number": str(answer.count),
        "untowed": str(answer.untowed) if answer.count else "",
        "bound": str(answer.bound) if answer.count else "",
        "each": f"{answer.area_each:.0f} m²" if answer.count else "",
    }
