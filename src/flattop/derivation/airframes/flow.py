"""One flow state of an airframe and the six coefficients it answers with: the common language of all methods."""

from typing import Any, NamedTuple


class Flow(NamedTuple):
    """Angles and deflections in rad, rates as p b/2V, q c/2V, r b/2V; flap 0..1; signs as in the catalogue.

    The angle of attack may be an array for the build-up.
    """

    alpha: Any = 0.0
    beta: float = 0.0
    roll_rate: float = 0.0
    pitch_rate: float = 0.0
    yaw_rate: float = 0.0
    elevator: float = 0.0
    rudder: float = 0.0
    aileron: float = 0.0
    flap: float = 0.0


class Coefficients(NamedTuple):
    """Lift and drag in wind axes, side force and moments in body axes, about the reference centre of gravity."""

    CL: float
    CD: float
    CY: float
    Cl: float
    Cm: float
    Cn: float
