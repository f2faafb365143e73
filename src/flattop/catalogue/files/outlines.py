"""Outlines by catalogue name or from a user's own file."""

from pathlib import Path

from flattop.catalogue.checks.outline import outline_faults
from flattop.catalogue.files.loading import loaded
from flattop.catalogue.models.outline import Outline


def outline(name_or_path: str | Path) -> Outline:
    """An outline by catalogue name, or from a TOML file."""
    return loaded(Outline, "outlines", name_or_path, outline_faults)
