"""A flight with nothing behind it: no touchdown, no clearance, filters and integrals at rest."""

from flattop.engine.frame.motion import GRAVITY_N
from flattop.engine.records import Actuators, Air, Avionics, Flight, Log, Moving, RelativeMotion
from flattop.physics.air.airwake import WakeTurbulence
from flattop.physics.air.turbulence import Turbulence
from flattop.physics.body.controls import Surfaces
from flattop.physics.body.gear import LegState
from flattop.physics.body.rigid_body import Acceleration
from flattop.physics.sensing.navigation import NavigationState
from flattop.physics.ship.ship_motion import ShipMotion
from flattop.pilot.contract import Demand, Memory
from flattop.quantities.vectors import Vec3

NEVER = float("nan")
"""A time or a clearance that there has not been."""
NOTHING = Vec3(0.0, 0.0, 0.0)


def all_of(record, value):
    """A record of scalars with the same value everywhere."""
    return record(**dict.fromkeys(record._fields, value))


def moving_at(body, load=NOTHING, nose=0.0, main=0.0):
    """A body without acceleration, its accelerometers feeling its weight, legs compressed by so much under a load.

    load  on nose, left and right leg [N];  nose, main  strokes [m]
    """
    return Moving(
        body=body,
        before=Acceleration(NOTHING, NOTHING),
        nose=LegState(stroke=nose, along=0.0, across=0.0),
        left=LegState(stroke=main, along=0.0, across=0.0),
        right=LegState(stroke=main, along=0.0, across=0.0),
        felt_B=Vec3(0.0, 0.0, -GRAVITY_N.z),
        load=load,
        peak_load=NOTHING,
    )


def actuators_at(elevator, flap, brake, shaft_power):
    """Controls and engine at rest at given settings."""
    return Actuators(
        surfaces=Surfaces(tail_left=elevator, tail_right=elevator, aileron=0.0),
        flap=flap,
        brake=brake,
        steering=0.0,
        shaft_power=shaft_power,
        thrust=0.0,
        torque=0.0,
        fuel_burnt=0.0,
    )


def log_begun():
    """A log in which nothing is noted yet."""
    return Log(
        outcome=0.0,
        attempts=0.0,
        end_time=0.0,
        end_S=NOTHING,
        relative=all_of(RelativeMotion, 0.0),
        touchdown=all_of(RelativeMotion, NEVER),
        touchdown_time=NEVER,
        ramp_clearance=NEVER,
        island_clearance=NEVER,
        lowest_height=NEVER,
        bow_airspeed=NEVER,
        bow_time=NEVER,
        intent=0.0,
        on_wheels=0.0,
    )


def flight_begun(moving, actuators, wind_N, density, phase, velocity_N, power):
    """A flight that begins in a phase of its pilot.

    wind_N, density  of the air around it [m/s], [kg/m3];  velocity_N  of the body [m/s];  power  set by the pilot [1]
    """
    return Flight(
        moving=moving,
        actuators=actuators,
        air=Air(
            wind_N=wind_N,
            gust_rate_B=NOTHING,
            density=density,
            downwash=1.0,
            turbulence=all_of(Turbulence, 0.0),
            wake=all_of(WakeTurbulence, 0.0),
        ),
        ship=all_of(ShipMotion, NOTHING),
        avionics=Avionics(
            memory=all_of(Memory, 0.0)._replace(phase=phase, power=power, felt_up=GRAVITY_N.z),
            navigation=NavigationState(NOTHING, 0.0, moving.body.p_N, velocity_N, 0.0),
            demand=all_of(Demand, 0.0),
        ),
        log=log_begun(),
    )
