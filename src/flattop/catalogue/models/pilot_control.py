"""Settings of the pilot's inner loops and of its steering on deck, as a catalogue file states them."""

from typing import Annotated

from flattop.catalogue.models.entry import Section
from flattop.catalogue.models.quantity import Kind, Quantity

NUMBER, LENGTH, ANGLE, TIME = "dimensionless number", "length", "angle", "time"
SPEED, PER_SPEED, RATE = "speed", "inverse of a speed", "angular speed"
BANDWIDTH, INTEGRAL = "rate", "gain of an integral"


class Control(Section):
    """Inner loops and steering on deck: bandwidths, and the bounds of what they ask for; the same for every airframe."""

    attitude_bandwidth: Annotated[Quantity, Kind(BANDWIDTH, "positive", "bandwidth of the pitch and bank loops")]
    rate_bandwidth: Annotated[Quantity, Kind(BANDWIDTH, "positive", "bandwidth of the pitch- and roll-rate loops")]
    yaw_rate_bandwidth: Annotated[Quantity, Kind(BANDWIDTH, "positive", "bandwidth of the yaw-rate loop")]
    pitch_integral: Annotated[
        Quantity, Kind(INTEGRAL, "positive", "integral of the pitch error to angular acceleration")
    ]
    airspeed_bandwidth: Annotated[Quantity, Kind(BANDWIDTH, "positive", "bandwidth of the airspeed loop")]
    airspeed_integral: Annotated[
        Quantity, Kind(INTEGRAL, "zero or more", "integral of the airspeed error to acceleration")
    ]
    vertical_speed_bandwidth: Annotated[Quantity, Kind(BANDWIDTH, "positive", "bandwidth of the vertical-speed loop")]
    height_bandwidth: Annotated[Quantity, Kind(BANDWIDTH, "positive", "bandwidth of the height loop")]
    height_integral: Annotated[
        Quantity, Kind(INTEGRAL, "zero or more", "integral of the height error to vertical speed")
    ]
    bank_limit: Annotated[Quantity, Kind(ANGLE, "positive", "greatest bank")]
    lookahead: Annotated[Quantity, Kind(TIME, "positive", "time over which the course leans towards the line")]
    turn_gain: Annotated[Quantity, Kind(BANDWIDTH, "positive", "turn rate for a course error")]
    zoom_time: Annotated[Quantity, Kind(TIME, "positive", "time over which speed to spare is turned into height")]
    climb_share: Annotated[
        Quantity,
        Kind(NUMBER, "fraction", "share of the excess power that climbs at the speed wanted; the rest accelerates"),
    ]
    climb_share_growth: Annotated[
        Quantity, Kind(PER_SPEED, "zero or more", "growth of that share with speed above the one wanted")
    ]
    climb_share_minimum: Annotated[Quantity, Kind(NUMBER, "fraction", "least share that climbs, however slow")]
    climb_slope_limit: Annotated[Quantity, Kind(NUMBER, "positive", "steepest climb asked for, as a slope")]
    stall_margin: Annotated[
        Quantity,
        Kind(ANGLE, "zero or more", "angle of attack between the usable lift and that at which pitch is held back"),
    ]
    usable_lift: Annotated[
        Quantity, Kind(NUMBER, "fraction", "share of the greatest lift coefficient that is asked for")
    ]
    lift_minimum: Annotated[Quantity, Kind(NUMBER, "any", "least lift coefficient asked for")]
    felt_lift_minimum: Annotated[
        Quantity, Kind(NUMBER, "any", "least lift coefficient the felt load factor is read as")
    ]
    felt_lift_maximum: Annotated[
        Quantity, Kind(NUMBER, "positive", "greatest lift coefficient the felt load factor is read as")
    ]
    accelerometer_lag: Annotated[Quantity, Kind(TIME, "positive", "smoothing of the felt load factor")]
    least_airspeed: Annotated[Quantity, Kind(SPEED, "positive", "airspeed below which the loops' demands grow no more")]
    least_ground_speed: Annotated[
        Quantity, Kind(SPEED, "positive", "speed over the deck below which the demands to follow a line grow no more")
    ]
    alpha_step: Annotated[Quantity, Kind(ANGLE, "positive", "greatest change of angle of attack asked for at once")]
    pitch_rate_limit: Annotated[Quantity, Kind(RATE, "positive", "greatest pitch rate asked for")]
    roll_rate_limit: Annotated[Quantity, Kind(RATE, "positive", "greatest roll rate asked for")]
    lean_limit: Annotated[Quantity, Kind(NUMBER, "positive", "tangent of the steepest angle at which a line is sought")]
    airspeed_error_limit: Annotated[Quantity, Kind(SPEED, "positive", "greatest airspeed error power answers to")]
    airspeed_integral_error: Annotated[Quantity, Kind(SPEED, "positive", "greatest airspeed error that is integrated")]
    airspeed_integral_limit: Annotated[
        Quantity, Kind(LENGTH, "positive", "bound of the integral of the airspeed error")
    ]
    pitch_integral_error: Annotated[Quantity, Kind(ANGLE, "positive", "greatest pitch error that is integrated")]
    pitch_integral_limit: Annotated[
        Quantity, Kind("angle times time", "positive", "bound of the integral of the pitch error")
    ]
    height_integral_error: Annotated[Quantity, Kind(LENGTH, "positive", "greatest height error that is integrated")]
    height_integral_limit: Annotated[
        Quantity, Kind("length times time", "positive", "bound of the integral of the height error")
    ]
    propeller_efficiency: Annotated[
        Quantity, Kind(NUMBER, "fraction", "ideal efficiency of the propeller disc the design counts on")
    ]
    strike_margin: Annotated[
        Quantity, Kind(ANGLE, "zero or more", "pitch kept below the attitude in which the tail strikes")
    ]
    strike_clearance_minimum: Annotated[
        Quantity, Kind(ANGLE, "positive", "pitch allowed near the deck however low the tail")
    ]
    steering_lookahead: Annotated[
        Quantity, Kind(TIME, "positive", "time over which the nose wheel leans towards the strip's centre line")
    ]
    steering_least_speed: Annotated[Quantity, Kind(SPEED, "positive", "speed below which the lean grows no more")]
    steering_lean_limit: Annotated[Quantity, Kind(ANGLE, "positive", "greatest lean towards the centre line")]
    steering_gain: Annotated[Quantity, Kind(NUMBER, "positive", "nose-wheel angle for an error of heading")]
    steering_damping: Annotated[Quantity, Kind(TIME, "zero or more", "nose-wheel angle against a yaw rate")]
    steering_speed: Annotated[
        Quantity, Kind(SPEED, "positive", "speed at which the nose wheel is asked for half as much")
    ]
    steering_limit: Annotated[Quantity, Kind(ANGLE, "positive", "greatest nose-wheel angle asked for")]
    steering_rudder: Annotated[Quantity, Kind(NUMBER, "zero or more", "rudder for a nose-wheel angle")]
    steering_rudder_limit: Annotated[Quantity, Kind(ANGLE, "positive", "greatest rudder on deck")]
