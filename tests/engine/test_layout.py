"""Records in memory: addresses from the fields, round trips, tiles."""

from typing import Annotated, Any, NamedTuple

import numpy as np
import pytest

from flattop.engine.backends.tile import ROW, Tile
from flattop.engine.layout import (
    LANES,
    column_of,
    columns,
    flattened,
    loader_and_storer,
    place_of,
    restored,
    row_count,
    tiled,
    untiled,
)
from flattop.engine.records import Flight, Parameters
from flattop.quantities.vectors import Vec3


class Inner(NamedTuple):
    """Two numbers."""

    a: Annotated[float, "m"]
    b: Annotated[float, "s"]


class Outer(NamedTuple):
    """A number, a record with its own units, and a vector with one unit for all its components."""

    x: Annotated[float, "N"]
    inner: Inner
    angle: Annotated[Vec3, "rad"]


class Whole(NamedTuple):
    """A record behind another."""

    first: Inner
    second: Outer


VALUE = Outer(1.0, Inner(2.0, 3.0), Vec3(4.0, 5.0, 6.0))


def test_columns_follow_the_fields():
    """Depth first, in order, with dotted paths; a unit on the outer field holds for all below it."""
    paths = [("x", "N"), ("inner.a", "m"), ("inner.b", "s"), ("angle.x", "rad"), ("angle.y", "rad"), ("angle.z", "rad")]
    assert [(c.path, c.unit) for c in columns(Outer)] == paths
    assert [c.row for c in columns(Outer)] == list(range(6))


def test_flattened_and_restored_are_inverse():
    """There and back."""
    assert flattened(VALUE).tolist() == [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    assert restored(Outer, flattened(VALUE)) == VALUE


@pytest.mark.parametrize("record", [Flight, Parameters, Tile])
def test_the_engines_records_go_there_and_back(record):
    """Every scalar finds its place again."""
    scalars = np.arange(row_count(record), dtype=float)
    assert (flattened(restored(record, scalars)) == scalars).all()


def test_load_and_store_address_one_lane():
    """What is stored in a lane is loaded from it, at its place in the whole, and no other lane is touched."""
    load, store = loader_and_storer(Whole, "second")
    memory = np.zeros(row_count(Whole) * LANES)
    store(memory, 5, VALUE)
    assert load(memory, 5) == VALUE
    table = memory.reshape(-1, LANES)
    assert table[2:, 5].tolist() == [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    assert np.count_nonzero(table) == 6


def test_places_are_found_by_path():
    """Whatever stands before a record moves it; what is not there is a KeyError."""
    assert place_of(Whole, "second") == (Outer, 2)
    assert place_of(Whole, "second.inner") == (Inner, 3)
    assert column_of(Whole, "second.inner.b") == 4
    for wrong in ("third", "second.inner.c"):
        with pytest.raises(KeyError):
            place_of(Whole, wrong)


def test_the_rows_of_a_tile_are_its_paths():
    """Dotted names find the right rows in a whole tile."""
    tile: Any = restored(Tile, np.arange(row_count(Tile), dtype=float))
    assert ROW["flight.moving.body.v_B.y"] == tile.flight.moving.body.v_B.y
    assert ROW["parameters.deck.bow_x"] == tile.parameters.deck.bow_x


@pytest.mark.parametrize("flights", [1, LANES - 1, LANES, LANES + 1, 3 * LANES])
def test_tiles_and_back(flights):
    """Every flight comes back in its order; the last tile is filled up with the last flight."""
    rows = np.arange(flights * 3, dtype=float).reshape(flights, 3)
    tiles = tiled(rows)
    assert tiles.shape == (-(-flights // LANES), 3 * LANES)
    assert (untiled(tiles, flights) == rows).all()
    assert (tiles[-1].reshape(3, LANES)[:, -1] == rows[-1]).all()
