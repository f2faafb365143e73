"""Where a verb writes when no folder is named, and the command that would do the same again."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flattop.catalogue.entry import Entry


def default_folder(verb: str, *entries: "Entry") -> Path:
    """`flattop-out/VERB-AIRFRAME-SHIP` below the working folder."""
    return Path("flattop-out") / "-".join([verb, *(entry.name for entry in entries)])


def same_command() -> str:
    """The command line as it was given, with the program's plain name."""
    return shlex.join(["flattop", *sys.argv[1:]])
