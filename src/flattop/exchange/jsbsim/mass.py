"""Metrics and masses: the aircraft empty, its payload as a mass, the fuel; all at the reference centre of gravity."""

from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from flattop.exchange.jsbsim.units import place, quantity


class Loading(NamedTuple):
    """How a mass is made up [kg]."""

    empty: float
    payload: float
    fuel: float

    @property
    def mass(self):
        """Of the whole aircraft [kg]."""
        return self.empty + self.payload + self.fuel


def loading_of(mass: float, m) -> Loading:
    """The full payload and fuel for the rest, as far as the tanks hold it; what is missing is left off the payload.

    mass  of the whole aircraft [kg];  m  the catalogue's `Mass`
    """
    left = mass - m.empty.si
    payload = max(min(m.payload.si, left), left - m.fuel.si)
    return Loading(m.empty.si, payload, left - payload)


def metrics(a) -> Element:
    """The section `metrics`; the aerodynamic reference point is the reference centre of gravity, the origin.

    a  `physics.aerodynamics.Aerodynamics`
    """
    root = Element("metrics")
    quantity(root, "wingarea", a.area, "FT2")
    quantity(root, "wingspan", a.span, "FT")
    quantity(root, "chord", a.chord, "FT")
    for name in ("AERORP", "EYEPOINT", "VRP"):
        place(root, 0.0, 0.0, 0.0, name)
    return root


def mass_balance(m, loading: Loading) -> Element:
    """The section `mass_balance`.

    m  `engine.records.MassProperties`, whose radii of gyration give the inertia of the loaded aircraft
    """
    root = Element("mass_balance", {"negated_crossproduct_inertia": "false"})
    for name in ("xx", "yy", "zz", "xz"):
        quantity(root, f"i{name}", loading.mass * getattr(m, f"radius2_{name}"), "SLUG*FT2")
    quantity(root, "emptywt", loading.empty, "LBS")
    place(root, 0.0, 0.0, 0.0, "CG")
    payload = SubElement(root, "pointmass", {"name": "payload"})
    quantity(payload, "weight", loading.payload, "LBS")
    place(payload, 0.0, 0.0, 0.0, "payload")
    return root
