"""The same airframe by handbook: closed formulas of DATCOM and of the textbooks that print it [Hoak1978], [Nelson1998].

Lateral derivatives are textbook ones, in stability axes, and are turned into body axes here.
"""

from collections.abc import Callable
from math import acos, cos, pi, sin, sqrt, tan

from flattop.derivation.airframes.airplane import PLAIN_EFFECTIVENESS, SLOT_EFFECTIVENESS
from flattop.derivation.airframes.buildup import TAIL_PRESSURE
from flattop.derivation.airframes.drawing import Drawing
from flattop.derivation.airframes.flow import Coefficients, Flow
from flattop.derivation.airframes.sections import zero_lift_angle, zero_lift_moment

SECTION_SLOPE = 0.95 * 2 * pi  # per rad; 5 % viscous loss [Raymer2018, sec. 12.4.1]
V_TAIL_FACTOR = 0.71  # side load of a V tail over twice the normal-force slope, unequal loads [Purser1945]
BODY_SIDE_FACTOR = 1.5  # wing-body interference for side force, high wing [Hoak1978, sec. 5.2.1.1]


def lift_slope(aspect_ratio: float) -> float:
    """Lift-curve slope of an unswept wing, per rad: 2 pi A / (2 + sqrt(4 + (2 pi A / a0)^2)) [Raymer2018, eq. 12.6]."""
    A = aspect_ratio
    return 2 * pi * A / (2 + sqrt(4 + (2 * pi * A / SECTION_SLOPE) ** 2))


def flap_effectiveness(chord_fraction: float) -> float:
    """Change of zero-lift angle per flap angle by Glauert's thin-aerofoil theory [Abbott1959, ch. 4].

    tau = 1 - (theta - sin theta)/pi,  cos theta = 2 c_f/c - 1
    """
    theta = acos(2 * chord_fraction - 1)
    return 1 - (theta - sin(theta)) / pi


def downwash_slope(drawing: Drawing) -> float:
    """Downwash angle at the tail per angle of attack [Hoak1978, sec. 4.4.1, method 2].

    4.44 [K_A K_l K_H]^1.19,  K_A = 1/A - 1/(1 + A^1.7),  K_l = (10 - 3 l)/7,  K_H = (1 - |h/b|)/(2 l_t/b)^(1/3)
    """
    A, b = drawing.aspect_ratio, drawing.span
    height = 0.5 * (drawing.tail_root_z + drawing.tail_tip_z) - drawing.wing_z
    K_A = 1 / A - 1 / (1 + A**1.7)
    K_l = (10 - 3 * drawing.tip_chord / drawing.root_chord) / 7
    K_H = (1 - abs(height) / b) / (2 * (drawing.tail_arm + drawing.wing_x) / b) ** (1 / 3)
    return 4.44 * (K_A * K_l * K_H) ** 1.19


def strip_integral(drawing: Drawing, inner: float, outer: float, power: int, steps: int = 200) -> float:
    """Integral of c |y|^power dy over both wings between two stations, by the midpoint rule."""
    h = (outer - inner) / steps
    ys = (inner + (k + 0.5) * h for k in range(steps))
    return 2 * h * sum(drawing.chord(y) * y**power for y in ys)


def pod_moment_slope(drawing: Drawing) -> float:
    """Munk's unstable moment of the pod, m3 per rad: 2 (k2 - k1) volume [Hoak1978, sec. 4.2.2.1]."""
    length = drawing.pod_nose_x - drawing.pod_tail_x
    fineness = length / sqrt(drawing.pod_width * drawing.pod_height)
    mass_factor = 1 - fineness**-1.1  # Munk's k2 - k1 of a prolate spheroid, within 0.02 between fineness 4 and 10
    volume = 0.75 * length * pi / 4 * drawing.pod_width * drawing.pod_height
    return 2 * mass_factor * volume


def handbook(drawing: Drawing) -> Callable[[Flow], Coefficients]:
    """The handbook's answer for this drawing as a function of the flow state (attached flow only)."""
    along = longitudinal(drawing)
    across = lateral(drawing)

    def answer(flow: Flow) -> Coefficients:
        CL, Cm = along(flow)
        CY, Cl, Cn = across(flow, CL)
        return Coefficients(CL, 0.0, CY, Cl, Cm, Cn)

    return answer


