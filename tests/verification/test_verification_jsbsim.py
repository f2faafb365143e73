"""The comparison with JSBSim: what a row is made of, that signs are the same, and that it is left out where JSBSim is not."""

import math
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from flattop import catalogue
from flattop.engine.assemble.airframe import airframe_record
from flattop.scenario.scenario import recovery_mass
from flattop.verification.jsbsim import aircraft as jsbsim_aircraft
from flattop.verification.jsbsim import comparison, open_loop
from flattop.verification.jsbsim.doublets import limit_of
from flattop.verification.jsbsim.ground import crossing
from flattop.verification.jsbsim.manoeuvres import FRAME, QUANTITIES, airborne, standing, trimmed

installed = pytest.mark.skipif(not jsbsim_aircraft.is_installed(), reason="jsbsim is not installed")
PAGE = Path(__file__).parents[2] / "docs/howto/export-jsbsim.md"


@pytest.fixture(scope="module")
def tb3():
    """Catalogue entry, record and mass of the flights in the air."""
    airframe = catalogue.airframe("tb3")
    return airframe, airframe_record(airframe, recovery_mass(airframe)), recovery_mass(airframe)


def test_without_jsbsim_one_row_says_so(monkeypatch):
    """Neither passed nor fallen short."""
    monkeypatch.setattr(jsbsim_aircraft, "is_installed", lambda: False)
    (row,) = comparison.findings().rows
    assert (row.verdict, row.note) == ("no reference", "jsbsim is not installed (extra: verify)")


def test_steps_that_halve_give_their_limit():
    """x + a h with h, h/2, h/4: the limit is x exactly, and nothing is left; with b h^2 what is left bounds the error."""
    h = np.array([1.0, 0.5, 0.25])[:, None]
    limit, left = limit_of(list(3.0 + 2.0 * h))
    assert (limit[0], left) == (pytest.approx(3.0), pytest.approx(0.0, abs=1e-12))
    limit, left = limit_of(list(3.0 + 2.0 * h + 0.5 * h**2))
    assert abs(limit[0] - 3.0) <= left


def test_crossings_are_found_between_samples():
    """A straight line through a level; a series that never reaches it gives no number."""
    assert crossing(np.arange(0.0, 1.0, 0.03), 0.5) == pytest.approx(0.5 / 0.03 * FRAME)
    assert math.isnan(crossing(np.zeros(5), 0.5))


def test_a_settled_aircraft_keeps_its_height(tb3):
    """A second on its gear without power: the height stays to a tenth of a millimetre, as it is solved."""
    from flattop.verification.jsbsim.manoeuvres import RUNWAY_HEIGHT, Manoeuvre, Stick

    airframe, record, _ = tb3
    idle, s = Stick(0.0, 0.0, 0.0, 0.0, 0.0), standing(record)
    height = RUNWAY_HEIGHT + s.height
    stand = Manoeuvre("stand", height, 0.0, s.pitch, 0.0, 1.0, idle, lambda time, seen: idle, True, True)
    found = open_loop.flown(stand, airframe, record)[:, QUANTITIES.index("height")]
    assert np.max(np.abs(found - height)) < 2e-3  # the idling propeller bows the nose a little
    assert found[0] == pytest.approx(height)


@installed
def test_doublets_answer_alike(tb3):
    """Four seconds of each doublet and gust: first answers of the same sign, and differences below a tenth of the answer."""
    airframe, record, mass = tb3
    first = {"elevator": "pitch", "aileron": "bank", "rudder": "heading", "gust from below": "angle of attack"}
    for m in airborne(airframe, record)[:4]:
        short = m._replace(duration=4.0)
        name = next(q for kind, q in first.items() if m.name.startswith(kind))
        k = QUANTITIES.index(name)
        ours, theirs = open_loop.flown(short, airframe, record), jsbsim_aircraft.flown(short, airframe, mass, 0.0025)
        answer = ours[:, k] - ours[0, k]
        assert answer[75] > 0.0, m.name  # at 1.5 s: nose up, right wing down, nose right, air from below
        assert np.max(np.abs(ours[:, k] - theirs[:, k])) < 0.1 * np.max(np.abs(answer)), m.name


@installed
def test_trimmed_flight_stays_trimmed_in_jsbsim(tb3):
    """Two seconds hands off from Flattop's trim: the height stays to the centimetre, as 1e-4 g of air and gravity leave 2 mm."""
    airframe, record, mass = tb3
    _, _, held = trimmed(airframe, record)
    m = airborne(airframe, record)[0]._replace(duration=2.0, stick=lambda time, seen: held)
    found = jsbsim_aircraft.flown(m, airframe, mass, 0.0025)[:, QUANTITIES.index("height")]
    assert np.max(np.abs(found - found[0])) < 1e-2


@installed
def test_the_example_of_the_page_runs(tmp_path):
    """As a reader would run it, after the page's own export."""
    example = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)[0]
    export = [sys.executable, "-m", "flattop.apps.cli", "export", "jsbsim", "tb3", "--out", "exported"]
    subprocess.run(export, cwd=tmp_path, check=True, capture_output=True)
    done = subprocess.run([sys.executable, "-c", example], cwd=tmp_path, check=True, capture_output=True, text=True)
    height, pitch, speed = map(float, done.stdout.splitlines()[-1].split())
    assert 900.0 < height < 1300.0  # the pull climbs some tens of feet, and the phugoid takes them back
    assert abs(pitch) < 30.0
    assert 50.0 < speed < 110.0
