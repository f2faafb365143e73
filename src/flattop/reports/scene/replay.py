"""A flight as an interactive replay in three dimensions: the data that `templates/replay.js` draws on a canvas."""

import json
from typing import TYPE_CHECKING

import numpy as np

from flattop.quantities.constants import KNOT
from flattop.reports.figures.history import intent_names
from flattop.reports.scene.airframe_shape import airframe_faces
from flattop.reports.scene.ship_shape import ship_shape

if TYPE_CHECKING:
    import xarray as xr

    from flattop.catalogue import Airframe, Ship

INTERVAL = 0.1  # between frames that are stored; the page interpolates [s]
MOST_FRAMES = 4000
DIGITS = 4


def replay(flight: "xr.Dataset", airframe: "Airframe", ship: "Ship") -> str:
    """Everything the page needs to replay a flight, as JSON that may stand inside a script element."""
    thin = _thinned(flight)
    scene = {
        "title": f"{airframe.title} and {ship.title}",
        "aircraft": [{"part": f.part, "points": f.points} for f in airframe_faces(airframe)],
        "ship": ship_shape(ship),
        "shipSpeed": float(flight.attrs.get("ship_speed_m_s", 0.0)),
        "intents": {str(k): v for k, v in intent_names(flight["intent"]).items()},
        "outcome": str(flight.attrs["outcome"]),
        "start": _opening_time(flight),
        "tracks": _tracks(thin),
    }
    return json.dumps(_rounded(scene), separators=(",", ":"), allow_nan=False).replace("</", "<\\/")


def _thinned(flight):
    time = flight["time"].values
    step = max(1, round(INTERVAL / float(np.median(np.diff(time)))), len(time) // MOST_FRAMES)
    kept = np.unique(np.append(np.arange(0, len(time), step), len(time) - 1))
    return flight.isel(time=kept)


def _tracks(flight):
    """Columns over time: place and attitude of aircraft and ship, and what is read out beside them."""
    vectors = {
        "position": flight["position_N"].transpose("time", "axis").values,
        "attitude": _continuous(flight["attitude"].transpose("time", "quaternion").values),
        "shipPosition": flight["ship_position_N"].transpose("time", "axis").values,
    }
    angles = np.radians(np.stack([flight[f"ship_{n}"].values for n in ("roll", "pitch", "yaw")], axis=-1))
    scalars = {
        "airspeed": flight["airspeed"].values / KNOT,
        "deckSpeed": flight["ground_speed"].values / KNOT,
        "height": flight["height"].values,
        "sink": flight["sink_rate"].values,
        "pitch": flight["pitch"].values,
        "roll": flight["roll"].values,
        "intent": flight["intent"].values,
    }
    columns = {"time": flight["time"].values, **vectors, "shipAngles": angles, **scalars}
    return {name: np.nan_to_num(values).tolist() for name, values in columns.items()}


def _continuous(quaternions):
    """Quaternions with signs chosen so that neighbours can be interpolated."""
    turned = np.einsum("ij,ij->i", quaternions[1:], quaternions[:-1]) < 0.0
    return quaternions * np.concatenate([[1.0], np.cumprod(np.where(turned, -1.0, 1.0))])[:, None]


def _opening_time(flight):
    """When the replay opens: just before the touchdown or the bow, else ten seconds before the end."""
    end = float(flight["time"].values[-1])
    noted = float(flight.attrs.get("touchdown_time" if flight.attrs["mission"] == "recovery" else "bow_time", np.nan))
    event = noted if np.isfinite(noted) else end - 8.0
    return min(max(event - 2.0, 0.0), end)


def _rounded(value):
    if isinstance(value, float):
        return round(value, DIGITS)
    if isinstance(value, dict):
        return {k: _rounded(v) for k, v in value.items()}
    return [_rounded(v) for v in value] if isinstance(value, (list, tuple)) else value
