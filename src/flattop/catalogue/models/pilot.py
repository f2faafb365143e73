"""Settings of the automatic pilot as a catalogue file states them: control, launch, recovery and navigation."""

from typing import Annotated

from flattop.catalogue.models.entry import Entry, Heading, Section
from flattop.catalogue.models.quantity import Kind, Quantity

NUMBER, LENGTH, ANGLE, TIME = "dimensionless number", "length", "angle", "time"
SPEED, ACCELERATION, BANDWIDTH, INTEGRAL = "speed", "acceleration", "rate", "gain of an integral"


class Control(Section):
    """Bandwidths of the inner loops, the same for every airframe."""

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


class Launch(Section):
    """How the launch is flown."""

    hold_time: Annotated[Quantity, Kind(TIME, "positive", "brakes held while the engine reaches full power")]
    rotation_speed_factor: Annotated[
        Quantity, Kind(NUMBER, "positive", "rotation speed on a flat deck, over the stall speed with launch flap")
    ]
    climb_speed_factor: Annotated[
        Quantity, Kind(NUMBER, "positive", "climb speed over the stall speed with launch flap")
    ]
    minimum_speed_factor: Annotated[
        Quantity,
        Kind(NUMBER, "positive", "speed foreseen at a flat bow below which the run is given up, over the stall speed"),
    ]
    minimum_speed_factor_ramp: Annotated[Quantity, Kind(NUMBER, "positive", "the same over a ramp")]
    rotation_pitch: Annotated[Quantity, Kind(ANGLE, "positive", "pitch attitude of the rotation")]
    decision_time: Annotated[Quantity, Kind(TIME, "positive", "time from brake release after which the run is judged")]
    reject_deceleration: Annotated[
        Quantity, Kind(ACCELERATION, "positive", "deceleration counted on to stop a rejected run")
    ]
    rotation_lead: Annotated[
        Quantity, Kind(TIME, "zero or more", "time before the bow at which the nose is raised at the latest")
    ]


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


class Navigation(Section):
    """Errors of the sensors."""

    position_bias: Annotated[
        Quantity, Kind(LENGTH, "zero or more", "standard deviation of the constant horizontal error of a flight")
    ]
    height_bias: Annotated[
        Quantity, Kind(LENGTH, "zero or more", "standard deviation of the constant height error of a flight")
    ]
    position_noise: Annotated[
        Quantity, Kind(LENGTH, "zero or more", "standard deviation of the varying horizontal error")
    ]
    height_noise: Annotated[Quantity, Kind(LENGTH, "zero or more", "standard deviation of the varying height error")]
    noise_time: Annotated[Quantity, Kind(TIME, "positive", "correlation time of the varying errors")]
    latency: Annotated[Quantity, Kind(TIME, "zero or more", "delay of the position fix")]
    latency_error: Annotated[Quantity, Kind(TIME, "zero or more", "standard deviation of the delay's unknown part")]
    interval: Annotated[Quantity, Kind(TIME, "positive", "time between fixes")]
    airspeed_bias: Annotated[
        Quantity, Kind(SPEED, "zero or more", "standard deviation of the constant airspeed error of a flight")
    ]
    airspeed_noise: Annotated[Quantity, Kind(SPEED, "zero or more", "standard deviation of the varying airspeed error")]
    attitude_bias: Annotated[
        Quantity, Kind(ANGLE, "zero or more", "standard deviation of the constant attitude error of a flight")
    ]


class PilotSettings(Entry):
    """How the automatic pilot launches, recovers and navigates."""

    pilot: Heading
    control: Control
    launch: Launch
    recovery: Recovery
    navigation: Navigation

    @property
    def heading(self) -> Heading:
        """The entry's first table, which names it."""
        return self.pilot
