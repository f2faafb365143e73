"""A flight with nothing behind it: no touchdown, no clearance, filters and integrals at rest."""

from flattop.engine import records
from flattop.engine.frame.motion import GRAVITY_N
from flattop.engine.records import Flight
from flattop.physics.air.airwake import WakeTurbulence
from flattop.physics.air.turbulence import Turbulence
from flattop.physics.body.controls import Surfaces
from flattop.physics.body.rigid_body import Acceleration
from flattop.physics.sensing.navigation import NavigationState
from flattop.physics.ship.ship_motion import ShipMotion
from flattop.pilot.contract import Demand, PilotState
from flattop.quantities.vectors import Vec3

NOTHING = float("nan")


def _vector(x=0.0, y=0.0, z=0.0):
    return Vec3(x, y, z)


def _still():
    return Acceleration(_vector(), _vector())


def _touchdown(value):
    return records.RelativeMotion(*(value,) * len(records.RelativeMotion._fields))


def _log():
    return records.Log(
        0.0, 0.0, 0.0, _vector(), _touchdown(0.0), _touchdown(NOTHING), NOTHING, NOTHING, 1e6, 1e6, NOTHING, NOTHING
    )


def _flight(moving, actuators, wind_N, density, phase, velocity_N, power):
    return Flight(
        moving=moving,
        actuators=actuators,
        air=records.Air(wind_N, _vector(), density, 1.0, Turbulence(*(0.0,) * 8), WakeTurbulence(0.0, 0.0, 0.0)),
        ship=ShipMotion(*(_vector(),) * 6),
        avionics=records.Avionics(
            pilot=PilotState(phase, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, power, GRAVITY_N.z),
            navigation=NavigationState(_vector(), 0.0, moving.body.p_N, velocity_N, 0.0),
            demand=Demand(*(0.0,) * 7),
        ),
        log=_log(),
    )


def _actuators(elevator, flap, brake, power):
    return records.Actuators(Surfaces(elevator, elevator, 0.0), flap, brake, 0.0, power, 0.0, 0.0, 0.0)
