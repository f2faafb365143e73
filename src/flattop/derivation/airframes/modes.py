"""Trim and natural modes of the closed form: small disturbances of straight flight [Etkin1996, ch. 4 to 6].

Coefficients by the catalogue's names; SI units and rad. Body axes, symmetric airframe, power-off thrust line ignored.
"""

import tomllib
from math import cos, pi, sin, sqrt, tan
from typing import NamedTuple

import numpy as np

from flattop.derivation.airframes.drawing import CATALOGUE
from flattop.quantities.constants import STANDARD_GRAVITY


class Body(NamedTuple):
    """What the modes need besides coefficients."""

    mass: float
    inertia_xx: float
    inertia_yy: float
    inertia_zz: float
    inertia_xz: float
    area: float
    span: float
    chord: float


class Trim(NamedTuple):
    """Level flight: angle of attack and elevator in rad."""

    alpha: float
    elevator: float
    lift: float


class Mode(NamedTuple):
    """A pair of eigenvalues by frequency (rad/s) and damping ratio, or a real one by its time constant (s)."""

    name: str
    frequency: float
    damping: float
    time_constant: float


def trim(k: dict, body: Body, speed: float, density: float, flap: float = 0.0) -> Trim:
    """Angle of attack and elevator for CL = m g / (q S) and Cm = 0, two linear equations."""
    CL = body.mass * STANDARD_GRAVITY / (0.5 * density * speed**2 * body.area)
    A = np.array([[k["lift_slope"], k["lift_elevator"]], [k["pitch_slope"], k["pitch_elevator"]]])
    rhs = [CL - k["lift_zero"] - k["lift_flap"] * flap, -k["pitch_zero"] - k["pitch_flap"] * flap]
    alpha, elevator = np.linalg.solve(A, rhs)
    return Trim(float(alpha), float(elevator), CL)


def longitudinal_matrix(k: dict, body: Body, speed: float, density: float, flap: float = 0.0) -> np.ndarray:
    """d(u, w, q, theta)/dt in stability axes; thrust constant [Etkin1996, eq. 4.9,18]."""
    m, S, c, V = body.mass, body.area, body.chord, speed
    Q, AR = 0.5 * density * V**2, body.span**2 / body.area
    CL = trim(k, body, speed, density, flap).lift
    CD = k["drag_zero"] + k["drag_flap"] * flap + CL**2 / (pi * AR * k["oswald"])
    CDa = 2 * CL * k["lift_slope"] / (pi * AR * k["oswald"])
    Xu, Xw = -2 * Q * S * CD / (m * V), Q * S * (CL - CDa) / (m * V)
    Zu, Zw = -2 * Q * S * CL / (m * V), -Q * S * (k["lift_slope"] + CD) / (m * V)
    Zq = -Q * S * c * k["lift_pitch_rate"] / (2 * m * V)
    Mw, Mq = (
        Q * S * c * k["pitch_slope"] / (body.inertia_yy * V),
        Q * S * c * c * k["pitch_rate"] / (2 * V * body.inertia_yy),
    )
    return np.array([[Xu, Xw, 0, -STANDARD_GRAVITY], [Zu, Zw, V + Zq, 0], [0, Mw, Mq, 0], [0, 0, 1, 0]])


def lateral_matrix(k: dict, body: Body, speed: float, density: float, flap: float = 0.0) -> np.ndarray:
    """d(beta, p, r, phi)/dt in body axes at the trim angle of attack [Etkin1996, eq. 4.9,19]."""
    V, t = speed, trim(k, body, speed, density, flap)
    a, CL, QS = t.alpha, t.lift, 0.5 * density * V**2 * body.area
    per_rate = np.array([1.0, body.span / (2 * V), body.span / (2 * V)])
    Y = QS / (body.mass * V) * per_rate * [k["side_sideslip"], k["side_roll_rate"], k["side_yaw_rate"]]
    roll = [k["roll_sideslip"] + k["roll_sideslip_lift"] * CL, k["roll_roll_rate"], k["roll_yaw_rate_lift"] * CL]
    yaw = [k["yaw_sideslip"], k["yaw_roll_rate_lift"] * CL, k["yaw_yaw_rate"]]
    J = np.array([[body.inertia_xx, -body.inertia_xz], [-body.inertia_xz, body.inertia_zz]])
    L, N = np.linalg.solve(J, QS * body.span * per_rate * np.array([roll, yaw]))
    side = [Y[0], Y[1] + sin(a), Y[2] - cos(a), STANDARD_GRAVITY / V * cos(a)]
    return np.array([side, [*L, 0.0], [*N, 0.0], [0.0, 1.0, tan(a), 0.0]])


def modes(k: dict, body: Body, speed: float, density: float, flap: float = 0.0) -> list[Mode]:
    """Short period, phugoid, dutch roll, roll subsidence, spiral, named by size of the eigenvalues."""
    along = sorted(np.linalg.eigvals(longitudinal_matrix(k, body, speed, density, flap)), key=abs, reverse=True)
    across = np.linalg.eigvals(lateral_matrix(k, body, speed, density, flap))
    turning = [e for e in across if abs(e.imag) > 1e-9]
    real = sorted((e for e in across if abs(e.imag) <= 1e-9), key=abs, reverse=True)
    pairs = [("short period", along[0]), ("phugoid", along[-1]), *(("dutch roll", e) for e in turning[:1])]
    return [pair(n, e) for n, e in pairs] + [single(n, e) for n, e in zip(("roll", "spiral"), real, strict=False)]


def pair(name: str, eigenvalue: complex) -> Mode:
    """A complex eigenvalue as natural frequency and damping ratio."""
    w = abs(eigenvalue)
    return Mode(name, w, -eigenvalue.real / w, float("nan"))


def single(name: str, eigenvalue: complex) -> Mode:
    """A real eigenvalue as time constant, s; negative means divergence."""
    return Mode(name, float("nan"), float("nan"), -1.0 / eigenvalue.real)


def stall_speed(lift_maximum: float, body: Body, density: float) -> float:
    """V_s = sqrt(2 m g / (rho S CLmax)), m/s."""
    return sqrt(2 * body.mass * STANDARD_GRAVITY / (density * body.area * lift_maximum))


def body_of(name: str) -> Body:
    """Mass and reference quantities of a catalogue airframe at its reference mass."""
    file = tomllib.loads((CATALOGUE / f"{name}.toml").read_text(encoding="utf-8"))
    mass, shape = file["mass"], file["geometry"]
    inertia = (mass[f"inertia_{axes}"]["value"] for axes in ("xx", "yy", "zz", "xz"))
    return Body(
        mass["reference_mass"]["value"], *inertia, *(shape[k]["value"] for k in ("wing_area", "span", "mean_chord"))
    )


def loaded(body: Body, mass: float) -> Body:
    """The body at another mass, radii of gyration kept."""
    f = mass / body.mass
    return body._replace(
        mass=mass,
        inertia_xx=f * body.inertia_xx,
        inertia_yy=f * body.inertia_yy,
        inertia_zz=f * body.inertia_zz,
        inertia_xz=f * body.inertia_xz,
    )
