"""Control surfaces: the two panels of a V-tail that serve as elevator and rudder, and the lag of their actuators."""

from typing import Annotated, NamedTuple

from flattop.quantities.elementary import clip, exponential
from flattop.quantities.kernel import physics


class Surfaces(NamedTuple):
    """Deflections as they are: tail panels (trailing edge down positive) and aileron."""

    tail_left: Annotated[float, "rad"]
    tail_right: Annotated[float, "rad"]
    aileron: Annotated[float, "rad"]


class SurfaceLimits(NamedTuple):
    """What the actuators can do."""

    tail: Annotated[float, "rad"]
    aileron: Annotated[float, "rad"]
    lag: Annotated[float, "s"]
    rate: Annotated[float, "rad/s"]


@physics
def elevator(surfaces):
    """The symmetric part of the panels' deflection, trailing edge down positive [rad]."""
    return 0.5 * (surfaces.tail_left + surfaces.tail_right)


@physics
def rudder(surfaces):
    """The antisymmetric part of the panels' deflection, nose right positive [rad]."""
    return 0.5 * (surfaces.tail_right - surfaces.tail_left)


@physics
def surface_after(position, command, limit, limits, duration):
    """Deflection after a time under a first-order lag with a rate limit, the command held.

    x1 = x0 + clip((command - x0) (1 - exp(-h/lag)), +-rate h)    the solution of x' = (command - x)/lag, x' limited
    """
    share, reach = 1.0 - exponential(-duration / limits.lag), limits.rate * duration
    return position + clip((clip(command, -limit, limit) - position) * share, -reach, reach)


@physics
def surfaces_after(s, elevator_command, rudder_command, aileron_command, limits, duration):
    """Deflections after a time; the panels mix elevator and rudder, and each saturates by itself."""
    return Surfaces(
        surface_after(s.tail_left, elevator_command - rudder_command, limits.tail, limits, duration),
        surface_after(s.tail_right, elevator_command + rudder_command, limits.tail, limits, duration),
        surface_after(s.aileron, aileron_command, limits.aileron, limits, duration),
    )
