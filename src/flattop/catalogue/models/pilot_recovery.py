"""Settings of the pilot's recovery as a catalogue file states them: path, deck, wave-off, going around, rollout."""

from typing import Annotated

from flattop.catalogue.models.entry import Section
from flattop.catalogue.models.quantity import Kind, Quantity

NUMBER, LENGTH, ANGLE, TIME = "dimensionless number", "length", "angle", "time"
SPEED, ACCELERATION, RATE, BANDWIDTH = "speed", "acceleration", "angular speed", "rate"


class Recovery(Section):
    """How the recovery is flown: path, compensation of the deck's motion, wave-off, rollout."""

    glide_angle: Annotated[Quantity, Kind(ANGLE, "positive", "glide path in the deck's frame")]
    approach_speed_factor: Annotated[
        Quantity, Kind(NUMBER, "positive", "approach speed over the stall speed with recovery flap")
    ]
    pattern_height: Annotated[Quantity, Kind(LENGTH, "positive", "height of wheels over the deck in the pattern")]
    pattern_width: Annotated[Quantity, Kind(LENGTH, "positive", "distance of the downwind leg from the strip, to port")]
    pattern_length: Annotated[
        Quantity, Kind(LENGTH, "positive", "distance to the aim point at which the final turn begins")
    ]
    flare_height: Annotated[
        Quantity,
        Kind(
            LENGTH, "zero or more", "height of the wheels over the moving deck below which sink is reduced; 0 for none"
        ),
    ]
    flare_sink_rate: Annotated[
        Quantity, Kind(SPEED, "positive", "sink rate the flare reduces to, seen from the mean deck")
    ]
    compensation_time: Annotated[
        Quantity,
        Kind(TIME, "zero or more", "time before touchdown over which the deck's motion is followed; 0 for none"),
    ]
    compensation_lead: Annotated[Quantity, Kind(TIME, "zero or more", "time by which the deck's motion is led")]
    compensation_freeze: Annotated[
        Quantity, Kind(TIME, "zero or more", "time before touchdown from which the path is frozen")
    ]
    align_time: Annotated[
        Quantity, Kind(TIME, "zero or more", "time before touchdown from which the nose is turned along the strip")
    ]
    waveoff_start: Annotated[
        Quantity, Kind(LENGTH, "positive", "distance to the aim point from which the approach is judged")
    ]
    waveoff_end: Annotated[
        Quantity, Kind(LENGTH, "positive", "distance to the aim point up to which it can still be broken off")
    ]
    waveoff_height: Annotated[Quantity, Kind(LENGTH, "positive", "error of height at which it is broken off")]
    waveoff_lateral: Annotated[
        Quantity, Kind(LENGTH, "positive", "distance from the centre line at which it is broken off")
    ]
    waveoff_slow: Annotated[
        Quantity, Kind(NUMBER, "positive", "share of the approach speed below which it is broken off")
    ]
    waveoff_bank: Annotated[Quantity, Kind(ANGLE, "positive", "bank close to the deck at which it is broken off")]
    waveoff_sink_rate: Annotated[
        Quantity, Kind(SPEED, "positive", "sink rate relative to the moving deck at which it is broken off")
    ]
    touchdown_zone: Annotated[
        Quantity,
        Kind(
            NUMBER,
            "positive",
            "share of the deck beyond the aim point in which the wheels must touch, or it goes around",
        ),
    ]
    braking_deceleration: Annotated[
        Quantity, Kind(ACCELERATION, "positive", "deceleration counted on when judging whether the deck left suffices")
    ]
    stop_margin: Annotated[Quantity, Kind(LENGTH, "zero or more", "deck kept free beyond the stop")]
    maximum_attempts: Annotated[Quantity, Kind(NUMBER, "positive", "approaches before the aircraft is sent elsewhere")]
    strike_height: Annotated[
        Quantity,
        Kind(
            LENGTH, "positive", "height over the deck below which pitch stays between nose wheel first and tail strike"
        ),
    ]
    derotation: Annotated[
        Quantity, Kind(ANGLE, "positive", "how far ahead of the nose its target goes when it is lowered")
    ]
    bounce_height: Annotated[
        Quantity, Kind(LENGTH, "positive", "height over the deck at which a bounce is flown away from")
    ]
    bounce_speed: Annotated[
        Quantity, Kind(NUMBER, "positive", "share of the approach speed below which a bounce is not flown away from")
    ]
    aligned_bank: Annotated[Quantity, Kind(ANGLE, "positive", "most bank with the nose along the strip")]
    align_gain: Annotated[
        Quantity,
        Kind(BANDWIDTH, "positive", "yaw rate for an error of heading once the nose is turned along the strip"),
    ]
    align_rate: Annotated[Quantity, Kind(RATE, "positive", "greatest yaw rate of that turn")]
    least_closure: Annotated[
        Quantity, Kind(SPEED, "positive", "closing speed below which the time to go grows no more")
    ]
    compensation_fade: Annotated[
        Quantity, Kind(NUMBER, "positive", "how much faster than the time to go the compensation comes in")
    ]
    waveoff_closure: Annotated[Quantity, Kind(SPEED, "positive", "closing speed at which the approach is broken off")]
    waveoff_slack: Annotated[
        Quantity, Kind(NUMBER, "zero or more", "growth of the limits of height and offset with distance")
    ]
    waveoff_near: Annotated[
        Quantity, Kind(NUMBER, "fraction", "share of the start of the window within which sink and bank are judged")
    ]
    join_height: Annotated[Quantity, Kind(LENGTH, "zero or more", "height below the path at which it counts as met")]
    join_aside: Annotated[Quantity, Kind(LENGTH, "positive", "greatest offset at which the glide path is begun")]
    clear_ahead: Annotated[
        Quantity, Kind(LENGTH, "zero or more", "distance beyond the bow before a go-around turns downwind")
    ]
    clear_share: Annotated[
        Quantity, Kind(NUMBER, "fraction", "share of the pattern's length beyond which it turns at the latest")
    ]
    clear_height: Annotated[Quantity, Kind(NUMBER, "fraction", "share of the pattern's height above which it turns")]
    height_error_limit: Annotated[
        Quantity, Kind(LENGTH, "positive", "greatest height error the vertical speed answers to")
    ]
    descent_limit: Annotated[Quantity, Kind(SPEED, "positive", "greatest sink rate asked for")]
    climb_limit: Annotated[Quantity, Kind(SPEED, "positive", "greatest climb rate asked for on the path")]
    acceleration_limit: Annotated[
        Quantity, Kind(ACCELERATION, "positive", "greatest vertical acceleration asked for, either way")
    ]
    lift_in_bank_limit: Annotated[Quantity, Kind(ANGLE, "positive", "bank up to which lift is raised for the turn")]
    pitch_minimum: Annotated[Quantity, Kind(ANGLE, "any", "lowest pitch attitude of the approach")]
    pitch_maximum: Annotated[Quantity, Kind(ANGLE, "positive", "highest pitch attitude of the approach")]
    rollout_pitch: Annotated[Quantity, Kind(ANGLE, "any", "pitch attitude the nose is lowered to")]
    rollout_elevator: Annotated[Quantity, Kind(ANGLE, "positive", "greatest elevator on deck, either way")]
    brake_rate: Annotated[
        Quantity, Kind(BANDWIDTH, "positive", "share of the full brake asked for with each second of rollout")
    ]
