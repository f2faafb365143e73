"""What the autopilot knows: relative position with bias, noise, latency and rate; air data; attitude.

No source describes the sensors of the aircraft in question; the model is that of a relative satellite or radar fix fused with inertial
sensors, and its numbers are settings with ranges.
"""

import math
from typing import Annotated, NamedTuple

from flattop.quantities.elementary import exponential
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3


class Navigation(NamedTuple):
    """Errors of the sensors: of one flight (bias) and of each moment (noise, correlated over a time)."""

    position_bias: Annotated[Vec3, "m"]
    position_noise: Annotated[float, "m"]
    height_noise: Annotated[float, "m"]
    noise_time: Annotated[float, "s"]
    latency: Annotated[float, "s"]
    latency_known: Annotated[float, "s"]
    interval: Annotated[float, "s"]
    airspeed_bias: Annotated[float, "m/s"]
    airspeed_noise: Annotated[float, "m/s"]
    attitude_bias: Annotated[Vec3, "rad"]


class NavigationState(NamedTuple):
    """Correlated noise (unit variance), the last fix, and how long ago it was taken."""

    noise: Annotated[Vec3, "1"]
    airspeed_noise: Annotated[float, "1"]
    fix_N: Annotated[Vec3, "m"]
    fix_velocity_N: Annotated[Vec3, "m/s"]
    fix_age: Annotated[float, "s"]


@physics
def navigation_after(s, position_N, velocity_N, noise, airspeed_noise, n, duration):
    """Sensors a frame later: a new fix when the interval has passed, otherwise the old one, older.

    A fix taken now shows the position `latency` ago: p(t - T) = p - T v, to first order; the error T^2 a/2 is below 3 cm for
    0.1 s and 0.5 g.
    """
    e = exponential(-duration / n.noise_time)
    k = math.sqrt(1.0 - e * e)
    walk = e * s.noise + k * noise
    is_due = s.fix_age + duration >= n.interval - 1e-9
    error_N = n.position_bias + Vec3(n.position_noise * walk.x, n.position_noise * walk.y, n.height_noise * walk.z)
    fix_N = position_N - n.latency * velocity_N + error_N
    old, oldv = s.fix_N, s.fix_velocity_N
    return NavigationState(
        noise=walk,
        airspeed_noise=e * s.airspeed_noise + k * airspeed_noise,
        fix_N=Vec3(
            fix_N.x if is_due else old.x,
            fix_N.y if is_due else old.y,
            fix_N.z if is_due else old.z,
        ),
        fix_velocity_N=Vec3(
            velocity_N.x if is_due else oldv.x,
            velocity_N.y if is_due else oldv.y,
            velocity_N.z if is_due else oldv.z,
        ),
        fix_age=0.0 if is_due else s.fix_age + duration,
    )


@physics
def known_position_N(s, n):
    """Position as the autopilot takes it: the last fix carried on with the velocity of then [m].

    It carries on over the age of the fix and the latency it believes in; what the true latency differs by is left as an error.
    """
    return s.fix_N + (s.fix_age + n.latency_known) * s.fix_velocity_N


@physics
def known_airspeed(true_airspeed, s, n):
    """Airspeed the air-data sensor shows [m/s]."""
    return true_airspeed + n.airspeed_bias + n.airspeed_noise * s.airspeed_noise
