"""Dryden turbulence near the ground, in the low-altitude form of MIL-F-8785C, with rotary gusts [MILF8785C, sec. 3.7].

The filters march by frames of fixed length with exact decay; gust components along the wind, across it and down. White noise of unit
variance is the caller's, one number for each component and frame.
"""

import math
from typing import Annotated, NamedTuple

from flattop.quantities.constants import FOOT
from flattop.quantities.elementary import clip, exponential, logarithm
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3


class Turbulence(NamedTuple):
    """Memory of the filters; unit variance each but for the coloured second stages."""

    along: Annotated[float, "1"]
    across: Annotated[float, "1"]
    across_lagged: Annotated[float, "1"]
    down: Annotated[float, "1"]
    down_lagged: Annotated[float, "1"]
    roll: Annotated[float, "1"]
    pitch: Annotated[float, "m/s"]
    yaw: Annotated[float, "m/s"]


class TurbulenceScales(NamedTuple):
    """Intensities and lengths of turbulence at a height."""

    sigma_horizontal: Annotated[float, "m/s"]
    sigma_down: Annotated[float, "m/s"]
    length_horizontal: Annotated[float, "m"]
    length_down: Annotated[float, "m"]


class Gust(NamedTuple):
    """Turbulent velocity: along the mean wind, to its right and down; and rates felt about the body's axes."""

    velocity: Annotated[Vec3, "m/s"]
    rate_B: Annotated[Vec3, "rad/s"]


@physics
def turbulence_scales(height, wind_at_20_feet):
    """Intensities and scale lengths below 1000 ft.

        L_w = h,  L_u = L_v = h / (0.177 + 0.000823 h)^1.2,  s_w = 0.1 W20,  s_u = s_v = s_w / (0.177 + 0.000823 h)^0.4
                                                               [MILF8785C, figs. 10 and 11, pp. 55-56], h in feet

    height           above the surface [m], held within 10 .. 1000 ft
    wind_at_20_feet  W20               [m/s]
    """
    h = clip(height / FOOT, 10.0, 1000.0)
    log_shape = logarithm(0.177 + 0.000823 * h)
    sigma = 0.1 * wind_at_20_feet
    return TurbulenceScales(
        sigma * exponential(-0.4 * log_shape), sigma, h * FOOT * exponential(-1.2 * log_shape), h * FOOT
    )  # fmt: skip


@physics
def first_order(x, noise, decay):
    """Unit-variance Markov process a frame later: e x + sqrt(1 - e^2) n    exact."""
    return decay * x + math.sqrt(1.0 - decay * decay) * noise


@physics
def lagged(y, x_old, x_new, decay):
    """First-order lag driven by a process that is taken straight over the frame."""
    return decay * y + (1.0 - decay) * 0.5 * (x_old + x_new)


@physics
def dryden_transverse(x, x_lagged):
    """Second-order Dryden form of unit variance from a Markov process and its lag.

    (1 + sqrt3 T s)/(1 + T s)^2 = sqrt3/(1 + T s) + (1 - sqrt3)/(1 + T s)^2, times 1/sqrt2    own derivation, docs/theory/turbulence
    """
    return 0.7071067811865476 * (1.7320508075688772 * x - 0.7320508075688772 * x_lagged)


@physics
def turbulence_after(t, noise, roll_noise, scales, airspeed, span, duration):
    """Memory of the filters a frame later.

    noise       independent standard normal numbers for along, across, down    `Vec3`
    roll_noise  another one
    airspeed    at which the frozen field is crossed                            [m/s]

    Rotary gusts: tau_p = L_p/V with L_p = sqrt(L_w b)/2.6; q from w over 4b/(pi V), r from v over 3b/(pi V)   [Yeager1998, eqs. 33-35].
    """
    V = max(airspeed, 5.0)
    fast = exponential(-duration * V / scales.length_horizontal)
    slow = exponential(-duration * V / scales.length_down)
    roll = exponential(-2.6 * duration * V / math.sqrt(scales.length_down * span))
    pitch = exponential(-0.25 * math.pi * duration * V / span)
    yaw = exponential(-math.pi / 3.0 * duration * V / span)
    across, down = first_order(t.across, noise.y, fast), first_order(t.down, noise.z, slow)
    across_lagged = lagged(t.across_lagged, t.across, across, fast)
    down_lagged = lagged(t.down_lagged, t.down, down, slow)
    w = 0.5 * (dryden_transverse(t.down, t.down_lagged) + dryden_transverse(down, down_lagged))
    v = 0.5 * (dryden_transverse(t.across, t.across_lagged) + dryden_transverse(across, across_lagged))
    return Turbulence(
        along=first_order(t.along, noise.x, fast),
        across=across,
        across_lagged=across_lagged,
        down=down,
        down_lagged=down_lagged,
        roll=first_order(t.roll, roll_noise, roll),
        pitch=pitch * t.pitch + (1.0 - pitch) * scales.sigma_down * w,
        yaw=yaw * t.yaw + (1.0 - yaw) * scales.sigma_horizontal * v,
    )


@physics
def gust(t, scales, airspeed, span):
    """Gust velocity and rotary gust from the filters' memory.

        sigma_p = 1.9 sigma_w / sqrt(L_w b);  q_g = -(pi/4b) high-passed w_g,  r_g = -(pi/3b) high-passed v_g    [Yeager1998]

    Signs are those of the air's own rotation, q_g = -dw_g/dx and, flying into the wind, whose right is the aircraft's left,
    r_g = -dv_g/dx (docs/theory/turbulence).
    """
    u = scales.sigma_horizontal * t.along
    v = scales.sigma_horizontal * dryden_transverse(t.across, t.across_lagged)
    w = scales.sigma_down * dryden_transverse(t.down, t.down_lagged)
    roll_rate = 1.9 * scales.sigma_down / math.sqrt(scales.length_down * span) * t.roll
    pitch_rate = -math.pi / (4.0 * span) * (w - t.pitch)
    yaw_rate = -math.pi / (3.0 * span) * (v - t.yaw)
    return Gust(Vec3(u, v, w), Vec3(roll_rate, pitch_rate, yaw_rate))
