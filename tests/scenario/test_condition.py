"""Conditions and scenarios: ship speed, true wind from wind over deck, masses."""

import math

import pytest

from flattop.scenario.scenario import LEAST_SHIP_SPEED, mass_of, ship_speed_of, true_wind


@pytest.mark.parametrize("wind_from", [-60.0, 0.0, 30.0, 170.0])
def test_wind_over_deck_is_true_wind_less_ship_speed(make_scenario, wind_from):
    """The vector sum, with green (starboard) angles positive: wind from starboard blows to port, to negative east."""
    scenario = make_scenario("recovery", wind_over_deck=15.0, wind_from=math.radians(wind_from))
    north, east = true_wind(scenario)
    over_deck = (north - ship_speed_of(scenario), east)
    assert math.hypot(*over_deck) == pytest.approx(15.0)
    assert math.degrees(math.atan2(-over_deck[1], -over_deck[0])) == pytest.approx(wind_from, abs=1e-9)
    assert (east < 0.0) is (wind_from > 0.0)


def test_ship_speed_is_half_of_the_wind_within_limits(make_scenario):
    """Half of the component from ahead, at least steerage way, at most the operating speed; or what is given."""

    def speed(**condition):
        return ship_speed_of(make_scenario("recovery", **condition))

    assert speed(wind_over_deck=12.0) == pytest.approx(6.0)
    assert speed(wind_over_deck=12.0, wind_from=math.radians(60.0)) == pytest.approx(3.0)
    assert speed(wind_over_deck=2.0) == LEAST_SHIP_SPEED
    assert speed(wind_over_deck=40.0) == pytest.approx(20.0 * 1852.0 / 3600.0)
    assert speed(wind_over_deck=12.0, ship_speed=1.5) == 1.5


def test_a_runway_does_not_move(make_scenario):
    """Then the true wind is the wind over the strip."""
    scenario = make_scenario("recovery", "runway", wind_over_deck=5.0)
    assert ship_speed_of(scenario) == 0.0
    assert true_wind(scenario) == pytest.approx((-5.0, 0.0), abs=1e-15)


def test_masses(make_scenario):
    """Launches at the maximum, recoveries with a fifth of the fuel, or what is given."""
    launch, recovery = make_scenario("launch"), make_scenario("recovery")
    m = launch.airframe.mass
    assert mass_of(launch) == m.maximum_takeoff.si
    assert mass_of(recovery) == pytest.approx(m.empty.si + m.payload.si + 0.2 * m.fuel.si)
    assert mass_of(launch.under(mass=1234.0)) == 1234.0


def test_under_changes_only_what_it_names(make_scenario):
    """A scenario in another condition."""
    scenario = make_scenario("recovery", significant_height=2.0)
    other = scenario.under(wind_over_deck=3.0)
    assert other.condition.wind_over_deck == 3.0
    assert other.condition.significant_height == 2.0
    assert scenario.condition.wind_over_deck == 12.0
