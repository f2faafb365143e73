"""Sensitivities in sentences."""

from typing import TYPE_CHECKING

import numpy as np

from flattop.studies.criteria import Decision

if TYPE_CHECKING:
    import xarray as xr

NAMED, LEAST_SHARE = 4, 0.05
"""Inputs named in a sentence at most, and the share of the variance from which one is named."""


def _named(d):
    return f"{d.description.item()} ({d.input.item()})"


def _with_unit(value, d):
    unit = d.unit.item()
    return f"{value:.3g}" + ("" if unit == "1" else f" {unit}")


def _ended(at):
    """How flights end at an end of a range."""
    mishaps = at.mishap_rate.item()
    return f"{at.success_rate.item():.0%} succeed" + (f" and {mishaps:.0%} end in a mishap" if mishaps else "")


def _turns(d, base):
    """What turns the decision, one sentence for each end that does."""
    verb = "turn to NO-GO" if base != Decision.CLOSED else "no longer be NO-GO"
    for end, side in (("low", "below"), ("high", "above")):
        at = d.sel(end=end)
        if np.isfinite(at.crossing.item()):
            yield (
                f"There it would {verb} if {_named(d)} were {side} about {_with_unit(at.crossing.item(), d)}: "
                f"{_ended(at)} at {_with_unit(at.value.item(), d)}."
            )


def _most(found):
    """What the input does that harms most without turning the decision."""
    k, end = divmod(int(np.argmin(found.success_rate.values)), 2)
    d = found.isel(input=k, end=end)
    return (
        f"None of the {found.attrs['inputs']} turns the decision when moved alone over its range; the most harm does {_named(d)} at "
        f"{_with_unit(d.value.item(), d)}: {_ended(d)}."
    )


def _shares(found):
    """The inputs that explain most of the scatter between drawings."""
    order = [k for k in np.argsort(-found.variance_share.values) if found.variance_share.values[k] > LEAST_SHARE]
    named = [f"{found.input.values[k]} {found.variance_share.values[k]:.0%}" for k in order[:NAMED]]
    return [f"Of the scatter between these drawings, alone explain: {', '.join(named)}."] if named else []


def sentences(found: "xr.Dataset") -> list[str]:
    """What the verdict of a mission hangs on.

    found  dataset of `sensitivity`
    """
    a = found.attrs
    best = (
        f"At the corners of the moderate conditions ({a['conditions']}) {a['base_success_rate']:.0%} of {a['flights_each']} flights "
        "succeed with every input at its best value"
    )
    if not found.sizes["input"]:
        return [f"{best}, and none of the {a['inputs']} uncertain inputs changes that when moved alone over its range."]
    drawn = f"{found.sizes['input']} foremost of {a['inputs']} uncertain inputs drawn from their ranges at once"
    first = f"{best}, and {a['drawn_success_rate']:.0%} with the {drawn}."
    turning = [line for k in range(found.sizes["input"]) for line in _turns(found.isel(input=k), a["base_decision"])]
    return [first, *(turning or [_most(found)]), *_shares(found)]
