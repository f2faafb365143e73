"""How a record of scalars lies in memory: one row per scalar, one column per lane, addressed `row * LANES + lane`.

The addresses are generated from the record's own fields, so there are no hand-written indices and no parallel lists of names.
"""

from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, get_args, get_type_hints

import numpy as np
from numba.extending import register_jitable

from flattop.quantities.kernel import KERNEL

LANES = 64
"""Flights side by side in one tile: eight AVX-512 vectors of doubles. More gain a tenth at most and idle longer (benchmarks/lanes.py)."""


class Column(NamedTuple):
    """One scalar of a record: its dotted path, unit and row."""

    path: str
    unit: str
    row: int


def _fields(record):
    hints = get_type_hints(record, include_extras=True)
    for name, hint in hints.items():
        if not name.startswith("__"):
            yield name, *(get_args(hint) if hasattr(hint, "__metadata__") else (hint, ""))


def _walk(record, path, unit):
    if hasattr(record, "_fields"):
        for name, kind, own in _fields(record):
            yield from _walk(kind, f"{path}.{name}" if path else name, own or unit)
    else:
        yield path, unit


@cache
def columns(record):
    """The scalars of a record of records in memory order, as a list of `Column`."""
    return [Column(path, unit, row) for row, (path, unit) in enumerate(_walk(record, "", ""))]


@cache
def _table(record):
    return {c.path: c.row for c in columns(record)}


def column_of(record, path):
    """Place of a scalar among those of a record, by its dotted path. Raises KeyError for a path the record does not have."""
    return _table(record)[path]


def row_count(record):
    """Number of scalars in a record."""
    return len(columns(record))


def place_of(record: Any, path: str) -> tuple[Any, int]:
    """The kind of the record at a dotted path within a record, and its first row.

    Raises KeyError for a path that the record does not have.
    """
    kind, row = record, 0
    for wanted in path.split("."):
        for name, inner, _ in _fields(kind):
            if name == wanted:
                kind = inner
                break
            row += row_count(inner) if hasattr(inner, "_fields") else 1
        else:
            raise KeyError(path)
    return kind, row


def loader_of(record, path, parts):
    """Generated `load(x, lane)` for the record at a dotted path, with only some of its parts; the others are None.

    A law that is given no more than it reads compiles in a fraction of the time, and cannot read more.
    """
    kind, _ = place_of(record, path)
    loads = {name: loader_and_storer(record, f"{path}.{name}")[0] for name in parts}
    scope: dict[str, Any] = {kind.__name__: kind} | {f"load_{name}": load for name, load in loads.items()}
    given = ", ".join(f"load_{name}(x, lane)" if name in parts else "None" for name in kind._fields)
    exec(f"def load(x, lane):\n    return {kind.__name__}({given})\n", scope)
    return register_jitable(**KERNEL)(scope["load"])


def loader_and_storer(record, path):
    """Generated `load(x, lane)` and `store(x, lane, value)` for the record at a dotted path of a lane's memory."""
    kind, first_row = place_of(record, path)
    scope: dict[str, Any] = {"LANES": LANES}
    stores: list[str] = []

    def expression(kind, path):
        if not hasattr(kind, "_fields"):
            place = f"x[{first_row + len(stores)} * LANES + lane]"
            stores.append(f"    {place} = value{path}")
            return place
        scope[kind.__name__] = kind
        return f"{kind.__name__}({', '.join(expression(k, f'{path}.{n}') for n, k, _ in _fields(kind))})"

    exec(f"def load(x, lane):\n    return {expression(kind, '')}\n", scope)
    exec("def store(x, lane, value):\n" + "\n".join(stores), scope)
    return register_jitable(**KERNEL)(scope["load"]), register_jitable(**KERNEL)(scope["store"])


@cache
def _scalars(record):
    return attrgetter(*(c.path for c in columns(record)))


def flattened(value):
    """The scalars of a record's value in memory order, shape (rows,)."""
    return np.array(_scalars(type(value))(value), dtype=float, ndmin=1)


@cache
def _builder(record):
    """Generated function from a sequence of scalars in memory order to a record's value."""
    scope: dict[str, Any] = {}
    row = iter(range(row_count(record)))

    def expression(kind):
        if not hasattr(kind, "_fields"):
            return f"s[{next(row)}]"
        scope[kind.__name__] = kind
        return f"{kind.__name__}({', '.join(expression(k) for _, k, _ in _fields(kind))})"

    exec(f"def built(s):\n    return {expression(record)}\n", scope)
    return scope["built"]


def restored(record: Any, scalars) -> Any:
    """A record's value from its scalars in memory order."""
    return _builder(record)(np.asarray(scalars, dtype=float).tolist())


def tiled(rows):
    """Lanes grouped into tiles: (flights, rows) becomes (tiles, rows * LANES); the last tile is filled up with its last flight."""
    flights, count = rows.shape
    tiles = -(-flights // LANES)
    padded = rows[np.minimum(np.arange(tiles * LANES), flights - 1)]
    return np.ascontiguousarray(padded.reshape(tiles, LANES, count).transpose(0, 2, 1)).reshape(tiles, count * LANES)


def untiled(tiles, flights):
    """The inverse of `tiled`: (tiles, rows * LANES) becomes (flights, rows)."""
    rows = tiles.shape[1] // LANES
    return tiles.reshape(-1, rows, LANES).transpose(0, 2, 1).reshape(-1, rows)[:flights]
