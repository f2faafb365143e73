"""Formulas as JSBSim's `function` elements, written with + - * / as in the book, and sections that name their values."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from flattop.exchange.jsbsim.units import digits

MERGED = {"sum", "product"}
"""Operations of any number of terms: a chain of them is one element."""


class Expression:
    """A formula: a number, a property of JSBSim, or an operation on formulas."""

    def __init__(self, tag: str, *terms: Expression | float, text: str = ""):
        self.tag, self.text = tag, text
        self.terms = [term if isinstance(term, Expression) else number(term) for term in terms]

    def element(self) -> Element:
        """The formula as XML."""
        found = Element(self.tag)
        found.text = self.text or None
        for term in self.terms:
            inner = term.element()
            found.extend(list(inner) if term.tag == self.tag and self.tag in MERGED else [inner])
        return found

    def __add__(self, other):
        return Expression("sum", self, other)

    def __radd__(self, other):
        return Expression("sum", other, self)

    def __sub__(self, other):
        return Expression("difference", self, other)

    def __rsub__(self, other):
        return Expression("difference", other, self)

    def __mul__(self, other):
        return Expression("product", self, other)

    def __rmul__(self, other):
        return Expression("product", other, self)

    def __truediv__(self, other):
        return Expression("quotient", self, other)

    def __rtruediv__(self, other):
        return Expression("quotient", other, self)

    def __neg__(self):
        return Expression("product", -1.0, self)


def number(value: float) -> Expression:
    """A constant."""
    return Expression("value", text=digits(value))


def prop(name: str) -> Expression:
    """The value of a property."""
    return Expression("property", text=name)


def operation(name: str, *terms: Expression | float) -> Expression:
    """Any other of JSBSim's operations: sqrt, abs, sin, atan2, min, max, exp, ln, ..."""
    return Expression(name, *terms)


def clipped(x: Expression | float, low: Expression | float, high: Expression | float) -> Expression:
    """x limited to [low, high]."""
    return operation("min", operation("max", x, low), high)


def chosen(a: Expression, above: Expression | float, then: Expression | float, otherwise) -> Expression:
    """One value where a > above, otherwise another."""
    return operation("ifthen", operation("gt", a, above), then, otherwise)


class Section:
    """A part of the aircraft that computes named values in the order they are written."""

    def __init__(self, root: Element):
        self.root = root

    def value(self, name: str, formula: Expression, description: str = "") -> Expression:
        """Write a value down under a property's name; gives back the property."""
        self.function(self.root, formula, name, description)
        return prop(name)

    @staticmethod
    def function(parent: Element, formula: Expression, name: str = "", description: str = "") -> Element:
        """A `function` below an element."""
        function = SubElement(parent, "function", {"name": name} if name else {})
        if description:
            SubElement(function, "description").text = description
        function.append(formula.element())
        return function


class Channel(Section):
    """A channel of the flight control: its values are kept from step to step, and may be put out to JSBSim's own properties."""

    def value(self, name: str, formula: Expression, description: str = "", output: str = "") -> Expression:
        """Write a value down under a property's name, and put it out to another; gives back the first."""
        component = SubElement(self.root, "fcs_function", {"name": name})
        self.function(component, formula, "", description)
        if output:
            SubElement(component, "output").text = output
        return prop(name)


STEP = prop("simulation/dt")
"""Duration of a step [s]; zero while JSBSim sets its initial conditions or trims, when nothing may lag."""


def following(name: str, target: Expression, change: Expression) -> Expression:
    """A value that moves by a change in a step, and is at its target at once where time stands still."""
    return chosen(STEP, 0.0, prop(name) + change, target)
