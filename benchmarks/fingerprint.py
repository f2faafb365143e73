"""Fingerprint of two thousand flights: what they are, to the last bit, so that a change of form shows whether it changed a number.

`fingerprint.py FILE` flies and writes one digest for each scalar of the final states; `fingerprint.py FILE --against OLD` also says
which scalars moved. Scalars are matched by their digests, so that a new name or another place of a row is no difference.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np

from flattop.catalogue import airframe, pilot, ship
from flattop.engine.jobs import Job
from flattop.engine.layout import columns
from flattop.engine.records import Flight
from flattop.engine.simulate import fly
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario

PAIRS = (("tb3", "izumo"), ("tb3", "anadolu"), ("mojave", "dokdo"), ("anka", "izumo"))
CONDITIONS = (
    Condition(wind_over_deck=10.3, significant_height=1.88),
    Condition(wind_over_deck=15.4, wind_from=-0.26, significant_height=3.25, modal_period=9.7),
    Condition(wind_over_deck=5.1, wind_from=0.5, significant_height=0.88, modal_period=7.5),
)
EACH = 84  # flights of a pair, mission and condition: 2016 in all


def digests():
    """Digest of each scalar's final values over all flights of a pair and mission, by a name that says which."""
    found = {}
    for airframe_name, ship_name in PAIRS:
        for mission in ("launch", "recovery"):
            jobs = [
                Job(Scenario(airframe(airframe_name), ship(ship_name), pilot(), c, mission), np.arange(i, i + EACH))
                for i, c in enumerate(CONDITIONS)
            ]
            rows = np.ascontiguousarray(fly(jobs, seed=7).rows.T + 0.0)
            for column in columns(Flight):
                name = f"{airframe_name} {ship_name} {mission} {column.path}"
                found[name] = hashlib.sha256(rows[column.row].tobytes()).hexdigest()[:16]
    return found


def main():
    """Write the digests and say what differs from older ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--against", type=Path)
    given = parser.parse_args()
    now = digests()
    given.file.write_text(json.dumps(now, indent=0))
    print("fingerprint", hashlib.sha256("".join(sorted(now.values())).encode()).hexdigest()[:16], len(now), "scalars")
    if given.against:
        before = json.loads(given.against.read_text())
        gone = [name for name, digest in before.items() if digest not in set(now.values())]
        new = [name for name, digest in now.items() if digest not in set(before.values())]
        print(f"{len(gone)} of {len(before)} scalars moved", *(f"  no longer: {n}" for n in gone[:40]), sep="\n")
        print(f"{len(new)} scalars are new", *(f"  new: {n}" for n in new[:40]), sep="\n")


if __name__ == "__main__":
    main()
