"""From catalogue to records: nothing is lost or changed on the way, for every airframe and ship there is."""

import math

import numpy as np
import pytest

from flattop import catalogue
from flattop.engine.assemble.aerodynamics import aerodynamics_of
from flattop.engine.assemble.airframe import airframe_record, engine_of, leg_of, mass_properties
from flattop.engine.assemble.parameters import parameters_of
from flattop.engine.assemble.ship import deck_record
from flattop.engine.assemble.stall import greatest_lift, lift_of
from flattop.engine.assemble.weather import airwake_record
from flattop.engine.layout import columns, flattened
from flattop.engine.records import Parameters
from flattop.physics.body.gear import gas_force
from flattop.physics.ship.deck import deck_surface, is_in_island
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario

AIRFRAMES, SHIPS = catalogue.names("airframes"), catalogue.names("ships")


@pytest.mark.parametrize("name", AIRFRAMES)
def test_greatest_lifts_are_the_catalogues(name):
    """The stall angles are solved so that clean, flapped and inverted maxima come out: to 1e-4, the solver's 1e-5 rad
    times the slope.
    """
    airframe = catalogue.airframe(name)
    a, k = airframe_record(airframe, 1000.0).aerodynamics, airframe.aerodynamics
    angles = np.linspace(-0.8, 0.8, 1601)
    for flap, wanted in ((0.0, k.lift_maximum.si), (1.0, k.lift_maximum_flap.si)):
        assert max(lift_of(x, flap, a) for x in angles if 0.0 < x < 0.5) == pytest.approx(wanted, abs=2e-3)
        assert greatest_lift(flap, a) == pytest.approx(wanted, abs=1e-4)
    assert greatest_lift(0.0, a, -1.0) == pytest.approx(k.lift_minimum.si, abs=1e-4)


@pytest.mark.parametrize("name", AIRFRAMES)
def test_coefficients_have_the_signs_of_the_conventions(name):
    """Stability and control act in the stated directions for every airframe in the catalogue."""
    a = airframe_record(catalogue.airframe(name), 1000.0).aerodynamics
    positive = "lift_slope lift_elevator lift_flap roll_aileron yaw_rudder yaw_sideslip drag_zero drag_induced"
    negative = "pitch_slope pitch_rate pitch_elevator side_sideslip side_rudder roll_roll_rate yaw_yaw_rate"
    assert all(getattr(a, field) > 0.0 for field in positive.split())
    assert all(getattr(a, field) < 0.0 for field in negative.split())


@pytest.mark.parametrize("ship", SHIPS)
@pytest.mark.parametrize("mission", ["launch", "recovery"])
def test_every_ship_gives_finite_parameters(ship, mission):
    """All rows are numbers, with the airframe that has the most of them."""
    scenario = Scenario(
        catalogue.airframe("tb3"), catalogue.ship(ship), catalogue.pilot(), Condition(wind_over_deck=10.0), mission
    )
    values = flattened(parameters_of(scenario))
    wrong = [c.path for c in columns(Parameters) if not math.isfinite(values[c.row])]
    assert wrong == []


def test_quantities_arrive_in_si():
    """Power in W, speed in rad/s, consumption in kg/J, angles in rad."""
    airframe = catalogue.airframe("tb3")
    record = airframe_record(airframe, 1400.0)
    assert record.engine.maximum_power == pytest.approx(126e3)
    assert record.engine.fuel_consumption == pytest.approx(0.215 / 3.6e6)
    assert record.propeller.angular_speed == pytest.approx(2300.0 * 2.0 * math.pi / 60.0)
    assert record.controls.tail == pytest.approx(math.radians(25.0))
    assert record.engine.critical_density == pytest.approx(0.6527, abs=1e-3)  # 20 000 ft, ISO 2533


def test_inertia_goes_with_the_mass():
    """Radii of gyration are kept: half the mass, half the inertia."""
    m = mass_properties(catalogue.airframe("tb3"), 725.0)
    assert m.mass * m.radius2_xx == pytest.approx(0.5 * 4440.0)


def test_electrical_load_is_counted_at_the_shaft():
    """2.5 kW through a generator of 85 %."""
    assert engine_of(catalogue.airframe("tb3")).electrical_load == pytest.approx(2500.0 / 0.85)


@pytest.mark.parametrize("name", AIRFRAMES)
def test_the_strut_reaches_its_full_load_at_full_stroke(name):
    """The gas length is chosen for it."""
    gear = catalogue.airframe(name).gear
    for leg in (gear.nose, gear.main):
        assert gas_force(leg.stroke.si, leg_of(leg)) == pytest.approx(leg.full_load.si, rel=1e-12)


def test_a_ship_without_ramp_or_island_has_none_anywhere_near():
    """The deck of a runway: level everywhere, nothing to hit."""
    deck = deck_record(catalogue.ship("runway"))
    assert deck_surface(0.0, deck.strip_y, deck).slope == 0.0
    assert not is_in_island(0.0, 5.0, -deck.height - 1.0, deck)


def test_the_angle_of_the_strip_is_to_port():
    """A strip at +9 degrees heads to port of the bow: its unit vector has a negative y."""
    ship = catalogue.replaced(catalogue.ship("izumo"), {"strip.angle": math.radians(9.0)})
    deck = deck_record(ship)
    assert (deck.strip_cos, deck.strip_sin) == pytest.approx(
        (math.cos(math.radians(9.0)), -math.sin(math.radians(9.0)))
    )


def test_the_ramp_ends_at_its_angle():
    """sin(angle) = k L: the arc of the published length and angle."""
    ship = catalogue.ship("anadolu")
    deck = deck_record(ship)
    assert ship.ramp
    assert math.asin(deck.ramp_curvature * ship.ramp.length.si) == pytest.approx(ship.ramp.angle.si)


def test_the_design_is_the_airframe_with_gear_down(make_scenario):
    """The autopilot's model: the coefficients themselves, drag with the gear, mass as declared."""
    scenario = make_scenario("recovery", mass=1111.0)
    design, a = parameters_of(scenario).autopilot.design, aerodynamics_of(scenario.airframe)
    assert design.mass == 1111.0
    assert design.drag_zero == pytest.approx(a.drag_zero + a.drag_gear)
    assert (design.lift_slope, design.pitch_elevator) == (a.lift_slope, a.pitch_elevator)


def test_a_runway_has_no_airwake():
    """Nothing disturbs the air over land."""
    scenario = Scenario(
        catalogue.airframe("tb2"),
        catalogue.ship("runway"),
        catalogue.pilot(),
        Condition(wind_over_deck=5.0),
        "recovery",
    )
    wake = airwake_record(scenario)
    assert (wake.deficit, wake.upwash, wake.turbulence, wake.pitch_amplitude) == (0.0, 0.0, 0.0, 0.0)
