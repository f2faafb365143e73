"""The air disturbed by the ship: a steady burble, its swing with the ship's pitching, and random wake turbulence.

The carrier burble of MIL-F-8785C is known in formula, but its two graphs (steady burble; intensity and time constant of
the random part) were not at hand [MILF8785C, sec. 3.7.4]. Shapes here are parametric and their sizes are settings with
wide declared ranges: the weakest of the public knowledge Flattop rests on. A gridded airwake of a user's own, on a uniform
grid around the ship, takes the place of the parametric burble and of its random part.
"""

import math
from typing import Annotated, NamedTuple

from flattop.quantities.constants import FOOT
from flattop.quantities.elementary import clip, exponential, sine_and_cosine
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3

WAKE_CONVECTION = 0.85  # speed of the wake as a share of the wind over deck [1], MIL-F-8785C sec. 3.7.4 (as recalled)
RANDOM_TIME = 3.33  # time constant of the random wake [s], MIL-F-8785C sec. 3.7.4 (as recalled)


class Airwake(NamedTuple):
    """Settings of a ship's airwake."""

    deficit: Annotated[float, "1"]
    length: Annotated[float, "m"]
    upwash: Annotated[float, "1"]
    turbulence: Annotated[float, "1"]
    stern_x: Annotated[float, "m"]
    bow_x: Annotated[float, "m"]
    half_width: Annotated[float, "m"]
    deck_height: Annotated[float, "m"]
    pitch_amplitude: Annotated[float, "rad"]
    pitch_frequency: Annotated[float, "rad/s"]


class WakeTurbulence(NamedTuple):
    """Memory of the random wake: along the wind over deck, across it, down; unit variance."""

    along: Annotated[float, "1"]
    across: Annotated[float, "1"]
    down: Annotated[float, "1"]


@physics
def downwind(position_N, wake, wind_x, wind_y):
    """Distance behind the stern along the wind over deck, distance aside of the wake's middle, height over the deck [m].

    wind_x, wind_y  unit vector the wind over deck blows to, in N
    """
    x, y = position_N.x - wake.stern_x, position_N.y
    return x * wind_x + y * wind_y, -x * wind_y + y * wind_x, -position_N.z - wake.deck_height


@physics
def wake_breadth(aside, height, wake):
    """Fading of the wake to the sides and above: 1 in the middle, Gaussian over the ship's half width and deck height [1]."""
    a, h = aside / (1.5 * wake.half_width), max(height, 0.0) / (0.75 * wake.deck_height)
    return exponential(-min(a * a + h * h, 20.0))


@physics
def burble_shape(distance, length):
    """Growth and decay of the burble behind the stern: (d/L) exp(1 - d/L), one at d = L, nothing ahead of the stern [1]."""
    r = clip(distance / length, 0.0, 15.0)
    return r * exponential(1.0 - r)


@physics
def steady_burble(position_N, wind_speed, wind_x, wind_y, wake):
    """Mean disturbance of the wind behind the ship, along the wind over deck and down [m/s].

        u = -k_u V f(d/L),   w = k_w V (f(d/L) - f(d/(3 L)))       sink first, then upwash further aft     [estimate]

    Shape own derivation (docs/theory/airwake): lift is least within 100 m of the stern [Aerospace2025].
    """
    d, aside, height = downwind(position_N, wake, wind_x, wind_y)
    near, far = burble_shape(d, wake.length), burble_shape(d, 3.0 * wake.length)
    g = wake_breadth(aside, height, wake) * wind_speed
    return -wake.deficit * near * g, wake.upwash * (near - far) * g


@physics
def periodic_burble(position_N, wind_speed, airspeed, time, phase, wake):
    """Swing of the wake with the ship's pitching, along the wind over deck and down [m/s].

        u3 = th V (2.22 + 0.0009 X) C,  w3 = th V (4.98 + 0.0018 X) C                   X in feet, negative aft
        C = cos(wp (t (1 + (Va - V)/(0.85 V)) + X/(0.85 V)) + P)                        [MILF8785C, sec. 3.7.4, as recalled]

    Zero ahead of the centre of pitch, aft of 2236 ft (u) and 2536 ft (w), and where the wind over deck is below 1 m/s.
    """
    X = position_N.x / FOOT
    V = max(wind_speed, 1.0) / FOOT
    convection = WAKE_CONVECTION * V
    lead = time * (1.0 + (airspeed / FOOT - V) / convection) + X / convection
    _, C = sine_and_cosine(clip(wake.pitch_frequency * lead + phase, -1e4, 1e4))
    swing = wake.pitch_amplitude * wind_speed * C if wind_speed > 1.0 else 0.0
    u = swing * (2.22 + 0.0009 * X) if X < 0.0 and X > -2236.0 else 0.0
    w = swing * (4.98 + 0.0018 * X) if X < 0.0 and X > -2536.0 else 0.0
    return u, w


