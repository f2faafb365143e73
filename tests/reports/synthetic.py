"""Results as the studies give them, made up by simple formulas: enough to draw every figure without flying."""

import numpy as np
import xarray as xr

from flattop.pilot.contract import Intent
from flattop.studies.assessment import Assessment, MissionFinding
from flattop.studies.criteria import STANDARD
from flattop.studies.verdict import Answer, Verdict

ENDS = (
    "flying launched recovered rejected bolter waved_off ramp_strike off_side overrun hard_landing tip_strike "
    "tail_strike island_strike ditched left_valid_range not_finite"
)
PROVENANCE = {
    "airframe": "tb3", "airframe_title": "Bayraktar TB3", "ship": "izumo", "ship_title": "JS Izumo",
    "pilot": "standard", "seed": 7, "version": "0.1.0", "source_digest": "0f" * 8, "digest": "f0" * 8,
    "mass_kg": 1220.0, "wind_over_deck_m_s": 10.29, "wind_from_rad": 0.0, "ship_speed_m_s": 5.14,
    "significant_height_m": 1.88, "modal_period_s": 8.8, "wave_from_rad": 0.52, "temperature_offset_K": 0.0,
}  # fmt: skip


TOUCHED = {
    "touchdown_x": -86.0, "touchdown_y": -5.0, "touchdown_sink_rate": 1.6, "touchdown_speed": 21.0,
    "touchdown_time": 25.0, "ramp_clearance": 2.5,
}  # fmt: skip


def _outcome_attributes():
    return {"flag_values": np.arange(16), "flag_meanings": ENDS, "long_name": "how the flight ended", "units": "1"}


def _variable(dims, values, units, long_name):
    return dims, np.asarray(values), {"units": units, "long_name": long_name}


def flights(mission="recovery", count=500, seed=3):
    """Flights of one condition, most of them good."""
    rng = np.random.default_rng(seed)
    launch = mission == "launch"
    outcome = rng.choice(
        [1, 3] if launch else [2, 5, 6, 9], size=count, p=[0.97, 0.03] if launch else [0.95, 0.02, 0.01, 0.02]
    )
    landed = np.isin(outcome, [2, 9])
    nan = np.full(count, np.nan)

    def on_touch(mean, spread):
        return nan if launch else np.where(landed, rng.normal(mean, spread, count), np.nan)

    def at_bow(mean, spread):
        return np.where(outcome == 1, rng.normal(mean, spread, count), np.nan) if launch else nan

    data = {
        "outcome": (("flight",), outcome, _outcome_attributes()),
        "end_time": _variable(("flight",), rng.uniform(20, 60, count), "s", "time of the end"),
        "end_x": _variable(("flight",), rng.normal(0, 20, count), "m", "place of the end, forward"),
        "end_y": _variable(("flight",), rng.normal(-5.5, 1, count), "m", "place of the end, starboard"),
        "end_z": _variable(("flight",), rng.normal(-18, 1, count), "m", "place of the end, down"),
        "touchdown_x": _variable(("flight",), on_touch(-86, 4.5), "m", "touchdown, forward of amidships"),
        "touchdown_y": _variable(("flight",), on_touch(-5.4, 0.7), "m", "touchdown, starboard of the centre line"),
        "touchdown_sink_rate": _variable(("flight",), on_touch(1.6, 0.4), "m/s", "sink rate relative to the deck"),
        "touchdown_speed": _variable(("flight",), on_touch(23, 0.8), "m/s", "speed relative to the deck"),
        "touchdown_airspeed": _variable(("flight",), on_touch(33, 0.7), "m/s", "airspeed at touchdown"),
        "touchdown_pitch": _variable(("flight",), on_touch(5, 0.8), "rad", "pitch at touchdown"),
        "touchdown_roll": _variable(("flight",), on_touch(0, 1.2), "rad", "roll at touchdown"),
        "touchdown_drift": _variable(("flight",), on_touch(0, 0.3), "m/s", "drift at touchdown"),
        "ramp_clearance": _variable(("flight",), on_touch(2.6, 0.5), "m", "height of the wheels over the stern edge"),
        "attempts": _variable(("flight",), rng.choice(3, count, p=[0.9, 0.08, 0.02]), "1", "approaches broken off"),
        "peak_gear_load": _variable(("flight", "leg"), rng.normal(14e3, 2e3, (count, 3)), "N", "greatest load"),
        "bow_airspeed": _variable(("flight",), at_bow(34, 0.8), "m/s", "airspeed at the bow"),
        "lowest_height": _variable(("flight",), at_bow(15.5, 0.9), "m", "least height of the wheels over the sea"),
        "fuel_burnt": _variable(("flight",), rng.normal(0.4, 0.05, count), "kg", "fuel burnt"),
    }  # fmt: skip
    attrs = PROVENANCE | {"mission": mission}
    return xr.Dataset(data, coords={"leg": ["nose", "left", "right"]}, attrs=attrs)


