"""What the derivation takes from a ship's catalogue entry: hull dimensions, loading and speed, in SI units."""

from pathlib import Path
from typing import NamedTuple

from flattop.catalogue.files.loading import ship
from flattop.derivation.ships.hull import HullForm, published_form

SEA_WATER_DENSITY = 1025.0
"""Sea water at 15 degrees Celsius and 35 g/kg, kg/m3 [ITTC2011, 7.5-02-01-03], rounded."""


class Particulars(NamedTuple):
    """A ship's hull and loading as published."""

    name: str
    form: HullForm
    metacentric_height: float  # m
    gravity_height: float  # above the keel, m
    roll_period: float  # s
    roll_damping: float  # fraction of critical, viscous and fins
    speed_maximum: float  # m/s


def particulars(name_or_path: str | Path) -> Particulars:
    """Particulars of a ship by catalogue name or TOML path; the block coefficient follows from the displacement."""
    hull = ship(name_or_path).hull
    if hull is None:
        raise ValueError(f"{name_or_path}: has no [hull], so no response to waves")
    length, beam, draught = hull.length_between_perpendiculars.si, hull.beam.si, hull.draught.si
    block = hull.displacement.si / (SEA_WATER_DENSITY * length * beam * draught)
    return Particulars(
        name=Path(name_or_path).stem,
        form=published_form(length, beam, draught, block),
        metacentric_height=hull.metacentric_height.si,
        gravity_height=hull.centre_of_gravity_height.si,
        roll_period=hull.roll_period.si,
        roll_damping=hull.roll_damping.si,
        speed_maximum=hull.speed_maximum.si,
    )
