"""A ship as a catalogue file states it.

Positions are in ship axes: x forward from amidships, y to starboard, z down from the calm waterline; heights of the
deck and what stands on it are positive up. Hull quantities are the ITTC's [ITTC2017].
"""

from typing import Annotated

from pydantic import Field

from flattop.catalogue.models.entry import Entry, Heading, Section, Text
from flattop.catalogue.models.quantity import Kind, Quantity

NUMBER, LENGTH, ANGLE = "dimensionless number", "length", "angle"
CHECKED = "the catalogue's check of the hull against itself"
HULL = "derivation of the ship's response, which flights read"
PARKED = "parking: whether a plan of the catalogue belongs to the ship"
COMPARED = "people: published, to set beside what plans of parked aircraft say"
OFFICIAL = "`flattop verify world`, which asks for a plan with that many"


class ShipHeading(Heading):
    """Who the ship is, and whether waves move it (a runway stays)."""

    moves: bool


class Hull(Section):
    """The hull in the water."""

    length_overall: Annotated[Quantity, Kind(LENGTH, "positive", "length overall", CHECKED)]
    length_between_perpendiculars: Annotated[
        Quantity, Kind(LENGTH, "positive", "length between perpendiculars, or on the waterline", HULL)
    ]
    beam: Annotated[Quantity, Kind(LENGTH, "positive", "beam on the waterline", HULL)]
    draught: Annotated[Quantity, Kind(LENGTH, "positive", "draught amidships", HULL)]
    displacement: Annotated[Quantity, Kind("mass", "positive", "displacement at that draught", HULL)]
    block_coefficient: Annotated[
        Quantity, Kind(NUMBER, "fraction", "displaced volume to length, beam and draught", CHECKED)
    ]
    metacentric_height: Annotated[Quantity, Kind(LENGTH, "positive", "transverse metacentric height GM", HULL)]
    roll_period: Annotated[Quantity, Kind("time", "positive", "natural period of roll", HULL)]
    roll_damping: Annotated[Quantity, Kind(NUMBER, "fraction", "viscous and fin damping of roll, of critical", HULL)]
    centre_of_gravity_height: Annotated[Quantity, Kind(LENGTH, "positive", "centre of gravity above the keel", HULL)]
    speed_maximum: Annotated[Quantity, Kind("speed", "positive", "greatest speed", "the range of ship speeds")]
    speed_operating: Annotated[Quantity, Kind("speed", "zero or more", "usual speed in flight operations")]


class Deck(Section):
    """The flight deck: a rectangle, with an optional taper at the bow."""

    height: Annotated[Quantity, Kind(LENGTH, "positive", "flight deck above the calm waterline")]
    stern_x: Annotated[Quantity, Kind(LENGTH, "any", "after edge")]
    bow_x: Annotated[Quantity, Kind(LENGTH, "any", "forward edge")]
    port_y: Annotated[Quantity, Kind(LENGTH, "negative", "port edge")]
    starboard_y: Annotated[Quantity, Kind(LENGTH, "positive", "starboard edge")]
    bow_half_width: Annotated[
        Quantity | None, Kind(LENGTH, "positive", "half width at the forward edge of a tapered bow")
    ] = None
    bow_taper_x: Annotated[Quantity | None, Kind(LENGTH, "any", "where the taper begins")] = None
    round_down_radius: Annotated[Quantity, Kind(LENGTH, "zero or more", "radius of the after edge; 0 is square")]
    area: Annotated[Quantity | None, Kind("area", "positive", "published flight-deck area", COMPARED)] = None


class Strip(Section):
    """The clear strip for recovery and launch."""

    centre_y: Annotated[Quantity, Kind(LENGTH, "any", "centre line at the touchdown point, negative to port")]
    angle: Annotated[Quantity, Kind(ANGLE, "any", "strip's heading to port of the bow")]
    clear_width: Annotated[Quantity, Kind(LENGTH, "positive", "width free of obstacles")]
    touchdown_x: Annotated[Quantity, Kind(LENGTH, "any", "touchdown aim point")]
    launch_x: Annotated[Quantity, Kind(LENGTH, "any", "aft-most start of a launch")]
    launch_y: Annotated[Quantity, Kind(LENGTH, "any", "launch line, negative to port")]


