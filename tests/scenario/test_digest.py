"""The digest of a scenario: every change that can change a flight changes it, and no other does."""

import math
import re
import shutil
from dataclasses import fields, replace

import numpy as np
import pytest
import xarray as xr

from flattop import catalogue
from flattop.catalogue.files.loading import DATA
from flattop.engine import simulate
from flattop.quantities import sources
from flattop.scenario import digest as digests
from flattop.scenario.condition import Condition
from flattop.scenario.digest import FlightKey, digest
from flattop.scenario.limits import Limits
from flattop.scenario.provenance import provenance
from flattop.scenario.scenario import Scenario, mass_of, ship_speed_of

FILES = ("airframes/tb3.toml", "ships/izumo.toml", "ships/izumo.nc", "pilots/standard.toml")


@pytest.fixture
def folder(tmp_path):
    """Copies of an airframe, a ship with its response operators, and a pilot."""
    for name in FILES:
        shutil.copy(DATA / name, tmp_path)
    return tmp_path


def scenario_in(folder, mission="recovery", **condition):
    """The scenario that the files of a folder make."""
    entries = (
        catalogue.airframe(folder / "tb3.toml"),
        catalogue.ship(folder / "izumo.toml"),
        catalogue.pilot(folder / "standard.toml"),
    )
    stated = {"wind_over_deck": 12.0, "significant_height": 2.0} | condition
    return Scenario(*entries, Condition(**stated), mission)


