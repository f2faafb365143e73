"""Speed with other numbers of lanes in a tile, each in a process of its own, since the number is compiled in."""

import subprocess
import sys

LANES = (16, 32, 64, 128, 256)
SCRIPT = """
import flattop.engine.layout as layout
layout.LANES = {lanes}
from flattop.apps.bench import _recoveries, _speed
_recoveries(1)
print(f"{lanes:4} lanes: {{max(_speed()[0] for _ in range(3)):.3g}} lane-steps/s")
"""


def main():
    """Print one line for each number of lanes."""
    for lanes in LANES:
        environment = {"FLATTOP_CACHE": "/dev/null"}  # the cache's key is the source, which does not change here
        subprocess.run([sys.executable, "-c", SCRIPT.format(lanes=lanes)], env=environment, check=True)


if __name__ == "__main__":
    main()
