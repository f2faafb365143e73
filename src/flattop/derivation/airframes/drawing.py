"""The drawing of an airframe: what the catalogue knows of its geometry, and beside it what had to be estimated.

Lengths in m, angles in rad, positions in body axes about the reference centre of gravity.
"""

import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files
from math import cos, pi, tan
from pathlib import Path

SI = {"m": 1.0, "m2": 1.0, "rad": 1.0, "1": 1.0, "deg": pi / 180.0}
CATALOGUE = Path(str(files("flattop.catalogue") / "data" / "airframes"))
ESTIMATES = Path(str(files("flattop.derivation.airframes") / "drawings.toml"))


@dataclass(frozen=True)
class Drawing:
    """Everything the lifting-surface methods need; `wing_x` and `tail_incidence` follow from balance and trim."""

    wing_section: str
    tail_section: str
    span: float
    wing_area: float
    mean_chord: float
    length: float
    root_chord: float
    tip_chord: float
    dihedral: float
    incidence: float
    wing_z: float
    tail_arm: float
    tail_area: float
    tail_angle: float
    tail_width: float
    tail_inverted: bool
    tail_taper: float
    boom_z: float
    flap_inner: float
    flap_outer: float
    flap_chord: float
    flap_angle: float
    aileron_inner: float
    aileron_outer: float
    aileron_chord: float
    ruddervator_chord: float
    pod_nose_x: float
    pod_tail_x: float
    pod_width: float
    pod_height: float
    boom_diameter: float
    static_margin: float
    trim_lift: float
    legs_retracted: float
    wheel_diameter: float
    wheel_width: float
    leg_length: float
    leg_diameter: float
    wing_x: float = 0.0
    tail_incidence: float = 0.0

    @property
    def aspect_ratio(self) -> float:
        """b^2/S."""
        return self.span**2 / self.wing_area

    @property
    def constant_chord_station(self) -> float:
        """Half span of the untapered centre section, m, such that the planform has the area S: own derivation.

        S = 2 y0 c_r + (b/2 - y0)(c_r + c_t)
        """
        half, root, tip = self.span / 2, self.root_chord, self.tip_chord
        return (self.wing_area - half * (root + tip)) / (root - tip)

    def chord(self, y: float) -> float:
        """Wing chord at the station y, m."""
        y0, half = self.constant_chord_station, self.span / 2
        outward = max(0.0, abs(y) - y0) / (half - y0)
        return self.root_chord + (self.tip_chord - self.root_chord) * outward

    @property
    def panel_width(self) -> float:
        """Spanwise extent of one tail panel seen from above, m."""
        return self.tail_width / 2

    @property
    def panel_rise(self) -> float:
        """Height of one tail panel, m."""
        return self.panel_width * tan(self.tail_angle)

    @property
    def panel_chord(self) -> float:
        """Mean chord of one tail panel, m."""
        return 0.5 * self.tail_area * cos(self.tail_angle) / self.panel_width

    @property
    def tail_aspect_ratio(self) -> float:
        """Aspect ratio of the two panels laid flat: their length over their mean chord."""
        return self.tail_width / cos(self.tail_angle) / self.panel_chord

    @property
    def tail_root_z(self) -> float:
        """Height (down) of the tail on the centre plane: the apex of an inverted V, the root of an upright one, m."""
        return self.boom_z - self.panel_rise if self.tail_inverted else self.boom_z

    @property
    def tail_tip_z(self) -> float:
        """Height (down) of the outer end of a tail panel, m."""
        return self.boom_z if self.tail_inverted else self.boom_z - self.panel_rise

    @property
    def rudder_sign(self) -> float:
        """Trailing edge of the right panel for positive rudder (nose right): down (+1) on an upright V, up (-1) on an
        inverted one, because the right panel of an inverted V faces outward and pushes left when its edge goes up."""
        return -1.0 if self.tail_inverted else 1.0


def drawing(name: str) -> Drawing:
    """The drawing of a catalogue airframe, best values."""
    return Drawing(**{key: entry["value"] for key, entry in entries(name).items()})


def drawing_varied(base: Drawing, name: str, key: str, end: str) -> Drawing:
    """The drawing with one entry at its `low` or `high` end; area changes scale the chords with it."""
    value = entries(name)[key][end]
    if key != "wing_area":
        return replace(base, **{key: value})
    ratio = value / base.wing_area
    chords = {chord: getattr(base, chord) * ratio for chord in ("mean_chord", "root_chord", "tip_chord")}
    return replace(base, wing_area=value, **chords)


def entries(name: str) -> dict[str, dict]:
    """Drawing entries in SI: the estimates, overruled by the catalogue's [geometry] where it has the key."""
    estimates = {key: entry for key, entry in estimated(name).items() if key != "given"}
    published = catalogue_geometry(name)
    if published.get("boom_spacing", {}).get("value", 0.0) > 0.0:
        published["tail_width"] = published["boom_spacing"]
    merged = {key: {**entry, **published.get(key, {})} for key, entry in estimates.items()}
    return {key: in_si(entry) for key, entry in merged.items()}


def estimated(name: str) -> dict[str, dict]:
    """All tables of an airframe in the file of estimates."""
    return tomllib.loads(ESTIMATES.read_text(encoding="utf-8"))[name]


def catalogue_geometry(name: str) -> dict[str, dict]:
    """The [geometry] table of a catalogue airframe; empty where there is no such file yet."""
    path = CATALOGUE / f"{name}.toml"
    if not path.exists():
        return {}
    return tomllib.loads(path.read_text(encoding="utf-8")).get("geometry", {})


def in_si(entry: dict) -> dict:
    """An entry with value, low and high in SI; low and high default to the value."""
    factor = SI[entry.get("unit", "1")]
    ends = {end: entry.get(end, entry["value"]) for end in ("value", "low", "high")}
    scaled = {end: v * factor if isinstance(v, float) else v for end, v in ends.items()}
    return {**entry, **scaled}
