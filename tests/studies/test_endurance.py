"""Endurance: steady flight against the engine's trim, closed forms where there are any, conservation of fuel, bounds."""

import math

import numpy as np
import pytest

from flattop import catalogue
from flattop.engine.assemble.airframe import airframe_record
from flattop.engine.trim import FlightCase, trim
from flattop.physics.body import propulsion
from flattop.quantities.constants import FOOT, KNOT
from flattop.studies.endurance import Load, Question, endurance, loaded, question_problems
from flattop.studies.endurance.flight import SERVICE, Path, burning, flown, path
from flattop.studies.endurance.ranges import INPUTS, Ranged, ranged, varied
from flattop.studies.endurance.speeds import Curves, Flyer, climb, densities
from flattop.studies.endurance.station import time_on_station
from flattop.studies.endurance.steady import level_power, path_angle
from flattop.studies.soundness import stall_speed

HIGH = 20000.0 * FOOT


@pytest.fixture(scope="module")
def tb3():
    """The airframe."""
    return catalogue.airframe("tb3")


@pytest.fixture(scope="module")
def flyer(tb3):
    """The airframe in standard air."""
    return Flyer(tb3)


@pytest.fixture(scope="module")
def load(tb3):
    """Full tanks, no payload."""
    return loaded(tb3, Load())


@pytest.fixture(scope="module")
def answer(tb3):
    """The answer at two heights."""
    return endurance(tb3, Question(heights=(0.0, HIGH)))


@pytest.mark.parametrize("name", ["tb2", "tb3", "anka", "mojave"])
@pytest.mark.parametrize(("ratio", "height"), [(1.2, 0.0), (1.4, 5000.0), (1.9, 2000.0)])
def test_level_flight_is_the_engines_trim(name, ratio, height):
    """The compiled rule finds the power that the engine's least squares find: both balance to 1e-9 m/s2, so to 1e-7 of the power."""
    entry = catalogue.airframe(name)
    mass, flyer = entry.mass.reference_mass.si, Flyer(entry)
    speed = ratio * float(flyer.stall(height, mass))
    slow = trim(FlightCase(speed, 0.0, height, 0.0, 0.0, 0.0), airframe_record(entry, mass))
    assert float(level_power(flyer.record, speed, height, mass)) == pytest.approx(slow.shaft_power, rel=1e-7)


def test_a_path_at_the_power_of_level_flight_is_level(flyer):
    """Either unknown found, the other given: the same flight, to the balance of 1e-9 m/s2 over g."""
    power = level_power(flyer.record, 45.0, 3000.0, 1200.0)
    assert float(path_angle(flyer.record, 45.0, 3000.0, 1200.0, power)) == pytest.approx(0.0, abs=1e-8)


def test_no_flight_below_the_stall(flyer):
    """NaN, never a number, for a speed at which no angle of attack carries the weight."""
    assert math.isnan(float(level_power(flyer.record, 0.9 * float(flyer.stall(0.0, 1300.0)), 0.0, 1300.0)))


def test_curves_pass_through_solved_flights(flyer):
    """Between the solved ratios the cubics stay within 0.1 % of flights solved there (fourth-order remainder at a spacing of 4.6 %)."""
    curves = Curves(flyer, HIGH, 1200.0)
    k = np.arange(80, 1400, 77)
    solved = level_power(flyer.record, curves.speed[0, k], HIGH, 1200.0)
    assert curves.power[0, k] == pytest.approx(solved, rel=1e-3)


def test_stall_speed_is_that_of_the_soundness_check(tb3, flyer):
    """At sea level; at a height by the root of the density ratio: 1e-8, the rounding of the tabulated 1.225 kg/m3."""
    assert float(flyer.stall(0.0, 1450.0)) == pytest.approx(stall_speed(tb3, 1450.0, 0.0), rel=1e-7)
    ratio = float(densities(HIGH, 0.0) / densities(0.0, 0.0))
    assert float(flyer.stall(HIGH, 1450.0)) == pytest.approx(stall_speed(tb3, 1450.0, 0.0) / math.sqrt(ratio), rel=1e-7)


def test_the_fastest_flight_takes_all_power(flyer):
    """Level power at the greatest speed is the available power, to the straight line between two of 1601 points."""
    for height in (0.0, HIGH, 8000.0):
        speed = float(Curves(flyer, height, 1300.0).fastest()[0])
        power = float(level_power(flyer.record, speed, height, 1300.0))
        assert power == pytest.approx(float(flyer.available(height)), rel=1e-3)


