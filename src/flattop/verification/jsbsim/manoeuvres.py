"""Open-loop flights that two programs can fly alike: where they begin, and what the sticks do over time.

Sticks are read fifty times a second, as the engine reads its pilot; both hold them in between.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from flattop.engine.begin.deck import settled_stroke
from flattop.engine.frame.motion import GRAVITY_N
from flattop.engine.trim import FlightCase, Trim, trim
from flattop.physics.air import atmosphere
from flattop.physics.body import propulsion
from flattop.quantities.vectors import Vec3
from flattop.scenario.scenario import recovery_mass

FRAME = 0.02  # [s]
HEIGHT = 300.0
"""Of the flights in the air: high enough that the ground's effect is a millionth [m]."""
STILL = Vec3(0.0, 0.0, 0.0)
GUST, GUST_TIME, GUST_START = 3.0, 1.0, 1.0
"""Greatest speed of the gust, how long it lasts and when it comes [m/s], [s], [s]."""
DROP, RUNWAY_HEIGHT = 0.3, 0.5
"""Free fall of the wheels before they touch; height of the catalogue's runway over the sea [m]."""
CLIMB_PITCH = math.radians(8.0)
"""Held after the rotation."""
SPEED_FACTORS = (1.2, 1.35, 1.5)
"""Speeds of the trims over the stall speed."""

QUANTITIES = (
    "bank", "pitch", "heading", "roll rate", "pitch rate", "yaw rate", "airspeed", "angle of attack", "sideslip",
    "height", "distance", "offset", "nose load", "left load", "right load",
)  # fmt: skip
"""What is noted of a flight, in SI; loads are the greatest since the note before."""
BANK, PITCH, HEADING, PITCH_RATE, AIRSPEED, OFFSET = (
    QUANTITIES.index(name) for name in ("bank", "pitch", "heading", "pitch rate", "airspeed", "offset")
)


class Stick(NamedTuple):
    """What is asked for, in Flattop's signs, and the wind."""

    elevator: float
    """[rad]"""
    aileron: float
    """[rad]"""
    rudder: float
    """[rad]"""
    power: float
    """Share of the power available."""
    flap: float
    steering: float = 0.0
    """[rad]"""
    wind_N: Vec3 = STILL
    """[m/s]"""


class Manoeuvre(NamedTuple):
    """A flight: how it begins, with every lag settled, and what is asked for afterwards."""

    name: str
    height: float
    """Of the centre of gravity over the sea [m]."""
    speed: float
    """Through still air [m/s]."""
    pitch: float
    """[rad]"""
    path: float
    """Of the flight path upwards [rad]."""
    duration: float
    """[s]"""
    first: Stick
    """As the flight begins."""
    stick: Callable[[float, Sequence[float]], Stick]
    """At a time [s], with the latest of what is noted of the flight."""
    is_on_ground: bool = False
    is_settled: bool = False
    """Whether it stands on its gear as it begins."""
    is_rolling_freely: bool = False
    """Whether the wheels have no rolling resistance."""


def stall_speed(airframe, mass, height=HEIGHT):
    """Lowest speed at which the wing carries the weight, flaps up [m/s]."""
    density = atmosphere.air_density(height, 0.0)
    lift = density * airframe.geometry.wing_area.si * airframe.aerodynamics.lift_maximum.si
    return math.sqrt(2.0 * mass * GRAVITY_N.z / lift)


def trim_cases(airframe) -> list[FlightCase]:
    """Level flight at three speeds, gear down."""
    slowest = stall_speed(airframe, recovery_mass(airframe))
    return [FlightCase(factor * slowest, 0.0, HEIGHT, 0.0, 1.0, 0.0) for factor in SPEED_FACTORS]


def trimmed(airframe, record) -> tuple[FlightCase, Trim, Stick]:
    """The middle one of the trims, its state, and the stick that holds it, with the ailerons against the propeller's torque."""
    case = trim_cases(airframe)[1]
    t = trim(case, record)
    density, a, e = atmosphere.air_density(HEIGHT, 0.0), record.aerodynamics, record.engine
    torque = propulsion.propeller_torque(max(t.shaft_power - e.electrical_load, 0.0), record.propeller)
    aileron = torque / (0.5 * density * case.speed**2 * a.area * a.span * a.roll_aileron)
    power = t.shaft_power / propulsion.available_power(density, e)
    return case, t, Stick(t.elevator, aileron, 0.0, power, 0.0)


