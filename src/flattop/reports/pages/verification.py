"""The page of checks: what each group asks, every row in one table, what falls short and why, and figures."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from flattop.reports.figures.style import BLUE, FAINT, INK, ROSE, SAND, TEAL, WIDTH, Picture, drawn, figure, rule

COLUMNS = ("group", "case", "quantity", "unit", "reference", "Flattop", "difference", "tolerance", "spread", "verdict")
COLOURS, MARKERS = (BLUE, ROSE, TEAL, SAND, FAINT, INK), ("o", "s", "^", "D", "v", "P")
POINTS_AT_MOST = 24
"""A line with more points is drawn without markers on each."""
TICKS_AT_MOST = 6
"""Places on a logarithmic axis that get a tick each."""


def number(value: float | None) -> str:
    """A number of the table: six digits, or a dash where there is none."""
    return "-" if value is None or not np.isfinite(value) else f"{value:.6g}"


def cells(row: Any) -> tuple[str, ...]:
    """A row as text, in the order of `COLUMNS`."""
    values = (row.reference, row.flattop, row.difference, row.tolerance, row.spread)
    return (row.group, row.case, row.quantity, row.unit, *(number(v) for v in values), row.verdict)


def summary(rows: Sequence[Any]) -> str:
    """How many rows passed, fell short and were not judged."""
    counts = {words: sum(row.verdict == verdict for row in rows) for verdict, words in VERDICTS.items()}
    return f"{len(rows)} rows: " + ", ".join(f"{count} {words}" for words, count in counts.items() if count)


VERDICTS = {"passed": "passed", "falls short": "fall short", "not judged": "not judged", "no reference": "no reference"}
"""Of one row, and of several."""


def page(rows: Sequence[Any], pictures: Sequence[Picture], questions: dict[str, str], problems: Iterable[str]) -> str:
    """The page as Markdown; figures are expected beside it in `figures/validation-NAME.png`."""
    short = [row for row in rows if row.verdict == "falls short"]
    parts = [
        "# Validation",
        "Written by `flattop verify --out docs`. Tolerances are derived, in the row's note or in "
        "`validation/GROUP/README.md`; none is tuned. A row that falls short stays, and the command then ends with 1.",
        f"**{summary(rows)}.** A row is not judged where no tolerance could be derived; its note says why.",
        *_unusable(problems),
        *_shortfalls(short),
        *(_group(name, question, rows, pictures) for name, question in questions.items()),
    ]
    return "\n\n".join(parts) + "\n"


def _unusable(problems):
    lines = [f"- {problem}" for problem in problems]
    return ["## Data that could not be used", "\n".join(lines)] if lines else []


def _shortfalls(short):
    lines = [f"- **{r.group}, {r.case}**: {r.quantity}: {_excess(r)}; {r.note}" for r in short]
    return ["## What falls short", "\n".join(lines)] if lines else []


def _excess(row):
    return f"{number(row.difference)} {row.unit} against {number(row.tolerance)}"


def _group(name, question, rows, pictures):
    own = [row for row in rows if row.group == name]
    figures = [
        f"![{p.alt}](figures/validation-{p.name}.png)" for p in pictures if p.name.startswith(name)
    ]  # fmt: skip
    return "\n\n".join([f"## {name}", f"{question} ({summary(own)})", *figures, _table(own)])


def _table(rows):
    head = (*COLUMNS[1:], "note")
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join((*cells(row)[1:], row.note)).replace("\n", " ") + " |" for row in rows]
    return "\n".join(lines)


@drawn
def graph_picture(graph: Any) -> Picture:
    """One graph: references dashed and dark, Flattop in colour with markers."""
    fig = figure(3.2, 0.7 * WIDTH)
    axes = fig.add_subplot()
    ours = 0
    for line in graph.lines:
        x, y = np.asarray(line.x), np.asarray(line.y)
        shown = y > 0.0 if graph.is_log_y else np.isfinite(y)
        if line.is_reference:
            axes.plot(x[shown], y[shown], color=INK, linestyle=(0, (4, 2)), linewidth=0.9, label=line.label)
            continue
        style = "-" if np.all(np.diff(x) > 0.0) or np.all(np.diff(x) < 0.0) else ""
        every = max(1, len(x) // POINTS_AT_MOST)
        axes.plot(
            x[shown], y[shown], linestyle=style, color=COLOURS[ours % 6], marker=MARKERS[ours % 6], markersize=3.5,
            markevery=every, label=line.label,
        )  # fmt: skip
        ours += 1
    if graph.is_log_x:
        axes.set_xscale("log")
        _mark_few(axes, np.unique(np.concatenate([line.x for line in graph.lines])))
    if graph.is_log_y:
        axes.set_yscale("log")
    axes.set_xlabel(graph.x_label)
    axes.set_ylabel(graph.y_label)
    axes.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), fontsize=7)
    return Picture(graph.name, fig, graph.title, graph.caption, f"{graph.title}: {graph.y_label} over {graph.x_label}")


def _mark_few(axes, places):
    """A tick at every point of a logarithmic axis that has but a few: decades and their parts would crowd or be missing."""
    if len(places) <= TICKS_AT_MOST:
        axes.set_xticks(places, [f"{x:g}" for x in places])
        axes.minorticks_off()


@drawn
def nearness(name: str, rows: Sequence[Any]) -> Picture | None:
    """The greatest difference over tolerance of each case of a group; None where nothing is judged."""
    worst: dict[str, float] = {}
    for row in rows:
        if row.group == name and row.passed is not None and row.tolerance:
            worst[row.case] = max(worst.get(row.case, 0.0), abs(row.difference) / row.tolerance)
    if not worst:
        return None
    fig = figure(0.9 + 0.22 * len(worst), 0.8 * WIDTH)
    axes = fig.add_subplot()
    at, values = np.arange(len(worst)), np.maximum(list(worst.values()), 1e-4)
    for good, marker, colour in ((True, "o", BLUE), (False, "X", ROSE)):
        mask = (values <= 1.0) == good
        axes.plot(values[mask], at[mask], linestyle="", marker=marker, color=colour, markersize=6)
    axes.set_yticks(at, list(worst), fontsize=7.5)
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.set_xlim(1e-4, max(3.0, 2.0 * values.max()))
    axes.set_xlabel("greatest difference over tolerance, 1e-4 or less at the edge")
    rule(axes, 1.0, "tolerance")
    title = f"{name}: how near each case comes"
    caption = f"{sum(r.group == name for r in rows)} rows; a cross falls short."
    return Picture(f"{name}-nearness", fig, title, caption, f"{title}: greatest difference over tolerance")
