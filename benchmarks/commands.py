"""Wall time and memory of the commands with an empty cache of compiled code, and again with a full one."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMANDS = (
    "list",
    "show tb3",
    "fly tb3 izumo",
    "assess tb3 izumo --no-sensitivity",
    "assess tb3 izumo",
    "endurance tb3",
)


def run(command, folder, cache):
    """Seconds of one command and the most memory that any so far has taken [MB]."""
    arguments = [sys.executable, "-m", "flattop.apps.cli", *command.split()]
    if command.split()[0] in ("fly", "assess", "endurance"):
        arguments += ["--out", str(folder / f"out-{time.monotonic_ns()}")]
    began = time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"FLATTOP_CACHE": str(cache)})
    return time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024.0


def main():
    """Print one line for each command."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for command in COMMANDS:
            first, after = (run(command, folder, folder / command.replace(" ", "-")) for _ in range(2))
            print(f"{command:36} first {first[0]:6.1f} s, after {after[0]:6.1f} s; at most {after[1]:.0f} MB so far")


if __name__ == "__main__":
    main()