def envelope(mission="recovery", heights=(0.0, 1.88, 3.25), criteria=STANDARD):
    """An envelope open ahead in moderate wind; ramp strikes below, side drift abeam."""
    angle, speed = np.arange(-90.0, 91.0, 15.0), np.arange(5.0, 46.0, 5.0)
    hs, a, v = np.meshgrid(heights, angle, speed, indexing="ij")
    margin = 3.0 - np.abs(a) * v / 900.0 - np.abs(v - 25.0) / 8.0 - 0.35 * hs
    samples = np.where(np.abs(margin) < 0.6, 512, 128)
    success = 1.0 / (1.0 + np.exp(-6.0 * margin))
    ends = ENDS.split()
    cause = np.where(np.abs(a) * v > 1300, "off_side", np.where(v < 25, "overrun", "waved_off"))
    counts = np.zeros((*hs.shape, len(ends)), dtype=int)
    good = np.round(samples * success).astype(int)
    counts[..., ends.index("launched" if mission == "launch" else "recovered")] = good
    for k, name in enumerate(ends):
        counts[..., k] += np.where(cause == name, samples - good, 0)
    mishap = counts[..., [ends.index("off_side"), ends.index("overrun")]].sum(axis=-1)
    dims = ("significant_height", "wind_over_deck_angle", "wind_over_deck_speed")
    half = 1.96 * np.sqrt(success * (1 - success) / samples) + 2.0 / samples
    rate = mishap / samples
    data = {
        "sample_count": _variable(dims, samples, "1", "flights"),
        "success_count": _variable(dims, good, "1", "successes"),
        "mishap_count": _variable(dims, mishap, "1", "mishaps"),
        "success_rate": _variable(dims, good / samples, "1", "success rate"),
        "success_low": _variable(dims, np.clip(success - half, 0, 1), "1", "lower bound of the success rate"),
        "success_high": _variable(dims, np.clip(success + half, 0, 1), "1", "upper bound of the success rate"),
        "mishap_rate": _variable(dims, rate, "1", "mishap rate"),
        "mishap_low": _variable(dims, np.clip(rate - half, 0, 1), "1", "lower bound of the mishap rate"),
        "mishap_high": _variable(dims, np.clip(rate + half, 0, 1), "1", "upper bound of the mishap rate"),
        "decision": _variable(dims, np.where(margin > 0.5, 1, np.where(margin > 0.3, 0, -1)), "1", "decision"),
        "outcome_count": _variable((*dims, "outcome"), counts, "1", "flights by outcome"),
    }
    coords = {
        "significant_height": ("significant_height", list(heights), {"units": "m", "long_name": "significant height"}),
        "wind_over_deck_angle": ("wind_over_deck_angle", angle, {"units": "deg", "long_name": "starboard positive"}),
        "wind_over_deck_speed": ("wind_over_deck_speed", speed, {"units": "kt", "long_name": "wind over deck"}),
        "outcome": [e.replace("_", " ") for e in ends],
    }  # fmt: skip
    return xr.Dataset(
        data,
        coords,
        attrs=PROVENANCE | criteria.attributes() | {"mission": mission, "flights": int(samples.sum())},
    )


def _quaternion(roll, pitch, heading):
    c1, s1, c2, s2 = np.cos(roll / 2), np.sin(roll / 2), np.cos(pitch / 2), np.sin(pitch / 2)
    c3, s3 = np.cos(heading / 2), np.sin(heading / 2)
    parts = (
        c1 * c2 * c3 + s1 * s2 * s3,
        s1 * c2 * c3 - c1 * s2 * s3,
        c1 * s2 * c3 + s1 * c2 * s3,
        c1 * c2 * s3 - s1 * s2 * c3,
    )
    return np.stack(parts, axis=-1)


def _intent(codes):
    dims, values, attributes = _variable(("time",), codes, "1", "intent")
    return (
        dims,
        values,
        attributes
        | {
            "flag_values": [int(i) for i in Intent],
            "flag_meanings": " ".join(i.name.lower().replace("_", "-") for i in Intent),
        },
    )


