"""Recovery: join the final approach, follow the glide path to the moving deck, land and stop, or go around and come again.

No source describes the automatic landing of the aircraft in question; this one is Flattop's own and stated: a straight glide path
in the deck's mean frame, compensation of the deck's vertical motion over the last seconds, a wave-off window, brakes and steering.
"""

import math
from typing import Annotated, NamedTuple

from flattop.pilot.contract import Demand
from flattop.pilot.loops import (
    Targets,
    bank_against_sideslip,
    bank_to_follow,
    climb_slope,
    demand_in_flight,
    pitch_for_vertical_acceleration,
    power_demand,
    remembered,
    stall_speed,
    turn_yaw_rate,
)
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics

STRIKE_HEIGHT = 6.0  # height below which pitch stays between nose wheel first and tail strike [m]; estimate, 4 .. 8: three seconds of sink
DEROTATION = (
    0.05  # how far ahead of the nose its target goes when it is lowered [rad]; estimate, 0.03 .. 0.08: gives 0.1 rad/s
)
BOUNCE = 0.8  # height over the deck at which a bounce is flown away from [m]; estimate, 0.5 .. 1.2: half a strut and tyre more
ALIGNED_BANK = 0.12  # most bank with the nose along the strip [rad]; estimate, 0.08 .. 0.16: lowers a wing tip by 0.8 m
JOIN, GLIDE, ROLLOUT, GO_AROUND, DOWNWIND, STOPPED = 0.0, 1.0, 2.0, 3.0, 4.0, 5.0


class RecoverySettings(NamedTuple):
    """Settings of the recovery; each stands with its range in the catalogue."""

    glide_angle: Annotated[float, "rad"]
    approach_speed_factor: Annotated[float, "1"]
    pattern_height: Annotated[float, "m"]
    pattern_width: Annotated[float, "m"]
    pattern_length: Annotated[float, "m"]
    flare_height: Annotated[float, "m"]
    flare_sink_rate: Annotated[float, "m/s"]
    compensation_time: Annotated[float, "s"]
    compensation_lead: Annotated[float, "s"]
    compensation_freeze: Annotated[float, "s"]
    align_time: Annotated[float, "s"]
    waveoff_start: Annotated[float, "m"]
    waveoff_end: Annotated[float, "m"]
    waveoff_height: Annotated[float, "m"]
    waveoff_lateral: Annotated[float, "m"]
    waveoff_slow: Annotated[float, "1"]
    waveoff_bank: Annotated[float, "rad"]
    waveoff_sink_rate: Annotated[float, "m/s"]
    touchdown_zone: Annotated[float, "1"]
    braking_deceleration: Annotated[float, "m/s2"]
    stop_margin: Annotated[float, "m"]
    maximum_attempts: Annotated[float, "1"]


class Approach(NamedTuple):
    """Where the aircraft is on its approach, in the strip's frame."""

    to_go: Annotated[float, "m"]
    aside: Annotated[float, "m"]
    height: Annotated[float, "m"]
    closure: Annotated[float, "m/s"]
    drift: Annotated[float, "m/s"]


@physics
def approach_seen(s, place, d):
    """Distance to the aim point, offset, height of the wheels over the deck's mean height, closing and drifting speed."""
    dx, dy = s.position_N.x - place.touchdown_x, s.position_N.y - place.strip_y
    c, n = place.strip_cos, place.strip_sin
    return Approach(
        to_go=-(dx * c + dy * n),
        aside=-dx * n + dy * c,
        height=-s.position_N.z - d.wheel_z - place.deck_height,
        closure=s.velocity_N.x * c + s.velocity_N.y * n,
        drift=-s.velocity_N.x * n + s.velocity_N.y * c,
    )


@physics
def approach_speed(r, s, d):
    """Airspeed of the approach: a multiple of the stall speed of the design at its mass and recovery flap [m/s]."""
    return r.approach_speed_factor * stall_speed(d.flap_recovery, 1.0, s, d)


@physics
def deck_compensation(a, s, state, r):
    """Height to add to the glide path for the deck's motion at the aim point [m].

    Faded in over the compensation time before touchdown, led by the lead time, held over the last moments.
    """
    time_to_go = a.to_go / max(a.closure, 3.0)
    share = clip(2.0 * (1.0 - time_to_go / max(r.compensation_time, 1e-3)), 0.0, 1.0)
    share = share if r.compensation_time > 0.0 else 0.0
    led = -(s.deck_down + r.compensation_lead * s.deck_down_rate) * share
    return state.deck_height if time_to_go < r.compensation_freeze else led


