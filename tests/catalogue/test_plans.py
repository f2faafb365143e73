"""Outlines and plans: wrong polygons and drawings are refused precisely; drawings become plans."""

import json

import pytest

from flattop.catalogue import UnusableEntryError
from flattop.catalogue.files.loading import DATA
from flattop.catalogue.files.outlines import outline
from flattop.catalogue.files.plans import plan

ANADOLU = (DATA / "plans" / "anadolu.toml").read_text(encoding="utf-8")
TB3 = (DATA / "outlines" / "tb3.toml").read_text(encoding="utf-8")


def refused(tmp_path, text, load, name="mine.toml"):
    """The lines a file is refused with."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableEntryError) as error:
        load(path)
    return error.value.problems


def test_a_self_crossing_deck_is_refused(tmp_path):
    """With the place where its sides cross."""
    text = ANADOLU.replace(
        "[[-106, -16], [96.3, -16], [96.3, 16], [-106, 16]]", "[[0, 0], [10, 10], [10, 0], [0, 10]]", 1
    )
    assert refused(tmp_path, text, plan) == [
        "mine.toml: area.1.polygon: sides cross at (5, 5) m: expected a polygon whose sides do not cross"
    ]


def test_an_open_polygon_is_refused(tmp_path):
    """Two corners make a line."""
    text = ANADOLU.replace("[[-106, -16], [96.3, -16], [96.3, 16], [-106, 16]]", "[[0, 0], [10, 10]]", 1)
    assert refused(tmp_path, text, plan) == [
        "mine.toml: area.1.polygon: 2 corners, an open line: expected a polygon of at least 3 corners"
    ]


def test_an_obstacle_on_no_floor_is_refused(tmp_path):
    """The floors that exist are named."""
    text = ANADOLU.replace('area = "deck"', 'area = "roof"', 1)
    assert refused(tmp_path, text, plan) == [
        'mine.toml: obstacle.1.area = "roof": expected one of deck, hangar, vehicle deck'
    ]


def test_an_outline_that_disagrees_with_its_sizes_is_refused(tmp_path):
    """The drawn parts against the published length."""
    text = TB3.replace(
        "length = { value = 8.35, low = 8.35, high = 8.35", "length = { value = 9.9, low = 9.9, high = 9.9", 1
    )
    assert refused(tmp_path, text, outline) == [
        "mine.toml: configuration.1.length = 9.9 m: expected what the parts give, 8.35 m"
    ]


def feature(kind, ring, **more):
    """A GeoJSON feature."""
    return {
        "type": "Feature",
        "properties": {"kind": kind, **more},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


RING = [[0, 0], [40, 0], [40, 20], [0, 20], [0, 0]]


def test_a_geojson_drawing_is_a_plan(tmp_path):
    """Areas, a lift and an obstacle with their numbers."""
    lift = feature(
        "lift", [[-15, 4], [0, 4], [0, 16], [-15, 16], [-15, 4]], name="lift 1", joins=["hangar"], capacity=20
    )
    drawing = {"type": "FeatureCollection", "features": [feature("hangar", RING, height=7), lift]}
    path = tmp_path / "mine.geojson"
    path.write_text(json.dumps(drawing), encoding="utf-8")
    mine = plan(path)
    assert mine.cases == ["hangar"]
    assert mine.lift[0].capacity is not None
    assert mine.lift[0].capacity.si == 20_000.0


def test_points_and_lines_of_a_drawing(tmp_path):
    """Launch and landing spots are Points, a painted line is a LineString; anything else is refused."""
    point = {"type": "Point", "coordinates": [10, 5]}
    line = {"type": "LineString", "coordinates": [[0, 8], [40, 8]]}
    spots = [{"properties": {"kind": kind, "name": "1"}, "geometry": point} for kind in ("launch", "spot")]
    painted = {"properties": {"kind": "line", "name": "safe"}, "geometry": line}
    drawing = {"features": [feature("deck", RING, mass_limit=30), *spots, painted]}
    path = tmp_path / "mine.geojson"
    path.write_text(json.dumps(drawing), encoding="utf-8")
    mine = plan(path)
    assert (mine.launch[0].x.si, mine.spot[0].y.si, mine.line[0].points) == (10.0, 5.0, ((0.0, 8.0), (40.0, 8.0)))
    assert mine.area[0].mass_limit is not None
    assert mine.area[0].mass_limit.si == 30_000.0
    text = json.dumps({"features": [feature("deck", RING), feature("spot", RING)]})
    assert refused(tmp_path, text, plan, "mine.geojson") == [
        "mine.geojson: feature 2 (spot): geometry = Polygon: expected a Point"
    ]


def test_a_door_joins_floors_that_exist(tmp_path):
    """The floors that exist are named."""
    text = ANADOLU.replace('joins = ["deck", "hangar"]', 'joins = ["deck", "attic"]', 1)
    assert refused(tmp_path, text, plan) == [
        'mine.toml: lift.1.joins = "attic": expected one of deck, hangar, vehicle deck'
    ]


def test_an_open_ring_is_refused(tmp_path):
    """GeoJSON rings end where they begin."""
    text = json.dumps({"type": "FeatureCollection", "features": [feature("deck", RING[:-1]), feature("roof", RING)]})
    assert refused(tmp_path, text, plan, "mine.geojson") == [
        "mine.geojson: feature 1 (deck): open ring from (0.0, 0.0) to (0.0, 20.0): expected the first corner again",
        "mine.geojson: feature 2: kind = roof: expected one of "
        "deck hangar vehicles obstacle lift door clear lane launch spot line",
    ]


def test_a_dxf_drawing_is_a_plan(tmp_path):
    """Closed polylines by layer; an open one is refused. Needs the extra `dxf`."""
    ezdxf = pytest.importorskip("ezdxf")
    drawing = ezdxf.new()
    drawing.modelspace().add_lwpolyline(RING[:-1], close=True, dxfattribs={"layer": "DECK"})
    drawing.saveas(tmp_path / "mine.dxf")
    assert plan(tmp_path / "mine.dxf").area[0].polygon == ((0.0, 0.0), (40.0, 0.0), (40.0, 20.0), (0.0, 20.0))
    drawing.modelspace().add_lwpolyline([(0, 2), (5, 2), (5, 4)], dxfattribs={"layer": "OBSTACLE crane"})
    drawing.saveas(tmp_path / "open.dxf")
    with pytest.raises(UnusableEntryError) as error:
        plan(tmp_path / "open.dxf")
    assert error.value.problems == ["open.dxf: feature 2 (obstacle): open polyline: expected a closed one"]
