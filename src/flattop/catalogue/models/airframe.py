"""An airframe as a catalogue file states it.

Positions are in body axes from the reference centre of gravity: x forward, y right, z down. Coefficients are
dimensionless, about that point, referred to wing area, to mean chord in pitch and to span in roll and yaw; rates as
p b/2V, q c/2V, r b/2V [Etkin1996].
"""

from typing import Annotated

from flattop.catalogue.models.entry import Entry, Heading, Section, Text
from flattop.catalogue.models.quantity import Kind, Quantity

NUMBER, LENGTH, ANGLE, FORCE = "dimensionless number", "length", "angle", "force"
DRAWN = "the drawing of the airframe in replays; derivation of the aerodynamics; parking"
TAIL = "the drawing of the airframe in replays; derivation of the aerodynamics"
STICK = "the export to JSBSim, whose stick and pedals go from -1 to 1"
PARKED = "parking: whether an outline of the catalogue belongs to the airframe"


class AirframeHeading(Heading):
    """Who the airframe is."""

    configuration: Text


class Geometry(Section):
    """The airframe's outer shape, wings spread."""

    span: Annotated[Quantity, Kind(LENGTH, "positive", "wing span b, tip to tip, wings spread")]
    wing_area: Annotated[Quantity, Kind("area", "positive", "reference wing area S")]
    mean_chord: Annotated[Quantity, Kind(LENGTH, "positive", "mean chord c, reference length in pitch")]
    length: Annotated[Quantity, Kind(LENGTH, "positive", "overall length", DRAWN)]
    height: Annotated[Quantity, Kind(LENGTH, "positive", "overall height on its wheels, wings spread", PARKED)]
    wing_z: Annotated[Quantity, Kind(LENGTH, "any", "height of the wing plane, negative above the centre of gravity")]
    tip_x: Annotated[Quantity, Kind(LENGTH, "any", "wing-tip point used for tip strike, forward")]
    tip_z: Annotated[Quantity, Kind(LENGTH, "any", "wing-tip point used for tip strike, down")]
    tail_x: Annotated[Quantity, Kind(LENGTH, "negative", "point that strikes first in a nose-high attitude, forward")]
    tail_z: Annotated[Quantity, Kind(LENGTH, "any", "point that strikes first in a nose-high attitude, down")]
    tail_arm: Annotated[Quantity, Kind(LENGTH, "positive", "from centre of gravity to the tail's quarter chord", TAIL)]
    tail_area: Annotated[Quantity, Kind("area", "positive", "area of all tail panels together", TAIL)]
    tail_angle: Annotated[Quantity, Kind(ANGLE, "positive", "tail panels from the horizontal", TAIL)]
    boom_spacing: Annotated[Quantity, Kind(LENGTH, "zero or more", "between tail booms; 0 for a single fuselage", TAIL)]


class Folding(Section):
    """The airframe with its wings folded."""

    folded_width: Annotated[Quantity, Kind(LENGTH, "positive", "width, wings folded", PARKED)]
    folded_height: Annotated[Quantity, Kind(LENGTH, "positive", "height, wings folded", PARKED)]
    folded_length: Annotated[Quantity, Kind(LENGTH, "positive", "length, wings folded", PARKED)]


class Mass(Section):
    """Masses, and moments of inertia at the reference mass."""

    empty: Annotated[Quantity, Kind("mass", "positive", "mass without payload and fuel")]
    maximum_takeoff: Annotated[Quantity, Kind("mass", "positive", "maximum take-off mass")]
    payload: Annotated[Quantity, Kind("mass", "zero or more", "maximum payload")]
    fuel: Annotated[Quantity, Kind("mass", "zero or more", "usable fuel, tanks full")]
    reference_mass: Annotated[Quantity, Kind("mass", "positive", "mass at which the moments of inertia hold")]
    inertia_xx: Annotated[Quantity, Kind("moment of inertia", "positive", "moment of inertia in roll")]
    inertia_yy: Annotated[Quantity, Kind("moment of inertia", "positive", "moment of inertia in pitch")]
    inertia_zz: Annotated[Quantity, Kind("moment of inertia", "positive", "moment of inertia in yaw")]
    inertia_xz: Annotated[Quantity, Kind("moment of inertia", "any", "product of inertia, integral of x z dm")]


