"""The world: every observable fact of the sources that Flattop can be asked, and what Flattop says [docs/theory/world].

A part is a name and a function of no argument that gives `Findings`; a further one is a further line.
"""

from flattop.verification.table import Findings
from flattop.verification.world import air as world_air
from flattop.verification.world import decks as world_decks
from flattop.verification.world import parking as world_parking
from flattop.verification.world import ships as world_ships

PARTS = {
    "endurance, speeds, ceilings": world_air.findings,
    "ships": world_ships.findings,
    "decks": world_decks.findings,
    "parking": world_parking.findings,
}


def findings(folder=None, progress=None) -> Findings:
    """Everything, in the order of the parts."""
    found = Findings()
    for name, part in PARTS.items():
        found = found.added(part())
        if progress:
            progress(name)
    return found
