"""Measured motions of ship models in regular waves, and the models themselves (Irvine2008; Journee1992; Tokyo2015).

The lines of DTMB 5512 and KCS are not at hand: their models are parametric hulls of the published dimensions and
coefficients, without bulb, made by the rules that make the ships of the catalogue. The Wigley hulls are exact.
"""

import csv
from math import nan
from pathlib import Path
from typing import NamedTuple

import numpy as np

from flattop.derivation.ships.floating import balanced_form
from flattop.derivation.ships.hull import HullForm, Sections, parametric_sections, wigley_sections

FRESH_WATER_DENSITY = 1000.0


class Model(NamedTuple):
    """A ship model as tested."""

    name: str
    sections: Sections
    length: float  # m
    gravity_z: float  # centre of gravity above the waterline, m
    metacentric_height: float  # m
    roll_gyradius: float  # m
    pitch_gyradius: float  # m


class Measurement(NamedTuple):
    """Motion of a model in one regular wave, about its centre of gravity; nan where not measured."""

    model: str
    froude: float
    wavelength: float  # over model length
    heave: float  # over wave amplitude
    pitch: float  # over wave slope
    heading: float = np.pi  # direction waves travel to, pi head, rad
    heave_phase: float = nan  # lead over the crest's passage at the forward perpendicular, rad
    pitch_phase: float = nan  # the same, positive bow up, rad


def models() -> dict[str, Model]:
    """The models by name."""
    return {
        "DTMB 5512": _parametric("DTMB 5512", 3.048, 0.405, 0.132, 0.506, 0.816, -0.0065, 0.162, 9.505 / 46.6),
        "KCS": _parametric("KCS", 6.0702, 0.8498, 0.285, 0.651, 0.985, -0.0148, 0.378, 0.378 + 0.0158),
        "Wigley III": Model("Wigley III", wigley_sections(3.0, 0.3, 0.1875, 0.0), 3.0, -0.0175, 0.01, 0.1, 0.75),
        "Wigley IV": Model("Wigley IV", wigley_sections(3.0, 0.6, 0.1875, 0.0), 3.0, -0.0175, 0.1, 0.2, 0.75),
    }


def _parametric(
    name: str, L: float, B: float, T: float, block: float, midship: float, lcb: float, gravity: float, metacentre: float
) -> Model:
    """A model of published dimensions and, over length, LCB; its waterplane from the height of the metacentre."""
    usual = 0.444 + 0.520 * block / midship
    form = balanced_form(HullForm(L, B, T, block, midship, usual, lcb * L, (lcb - 0.04) * L), metacentre)
    return Model(name, parametric_sections(form), L, gravity - T, metacentre - gravity, 0.40 * B, 0.25 * L)


def measurements(data: Path) -> list[Measurement]:
    """All measurements in a folder of seakeeping data, and the KCS container ship's."""
    dtmb = [Measurement("DTMB 5512", *map(float, row.values())) for row in _rows(data / "dtmb_5512_head_seas.csv")]
    return dtmb + KCS_HEAD_SEAS + _wigley_at_speed(data) + _wigley_at_rest(data)


def _wigley_at_speed(data: Path) -> list[Measurement]:
    found = []
    for row in _rows(data / "wigley_heave.csv"):
        name = f"Wigley {row.pop('hull')}"
        froude, wavelength, heave = map(float, row.values())
        found.append(Measurement(name, froude, wavelength, heave, nan))
    return found


def _wigley_at_rest(data: Path) -> list[Measurement]:
    """Pitch is tabulated as theta L/(2 pi zeta), which is theta/(k zeta) over the wavelength in lengths."""
    found = []
    for row in _rows(data / "wigley_zero_speed.csv"):
        name = f"Wigley {row.pop('hull')}"
        wavelength, heave, pitch = map(float, row.values())
        found.append(Measurement(name, 0.0, wavelength, heave, pitch * wavelength))
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    """Rows of a comma-separated file with remarks after #."""
    with path.open() as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def _kcs(wavelength: float, heave: float, heave_deg: float, pitch: float, pitch_deg: float) -> Measurement:
    phases = np.radians([heave_deg, pitch_deg])
    return Measurement("KCS", 0.261, wavelength, heave, pitch, np.pi, *phases)


KCS_HEAD_SEAS = [
    _kcs(0.651, 0.129, nan, 0.016, nan),
    _kcs(0.851, 0.241, 80.7, 0.146, 101.8),
    _kcs(1.150, 0.899, 174.6, 0.748, -150.7),
    _kcs(1.371, 0.874, -145.5, 0.965, -105.7),
    _kcs(1.951, 0.931, -98.6, 1.119, -33.3),
]
"""First harmonics of the measured time histories of case 2.10, model of 6.0702 m at 2.017 m/s [Tokyo2015]."""

KCS_OBLIQUE_SEAS = [
    Measurement("KCS", 0.260, 1.0, 0.54, 0.43, np.radians(180)),
    Measurement("KCS", 0.260, 1.0, 0.96, 0.56, np.radians(135)),
    Measurement("KCS", 0.260, 1.0, 0.89, nan, np.radians(90)),
    Measurement("KCS", 0.260, 1.0, 0.41, 0.44, np.radians(45)),
    Measurement("KCS", 0.260, 1.0, 0.07, 0.17, np.radians(0)),
]
"""First harmonics of case 2.11, model of 2.7 m at 1.34 m/s, wavelength of one length [Tokyo2015]."""
