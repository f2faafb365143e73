"""The records a flight is made of: its state, and the parameters it is flown with. One row of memory per scalar."""

from typing import Annotated, NamedTuple

from flattop.physics.air.airwake import Airwake, WakeTurbulence
from flattop.physics.air.turbulence import Turbulence
from flattop.physics.air.wind import MeanWind
from flattop.physics.body.aerodynamics import Aerodynamics
from flattop.physics.body.controls import SurfaceLimits, Surfaces
from flattop.physics.body.gear import Leg, LegState
from flattop.physics.body.propulsion import Engine, Propeller
from flattop.physics.body.rigid_body import Acceleration, State
from flattop.physics.sensing.navigation import Navigation, NavigationState
from flattop.physics.ship.deck import Deck
from flattop.physics.ship.ship_motion import ShipMotion
from flattop.pilot.contract import Demand, Design, Memory, Place
from flattop.pilot.launch import LaunchSettings
from flattop.pilot.loops import LoopGains
from flattop.pilot.recovery import RecoverySettings
from flattop.quantities.vectors import Euler, Vec3


class Moving(NamedTuple):
    """What moves at every step: the body, the three legs, what accelerometers feel, the legs' loads now and their greatest."""

    body: State
    before: Acceleration
    nose: LegState
    left: LegState
    right: LegState
    felt_B: Annotated[Vec3, "m/s2"]
    load: Annotated[Vec3, "N"]
    peak_load: Annotated[Vec3, "N"]


class Actuators(NamedTuple):
    """Controls and engine, held through one frame."""

    surfaces: Surfaces
    flap: Annotated[float, "1"]
    brake: Annotated[float, "1"]
    steering: Annotated[float, "rad"]
    shaft_power: Annotated[float, "W"]
    thrust: Annotated[float, "N"]
    torque: Annotated[float, "N m"]
    fuel_burnt: Annotated[float, "kg"]


class Air(NamedTuple):
    """The air at the aircraft, held through one frame, and what turbulence remembers."""

    wind_N: Annotated[Vec3, "m/s"]
    gust_rate_B: Annotated[Vec3, "rad/s"]
    density: Annotated[float, "kg/m3"]
    downwash: Annotated[float, "1"]
    turbulence: Turbulence
    wake: WakeTurbulence


class Avionics(NamedTuple):
    """What sensors and pilot remember, and what the pilot asks for."""

    memory: Memory
    navigation: NavigationState
    demand: Demand


class AirData(NamedTuple):
    """The aircraft as seen from the air: speed through it, angle of attack, attitude."""

    airspeed: Annotated[float, "m/s"]
    forward_airspeed: Annotated[float, "m/s"]
    alpha: Annotated[float, "rad"]
    attitude: Annotated[Euler, "rad"]


class RelativeMotion(NamedTuple):
    """Wheels and motion relative to the deck at the beginning of a frame, or at the last touchdown."""

    x: Annotated[float, "m"]
    y: Annotated[float, "m"]
    height: Annotated[float, "m"]
    speed: Annotated[float, "m/s"]
    drift: Annotated[float, "m/s"]
    sink_rate: Annotated[float, "m/s"]
    airspeed: Annotated[float, "m/s"]
    pitch: Annotated[float, "rad"]
    roll: Annotated[float, "rad"]
    heading: Annotated[float, "rad"]


class Log(NamedTuple):
    """What is noted of a flight: how it ended, the touchdown, clearances; and of the last frame what the next is judged by.

    Times and clearances are NaN until there is one.
    """

    outcome: Annotated[float, "1"]
    attempts: Annotated[float, "1"]
    end_time: Annotated[float, "s"]
    end_S: Annotated[Vec3, "m"]
    relative: RelativeMotion
    touchdown: RelativeMotion
    touchdown_time: Annotated[float, "s"]
    ramp_clearance: Annotated[float, "m"]
    island_clearance: Annotated[float, "m"]
    lowest_height: Annotated[float, "m"]
    bow_airspeed: Annotated[float, "m/s"]
    bow_time: Annotated[float, "s"]
    intent: Annotated[float, "1"]
    on_wheels: Annotated[float, "1"]


class Identity(NamedTuple):
    """What tells a flight's random numbers from all others of the same seed.

    number      of the flight within its stream                                     0 .. 2^32 - 1
    stream      of the study and of the condition within it                         0 .. 2^32 - 1
    generation  of a copy of a flight under way, 0 for flights from the beginning   0 .. 2^16 - 1
    """

    number: Annotated[float, "1"]
    stream: Annotated[float, "1"]
    generation: Annotated[float, "1"]


class Flight(NamedTuple):
    """The whole state of a flight: enough to stop it, store it and fly on."""

    moving: Moving
    actuators: Actuators
    air: Air
    ship: ShipMotion
    avionics: Avionics
    log: Log


class MassProperties(NamedTuple):
    """Mass at the start, squared radii of gyration, and where the centre of gravity lies from the reference point."""

    mass: Annotated[float, "kg"]
    radius2_xx: Annotated[float, "m2"]
    radius2_yy: Annotated[float, "m2"]
    radius2_zz: Annotated[float, "m2"]
    radius2_xz: Annotated[float, "m2"]
    centre_B: Annotated[Vec3, "m"]


class Extremities(NamedTuple):
    """Points that must not touch: wing tips and tail; and what the gear may bear."""

    tip_B: Annotated[Vec3, "m"]
    tail_B: Annotated[Vec3, "m"]
    nose_load: Annotated[float, "N"]
    main_load: Annotated[float, "N"]
    steering_limit: Annotated[float, "rad"]
    flap_time: Annotated[float, "s"]
    brake_rate: Annotated[float, "1/s"]


class Airframe(NamedTuple):
    """One aircraft in the form the lanes fly it."""

    mass: MassProperties
    aerodynamics: Aerodynamics
    engine: Engine
    propeller: Propeller
    controls: SurfaceLimits
    nose: Leg
    main: Leg
    extremities: Extremities


class Weather(NamedTuple):
    """The air of one flight."""

    wind: MeanWind
    wind_at_20_feet: Annotated[float, "m/s"]
    over_deck_N: Annotated[Vec3, "m/s"]
    airwake: Airwake
    wake_phase: Annotated[float, "rad"]
    turbulence_factor: Annotated[float, "1"]
    temperature_offset: Annotated[float, "K"]


class Limits(NamedTuple):
    """When a flight is over, and what the judge calls an accident."""

    time: Annotated[float, "s"]
    launch_height: Annotated[float, "m"]
    alpha: Annotated[float, "rad"]
    stopped_speed: Annotated[float, "m/s"]
    attempts: Annotated[float, "1"]
    stern_depth: Annotated[float, "m"]
    stern_reach: Annotated[float, "m"]
    stern_half_width: Annotated[float, "m"]
    bottomed_strokes: Annotated[float, "1"]
    side_height: Annotated[float, "m"]
    side_wheel_heights: Annotated[float, "1"]
    overrun_height: Annotated[float, "m"]


class Autopilot(NamedTuple):
    """The autopilot of one flight: gains, settings, its picture of airframe and deck, its sensors."""

    gains: LoopGains
    launch: LaunchSettings
    recovery: RecoverySettings
    design: Design
    place: Place
    navigation: Navigation


class Parameters(NamedTuple):
    """Everything a flight is flown with and that does not change in flight."""

    airframe: Airframe
    deck: Deck
    weather: Weather
    autopilot: Autopilot
    limits: Limits
