"""Component build-up of an airframe: AeroSandbox's AeroBuildup with the tail in the wing's wake [Sharpe2021].

AeroBuildup adds components that do not feel each other; a tail needs the wing's downwash, so that is taken from a
vortex lattice of the wing alone and the tail is run at its own angle of attack.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from flattop.derivation.airframes.airplane import airplane, bodies, strips, tail, wing
from flattop.derivation.airframes.drawing import Drawing
from flattop.derivation.airframes.flow import Coefficients, Flow

SPEED = 40.0  # m/s, middle of the working range; sets Reynolds number only
TAIL_PRESSURE = 0.95  # dynamic pressure at the tail over free stream, pod and wing wake [Raymer2018, sec. 16.3]


class Downwash(NamedTuple):
    """Downwash angle at the tail, rad: `per_lift` times wing lift, plus what the flap's inboard loading adds."""

    per_lift: float
    per_flap: float


def operating_point(drawing: Drawing, flow: Flow, alpha):
    """AeroSandbox's operating point (degrees, rad/s) at sea level."""
    import aerosandbox as asb

    V, b, c = SPEED, drawing.span, drawing.mean_chord
    return asb.OperatingPoint(
        velocity=V,
        alpha=np.degrees(alpha),
        beta=np.degrees(flow.beta),
        p=2 * V / b * flow.roll_rate,
        q=2 * V / c * flow.pitch_rate,
        r=2 * V / b * flow.yaw_rate,
    )


def component_totals(drawing: Drawing, flow: Flow, alpha, parts: list, fuselages: list) -> tuple:
    """Force and moment, N and N m in geometry axes, of the parts in isolation at the given angle of attack."""
    import aerosandbox as asb

    point = operating_point(drawing, flow, alpha)
    method = asb.AeroBuildup(airplane(drawing, parts, fuselages), point, model_size="large", include_wave_drag=False)
    pieces = [method.wing_aerodynamics(w, include_induced_drag=True) for w in parts]
    pieces += [method.fuselage_aerodynamics(f, include_induced_drag=False) for f in fuselages]
    zero = np.zeros(np.shape(alpha))
    force = np.array([sum((p.F_g[i] for p in pieces), zero) for i in range(3)])
    moment = np.array([sum((p.M_g[i] for p in pieces), zero) for i in range(3)])
    return force, moment


def coefficients(drawing: Drawing, flow: Flow, point, force, moment) -> Coefficients:
    """Geometry-axes totals as coefficients."""
    body = point.convert_axes(*force, from_axes="geometry", to_axes="body")
    wind = point.convert_axes(*force, from_axes="geometry", to_axes="wind")
    turn = point.convert_axes(*moment, from_axes="geometry", to_axes="body")
    qS, b, c = point.dynamic_pressure() * drawing.wing_area, drawing.span, drawing.mean_chord
    six = (-wind[2], -wind[0], body[1], turn[0] / b, turn[1] / c, turn[2] / b)
    return Coefficients(*(np.squeeze(number / qS)[()] for number in six))


def buildup(drawing: Drawing) -> Callable[[Flow], Coefficients]:
    """The build-up of this drawing as a function of the flow state; the angle of attack may be an array."""
    wake = downwash(drawing)

    def answer(flow: Flow) -> Coefficients:
        flap, flow = flow.flap, finite_span(drawing, flow)
        alpha = np.asarray(flow.alpha, dtype=float)
        point = operating_point(drawing, flow, alpha)
        front_force, front_moment = component_totals(drawing, flow, alpha, [wing(drawing, flow)], bodies(drawing))
        CL_wing = -point.convert_axes(*front_force, from_axes="geometry", to_axes="wind")[2]
        CL_wing = CL_wing / point.dynamic_pressure() / drawing.wing_area
        alpha_tail = alpha - wake.per_lift * CL_wing - wake.per_flap * flap
        rear_force, rear_moment = component_totals(drawing, flow, alpha_tail, [tail(drawing, flow)], [])
        force, moment = front_force + TAIL_PRESSURE * rear_force, front_moment + TAIL_PRESSURE * rear_moment
        return coefficients(drawing, flow, point, force, moment)

    return answer


def finite_span(drawing: Drawing, flow: Flow) -> Flow:
    """The flow with deflections reduced for finite span, which AeroBuildup does to the angle of attack only.

    AeroBuildup multiplies the angle a section sees by f^0.8, f = CL/cl of the surface, and adds the control's angle
    after that; here the deflection is multiplied by the same f^0.8.
    """
    import aerosandbox.library.aerodynamics as library

    on_wing = library.CL_over_Cl(drawing.aspect_ratio) ** 0.8
    on_tail = library.CL_over_Cl(drawing.tail_aspect_ratio) ** 0.8
    return flow._replace(
        flap=flow.flap * on_wing,
        aileron=flow.aileron * on_wing,
        elevator=flow.elevator * on_tail,
        rudder=flow.rudder * on_tail,
    )


def downwash(drawing: Drawing) -> Downwash:
    """Downwash of the wing alone along the tail's quarter-chord line, from three lattice solutions."""
    low, high, flapped = (wing_wake(drawing, flow) for flow in (Flow(), Flow(alpha=0.1), Flow(flap=1.0)))
    per_lift = (high[1] - low[1]) / (high[0] - low[0])
    return Downwash(per_lift, flapped[1] - low[1] - per_lift * (flapped[0] - low[0]))


def wing_wake(drawing: Drawing, flow: Flow) -> tuple[float, float]:
    """Lift coefficient of the wing alone and the mean downwash angle, rad, it makes at the tail."""
    import aerosandbox as asb

    parts = strips(drawing, flow, with_tail=False)
    point = operating_point(drawing, flow, flow.alpha)
    method = asb.VortexLatticeMethod(airplane(drawing, parts), point, spanwise_resolution=5, chordwise_resolution=6)
    CL = method.run()["CL"]
    s = (np.arange(8) + 0.5) / 8
    y, z = s * drawing.panel_width, -(drawing.tail_root_z + s * (drawing.tail_tip_z - drawing.tail_root_z))
    velocity = method.get_velocity_at_points(np.stack([np.full(8, drawing.tail_arm), y, z], axis=1))
    return CL, flow.alpha - float(np.mean(np.arctan2(velocity[:, 2], velocity[:, 0])))
