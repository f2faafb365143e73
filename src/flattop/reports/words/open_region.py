"""The open region of an envelope in words: the wind over deck a mission needs, sea by sea, and every cell's numbers."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from flattop.reports.words.endings import causes
from flattop.reports.words.wording import MOST_DECIMALS, from_side, rate_words
from flattop.studies.criteria import Decision, criteria_of, decimals
from flattop.studies.failures import failures

if TYPE_CHECKING:
    import xarray as xr

MOST_CAUSES = 3  # named for a condition


def is_promising(envelope: "xr.Dataset") -> "xr.DataArray":
    """Whether a condition is undecided only for want of flights: success is shown, and no mishap was seen."""
    enough = envelope["success_low"] >= criteria_of(envelope.attrs).success_rate
    return (envelope["decision"] == Decision.UNDECIDED) & (envelope["mishap_count"] == 0) & enough


class Need(NamedTuple):
    """The wind over deck a mission needs in one sea."""

    mission: str
    sea: str
    ahead: str
    unproven: str
    sector: str
    open: int
    undecided: int
    total: int


class Cell(NamedTuple):
    """One condition of an envelope, ready to be shown."""

    height: str
    angle: str
    speed: str
    decision: str
    samples: str
    success: str
    mishap: str
    causes: str


def needs(envelope: "xr.Dataset") -> list[Need]:
    """What wind over deck is open in each sea."""
    mission, found = str(envelope.attrs["mission"]), causes(envelope)
    return [_need(mission, envelope.isel(significant_height=k), found[k]) for k in range(found.shape[0])]


def _need(mission, panel, found):
    angle, speed = panel["wind_over_deck_angle"].values, panel["wind_over_deck_speed"].values
    decision = panel["decision"].values
    middle = int(np.abs(angle).argmin())
    height = float(panel["significant_height"])
    return Need(
        mission,
        "calm" if height == 0.0 else f"{height:g} m",
        _speeds(speed, decision[middle] == 1) or _no_speed(decision[middle], found[middle]),
        _speeds(speed, is_promising(panel).values[middle]) or "none",
        _sector(angle, speed, decision == 1, middle) or _unproven_sector(angle, speed, panel, middle),
        int((decision == 1).sum()),
        int((decision == 0).sum()),
        decision.size,
    )


def runs(mask) -> list[tuple[int, int]]:
    """First and last index of every run of true values."""
    edge = np.flatnonzero(np.diff(np.concatenate([[0], np.asarray(mask, dtype=int), [0]])))
    return [(int(a), int(b) - 1) for a, b in zip(edge[::2], edge[1::2], strict=True)]


def _speeds(speed, mask):
    """Speeds as ranges: '10 to 25 kt'."""
    found = [f"{speed[a]:g}" if a == b else f"{speed[a]:g} to {speed[b]:g}" for a, b in runs(mask)]
    return " and ".join(found) + " kt" if found else ""


def _no_speed(decision, found):
    if (decision == 0).any():
        return "none"
    common = [name for name in found if name]
    return "closed: " + max(set(common), key=common.count) if common else "closed"


def _sector(angle, speed, is_open, middle):
    """The widest open sector around ahead, and its wind speed."""
    best = ("", -1.0)
    for k, column in enumerate(is_open.T):
        for first, last in runs(column):
            width = angle[last] - angle[first]
            if first <= middle <= last and width > best[1]:
                best = (f"{_arc(angle[first], angle[last])} at {speed[k]:g} kt", width)
    return best[0]


def _unproven_sector(angle, speed, panel, middle):
    found = _sector(angle, speed, is_promising(panel).values, middle)
    return f"{found}, unproven" if found else "none"


def _arc(first, last):
    if first == last:
        return "ahead only" if first == 0.0 else f"{from_side(first)} only"
    return f"{from_side(first)} … {from_side(last)}"


def cells(envelope: "xr.Dataset") -> list[Cell]:
    """Every condition of an envelope as a row."""
    stacked = envelope.transpose("significant_height", "wind_over_deck_angle", "wind_over_deck_speed", ...)
    criteria = criteria_of(envelope.attrs)
    return [
        _cell(stacked.isel(significant_height=i, wind_over_deck_angle=j, wind_over_deck_speed=k), criteria)
        for i, j, k in np.ndindex(stacked["decision"].shape)
    ]


def _cell(c, criteria):
    wrong = [f"{name} {count:,}" for name, count in failures(c["outcome"].values, c["outcome_count"].values)]

    def rate(kind, limit):
        return rate_words(
            *(float(c[f"{kind}_{end}"]) for end in ("rate", "low", "high")), most=max(MOST_DECIMALS, decimals(limit))
        )

    return Cell(
        f"{float(c['significant_height']):g}",
        from_side(float(c["wind_over_deck_angle"])),
        f"{float(c['wind_over_deck_speed']):g}",
        Decision(int(c["decision"])).name.lower(),
        f"{int(c['sample_count']):,}",
        rate("success", criteria.success_rate),
        rate("mishap", criteria.mishap_rate),
        ", ".join(wrong[:MOST_CAUSES]),
    )
