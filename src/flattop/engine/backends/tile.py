"""Memory of one lane: what lies in a tile, in which rows."""

from typing import NamedTuple

from flattop.engine.layout import columns, place_of, row_count
from flattop.engine.records import Flight, Identity, Parameters
from flattop.physics.ship.ship_motion import ShipNode


class Tile(NamedTuple):
    """The flight, two nodes of its ship's motion, its identity and its parameters."""

    flight: Flight
    start: ShipNode
    end: ShipNode
    identity: Identity
    parameters: Parameters


ROW = {c.path: c.row for c in columns(Tile)} | {part: place_of(Tile, part)[1] for part in Tile._fields}
"""Row of every scalar of a lane's memory, and first row of every part, by dotted path."""
FLIGHT_ROWS, NODE_ROWS = row_count(Flight), row_count(ShipNode)
