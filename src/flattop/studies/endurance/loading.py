"""What an airframe takes off with: payload, fuel and mass, within its limits; what is not given follows from the rest."""

from dataclasses import dataclass
from typing import NamedTuple

from flattop.catalogue import Airframe

NEARLY = 1e-6  # masses closer than this are the same [kg]


@dataclass(frozen=True, kw_only=True)
class Load:
    """What was asked to be carried [kg]; None: full tanks as far as the mass allows, and the mass that comes of it."""

    payload: float = 0.0
    fuel: float | None = None
    mass: float | None = None


class Loaded(NamedTuple):
    """An airframe as it takes off [kg]."""

    mass: float
    fuel: float
    payload: float

    @property
    def dry(self) -> float:
        """Mass with empty tanks [kg]."""
        return self.mass - self.fuel


def loaded(airframe: Airframe, load: Load) -> Loaded:
    """Masses at take-off: what was asked for, and for the rest full tanks within the maximum take-off mass."""
    m = airframe.mass
    bare = m.empty.si + load.payload
    fuel = load.fuel
    if fuel is None:
        limit = m.maximum_takeoff.si if load.mass is None else load.mass
        fuel = min(m.fuel.si, max(limit - bare, 0.0))
    return Loaded(bare + fuel, fuel, load.payload)


def load_problems(airframe: Airframe, load: Load) -> list[str]:
    """Why an airframe cannot carry what was asked, one line each."""
    m = airframe.mass
    least, most, tank = m.empty.si + load.payload, m.maximum_takeoff.si_high, m.fuel.si_high
    found = []
    if not 0.0 <= load.payload <= m.payload.si_high:
        found.append(f"--payload = {load.payload:g} kg: expected 0 to {m.payload.si_high:g} kg, the greatest payload")
    if load.fuel is not None and not 0.0 < load.fuel <= tank:
        found.append(f"--fuel = {load.fuel:g} kg: expected more than 0 and up to {tank:g} kg, what the tanks hold")
    if load.mass is not None and not m.empty.si < load.mass <= most:
        found.append(
            f"--mass = {load.mass:g} kg: expected more than {m.empty.si:g} (empty) and up to {most:g} kg, the greatest take-off mass"
        )
    return found or _together(load, least, most, m)


def _together(load, least, most, m):
    """Lines on parts that are possible by themselves and not together."""
    mass = least + (load.fuel or 0.0)
    if load.fuel is not None and load.mass is not None and abs(load.mass - mass) > 0.5:
        parts = f"{m.empty.si:g} empty, {load.payload:g} payload and {load.fuel:g} fuel"
        return [f"--mass = {load.mass:g} kg: expected {mass:g} kg, which is {parts}"]
    if mass > most + NEARLY:
        return [f"--payload and --fuel: take-off mass {mass:g} kg: expected at most {most:g} kg"]
    limit = m.maximum_takeoff.si if load.mass is None else load.mass
    if load.fuel is None and limit <= least + NEARLY:
        return [f"take-off mass = {limit:g} kg: expected more than {least:g} kg, empty and payload: no fuel is left"]
    return []
