"""A sea as a set of waves: energy, directions, the ship's response to them and its statistics."""

import math

import numpy as np
import pytest

from flattop.catalogue.files import response
from flattop.engine.backends.march import march
from flattop.engine.backends.tile import ROW
from flattop.engine.layout import LANES
from flattop.engine.random import SEA_PHASES, identities, normals
from flattop.engine.world import sea
from flattop.engine.world.seaway import sea_tables, ship_motion_at, ship_nodes
from flattop.physics.ship.waves import bretschneider_density


@pytest.fixture(scope="module")
def rough(make_scenario):
    """A sea of 3 m from 30 degrees to starboard."""
    return make_scenario("recovery", significant_height=3.0, modal_period=9.0)


def test_the_waves_carry_the_energy_of_the_sea(rough):
    """Their variances add up to (Hs/4)^2, in equal shares."""
    s = sea.sea_of(rough)
    assert len(s.frequency) == sea.FREQUENCIES * sea.DIRECTIONS
    assert (s.deviation**2).sum() == pytest.approx((3.0 / 4.0) ** 2, rel=1e-12)
    assert np.ptp(s.deviation) == 0.0


def test_frequencies_are_medians_of_equal_shares():
    """Half a share of the energy lies below the lowest, one between neighbours: by integration, to 1 % of a share."""
    frequencies = sea.wave_frequencies(3.0, 9.0, 1.0)
    grid = np.linspace(0.2, 4.0, 40001)
    density = np.array([bretschneider_density(w, 3.0, 9.0) for w in grid])
    share = np.concatenate([[0.0], np.cumsum(0.5 * (density[1:] + density[:-1]) * np.diff(grid))]) / (3.0 / 4.0) ** 2
    below = np.interp(frequencies, grid, share) * sea.FREQUENCIES
    # the grid of the discretisation ends at five peaks, where 0.2 % of the energy are left: 5 % of a share
    assert below == pytest.approx(np.arange(sea.FREQUENCIES) + 0.5, abs=0.06)


def test_directions_are_symmetric_and_long_crested_seas_have_one():
    """Equal shares of cos2 to both sides."""
    directions = sea.wave_directions(2.0)
    assert directions == pytest.approx(-directions[::-1], abs=1e-12)
    assert sea.wave_directions(None).tolist() == [0.0]


def test_waves_from_both_sides_move_the_ship_in_mirror_images(rough):
    """Sway, roll and yaw change sign, the others do not; to the interpolation's rounding."""
    operators = response.response(rough.ship)
    w = np.array([0.5, 0.7])
    starboard, port = (sea.transfer_in_ship_axes(operators, 5.0, np.full(2, m), w) for m in (2.0, -2.0))
    signs = np.array([1.0, -1.0, 1.0, -1.0, 1.0, -1.0])
    assert starboard == pytest.approx(port * signs, abs=1e-14)


def test_head_seas_neither_roll_nor_sway_the_ship(rough):
    """By symmetry; the stored operators hold it to single precision."""
    operators = response.response(rough.ship)
    found = sea.transfer_in_ship_axes(operators, 5.0, np.full(1, math.pi), np.array([0.6]))[0]
    assert np.abs(found[[1, 3, 5]]).max() < 1e-5
    assert abs(found[2]) > 0.01


def test_long_waves_carry_the_ship_with_them(rough):
    """In the longest wave stored the ship heaves with the surface, downwards in S: transfer near -1 (0.2 rad/s, 1.5
    km).
    """
    operators = response.response(rough.ship)
    w = np.array([operators.frequency[0]])
    heave = sea.transfer_in_ship_axes(operators, 0.0, np.full(1, math.pi), w)[0, 2]
    assert heave.real == pytest.approx(-1.0, abs=0.1)


def test_ship_motion_has_the_variance_of_its_response(rough):
    """1000 flights at one time: heave and pitch variances to five standard errors, sqrt(2/n) of them each."""
    s = sea.sea_of(rough)
    waves = normals(9, identities(np.arange(1000)), SEA_PHASES, 2 * len(s.frequency))
    motions = ship_motion_at(s, waves, 12.3)
    for motion in (2, 3, 4):
        expected = (np.abs(s.transfer[:, motion]) ** 2 * s.deviation**2).sum()
        assert motions[:, motion].var() == pytest.approx(expected, rel=5.0 * math.sqrt(2.0 / 1000.0))


def test_rates_are_the_time_derivatives_of_the_motions(rough):
    """Central differences of 1 ms: error (we h)2/6 = 2e-6 of the rate."""
    s = sea.sea_of(rough)
    waves = normals(9, identities(np.arange(20)), SEA_PHASES, 2 * len(s.frequency))
    before, now, after = (ship_motion_at(s, waves, 5.0 + d) for d in (-1e-3, 0.0, 1e-3))
    assert (after[:, :6] - before[:, :6]) / 2e-3 == pytest.approx(now[:, 6:], abs=1e-5)


def test_the_nodes_ahead_are_the_same_motion(rough, make_scenario):
    """Compiled sums of flights in two seas, three nodes on from 2.0 s, are those computed here, to the rounding of 130 waves."""
    scenarios = [rough, make_scenario("recovery", significant_height=1.0, wave_from=0.7), rough]
    which, encounter, transfers = sea_tables(scenarios)
    assert which.tolist() == [0, 1, 0]
    waves = normals(9, identities(np.arange(3)), SEA_PHASES, 2 * encounter.shape[1])
    nodes = ship_nodes(waves, which, encounter, transfers, 5, 3, 0.4)
    for flight, scenario in enumerate(scenarios):
        for node in range(3):
            alone = ship_motion_at(sea.sea_of(scenario), waves[[flight]], (5 + node) * 0.4)
            assert nodes[flight, 12 * node : 12 * node + 12] == pytest.approx(alone[0], abs=1e-12)


def test_the_lanes_see_the_nodes(recoveries):
    """A lane's two nodes are the first two of its time ahead."""
    call = recoveries.calls[3]
    tiles = call["tiles"].copy()
    march(*(call | {"tiles": tiles, "frames": 1}).values())
    rows = tiles.reshape(-1, LANES)
    first = ROW["start"]
    assert np.array_equal(rows[first : first + 24].ravel(), call["nodes"][0].ravel())


def test_the_nodes_equal_plain_python(rough):
    """Compiled sums, bit for bit."""
    _, encounter, transfers = sea_tables([rough])
    waves = normals(9, identities(np.arange(2)), SEA_PHASES, 2 * encounter.shape[1])
    call = waves, np.array([0, 0]), encounter, transfers, 5, 2, 0.4
    assert np.array_equal(ship_nodes(*call), ship_nodes.py_func(*call))  # pyright: ignore[reportFunctionMemberAccess]


def test_a_calm_sea_and_land_move_nothing(make_scenario):
    """No waves, no pitch."""
    calm = make_scenario("recovery", significant_height=0.0)
    assert not sea.sea_of(calm).transfer.any()
    assert sea.pitch_statistics(calm) == (0.0, 0.0)


def test_pitch_statistics(rough):
    """The amplitude of a sine of the same variance, at the mean frequency of encounter of the pitching."""
    amplitude, frequency = sea.pitch_statistics(rough)
    s = sea.sea_of(rough)
    variance = (np.abs(s.transfer[:, 4]) ** 2 * s.deviation**2).sum()
    assert amplitude == pytest.approx(math.sqrt(2.0 * variance))
    assert s.encounter.min() < frequency < s.encounter.max()
