"""Computed motions against model experiments; the tolerances are the accuracy the project claims."""

import numpy as np
import pytest

from flattop.derivation.ships.comparison import DATA, compared, errors, waters
from flattop.derivation.ships.experiments import KCS_HEAD_SEAS, KCS_OBLIQUE_SEAS, measurements, models

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="measured motions are kept beside the project")


@pytest.fixture(scope="module")
def kcs():
    """The KCS model and its hydrodynamics by the method of the stored files."""
    model = models()["KCS"]
    return model, waters(model, three_dimensional=False)["joined"]


def test_kcs_head_seas(kcs):
    """Heave within 0.11 and pitch within 0.06 on average at Froude 0.26; heave misses the aim of 0.10 for this hull."""
    heave, pitch = np.mean(np.abs(errors(list(compared(*kcs, KCS_HEAD_SEAS)))), axis=0)
    assert heave < 0.11
    assert pitch < 0.06


def test_kcs_phases(kcs):
    """On a hull unlike fore and aft phases lie within 15 degrees of those measured, where the motion is large."""
    for point in compared(*kcs, [case for case in KCS_HEAD_SEAS if case.wavelength > 1.1]):
        heave = np.exp(1j * (np.angle(point.computed.heave) - point.measured.heave_phase))
        pitch = np.exp(1j * (np.angle(point.computed.pitch) - point.measured.pitch_phase))
        assert abs(np.degrees(np.angle(heave))) < 15
        assert abs(np.degrees(np.angle(pitch))) < 15


def test_kcs_oblique_seas(kcs):
    """Around the headings heave stays within 0.3 and pitch within 0.1: an order check, the model heeled and drifted."""
    for point in compared(*kcs, KCS_OBLIQUE_SEAS):
        assert abs(point.computed.heave) == pytest.approx(point.measured.heave, abs=0.3)
        if not np.isnan(point.measured.pitch):
            assert abs(point.computed.pitch) == pytest.approx(point.measured.pitch, abs=0.1)


@needs_data
def test_all_models_at_ship_speeds():
    """Over models at Froude 0.19 to 0.34 mean errors are below 0.10, with a margin, in waves over 0.7 lengths."""
    cases, known = measurements(DATA), models()
    found = []
    for name in ("DTMB 5512", "Wigley III"):
        tests = [case for case in cases if case.model == name and 0.19 <= case.froude <= 0.34]
        error = errors(list(compared(known[name], waters(known[name], False)["joined"], tests)))
        assert np.nanmean(np.abs(error[:, 0])) < 0.08
        found.append(error)
    heave, pitch = np.nanmean(np.abs(np.concatenate(found)), axis=0)
    assert heave < 0.07
    assert pitch < 0.06
