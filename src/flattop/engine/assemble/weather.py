"""From a scenario to the air of its flights: mean wind, turbulence, airwake."""

import math

from flattop.engine import records
from flattop.engine.world.sea import pitch_statistics
from flattop.physics.air import airwake, wind
from flattop.scenario.scenario import ship_speed_of, true_wind

SEA_ROUGHNESS = 5e-4  # aerodynamic roughness of the open sea [m]; estimate, 1e-4 .. 1e-3


TWENTY_FEET = 6.096  # height the intensity of turbulence refers to [m]


OVER_DECK = 5.0  # height over the deck of the wind the airwake is scaled with [m]


WIND_REFERENCE_HEIGHT = 10.0  # height the wind over deck is stated for [m]


def airwake_record(scenario):
    """The ship's airwake, its swing tuned to the ship's pitching in this sea; none over a runway."""
    ship = scenario.ship
    d = ship.deck
    length = d.bow_x.si - d.stern_x.si
    amplitude, frequency = pitch_statistics(scenario)
    air = ship.air if ship.air and ship.air.grid is None else None  # a gridded airwake takes its place
    return airwake.Airwake(
        deficit=air.burble_deficit.si if air else 0.0,
        length=(air.burble_length.si if air else 1.0) * length,
        upwash=air.burble_upwash.si if air else 0.0,
        turbulence=air.burble_turbulence.si if air else 0.0,
        stern_x=d.stern_x.si,
        bow_x=d.bow_x.si,
        half_width=0.5 * (d.starboard_y.si - d.port_y.si),
        deck_height=d.height.si,
        pitch_amplitude=amplitude,
        pitch_frequency=frequency,
    )


def weather_record(scenario):
    """The air of a scenario."""
    c = scenario.condition
    north, east = true_wind(scenario)
    log_reference = math.log(WIND_REFERENCE_HEIGHT / SEA_ROUGHNESS)
    mean = wind.MeanWind(north, east, log_reference, SEA_ROUGHNESS, ship_speed_of(scenario))
    low = wind.wind_profile(TWENTY_FEET, log_reference, SEA_ROUGHNESS)
    return records.Weather(
        wind=mean,
        wind_at_20_feet=low * math.hypot(north, east),
        over_deck_N=wind.mean_wind_N(scenario.ship.deck.height.si + OVER_DECK, mean),
        airwake=airwake_record(scenario),
        wake_phase=0.0,
        turbulence_factor=c.turbulence,
        temperature_offset=c.temperature_offset,
    )
