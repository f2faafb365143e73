"""Irregular seas: the spectrum's height, and played motion against the spectral integral."""

import numpy as np
import pytest
import xarray as xr

from flattop.derivation.ships.response import DATA
from flattop.derivation.ships.seaway import SEA_STATES, bretschneider_density, interpolated, played


@pytest.mark.parametrize("sea", SEA_STATES, ids=lambda sea: sea.name)
def test_spectrum_has_the_height_of_its_sea(sea):
    """4 sqrt(m0) is the significant height to the four figures of 487 and 1949 (0.05 %) and the cut tail."""
    frequency = np.linspace(0.1, 20, 200_001)
    assert 4 * np.sqrt(np.trapezoid(bretschneider_density(frequency, sea), frequency)) == pytest.approx(
        sea.height, rel=1e-3
    )


def test_played_motion_has_the_spectral_variance():
    """Rms of half an hour of bow seas is that of the spectral integral within 15 %, three times 1/sqrt(2 x 200)."""
    operators, sea = xr.load_dataset(DATA / "anadolu.nc", engine="h5netcdf"), SEA_STATES[1]
    speed, heading = 15 * 1852 / 3600, np.radians(135)
    frequency = np.linspace(0.25, 1.9, 400)
    transfer = np.abs(interpolated(operators, frequency, speed, heading)) ** 2
    spectral = np.sqrt(np.trapezoid(transfer[:, 2] * bretschneider_density(frequency, sea), frequency))
    assert played(operators, sea, speed, heading).heave == pytest.approx(spectral, rel=0.15)


@pytest.mark.parametrize("name", ["anadolu", "izumo"])
def test_sea_state_five_moves_a_carrier_a_little(name):
    """Order of magnitude at 15 kt in head seas: heave 0.1 to 0.4 m, pitch 0.15 to 0.6 degrees, stern 0.2 to 0.6 m/s."""
    rms = played(xr.load_dataset(DATA / f"{name}.nc", engine="h5netcdf"), SEA_STATES[1], 7.7, np.pi)
    assert 0.1 < rms.heave < 0.4
    assert 0.15 < np.degrees(rms.pitch) < 0.6
    assert 0.2 < rms.stern_velocity < 0.6
