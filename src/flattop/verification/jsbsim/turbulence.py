"""JSBSim's turbulence, sampled: a point held at one height and airspeed in its Milspec and Tustin models [Berndt2004].

The point has no aerodynamics and is carried by a force, so that it crosses the field at a steady speed.
"""

from contextlib import redirect_stdout
from io import StringIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from flattop.quantities.constants import FOOT

STEP, BATCH, BATCHES = 0.005, 100.0, 40
"""Step and length of a batch [s]; the scatter of batches gives the standard errors."""
MODELS = {"first order": 3, "second order": 4}
"""Numbers of the models: equations 30 to 35 of [Yeager1998] by Euler's rule, 18 to 26 by the bilinear rule."""
SENSED = ("north", "east", "down")

AIRCRAFT = """<?xml version="1.0"?>
<fdm_config name="point" version="2.0" release="ALPHA">
 <metrics><wingarea unit="M2">1</wingarea><wingspan unit="M">{span}</wingspan><chord unit="M">1</chord>
  <location name="AERORP" unit="M"><x>0</x><y>0</y><z>0</z></location></metrics>
 <mass_balance><ixx unit="KG*M2">1000</ixx><iyy unit="KG*M2">1000</iyy><izz unit="KG*M2">1000</izz>
  <emptywt unit="KG">1000</emptywt><location name="CG" unit="M"><x>0</x><y>0</y><z>0</z></location></mass_balance>
 <ground_reactions/><propulsion/><aerodynamics/>
 <external_reactions><force name="lift" frame="LOCAL"><location unit="M"><x>0</x><y>0</y><z>0</z></location>
  <direction><x>0</x><y>0</y><z>-1</z></direction></force></external_reactions>
</fdm_config>
"""


class Sample(NamedTuple):
    """A mean over batches and its standard error."""

    value: float
    error: float


def is_installed() -> bool:
    """Whether JSBSim can be asked."""
    from importlib.util import find_spec

    return find_spec("jsbsim") is not None


def sampled(model: str, height: float, wind: float, airspeed: float, span: float) -> np.ndarray:
    """Gusts u, v, w [m/s] and p [rad/s] at every step of all batches, (batches, steps, 4); flight is to the north."""
    with TemporaryDirectory() as folder, redirect_stdout(StringIO()):
        place = Path(folder) / "aircraft" / "point"
        place.mkdir(parents=True)
        (place / "point.xml").write_text(AIRCRAFT.format(span=span))
        flight = _started(folder, model, height, wind, airspeed)
        steps = round(BATCH / STEP)
        return np.array([[_gust(flight, height) for _ in range(steps)] for _ in range(BATCHES)])


def _started(folder, model, height, wind, airspeed):
    import jsbsim

    flight = jsbsim.FGFDMExec(folder)
    flight.set_debug_level(0)
    flight.set_aircraft_path("aircraft")
    flight.load_model("point")
    flight.set_dt(STEP)
    flight["ic/h-agl-ft"], flight["ic/u-fps"] = height / FOOT, airspeed / FOOT
    flight.run_ic()
    flight["atmosphere/turb-type"] = MODELS[model]
    flight["atmosphere/turbulence/milspec/windspeed_at_20ft_AGL-fps"] = wind / FOOT
    flight["atmosphere/turbulence/milspec/severity"] = 3
    return flight


def _gust(flight, height):
    """One step, the weight carried and the height held; the gusts met."""
    sinking, low = flight["velocities/v-down-fps"], height / FOOT - flight["position/h-sl-ft"]
    flight["external_reactions/lift/magnitude"] = flight["inertia/weight-lbs"] * (1.0 + 0.05 * sinking + 0.02 * low)
    flight.run()
    gusts = [flight[f"atmosphere/turb-{name}-fps"] * FOOT for name in SENSED]
    return (*gusts, flight["atmosphere/p-turb-rad_sec"])


def deviations(samples: np.ndarray) -> list[Sample]:
    """Standard deviation of each axis, by the mean of the batches' mean squares."""
    square = np.mean(samples**2, axis=1)
    mean, error = square.mean(0), square.std(0, ddof=1) / np.sqrt(len(square))
    return [Sample(float(np.sqrt(m)), float(0.5 * e / np.sqrt(m))) for m, e in zip(mean, error, strict=True)]


def band_powers(samples: np.ndarray, edges: tuple[float, ...]) -> list[list[Sample]]:
    """Variance within bands of angular frequency, by axis and band, from Hann-windowed periodograms of the batches."""
    count = samples.shape[1]
    window = np.hanning(count)[:, None]
    spectrum = np.abs(np.fft.rfft(samples * window, axis=1)) ** 2 * 2.0 / (count * np.sum(window**2))
    frequency = 2.0 * np.pi * np.fft.rfftfreq(count, STEP)
    spacing = frequency[1]
    inside = [((frequency >= a) & (frequency < b), (b - a) / spacing) for a, b in pairwise(edges)]
    powers = np.stack([spectrum[:, bins].mean(1) * width for bins, width in inside], axis=2)
    mean, error = powers.mean(0), powers.std(0, ddof=1) / np.sqrt(len(powers))
    return [[Sample(float(m), float(e)) for m, e in zip(*axis, strict=True)] for axis in zip(mean, error, strict=True)]
