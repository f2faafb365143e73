"""How flights ended, as names and counts, from a dataset of flights or of an envelope."""

from typing import TYPE_CHECKING

import numpy as np

from flattop.engine.judge.outcome import ADVICE, MISHAP, SUCCESS, Outcome, label

if TYPE_CHECKING:
    import xarray as xr

GOOD = frozenset(label(o) for o in SUCCESS)
HARM = frozenset(label(o) for o in MISHAP)
ADVICE_OF = {label(o): ADVICE[o] for o in Outcome}


def endings(flights: "xr.Dataset") -> np.ndarray:
    """The name of each flight's end: 'recovered', 'ramp strike'."""
    codes = flights["outcome"]
    names = dict(zip(codes.attrs["flag_values"], codes.attrs["flag_meanings"].split(), strict=True))
    return np.array([names[c].replace("_", " ") for c in codes.values], dtype=object)


def tally(flights: "xr.Dataset") -> list[tuple[str, int]]:
    """Ends and how often each came, good ones first, then the commonest first."""
    names, counts = np.unique(endings(flights).astype(str), return_counts=True)
    pairs = [(str(n), int(c)) for n, c in zip(names, counts, strict=True)]
    return sorted(pairs, key=lambda pair: (pair[0] not in GOOD, -pair[1]))


def causes(envelope: "xr.Dataset") -> np.ndarray:
    """Name of the commonest unwanted end in each condition, "" for none.

    Among mishaps only, where enough flights succeed and it is mishaps that close the condition.
    """
    names = [str(n) for n in envelope["outcome"].values]
    counts = envelope["outcome_count"].transpose(..., "outcome").values
    unwanted = counts * np.array([n not in GOOD for n in names])
    mishaps = counts * np.array([n in HARM for n in names])
    weights = np.where(_closed_by_mishaps(envelope)[..., None], mishaps, unwanted)
    found = np.array(names, dtype=object)[weights.argmax(axis=-1)]
    return np.where(weights.sum(axis=-1) > 0, found, "")


def _closed_by_mishaps(envelope):
    """Whether mishaps came although the success rate's interval reaches 95 %."""
    return (envelope["mishap_count"].values > 0) & (envelope["success_high"].values >= 0.95)
