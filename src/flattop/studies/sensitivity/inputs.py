"""The uncertain inputs of a scenario, and scenarios with some of them moved."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from flattop.catalogue import Quantity, flown, replaced
from flattop.scenario.scenario import Scenario

ENTRIES = ("airframe", "ship", "pilot")


class Input(NamedTuple):
    """One uncertain number: which entry it is of, its dotted path there, what it means."""

    entry: str
    path: str
    description: str
    quantity: Quantity

    @property
    def name(self):
        """The path with its entry before it."""
        return f"{self.entry}.{self.path}"

    def shown(self, value):
        """A value in SI in the unit of the entry's file, which is an affine function of it."""
        q = self.quantity
        return q.low + (value - q.si_low) * (q.high - q.low) / (q.si_high - q.si_low)


def uncertain_inputs(scenario: Scenario) -> list[Input]:
    """All inputs with a range that flights read."""
    return [
        Input(entry, path, description, quantity)
        for entry in ENTRIES
        for path, quantity, description in flown(getattr(scenario, entry))
        if quantity.si_low < quantity.si_high
    ]


def moved(scenario: Scenario, values: Mapping[Input, float]) -> Scenario:
    """The scenario with other best values of some inputs, in SI."""
    changed = {
        entry: replaced(getattr(scenario, entry), {i.path: v for i, v in values.items() if i.entry == entry})
        for entry in {i.entry for i in values}
    }
    return replace(scenario, **changed)
