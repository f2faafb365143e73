"""Can this uncrewed aircraft work from this ship?

Launch and recovery from a moving deck in wind and sea, how surely and in which conditions. Unarmed flight only.

    >>> import flattop
    >>> tb3, izumo = flattop.airframe("tb3"), flattop.ship("izumo")
    >>> found = flattop.assess(tb3, izumo)  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flattop.catalogue import airframe as airframe
    from flattop.catalogue import sea as sea
    from flattop.catalogue import ship as ship
    from flattop.engine.judge.outcome import Outcome as Outcome
    from flattop.scenario.condition import Condition as Condition
    from flattop.scenario.scenario import Scenario as Scenario
    from flattop.studies.assessment import assess as assess
    from flattop.studies.criteria import Criteria as Criteria
    from flattop.studies.endurance import endurance as endurance
    from flattop.studies.envelope import Grid as Grid
    from flattop.studies.envelope import envelope as envelope
    from flattop.studies.flight import trajectory as trajectory
    from flattop.studies.flights import fly_condition as fly_condition
    from flattop.studies.sizes import Size as Size
    from flattop.studies.trim import trim_curve as trim_curve

_HOMES = {
    "airframe": "flattop.catalogue",
    "sea": "flattop.catalogue",
    "ship": "flattop.catalogue",
    "Condition": "flattop.scenario.condition",
    "Criteria": "flattop.studies.criteria",
    "Grid": "flattop.studies.envelope",
    "Scenario": "flattop.scenario.scenario",
    "Size": "flattop.studies.sizes",
    "Outcome": "flattop.engine.judge.outcome",
    "assess": "flattop.studies.assessment",
    "endurance": "flattop.studies.endurance",
    "envelope": "flattop.studies.envelope",
    "fly_condition": "flattop.studies.flights",
    "trajectory": "flattop.studies.flight",
    "trim_curve": "flattop.studies.trim",
}

__all__ = sorted(_HOMES)  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    """The public names, imported when first used: the catalogue needs neither numpy nor numba."""
    if name not in _HOMES:
        raise AttributeError(f"module 'flattop' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
