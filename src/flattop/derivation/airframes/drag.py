"""What the lifting-surface methods do not give: drag of gear, flap and sideslip, and the moment of a stalled airframe.

Component estimates as a designer makes them early [Raymer2018, ch. 12], [Hoerner1965]; each returns an `Estimate`.
"""

from math import cos, degrees, exp, sin

from flattop.derivation.airframes.airplane import SLOT_EFFECTIVENESS
from flattop.derivation.airframes.drawing import Drawing, estimated
from flattop.derivation.airframes.handbook import flap_effectiveness, lift_slope, strip_integral
from flattop.derivation.airframes.range import Estimate

WHEEL, LEG_LOW, LEG, LEG_HIGH = 0.25, 0.30, 0.65, 1.00  # drag area per frontal area [Raymer2018, table 12.6]
INTERFERENCE, OPEN_WELLS = 1.2, 1.07  # legs on each other; wheel wells left open [Raymer2018, sec. 12.5.6]
PLATE = 1.17  # normal-force coefficient of a plate of aspect ratio about 3, broadside [Hoerner1965, ch. 3]
ROUND = 1.0  # drag coefficient of a rounded body across the stream, near-critical Reynolds number [Hoerner1965, ch. 3]


def unfitted(name: str, drawing: Drawing, stalled: float) -> dict[str, Estimate]:
    """All coefficients from component estimates or straight from the data sheet; `stalled` is AeroBuildup's moment."""
    return {
        **given(name),
        "drag_gear": gear_drag(drawing),
        "drag_flap": flap_drag(drawing),
        "drag_sideslip": sideslip_drag(drawing),
        "pitch_stalled": stalled_moment(drawing, stalled),
        "roll_sideslip_lift": swept_flow_roll(),
    }


def given(name: str) -> dict[str, Estimate]:
    """Coefficients the data sheet gives."""
    return {key: Estimate(e["value"], e["low"], e["high"], e["source"]) for key, e in estimated(name)["given"].items()}


def gear_drag(d: Drawing) -> Estimate:
    """Drag of the legs that retract, on wing area: wheels and legs by frontal area [Raymer2018, table 12.6]."""
    wheel, leg = d.wheel_diameter * d.wheel_width, d.leg_length * d.leg_diameter
    per_leg = [
        d.legs_retracted * INTERFERENCE * OPEN_WELLS * (WHEEL * wheel + k * leg) for k in (LEG, LEG_LOW, LEG_HIGH)
    ]
    value, low, high = (area / d.wing_area for area in per_leg)
    return Estimate(
        value,
        0.8 * low,
        1.2 * high,
        "wheels 0.25, legs 0.65 (0.3 to 1.0) of frontal area, interference and open wells [Raymer2018, table 12.6]",
    )


def flap_drag(d: Drawing) -> Estimate:
    """Profile and spanwise-load drag of full flap at fixed lift [Raymer2018, eq. 12.61 and 12.62].

    0.0074 (c_f/c)(S_f/S)(delta - 10 deg) + k_f^2 dCL^2,  k_f = 0.28 for half-span, 0.14 for full-span flaps

    The vortex lattice shows hardly any of the second part beyond CL^2/(pi A e): half of it is the value, none the low
    end.
    """
    share = strip_integral(d, d.flap_inner, d.flap_outer, 0) / d.wing_area
    profile = 0.0074 * d.flap_chord * share * (degrees(d.flap_angle) - 10)
    lift = lift_slope(d.aspect_ratio) * SLOT_EFFECTIVENESS * flap_effectiveness(d.flap_chord) * d.flap_angle * share
    uneven = (0.42 - 0.28 * max(0.5, share)) ** 2 * lift**2
    source = f"slotted flap: profile {profile:.3f}, half of uneven loading {uneven:.3f} [Raymer2018, eq. 12.61, 12.62]"
    return Estimate(profile + 0.5 * uneven, profile, 1.5 * profile + uneven, f"{source}; range: none to all of it")


def sideslip_drag(d: Drawing) -> Estimate:
    """Drag in sideslip beyond what the side force gives: half the broadside drag of pod, booms and tail."""
    pod = 0.7 * 0.8 * (d.pod_nose_x - d.pod_tail_x) * d.pod_height
    booms = ROUND * 2 * d.tail_arm * d.boom_diameter
    value = 0.5 * (pod + booms + PLATE * d.tail_area * sin(d.tail_angle) ** 3) / d.wing_area
    return Estimate(
        value,
        0.2 * value,
        1.8 * value,
        "half the broadside drag of pod, booms and tail panels [Hoerner1965]; the rest is in the side force",
    )


def stalled_moment(d: Drawing, built_up: float) -> Estimate:
    """Nose-down moment at 90 deg angle of attack: plates and bodies broadside, each at its centre [Hoerner1965, ch. 3].

    The wing's normal force 1.98 - 0.81 (1 - exp(-20/A)) [Lindenburg2003] acts at 0.45 chord. `built_up` is what
    AeroBuildup says; the value is the mean of both.
    """
    S, c = d.wing_area, d.mean_chord
    wing = (1.98 - 0.81 * (1 - exp(-20 / d.aspect_ratio))) * (0.20 * c - d.wing_x) / c
    tail = PLATE * d.tail_area * cos(d.tail_angle) ** 3 * d.tail_arm / (S * c)
    length, middle = d.pod_nose_x - d.pod_tail_x, 0.5 * (d.pod_nose_x + d.pod_tail_x)
    pod = -0.7 * 0.8 * length * d.pod_width * middle / (S * c)
    booms = ROUND * 2 * d.tail_arm * d.boom_diameter * 0.5 * d.tail_arm / (S * c)
    parts, whole = f"wing {wing:.2f}, tail {tail:.2f}, pod {pod:.2f}, booms {booms:.2f}", wing + tail + pod + booms
    source = f"mean of plates and bodies at 90 deg ({parts}; [Hoerner1965, ch. 3]) and AeroBuildup {built_up:.2f}"
    low, high = sorted((whole, built_up))
    return Estimate(
        0.5 * (whole + built_up), 0.6 * low, 1.3 * high, f"{source}; range 0.6 of the lower to 1.3 of the higher"
    )


def swept_flow_roll() -> Estimate:
    """Roll due to sideslip per lift of a straight wing of high aspect ratio [Hoak1978, sec. 5.1.2.1]."""
    return Estimate(
        -0.01, -0.04, 0.01, "straight wing of high aspect ratio, aspect-ratio part only [Hoak1978, sec. 5.1.2.1]"
    )
