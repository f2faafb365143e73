"""How Flattop's figures look: legible in greyscale and to colour-blind readers, drawn without global state.

Colours are Paul Tol's muted scheme [Tol2021]; hatches and markers carry the same distinction without colour.
"""

import textwrap
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, FAINT, RULE, PAPER = "#1b2430", "#5d6875", "#c9d1d9", "#ffffff"
BLUE, ROSE, SAND, TEAL = "#33669a", "#cc6677", "#ddcc77", "#44aa99"
WIDTH = 9.4  # of a whole-width figure [in]

SETTINGS: dict[Any, Any] = {
    "font.family": ["DejaVu Sans"],
    "font.size": 8.5,
    "axes.titlesize": 9.0,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.7,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": RULE,
    "grid.linewidth": 0.5,
    "text.color": INK,
    "xtick.color": FAINT,
    "ytick.color": FAINT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "legend.frameon": False,
    "legend.fontsize": 8.0,
    "lines.linewidth": 1.3,
    "hatch.linewidth": 0.7,
    "svg.fonttype": "none",
    "svg.hashsalt": "flattop",
}


class Picture(NamedTuple):
    """A drawn figure and what is said with it."""

    name: str
    figure: "Figure"
    title: str
    caption: str
    alt: str


class Look(NamedTuple):
    """How one way of ending is drawn: fill, hatch and marker."""

    colour: str
    hatch: str
    marker: str


SUCCESS = Look("#a6cfe2", "", "o")
UNKNOWN = Look("#bbbbbb", "", "d")
LOOKS = {
    "launched": SUCCESS,
    "recovered": SUCCESS,
    "rejected": Look("#ddcc77", "////", "s"),
    "bolter": Look("#ddcc77", "////", "s"),
    "waved off": Look("#b5b35c", "\\\\\\\\", "v"),
    "flying": Look("#d0d0d0", "||", "h"),
    "ramp strike": Look("#882255", "xxxx", "X"),
    "off side": Look("#332288", "----", ">"),
    "overrun": Look("#aa4499", "||||", "<"),
    "hard landing": Look("#cc6677", "++++", "P"),
    "tip strike": Look("#44aa99", "---", "^"),
    "tail strike": Look("#117733", "////", "D"),
    "island strike": Look("#4d4d4d", "xx", "*"),
    "ditched": Look("#1f4e79", "++", "p"),
    "left valid range": Look("#888888", "||", "h"),
    "not finite": Look("#000000", "", "x"),
}


def look(ending):
    """How an ending is drawn."""
    return LOOKS.get(ending.replace("_", " "), UNKNOWN)


def drawn(draw):
    """Decorator: the function draws with Flattop's settings in force and leaves the global ones alone."""

    def styled(*arguments, **options):
        from matplotlib import rc_context

        with rc_context(SETTINGS):
            return draw(*arguments, **options)

    styled.__doc__, styled.__name__ = draw.__doc__, draw.__name__
    return styled


def figure(height: float, width: float = WIDTH) -> "Figure":
    """An empty figure of a size in inches."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained", facecolor=PAPER)


def rule(axes: "Axes", value: float, text: str) -> None:
    """A dashed line at a value of the x axis, with its name on the roomier side."""
    axes.axvline(value, color=INK, linewidth=1.0, linestyle=(0, (4, 2)))
    low, high = axes.get_xlim()
    side, gap = ("right", -3) if value > 0.5 * (low + high) else ("left", 3)
    place = {"xy": (value, 1.0), "xycoords": ("data", "axes fraction"), "xytext": (gap, -2), "va": "top", "ha": side}
    axes.annotate(text, textcoords="offset points", fontsize=7.5, color=INK, **place)


def svg(picture: Picture) -> str:
    """The figure as SVG text without title and caption, its text in the reader's own system font."""
    from io import StringIO

    from matplotlib import rc_context

    stream = StringIO()
    with rc_context(SETTINGS):
        picture.figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": "Flattop"})
    return stream.getvalue().replace("'DejaVu Sans'", "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial")


def png(picture: Picture, dots_per_inch: int = 140) -> bytes:
    """The figure as PNG with title above and caption below: it is read alone."""
    from io import BytesIO

    from matplotlib import rc_context

    fig, stream = picture.figure, BytesIO()
    with rc_context(SETTINGS):
        _write_around(fig, picture.title, textwrap.wrap(picture.caption, int(fig.get_figwidth() * 16)))
        fig.savefig(stream, format="png", dpi=dots_per_inch)
    return stream.getvalue()


def _write_around(fig, title, lines):
    """Grow a figure by a band above for its title and one below for its caption."""
    width, height = fig.get_size_inches()
    above, below = 0.38, 0.12 + 0.16 * len(lines)
    whole = height + above + below
    fig.set_size_inches(width, whole)
    fig.get_layout_engine().set(rect=(0.0, below / whole, 1.0, height / whole))
    left = 0.1 / width
    fig.text(left, 1.0 - 0.1 / whole, title, ha="left", va="top", fontsize=11, fontweight="bold")
    fig.text(left, 0.08 / whole, "\n".join(lines), ha="left", va="bottom", fontsize=7.5, color=FAINT, linespacing=1.35)


def counted(count: int, noun: str = "flight") -> str:
    """A number with its noun: '2,048 flights'."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
