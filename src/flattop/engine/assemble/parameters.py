"""Everything a flight is flown with: the only place that puts the catalogue's entries together into records."""

from flattop.engine import records
from flattop.engine.assemble.airframe import airframe_record
from flattop.engine.assemble.limits import limits_record
from flattop.engine.assemble.pilot import autopilot_record
from flattop.engine.assemble.ship import deck_record
from flattop.engine.assemble.weather import weather_record
from flattop.scenario.scenario import mass_of


def parameters_of(scenario):
    """Everything the flights of a scenario are flown with, before the draws of each flight."""
    mass = mass_of(scenario)
    return records.Parameters(
        airframe=airframe_record(scenario.airframe, mass),
        deck=deck_record(scenario.ship),
        weather=weather_record(scenario),
        autopilot=autopilot_record(scenario, mass),
        limits=limits_record(scenario),
    )
