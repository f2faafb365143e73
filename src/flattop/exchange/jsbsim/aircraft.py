"""The whole aircraft: one XML file of JSBSim, two sets of initial conditions, and what they do and do not hold."""

import math
import re
from xml.etree.ElementTree import Comment, Element, ElementTree, SubElement, indent

from flattop.engine.assemble.airframe import airframe_record
from flattop.engine.begin.deck import settled_stroke
from flattop.exchange.jsbsim.aerodynamics import aerodynamics
from flattop.exchange.jsbsim.controls import flight_control
from flattop.exchange.jsbsim.gear import ground_reactions, static_load, units_of
from flattop.exchange.jsbsim.mass import loading_of, mass_balance, metrics
from flattop.exchange.jsbsim.propulsion import external_reactions, propulsion
from flattop.exchange.jsbsim.units import quantity
from flattop.quantities.constants import STANDARD_GRAVITY

HEADER = """
{title}, exported by Flattop {version} from catalogue file {file},
SHA-256 {digest}.
Loaded to {mass:.6g} kg: empty {empty:.6g}, payload {payload:.6g} (a mass), fuel {fuel:.6g}.

Generated from the catalogue's coefficients with the formulas Flattop flies; no table is interpolated in the aerodynamics.
Names that end in a unit of SI are in SI; JSBSim's own keep JSBSim's units. The origin is the reference centre of gravity.

Commands    fcs/elevator-cmd-norm   1 is {elevator:.4g} deg trailing edge down, nose down; pitch-trim-cmd-norm adds to it
            fcs/aileron-cmd-norm    1 is {aileron:.4g} deg, right wing down; roll-trim-cmd-norm adds to it
            fcs/rudder-cmd-norm     1 is {rudder:.4g} deg, nose LEFT, which is JSBSim's sign; yaw-trim-cmd-norm adds to it
            fcs/flap-cmd-norm 0..1, fcs/throttle-cmd-norm[0] 0..1 of the power available, gear/gear-cmd-norm 0 or 1,
            fcs/left-brake-cmd-norm and right 0..1, fcs/steer-cmd-norm -1..1, positive to the right
Tail panels mix elevator and rudder; each is limited to {tail:.4g} deg by itself, with the actuator's lag and rate.
Engine and propeller are functions and an external force, because JSBSim's engines know other laws of power; the engine
"lever" has no power and only holds the throttle. Initial conditions and trim find surfaces, flap and power at once
where they are commanded.

Not exported, or otherwise than in Flattop:
- deck and ship: motion, ramp, airwake; ground effect is that of the terrain below, which lies still;
- turbulence: JSBSim has its own (atmosphere/turb-type); wind likewise;
- the automatic pilot and its sensors;
- inertia is that of this loading, while Flattop keeps the radii of gyration as fuel burns; the centre of gravity stays;
- tyres across and along: JSBSim's friction with a cornering table at the static load, without relaxation length, without
  elasticity, and with a box in place of the friction ellipse;
- the point at which a wheel's force acts moves up with the whole compression, in Flattop with the strut's stroke at most;
- wing tips and tail are hard skids here, while Flattop ends the flight when they touch;
- the ranges of the catalogue's numbers: these are the best values;
- wings folded; limits of speed and load; the engine does not stop on an empty tank.
Unarmed flight only.
"""


def jsbsim_files(airframe, mass: float) -> dict[str, str]:
    """The files of an aircraft by their paths below JSBSim's root folder.

    airframe  catalogue entry;  mass  of the aircraft with payload and fuel [kg]
    """
    record, name = airframe_record(airframe, mass), model_name(airframe)
    folder = f"aircraft/{name}"
    return {
        f"{folder}/{name}.xml": text_of(fdm_config(airframe, record, mass)),
        f"{folder}/airborne.xml": text_of(_airborne(airframe, record)),
        f"{folder}/runway.xml": text_of(_standing(record)),
    }


def model_name(airframe) -> str:
    """Name of the model, its folder and its file: the airframe's, of letters that every system's files may have."""
    return re.sub(r"[^\w.-]+", "-", airframe.name, flags=re.ASCII).strip(".-") or "airframe"


def fdm_config(airframe, record, mass: float) -> Element:
    """The aircraft as a tree.

    record  of the airframe at its mass, `engine.records.Airframe`
    """
    loading, c = loading_of(mass, airframe.mass), airframe.controls
    root = Element("fdm_config", {"name": model_name(airframe), "version": "2.0", "release": "BETA"})
    root.append(Comment(_header(airframe, loading)))
    root.append(_fileheader(airframe))
    root.append(metrics(record.aerodynamics))
    root.append(mass_balance(record.mass, loading))
    root.append(ground_reactions(record))
    root.append(external_reactions(record.propeller))
    root.append(propulsion(record.engine, record.propeller, loading.fuel, airframe.mass.fuel.si))
    root.append(flight_control(record, c.elevator_limit.si, c.rudder_limit.si))
    root.append(aerodynamics(record.aerodynamics))
    return root


def text_of(root: Element) -> str:
    """A tree as text, indented, with tables in lines of their own."""
    from io import BytesIO

    indent(root, "  ")
    out = BytesIO()
    ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    return out.getvalue().decode() + "\n"


def _version():
    from importlib.metadata import version

    return version("flattop")


def _header(airframe, loading):
    c = airframe.controls
    return HEADER.format(
        title=airframe.title, version=_version(), file=airframe.source_file, digest=airframe.digest,
        mass=loading.mass, empty=loading.empty, payload=loading.payload, fuel=loading.fuel,
        elevator=math.degrees(c.elevator_limit.si), aileron=math.degrees(c.aileron_limit.si),
        rudder=math.degrees(c.rudder_limit.si), tail=math.degrees(c.ruddervator_limit.si),
    ).replace("--", "- -")  # fmt: skip


def _fileheader(airframe):
    head = Element("fileheader")
    SubElement(head, "author").text = f"Flattop {_version()}"
    SubElement(head, "version").text = airframe.digest[:16]
    SubElement(head, "description").text = f"{airframe.title}: {airframe.heading.description}"
    return head


def _conditions(name, values):
    root = Element("initialize", {"name": name})
    for tag, value, unit in values:
        quantity(root, tag, value, unit)
    return root


def _airborne(airframe, record):
    """Level at 300 m at 1.4 times the stall speed, wings level: where a trim can begin."""
    a = record.aerodynamics
    lift = 0.5 * 1.19 * a.area * airframe.aerodynamics.lift_maximum.si
    speed = 1.4 * math.sqrt(record.mass.mass * STANDARD_GRAVITY / lift)
    values = [("altitude", 300.0, "FT"), ("ubody", speed, "FT/SEC"), ("theta", math.radians(3.0), "DEG")]
    return _conditions("airborne", [("latitude", math.radians(45.0), "DEG"), ("longitude", 0.0, "DEG"), *values])


def _standing(record):
    """Standing on the ground at sea level, settled on the gear."""
    nose, main = (
        unit.leg.z - settled_stroke(load, unit.leg) - load / unit.leg.tyre_stiffness
        for unit in units_of(record)[:2]
        for load in [static_load(unit, record)]
    )
    base = record.nose.x - record.main.x
    height = (main * record.nose.x - nose * record.main.x) / base
    pitch = math.atan2(nose - main, base)
    values = [("altitude", height, "FT"), ("ubody", 0.0, "FT/SEC"), ("theta", pitch, "DEG")]
    return _conditions("runway", [("latitude", math.radians(45.0), "DEG"), ("longitude", 0.0, "DEG"), *values])
