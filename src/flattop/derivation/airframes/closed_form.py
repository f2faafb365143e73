"""Fit of the closed form that flies (physics/aerodynamics) to any method that answers a flow state.

Conditions of the fit are those of deck work and loiter: clean from CL 0.4 to 1.3 and with landing flap near CL 1.4.
Units per rad; rates as p b/2V, q c/2V, r b/2V; flap increments for the full setting.
"""

from collections.abc import Callable

import numpy as np

from flattop.derivation.airframes.flow import Coefficients, Flow

Method = Callable[[Flow], Coefficients]

CLEAN = np.radians([-2.0, 0.0, 2.0, 4.0, 6.0, 8.0])
FLAPPED = np.radians([-2.0, 1.0, 4.0])
CONDITIONS = [Flow(alpha=np.radians(2.0)), Flow(alpha=np.radians(7.0)), Flow(alpha=np.radians(1.5), flap=1.0)]
STEP = 0.02  # rad or rate; answers are linear to 1e-3 over it and the lattice's round-off is 1e-10


def fitted(method: Method) -> dict[str, float]:
    """All coefficients the methods can give, by the catalogue's names."""
    return {**alpha_fit(method), **flap_fit(method), **pitch_derivatives(method), **lateral_derivatives(method)}


def alpha_fit(method: Method) -> dict[str, float]:
    """Lift and pitching moment clean, least squares straight lines in the angle of attack."""
    clean = [method(Flow(alpha=a)) for a in CLEAN]
    lift_slope, lift_zero = np.polyfit(CLEAN, [k.CL for k in clean], 1)
    pitch_slope, pitch_zero = np.polyfit(CLEAN, [k.Cm for k in clean], 1)
    return {
        "lift_zero": lift_zero,
        "lift_slope": lift_slope,
        "pitch_zero": pitch_zero,
        "pitch_slope": pitch_slope,
    }


def flap_fit(method: Method) -> dict[str, float]:
    """Mean change by full flap at fixed angle of attack over the flapped conditions."""
    pairs = [(method(Flow(alpha=a, flap=1.0)), method(Flow(alpha=a))) for a in FLAPPED]
    return {
        "lift_flap": float(np.mean([on.CL - off.CL for on, off in pairs])),
        "pitch_flap": float(np.mean([on.Cm - off.Cm for on, off in pairs])),
    }


def polar(method: Method, aspect_ratio: float) -> dict[str, float]:
    """Clean polar CD = CD0 + CL^2/(pi A e) by least squares, and the greatest lift up to 25 deg; needs array angles."""
    clean, all_angles = method(Flow(alpha=CLEAN)), method(Flow(alpha=np.radians(np.arange(0.0, 25.5, 0.5))))
    induced, drag_zero = np.polyfit(np.square(clean.CL), clean.CD, 1)
    return {
        "drag_zero": drag_zero,
        "oswald": 1 / (np.pi * aspect_ratio * induced),
        "lift_maximum": np.max(all_angles.CL),
    }


def slopes(method: Method, variable: str) -> list[Coefficients]:
    """Central differences of all six coefficients with one variable, at each condition."""

    def slope(at: Flow) -> Coefficients:
        up, down = (method(at._replace(**{variable: s})) for s in (STEP, -STEP))
        return Coefficients(*((a - b) / (2 * STEP) for a, b in zip(up, down, strict=True)))

    return [slope(at) for at in CONDITIONS]


def pitch_derivatives(method: Method) -> dict[str, float]:
    """Derivatives with pitch rate and elevator, means over the conditions."""
    q, e = mean(slopes(method, "pitch_rate")), mean(slopes(method, "elevator"))
    return {"lift_pitch_rate": q.CL, "pitch_rate": q.Cm, "lift_elevator": e.CL, "pitch_elevator": e.Cm}


def lateral_derivatives(method: Method) -> dict[str, float]:
    """Derivatives with sideslip, roll rate, yaw rate, aileron and rudder; four of them grow with lift."""
    lift = [method(at).CL for at in CONDITIONS]
    b, p, r, a, d = (slopes(method, v) for v in ("beta", "roll_rate", "yaw_rate", "aileron", "rudder"))
    return {
        "side_sideslip": mean(b).CY,
        "side_roll_rate": mean(p).CY,
        "side_yaw_rate": mean(r).CY,
        "side_rudder": mean(d).CY,
        "roll_sideslip": mean(b).Cl,
        "roll_roll_rate": mean(p).Cl,
        "roll_yaw_rate_lift": per_lift(lift, [k.Cl for k in r]),
        "roll_aileron": mean(a).Cl,
        "roll_rudder": mean(d).Cl,
        "yaw_sideslip": mean(b).Cn,
        "yaw_roll_rate_lift": per_lift(lift, [k.Cn for k in p]),
        "yaw_yaw_rate": mean(r).Cn,
        "yaw_aileron_lift": per_lift(lift, [k.Cn for k in a]),
        "yaw_rudder": mean(d).Cn,
    }


def mean(slopes: list[Coefficients]) -> Coefficients:
    """Component-wise mean."""
    return Coefficients(*(float(np.mean(column)) for column in zip(*slopes, strict=True)))


def per_lift(lift: list[float], values: list[float]) -> float:
    """Least-squares factor k of values = k CL."""
    return float(np.dot(lift, values) / np.dot(lift, lift))
