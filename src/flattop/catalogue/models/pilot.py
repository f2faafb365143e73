"""Settings of the automatic pilot as a catalogue file states them: control, launch, recovery and navigation."""

from pathlib import Path
from typing import Annotated

from flattop.catalogue.models.entry import Entry, Heading, Section, Text
from flattop.catalogue.models.pilot_control import Control
from flattop.catalogue.models.pilot_recovery import Recovery
from flattop.catalogue.models.quantity import Kind, Quantity

NUMBER, LENGTH, ANGLE, TIME = "dimensionless number", "length", "angle", "time"
SPEED, ACCELERATION = "speed", "acceleration"


STANDARD = "standard"


class PilotHeading(Heading):
    """Who the pilot is, and the law it flies by: Flattop's own, or a Python file of one's own, relative to the entry's file."""

    law: Text = STANDARD


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
    acceleration_share: Annotated[
        Quantity, Kind(NUMBER, "fraction", "share of the mean acceleration so far that is counted on to the bow")
    ]
    stop_margin: Annotated[Quantity, Kind(LENGTH, "zero or more", "deck kept free beyond the stop of a rejected run")]
    push_over_limit: Annotated[
        Quantity, Kind(ACCELERATION, "positive", "greatest downward acceleration asked for in the climb")
    ]
    pull_up_limit: Annotated[
        Quantity, Kind(ACCELERATION, "positive", "greatest upward acceleration asked for in the climb")
    ]
    bank_limit: Annotated[Quantity, Kind(ANGLE, "positive", "greatest bank in the climb")]
    pitch_minimum: Annotated[Quantity, Kind(ANGLE, "any", "lowest pitch attitude of the climb")]
    pitch_maximum: Annotated[Quantity, Kind(ANGLE, "positive", "highest pitch attitude of the climb")]


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

    pilot: PilotHeading
    control: Control
    launch: Launch
    recovery: Recovery
    navigation: Navigation

    @property
    def heading(self) -> Heading:
        """The entry's first table, which names it."""
        return self.pilot

    @property
    def law_file(self) -> Path | None:
        """The Python file of a law of one's own; None where Flattop's own flies."""
        return None if self.pilot.law == STANDARD else self.folder / self.pilot.law