class Ramp(Section):
    """The ski-jump, which ends at the bow."""

    angle: Annotated[Quantity, Kind(ANGLE, "positive", "slope at the lip")]
    length: Annotated[Quantity, Kind(LENGTH, "positive", "length along the deck")]
    start_x: Annotated[Quantity, Kind(LENGTH, "any", "where it begins to rise")]
    port_y: Annotated[Quantity, Kind(LENGTH, "any", "port edge")]
    starboard_y: Annotated[Quantity, Kind(LENGTH, "any", "starboard edge")]


class Island(Section):
    """The superstructure on deck, as a box."""

    aft_x: Annotated[Quantity, Kind(LENGTH, "any", "after end")]
    forward_x: Annotated[Quantity, Kind(LENGTH, "any", "forward end")]
    inner_y: Annotated[Quantity, Kind(LENGTH, "any", "side towards the strip")]
    outer_y: Annotated[Quantity, Kind(LENGTH, "any", "outboard side")]
    height: Annotated[Quantity, Kind(LENGTH, "positive", "above the flight deck")]


class Air(Section):
    """The ship's airwake behind the stern, in fractions of the wind over deck."""

    burble_deficit: Annotated[
        Quantity, Kind(NUMBER, "zero or more", "greatest loss of wind behind the stern, of the wind over deck")
    ]
    burble_length: Annotated[
        Quantity, Kind(NUMBER, "positive", "distance of the greatest loss behind the stern, in deck lengths")
    ]
    burble_upwash: Annotated[Quantity, Kind(NUMBER, "zero or more", "greatest vertical wind, of the wind over deck")]
    burble_turbulence: Annotated[
        Quantity, Kind(NUMBER, "zero or more", "rms of the ship's turbulence, of the wind over deck")
    ]
    grid: Annotated[str | None, "NetCDF file of a gridded airwake, relative to this file"] = None


class Capacity(Section):
    """Published numbers of aircraft."""

    spots: Annotated[Quantity | None, Kind(NUMBER, "zero or more", "helicopter spots on deck", PARKED)] = None
    deck_helicopters: Annotated[Quantity | None, Kind(NUMBER, "zero or more", "helicopters on deck", COMPARED)] = None
    hangar_helicopters: Annotated[
        Quantity | None, Kind(NUMBER, "zero or more", "helicopters in the hangar", COMPARED)
    ] = None
    deck_uncrewed: Annotated[Quantity | None, Kind(NUMBER, "zero or more", "uncrewed aircraft on deck", OFFICIAL)] = (
        None
    )
    hangar_uncrewed: Annotated[
        Quantity | None, Kind(NUMBER, "zero or more", "uncrewed aircraft in the hangar", OFFICIAL)
    ] = None
    uncrewed_mass: Annotated[
        Quantity | None, Kind("mass", "positive", "heaviest uncrewed aircraft the operator plans for", COMPARED)
    ] = None
    note: str = ""


class Hangar(Section):
    """The hangar as a box, and its published area."""

    length: Annotated[Quantity | None, Kind(LENGTH, "positive", "clear length", PARKED)] = None
    width: Annotated[Quantity | None, Kind(LENGTH, "positive", "clear width", PARKED)] = None
    height: Annotated[Quantity | None, Kind(LENGTH, "positive", "clear height", PARKED)] = None
    area: Annotated[Quantity | None, Kind("area", "positive", "published area", COMPARED)] = None
    extended_area: Annotated[
        Quantity | None, Kind("area", "positive", "area with the vehicle deck that can serve as hangar", COMPARED)
    ] = None
    note: str = ""


class Lift(Section):
    """An aircraft lift between hangar and deck."""

    place: Text
    length: Annotated[Quantity | None, Kind(LENGTH, "positive", "platform, fore and aft", PARKED)] = None
    width: Annotated[Quantity | None, Kind(LENGTH, "positive", "platform, athwartships", PARKED)] = None
    capacity: Annotated[Quantity | None, Kind("mass", "positive", "heaviest load", PARKED)] = None
    deck_edge: bool = False


class ResponseFile(Section):
    """Where the ship's response operators are: a NetCDF file beside this one."""

    file: Text


class Ship(Entry):
    """A ship with a flight deck, or a runway."""

    ship: ShipHeading
    hull: Hull | None = None
    deck: Deck
    strip: Strip
    ramp: Ramp | None = None
    island: Island | None = None
    air: Air | None = None
    capacity: Capacity | None = None
    hangar: Hangar | None = None
    lift: Annotated[tuple[Lift, ...], Field(strict=False)] = ()
    response: ResponseFile | None = None
