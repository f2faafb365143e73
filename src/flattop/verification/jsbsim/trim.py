"""Level flight trimmed by JSBSim's own search in the exported aircraft, beside Flattop's trim, at three speeds."""

import math

import numpy as np

from flattop.engine.assemble.airframe import airframe_record
from flattop.engine.trim import accelerations, trim
from flattop.quantities.constants import FOOT, STANDARD_GRAVITY
from flattop.scenario.scenario import recovery_mass
from flattop.verification.jsbsim import aircraft as jsbsim_aircraft
from flattop.verification.jsbsim.manoeuvres import trim_cases
from flattop.verification.table import compared

GROUP = "jsbsim"
LEFT_OVER = (1e-3 * FOOT, 1e-3 * FOOT, 1e-4)
"""Accelerations JSBSim's search is content with [m/s2], [m/s2], [rad/s2]."""
AIR = 1.1e-5
"""Relative difference of the air's density, and of gravity, at the height of the flights."""
LONGITUDINAL = 0
"""JSBSim's number of the trim by angle of attack, throttle and elevator."""
SCALES = (math.pi / 180.0, math.pi / 180.0, 1e3)
NAMES = (("angle of attack", "deg"), ("elevator", "deg"), ("shaft power", "kW"))


def rows(airframe) -> list:
    """Angle of attack, elevator and shaft power at each speed."""
    mass, found = recovery_mass(airframe), []
    record = airframe_record(airframe, mass)
    for case in trim_cases(airframe):
        t = trim(case, record)
        ours = np.array([t.alpha, t.elevator, t.shaft_power])
        theirs, tolerance = trimmed(airframe, mass, case), _tolerance(ours, case, record)
        for k, (name, unit) in enumerate(NAMES):
            note = "accelerations JSBSim's trim leaves, and of its denser air, through the inverse of their derivatives"
            reference, flattop, within = (float(x) / SCALES[k] for x in (theirs[k], ours[k], tolerance[k]))
            words = f"{airframe.name}: trim at {case.speed:.1f} m/s"
            found.append(compared(GROUP, words, name, unit, reference, flattop, within, note))
    return found


def trimmed(airframe, mass, case) -> np.ndarray:
    """Angle of attack [rad], elevator [rad] and shaft power [W] JSBSim finds; not numbers if it finds none."""
    flight = jsbsim_aircraft.loaded(airframe, mass)
    flight["ic/h-sl-ft"], flight["ic/vt-fps"], flight["ic/gamma-deg"] = case.height / FOOT, case.speed / FOOT, 0.0
    flight["gear/gear-cmd-norm"], flight["fcs/flap-cmd-norm"] = case.gear, case.flap
    flight.run_ic()
    try:
        flight["simulation/do_simple_trim"] = LONGITUDINAL
    except RuntimeError:  # what the package raises when the search fails
        return np.full(3, math.nan)
    return np.array([flight[name] for name in ("flow/alpha-rad", "fcs/symmetric-rad", "propulsion/shaft-power-W")])


def _tolerance(x, case, record):
    """|J^-1| a, J the derivatives of the accelerations by angle of attack, elevator and power."""
    steps = np.array([1e-5, 1e-5, 1e-5 * record.engine.maximum_power])
    J = np.empty((3, 3))
    for k, h in enumerate(steps):
        up, down = (_accelerations(x + sign * h * np.eye(3)[k], case, record) for sign in (1.0, -1.0))
        J[:, k] = (up - down) / (2.0 * h)
    air = AIR * STANDARD_GRAVITY
    return np.abs(np.linalg.inv(J)) @ (np.array(LEFT_OVER) + np.array([air, air, 0.0]))


def _accelerations(x, case, record):
    return np.array(accelerations(float(x[0]), float(x[1]), float(x[2]), case, record))