@physics
def wake_turbulence_after(t, noise, duration):
    """Memory of the random wake a frame later: Markov processes of 3.33 s [MILF8785C, sec. 3.7.4, as recalled]."""
    e = exponential(-duration / RANDOM_TIME)
    n = math.sqrt(1.0 - e * e)
    return WakeTurbulence(e * t.along + n * noise.x, e * t.across + n * noise.y, e * t.down + n * noise.z)


@physics
def random_intensity(position_N, wind_speed, wind_x, wind_y, wake):
    """Standard deviation of the random wake [m/s]: over the deck and fading over six burble lengths behind it."""
    d, aside, height = downwind(position_N, wake, wind_x, wind_y)
    behind = exponential(-clip(d / (6.0 * wake.length), 0.0, 15.0))
    ahead = clip(1.0 + (wake.bow_x - wake.stern_x + d) / 20.0, 0.0, 1.0)
    return wake.turbulence * wind_speed * behind * ahead * wake_breadth(aside, height, wake)


@physics
def cell_of(position, origin, spacing, count):
    """Lower corner of the grid cell a coordinate lies in, and its share of the cell; the share is -1 outside, and for no number."""
    s = (position - origin) / spacing
    inside = s >= 0.0 and s <= count - 1.0
    i = clip(math.floor(s), 0.0, count - 2.0) if inside else 0.0
    return int(i), s - i if inside else -1.0


@physics
def gridded(position_N, wind_speed, turbulence, values, origin, spacing):
    """Disturbance of the wind on a grid around the ship, trilinear; nothing outside the grid [m/s].

    values   (x, y, z, 4): mean along x, y, z and rms turbulence, shares of the wind over deck
    origin   first x, y, z [m];  spacing  along them [m]
    """
    i, a = cell_of(position_N.x, origin[0], spacing[0], values.shape[0])
    j, b = cell_of(position_N.y, origin[1], spacing[1], values.shape[1])
    k, c = cell_of(position_N.z, origin[2], spacing[2], values.shape[2])
    inside = a >= 0.0 and b >= 0.0 and c >= 0.0
    u = v = w = s = 0.0
    for corner in range(8):
        p, q, r = corner & 1, (corner >> 1) & 1, corner >> 2
        weight = (a if p == 1 else 1.0 - a) * (b if q == 1 else 1.0 - b) * (c if r == 1 else 1.0 - c)
        u += weight * values[i + p, j + q, k + r, 0]
        v += weight * values[i + p, j + q, k + r, 1]
        w += weight * values[i + p, j + q, k + r, 2]
        s += weight * values[i + p, j + q, k + r, 3]
    V = wind_speed if inside else 0.0
    t = turbulence
    return Vec3(V * (u + s * t.along), V * (v + s * t.across), V * (w + s * t.down))


@physics
def airwake_N(position_N, wind_over_deck_N, airspeed, time, phase, turbulence, wake):
    """Disturbance of the wind by the ship in N [m/s].

    position_N        of the aircraft relative to the ship's mean reference point     [m]
    wind_over_deck_N  mean wind at deck height seen from the ship                     [m/s]
    phase             of the wake's swing against the ship's pitching                 [rad]
    """
    V = math.sqrt(wind_over_deck_N.x * wind_over_deck_N.x + wind_over_deck_N.y * wind_over_deck_N.y)
    wx, wy = wind_over_deck_N.x / max(V, 0.1), wind_over_deck_N.y / max(V, 0.1)
    u2, w2 = steady_burble(position_N, V, wx, wy, wake)
    u3, w3 = periodic_burble(position_N, V, airspeed, time, phase, wake)
    s = random_intensity(position_N, V, wx, wy, wake)
    u, v, w = u2 + u3 + s * turbulence.along, s * turbulence.across, w2 + w3 + s * turbulence.down
    return Vec3(u * wx - v * wy, u * wy + v * wx, w)
