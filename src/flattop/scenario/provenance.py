"""Where a result comes from: version, seed and digests of the inputs, as attributes of every dataset."""

import hashlib

from flattop.quantities.sources import source_digest
from flattop.scenario.scenario import Scenario, mass_of, ship_speed_of

FLIGHT_ROOMS = ("quantities", "physics", "pilot", "scenario", "engine")
"""Rooms whose code decides what a flight is; the catalogue comes in by its contents."""


def version():
    """Version of the installed package."""
    from importlib.metadata import version as installed

    return installed("flattop")


def input_digest(scenario: Scenario):
    """Digest of airframe, ship, pilot and condition, 16 hexadecimal digits."""
    parts = (
        scenario.airframe.digest,
        scenario.ship.digest,
        scenario.pilot.digest,
        repr(scenario.condition),
        scenario.mission,
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def provenance(scenario: Scenario, seed: int):
    """Attributes that say how to make a result again."""
    c = scenario.condition
    return {
        "airframe": scenario.airframe.name,
        "airframe_title": scenario.airframe.title,
        "ship": scenario.ship.name,
        "ship_title": scenario.ship.title,
        "pilot": scenario.pilot.name,
        "mission": scenario.mission,
        "seed": seed,
        "version": version(),
        "source_digest": source_digest("flattop.engine.simulate", rooms=FLIGHT_ROOMS),
        "digest": input_digest(scenario),
        "mass_kg": mass_of(scenario),
        "wind_over_deck_m_s": c.wind_over_deck,
        "wind_from_rad": c.wind_from,
        "ship_speed_m_s": ship_speed_of(scenario),
        "significant_height_m": c.significant_height,
        "modal_period_s": c.modal_period,
        "wave_from_rad": c.wave_from,
        "temperature_offset_K": c.temperature_offset,
    }
