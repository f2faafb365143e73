"""Laws of pilots of one's own: a Python file that a pilot's entry names, with the functions `launch` and `recovery` of the contract.

The file runs as the Python it is, with all that Python may do: fly only laws whose text you trust.
"""

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import cast

from flattop.catalogue import UnreadableFileError, UnusableEntryError
from flattop.engine.backends.lanes import LANES
from flattop.engine.backends.plain import Law, Plain
from flattop.engine.fleet import Backend
from flattop.engine.jobs import Job, UnusableJobsError
from flattop.scenario.scenario import Mission, Scenario


def backend_of(jobs: Sequence[Job]) -> Backend:
    """Who flies some jobs: the lanes for Flattop's own law, plain Python for a law of one's own.

    Raises UnusableJobsError for jobs of several laws, CatalogueError for a law that cannot be read.
    """
    laws = {str(job.scenario.pilot.law_file or "") for job in jobs}
    if len(laws) > 1:
        names = sorted({job.scenario.pilot.name for job in jobs})
        raise UnusableJobsError([f"pilots = {' and '.join(names)}: expected one law for all jobs of a call"])
    law = law_of(jobs[0].scenario) if jobs else None
    return Plain(law) if law else LANES


def law_of(scenario: Scenario) -> Law | None:
    """The law of one's own that a scenario is flown by; None for Flattop's own. Raises CatalogueError for one that cannot be read."""
    file = scenario.pilot.law_file
    if file is None:
        return None
    try:
        return _read(file, file.stat().st_mtime_ns, scenario.mission)
    except OSError:
        raise UnreadableFileError(f"{scenario.pilot.source_file}: pilot.law = {file}: no such file") from None


@lru_cache(maxsize=16)
def _read(file: Path, _changed: int, mission: Mission) -> Law:
    spec = spec_from_file_location(f"pilot_law_{file.stem}", file)
    if spec is None or spec.loader is None:
        raise UnreadableFileError(f"{file}: expected a Python file")
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise UnreadableFileError(f"{file.name}: cannot be run: {type(error).__name__}: {error}") from error
    law = getattr(module, mission, None)
    if not callable(law):
        raise UnusableEntryError(f"{file.name}: {mission}: missing: expected a function {mission}(cockpit, duration)")
    return cast(Law, law)
