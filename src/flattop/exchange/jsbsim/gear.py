"""The landing gear: oleo and tyre in series with the strut's own stroke, as `physics/body/gear`; friction by JSBSim's own laws.

The stroke of each strut is kept by the flight control, which runs before the ground's forces; the force on the wheel is the tyre's, from
the depth and the stroke. JSBSim measures compression along the strut: times the cosine of the tilt it is the depth below flat ground.
"""

import math
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from flattop.exchange.jsbsim.expressions import STEP, Channel, Expression, Section, chosen, clipped, operation, prop
from flattop.exchange.jsbsim.units import POUND_FORCE, digits, place, quantity
from flattop.physics.body.gear import ORIFICE_TRANSITION, Leg
from flattop.quantities.constants import FOOT, STANDARD_GRAVITY

TILT = "gear/tilt-cosine"
SLIPS_DEG = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 80.0)
SKID_STROKE = (
    0.1  # depth at which a point of the airframe that strikes the ground carries the weight [m]; estimate, 0.05 .. 0.2
)


class Unit(NamedTuple):
    """A wheel: JSBSim's number of it, its name, the leg, its side and its brake group."""

    number: int
    name: str
    leg: Leg
    side: float
    brakes: str


def units_of(airframe) -> list[Unit]:
    """Nose, left and right wheel, numbered as JSBSim does."""
    return [
        Unit(0, "nose", airframe.nose, 1.0, "NONE"),
        Unit(1, "left", airframe.main, -1.0, "LEFT"),
        Unit(2, "right", airframe.main, 1.0, "RIGHT"),
    ]


def gear_channel(airframe) -> Element:
    """The channel that moves the struts and holds the brakes to their force."""
    s = Channel(Element("channel", {"name": "Gear"}))
    tilt = operation("cos", prop("attitude/theta-rad")) * operation("cos", prop("attitude/phi-rad"))
    s.value(TILT, operation("max", tilt, 0.1), "of the body's z axis from the vertical")
    for unit in units_of(airframe):
        normal = _strut(s, unit)
        if unit.brakes != "NONE":
            _brake(s, unit, normal)
    return s.root


def _depth(unit):
    """Of the unloaded wheel below the ground [m]."""
    return prop(f"gear/unit[{unit.number}]/compression-ft") * FOOT * prop(TILT)


def _closing(unit):
    """Speed at which the wheel approaches the ground [m/s]."""
    return prop(f"gear/unit[{unit.number}]/compression-velocity-fps") * FOOT * prop(TILT)


def _tyre(depth, closing, stroke, leg):
    """k d + c d' of the compression the strut has not taken, never a pull [N], as `tyre_normal_force`."""
    squeeze = depth - stroke
    force = leg.tyre_stiffness * squeeze + leg.tyre_damping * closing * clipped(20.0 * squeeze, 0.0, 1.0)
    return chosen(squeeze, 0.0, operation("max", force, 0.0), 0.0)


def _strut(s, unit):
    """The stroke a step later, as `stroke_after`: an isothermal gas spring and an orifice, linearly implicit."""
    leg, at = unit.leg, f"gear/{unit.name}"
    name = f"{at}/stroke-m"
    stroke = prop(name)
    depth, closing = s.value(f"{at}/depth-m", _depth(unit)), s.value(f"{at}/closing-m_s", _closing(unit))
    normal = s.value(f"{at}/normal-N", _tyre(depth, closing, stroke, leg), "of the step before")
    gap = s.value(f"{at}/gas-gap-m", leg.gas_length - clipped(stroke, 0.0, leg.stroke))
    metal = 10.0 * leg.tyre_stiffness * operation("max", stroke - leg.stroke, 0.0)
    excess = s.value(f"{at}/excess-N", normal - leg.preload * leg.gas_length / gap - metal, "over the gas spring")
    ease = s.value(f"{at}/ease", chosen(excess, 0.0, leg.compression_ease, leg.extension_ease))
    v0 = ORIFICE_TRANSITION
    root = operation("sqrt", v0 * v0 + 4.0 * operation("abs", excess) * ease)
    speed = s.value(f"{at}/orifice-speed-m_s", 0.5 * (root - v0))
    slope = s.value(f"{at}/orifice-slope", STEP * ease / (v0 + 2.0 * speed))
    k = chosen(normal, 0.0, leg.tyre_stiffness, 0.0)
    gas = chosen(stroke, leg.stroke, 10.0 * leg.tyre_stiffness, leg.preload * leg.gas_length / (gap * gap))
    rate = chosen(excess, 0.0, speed, -speed) + slope * k * closing
    after = clipped(stroke + STEP * rate / (1.0 + slope * (k + gas)), 0.0, 1.2 * leg.stroke)
    s.value(name, chosen(STEP, 0.0, after, _settled(depth, leg)), "at rest where time stands still")
    return normal


