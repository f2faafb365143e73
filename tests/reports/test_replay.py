"""The replay's data: shapes to scale, attitudes that can be interpolated, JSON that can stand in a page."""

import json

import numpy as np
import pytest
import synthetic

from flattop.catalogue import airframe, names, ship
from flattop.reports.scene.airframe_shape import airframe_faces
from flattop.reports.scene.replay import replay
from flattop.reports.scene.ship_shape import ramp_rise, ship_shape


@pytest.mark.parametrize("name", names("airframes"))
def test_airframe_is_to_scale(name):
    """Span, wheels and overall length of the drawn shape are the catalogue's."""
    entry = airframe(name)
    points = {f.part: np.array([p for g in airframe_faces(entry) if g.part == f.part for p in g.points])
              for f in airframe_faces(entry)}  # fmt: skip
    assert np.ptp(points["wing"][:, 1]) == pytest.approx(entry.geometry.span.si)
    lowest = max(entry.gear.main.z.si, entry.gear.nose.z.si)
    assert points["wheel"][:, 2].max() == pytest.approx(lowest, abs=1e-9)
    whole = np.concatenate(list(points.values()))
    # the nose is placed the stated length ahead of the tail's trailing edge; a pusher's hub may stand behind it
    assert np.ptp(np.concatenate([points["body"], points["tail"]])[:, 0]) >= 0.98 * entry.geometry.length.si
    assert np.isfinite(whole).all()


@pytest.mark.parametrize("name", names("ships"))
def test_ship_is_to_scale(name):
    """The drawn deck spans the catalogue's deck, at its height."""
    entry = ship(name)
    shape = ship_shape(entry)
    deck = np.array(shape["deck"][0])
    assert np.ptp(deck[:, 0]) == pytest.approx(entry.deck.bow_x.si - entry.deck.stern_x.si)
    assert set(deck[:, 2]) == {-entry.deck.height.si}
    assert (shape["island"] is None) == (entry.island is None)


def test_ramp_rises_as_the_physics_has_it():
    """The lip drawn is that of the deck the flights roll over, but for the circle's next term, 2 % at 12 degrees."""
    from flattop.engine.assemble.ship import deck_record
    from flattop.physics.ship.deck import deck_surface

    entry = ship("anadolu")
    y = 0.5 * (entry.ramp.port_y.si + entry.ramp.starboard_y.si)
    lip = entry.deck.bow_x.si
    flown = -deck_surface(lip, y, deck_record(entry)).down - entry.deck.height.si
    assert ramp_rise(entry, lip) == pytest.approx(flown, rel=0.02)


def test_replay_is_json_for_a_script_element():
    """The scene is valid JSON without anything that could end its element, its columns of one length."""
    text = replay(synthetic.trajectory(), airframe("tb3"), ship("izumo"))
    assert "</" not in text
    scene = json.loads(text)
    lengths = {len(column) for column in scene["tracks"].values()}
    assert lengths == {401}  # 40 s at 10 Hz, and the last sample
    assert scene["start"] == pytest.approx(23.0)


def test_attitudes_do_not_jump():
    """Neighbouring quaternions have the same sign, so that they can be mixed."""
    flight = synthetic.trajectory()
    signs = np.where(np.arange(flight.sizes["time"]) % 7 < 3, -1.0, 1.0)
    flipped = flight.assign(attitude=flight["attitude"] * signs[:, None])
    tracks = json.loads(replay(flipped, airframe("tb3"), ship("izumo")))["tracks"]
    q = np.array(tracks["attitude"])
    assert (np.einsum("ij,ij->i", q[1:], q[:-1]) > 0.9).all()
