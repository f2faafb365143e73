"""A drawing as AeroSandbox geometry: once whole for the build-up, once in strips for the vortex lattice [Sharpe2021].

AeroSandbox's geometry axes run x aft, y right, z up; the origin is the reference centre of gravity.
"""

from itertools import pairwise
from math import cos, degrees, sin

import numpy as np

from flattop.derivation.airframes.drawing import Drawing
from flattop.derivation.airframes.flow import Flow

POD_SHAPE = [(0.0, 0.02), (0.03, 0.45), (0.10, 0.80), (0.22, 1.0), (0.65, 1.0), (0.85, 0.80), (1.0, 0.45)]
TAIL_STATIONS = 6
SLOT_EFFECTIVENESS = 0.80  # slotted flap at 30 deg against thin-aerofoil theory [Raymer2018, sec. 16.3]
PLAIN_EFFECTIVENESS = 0.85  # plain flap, small deflection, 25-35 % chord [Hoak1978, sec. 6.1.1.1]


def wing(drawing: Drawing, flow: Flow):
    """The wing with flaps and ailerons as control surfaces, one symmetric `Wing`."""
    import aerosandbox as asb

    stations = wing_stations(drawing)
    sections = [wing_section(drawing, y, wing_controls(drawing, flow, y)) for y in stations]
    return asb.Wing(name="wing", symmetric=True, xsecs=sections)


def tail(drawing: Drawing, flow: Flow):
    """The V tail with its ruddervators, one symmetric `Wing` from the centre plane outward."""
    import aerosandbox as asb

    ys = np.linspace(0.0, drawing.panel_width, TAIL_STATIONS)
    controls = ruddervators(drawing, flow)
    return asb.Wing(name="tail", symmetric=True, xsecs=[tail_section(drawing, y, controls) for y in ys])


def bodies(drawing: Drawing) -> list:
    """Pod and, for a twin-boom airframe, its two booms."""
    booms = [boom(drawing, side) for side in (-1.0, 1.0)] if drawing.boom_diameter > 0.0 else []
    return [pod(drawing), *booms]


def airplane(drawing: Drawing, parts: list, fuselages: list | None = None):
    """The given parts under the drawing's reference quantities, moments about the centre of gravity."""
    import aerosandbox as asb

    return asb.Airplane(
        xyz_ref=[0.0, 0.0, 0.0],
        wings=parts,
        fuselages=fuselages or [],
        s_ref=drawing.wing_area,
        c_ref=drawing.mean_chord,
        b_ref=drawing.span,
    )


def wing_stations(drawing: Drawing) -> list[float]:
    """Section stations: every end of a control surface and of the taper, filled to at most 0.7 m apart."""
    ends = {0.0, drawing.flap_inner, drawing.flap_outer, drawing.aileron_inner, drawing.aileron_outer}
    marks = sorted(ends | {drawing.constant_chord_station, drawing.span / 2})
    marks = [a for a, b in zip(marks, [*marks[1:], np.inf], strict=True) if b - a > 1e-6]
    filled = [np.linspace(a, b, 1 + int(np.ceil((b - a) / 0.7)))[:-1] for a, b in pairwise(marks)]
    return [float(y) for y in np.concatenate([*filled, [drawing.span / 2]])]


def wing_section(drawing: Drawing, y: float, controls: list | None = None, airfoil=None):
    """The wing's section at the station y: quarter-chord line straight, dihedral from the centre plane."""
    import aerosandbox as asb

    c, i = drawing.chord(y), drawing.incidence
    x = -drawing.wing_x - 0.25 * c * cos(i)
    z = -drawing.wing_z + abs(y) * np.tan(drawing.dihedral) + 0.25 * c * sin(i)
    foil = airfoil or asb.Airfoil(drawing.wing_section)
    return asb.WingXSec(xyz_le=[x, y, z], chord=c, twist=degrees(i), airfoil=foil, control_surfaces=controls or [])


def tail_section(drawing: Drawing, y: float, controls: list | None = None, airfoil=None):
    """The tail's section at the station y of either panel."""
    import aerosandbox as asb

    outward = abs(y) / drawing.panel_width
    c = drawing.panel_chord * 2 * (1 + (drawing.tail_taper - 1) * outward) / (1 + drawing.tail_taper)
    z = drawing.tail_root_z + (drawing.tail_tip_z - drawing.tail_root_z) * outward
    xyz = [drawing.tail_arm - 0.25 * c, y, -z]
    foil = airfoil or asb.Airfoil(drawing.tail_section)
    twist = degrees(drawing.tail_incidence)
    return asb.WingXSec(xyz_le=xyz, chord=c, twist=twist, airfoil=foil, control_surfaces=controls or [])


