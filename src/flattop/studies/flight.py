"""One flight as a trajectory: everything a reader, a figure or a replay needs, at 50 samples a second."""

from typing import TYPE_CHECKING

import numpy as np

from flattop.engine.begin.deck import launch_place
from flattop.engine.judge.outcome import ADVICE, Outcome, label
from flattop.engine.simulate import sampled
from flattop.pilot.contract import Intent
from flattop.scenario.clock import FRAME
from flattop.scenario.provenance import provenance
from flattop.scenario.scenario import Scenario
from flattop.studies.flights import VARIABLES

if TYPE_CHECKING:
    import xarray as xr

AXES, QUATERNION, LEGS = ("x", "y", "z"), ("w", "x", "y", "z"), ("nose", "left", "right")
DEGREES = 180.0 / np.pi

SCALARS = {
    "airspeed": ("log.relative.airspeed", 1.0, "m/s", "true airspeed"),
    "ground_speed": ("log.relative.speed", 1.0, "m/s", "speed along the deck"),
    "sink_rate": ("log.relative.sink_rate", 1.0, "m/s", "sink rate relative to the ship"),
    "height": ("log.relative.height", 1.0, "m", "height of the main wheels over the deck"),
    "roll": ("log.relative.roll", DEGREES, "deg", "roll"),
    "pitch": ("log.relative.pitch", DEGREES, "deg", "pitch"),
    "heading": ("log.relative.heading", DEGREES, "deg", "heading from the ship's course"),
    "aileron": ("actuators.surfaces.aileron", DEGREES, "deg", "aileron, right wing down positive"),
    "tail_left": ("actuators.surfaces.tail_left", DEGREES, "deg", "left tail panel, trailing edge down positive"),
    "tail_right": ("actuators.surfaces.tail_right", DEGREES, "deg", "right tail panel, trailing edge down positive"),
    "flap": ("actuators.flap", 1.0, "1", "flap"),
    "brake": ("actuators.brake", 1.0, "1", "brake"),
    "steering": ("actuators.steering", DEGREES, "deg", "nose wheel angle, right positive"),
    "power": ("actuators.shaft_power", 1e-3, "kW", "shaft power"),
    "thrust": ("actuators.thrust", 1.0, "N", "thrust"),
    "fuel_burnt": ("actuators.fuel_burnt", 1.0, "kg", "fuel burnt"),
    "intent": ("avionics.demand.intent", 1.0, "1", "what the pilot says it is about"),
    "ship_roll": ("ship.angle.x", DEGREES, "deg", "roll of the ship"),
    "ship_pitch": ("ship.angle.y", DEGREES, "deg", "pitch of the ship"),
    "ship_yaw": ("ship.angle.z", DEGREES, "deg", "yaw of the ship"),
}
VECTORS = {
    "position_N": ("moving.body.p_N", AXES, "axis", "m", "place of the reference point in N"),
    "attitude": ("moving.body.q_NB", QUATERNION, "quaternion", "1", "attitude, turns B into N"),
    "velocity_B": ("moving.body.v_B", AXES, "axis", "m/s", "velocity relative to the ship's mean motion, in B"),
    "wind_N": ("air.wind_N", AXES, "axis", "m/s", "wind at the aircraft, seen from the ship, in N"),
    "ship_position_N": ("ship.position_N", AXES, "axis", "m", "displacement of the ship from its mean place, in N"),
    "gear_load": ("moving.load", AXES, "leg", "N", "normal load of a leg"),
}


def _paths():
    scalars = [path for path, *_ in SCALARS.values()]
    return scalars + [f"{path}.{part}" for path, parts, *_ in VECTORS.values() for part in parts]


def _derived(data):
    """Angle of attack, sideslip, elevator and rudder from what was recorded, by the same definitions as in flight."""
    q, v, wind = data["attitude"][1], data["velocity_B"][1], data["wind_N"][1]
    u = -q[:, 1:]
    t = 2.0 * np.cross(u, wind)
    air = v - (wind + q[:, :1] * t + np.cross(u, t))
    speed = np.linalg.norm(air, axis=1)
    left, right = data["tail_left"][1], data["tail_right"][1]
    return {
        "angle_of_attack": (
            "time",
            DEGREES * np.arctan2(air[:, 2], air[:, 0]),
            {"units": "deg", "long_name": "angle of attack"},
        ),
        "sideslip": ("time", DEGREES * np.arcsin(air[:, 1] / speed), {"units": "deg", "long_name": "sideslip"}),
        "elevator": (
            "time",
            0.5 * (left + right),
            {"units": "deg", "long_name": "elevator, trailing edge down positive"},
        ),
        "rudder": ("time", 0.5 * (right - left), {"units": "deg", "long_name": "rudder, nose right positive"}),
    }


def trajectory(scenario: Scenario, number: int, seed: int, interval: int = 1) -> "xr.Dataset":
    """One flight of a scenario, recorded.

    number    of the flight; the same number and seed is the same flight in any study
    interval  frames of 0.02 s between samples
    """
    import xarray as xr

    time, values, final = sampled(scenario, number, seed, _paths(), interval)
    data, column = {}, 0
    for name, (_, factor, unit, text) in SCALARS.items():
        data[name] = ("time", factor * values[:, column], {"units": unit, "long_name": text})
        column += 1
    for name, (_, parts, dim, unit, text) in VECTORS.items():
        data[name] = (("time", dim), values[:, column : column + len(parts)], {"units": unit, "long_name": text})
        column += len(parts)
    data["intent"][2].update(
        flag_values=[int(i) for i in Intent], flag_meanings=" ".join(i.name.lower().replace("_", "-") for i in Intent)
    )
    data |= _derived(data)
    outcome = Outcome(int(final.outcome[0]))
    noted = {name: float(final[path][0]) for name, (path, *_) in VARIABLES.items()}
    coords = {
        "time": ("time", time, {"units": "s", "long_name": "time", "standard_name": "time"}),
        "axis": list(AXES),
        "quaternion": list(QUATERNION),
        "leg": list(LEGS),
    }
    attrs = (
        provenance(scenario, seed) | noted | {"number": number, "outcome": label(outcome), "outcome_code": int(outcome)}
    )
    start = (
        dict(zip(("start_x", "start_y"), launch_place(scenario), strict=True)) if scenario.mission == "launch" else {}
    )
    return xr.Dataset(
        data, coords, attrs | start | {"advice": ADVICE[outcome], "featureType": "trajectory", "frame_s": FRAME}
    )