def edited(file, pattern, replacement):
    """Exchange the one place of a file that a pattern finds."""
    text, count = re.subn(pattern, replacement, file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert count == 1, (file, pattern, count)
    file.write_text(text, encoding="utf-8")


def rewritten(file, change):
    """Write a NetCDF file anew, changed."""
    with xr.open_dataset(file, engine="h5netcdf") as opened:
        data = opened.load()
    file.unlink()
    change(data).to_netcdf(file, engine="h5netcdf")


def airwake(folder, strength=0.1, title="a wake"):
    """Give the ship a gridded airwake."""
    axes = {"wind_from": [0.0], "x": [-200.0, 0.0], "y": [-20.0, 20.0], "z": [-40.0, 0.0]}
    values = {c: (tuple(axes), np.full((1, 2, 2, 2), strength)) for c in ("u", "v", "w", "rms")}
    xr.Dataset(values, axes, {"title": title}).to_netcdf(folder / "wake.nc", engine="h5netcdf")
    if "wake.nc" not in (folder / "izumo.toml").read_text(encoding="utf-8"):
        edited(folder / "izumo.toml", r"^\[air\]$", '[air]\ngrid = "wake.nc"')


def _reordered(file):
    """The same tables in another order."""
    tables = re.split(r"^(?=\[)", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(tables) > 3
    file.write_text("\n".join([tables[0], *reversed(tables[1:])]), encoding="utf-8")


CHANGING = {
    "a coefficient": lambda f: edited(f / "tb3.toml", r"^(drag_gear = \{ value = )[\d.]+(?=, low)", r"\g<1>0.0201"),
    "the deck": lambda f: edited(f / "izumo.toml", r"^(stern_x = \{ value = )-122\.0", r"\g<1>-122.5"),
    "the operating speed": lambda f: edited(
        f / "izumo.toml", r"^speed_operating = .*$",
        'speed_operating = { value = 5.0, low = 5.0, high = 20.0, unit = "kt", grade = "E", source = "a test" }',
    ),
    "no island": lambda f: edited(f / "izumo.toml", r"(?s)^\[island\]\n.*?(?=^\[)", ""),
    "a pilot's setting": lambda f: edited(
        f / "standard.toml", r"^glide_angle = .*$",
        'glide_angle = { value = 3.6, low = 3.0, high = 6.0, unit = "deg", grade = "E", source = "a test" }',
    ),
    "response operators times three": lambda f: rewritten(
        f / "izumo.nc", lambda d: d.assign({n: 3.0 * d[n] for n in ("transfer_real", "transfer_imag")})
    ),
    "one response operator": lambda f: rewritten(
        f / "izumo.nc", lambda d: d.assign(transfer_imag=d.transfer_imag.where(d.frequency > d.frequency[0], 0.5))
    ),
    "frequencies of the operators": lambda f: rewritten(
        f / "izumo.nc", lambda d: d.assign_coords(frequency=1.001 * d.frequency)
    ),
    "an airwake": airwake,
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGING)
def test_contents_that_flights_read_change_it(folder, name):
    """In the entries and in the files beside them."""
    before = digest(scenario_in(folder, wind_over_deck=20.0))
    CHANGING[name](folder)
    assert digest(scenario_in(folder, wind_over_deck=20.0)) != before


def _moved_file(folder):
    (folder / "izumo.nc").rename(folder / "motions.nc")
    edited(folder / "izumo.toml", r'^file = "izumo.nc"', 'file = "motions.nc"')


KEEPING = {
    "a title": lambda f: edited(f / "izumo.toml", r'^title = ".*"$', 'title = "another"'),
    "a name": lambda f: edited(f / "tb3.toml", r'^name = ".*"$', 'name = "another"'),
    "a comment": lambda f: edited(f / "tb3.toml", r"\A", "# a comment\n"),
    "the order of the tables": lambda f: _reordered(f / "tb3.toml"),
    "a range": lambda f: edited(f / "izumo.toml", r"^(stern_x = \{ value = -122\.0, low = )-124\.0", r"\g<1>-125.0"),
    "a source": lambda f: edited(f / "izumo.toml", r'^(stern_x = .*source = ").*(" \})', r"\g<1>another\g<2>"),
    "a grade": lambda f: edited(f / "izumo.toml", r'^(stern_x = .*grade = ")E', r"\g<1>D"),
    "a unit": lambda f: edited(
        f / "izumo.toml", r'^stern_x = .*$',
        'stern_x = { value = -400.26246719160105, low = -410.0, high = -390.0, unit = "ft", grade = "E", source = "a test" }',
    ),
    "another unit": lambda f: edited(
        f / "izumo.toml", r"^speed_operating = .*$",
        f'speed_operating = {{ value = {20.0 * 1852.0 / 3600.0:.15g}, low = 10.0, high = 11.0, unit = "m/s", grade = "A", source = "x" }}',
    ),
    "stowage": lambda f: edited(f / "izumo.toml", r"(?s)^\[hangar\]\n.*?(?=^\[)", ""),
    "a number that no flight reads": lambda f: edited(f / "tb3.toml", r"^(tail_arm = \{ value = )([\d.]+)", r"\g<1>\g<2>1"),
    "the hull": lambda f: edited(f / "izumo.toml", r"^(metacentric_height = \{ value = )([\d.]+)", r"\g<1>\g<2>1"),
    "attributes of the operators": lambda f: rewritten(f / "izumo.nc", lambda d: d.assign_attrs(history="edited")),
    "the order of the motions": lambda f: rewritten(f / "izumo.nc", lambda d: d.isel(dof=slice(None, None, -1))),
    "the name of the operators' file": _moved_file,
}  # fmt: skip


@pytest.mark.parametrize("name", KEEPING)
def test_what_no_flight_reads_keeps_it(folder, name):
    """Words, ranges, units, order, paths, and numbers for other uses."""
    before = digest(scenario_in(folder))
    KEEPING[name](folder)
    assert digest(scenario_in(folder)) == before


def test_the_contents_of_an_airwake_count_and_its_words_do_not(folder):
    """Written anew under the same name."""
    airwake(folder)
    before = digest(scenario_in(folder))
    airwake(folder, title="another wake")
    assert digest(scenario_in(folder)) == before
    airwake(folder, strength=0.2)
    assert digest(scenario_in(folder)) != before


def test_another_folder_keeps_it(folder):
    """The catalogue's own entries and copies of them are the same scenario."""
    original = Scenario(
        catalogue.airframe("tb3"), catalogue.ship("izumo"), catalogue.pilot(), scenario_in(folder).condition, "recovery"
    )
    assert digest(scenario_in(folder)) == digest(original)


OTHER = {
    "wind_over_deck": 12.1, "wind_from": 0.1, "ship_speed": 3.0, "significant_height": 2.1, "modal_period": 9.0,
    "peakedness": 2.0, "spreading": None, "wave_from": 0.1, "temperature_offset": 1.0, "turbulence": 1.1, "mass": 1100.0,
    "run": 150.0,
}  # fmt: skip


def test_every_field_of_the_condition_counts(make_scenario):
    """Each alone, in a launch, where all are read."""
    base = make_scenario("launch", significant_height=2.0)
    assert list(OTHER) == [f.name for f in fields(Condition)]
    found = [digest(base), *(digest(base.under(**{name: value})) for name, value in OTHER.items())]
    assert len(set(found)) == len(found)


def test_what_follows_counts_not_how_it_was_said(make_scenario):
    """A mass or speed stated as it would follow, whole numbers, -0, and a run where there is none."""
    base = make_scenario("recovery")
    stated = {
        "mass": mass_of(base),
        "ship_speed": ship_speed_of(base),
        "wind_from": -0.0,
        "wind_over_deck": 12,
        "run": 99.0,
    }
    assert digest(base.under(**stated)) == digest(base)
    assert digest(base.under(wind_over_deck=12.0 * (1.0 + 1e-15))) == digest(base)


@pytest.mark.parametrize("name", [f.name for f in fields(Limits)])
def test_every_limit_counts(make_scenario, name):
    """Each alone."""
    base = make_scenario("recovery")
    limits = replace(Limits(), **{name: 1.01 * getattr(Limits(), name)})
    assert digest(replace(base, limits=limits)) != digest(base)


def test_mission_step_and_code_count(make_scenario, monkeypatch):
    """The step is the engine's own where none is named."""
    recovery = make_scenario("recovery", mass=1200.0)
    assert digest(recovery) != digest(replace(recovery, mission="launch"))
    assert digest(recovery) != digest(recovery, step=1.25e-3)
    assert digest(recovery) == digest(recovery, step=simulate.FRAME / simulate.STEPS)
    before = digest(recovery)
    monkeypatch.setattr(digests, "flight_code", lambda: "other")
    assert digest(recovery) != before


def test_the_code_is_that_of_the_rooms_that_fly():
    """Engine, pilot and physics are in it, reports and the catalogue's readers are not."""
    modules = sources.imported_by("flattop.engine.simulate")
    rooms = {name.split(".")[1] for name in modules if name.count(".")}
    assert set(digests.FLIGHT_ROOMS) == rooms - {"catalogue"}


def test_provenance_says_how_to_make_a_result_again(make_scenario):
    """Who flew, under which seed and version, with which digests, and the condition as it was met."""
    scenario = make_scenario("recovery", wind_from=math.radians(10.0))
    found = provenance(scenario, 7)
    assert (found["airframe"], found["ship"], found["pilot"], found["mission"]) == (
        "tb3",
        "izumo",
        "standard",
        "recovery",
    )
    assert (found["seed"], found["digest"], found["source_digest"]) == (7, digest(scenario), digests.flight_code())
    assert (found["mass_kg"], found["ship_speed_m_s"]) == (mass_of(scenario), ship_speed_of(scenario))
    assert re.fullmatch(r"[0-9a-f]{32}", found["digest"])


def test_a_key_names_a_batch_of_flights(make_scenario):
    """It is a value: equal when all its parts are, and usable in a dictionary."""
    one = digest(make_scenario("recovery"))
    key = FlightKey(digest=one, stream=3, seed=1, first=0, flights=64)
    assert {key: "kept"}[FlightKey(one, 3, 1, 0, 64)] == "kept"
    assert key != key._replace(stream=4)
