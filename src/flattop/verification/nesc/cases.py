"""NASA's atmospheric check cases 1 to 10 for simulations of six degrees of freedom, as data [Jackson2015].

Their feet, slugs and degrees are turned to SI here and nowhere else. Names of columns are those of NASA's files.
"""

import math
from typing import NamedTuple

from flattop.physics.body.earth import ROUND_EARTH, STILL_EARTH, WGS84_EARTH, Earth
from flattop.physics.body.rigid_body import Inertia
from flattop.quantities.constants import FOOT
from flattop.quantities.vectors import Vec3

POUND_FORCE = 4.4482216152605  # [N], exact
SLUG = POUND_FORCE / FOOT  # [kg]
RANKINE = 5.0 / 9.0  # [K]
DEGREE = math.pi / 180.0

UNITS = {
    "ft": FOOT, "ft/s": FOOT, "ft/s2": FOOT, "deg": DEGREE, "deg/s": DEGREE, "slug/ft3": SLUG / FOOT**3,
    "lbf/ft2": POUND_FORCE / FOOT**2, "degR": RANKINE, "lbf": POUND_FORCE, "ft lbf": POUND_FORCE * FOOT, "1": 1.0,
}  # fmt: skip
"""What one of each unit of the files is in SI."""

COLUMNS = {
    "altitudeMsl_ft": "ft", "longitude_deg": "deg", "latitude_deg": "deg",
    "feVelocity_ft_s_X": "ft/s", "feVelocity_ft_s_Y": "ft/s", "feVelocity_ft_s_Z": "ft/s",
    "eulerAngle_deg_Yaw": "deg", "eulerAngle_deg_Pitch": "deg", "eulerAngle_deg_Roll": "deg",
    "bodyAngularRateWrtEi_deg_s_Roll": "deg/s", "bodyAngularRateWrtEi_deg_s_Pitch": "deg/s",
    "bodyAngularRateWrtEi_deg_s_Yaw": "deg/s", "localGravity_ft_s2": "ft/s2", "speedOfSound_ft_s": "ft/s",
    "airDensity_slug_ft3": "slug/ft3", "ambientPressure_lbf_ft2": "lbf/ft2", "ambientTemperature_dgR": "degR",
    "aero_bodyForce_lbf_X": "lbf", "aero_bodyForce_lbf_Y": "lbf", "aero_bodyForce_lbf_Z": "lbf",
    "aero_bodyMoment_ftlbf_L": "ft lbf", "aero_bodyMoment_ftlbf_M": "ft lbf", "aero_bodyMoment_ftlbf_N": "ft lbf",
    "mach": "1", "dynamicPressure_lbf_ft2": "lbf/ft2",
}  # fmt: skip
"""Columns of NASA's files that are compared, with their units."""


class Shape(NamedTuple):
    """What the air does to a body: drag, and damping of its rotation."""

    area: float
    drag: float = 0.0
    span: float = 0.0
    chord: float = 0.0
    damping: float = 0.0


class CheckCase(NamedTuple):
    """One of NASA's cases: Earth, body, wind and start; SI throughout."""

    number: int
    title: str
    earth: Earth
    body: Inertia
    shape: Shape
    height: float
    velocity: Vec3 = Vec3(0.0, 0.0, 0.0)
    """North, east and down."""
    heading: float = 0.0
    rate: Vec3 | None = Vec3(0.0, 0.0, 0.0)
    """In B, with respect to inertial space; None: at rest with respect to the Earth."""
    wind_east: float = 0.0
    """At sea level [m/s]."""
    wind_shear: float = 0.0
    """Change of the eastward wind with height [1/s]."""

    @property
    def name(self):
        """The case as the table names it."""
        return f"{self.number:02d} {self.title}"


def _inertia(mass, xx, yy, zz):
    unit = SLUG * FOOT**2
    return Inertia(mass * SLUG, xx * unit, yy * unit, zz * unit, 0.0)


BALL, BRICK = _inertia(1.0, 3.6, 3.6, 3.6), _inertia(0.155404754, 0.00189422, 0.006211019, 0.007194665)
SMOOTH, CANNONBALL = Shape(0.1963495 * FOOT**2), Shape(0.1963495 * FOOT**2, drag=0.1)
FREE_BRICK = Shape(0.22222 * FOOT**2, span=0.33333 * FOOT, chord=0.66667 * FOOT)
DAMPED_BRICK = FREE_BRICK._replace(damping=-1.0)
TUMBLING = Vec3(10.0 * DEGREE, 20.0 * DEGREE, 30.0 * DEGREE)
HIGH = 30_000.0 * FOOT
UPWARD = -1000.0 * FOOT

CASES = (
    CheckCase(1, "dropped sphere without drag", WGS84_EARTH, BALL, SMOOTH, HIGH),
    CheckCase(2, "tumbling brick", WGS84_EARTH, BRICK, FREE_BRICK, HIGH, rate=TUMBLING),
    CheckCase(3, "tumbling brick with damping", WGS84_EARTH, BRICK, DAMPED_BRICK, HIGH, rate=TUMBLING),
    CheckCase(4, "dropped sphere, round still Earth", STILL_EARTH, BALL, CANNONBALL, HIGH, rate=TUMBLING),
    CheckCase(5, "dropped sphere, round turning Earth", ROUND_EARTH, BALL, CANNONBALL, HIGH, rate=TUMBLING),
    CheckCase(6, "dropped sphere, ellipsoidal Earth", WGS84_EARTH, BALL, CANNONBALL, HIGH),
    CheckCase(7, "dropped sphere, steady wind", WGS84_EARTH, BALL, CANNONBALL, HIGH, wind_east=20.0 * FOOT),
    CheckCase(8, "dropped sphere, wind shear", WGS84_EARTH, BALL, CANNONBALL, HIGH,
              wind_east=-20.0 * FOOT, wind_shear=90.0 * FOOT / HIGH),
    CheckCase(9, "cannonball fired east", WGS84_EARTH, BALL, CANNONBALL, 0.0,
              Vec3(0.0, -UPWARD, UPWARD), 90.0 * DEGREE, None),
    CheckCase(10, "cannonball fired north", WGS84_EARTH, BALL, CANNONBALL, 0.0, Vec3(-UPWARD, 0.0, UPWARD), 0.0, None),
)  # fmt: skip
