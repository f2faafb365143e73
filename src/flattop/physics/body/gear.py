"""One leg of a tricycle landing gear on a moving deck: oleo strut, tyre, brake and nose-wheel steering.

The strut is a single-acting oleo: an isothermal gas spring, an orifice that resists with the square of the closing speed, and a massless
axle, so strut and tyre share one force [Currey1988, ch. 5]. The tyre holds the deck through its carcass: lateral deflection
follows the slip with a relaxation length [Pacejka2012, ch. 7], longitudinal deflection is an elastic anchor limited by brake and
friction, which lets a parked aircraft stand still on a sloping deck without creeping [Dahl1976].
"""

import math
from typing import Annotated, NamedTuple

from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import cross, norm

ORIFICE_TRANSITION = 0.3  # closing speed where laminar and orifice damping are equal [m/s]; estimate, 0.1 .. 0.5
ANCHOR_DAMPING = 0.02  # damping of a standing tyre's carcass, as damping over stiffness [s]; estimate, 0.01 .. 0.05


class Leg(NamedTuple):
    """One leg; the place is that of the contact point of the unloaded, extended wheel.

    The gas length is the stroke at which the gas would be compressed to nothing; an ease is the inverse of a quadratic damping.
    """

    x: Annotated[float, "m"]
    y: Annotated[float, "m"]
    z: Annotated[float, "m"]
    stroke: Annotated[float, "m"]
    preload: Annotated[float, "N"]
    gas_length: Annotated[float, "m"]
    compression_ease: Annotated[float, "m2/(N s2)"]
    extension_ease: Annotated[float, "m2/(N s2)"]
    tyre_stiffness: Annotated[float, "N/m"]
    tyre_damping: Annotated[float, "N s/m"]
    tyre_side_stiffness: Annotated[float, "N/m"]
    tyre_side_compliance: Annotated[float, "m/N"]
    tyre_relaxation_length: Annotated[float, "m"]
    tyre_friction: Annotated[float, "1"]
    rolling_resistance: Annotated[float, "1"]
    brake_force: Annotated[float, "N"]


class LegState(NamedTuple):
    """Compression of the strut and deflection of the tyre's carcass along and across the wheel."""

    stroke: Annotated[float, "m"]
    along: Annotated[float, "m"]
    across: Annotated[float, "m"]


class Contact(NamedTuple):
    """How a wheel meets the deck: depth below the surface, its rate, and the slip velocity in the wheel's axes."""

    depth: Annotated[float, "m"]
    closing_speed: Annotated[float, "m/s"]
    rolling_speed: Annotated[float, "m/s"]
    slip_speed: Annotated[float, "m/s"]


class WheelForce(NamedTuple):
    """Force of the deck on the wheel: normal, along and across the wheel's plane."""

    normal: Annotated[float, "N"]
    along: Annotated[float, "N"]
    across: Annotated[float, "N"]


@physics
def gas_force(stroke, leg):
    """Force of the gas spring [N].

    F = F0 / (1 - s/c),  c the gas length                           isothermal, [Currey1988, ch. 5]

    Beyond full stroke the strut bottoms, on metal: the tyre stiffness is added ten times over.
    """
    s = clip(stroke, 0.0, leg.stroke)
    return leg.preload * leg.gas_length / (leg.gas_length - s) + 10.0 * leg.tyre_stiffness * max(
        stroke - leg.stroke, 0.0
    )


@physics
def tyre_normal_force(contact, state, leg):
    """Force of the deck on the tyre [N]: k d + c d' of the compression the strut has not taken, never a pull."""
    squeeze = contact.depth - state.stroke
    force = leg.tyre_stiffness * squeeze + leg.tyre_damping * contact.closing_speed * clip(20.0 * squeeze, 0.0, 1.0)
    return max(force, 0.0) if squeeze > 0.0 else 0.0


