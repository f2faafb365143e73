"""Roll damping that potential flow lacks: friction, eddies, bilge keels and hull lift (Kawahara2009; Himeno1981).

A check on the catalogue's roll damping, which the response files use as it stands. Lengths in m, roll about the centre
of gravity, OG its depth below the waterline (negative above). Fitted for Cb 0.5..0.85, B/d 2.5..4.5, Cm 0.9..0.99,
OG/d -1.5..0.2, bilge keels of 0.01..0.06 B by 0.05..0.4 L; some hulls here are finer or flatter, so an estimate.
"""

from typing import NamedTuple

import numpy as np

from flattop.derivation.ships.hull import HullForm
from flattop.quantities.constants import STANDARD_GRAVITY

VISCOSITY = 1.19e-6
"""Kinematic, of sea water at 15 degrees Celsius, m2/s [ITTC2011]."""


class BilgeKeels(NamedTuple):
    """Bilge keels as shares of the hull (estimate: usual sizes)."""

    breadth: float = 0.02  # over hull breadth
    length: float = 0.30  # over hull length


class Rolling(NamedTuple):
    """A harmonic roll."""

    amplitude: float  # rad
    frequency: float  # rad/s
    speed: float  # of the ship, m/s


def damping_fraction(
    form: HullForm, gravity_z: float, metacentric_height: float, roll: Rolling, keels: BilgeKeels, density: float
) -> float:
    """Fraction of critical damping that friction, eddies, bilge keels and lift add at the natural frequency of roll.

    zeta = B44 w/(2 rho g V GM),   B44 = B44^ rho V B^2 sqrt(2 g/B)                          [Kawahara2009, eq. 17]
    gravity_z: height of the centre of gravity above the waterline, m.
    """
    scale = density * form.volume * form.breadth**2 * np.sqrt(2 * STANDARD_GRAVITY / form.breadth)
    arguments = form, -gravity_z, roll
    viscous = friction(*arguments) + eddies(*arguments) + bilge_keels(*arguments, keels)
    moment = viscous * scale + hull_lift(form, -gravity_z, roll.speed, density)
    return float(moment * roll.frequency / (2 * density * STANDARD_GRAVITY * form.volume * metacentric_height))


def reduced_frequency(form: HullForm, frequency: float) -> float:
    """Frequency w sqrt(B/2g) [Kawahara2009, eq. 18]."""
    return frequency * np.sqrt(form.breadth / (2 * STANDARD_GRAVITY))


def friction(form: HullForm, OG: float, roll: Rolling) -> float:
    """Reduced damping by skin friction [Kawahara2009, eqs 20-23]."""
    L, B, d, Cb = form.length, form.breadth, form.draught, form.block
    radius = ((0.887 + 0.145 * Cb) * (1.7 * d + Cb * B) - 2 * OG) / np.pi
    area = L * (1.75 * d + Cb * B)
    period = 2 * np.pi / roll.frequency
    drag = 1.328 / np.sqrt(3.22 * radius**2 * roll.amplitude**2 / (period * VISCOSITY))
    moment = 4 / (3 * np.pi) * area * radius**3 * roll.amplitude * roll.frequency * drag
    return moment / (form.volume * B**2) * np.sqrt(B / (2 * STANDARD_GRAVITY))


def eddies(form: HullForm, OG: float, roll: Rolling) -> float:
    """Reduced damping by eddies from the bare hull [Kawahara2009, eq. 31]."""
    x1, x2, x3, x4 = form.breadth / form.draught, form.block, form.midship, OG / form.draught
    w = reduced_frequency(form, roll.frequency)
    a = (-0.0182 * x2 + 0.0155) * (x1 - 1.8) ** 3
    a += -79.414 * x2**4 + 215.695 * x2**3 - 215.883 * x2**2 + 93.894 * x2 - 14.848
    b1 = (0.9717 * x2**2 - 1.55 * x2 + 0.723) * x4 + 0.04567 * x2 + 0.9408
    b1 *= (3.98 * x2 - 5.1525) * (-0.2 * x1 + 1.6) * x4
    b2 = (0.25 * x4 + 0.95) * x4 - 219.2 * x2**3 + 443.7 * x2**2 - 283.3 * x2 + 59.6
    b3 = -15 * x2 * x1 + 46.5 * x2 + 11.2 * x1 - 28.6
    return 4 * w * roll.amplitude / (3 * np.pi * x2 * x1**3) * a * np.exp(b1 + b2 * x3**b3)


def bilge_keels(form: HullForm, OG: float, roll: Rolling, keels: BilgeKeels) -> float:
    """Reduced damping by bilge keels [Kawahara2009, eq. 38]; the amplitude enters in degrees."""
    x1, x2, x3, x4 = form.breadth / form.draught, form.block, form.midship, OG / form.draught
    x5, x6, x7 = np.degrees(roll.amplitude), keels.breadth, keels.length
    f1 = (-0.3651 * x2 + 0.3907) * (x1 - 2.83) ** 2 - 2.21 * x2 + 2.632
    f2 = 0.00255 * x5**2 + 0.122 * x5 + 0.4794
    f3 = (-0.8913 * x6**2 - 0.0733 * x6) * x7**2 + (5.2857 * x6**2 - 0.01185 * x6 + 0.00189) * x7
    b1 = (5.0 * x6 + 0.3 * x1 - 0.2 * x7 + 0.00125 * x5**2 - 0.0425 * x5 - 1.86) * x4
    b2 = -15.0 * x6 + 1.2 * x2 - 0.1 * x1 - 0.0657 * x4**2 + 0.0586 * x4 + 1.6164
    b3 = 2.5 * x4 + 15.75
    return f1 * f2 * f3 * np.exp(b1 + b2 * x3**b3) * reduced_frequency(form, roll.frequency)


def hull_lift(form: HullForm, OG: float, speed: float, density: float) -> float:
    """Damping by the hull's lift at speed, N m s [Himeno1981, sec. 3].

    B_L = rho/2 L d U k_N l0 lR [1 - 1.4 OG/lR + 0.7 OG^2/(l0 lR)],   l0 = 0.3 d, lR = 0.5 d
    """
    L, B, d = form.length, form.breadth, form.draught
    fullness = float(np.interp(form.midship, [0.92, 0.97, 0.99], [0.0, 0.1, 0.3]))
    slope = 2 * np.pi * d / L + fullness * (4.1 * B / L - 0.045)
    l0, lR = 0.3 * d, 0.5 * d
    return density / 2 * L * d * speed * slope * l0 * lR * (1 - 1.4 * OG / lR + 0.7 * OG**2 / (l0 * lR))
