"""Everything a flight is flown with: the only place that puts the catalogue's entries together into records."""

import math

from flattop.engine import records
from flattop.engine.assemble.airframe import airframe_record
from flattop.engine.assemble.pilot import autopilot_record
from flattop.engine.assemble.ship import deck_record
from flattop.engine.assemble.weather import weather_record
from flattop.scenario.scenario import mass_of


def parameters_of(scenario):
    """Everything the flights of a scenario are flown with, before the draws of each flight."""
    mass = mass_of(scenario)
    time = 60.0 if scenario.mission == "launch" else 700.0
    return records.Parameters(
        airframe=airframe_record(scenario.airframe, mass),
        deck=deck_record(scenario.ship),
        weather=weather_record(scenario),
        autopilot=autopilot_record(scenario, mass),
        limits=records.Limits(
            time=time,
            launch_height=25.0,
            alpha=math.radians(35.0),
            stopped_speed=0.3,
            attempts=scenario.pilot.recovery.maximum_attempts.si,
            stern_depth=0.25,
            stern_reach=1.0,
        ),
    )
