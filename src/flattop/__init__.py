"""Can this uncrewed aircraft work from this ship?

Launch and recovery from a moving deck in wind and sea, how surely and in which conditions. Unarmed flight only.

    >>> import flattop
    >>> tb3, izumo = flattop.airframe("tb3"), flattop.ship("izumo")
    >>> found = flattop.assess(tb3, izumo)  # doctest: +SKIP

All public names stand here; each is imported when it is first used, and `import flattop` imports nothing. A name may not be that of
a room, which takes its place once it is imported: hence `pilot_settings` and `spot`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flattop.catalogue import (
        Airframe,
        CatalogueError,
        PilotSettings,
        Quantity,
        Row,
        Sea,
        Ship,
        airframe,
        described,
        names,
        replaced,
        sea,
        ship,
    )
    from flattop.catalogue import pilot as pilot_settings
    from flattop.catalogue.files.copying import copy_entry
    from flattop.catalogue.files.outlines import outline
    from flattop.catalogue.files.plans import plan
    from flattop.catalogue.files.response import ShipResponse, response
    from flattop.catalogue.models.outline import Outline
    from flattop.catalogue.models.plan import Plan
    from flattop.engine.backends.lanes import Lanes
    from flattop.engine.backends.plain import Plain
    from flattop.engine.fleet import Fleet, begin
    from flattop.engine.jobs import Job, UnusableJobsError
    from flattop.engine.judge.outcome import Outcome
    from flattop.engine.simulate import Flown, fly
    from flattop.pilot.contract import Cockpit, Demand, Intent, Memory, Sensed
    from flattop.quantities.ranges import UnusableValueError
    from flattop.scenario.condition import Condition
    from flattop.scenario.digest import FlightKey, digest
    from flattop.scenario.errors import UnusableConditionError, UnusableLimitsError
    from flattop.scenario.limits import Limits
    from flattop.scenario.moderate import reference_condition
    from flattop.scenario.scenario import Mission, Scenario
    from flattop.spotting import Rules, Spotting, UnusableRequestError
    from flattop.spotting import spotting as spot
    from flattop.studies.assessment import Assessment, assess
    from flattop.studies.criteria import Criteria, Decision
    from flattop.studies.endurance import Load, Question, endurance
    from flattop.studies.envelope import Grid, envelope
    from flattop.studies.flight import trajectory
    from flattop.studies.flights import fly_condition
    from flattop.studies.sensitivity import Counts
    from flattop.studies.sizes import SIZES, Size
    from flattop.studies.trim import trim_curve
    from flattop.studies.verdict import Verdict

__all__ = [
    "SIZES",
    "Airframe",
    "Assessment",
    "CatalogueError",
    "Cockpit",
    "Condition",
    "Counts",
    "Criteria",
    "Decision",
    "Demand",
    "Fleet",
    "FlightKey",
    "Flown",
    "Grid",
    "Intent",
    "Job",
    "Lanes",
    "Limits",
    "Load",
    "Memory",
    "Mission",
    "Outcome",
    "Outline",
    "PilotSettings",
    "Plain",
    "Plan",
    "Quantity",
    "Question",
    "Row",
    "Rules",
    "Scenario",
    "Sea",
    "Sensed",
    "Ship",
    "ShipResponse",
    "Size",
    "Spotting",
    "UnusableConditionError",
    "UnusableJobsError",
    "UnusableLimitsError",
    "UnusableRequestError",
    "UnusableValueError",
    "Verdict",
    "airframe",
    "assess",
    "begin",
    "copy_entry",
    "described",
    "digest",
    "endurance",
    "envelope",
    "fly",
    "fly_condition",
    "names",
    "outline",
    "pilot_settings",
    "plan",
    "reference_condition",
    "replaced",
    "response",
    "sea",
    "ship",
    "spot",
    "trajectory",
    "trim_curve",
]

_HOMES = {
    "Airframe": "flattop.catalogue",
    "Assessment": "flattop.studies.assessment",
    "CatalogueError": "flattop.catalogue",
    "Cockpit": "flattop.pilot.contract",
    "Condition": "flattop.scenario.condition",
    "Counts": "flattop.studies.sensitivity",
    "Criteria": "flattop.studies.criteria",
    "Decision": "flattop.studies.criteria",
    "Demand": "flattop.pilot.contract",
    "Fleet": "flattop.engine.fleet",
    "FlightKey": "flattop.scenario.digest",
    "Flown": "flattop.engine.simulate",
    "Grid": "flattop.studies.envelope",
    "Intent": "flattop.pilot.contract",
    "Job": "flattop.engine.jobs",
    "Lanes": "flattop.engine.backends.lanes",
    "Limits": "flattop.scenario.limits",
    "Load": "flattop.studies.endurance",
    "Memory": "flattop.pilot.contract",
    "Mission": "flattop.scenario.scenario",
    "Outcome": "flattop.engine.judge.outcome",
    "Outline": "flattop.catalogue.models.outline",
    "PilotSettings": "flattop.catalogue",
    "Plain": "flattop.engine.backends.plain",
    "Plan": "flattop.catalogue.models.plan",
    "Quantity": "flattop.catalogue",
    "Question": "flattop.studies.endurance",
    "Row": "flattop.catalogue",
    "Rules": "flattop.spotting",
    "SIZES": "flattop.studies.sizes",
    "Scenario": "flattop.scenario.scenario",
    "Sea": "flattop.catalogue",
    "Sensed": "flattop.pilot.contract",
    "Ship": "flattop.catalogue",
    "ShipResponse": "flattop.catalogue.files.response",
    "Size": "flattop.studies.sizes",
    "Spotting": "flattop.spotting",
    "UnusableConditionError": "flattop.scenario.errors",
    "UnusableJobsError": "flattop.engine.jobs",
    "UnusableLimitsError": "flattop.scenario.errors",
    "UnusableRequestError": "flattop.spotting",
    "UnusableValueError": "flattop.quantities.ranges",
    "Verdict": "flattop.studies.verdict",
    "airframe": "flattop.catalogue",
    "assess": "flattop.studies.assessment",
    "begin": "flattop.engine.fleet",
    "copy_entry": "flattop.catalogue.files.copying",
    "described": "flattop.catalogue",
    "digest": "flattop.scenario.digest",
    "endurance": "flattop.studies.endurance",
    "envelope": "flattop.studies.envelope",
    "fly": "flattop.engine.simulate",
    "fly_condition": "flattop.studies.flights",
    "names": "flattop.catalogue",
    "outline": "flattop.catalogue.files.outlines",
    "pilot_settings": "flattop.catalogue",
    "plan": "flattop.catalogue.files.plans",
    "reference_condition": "flattop.scenario.moderate",
    "replaced": "flattop.catalogue",
    "response": "flattop.catalogue.files.response",
    "sea": "flattop.catalogue",
    "ship": "flattop.catalogue",
    "spot": "flattop.spotting",
    "trajectory": "flattop.studies.flight",
    "trim_curve": "flattop.studies.trim",
}
_AT_HOME = {"pilot_settings": "pilot", "spot": "spotting"}
"""Names that are others in their rooms."""


if not TYPE_CHECKING:  # a reader of types knows the names by the imports above, and that there are no others

    def __getattr__(name: str) -> Any:
        """A public name, imported when first used: the catalogue needs neither numpy nor numba."""
        if name not in _HOMES:
            raise AttributeError(f"module 'flattop' has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), _AT_HOME.get(name, name))


def __dir__() -> list[str]:
    return __all__
