"""How flights ended, in names and numbers, from a dataset of flights or of an envelope."""

from typing import TYPE_CHECKING

import numpy as np

from flattop.studies.criteria import criteria_of
from flattop.studies.failures import GOOD, HARM, failures

if TYPE_CHECKING:
    import xarray as xr


def endings(flights: "xr.Dataset") -> np.ndarray:
    """The name of each flight's end: 'recovered', 'ramp strike'."""
    codes = flights["outcome"]
    names = dict(zip(codes.attrs["flag_values"], codes.attrs["flag_meanings"].split(), strict=True))
    return np.array([names[c].replace("_", " ") for c in codes.values], dtype=object)


def tally(flights: "xr.Dataset") -> list[tuple[str, int]]:
    """Ends and how often each came, good ones first, then the commonest first."""
    names, counts = np.unique(endings(flights).astype(str), return_counts=True)
    good = [(str(n), int(c)) for n, c in zip(names, counts, strict=True) if n in GOOD]
    return good + [(name, count) for name, count in failures(names, counts)]


def causes(envelope: "xr.Dataset") -> np.ndarray:
    """Name of the commonest failure in each condition, "" for none.

    Among mishaps only, where enough flights succeed and it is mishaps that close the condition.
    """
    names, counts = envelope["outcome"].values, envelope["outcome_count"].transpose(..., "outcome").values
    by_mishaps = _closed_by_mishaps(envelope)
    found = np.full(by_mishaps.shape, "", dtype=object)
    for place in np.ndindex(found.shape):
        failed = [f.name for f in failures(names, counts[place]) if f.name in HARM or not by_mishaps[place]]
        found[place] = failed[0] if failed else ""
    return found


def _closed_by_mishaps(envelope):
    """Whether mishaps came although the success rate's interval reaches what the criteria ask for."""
    enough = envelope["success_high"].values >= criteria_of(envelope.attrs).success_rate
    return (envelope["mishap_count"].values > 0) & enough
