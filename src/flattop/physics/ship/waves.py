"""The sea: wave spectra, directional spreading, deep-water waves and the frequency at which a moving ship meets them."""

import math

from flattop.quantities.constants import STANDARD_GRAVITY


def bretschneider_density(frequency, significant_height, modal_period):
    """Variance density of a sea by Bretschneider's two-parameter spectrum [m2 s].

        S(w) = (5/16) Hs^2 wp^4 w^-5 exp(-(5/4) (wp/w)^4)         [Bretschneider1959; Fossen2021, ch. 10]

    frequency           w, angular frequency                       [rad/s]   > 0
    significant_height  Hs, four times the standard deviation      [m]       >= 0
    modal_period        2 pi/wp, at the peak of the spectrum       [s]       > 0
    """
    w, wp = frequency, 2.0 * math.pi / modal_period
    r = (wp / w) ** 4
    return 0.3125 * significant_height**2 * r / w * math.exp(-1.25 * r)


def jonswap_density(frequency, significant_height, modal_period, peakedness):
    """Variance density of a fetch-limited sea [m2 s].

        S(w) = (1 - 0.287 ln g) S_B(w) g^exp(-(w - wp)^2 / (2 s^2 wp^2)),  s = 0.07 below wp, 0.09 above
                                                                  [Hasselmann1973; Fossen2021, ch. 10]

    peakedness  g, 1 gives Bretschneider's spectrum, 3.3 the mean of the North Sea experiment [1], 1 .. 7
    """
    w, wp = frequency, 2.0 * math.pi / modal_period
    s = 0.07 if w <= wp else 0.09
    peak = peakedness ** math.exp(-((w - wp) ** 2) / (2.0 * (s * wp) ** 2))
    return (1.0 - 0.287 * math.log(peakedness)) * bretschneider_density(w, significant_height, modal_period) * peak


def spreading_density(angle, exponent):
    """Share of the energy per radian that travels at an angle to the mean direction [1/rad].

        D(m) = G(n/2 + 1) / (sqrt(pi) G(n/2 + 1/2)) cos^n m,  |m| <= pi/2      n = 2: (2/pi) cos^2 m

    angle     m, from the mean direction                           [rad]
    exponent  n, 2 for an open sea, larger for narrower seas       [1]   > 0
    """
    if abs(angle) >= 0.5 * math.pi:
        return 0.0
    norm = math.gamma(0.5 * exponent + 1.0) / (math.sqrt(math.pi) * math.gamma(0.5 * exponent + 0.5))
    return norm * math.cos(angle) ** exponent


def wave_number(frequency):
    """Wave number of a deep-water wave [rad/m]: k = w^2/g    [Fossen2021, ch. 10]."""
    return frequency * frequency / STANDARD_GRAVITY


def encounter_frequency(frequency, ship_speed, wave_to):
    """Frequency at which a ship meets a wave [rad/s], negative when it overtakes the wave.

    we = w - k U cos(m)                                            [Fossen2021, ch. 10]

    wave_to  m, direction the wave travels to, from the bow: 0 following, pi head sea [rad]
    """
    return frequency - wave_number(frequency) * ship_speed * math.cos(wave_to)