def trajectory(mission="recovery"):
    """One flight: down a straight path to the deck and to a stop, or along the deck and away."""
    t = np.arange(0.0, 40.0, 0.02)
    touch, closure = 25.0, 23.0
    stop = touch + closure / 2.5
    aim, deck, wheel = -87.0, 16.4, 1.35
    sway = np.sin(0.7 * t)
    if mission == "launch":
        run = np.clip(t - 3.0, 0.0, None)
        x = -112.0 + 0.5 * 2.6 * run**2
        over = np.clip(x - 123.0, 0.0, None)
        height, speed = 0.07 * over, 2.6 * run
        intent = np.select([t < 3, x < 123], [Intent.HOLD, Intent.LAUNCH_RUN], Intent.CLIMB)
    else:
        rolled = np.clip(t - touch, 0.0, stop - touch)
        x = aim + np.where(t < touch, closure * (t - touch), closure * rolled - 1.25 * rolled**2)
        height, speed = (
            np.clip((touch - t) * closure * 0.061, 0.0, 40.0),
            np.where(t < touch, closure, closure - 2.5 * rolled),
        )
        intent = np.select([height > 39.9, t < touch], [Intent.TRANSIT, Intent.APPROACH], Intent.ROLLOUT)
    position = np.stack([x, -5.5 + 1.5 * np.sin(0.3 * t) * np.exp(-t / 15), -(deck + wheel + height)], axis=-1)
    roll, pitch = 1.5 * np.sin(0.9 * t), 4.0 + 0.5 * sway
    airborne = height > 0.01
    load = np.where(airborne, 0.0, 4700.0)[:, None] * np.array([0.5, 1.2, 1.2])
    one = np.ones_like(t)
    time, leg, axis = ("time",), ("time", "leg"), ("time", "axis")
    data = {
        "position_N": _variable(axis, position, "m", "position"),
        "attitude": _variable(("time", "quaternion"), _quaternion(*np.radians([roll, pitch, 0 * t])), "1", "q_NB"),
        "roll": _variable(time, roll, "deg", "roll"),
        "pitch": _variable(time, pitch, "deg", "pitch"),
        "heading": _variable(time, 0 * t, "deg", "heading"),
        "velocity_B": _variable(axis, np.stack([speed + 10, 0 * t, 2 * one], axis=-1), "m/s", "velocity"),
        "airspeed": _variable(time, speed + 10.0, "m/s", "airspeed"),
        "ground_speed": _variable(time, speed, "m/s", "speed relative to the deck"),
        "sink_rate": _variable(time, np.where(airborne, 1.4, 0.0), "m/s", "sink rate relative to the deck"),
        "angle_of_attack": _variable(time, 6.0 + sway, "deg", "angle of attack"),
        "sideslip": _variable(time, 0.5 * sway, "deg", "sideslip"),
        "height": _variable(time, height, "m", "height of the wheels over the deck"),
        "elevator": _variable(time, -2.0 + sway, "deg", "elevator"),
        "aileron": _variable(time, 3.0 * sway, "deg", "aileron"),
        "rudder": _variable(time, -2.0 * sway, "deg", "rudder"),
        "flap": _variable(time, one, "1", "flap"),
        "brake": _variable(time, np.where(airborne, 0.0, 1.0), "1", "brake"),
        "thrust": _variable(time, 1500.0 * one, "N", "thrust"),
        "power": _variable(time, 60.0 * one, "kW", "shaft power"),
        "fuel_burnt": _variable(time, 0.005 * t, "kg", "fuel burnt"),
        "wind_N": _variable(axis, np.stack([-10.0 + sway, 0.5 * sway, 0.2 * sway], axis=-1), "m/s", "wind"),
        "gear_load": _variable(leg, load, "N", "load of a leg"),
        "intent": _intent(intent),
        "ship_position_N": _variable(axis, np.stack([0 * t, 0.1 * sway, 0.4 * sway], axis=-1), "m", "ship"),
        "ship_roll": _variable(time, 1.2 * np.sin(0.45 * t), "deg", "roll of the ship"),
        "ship_pitch": _variable(time, 0.4 * np.sin(0.65 * t), "deg", "pitch of the ship"),
        "ship_yaw": _variable(time, 0.1 * np.sin(0.5 * t), "deg", "yaw of the ship"),
    }  # fmt: skip
    coords = {
        "time": ("time", t, {"units": "s", "long_name": "time"}),
        "axis": ["x", "y", "z"],
        "leg": ["nose", "left", "right"],
    }
    attrs = PROVENANCE | {
        "mission": mission,
        "outcome": "launched" if mission == "launch" else "recovered",
        "advice": "Landed and stopped on deck.",
        "end_time": float(t[-1]),
        "number": 0,
        "attempts": 1.0,
        **({"bow_airspeed": 33.0, "bow_time": 18.0, "lowest_height": 16.0} if mission == "launch" else TOUCHED),
    }
    return xr.Dataset(data, coords | {"quaternion": ["w", "x", "y", "z"]}, attrs=attrs)