class Aerodynamics(Section):
    """Coefficients; flap increments are for the full, landing, setting; angle of attack is from the body x axis."""

    lift_zero: Annotated[Quantity, Kind(NUMBER, "any", "CL at zero angle of attack")]
    lift_slope: Annotated[Quantity, Kind(NUMBER, "positive", "CL per rad of angle of attack")]
    lift_maximum: Annotated[Quantity, Kind(NUMBER, "positive", "greatest CL, flaps up")]
    lift_minimum: Annotated[Quantity, Kind(NUMBER, "negative", "least CL, flaps up")]
    lift_pitch_rate: Annotated[Quantity, Kind(NUMBER, "any", "CL per q c/2V")]
    lift_elevator: Annotated[Quantity, Kind(NUMBER, "positive", "CL per rad of elevator, trailing edge down positive")]
    lift_flap: Annotated[Quantity, Kind(NUMBER, "zero or more", "CL of full flap at fixed angle of attack")]
    lift_maximum_flap: Annotated[Quantity, Kind(NUMBER, "positive", "greatest CL with full flap")]
    drag_zero: Annotated[Quantity, Kind(NUMBER, "positive", "CD at zero lift, gear and flaps up")]
    drag_gear: Annotated[Quantity, Kind(NUMBER, "zero or more", "CD of the extended gear")]
    drag_flap: Annotated[Quantity, Kind(NUMBER, "zero or more", "CD of full flap")]
    oswald: Annotated[Quantity, Kind(NUMBER, "positive", "Oswald efficiency e in CD = CD0 + CL^2/(pi e AR)")]
    drag_sideslip: Annotated[Quantity, Kind(NUMBER, "zero or more", "CD times sin^2 of sideslip")]
    pitch_zero: Annotated[Quantity, Kind(NUMBER, "any", "Cm at zero angle of attack")]
    pitch_slope: Annotated[Quantity, Kind(NUMBER, "any", "Cm per rad of angle of attack; negative is stable")]
    pitch_rate: Annotated[Quantity, Kind(NUMBER, "negative", "Cm per q c/2V")]
    pitch_elevator: Annotated[Quantity, Kind(NUMBER, "negative", "Cm per rad of elevator, trailing edge down positive")]
    pitch_flap: Annotated[Quantity, Kind(NUMBER, "any", "Cm of full flap")]
    pitch_stalled: Annotated[Quantity, Kind(NUMBER, "zero or more", "Cm in deep stall, times -sin(angle of attack)")]
    side_sideslip: Annotated[Quantity, Kind(NUMBER, "negative", "CY per rad of sideslip")]
    side_roll_rate: Annotated[Quantity, Kind(NUMBER, "any", "CY per p b/2V")]
    side_yaw_rate: Annotated[Quantity, Kind(NUMBER, "any", "CY per r b/2V")]
    side_rudder: Annotated[Quantity, Kind(NUMBER, "negative", "CY per rad of rudder, nose right positive")]
    roll_sideslip: Annotated[Quantity, Kind(NUMBER, "any", "Cl per rad of sideslip; negative is stable")]
    roll_sideslip_lift: Annotated[Quantity, Kind(NUMBER, "any", "Cl per rad of sideslip and CL")]
    roll_roll_rate: Annotated[Quantity, Kind(NUMBER, "negative", "Cl per p b/2V")]
    roll_yaw_rate_lift: Annotated[Quantity, Kind(NUMBER, "any", "Cl per r b/2V and CL")]
    roll_aileron: Annotated[Quantity, Kind(NUMBER, "positive", "Cl per rad of aileron, right wing down positive")]
    roll_rudder: Annotated[Quantity, Kind(NUMBER, "any", "Cl per rad of rudder, nose right positive")]
    yaw_sideslip: Annotated[Quantity, Kind(NUMBER, "any", "Cn per rad of sideslip; positive is stable")]
    yaw_roll_rate_lift: Annotated[Quantity, Kind(NUMBER, "any", "Cn per p b/2V and CL")]
    yaw_yaw_rate: Annotated[Quantity, Kind(NUMBER, "negative", "Cn per r b/2V")]
    yaw_aileron_lift: Annotated[Quantity, Kind(NUMBER, "any", "Cn per rad of aileron and CL; negative is adverse yaw")]
    yaw_rudder: Annotated[Quantity, Kind(NUMBER, "positive", "Cn per rad of rudder, nose right positive")]


class Controls(Section):
    """Deflections and their lag; elevator and rudder are the tail panels' symmetric and antisymmetric deflections."""

    elevator_limit: Annotated[Quantity, Kind(ANGLE, "positive", "elevator at full stick, either way", STICK)]
    rudder_limit: Annotated[Quantity, Kind(ANGLE, "positive", "rudder at full pedal, either way", STICK)]
    ruddervator_limit: Annotated[
        Quantity, Kind(ANGLE, "positive", "greatest deflection of one tail panel, |elevator| + |rudder|")
    ]
    aileron_limit: Annotated[Quantity, Kind(ANGLE, "positive", "greatest aileron, either way")]
    surface_lag: Annotated[Quantity, Kind("time", "positive", "first-order lag of a surface")]
    surface_rate: Annotated[Quantity, Kind("angular speed", "positive", "greatest rate of a surface")]
    flap_launch: Annotated[Quantity, Kind(NUMBER, "fraction", "flap position for launch, 1 is the landing setting")]
    flap_recovery: Annotated[Quantity, Kind(NUMBER, "fraction", "flap position for recovery")]
    flap_time: Annotated[Quantity, Kind("time", "positive", "time of the flaps over their whole travel")]
    brake_rate: Annotated[Quantity, Kind("rate", "positive", "share of the full brake applied or released in a second")]


