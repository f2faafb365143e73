"""Where a verb writes when no folder is named, and the command that would do the same again."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flattop.catalogue.models.entry import Entry


def default_folder(verb: str, *entries: "Entry") -> Path:
    """`flattop-out/VERB-AIRFRAME-SHIP` below the working folder."""
    return Path("flattop-out") / "-".join([verb, *(entry.name for entry in entries)])


def same_command(seed: int) -> str:
    """The command line as it was given, without where it wrote to, and with the seed named."""
    given, kept = iter(sys.argv[1:]), []
    for word in given:
        if word == "--out":
            next(given, None)
        elif not word.startswith("--out=") and word != "--json":
            kept.append(word)
    named = [] if any(word.split("=")[0] == "--seed" for word in kept) else ["--seed", str(seed)]
    return shlex.join(["flattop", *kept, *named])
