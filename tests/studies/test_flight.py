"""What trajectories and flights record: scalars that a flight has."""

from flattop.engine.layout import columns
from flattop.engine.records import Flight
from flattop.studies.flight import SCALARS, VECTORS
from flattop.studies.flights import VARIABLES


def test_what_is_recorded_exists():
    """Every path is a scalar of a flight's row."""
    paths = [path for path, *_ in (*SCALARS.values(), *VARIABLES.values())]
    paths += [f"{path}.{part}" for path, parts, *_ in VECTORS.values() for part in parts]
    assert set(paths) <= {column.path for column in columns(Flight)}
