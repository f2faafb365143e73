"""Where a result comes from: version, seed and digest of all that was flown with, as attributes of every dataset."""

from flattop.scenario.scenario import Scenario, mass_of, ship_speed_of


def version():
    """Version of the installed package."""
    from importlib.metadata import version as installed

    return installed("flattop")


def provenance(scenario: Scenario, seed: int):
    """Attributes that say how to make a result again."""
    from flattop.scenario.digest import digest, flight_code

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
        "source_digest": flight_code(),
        "digest": digest(scenario),
        "mass_kg": mass_of(scenario),
        "wind_over_deck_m_s": c.wind_over_deck,
        "wind_from_rad": c.wind_from,
        "ship_speed_m_s": ship_speed_of(scenario),
        "significant_height_m": c.significant_height,
        "modal_period_s": c.modal_period,
        "wave_from_rad": c.wave_from,
        "temperature_offset_K": c.temperature_offset,
    }
