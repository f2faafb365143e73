"""The groups of checks, in the order they are run; each is the `findings` of one module of this room."""

from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from flattop.verification.table import Findings


class Group(NamedTuple):
    """A group of checks: the module it stands in, what it asks, and whether a folder of data may be given to it."""

    module: str
    question: str
    takes_data: bool = False


GROUPS = {
    "nesc": Group(
        "nesc.comparison",
        "Do the equations of motion carry a body as NASA's own tools do, over a round, flattened and turning Earth?",
        True,
    ),
    "turbulence": Group(
        "self.turbulence", "Are the gusts of all axes as strong, and as long, as the published forms and JSBSim say?"
    ),
    "jsbsim": Group(
        "jsbsim.comparison",
        "Does the exported aircraft fly in JSBSim as it flies here: trim, doublets, gusts, gear, take-off, and how fast are both?",
    ),
    "random": Group(
        "self.random",
        "Are the random words those their authors publish, and the normal numbers normal, stream by stream?",
    ),
    "seakeeping": Group(
        "ships.seakeeping",
        "Does the derived response move measured hulls as they moved in the tank, and do histories keep their spectra?",
        True,
    ),
    "self": Group(
        "self.checks",
        "Are energy and momentum kept, does the step no longer matter, and are rates and intervals what they claim?",
    ),
    "world": Group(
        "world.observed",
        "Does what was published of the aircraft and ships come out: endurance, speeds, ceilings, launches, recoveries, width?",
    ),
}


def findings(name: str, folder: Path | None = None, progress=None) -> Findings:
    """Run one group.

    folder    of data, for the groups that take it
    progress  called with the name of each part when it is done
    """
    group = GROUPS[name]
    module = import_module(f"flattop.verification.{group.module}")
    return module.findings(folder if group.takes_data else None, progress)