def _settled(depth, leg) -> Expression:
    """Stroke where gas and tyre balance at a depth d: k (d - s)(c - s) = F0 c, the smaller root."""
    d, c = depth, leg.gas_length
    product = 4.0 * leg.preload * c / leg.tyre_stiffness
    root = operation("sqrt", (d - c) * (d - c) + product)
    return clipped(0.5 * (d + c - root), 0.0, leg.stroke)


def _brake(s, unit, normal):
    """Friction at full brake: rolling resistance and the brake's force over the load, within the tyre's grip."""
    leg = unit.leg
    share = operation(
        "min", leg.brake_force / operation("max", normal, 1.0), leg.tyre_friction - leg.rolling_resistance
    )
    output = f"gear/unit[{unit.number}]/static_friction_coeff"
    s.value(f"gear/{unit.name}/brake-friction", leg.rolling_resistance + share, output=output)


def ground_reactions(airframe) -> Element:
    """The section `ground_reactions`: three wheels, and the points that must not touch as hard skids."""
    root = Element("ground_reactions")
    for unit in units_of(airframe):
        _contact(root, unit, airframe)
    e, weight = airframe.extremities, airframe.mass.mass * STANDARD_GRAVITY
    for name, point, side in (("tail", e.tail_B, 1.0), ("left tip", e.tip_B, -1.0), ("right tip", e.tip_B, 1.0)):
        _skid(root, name, (point.x, side * point.y, point.z), weight)
    return root


def _contact(root, unit, airframe):
    leg, contact = unit.leg, SubElement(root, "contact", {"type": "BOGEY", "name": unit.name})
    place(contact, leg.x, unit.side * leg.y, leg.z)
    quantity(contact, "static_friction", leg.tyre_friction)
    quantity(contact, "dynamic_friction", leg.tyre_friction)
    quantity(contact, "rolling_friction", leg.rolling_resistance)
    quantity(contact, "max_steer", airframe.extremities.steering_limit if unit.name == "nose" else 0.0, "DEG")
    SubElement(contact, "brake_group").text = unit.brakes
    SubElement(contact, "retractable").text = "1"
    strut = SubElement(contact, "strut_force")
    force = _tyre(_depth(unit), _closing(unit), prop(f"gear/{unit.name}/stroke-m"), leg) * prop(TILT)
    Section.function(strut, force * (-1.0 / POUND_FORCE))
    _cornering(contact, leg, static_load(unit, airframe))


def static_load(unit, airframe):
    """Load of a wheel at rest [N]."""
    weight, nose, main = airframe.mass.mass * STANDARD_GRAVITY, airframe.nose.x, airframe.main.x
    on_nose = weight * -main / (nose - main)
    return on_nose if unit.name == "nose" else 0.5 * (weight - on_nose)


def _cornering(contact, leg, load):
    """Steady side force over load against slip angle: k sigma tan(slip)/N at the static load, within the grip."""
    table = SubElement(contact, "table", {"name": "CORNERING_COEFF", "type": "internal"})
    stiffness = leg.tyre_side_stiffness * leg.tyre_relaxation_length / load
    points = [(x, min(stiffness * math.tan(math.radians(x)), leg.tyre_friction)) for x in SLIPS_DEG]
    points = [(-x, y) for x, y in points[:0:-1]] + points
    SubElement(table, "tableData").text = "\n" + "\n".join(f"{x:g} {digits(y)}" for x, y in points) + "\n"


def _skid(root, name, point, weight):
    contact = SubElement(root, "contact", {"type": "STRUCTURE", "name": name})
    place(contact, *point)
    quantity(contact, "static_friction", 0.6)
    quantity(contact, "dynamic_friction", 0.5)
    quantity(contact, "spring_coeff", weight / SKID_STROKE, "LBS/FT")
    quantity(contact, "damping_coeff", 0.2 * weight / SKID_STROKE, "LBS/FT/SEC")
