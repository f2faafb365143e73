"""JSBSim's side of an open-loop flight: the exported aircraft, loaded and flown over flat ground that does not turn [Berndt2004].

The ground is a still sphere of a million kilometres; JSBSim's own integration rules and step order are left as they are.
"""

import math
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from flattop.exchange.jsbsim.aircraft import jsbsim_files, model_name
from flattop.quantities.constants import FOOT, STANDARD_GRAVITY
from flattop.verification.jsbsim.manoeuvres import FRAME, RUNWAY_HEIGHT, Manoeuvre, Stick

STEP = 0.00125  # [s]
RADIUS = 1e9  # of the ground [m]
FLAT = """<?xml version="1.0"?>
<planet name="flat"><semimajor_axis unit="M">{radius}</semimajor_axis><semiminor_axis unit="M">{radius}</semiminor_axis>
<rotation_rate unit="RAD/SEC">0</rotation_rate><GM unit="FT3/SEC2">{gravity:.17g}</GM><J2>0</J2></planet>
"""
RATES = ("velocities/p-rad_sec", "velocities/q-rad_sec", "velocities/r-rad_sec")
LOADS = ("gear/nose/normal-N", "gear/left/normal-N", "gear/right/normal-N")


def is_installed() -> bool:
    """Whether JSBSim can be asked."""
    from importlib.util import find_spec

    return find_spec("jsbsim") is not None


def loaded(airframe, mass: float, step: float = STEP, is_flat: bool = True):
    """JSBSim with the exported aircraft in it, silent."""
    import jsbsim

    with TemporaryDirectory() as folder:
        for name, text in jsbsim_files(airframe, mass).items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        _silence(jsbsim)
        flight = jsbsim.FGFDMExec(folder)
        flight.set_debug_level(0)
        if not flight.load_model(model_name(airframe)):
            raise RuntimeError(f"JSBSim does not load the exported {airframe.name}")
        if is_flat:
            planet = Path(folder) / "flat.xml"
            planet.write_text(FLAT.format(radius=RADIUS, gravity=STANDARD_GRAVITY * RADIUS**2 / FOOT**3))
            flight.load_planet(str(planet), False)
    flight.set_dt(step)
    return flight


def _silence(jsbsim):
    """Only what it calls an error is told, on standard error."""

    class Errors(jsbsim.FGLogger):
        def set_level(self, level):
            self.is_told = level >= jsbsim.LogLevel.ERROR and level != jsbsim.LogLevel.STDOUT

        def file_location(self, filename, line):
            pass

        def message(self, message):
            if self.is_told:
                sys.stderr.write(message)

        def format(self, format):
            pass

        def flush(self):
            pass

    jsbsim.set_logger(Errors())


def begun(flight, m: Manoeuvre, airframe):
    """The initial conditions of a manoeuvre, every lag settled."""
    flight["ic/terrain-elevation-ft"] = RUNWAY_HEIGHT / FOOT
    flight["ic/lat-geod-deg"], flight["ic/long-gc-deg"] = 0.0, 0.0
    flight["ic/h-sl-ft"] = m.height / FOOT
    flight["ic/phi-rad"], flight["ic/theta-rad"], flight["ic/psi-true-rad"] = 0.0, m.pitch, 0.0
    flight["ic/u-fps"] = m.speed * math.cos(m.pitch - m.path) / FOOT
    flight["ic/v-fps"], flight["ic/w-fps"] = 0.0, m.speed * math.sin(m.pitch - m.path) / FOOT
    if m.is_rolling_freely:
        for wheel in range(3):
            flight[f"gear/unit[{wheel}]/rolling_friction_coeff"] = 0.0
    asked(flight, m.first, airframe)
    flight.run_ic()


def asked(flight, s: Stick, airframe):
    """The sticks, in JSBSim's signs and shares of the full deflections; the wind."""
    c = airframe.controls
    flight["fcs/elevator-cmd-norm"] = s.elevator / c.elevator_limit.si
    flight["fcs/aileron-cmd-norm"] = s.aileron / c.aileron_limit.si
    flight["fcs/rudder-cmd-norm"] = -s.rudder / c.rudder_limit.si
    flight["fcs/throttle-cmd-norm"], flight["fcs/flap-cmd-norm"] = s.power, s.flap
    flight["fcs/steer-cmd-norm"] = s.steering / max(airframe.gear.nose.steering_limit.si, 1e-9)
    for axis, speed in zip(("north", "east", "down"), s.wind_N, strict=True):
        flight[f"atmosphere/gust-{axis}-fps"] = speed / FOOT


def flown(m: Manoeuvre, airframe, mass: float, step: float = STEP) -> np.ndarray:
    """The flight at every `FRAME`, its start included, (samples, `open_loop.QUANTITIES`)."""
    flight = loaded(airframe, mass, step)
    begun(flight, m, airframe)
    rows, steps = [_sample(flight, np.zeros(3))], round(FRAME / step)
    for k in range(round(m.duration / FRAME)):
        asked(flight, m.stick(k * FRAME, rows[-1]), airframe)
        peak = np.zeros(3)
        for _ in range(steps):
            flight.run()
            if m.is_on_ground:
                peak = np.maximum(peak, [flight[name] for name in LOADS])
        rows.append(_sample(flight, peak))
    return np.array(rows)


def _sample(flight, peak):
    heading = flight["attitude/psi-rad"]
    attitude = flight["attitude/phi-rad"], flight["attitude/theta-rad"], (heading + math.pi) % (2.0 * math.pi) - math.pi
    speed = flight["velocities/vt-fps"] * FOOT
    side = math.asin(max(-1.0, min(1.0, flight["velocities/v-aero-fps"] * FOOT / max(speed, 1e-9))))
    height = flight["position/h-sl-ft"] * FOOT
    north, east = (flight[f"position/{name}-rad"] * (RADIUS + height) for name in ("lat-geod", "long-gc"))
    rates = [flight[name] for name in RATES]
    return [*attitude, *rates, speed, flight["flow/alpha-rad"], side, height, north, east, *peak]
