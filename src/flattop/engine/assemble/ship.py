"""From a ship of the catalogue to its flight deck, as it is and as the pilot knows it."""

import math

from flattop.physics.ship import deck
from flattop.pilot.contract import Place

FAR = 1.0e4  # where a missing ramp or island is put, beyond any deck [m]


def _taper(d, half_width):
    """Metres the deck's edge moves inwards per metre towards a tapered bow."""
    if d.bow_half_width is None or d.bow_taper_x is None:
        return 0.0
    return max(half_width - d.bow_half_width.si, 0.0) / (d.bow_x.si - d.bow_taper_x.si)


def deck_record(ship):
    """The flight deck; a missing ramp or island lies far beyond the bow."""
    d, s, r, i = ship.deck, ship.strip, ship.ramp, ship.island
    return deck.Deck(
        height=d.height.si,
        stern_x=d.stern_x.si,
        bow_x=d.bow_x.si,
        port_y=d.port_y.si,
        starboard_y=d.starboard_y.si,
        taper_x=d.bow_taper_x.si if d.bow_taper_x else FAR,
        taper_port=_taper(d, -d.port_y.si),
        taper_starboard=_taper(d, d.starboard_y.si),
        round_down_start_x=d.stern_x.si + d.round_down_radius.si,
        round_down_curvature=1.0 / d.round_down_radius.si if d.round_down_radius.si > 0.0 else 0.0,
        ramp_start_x=r.start_x.si if r else FAR,
        ramp_curvature=math.sin(r.angle.si) / r.length.si if r else 0.0,
        ramp_port_y=r.port_y.si if r else 0.0,
        ramp_starboard_y=r.starboard_y.si if r else 0.0,
        island_aft_x=i.aft_x.si if i else FAR,
        island_forward_x=i.forward_x.si if i else FAR,
        island_inner_y=i.inner_y.si if i else FAR,
        island_outer_y=i.outer_y.si if i else FAR,
        island_height=i.height.si if i else 0.0,
        touchdown_x=s.touchdown_x.si,
        strip_y=s.centre_y.si,
        strip_cos=math.cos(-s.angle.si),
        strip_sin=math.sin(-s.angle.si),
        strip_width=s.clear_width.si,
    )


def place_record(ship, mission):
    """The deck as the pilot knows it; a launch follows its own line."""
    d = deck_record(ship)
    if mission == "launch":
        d = d._replace(strip_y=ship.strip.launch_y.si, strip_cos=1.0, strip_sin=0.0)
    return Place(
        d.touchdown_x,
        d.strip_y,
        d.strip_cos,
        d.strip_sin,
        d.height,
        d.bow_x,
        d.stern_x,
        ship.ramp.angle.si if ship.ramp else 0.0,
    )