@physics
def is_waveoff(a, path_error, s, r, d):
    """Whether the approach is to be broken off: outside the window of height, offset, speed, bank or sink to come.

    The window narrows with the distance: 3 % of it is added to the limits of height and offset.
    """
    inside = a.to_go < r.waveoff_start and a.to_go > r.waveoff_end
    slack = 0.03 * max(a.to_go - r.waveoff_end, 0.0)
    off = abs(path_error) > r.waveoff_height + slack or abs(a.aside) > r.waveoff_lateral + slack
    slow = s.airspeed < r.waveoff_slow * approach_speed(r, s, d) or a.closure < 3.0
    near = a.to_go < 0.35 * r.waveoff_start
    hard = near and s.velocity_N.z - s.deck_down_rate > r.waveoff_sink_rate
    banked = near and abs(s.attitude.roll) > r.waveoff_bank
    return inside and (off or slow or hard or banked)


@physics
def is_bolter(a, place, r):
    """Whether there is too little deck left to stop in when the wheels touch."""
    left = place.bow_x - place.touchdown_x + a.to_go - r.stop_margin
    return a.closure * a.closure > 2.0 * r.braking_deceleration * left


@physics
def recovery_phase(state, a, path_height, s, place, r, d):
    """The phase of the next frame, and the count of attempts."""
    phase, attempts = state.phase, state.attempts
    on_deck = s.on_main_wheels > 0.5
    met = a.height > path_height - 0.5
    phase = GLIDE if phase == JOIN and met and a.to_go > 0.0 and abs(a.aside) < 60.0 else phase
    floated = not on_deck and a.to_go < -r.touchdown_zone * (place.bow_x - place.touchdown_x)
    missed = phase == GLIDE and (is_waveoff(a, a.height - path_height, s, r, d) or floated)
    bolted = phase == GLIDE and on_deck and is_bolter(a, place, r)
    bounced = phase == ROLLOUT and not on_deck and a.height > BOUNCE and s.airspeed > 0.8 * approach_speed(r, s, d)
    phase = ROLLOUT if phase == GLIDE and on_deck and not bolted else phase
    phase = GO_AROUND if missed or bolted or bounced else phase
    attempts = attempts + 1.0 if missed or bolted or bounced else attempts
    ahead = min(place.bow_x - place.touchdown_x + 60.0, 0.5 * r.pattern_length)
    clear = a.height > 0.7 * r.pattern_height and a.to_go < -ahead
    phase = DOWNWIND if phase == GO_AROUND and clear else phase
    phase = JOIN if phase == DOWNWIND and a.to_go > r.pattern_length else phase
    return phase, attempts


@physics
def path_height_demand(phase, a, path_height, r):
    """Height to be flown and the vertical speed that belongs to it: pattern height, glide path or flare."""
    sink = a.closure * r.glide_angle
    gliding = phase == GLIDE
    height = path_height if gliding else r.pattern_height
    climb = -sink if gliding else 0.0
    return height, climb