def deck_motion():
    """Motion of a ship growing with the sea."""
    hs, period, t = np.array([0.88, 1.88, 3.25]), np.array([7.5, 8.8, 9.7]), np.arange(0.0, 120.0, 0.5)
    rms = {"surge": 0.05, "sway": 0.05, "heave": 0.1, "roll": 0.3, "pitch": 0.12, "yaw": 0.05}
    spot = {"displacement": "m", "velocity": "m/s", "acceleration": "m/s2"}
    data = {f"{k}_rms": _variable(("significant_height",), s * hs, "1", f"rms of {k}") for k, s in rms.items()}
    data |= {f"spot_{k}_rms": _variable(("significant_height",), 0.15 * hs, u, f"rms of {k}") for k, u in spot.items()}
    wave = hs[:, None] * np.sin(0.65 * t)
    data |= {k: _variable(("significant_height", "time"), 1.4 * s * wave, "1", k) for k, s in rms.items()}
    coords = {"significant_height": hs, "modal_period": ("significant_height", period), "time": t}
    return xr.Dataset(data, coords, attrs=PROVENANCE | {"mission": "recovery"})


def trim_curve():
    """Steady level flight between a stall and the end of power."""
    v = np.linspace(15.0, 80.0, 30)
    why = np.where(v < 27, "the wing stalls", np.where(v > 60, "it would need more power than there is", ""))
    data = {
        "alpha": _variable(("airspeed",), 12.0 * (27.0 / v) ** 2 - 3.0, "deg", "angle of attack"),
        "elevator": _variable(("airspeed",), -3.0 + 0.05 * (v - 40.0), "deg", "elevator"),
        "power": _variable(("airspeed",), 36.0 * (v / 40.0) ** 3 + 30.0 * 40.0 / v, "kW", "shaft power"),
        "is_steady": _variable(("airspeed",), why == "", "1", "within limits"),
        "problem": _variable(("airspeed",), why, "1", "why there is none"),
    }
    attrs = {"airframe": "tb3", "mass_kg": 1220.0, "height_m": 0.0, "flap": 0.0, "gear": 0.0, "digest": "f0" * 8}
    return xr.Dataset(data, {"airspeed": ("airspeed", v, {"units": "m/s"})}, attrs=attrs)


def sensitivity(criteria=STANDARD):
    """Two inputs, one of which turns the decision at its low end."""
    ends, nan = ("input", "end"), np.nan
    data = {
        "value": (ends, [[1.2, 1.6], [0.5, 0.9]]),
        "success_rate": (ends, [[0.4, 1.0], [0.9, 0.95]]),
        "mishap_rate": (ends, [[0.1, 0.0], [0.0, 0.0]]),
        "decision": (ends, [[-1, 0], [0, 0]]),
        "crossing": (ends, [[1.31, nan], [nan, nan]]),
        "best": ("input", [1.4, 0.7]),
        "variance_share": ("input", [0.6, 0.1]),
        "variance_error": ("input", [0.1, 0.1]),
    }
    coords = {
        "input": ["airframe.gear.main.z", "pilot.recovery.waveoff_slow"],
        "end": ["low", "high"],
        "description": ("input", ["contact point, down", "share of the approach speed"]),
        "unit": ("input", ["m", "1"]),
    }
    attrs = {
        "mission": "recovery", "airframe_title": "An aircraft", "ship_title": "A ship", "conditions": "15 kt from ahead", "inputs": 100,
        "designs": 64, "flights_each": 36, "base_success_rate": 1.0, "base_decision": 0, "drawn_success_rate": 0.8,
    }  # fmt: skip
    return xr.Dataset(data, coords, attrs | criteria.attributes())


def assessment():
    """A whole assessment."""
    launch, recovery = ((envelope(m), flights(m), trajectory(m)) for m in ("launch", "recovery"))
    part = Verdict(Answer.GO_IN_PART, ("Open in moderate wind <b>only</b>.",))
    return Assessment(
        launch=MissionFinding(*launch, sensitivity=None, verdict=Verdict(Answer.GO, ("Open from 10 kt.",))),
        recovery=MissionFinding(*recovery, sensitivity=sensitivity(), verdict=part),
        deck_motion=deck_motion(),
        trim=trim_curve(),
    )