def wing_controls(drawing: Drawing, flow: Flow, y: float) -> list:
    """The control surfaces of the wing section that starts at y; none twice."""
    import aerosandbox as asb

    if drawing.flap_inner <= y < drawing.flap_outer:
        angle = degrees(SLOT_EFFECTIVENESS * drawing.flap_angle * flow.flap)
        return [asb.ControlSurface("flap", True, angle, 1 - drawing.flap_chord)]
    if drawing.aileron_inner <= y < drawing.aileron_outer:
        return [
            asb.ControlSurface(
                "aileron", False, -PLAIN_EFFECTIVENESS * degrees(flow.aileron), 1 - drawing.aileron_chord
            )
        ]
    return []


def ruddervators(drawing: Drawing, flow: Flow) -> list:
    """The two parts of a ruddervator's deflection: together (elevator) and against each other (rudder)."""
    import aerosandbox as asb

    hinge, right = 1 - drawing.ruddervator_chord, drawing.rudder_sign * flow.rudder
    together = asb.ControlSurface("elevator", True, PLAIN_EFFECTIVENESS * degrees(flow.elevator), hinge)
    against = asb.ControlSurface("rudder", False, PLAIN_EFFECTIVENESS * degrees(right), hinge)
    return [together, against]


def strips(drawing: Drawing, flow: Flow, with_tail: bool = True) -> list:
    """Wing and tail cut at the ends of the control surfaces, each strip a `Wing` of its own with deflected sections.

    The lattice couples all strips, so the cut changes nothing but lets each have its own deflection.
    """
    parts = [wing_strip(drawing, flow, a, b) for a, b in both_sides(wing_cuts(drawing))]
    panels = [(-drawing.panel_width, 0.0), (0.0, drawing.panel_width)]
    return parts + [tail_strip(drawing, flow, a, b) for a, b in panels] if with_tail else parts


def wing_cuts(drawing: Drawing) -> list[float]:
    """Stations at which the wing is cut into strips."""
    ends = {0.0, drawing.flap_inner, drawing.flap_outer, drawing.aileron_inner, drawing.aileron_outer}
    return sorted(ends | {drawing.constant_chord_station, drawing.span / 2})


def both_sides(cuts: list[float]) -> list[tuple[float, float]]:
    """Intervals from left tip to right tip; slivers are left out."""
    right = [(a, b) for a, b in pairwise(cuts) if b - a > 0.02]
    return [(-b, -a) for a, b in reversed(right)] + right


def wing_strip(drawing: Drawing, flow: Flow, left: float, right: float):
    """One strip of the wing, its camber line bent by whatever control surface it carries."""
    import aerosandbox as asb

    middle = abs(left + right) / 2
    hinge, angle = 1.0, 0.0
    if drawing.flap_inner < middle < drawing.flap_outer:
        hinge, angle = 1 - drawing.flap_chord, SLOT_EFFECTIVENESS * drawing.flap_angle * flow.flap
    elif drawing.aileron_inner < middle < drawing.aileron_outer:
        hinge, angle = 1 - drawing.aileron_chord, -PLAIN_EFFECTIVENESS * flow.aileron * np.sign(left + right)
    foil = deflected(drawing.wing_section, angle, hinge)
    return asb.Wing(symmetric=False, xsecs=[wing_section(drawing, y, airfoil=foil) for y in (left, right)])


def tail_strip(drawing: Drawing, flow: Flow, left: float, right: float):
    """One panel of the V tail with its ruddervator deflected."""
    import aerosandbox as asb

    side = np.sign(left + right)
    angle = PLAIN_EFFECTIVENESS * (flow.elevator + side * drawing.rudder_sign * flow.rudder)
    foil = deflected(drawing.tail_section, angle, 1 - drawing.ruddervator_chord)
    return asb.Wing(symmetric=False, xsecs=[tail_section(drawing, y, airfoil=foil) for y in (left, right)])


def deflected(section: str, angle: float, hinge: float):
    """The aerofoil with the part behind the hinge turned down by the angle, rad."""
    import aerosandbox as asb

    foil = asb.Airfoil(section)
    return foil.add_control_surface(deflection=degrees(angle), hinge_point_x=hinge) if angle else foil


def pod(drawing: Drawing):
    """The fuselage pod, a faired ellipse in section."""
    import aerosandbox as asb

    nose, length = -drawing.pod_nose_x, drawing.pod_nose_x - drawing.pod_tail_x
    xsecs = [
        asb.FuselageXSec(xyz_c=[nose + s * length, 0, 0], width=w * drawing.pod_width, height=w * drawing.pod_height)
        for s, w in POD_SHAPE
    ]
    return asb.Fuselage(name="pod", xsecs=xsecs)


def boom(drawing: Drawing, side: float):
    """One tail boom, from the wing's quarter chord to the tail, closed at both ends."""
    import aerosandbox as asb

    y, z, d = side * drawing.tail_width / 2, -drawing.boom_z, drawing.boom_diameter
    xs = np.linspace(-drawing.wing_x - 0.5, drawing.tail_arm + 0.5 * drawing.panel_chord, 6)
    widths = [0.1 * d, d, d, d, d, 0.1 * d]
    return asb.Fuselage(
        name="boom", xsecs=[asb.FuselageXSec(xyz_c=[x, y, z], radius=w / 2) for x, w in zip(xs, widths, strict=True)]
    )