def test_the_best_speeds_are_the_best_of_many(flyer):
    """No other possible speed burns less in a time, or in a distance, than the two found: by 0.1 % at most."""
    curves = Curves(flyer, HIGH, 1200.0)
    _, lowest = curves.best_endurance()
    fast, power = curves.best_range()
    flow = flyer.flow(curves.power[0, curves.possible[0]])
    assert flow.min() == pytest.approx(float(flyer.flow(lowest[0])), rel=1e-3)
    assert (flow / curves.speed[0, curves.possible[0]]).min() == pytest.approx(
        float(flyer.flow(power[0]) / fast[0]), rel=1e-3
    )


def test_the_excess_power_climbs(flyer):
    """The rate of climb is the excess thrust power over weight, to the thrust's small angle to the path (1 - cos 8 deg = 1 %)."""
    (rate,), (speed,) = climb(flyer, 0.0, 1300.0)
    power = float(level_power(flyer.record, speed, 0.0, 1300.0))
    rho, r = float(densities(0.0, 0.0)), flyer.record
    pull = [
        propulsion.thrust(p - r.engine.electrical_load, speed, rho, r.propeller)
        for p in (float(flyer.available(0.0)), power)
    ]
    assert rate == pytest.approx((pull[0] - pull[1]) * speed / (1300.0 * 9.80665), rel=0.03)


def test_endurance_is_the_integral_of_the_mass(flyer, load):
    """Six masses and a cubic against 400 masses and the trapezium rule: 1e-4 of the time."""
    loiter, _ = burning(flyer, [HIGH], load)
    time, _ = loiter.between(0, load.mass, load.dry)
    masses = np.linspace(load.dry, load.mass, 400)
    _, power = Curves(flyer, HIGH, masses).best_endurance()
    assert time == pytest.approx(float(np.trapezoid(1.0 / flyer.flow(power), masses)), rel=1e-4)


def test_parts_of_a_flight_burn_the_load(answer):
    """Climb, loiter, descent and reserve: to the last gram."""
    assert float(answer["phase_fuel"].sum()) == pytest.approx(answer.attrs["fuel_kg"], rel=1e-9)


def test_on_station_at_no_radius_is_the_loiter(tb3, flyer, load):
    """Without a way to fly, time on station is the flight's time less climb and descent: 1e-9, the same integral."""
    whole = flown(flyer, load, [HIGH], 2700.0)
    down = path(flyer, load.dry, None).to([HIGH])[0]
    expected = whole.airborne[0] - whole.climb_time[0] - down[0]
    assert time_on_station(flyer, load, HIGH, [0.0], 2700.0)[0] == pytest.approx(expected, rel=1e-9)


def test_time_on_station_falls_with_radius_and_wind(flyer, load):
    """More way, less time; wind against the way out and with the way back costs time as well; too far is NaN."""
    radii = np.array([0.0, 500e3, 1000e3, 1500e3, 9000e3])
    still, windy = (time_on_station(flyer, load, HIGH, radii, 2700.0, None, w) for w in (0.0, 15.0))
    assert np.all(np.diff(still[:4]) < 0.0)
    assert np.all(windy[1:4] < still[1:4])
    assert math.isnan(still[4])


def test_hot_air_and_weight_cost_height(tb3, load):
    """A hot day and a heavy aircraft lower the ceiling."""
    standard = path(Flyer(tb3), load.mass).ceiling(SERVICE)
    assert path(Flyer(tb3, 25.0), load.mass).ceiling(SERVICE) < standard
    assert path(Flyer(tb3), 1450.0).ceiling(SERVICE) < standard


def test_a_ceiling_lies_on_the_line_between_layers():
    """3 m/s at 1000 m and 1 m/s at 2000 m make 2 m/s at 1500 m; never below: the highest looked at; at once: the sea."""
    none = np.zeros(3)
    made = Path(np.array([1000.0, 2000.0, 3000.0]), none, none, none, np.array([3.0, 1.0, -1.0]))
    assert made.ceiling(2.0) == pytest.approx(1500.0)
    assert made.ceiling(-5.0) == 3000.0
    assert made.ceiling(4.0) == 0.0


def test_ceilings_are_those_of_one_mass(flyer):
    """At the service ceiling the best climb at the take-off mass is 100 ft/min: to the straight line between layers, 1 % of it."""
    (rate,), _ = climb(flyer, path(flyer, 1450.0).ceiling(SERVICE), 1450.0)
    assert rate == pytest.approx(SERVICE, rel=0.01)


def test_no_reserve_no_payload_last_longer(tb3, flyer, load):
    """Each costs time."""
    bare = flown(flyer, load, [HIGH]).airborne[0]
    assert flown(flyer, load, [HIGH], 2700.0).airborne[0] < bare
    assert flown(flyer, loaded(tb3, Load(payload=200.0)), [HIGH]).airborne[0] < bare


