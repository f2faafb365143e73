"""A plan from a drawing: GeoJSON polygons in metres, or closed polylines of a DXF file whose layers name what they are.

GeoJSON [RFC7946]: each Feature's properties say what it is (`kind`: deck, hangar, vehicles, obstacle, lift, door, clear,
lane; launch and spot are Points, line is a LineString) and more (name, area, height and opening in m, capacity and
mass_limit in t, cases, joins, heading in deg). Coordinates are ship axes, not longitude and latitude. DXF: the layer is
`KIND` or `KIND NAME`; heights are not in it, so hangars need GeoJSON or TOML.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from flattop.catalogue.errors import UnreadableFileError, UnusableEntryError
from flattop.catalogue.files.reading import text_of

AREAS = ("deck", "hangar", "vehicles")
POINTS = ("launch", "spot")
KINDS = (*AREAS, "obstacle", "lift", "door", "clear", "lane", *POINTS, "line")
MEASURES = {
    "area": {"height": "m", "mass_limit": "t"},
    "obstacle": {"height": "m"},
    "door": {"height": "m"},
    "lift": {"capacity": "t", "opening": "m"},
}
SHAPES = dict.fromkeys(POINTS, "Point") | {"line": "LineString"}


def table_and_digest(path: Path) -> tuple[dict[str, Any], str]:
    """What the file of a plan would state, from a drawing, and the digest of the drawing.

    Raises UnreadableFileError, or UnusableEntryError with every feature that cannot be taken.
    """
    features, digest = (dxf_features if path.suffix.lower() == ".dxf" else geojson_features)(path)
    problems: list[str] = []
    table: dict[str, Any] = {"plan": _heading(path)}
    for place, (properties, corners) in enumerate(features, start=1):
        kind = properties.get("kind")
        if kind not in KINDS:
            problems.append(f"feature {place}: kind = {kind}: expected one of {' '.join(KINDS)}")
            continue
        key = "area" if kind in AREAS else kind
        if isinstance(corners, str):
            problems.append(f"feature {place} ({kind}): {corners}")
        else:
            table.setdefault(key, []).append(_entry(kind, properties, corners, place, path.name))
    if problems:
        raise UnusableEntryError(f"{path.name}: {line}" for line in problems)
    return table, digest


def _heading(path: Path) -> dict[str, str]:
    return {"name": path.stem, "title": path.stem, "description": f"from {path.name}", "ship": path.stem}


def _entry(kind: str, given: dict[str, Any], corners: list, place: int, file: str) -> dict[str, Any]:
    """One table of a plan file from one feature."""
    source = f"{file}, feature {place}"

    def stated(value: float, unit: str) -> dict[str, Any]:
        return {"value": float(value), "unit": unit, "grade": "D", "source": source}

    name = str(given.get("name", kind))
    if kind in POINTS:
        (x, y), heading = corners[0], given.get("heading", 0.0)
        turn = {"heading": stated(heading, "deg")} if kind == "launch" else {}
        return {"name": name, "x": stated(x, "m"), "y": stated(y, "m"), **turn}
    if kind == "line":
        return {"name": name, "points": corners, "grade": "D", "source": source}
    entry = {"name": name, "polygon": corners, "grade": "D", "source": source}
    if kind in AREAS:
        entry["kind"] = kind
    if kind in ("obstacle", "clear", "lane"):
        entry["area"] = str(given.get("area", "deck"))
    if kind == "clear":
        entry["cases"] = given.get("cases", ["recovery", "launch"])
    if kind in ("lift", "door"):
        entry["joins"] = given.get("joins", ["deck"])
    heights = {"obstacle": {"height": 20.0}}.get(kind, {})
    for key, unit in MEASURES.get("area" if kind in AREAS else kind, {}).items():
        if key in given or key in heights:
            entry[key] = stated(given.get(key, heights.get(key)), unit)
    return entry


def geojson_features(path: Path) -> tuple[list[tuple[dict[str, Any], list | str]], str]:
    """Properties and corners of each feature (or what is wrong with them), and the digest of the text."""
    text = text_of(path)
    try:
        features = json.loads(text)["features"]
        stated = [(f.get("properties") or {}, f.get("geometry") or {}) for f in features]
        found = [(properties, _corners(shape, str(properties.get("kind")))) for properties, shape in stated]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableFileError(f"{path.name}: not a GeoJSON FeatureCollection: {error}") from None
    return found, hashlib.sha256(text.encode()).hexdigest()


def _corners(geometry: dict[str, Any], kind: str) -> list | str:
    shape, given = geometry.get("type"), geometry.get("coordinates") or []
    expected = SHAPES.get(kind, "Polygon")
    if shape != expected:
        return f"geometry = {shape}: expected a {'closed ' if expected == 'Polygon' else ''}{expected}"
    if expected == "Point":
        return [(float(given[0]), float(given[1]))]
    if expected == "LineString":
        return [(float(x), float(y)) for x, y, *_ in given]
    if len(given) != 1:
        return f"{len(given)} rings: expected one, with holes drawn as obstacles"
    ring = [(float(x), float(y)) for x, y, *_ in given[0]]
    if len(ring) < 4 or ring[0] != ring[-1]:
        return (
            f"open ring from {ring[0] if ring else ()} to {ring[-1] if ring else ()}: expected the first corner again"
        )
    return ring[:-1]


def dxf_features(path: Path) -> tuple[list[tuple[dict[str, Any], list | str]], str]:
    """Closed polylines of a DXF file by their layers, and the digest of the file."""
    try:
        from ezdxf import filemanagement
        from ezdxf.lldxf.const import DXFStructureError
    except ImportError:
        raise UnreadableFileError(f"{path.name}: reading DXF needs the extra dxf: pip install flattop[dxf]") from None
    try:
        drawing = filemanagement.readfile(path)
    except (OSError, DXFStructureError) as error:
        raise UnreadableFileError(f"{path.name}: not a DXF file: {error}") from None
    found: list[tuple[dict[str, Any], list | str]] = []
    line: Any
    for line in drawing.modelspace().query("LWPOLYLINE"):
        kind, _, name = line.dxf.layer.partition(" ")
        points = [(float(x), float(y)) for x, y, *_ in line.get_points()]
        corners = points if line.closed or points[0] == points[-1] else "open polyline: expected a closed one"
        properties = {"kind": kind.lower(), "name": name or kind.lower()}
        found.append((properties, corners))
    return found, hashlib.sha256(path.read_bytes()).hexdigest()