@physics
def closing_speed(force, ease):
    """Speed at which an orifice lets a force through [m/s].

    F = c (v^2 + v0 v)  ->  v = (sqrt(v0^2 + 4 F/c) - v0)/2    orifice and laminar share, v0 the transition speed, 1/c the ease
    """
    v0 = ORIFICE_TRANSITION
    return 0.5 * (math.sqrt(v0 * v0 + 4.0 * force * ease) - v0)


@physics
def gas_stiffness(stroke, leg):
    """Slope of the gas force with the stroke [N/m]: F0 c/(c - s)^2, beyond full stroke that of the metal."""
    gap = leg.gas_length - clip(stroke, 0.0, leg.stroke)
    gas = leg.preload * leg.gas_length / (gap * gap)
    return gas if stroke <= leg.stroke else 10.0 * leg.tyre_stiffness


@physics
def stroke_after(state, contact, normal, leg, duration):
    """Compression of the strut after a time [m]; it stays between its stops.

        s1 = s0 + h (v + h v' k d')/(1 + h v' (k + kg)),   v(E) the closing speed under the excess E = N - F

    k of the tyre while it touches, kg of the gas, d' the closing speed of the wheel: a linearly implicit step, because at rest
    v' (k + kg) is some 500/s and an explicit step of 5 ms chatters (docs/theory/gear).
    """
    excess = normal - gas_force(state.stroke, leg)
    closing = excess > 0.0
    ease = leg.compression_ease if closing else leg.extension_ease
    speed = closing_speed(abs(excess), ease)
    slope = duration * ease / (ORIFICE_TRANSITION + 2.0 * speed)
    k = leg.tyre_stiffness if normal > 0.0 else 0.0
    rate = (speed if closing else -speed) + slope * k * contact.closing_speed
    stroke = state.stroke + duration * rate / (1.0 + slope * (k + gas_stiffness(state.stroke, leg)))
    return clip(stroke, 0.0, 1.2 * leg.stroke)


@physics
def wheel_force(contact, state, brake, leg):
    """Force of the deck on the wheel in the wheel's axes.

    Along: the carcass anchored to the deck, limited by rolling resistance and brake. Across: the deflected carcass. Both
    together within the friction ellipse mu N.
    """
    N = tyre_normal_force(contact, state, leg)
    k, grip = leg.tyre_side_stiffness, leg.tyre_friction * N
    hold = min(leg.rolling_resistance * N + brake * leg.brake_force, grip)
    damping = ANCHOR_DAMPING * max(1.0 - abs(contact.rolling_speed), 0.0)  # a rolling tyre is damped by its relaxation
    along = clip(-k * (state.along + damping * contact.rolling_speed), -hold, hold)
    across = clip(-k * (state.across + damping * contact.slip_speed), -grip, grip)
    scale = min(grip / (math.sqrt(along * along + across * across) + 1e-9), 1.0)
    return WheelForce(N, along * scale, across * scale)


@physics
def leg_after(state, contact, normal, brake, leg, duration):
    """Strut and carcass after a time.

        s     by `stroke_after`
        x'    = v_along,                      |k x| <= hold      an elastic anchor that slides [Dahl1976]
        y'    = v_across - |v_along| y/sigma, |k y| <= mu N      relaxation length [Pacejka2012, ch. 7], implicit step

    A wheel in the air forgets its deflections.
    """
    give, grip = leg.tyre_side_compliance, leg.tyre_friction * normal
    hold = min(leg.rolling_resistance * normal + brake * leg.brake_force, grip) * give
    sigma = leg.tyre_relaxation_length
    across = sigma * (state.across + duration * contact.slip_speed) / (sigma + duration * abs(contact.rolling_speed))
    return LegState(
        stroke=stroke_after(state, contact, normal, leg, duration),
        along=clip(state.along + duration * contact.rolling_speed, -hold, hold),
        across=clip(across, -grip * give, grip * give),
    )


@physics
def wheel_axes(forward_S, normal_S):
    """Unit vectors along and across (to the right of) the wheel in the deck's plane, from its heading and the deck's normal."""
    right = cross(forward_S, normal_S)
    across = right * (1.0 / (norm(right) + 1e-9))
    return cross(normal_S, across), across
