"""What the catalogue refuses, all problems of one file at once, one line each.

CatalogueError(ValueError)     .problems: the lines
|-- UnknownNameError           no entry of that name; the nearest names are offered
|-- UnreadableFileError        no such file, not text, or not TOML
`-- UnusableEntryError         the file reads, but its contents cannot be used
"""

from collections.abc import Iterable


class CatalogueError(ValueError):
    """Input the catalogue cannot use: one line per problem, `file: field = value unit: what was expected`."""

    def __init__(self, problems: str | Iterable[str]):
        self.problems: list[str] = [problems] if isinstance(problems, str) else list(problems)
        super().__init__("\n".join(self.problems))


class UnknownNameError(CatalogueError):
    """A name that no catalogue entry has."""


class UnreadableFileError(CatalogueError):
    """A file that is missing, is not text, or is not TOML (or NetCDF)."""


class UnusableEntryError(CatalogueError):
    """A file whose contents are incomplete, of the wrong type or dimension, or contradict themselves."""
