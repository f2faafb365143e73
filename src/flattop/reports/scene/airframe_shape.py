"""An airframe as a few flat faces to scale, from its catalogue geometry: body, wing, booms, tail, gear, propeller disc.

Points are in body axes B: x forward, y right, z down, from the reference centre of gravity [m]. What the catalogue does
not state (section of the body, taper of the wing) is drawn in usual proportions: a likeness, not a drawing.
"""

from itertools import pairwise
from math import cos, pi, sin, tan
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from flattop.catalogue import Airframe

Point = tuple[float, float, float]

BODY_RADIUS = 0.055  # of the length
TAPER_ROOT, TAPER_TIP = 1.2, 0.8  # chords of the mean chord
SIDES = 8  # of round sections


class Face(NamedTuple):
    """A flat polygon and what it belongs to, which gives its colour."""

    part: str
    points: list[Point]


def airframe_faces(airframe: "Airframe") -> list[Face]:
    """The faces of an airframe with gear down and wings spread."""
    return [*_body(airframe), *_wing(airframe), *_tail(airframe), *_gear(airframe), *_propeller(airframe)]


def _ends(a):
    """Foremost and rearmost points along x: the tail's trailing edge, and the length ahead of it."""
    g = a.geometry
    rear = -g.tail_arm.si - 0.6 * _tail_chord(a)
    return rear + g.length.si, rear


def _ring(x, radius, middle):
    """A round section of the body, of a radius, around a height."""
    turns = [2.0 * pi * k / SIDES for k in range(SIDES)]
    return [(x, radius * cos(t), middle + radius * sin(t)) for t in turns]


def _tube(part, rings):
    """The faces between successive rings, and the two ends."""
    faces = [Face(part, rings[0]), Face(part, rings[-1])]
    for fore, aft in pairwise(rings):
        for k in range(len(fore)):
            n = (k + 1) % len(fore)
            faces.append(Face(part, [fore[k], fore[n], aft[n], aft[k]]))
    return faces


def _body(a):
    nose, rear = _ends(a)
    hub, r = a.propeller.x.si, BODY_RADIUS * a.geometry.length.si
    aft = hub + 0.15 if a.geometry.boom_spacing.si > 0.0 and hub < 0.0 else rear
    middle = 0.4 * a.geometry.wing_z.si + 0.25 * r
    span = nose - aft
    shape = ((0.0, 0.25), (0.08, 0.7), (0.25, 1.0), (0.7, 1.0), (1.0, 0.45))
    return _tube("body", [_ring(nose - share * span, size * r, middle) for share, size in shape])


def _wing(a):
    g = a.geometry
    c, half = g.wing_area.si / g.span.si, 0.5 * g.span.si
    root, tip = TAPER_ROOT * c, TAPER_TIP * c

    def side(sign):
        inner, outer = (0.0, g.wing_z.si), (sign * half, g.tip_z.si)
        fore = [(0.3 * root, *inner), (g.tip_x.si + 0.3 * tip, *outer)]
        return Face("wing", [*fore, (g.tip_x.si - 0.7 * tip, *outer), (-0.7 * root, *inner)])

    return [side(-1.0), side(1.0)]


def _panel_length(a):
    """Length of one tail panel: from a boom to the middle, or such that the panels' chord is 0.8 of the wing's."""
    g = a.geometry
    if g.boom_spacing.si > 0.0:
        return 0.5 * g.boom_spacing.si / cos(g.tail_angle.si)
    return 0.5 * g.tail_area.si / (0.8 * g.mean_chord.si)


def _tail_chord(a):
    return 0.5 * a.geometry.tail_area.si / _panel_length(a)


def _tail(a):
    g = a.geometry
    chord, length, angle = _tail_chord(a), _panel_length(a), g.tail_angle.si
    fore, aft, z = -g.tail_arm.si + 0.4 * chord, -g.tail_arm.si - 0.6 * chord, g.wing_z.si
    boom = 0.5 * g.boom_spacing.si

    def panel(sign):
        top_y, top_z = (0.0, z - boom * tan(angle)) if boom else (sign * length * cos(angle), z - length * sin(angle))
        return Face("tail", [(fore, sign * boom, z), (fore, top_y, top_z), (aft, top_y, top_z), (aft, sign * boom, z)])

    return [panel(-1.0), panel(1.0), *(_booms(a, aft) if boom else [])]


def _booms(a, aft):
    g = a.geometry
    y, z, r, fore = 0.5 * g.boom_spacing.si, g.wing_z.si, 0.012 * g.length.si, 0.5 * g.mean_chord.si

    def box(side):
        corners = ((-r, -r), (r, -r), (r, r), (-r, r))
        return [[(x, side * y + dy, z + dz) for dy, dz in corners] for x in (fore, aft)]

    return [*_tube("boom", box(-1.0)), *_tube("boom", box(1.0))]


def _gear(a):
    n, m = a.gear.nose, a.gear.main
    places = [(n.x.si, 0.0, n.z.si), (m.x.si, m.y.si, m.z.si), (m.x.si, -m.y.si, m.z.si)]
    return [face for place in places for face in _leg(*place)]


def _leg(x, y, z):
    """A strut from the body and a wheel that stands on the contact point."""
    r, top = 0.17 * z, 0.35 * y
    strut = Face("gear", [(x - 0.06, top, 0.0), (x + 0.06, top, 0.0), (x + 0.06, y, z - r), (x - 0.06, y, z - r)])
    turns = [2.0 * pi * k / SIDES for k in range(SIDES)]
    return [strut, Face("wheel", [(x + r * cos(t), y, z - r + r * sin(t)) for t in turns])]


def _propeller(a):
    p = a.propeller
    r, turns = 0.5 * p.diameter.si, [2.0 * pi * k / 20 for k in range(20)]
    return [Face("propeller", [(p.x.si, r * cos(t), p.z.si + r * sin(t)) for t in turns])]
