"""The exported aircraft: its structure without JSBSim, and with it the loads at random states and a user's own airframe."""

import math
from xml.etree import ElementTree

import numpy as np
import pytest

from flattop import catalogue
from flattop.catalogue.files.loading import DATA
from flattop.engine.assemble.airframe import airframe_record
from flattop.exchange.jsbsim.aircraft import jsbsim_files, model_name
from flattop.exchange.jsbsim.expressions import number, operation, prop
from flattop.exchange.jsbsim.mass import loading_of
from flattop.exchange.jsbsim.units import DENSITY, MOMENT, POUND_FORCE
from flattop.physics.body import aerodynamics, propulsion
from flattop.quantities.constants import FOOT, POUND
from flattop.quantities.vectors import Vec3
from flattop.verification.jsbsim import aircraft as jsbsim_aircraft

AIRFRAMES = catalogue.names("airframes")
SECTIONS = (
    "fileheader", "metrics", "mass_balance", "ground_reactions", "external_reactions", "propulsion", "flight_control",
    "aerodynamics",
)  # fmt: skip
installed = pytest.mark.skipif(not jsbsim_aircraft.is_installed(), reason="jsbsim is not installed")


def tree_of(name):
    """The aircraft of a catalogue airframe at its greatest mass."""
    airframe = catalogue.airframe(name)
    files = jsbsim_files(airframe, airframe.mass.maximum_takeoff.si)
    return airframe, ElementTree.fromstring(files[f"aircraft/{name}/{name}.xml"])


@pytest.mark.parametrize("name", AIRFRAMES)
def test_every_airframe_becomes_a_whole_aircraft(name):
    """Every section once, every property that a function names is JSBSim's own or one that is computed; masses add up."""
    airframe, root = tree_of(name)
    assert [child.tag for child in root] == list(SECTIONS)
    named = {e.get("name") for e in root.iter() if e.tag in ("function", "fcs_function")}
    ours = ("flow/", "gear/nose/", "gear/left/", "gear/right/", "gear/tilt")
    used = {(e.text or "").strip() for e in root.iter("property")}
    assert [p for p in sorted(used) if p.startswith(ours) and p not in named] == []
    parts = [
        root.find(p) for p in ("mass_balance/emptywt", "mass_balance/pointmass/weight", "propulsion/tank/contents")
    ]
    mass = sum(float(part.text or "nan") for part in parts if part is not None) * POUND
    assert mass == pytest.approx(airframe.mass.maximum_takeoff.si, rel=1e-11)  # twelve digits are written


def test_files_say_where_they_come_from():
    """Source, version, digest and what is not exported, in a comment at the head."""
    airframe = catalogue.airframe("tb3")
    text = jsbsim_files(airframe, 1450.0)["aircraft/tb3/tb3.xml"]
    for words in (airframe.digest, "Flattop", "tb3.toml", "Not exported", "airwake", "relaxation"):
        assert words in text[:6000]


def test_chains_of_an_operation_are_one_element():
    """a + b + c has three terms; a difference keeps two."""
    total = (prop("a") + 1.0 + prop("c") * 2.0 - 3.0).element()
    assert [child.tag for child in total] == ["sum", "value"]
    assert [child.tag for child in total[0]] == ["property", "value", "product"]
    assert operation("max", number(0.1), 2.0).element()[0].text == "0.1"


def test_loading_fills_payload_then_fuel():
    """At 1450 kg the TB3 carries all payload and 300 kg of fuel; nearly empty it carries what is left; overloaded it is payload."""
    m = catalogue.airframe("tb3").mass
    assert loading_of(1450.0, m) == (870.0, 280.0, 300.0)
    assert loading_of(1000.0, m) == (870.0, 130.0, 0.0)
    assert loading_of(1600.0, m) == (870.0, 380.0, 350.0)


def test_names_of_models_are_names_of_files(tmp_path):
    """An airframe called with blanks and strokes has neither in its model's name."""
    path = tmp_path / "mine.toml"
    text = (DATA / "airframes/tb2.toml").read_text(encoding="utf-8")
    path.write_text(text.replace('name = "tb2"', 'name = "my own / air frame"'), encoding="utf-8")
    assert model_name(catalogue.airframe(path)) == "my-own-air-frame"


def begin(flight, rng):
    """A random state, speed 5 to 90 m/s, every other one at any angle of attack; the commands as shares."""
    V, beta = rng.uniform(5.0, 90.0), rng.uniform(-0.5, 0.5)
    alpha = rng.uniform(-math.pi, math.pi) * rng.choice([0.1, 1.0])
    u, v, w = math.cos(alpha) * math.cos(beta), math.sin(beta), math.sin(alpha) * math.cos(beta)
    flight["ic/h-sl-ft"] = rng.uniform(5.0, 3000.0) / FOOT
    for name, share in zip("uvw", (u, v, w), strict=True):
        flight[f"ic/{name}-fps"] = V * share / FOOT
    for name in "pqr":
        flight[f"ic/{name}-rad_sec"] = rng.uniform(-1.0, 1.0)
    flight["ic/phi-rad"], flight["ic/theta-rad"] = rng.uniform(-1.0, 1.0, 2)
    commands = dict(zip(("elevator", "aileron", "rudder"), rng.uniform(-1.0, 1.0, 3), strict=True))
    commands |= {"flap": rng.uniform(0.0, 1.0), "throttle": rng.uniform(0.0, 1.0)}
    for name, value in commands.items():
        flight[f"fcs/{name}-cmd-norm"] = value
    flight["gear/gear-cmd-norm"] = commands["gear"] = float(rng.integers(0, 2))
    flight.run_ic()
    return commands


