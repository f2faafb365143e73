"""The contract between a flight and its pilot: what is sensed, what may be demanded, and what the pilot says it is about.

A pilot is a function `law(cockpit, duration) -> (Memory, Demand)`, called once a frame. Whoever judges the flight reads the demand's
`Intent`, the loads on the wheels and where things are, and nothing else of the pilot: any law can be flown and judged alike.
"""

from enum import IntEnum
from typing import Annotated, Any, NamedTuple

from flattop.quantities.vectors import Euler, Vec3


class Design(NamedTuple):
    """The airframe at its best estimates and this flight's declared mass: the model inside the autopilot."""

    mass: Annotated[float, "kg"]
    inertia_roll: Annotated[float, "kg m2"]
    inertia_pitch: Annotated[float, "kg m2"]
    inertia_yaw: Annotated[float, "kg m2"]
    area: Annotated[float, "m2"]
    span: Annotated[float, "m"]
    chord: Annotated[float, "m"]
    lift_zero: Annotated[float, "1"]
    lift_slope: Annotated[float, "1/rad"]
    lift_flap: Annotated[float, "1"]
    lift_maximum: Annotated[float, "1"]
    lift_maximum_flap: Annotated[float, "1"]
    drag_zero: Annotated[float, "1"]
    drag_flap: Annotated[float, "1"]
    drag_induced: Annotated[float, "1"]
    pitch_zero: Annotated[float, "1"]
    pitch_slope: Annotated[float, "1/rad"]
    pitch_flap: Annotated[float, "1"]
    pitch_elevator: Annotated[float, "1/rad"]
    roll_aileron: Annotated[float, "1/rad"]
    yaw_rudder: Annotated[float, "1/rad"]
    maximum_power: Annotated[float, "W"]
    propeller_efficiency: Annotated[float, "1"]
    tail_clearance: Annotated[float, "rad"]
    nose_clearance: Annotated[float, "rad"]
    wheel_z: Annotated[float, "m"]
    flap_launch: Annotated[float, "1"]
    flap_recovery: Annotated[float, "1"]


class Sensed(NamedTuple):
    """The situation as the sensors show it; N moves with the ship's mean motion, so velocities are relative to the ship."""

    time: Annotated[float, "s"]
    position_N: Annotated[Vec3, "m"]
    velocity_N: Annotated[Vec3, "m/s"]
    attitude: Annotated[Euler, "rad"]
    w_B: Annotated[Vec3, "rad/s"]
    felt_up: Annotated[float, "m/s2"]
    felt_right: Annotated[float, "m/s2"]
    airspeed: Annotated[float, "m/s"]
    density: Annotated[float, "kg/m3"]
    deck_down: Annotated[float, "m"]
    deck_down_rate: Annotated[float, "m/s"]
    on_main_wheels: Annotated[float, "1"]
    on_nose_wheel: Annotated[float, "1"]


class Intent(IntEnum):
    """What a pilot says it is about; the judge reads it beside loads and places."""

    HOLD = 0
    """Standing on deck before a launch."""
    LAUNCH_RUN = 1
    """Running along the deck to take off, rotation included."""
    REJECT = 2
    """Giving the run up: to stop on deck."""
    CLIMB = 3
    """Flying away from the ship after a launch."""
    TRANSIT = 4
    """On the way: circuit, pattern, joining; nothing is meant to touch."""
    APPROACH = 5
    """Coming down to land: a touch of the wheels is a touchdown."""
    ROLLOUT = 6
    """On deck after a touchdown: to stop."""
    GO_AROUND = 7
    """Breaking an approach or a landing off: one approach given up each time it begins."""
    DONE = 8
    """Nothing more is intended."""


class Demand(NamedTuple):
    """What the pilot asks for, and what it is about: `intent`, a number of `Intent`."""

    elevator: Annotated[float, "rad"]
    rudder: Annotated[float, "rad"]
    aileron: Annotated[float, "rad"]
    power: Annotated[float, "1"]
    brake: Annotated[float, "1"]
    steering: Annotated[float, "rad"]
    flap: Annotated[float, "1"]
    intent: Annotated[float, "1"]


class Memory(NamedTuple):
    """What the pilot remembers from frame to frame; phases are its own affair."""

    phase: Annotated[float, "1"]
    phase_time: Annotated[float, "s"]
    speed_integral: Annotated[float, "m"]
    pitch_integral: Annotated[float, "rad s"]
    height_integral: Annotated[float, "m s"]
    deck_height: Annotated[float, "m"]
    power: Annotated[float, "1"]
    felt_up: Annotated[float, "m/s2"]


class Place(NamedTuple):
    """The deck as the pilot knows it: aim point, strip and ends, in N at the ship's mean position."""

    touchdown_x: Annotated[float, "m"]
    strip_y: Annotated[float, "m"]
    strip_cos: Annotated[float, "1"]
    strip_sin: Annotated[float, "1"]
    deck_height: Annotated[float, "m"]
    bow_x: Annotated[float, "m"]
    stern_x: Annotated[float, "m"]
    ramp_angle: Annotated[float, "rad"]


class Cockpit(NamedTuple):
    """All that a pilot has in one frame.

    memory    what it remembers                            `Memory`
    seen      the situation as sensed                      `Sensed`
    deck      the deck as it knows it                      `Place`
    settings  of the mission flown                         `LaunchSettings` or `RecoverySettings`
    gains     bandwidths of the inner loops                `LoopGains`
    design    the airframe at best estimates               `Design`
    """

    memory: Memory
    seen: Sensed
    deck: Place
    settings: Any
    gains: Any
    design: Design
