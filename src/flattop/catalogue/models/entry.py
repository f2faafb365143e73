"""What every catalogue entry is: frozen tables of quantities, read from one file whose text has a digest."""

from pathlib import Path
from typing import Annotated, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1)]


class Section(BaseModel):
    """One table of a catalogue file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Heading(Section):
    """Who the entry is."""

    name: Text
    title: Text
    description: Text


class Origin(NamedTuple):
    """Where an entry was read: the file, and the SHA-256 of its text (and of later replacements)."""

    path: Path
    digest: str


class Entry(Section):
    """A whole catalogue file."""

    _origin: Origin = PrivateAttr(default=Origin(Path(), ""))

    @property
    def heading(self) -> Heading:
        """The entry's first table, which names it."""
        return getattr(self, type(self).__name__.lower())

    @property
    def name(self) -> str:
        """Short name, as given on the command line."""
        return self.heading.name

    @property
    def title(self) -> str:
        """Name for people."""
        return self.heading.title

    @property
    def source_file(self) -> str:
        """Name of the file the entry was read from, without its folder."""
        return self._origin.path.name

    @property
    def folder(self) -> Path:
        """Folder of that file: paths inside the entry are relative to it."""
        return self._origin.path.parent

    @property
    def digest(self) -> str:
        """SHA-256 of the file's text, for provenance; changed when quantities are replaced."""
        return self._origin.digest

    def originating(self, path: Path, digest: str) -> Self:
        """The same entry, said to come from there."""
        copy = self.model_copy()
        copy._origin = Origin(path, digest)
        return copy