def configuration(commands, c):
    """Surfaces as physics/controls mixes and limits them, JSBSim's rudder positive to the left."""
    elevator, rudder = commands["elevator"] * c.elevator_limit.si, -commands["rudder"] * c.rudder_limit.si
    limit = c.ruddervator_limit.si
    left, right = np.clip([elevator - rudder, elevator + rudder], -limit, limit)
    aileron = commands["aileron"] * c.aileron_limit.si
    return aerodynamics.Configuration(
        0.5 * (left + right), aileron, 0.5 * (right - left), commands["flap"], commands["gear"]
    )  # fmt: skip


@installed
@pytest.mark.parametrize("name", AIRFRAMES)
def test_loads_at_random_states_are_those_of_physics(name):
    """Forces, moments and thrust to 1e-9: numbers are written with twelve digits, and lose one or two in differences."""
    airframe, mass = catalogue.airframe(name), catalogue.airframe(name).mass.maximum_takeoff.si
    record, flight, rng = (
        airframe_record(airframe, mass),
        jsbsim_aircraft.loaded(airframe, mass),
        np.random.default_rng(1),
    )
    for _ in range(100):
        commands = begin(flight, rng)
        v = Vec3(*(flight[f"velocities/{n}-aero-fps"] * FOOT for n in "uvw"))
        w = Vec3(*(flight[f"velocities/{n}-aero-rad_sec"] for n in "pqr"))
        density = flight["atmosphere/rho-slugs_ft3"] * DENSITY
        a, height = record.aerodynamics, flight["position/h-agl-ft"] * FOOT
        downwash, c = aerodynamics.ground_effect(height - a.wing_z, a.span), configuration(commands, airframe.controls)
        loads = aerodynamics.aerodynamic_loads(v, w, c, density, downwash, Vec3(0.0, 0.0, 0.0), a)
        force = np.array([flight[f"forces/fb{n}-aero-lbs"] for n in "xyz"]) * POUND_FORCE
        moment = np.array([flight[f"moments/{n}-aero-lbsft"] for n in "lmn"]) * MOMENT
        assert np.array(loads.force_B) == pytest.approx(force, rel=0.0, abs=1e-9 * np.linalg.norm(force))
        assert np.array(loads.moment_B) == pytest.approx(moment, rel=0.0, abs=1e-9 * (np.linalg.norm(moment) + 1.0))
        e = record.engine
        power = max(commands["throttle"], e.idle_power) * propulsion.available_power(density, e)
        thrust = propulsion.thrust(max(power - e.electrical_load, 0.0), v.x, density, record.propeller)
        assert flight["forces/fbx-external-lbs"] * POUND_FORCE == pytest.approx(thrust, rel=1e-9, abs=1e-6)


@installed
def test_an_own_airframe_stands_and_flies(tmp_path):
    """A user's file: it stands on its gear where the weight is carried, and trims in the air by JSBSim's own search."""
    path = tmp_path / "mine.toml"
    path.write_text(
        (DATA / "airframes/anka.toml").read_text(encoding="utf-8").replace('name = "anka"', 'name = "mine"')
    )
    airframe = catalogue.airframe(path)
    flight = jsbsim_aircraft.loaded(airframe, airframe.mass.maximum_takeoff.si, 0.0025, is_flat=False)
    flight["ic/h-sl-ft"], flight["ic/vt-fps"], flight["ic/gamma-deg"] = 1000.0, 150.0, 0.0
    flight.run_ic()
    flight["simulation/do_simple_trim"] = 0
    for _ in range(2000):
        flight.run()
    assert (
        abs(flight["position/h-sl-ft"] - 1000.0) < 3.0
    )  # five seconds at the 1e-3 ft/s2 the trim leaves, and the torque's roll


@installed
def test_fuel_is_drained_as_it_is_burnt():
    """A minute at full power burns what physics/propulsion says, to the first step's 1e-4."""
    airframe = catalogue.airframe("tb3")
    record, flight = airframe_record(airframe, 1450.0), jsbsim_aircraft.loaded(airframe, 1450.0, 0.01)
    flight["ic/h-sl-ft"], flight["ic/u-fps"], flight["fcs/throttle-cmd-norm"] = 3000.0, 150.0, 1.0
    flight.run_ic()
    before = flight["propulsion/tank[0]/contents-lbs"]
    for _ in range(6000):
        flight.run()
    burnt = (before - flight["propulsion/tank[0]/contents-lbs"]) * POUND
    expected = 60.0 * propulsion.fuel_flow(record.engine.maximum_power, record.engine)
    assert burnt == pytest.approx(expected, rel=2e-4)
