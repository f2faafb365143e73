"""The closed form as it flies: a catalogue airframe assembled for the physics, and its answer in steady flight."""

from math import cos, sin

from flattop.catalogue.files.loading import airframe
from flattop.engine.assemble.aerodynamics import aerodynamics_of
from flattop.physics.body.aerodynamics import Aerodynamics, AirVelocity, Coefficients, Configuration, coefficients

FREE_AIR = 1.0  # share of the downwash that is left far from the ground


def flown(name: str) -> Aerodynamics:
    """The coefficients of a catalogue airframe in the form the physics takes, stall angles solved."""
    return aerodynamics_of(airframe(name))


def answer(record: Aerodynamics, alpha: float, flap: float = 0.0) -> Coefficients:
    """Coefficients in steady straight flight far from the ground, gear up, controls neutral."""
    air = AirVelocity(40.0, alpha, sin(alpha), cos(alpha), 0.0, 0.0, 0.0, 0.0)
    return coefficients(air, Configuration(0.0, 0.0, 0.0, flap, 0.0), FREE_AIR, record)
