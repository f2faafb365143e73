"""Settings of the automatic pilot as a catalogue file states them: for launch, recovery and navigation."""

from pydantic import Field

from flattop.catalogue.entry import Entry, Heading
from flattop.catalogue.quantity import Quantity


class PilotSettings(Entry):
    """How the automatic pilot launches, recovers and navigates."""

    pilot: Heading
    launch: dict[str, Quantity] = Field(default_factory=dict)
    recovery: dict[str, Quantity] = Field(default_factory=dict)
    navigation: dict[str, Quantity] = Field(default_factory=dict)

    @property
    def heading(self) -> Heading:
        """The entry's first table, which names it."""
        return self.pilot