def test_a_given_speed_is_flown_or_refused(flyer, load):
    """96 kt at 20 000 ft lasts no longer than the best speed; a speed nobody can fly gives none."""
    best = flown(flyer, load, [HIGH]).airborne[0]
    assert 0.5 * best < flown(flyer, load, [HIGH], 0.0, 96.0 * KNOT).airborne[0] <= best
    assert math.isnan(flown(flyer, load, [HIGH], 0.0, 400.0 * KNOT).airborne[0])


def test_loads_follow_from_what_is_given(tb3):
    """Full tanks; less fuel where the greatest take-off mass or a given mass leaves less."""
    assert loaded(tb3, Load()) == (1220.0, 350.0, 0.0)
    assert loaded(tb3, Load(payload=280.0)) == (1450.0, 300.0, 280.0)
    assert loaded(tb3, Load(mass=1000.0)).fuel == 130.0


REFUSED = {
    "payload": (Question(load=Load(payload=400.0)), "--payload = 400 kg: expected 0 to 280 kg"),
    "fuel": (Question(load=Load(fuel=500.0)), "--fuel = 500 kg: expected more than 0 and up to 400 kg"),
    "mass": (Question(load=Load(mass=9000.0)), "--mass = 9000 kg"),
    "sum": (Question(load=Load(mass=1300.0, fuel=100.0)), "--mass = 1300 kg: expected 970 kg"),
    "no fuel": (Question(load=Load(payload=200.0, mass=1050.0)), "no fuel is left"),
    "height": (Question(heights=(20000.0,)), "absolute ceiling at 1,220 kg"),
    "depth": (Question(heights=(-10.0,)), "--altitude = -33 ft"),
    "slow": (Question(heights=(HIGH,), speed=20.0), "--speed = 39 kt: expected"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_asked_is_said(tb3, name):
    """One line with the number and its limit."""
    question, words = REFUSED[name]
    (line,) = question_problems(tb3, question)
    assert words in line


def test_payload_and_fuel_together_may_be_too_much():
    """Each within its limit, the sum above the greatest take-off mass of 1700 kg."""
    (line,) = question_problems(catalogue.airframe("anka"), Question(load=Load(payload=250.0, fuel=320.0))) or [""]
    assert line == ""  # 1620 kg is within the range's upper end
    (line,) = question_problems(catalogue.airframe("mojave"), Question(load=Load(payload=1600.0, fuel=900.0)))
    assert "take-off mass 3850 kg: expected at most 3200 kg" in line


def test_ranges_add_up_by_the_root_of_squares():
    """Changes of -3 and -4 make 5 downwards; the better ends of -1 and 2 make nothing and 2 upwards."""
    r = Ranged({"y": np.array(10.0)}, {"y": {"a": np.array([-3.0, -1.0]), "b": np.array([-4.0, 2.0])}})
    assert float(r.low("y")) == pytest.approx(5.0)
    assert float(r.high("y")) == pytest.approx(12.0)


def test_ranges_hold_their_best_and_each_single_change(tb3):
    """Low, best and high stand in order; an answer that is one input's own number moves with it alone."""
    found = ranged(tb3, lambda a, margin: {"fuel": np.array(a.mass.fuel.si), "margin": np.array(margin)})
    assert (float(found.low("fuel")), float(found.high("fuel"))) == (300.0, 400.0)
    assert (float(found.low("margin")), float(found.high("margin"))) == pytest.approx((1.1, 1.3))
    assert [k for k, v in found.changes["fuel"].items() if np.any(v)] == ["mass.fuel"]


@pytest.mark.parametrize("path_of", INPUTS)
def test_inputs_are_numbers_of_the_catalogue(tb3, path_of):
    """Each can be moved to an end of its range, and nothing else moves."""
    section, name = path_of.split(".")
    moved = varied(tb3, path_of, "high")
    assert getattr(getattr(moved, section), name).value == getattr(getattr(tb3, section), name).high
    assert moved.geometry.span == tb3.geometry.span


def test_the_answer_is_whole(answer):
    """Every variable has its unit; best values stand within their ranges; provenance is there."""
    assert all("units" in v.attrs for n, v in answer.data_vars.items() if n != "phase")
    for name in ("endurance", "range", "maximum_speed", "climb_rate", "service_ceiling"):
        assert np.all(answer[f"{name}_low"] <= answer[name])
        assert np.all(answer[name] <= answer[f"{name}_high"])
    assert {"airframe", "version", "digest", "reserve_s"} <= set(answer.attrs)
