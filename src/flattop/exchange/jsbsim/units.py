"""JSBSim's units and axes: the only place where SI becomes inches, pounds and slugs, and forward becomes aft.

JSBSim's structural axes are x aft, y right, z up in inches; forces and moments are about body axes, as ours are. Conversions are exact
by definition of foot and pound; JSBSim's own for metric units are rounded, so files are written in its units.
"""

from xml.etree.ElementTree import Element, SubElement

from flattop.quantities.constants import FOOT, POUND, STANDARD_GRAVITY

INCH = 0.0254  # [m], exact
POUND_FORCE = POUND * STANDARD_GRAVITY  # [N], exact
SLUG = POUND_FORCE / FOOT  # [kg]
DENSITY = SLUG / FOOT**3  # slug/ft3 [kg/m3]
INERTIA = SLUG * FOOT**2  # slug ft2 [kg m2]
MOMENT = POUND_FORCE * FOOT  # lbf ft [N m]
DEGREE = 0.017453292519943295  # [rad]

PER_UNIT = {
    "IN": INCH, "FT": FOOT, "FT2": FOOT**2, "LBS": POUND, "SLUG*FT2": INERTIA, "DEG": DEGREE,
    "FT/SEC": FOOT, "LBS/FT": POUND_FORCE / FOOT, "LBS/FT/SEC": POUND_FORCE / FOOT,
}  # fmt: skip
"""SI value of JSBSim's units."""


def digits(value: float) -> str:
    """A number as text, twelve significant digits."""
    return f"{value:.12g}"


def quantity(parent: Element, tag: str, value: float, unit: str = "") -> Element:
    """A child that holds a number, given in SI, in the unit of JSBSim that is named."""
    child = SubElement(parent, tag, {"unit": unit} if unit else {})
    child.text = digits(value / PER_UNIT[unit] if unit else value)
    return child


def place(parent: Element, x: float, y: float, z: float, name: str = "") -> Element:
    """A child `location`, given in body axes [m]: forward, right, down."""
    location = SubElement(parent, "location", ({"name": name} if name else {}) | {"unit": "IN"})
    for axis, value in (("x", -x), ("y", y), ("z", -z)):
        SubElement(location, axis).text = digits(value / INCH + 0.0)
    return location
