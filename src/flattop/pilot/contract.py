"""What the pilot goes by: the airframe as designed, the situation as sensed, and what may be demanded of the controls."""

from typing import Annotated, NamedTuple

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


class Demand(NamedTuple):
    """What the pilot asks for."""

    elevator: Annotated[float, "rad"]
    rudder: Annotated[float, "rad"]
    aileron: Annotated[float, "rad"]
    power: Annotated[float, "1"]
    brake: Annotated[float, "1"]
    steering: Annotated[float, "rad"]
    flap: Annotated[float, "1"]


class PilotState(NamedTuple):
    """What the pilot remembers."""

    phase: Annotated[float, "1"]
    phase_time: Annotated[float, "s"]
    attempts: Annotated[float, "1"]
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
