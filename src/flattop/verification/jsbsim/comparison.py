"""The exported aircraft flown in JSBSim beside Flattop's own: trim, doublets, gusts, a drop on the gear, a take-off roll, speed.

Both are flown with their steps halved, and halved again in the air: what halving changes bounds what the steps cost, and what is left at
no step at all is the difference of the models. Known differences are flown too, by Flattop: air that is denser by what JSBSim's is.
"""

import math

from flattop import catalogue
from flattop.verification.jsbsim import aircraft as jsbsim_aircraft
from flattop.verification.jsbsim import speed as jsbsim_speed
from flattop.verification.jsbsim import trim as jsbsim_trim
from flattop.verification.jsbsim.doublets import airborne_findings
from flattop.verification.jsbsim.ground import ground_findings
from flattop.verification.jsbsim.pair import GROUP, SHOWN
from flattop.verification.table import Findings, Row


def _everything_of(name):
    airframe = catalogue.airframe(name)
    trims = Findings(jsbsim_trim.rows(airframe))
    return trims.added(airborne_findings(airframe)).added(ground_findings(airframe))


def findings(folder=None, progress=None) -> Findings:
    """All airframes of the catalogue, and the speed of both; one row that says so where JSBSim is not installed."""
    if not jsbsim_aircraft.is_installed():
        return Findings([_skipped()])
    found = Findings()
    for name in catalogue.names("airframes"):
        found = found.added(_everything_of(name))
        if progress:
            progress(name)
    return found.added(Findings(jsbsim_speed.rows(catalogue.airframe(SHOWN))))


def _skipped():
    return Row(
        group=GROUP, case="JSBSim", quantity="flights of the exported aircraft", unit="1", reference=None,
        flattop=math.nan, tolerance=None, note="jsbsim is not installed (extra: verify)",
    )  # fmt: skip