@physics
def demand_on_approach(state, phase, a, compensation, s, place, r, g, d):
    """Demand in the air: join, glide, go around, downwind; and the errors the integrals work on."""
    path_height = a.to_go * r.glide_angle + compensation
    height, climb = path_height_demand(phase, a, path_height, r)
    around = phase == GO_AROUND
    error = clip(height - a.height, -6.0, 6.0)
    climb = climb + g.height * error + g.height_integral * state.height_integral
    flaring = phase == GLIDE and a.height - compensation < r.flare_height
    climb = max(climb, -r.flare_sink_rate) if flaring else climb
    wanted = clip(climb, -3.5, 2.0)
    flap = d.flap_recovery
    speed = approach_speed(r, s, d)
    wanted = climb_slope(speed, flap, s, d) * s.airspeed if around else wanted
    acceleration = clip(g.vertical_speed * (wanted + s.velocity_N.z), -2.5, 2.5)
    downwind = phase == DOWNWIND
    along = -1.0 if downwind else 1.0
    offset = a.aside + r.pattern_width if downwind else a.aside
    bank = bank_to_follow(along * place.strip_cos, along * place.strip_sin, along * offset, g, s)
    time_to_go = a.to_go / max(a.closure, 3.0)
    aligning = phase == GLIDE and time_to_go < r.align_time
    bank = clip(bank + bank_against_sideslip(s), -ALIGNED_BANK, ALIGNED_BANK) if aligning else bank
    c = math.sqrt(1.0 - clip(s.attitude.roll, -0.6, 0.6) * clip(s.attitude.roll, -0.6, 0.6))
    pitch, alpha = pitch_for_vertical_acceleration(acceleration, 1.0 / c, flap, state.felt_up, s, d)
    low = phase == GLIDE and a.height < STRIKE_HEIGHT
    pitch = clip(pitch, -d.nose_clearance if low else -0.25, d.tail_clearance if low else 0.35)
    turn = turn_yaw_rate(s.attitude.roll, s)
    straighten = clip(1.2 * (place.strip_sin - s.attitude.yaw), -0.25, 0.25)
    yaw_rate = straighten if aligning else turn
    power = power_demand(speed, wanted / max(s.airspeed, 12.0), flap, state.speed_integral, g, s, d)
    power = 1.0 if around else power
    targets = Targets(pitch, alpha, bank, yaw_rate)
    demand = demand_in_flight(targets, power, flap, state, g, s, d)
    return demand, pitch - s.attitude.pitch, speed - s.airspeed, height - a.height


@physics
def steering_demand(a, s, place):
    """Nose-wheel angle that brings the aircraft back to the strip's centre line [rad]; gentler the faster it rolls."""
    lean = clip(-a.aside / (2.5 * max(a.closure, 4.0)), -0.2, 0.2)
    error = place.strip_sin + lean - s.attitude.yaw
    return clip((2.0 * error - 0.8 * s.w_B.z) * 8.0 / (8.0 + max(a.closure, 0.0)), -0.5, 0.5)


@physics
def demand_on_deck(state, a, s, place, g, d):
    """Demand of the rollout: idle, nose down, brakes, steering with wheel and rudder, wings level, flap up.

    The elevator lowers the nose gently and holds it, so that the aircraft neither bounces nor flies again.
    """
    steering = steering_demand(a, s, place)
    level = Targets(max(-0.02, s.attitude.pitch - DEROTATION), 0.0, 0.0, 0.0)
    flown = demand_in_flight(level, 0.0, d.flap_recovery, state, g, s, d)
    brake = clip(2.0 * state.phase_time, 0.0, 1.0) if state.phase == ROLLOUT else 0.0
    return Demand(
        clip(flown.elevator, -0.2, 0.2), clip(2.0 * steering, -0.3, 0.3), flown.aileron, 0.0, brake, steering, 0.0
    )


@physics
def recovery(state, s, place, r, g, d, duration):
    """The pilot's memory and demand a frame later.

    state  memory            s  situation as sensed       place  the deck as known
    r      settings          g  gains of the inner loops  d      the airframe as designed
    """
    a = approach_seen(s, place, d)
    compensation = deck_compensation(a, s, state, r)
    path_height = a.to_go * r.glide_angle + compensation
    phase, attempts = recovery_phase(state, a, path_height, s, place, r, d)
    flying, pitch_error, speed_error, height_error = demand_on_approach(
        state, phase, a, compensation, s, place, r, g, d
    )
    rolling = demand_on_deck(state, a, s, place, g, d)
    on_deck = phase == ROLLOUT
    gliding = 1.0 if phase == GLIDE or phase == JOIN or phase == DOWNWIND else 0.0
    demand = Demand(
        elevator=rolling.elevator if on_deck else flying.elevator,
        rudder=rolling.rudder if on_deck else flying.rudder,
        aileron=rolling.aileron if on_deck else flying.aileron,
        power=rolling.power if on_deck else flying.power,
        brake=rolling.brake if on_deck else 0.0,
        steering=rolling.steering if on_deck else 0.0,
        flap=rolling.flap if on_deck else flying.flap,
    )
    memory = remembered(
        state,
        phase,
        attempts,
        gliding * pitch_error,
        gliding * speed_error,
        gliding * height_error,
        compensation,
        demand.power,
        s.felt_up,
        duration,
    )
    return memory, demand


__all__ = [
    "DOWNWIND",
    "GLIDE",
    "GO_AROUND",
    "JOIN",
    "ROLLOUT",
    "STOPPED",
    "RecoverySettings",
    "recovery",
]