class Engine(Section):
    """Shaft power and what it costs."""

    maximum_power: Annotated[Quantity, Kind("power", "positive", "greatest shaft power, sea level")]
    critical_altitude: Annotated[Quantity, Kind(LENGTH, "zero or more", "altitude up to which that power holds")]
    power_lag: Annotated[Quantity, Kind("time", "positive", "first-order lag of power behind the throttle")]
    idle_power: Annotated[Quantity, Kind(NUMBER, "fraction", "power at closed throttle, of maximum")]
    fuel_consumption: Annotated[Quantity, Kind("fuel consumption", "positive", "fuel per shaft energy at its best")]
    part_load_consumption: Annotated[Quantity, Kind(NUMBER, "positive", "factor on fuel consumption at 25 % power")]
    electrical_load: Annotated[Quantity, Kind("power", "zero or more", "electrical load in flight")]
    generator_efficiency: Annotated[Quantity, Kind(NUMBER, "fraction", "electrical to shaft power")]


class Propeller(Section):
    """The propeller as an actuator disc with losses."""

    diameter: Annotated[Quantity, Kind(LENGTH, "positive", "diameter")]
    speed: Annotated[Quantity, Kind("angular speed", "positive", "governed speed")]
    figure_of_merit: Annotated[Quantity, Kind(NUMBER, "fraction", "static: ideal to shaft power")]
    profile_efficiency: Annotated[Quantity, Kind(NUMBER, "fraction", "in flight: ideal actuator-disc to shaft power")]
    windmill_drag: Annotated[Quantity, Kind(NUMBER, "zero or more", "drag coefficient on disc area, no power")]
    x: Annotated[Quantity, Kind(LENGTH, "any", "hub, forward")]
    z: Annotated[Quantity, Kind(LENGTH, "any", "hub, down")]


class Leg(Section):
    """One leg: gas spring, quadratic oil damping, tyre; its position is the unloaded wheel's contact point."""

    x: Annotated[Quantity, Kind(LENGTH, "any", "contact point, leg fully extended, forward")]
    y: Annotated[Quantity, Kind(LENGTH, "zero or more", "contact point, right (left leg mirrored)")]
    z: Annotated[Quantity, Kind(LENGTH, "positive", "contact point, leg fully extended, down")]
    stroke: Annotated[Quantity, Kind(LENGTH, "positive", "travel from extended to bottomed")]
    preload: Annotated[Quantity, Kind(FORCE, "positive", "force that starts compression")]
    full_load: Annotated[Quantity, Kind(FORCE, "positive", "gas force at full stroke")]
    damping_compression: Annotated[
        Quantity, Kind("quadratic damping", "zero or more", "oil force per speed squared, closing")
    ]
    damping_extension: Annotated[
        Quantity, Kind("quadratic damping", "zero or more", "oil force per speed squared, opening")
    ]
    tyre_stiffness: Annotated[Quantity, Kind("stiffness", "positive", "tyre's vertical stiffness")]
    tyre_damping: Annotated[Quantity, Kind("linear damping", "zero or more", "tyre's vertical damping")]
    tyre_lateral_stiffness: Annotated[Quantity, Kind("stiffness", "positive", "tyre's lateral stiffness")]
    tyre_relaxation_length: Annotated[
        Quantity, Kind(LENGTH, "positive", "rolling distance over which side force builds up")
    ]
    tyre_friction: Annotated[Quantity, Kind(NUMBER, "positive", "greatest friction on the deck")]
    rolling_resistance: Annotated[Quantity, Kind(NUMBER, "zero or more", "drag to vertical load, rolling freely")]
    limit_load: Annotated[Quantity, Kind(FORCE, "positive", "vertical load the leg is designed for")]
    brake_force: Annotated[Quantity, Kind(FORCE, "zero or more", "greatest brake force of the wheel")]


class NoseLeg(Leg):
    """The nose leg, which steers."""

    steering_limit: Annotated[Quantity, Kind(ANGLE, "zero or more", "greatest steering angle, either way")]


class Gear(Section):
    """Tricycle landing gear; main is the right leg."""

    nose: NoseLeg
    main: Leg


class Limits(Section):
    """What the airframe may be flown to."""

    sink_rate: Annotated[
        Quantity, Kind("speed", "positive", "touchdown sink rate the gear is designed for", "the figure of touchdowns")
    ]
    maximum_speed: Annotated[
        Quantity,
        Kind("speed", "positive", "greatest airspeed; source says which", "soundness of the airframe; `flattop trim`"),
    ]


class Airframe(Entry):
    """An uncrewed aircraft with tricycle gear and one propeller."""

    airframe: AirframeHeading
    geometry: Geometry
    folding: Folding | None = None
    mass: Mass
    aerodynamics: Aerodynamics
    controls: Controls
    engine: Engine
    propeller: Propeller
    gear: Gear
    limits: Limits
