"""The answer: speeds, climb, endurance and range by height with their ranges, time on station, payload, and what it hangs on."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from flattop.catalogue import Airframe
from flattop.studies.endurance.flight import SERVICE, flown, path
from flattop.studies.endurance.loading import Loaded, loaded
from flattop.studies.endurance.question import Question, heights_of, working_height
from flattop.studies.endurance.ranges import Answers, Ranged, ranged
from flattop.studies.endurance.speeds import Curves, climb
from flattop.studies.endurance.station import time_on_station

if TYPE_CHECKING:
    import xarray as xr

RADII, PAYLOADS = 25, 7  # points of the curves
RANGED = {
    "maximum_speed": ("m/s", "greatest level speed by power"),
    "best_endurance_speed": ("m/s", "true airspeed of longest endurance"),
    "climb_rate": ("m/s", "best rate of climb at full power"),
    "endurance": ("s", "time from take-off to landing with the reserve left"),
    "range": ("m", "still-air distance from take-off to landing with the reserve left"),
    "service_ceiling": ("m", "height where the best climb is 100 ft/min"),
    "absolute_ceiling": ("m", "height where the best climb is nothing"),
}
PLAIN = {
    "stall_speed": ("m/s", "true stall speed, flaps up"),
    "best_range_speed": ("m/s", "true airspeed of greatest range"),
    "power": ("W", "shaft power at the speed of longest endurance"),
    "fuel_flow": ("kg/s", "fuel flow at the speed of longest endurance"),
    "specific_range": ("m/kg", "way through the air on a kilogram of fuel, at the best-range speed"),
    "climb_time": ("s", "time from sea level"),
    "climb_fuel": ("kg", "fuel from sea level"),
    "descent_fuel": ("kg", "fuel of the glide to sea level"),
    "loiter_distance": ("m", "way through the air in the time of the endurance"),
}


class Mission(NamedTuple):
    """A loiter at one height, part by part."""

    phases: tuple[str, ...]
    time: list[float]
    fuel: list[float]


def answers(airframe: Airframe, question: Question, heights, margin: float) -> Answers:
    """What has a range, for an airframe and a loiter margin."""
    flyer, load = question.flyer(airframe, margin), loaded(airframe, question.load)
    curves, up = Curves(flyer, heights, load.mass), path(flyer, load.mass)
    whole = flown(flyer, load, heights, question.reserve, question.speed)
    return {
        "maximum_speed": curves.fastest(),
        "best_endurance_speed": curves.best_endurance()[0],
        "climb_rate": np.maximum(climb(flyer, heights, load.mass)[0], 0.0),
        "endurance": whole.airborne,
        "range": whole.range,
        "service_ceiling": np.array(up.ceiling(SERVICE)),
        "absolute_ceiling": np.array(up.ceiling(0.0)),
    }


def plain_answers(airframe: Airframe, question: Question, heights) -> Answers:
    """What is given by best values only, at the take-off mass."""
    flyer, load = question.flyer(airframe), loaded(airframe, question.load)
    curves = Curves(flyer, heights, load.mass)
    (_, power), (fast, cruise) = curves.best_endurance(), curves.best_range()
    whole = flown(flyer, load, heights, question.reserve, question.speed)
    return {
        "stall_speed": curves.stall, "best_range_speed": fast, "power": power, "fuel_flow": flyer.flow(power),
        "specific_range": fast / flyer.flow(cruise), "climb_time": whole.climb_time, "climb_fuel": whole.climb_fuel,
        "descent_fuel": whole.descent_fuel, "loiter_distance": whole.loiter_distance,
    }  # fmt: skip


def station_curve(airframe: Airframe, question: Question, height: float, farthest: float):
    """Radii [m] and time on station [s] at a height, from nothing to where none is left."""
    flyer, load = question.flyer(airframe), loaded(airframe, question.load)
    radii = np.linspace(0.0, 0.5 * farthest, RADII) if np.isfinite(farthest) else np.zeros(RADII)
    return radii, time_on_station(flyer, load, height, radii, question.reserve, question.speed, question.wind)


def payload_curve(airframe: Airframe, question: Question, height: float):
    """Payloads [kg], the fuel that goes with each [kg], and endurance [s] and range [m] at a height."""
    payloads, rows = np.linspace(0.0, airframe.mass.payload.si, PAYLOADS), []
    flyer = question.flyer(airframe)
    for payload in payloads:
        load = loaded(airframe, replace(question.load, payload=float(payload)))
        within = load.fuel > 0.0 and load.mass <= airframe.mass.maximum_takeoff.si_high + 1e-6
        whole = flown(flyer, load, [height], question.reserve, question.speed) if within else None
        rows.append((load.fuel, whole.airborne[0], whole.range[0]) if whole else (load.fuel, np.nan, np.nan))
    return payloads, *np.array(rows).T


def mission(airframe: Airframe, question: Question, height: float) -> Mission:
    """Climb, loiter, descent and reserve at a height: time [s] and fuel [kg] of each."""
    flyer, load = question.flyer(airframe), loaded(airframe, question.load)
    whole = flown(flyer, load, [height], question.reserve, question.speed)
    descent = float(path(flyer, load.dry, None).to([height])[0][0])
    up, down, kept = float(whole.climb_fuel[0]), float(whole.descent_fuel[0]), whole.reserve_fuel
    time = [
        float(whole.climb_time[0]),
        float(whole.airborne[0] - whole.climb_time[0]) - descent,
        descent,
        question.reserve,
    ]
    return Mission(("climb", "loiter", "descent", "reserve"), time, [up, load.fuel - up - down - kept, down, kept])


def endurance(airframe: Airframe, question: Question | None = None) -> "xr.Dataset":
    """Endurance of an airframe as a dataset over height, with time on station, payload and what it hangs on.

    Every range is one input at a time, together by the root of squares: studies/endurance/ranges
    """
    question = question or Question()
    heights = heights_of(airframe, question)
    found = ranged(airframe, lambda a, margin: answers(a, question, heights, margin), question.margin)
    working = working_height(heights, float(found.best["service_ceiling"]), question)
    return _dataset(airframe, question, heights, working, found)


def _variable(dims, values, unit, text):
    return dims, values, {"units": unit, "long_name": text}


def _dataset(airframe: Airframe, question: Question, heights, working: float, found: Ranged):
    import xarray as xr

    data: dict[str, Any] = {}
    for name, (unit, text) in RANGED.items():
        dims = ("height",) if np.ndim(found.best[name]) else ()
        data[name] = _variable(dims, found.best[name], unit, text)
        data[f"{name}_low"] = _variable(dims, found.low(name), unit, f"{text}, low")
        data[f"{name}_high"] = _variable(dims, found.high(name), unit, f"{text}, high")
    plain = plain_answers(airframe, question, heights)
    data |= {name: _variable(("height",), plain[name], *PLAIN[name]) for name in PLAIN}
    data |= _missions(airframe, question, heights, working, found)
    inputs = list(found.changes["endurance"])
    coords = {
        "height": _variable("height", heights, "m", "height above the sea"),
        "end": ["low", "high"], "input": inputs,
    }  # fmt: skip
    return xr.Dataset(data, coords, attributes(airframe, question, loaded(airframe, question.load), working))


def _missions(airframe, question, heights, working, found):
    k = int(np.argmin(abs(heights - working)))
    radii, station = station_curve(airframe, question, working, float(found.best["range"][k]))
    payloads, fuel, time, way = payload_curve(airframe, question, working)
    parts = mission(airframe, question, working)
    changes = np.array([both[:, k] for both in found.changes["endurance"].values()])
    return {
        "radius": _variable("radius", radii, "m", "radius of action"),
        "time_on_station": _variable("radius", station, "s", "time on station at the working height"),
        "payload": _variable("payload", payloads, "kg", "payload"),
        "payload_fuel": _variable("payload", fuel, "kg", "fuel that goes with it"),
        "payload_endurance": _variable("payload", time, "s", "endurance at the working height"),
        "payload_range": _variable("payload", way, "m", "range at the working height"),
        "phase": ("phase", list(parts.phases)),
        "phase_time": _variable("phase", parts.time, "s", "time of a loiter's part at the working height"),
        "phase_fuel": _variable("phase", parts.fuel, "kg", "fuel of a loiter's part at the working height"),
        "endurance_change": _variable(
            ("input", "end"), changes, "s", "change of the endurance at the working height with one input"
        ),
    }


def attributes(airframe: Airframe, question: Question, load: Loaded, working: float) -> dict[str, Any]:
    """What the answer is for, and where it comes from."""
    from flattop.quantities.sources import source_digest
    from flattop.scenario.provenance import version

    return {
        "airframe": airframe.name, "airframe_title": airframe.title, "mass_kg": load.mass, "fuel_kg": load.fuel,
        "payload_kg": load.payload, "working_height_m": working, "reserve_s": question.reserve,
        "speed_m_s": question.speed if question.speed is not None else "best", "wind_m_s": question.wind,
        "temperature_offset_K": question.offset, "loiter_margin": question.margin, "version": version(),
        "source_digest": source_digest(__name__), "digest": airframe.digest,
        "ranges": "one input at a time to either end of its range, together by the root of squares",
    }  # fmt: skip
