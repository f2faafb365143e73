"""Vortex lattice of an airframe, the inviscid cross-check of the build-up, with the pod's slender-body moments added.

AeroSandbox's VortexLatticeMethod knows lifting surfaces only, so the bodies come from AeroBuildup [Sharpe2021]. The
trailing legs run along the body axis: with legs along the wind they would cross the wing itself in sideslip.
"""

from collections.abc import Callable

import numpy as np

from flattop.derivation.airframes.airplane import airplane, bodies, strips
from flattop.derivation.airframes.buildup import coefficients, component_totals, operating_point
from flattop.derivation.airframes.drawing import Drawing
from flattop.derivation.airframes.flow import Coefficients, Flow


def lattice(drawing: Drawing) -> Callable[[Flow], Coefficients]:
    """The lattice of this drawing as a function of one flow state."""

    def answer(flow: Flow) -> Coefficients:
        import aerosandbox as asb

        point = operating_point(drawing, flow, flow.alpha)
        plane = airplane(drawing, strips(drawing, flow))
        surfaces = asb.VortexLatticeMethod(plane, point, spanwise_resolution=5, chordwise_resolution=6).run()
        body_force, body_moment = component_totals(drawing, flow, np.asarray(flow.alpha), [], bodies(drawing))
        force = np.asarray(surfaces["F_g"]) + body_force
        moment = np.asarray(surfaces["M_g"]) + body_moment
        return coefficients(drawing, flow, point, force, moment)

    return answer
