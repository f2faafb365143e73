"""Pages that stand alone: templates filled, figures, styles and scripts inside the file, nothing fetched."""

from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from flattop.reports.figures.style import Picture, svg

if TYPE_CHECKING:
    import xarray as xr

TEMPLATES = Path(__file__).parents[1] / "templates"
DOTS = 96  # CSS pixels in an inch


class Embedded(NamedTuple):
    """A picture as the page holds it."""

    name: str
    svg: str
    width: int
    height: int
    title: str
    caption: str
    alt: str


def embedded(picture: Picture) -> Embedded:
    """The picture's SVG in base64, with its size in CSS pixels; the picture itself is left as it was."""
    width, height = (round(DOTS * side) for side in picture.figure.get_size_inches())
    code = b64encode(svg(picture).encode()).decode()
    return Embedded(picture.name, code, width, height, picture.title, picture.caption, picture.alt)


def filled(template: str, **values: Any) -> str:
    """A template of this room with its values; text is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    room = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    css, script = ((TEMPLATES / name).read_text(encoding="utf-8") for name in ("page.css", "replay.js"))
    return room.get_template(template).render(css=css, script=script, **values)


def origin(results: "xr.Dataset", digests: dict[str, str]) -> list[tuple[str, str]]:
    """Seed, version and digests of a result, as rows."""
    a = results.attrs
    rows = [("seed", str(a["seed"])), ("version", str(a["version"]))]
    rows += [("source", str(a["source_digest"]))] if "source_digest" in a else []
    return rows + [(f"{name} SHA-256", digest) for name, digest in digests.items()]
