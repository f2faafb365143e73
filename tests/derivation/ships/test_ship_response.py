"""The stored response operators of every ship: limits, symmetries, phases and size."""

from functools import cache

import numpy as np
import pytest
import xarray as xr

from flattop.derivation.ships.response import DATA, rounded, speeds

NAMES = sorted(path.stem for path in DATA.glob("*.nc"))
G = 9.80665


@cache
def operators(name):
    """A stored data set, with its complex transfer."""
    data = xr.load_dataset(DATA / f"{name}.nc", engine="h5netcdf")
    return data.assign(transfer=data.transfer_real + 1j * data.transfer_imag)


def at(name, speed=0, heading=180, frequency=0.2):
    """Six complex amplitudes at the nearest point of the file; speed in kt, heading in degrees."""
    point = {"speed": speed * 1852 / 3600, "heading": np.radians(heading), "frequency": frequency}
    return operators(name).transfer.sel(point, method="nearest").values


def test_there_is_a_file_for_every_ship():
    """Thirteen ships of the catalogue have a hull."""
    assert len(NAMES) == 13


@pytest.mark.parametrize("name", NAMES)
def test_file_is_small_finite_and_tells_its_conventions(name):
    """Below 300 kB, no gaps, and the statements a reader needs."""
    data = operators(name)
    assert (DATA / f"{name}.nc").stat().st_size < 300_000
    assert np.all(np.isfinite(data.transfer.values))
    assert data.transfer.dims == ("speed", "heading", "frequency", "dof")
    assert {"time_convention", "axes", "heading_0", "reference_point", "method", "versions", "grade"} <= set(data.attrs)


@pytest.mark.parametrize("name", NAMES)
def test_long_waves_carry_the_ship(name):
    """At 0.2 rad/s (1540 m) heave is the wave and pitch its slope: bow down as the crest's back passes in head seas.

    Left out: k^2 L^2/24 = 0.3..5 % of heave, the same order of pitch; pitch about y to port is -i k ahead, +i k astern.
    """
    k = 0.2**2 / G
    for heading, slope in ((180, -1j), (0, 1j)):
        motion = at(name, heading=heading)
        assert motion[2] == pytest.approx(1.0, abs=0.06)
        assert motion[4] / k == pytest.approx(slope, abs=0.06)


@pytest.mark.parametrize("name", NAMES)
def test_long_beam_waves_tilt_the_ship(name):
    """Roll is the slope -i k, magnified by 1/(1 - (w/w4)^2), less up to 12 % by sway and damping."""
    k, w4 = 0.2**2 / G, 2 * np.pi / operators(name).attrs["roll_period"]
    motion = at(name, heading=90)
    assert motion[3] / k * (1 - (0.2 / w4) ** 2) == pytest.approx(-1j, abs=0.16)
    assert motion[2] == pytest.approx(1.0, abs=0.03)


@pytest.mark.parametrize("name", NAMES)
def test_short_waves_do_nothing(name):
    """In head seas below 0.35 lengths heave and pitch over slope stay below 0.10 and 0.03 (measured: 0.05 at 0.5)."""
    data = operators(name)
    number = data.frequency.values**2 / G
    short = 2 * np.pi / number < 0.35 * data.attrs["hull_length"]
    motion = np.abs(data.transfer.isel(heading=-1).values)[:, short]
    assert np.max(motion[..., 2]) < 0.10
    assert np.max(motion[..., 4] / number[short]) < 0.03


@pytest.mark.parametrize("name", NAMES)
def test_head_and_following_seas_move_no_ship_sideways(name):
    """Sway, roll and yaw vanish at headings 0 and pi, to single precision."""
    ends = operators(name).transfer.isel(heading=[0, -1]).sel(dof=["sway", "roll", "yaw"])
    assert np.max(np.abs(ends.values)) < 1e-6


@pytest.mark.parametrize("name", NAMES)
def test_ship_rolls_most_near_its_period(name):
    """At rest in beam seas roll over slope peaks within 0.03 rad/s of the natural frequency: grid 0.02, and damping."""
    beam = operators(name).transfer.sel(speed=0.0, dof="roll").sel(heading=np.pi / 2, method="nearest")
    slope = np.abs(beam.values) / (beam.frequency.values**2 / G)
    peak = beam.frequency.values[np.argmax(slope)]
    assert peak == pytest.approx(2 * np.pi / operators(name).attrs["roll_period"], abs=0.03)
    assert np.max(slope) > 3


@pytest.mark.parametrize("name", NAMES)
def test_mesh_weighs_what_the_ship_does(name):
    """The volume of the mesh is that of the hull's coefficients, less 0.4 % for its chords."""
    a = operators(name).attrs
    volume = a["hull_block"] * a["hull_length"] * a["hull_breadth"] * a["hull_draught"]
    assert a["mesh_volume"] == pytest.approx(volume, rel=4e-3)


def test_speeds_reach_the_greatest():
    """Steps of 5 kt up to within a knot of the greatest speed."""
    knots = 3600 / 1852
    assert speeds(20.5 / knots) * knots == pytest.approx([0, 5, 10, 15, 20])
    assert speeds(30.0 / knots)[-1] * knots == pytest.approx(30)
    assert speeds(22.0 / knots)[-1] * knots == pytest.approx(25)


def test_rounding_keeps_eleven_bits():
    """Rounded values lie within half of the last kept bit, 2^-12, of the given ones, zero and sign included."""
    given = np.array([0.0, 1.0, -1 / 3, 1e-6, 123.456])
    assert np.allclose(rounded(given), given, rtol=2**-12, atol=0)
