"""Can this uncrewed aircraft work from this ship?

Launch and recovery from a moving deck in wind and sea, how surely and in which conditions. Unarmed flight only.

    >>> import flattop
    >>> tb3, izumo = flattop.airframe("tb3"), flattop.ship("izumo")
    >>> found = flattop.assess(tb3, izumo)  # doctest: +SKIP
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "airframe": "flattop.catalogue",
    "sea": "flattop.catalogue",
    "ship": "flattop.catalogue",
    "Condition": "flattop.scenario.condition",
    "Scenario": "flattop.scenario.scenario",
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