def longitudinal(d: Drawing) -> Callable[[Flow], tuple[float, float]]:
    """Lift and pitching moment: wing at its quarter chord, pod, tail in the downwash."""
    S, c = d.wing_area, d.mean_chord
    a, a_t = lift_slope(d.aspect_ratio), lift_slope(d.tail_aspect_ratio)
    S_t, l = d.tail_area * cos(d.tail_angle) ** 2, d.tail_arm
    V_t = TAIL_PRESSURE * S_t / S
    alpha_0 = zero_lift_angle(d.wing_section)
    Cm_section = zero_lift_moment(d.wing_section)
    pod = pod_moment_slope(d) / (S * c)
    e_a = downwash_slope(d)
    flapped = strip_integral(d, d.flap_inner, d.flap_outer, 0) / S
    flap = a * SLOT_EFFECTIVENESS * flap_effectiveness(d.flap_chord) * d.flap_angle * flapped
    flap_moment = -0.22 * flap  # section moment of a slotted flap per lift [Torenbeek1982, app. G]
    tau = PLAIN_EFFECTIVENESS * flap_effectiveness(d.ruddervator_chord) / cos(d.tail_angle)

    def answer(flow: Flow) -> tuple[float, float]:
        CL_w = a * (flow.alpha + d.incidence - alpha_0) + flap * flow.flap
        CL_w += a * (0.5 - 2 * d.wing_x / c) * flow.pitch_rate
        downwash = e_a / a * (CL_w - a * (0.5 - 2 * d.wing_x / c) * flow.pitch_rate)
        alpha_t = flow.alpha + d.tail_incidence / cos(d.tail_angle) - downwash
        CL_t = V_t * a_t * (alpha_t + tau * flow.elevator + 2 * l / c * flow.pitch_rate)
        # the forward tilt of the lift of a wing above the centre of gravity: C_X = CL alpha - CL^2/(pi A e)
        forward = CL_w * flow.alpha - CL_w**2 / (pi * d.aspect_ratio * 0.8)
        Cm = CL_w * d.wing_x / c + Cm_section + flap_moment * flow.flap + pod * flow.alpha - CL_t * l / c
        Cm += forward * d.wing_z / c - a / 8 * flow.pitch_rate
        return CL_w + CL_t, Cm

    return answer


def lateral(d: Drawing) -> Callable[[Flow, float], tuple[float, float, float]]:
    """Side force, rolling and yawing moment: wing by strip theory, V tail by Purser and Campbell, pod by Munk."""
    S, b = d.wing_area, d.span
    a, A = lift_slope(d.aspect_ratio), d.aspect_ratio
    tail = TAIL_PRESSURE * V_TAIL_FACTOR * lift_slope(d.tail_aspect_ratio) * d.tail_area / S
    CY_t = -tail * sin(d.tail_angle) ** 2
    tau = PLAIN_EFFECTIVENESS * flap_effectiveness(d.ruddervator_chord)
    CY_r = -tail * tau * sin(d.tail_angle)
    CY_pod = -2 * BODY_SIDE_FACTOR * pi / 4 * d.pod_width * d.pod_height / S
    side_z = panel_line_height(d)
    Cn_pod = -pod_moment_slope(d) / (S * b)
    I2 = strip_integral(d, 0, b / 2, 2)
    dihedral = -a * d.dihedral * strip_integral(d, 0, b / 2, 1) / (S * b)
    high_wing = 1.2 * sqrt(A) * d.wing_z / b * (d.pod_width + d.pod_height) / b
    span = strip_integral(d, d.aileron_inner, d.aileron_outer, 1)
    aileron = a * PLAIN_EFFECTIVENESS * flap_effectiveness(d.aileron_chord) * span / (S * b)
    damping = -4 * a * I2 / (2 * S * b * b)

    def answer(flow: Flow, CL: float) -> tuple[float, float, float]:
        ca, sa = cos(flow.alpha), sin(flow.alpha)
        p, r = flow.roll_rate * ca + flow.yaw_rate * sa, flow.yaw_rate * ca - flow.roll_rate * sa
        # sideslip at the tail: beta, and the side wind of yawing and rolling rates given in body axes
        side = flow.beta - 2 * d.tail_arm / b * flow.yaw_rate - 2 * side_z / b * flow.roll_rate
        CY_tail = CY_t * side + CY_r * flow.rudder
        Cl_s = (dihedral + high_wing - 0.01 * CL) * flow.beta + damping * p + CL / 4 * r + aileron * flow.aileron
        Cn_s = -CL / 8 * p - (0.02 * CL**2 + 0.3 * 0.01) * r - 0.08 * CL * aileron * flow.aileron
        Cl = Cl_s * ca - Cn_s * sa - CY_tail * side_z / b
        Cn = Cl_s * sa + Cn_s * ca + Cn_pod * flow.beta - CY_tail * d.tail_arm / b
        return CY_tail + CY_pod * flow.beta, Cl, Cn

    return answer


def panel_line_height(d: Drawing) -> float:
    """Height (down) at which the side force of the V tail meets the centre plane, m: own derivation.

    Each panel's force is normal to it, so it acts along the line from mid-panel that meets the centre plane
    (w/4) / tan(angle) below mid-panel on an inverted V and above it on an upright one.
    """
    middle = 0.5 * (d.tail_root_z + d.tail_tip_z)
    reach = d.panel_width / 2 / tan(d.tail_angle)
    return middle + reach if d.tail_inverted else middle - reach
