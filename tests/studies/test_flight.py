"""What trajectories and flights record: scalars that a flight has, and phases that have names."""

from flattop.engine.layout import columns
from flattop.engine.records import Flight
from flattop.pilot import launch, recovery
from flattop.studies.flight import PHASES, SCALARS, VECTORS
from flattop.studies.flights import VARIABLES


def test_what_is_recorded_exists():
    """Every path is a scalar of a flight's row."""
    paths = [path for path, *_ in (*SCALARS.values(), *VARIABLES.values())]
    paths += [f"{path}.{part}" for path, parts, *_ in VECTORS.values() for part in parts]
    assert set(paths) <= {column.path for column in columns(Flight)}


def test_every_phase_has_a_name_of_its_own():
    """Of the launch as of the recovery; no code and no name is used twice."""
    phases = [getattr(launch, p) for p in ("HOLD", "RUN", "ROTATE", "CLIMB", "REJECT")]
    phases += [getattr(recovery, p) for p in ("JOIN", "GLIDE", "ROLLOUT", "GO_AROUND", "DOWNWIND")]
    assert sorted(PHASES) == sorted(phases)
    assert len(set(PHASES.values())) == len(phases)