def doublet(time: float, size: float) -> float:
    """One way for a second and the other way for another, from one second on."""
    return size if 1.0 <= time < 2.0 else -size if 2.0 <= time < 3.0 else 0.0


def airborne(airframe, record) -> list[Manoeuvre]:
    """Doublets of elevator, aileron and rudder over 20 s, and a gust of one second from below and from the left over 10 s."""
    case, t, held = trimmed(airframe, record)

    def flight(name, duration, stick):
        return Manoeuvre(name, HEIGHT, case.speed, t.alpha, 0.0, duration, held, stick)

    def doublets(name, size):
        def moved(time, seen):
            return held._replace(**{name: getattr(held, name) + doublet(time, size)})

        return flight(f"{name} doublet of {math.degrees(abs(size)):.0f} deg", 20.0, moved)

    return [
        doublets("elevator", -math.radians(2.0)),
        doublets("aileron", math.radians(5.0)),
        doublets("rudder", math.radians(5.0)),
        flight("gust from below", 10.0, lambda time, seen: held._replace(wind_N=Vec3(0.0, 0.0, -gust(time)))),
        flight("gust from the left", 10.0, lambda time, seen: held._replace(wind_N=Vec3(0.0, gust(time), 0.0))),
    ]


def gust(time: float) -> float:
    """Half a cosine wave up and down within a second [m/s]: V/2 (1 - cos(2 pi (t - t0)/T))    [MILF8785C, sec. 3.7.1.3]."""
    x = (time - GUST_START) / GUST_TIME
    return 0.5 * GUST * (1.0 - math.cos(2.0 * math.pi * x)) if 0.0 < x < 1.0 else 0.0


def dropped(airframe, record) -> list[Manoeuvre]:
    """Let go level with the wheels above the runway, the engine idling, until it stands; with rolling resistance and without."""
    idle = Stick(0.0, 0.0, 0.0, 0.0, 0.0)
    height = RUNWAY_HEIGHT + DROP + max(record.main.z, record.nose.z)
    name = f"drop from {DROP:g} m"
    drop = Manoeuvre(name, height, 0.0, 0.0, 0.0, 10.0, idle, lambda time, seen: idle, True)
    return [drop._replace(name=f"{name}, wheels free", is_rolling_freely=True), drop]


def take_off(airframe, record) -> Manoeuvre:
    """From standing with full power and flap for launch: wings and heading held, the nose raised at 1.1 times the stall speed.

    The same plain laws steer both: proportional to bank, heading and offset, and to pitch and its rate once it rotates.
    """
    idle = Stick(0.0, 0.0, 0.0, 0.0, airframe.controls.flap_launch.si)
    settled = standing(record)
    rotation = 1.1 * stall_speed(airframe, record.mass.mass, RUNWAY_HEIGHT)

    def stick(time, seen):
        turn = max(-0.15, min(0.15, -2.0 * seen[HEADING] - 0.02 * seen[OFFSET]))
        raised = 0.6 * (seen[PITCH] - CLIMB_PITCH) + 0.6 * seen[PITCH_RATE] if seen[AIRSPEED] > rotation else 0.0
        elevator = max(-0.25, min(0.1, raised))
        fast = seen[AIRSPEED] > 10.0
        steering = turn if seen[AIRSPEED] < rotation else 0.0
        return idle._replace(
            power=1.0, elevator=elevator, aileron=-seen[BANK], rudder=turn if fast else 0.0, steering=steering
        )

    return Manoeuvre(
        "take-off roll", RUNWAY_HEIGHT + settled.height, 0.0, settled.pitch, 0.0, 40.0, idle, stick, True, True
    )


class Standing(NamedTuple):
    """An aircraft settled on its gear."""

    height: float
    """Of the centre of gravity over the ground [m]."""
    pitch: float
    """[rad]"""
    nose_stroke: float
    """[m]"""
    main_stroke: float
    """[m]"""


def standing(record) -> Standing:
    """Height and pitch at which gas springs and tyres carry the weight."""
    weight, nose, main = record.mass.mass * GRAVITY_N.z, record.nose, record.main
    on_nose, base = weight * -main.x / (nose.x - main.x), nose.x - main.x
    loads = on_nose, 0.5 * (weight - on_nose)
    strokes = [settled_stroke(load, leg) for load, leg in zip(loads, (nose, main), strict=True)]
    z = [leg.z - s - n / leg.tyre_stiffness for n, leg, s in zip(loads, (nose, main), strokes, strict=True)]
    return Standing((z[1] * nose.x - z[0] * main.x) / base, math.atan2(z[0] - z[1], base), *strokes)
