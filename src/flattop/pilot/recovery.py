"""Recovery: join the final approach, follow the glide path to the moving deck, land and stop, or go around and come again.

No source describes the automatic landing of the aircraft in question; this one is Flattop's own and stated: a straight glide path
in the deck's mean frame, compensation of the deck's vertical motion over the last seconds, a wave-off window, brakes and steering.
"""

import math
from typing import Annotated, NamedTuple

from flattop.pilot.contract import Demand, Intent
from flattop.pilot.guidance import (
    approach_seen,
    bank_against_sideslip,
    bank_to_follow,
    climb_slope,
    pitch_for_vertical_acceleration,
    rudder_with_steering,
    sensed_airspeed,
    stall_speed,
    steering_demand,
    turn_yaw_rate,
)
from flattop.pilot.loops import Errors, Targets, chosen_demand, demand_in_flight, memory_after, power_demand
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics

JOIN, GLIDE, ROLLOUT, GO_AROUND, DOWNWIND = 0.0, 1.0, 2.0, 3.0, 4.0
"""Phases of the recovery."""


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
    brake_rate: Annotated[float, "1/s"]
    pitch_minimum: Annotated[float, "rad"]
    pitch_maximum: Annotated[float, "rad"]
    strike_height: Annotated[float, "m"]
    derotation: Annotated[float, "rad"]
    bounce_height: Annotated[float, "m"]
    bounce_speed: Annotated[float, "1"]
    aligned_bank: Annotated[float, "rad"]
    align_gain: Annotated[float, "1/s"]
    align_rate: Annotated[float, "rad/s"]
    least_closure: Annotated[float, "m/s"]
    compensation_fade: Annotated[float, "1"]
    waveoff_closure: Annotated[float, "m/s"]
    waveoff_slack: Annotated[float, "1"]
    waveoff_near: Annotated[float, "1"]
    join_height: Annotated[float, "m"]
    join_aside: Annotated[float, "m"]
    clear_ahead: Annotated[float, "m"]
    clear_share: Annotated[float, "1"]
    clear_height: Annotated[float, "1"]
    height_error_limit: Annotated[float, "m"]
    descent_limit: Annotated[float, "m/s"]
    climb_limit: Annotated[float, "m/s"]
    acceleration_limit: Annotated[float, "m/s2"]
    lift_in_bank_limit: Annotated[float, "rad"]
    rollout_pitch: Annotated[float, "rad"]
    rollout_elevator: Annotated[float, "rad"]


@physics
def intent_of(phase):
    """What a phase of the recovery is about."""
    intent = float(Intent.TRANSIT.value)
    intent = float(Intent.APPROACH.value) if phase == GLIDE else intent
    intent = float(Intent.ROLLOUT.value) if phase == ROLLOUT else intent
    return float(Intent.GO_AROUND.value) if phase == GO_AROUND else intent


@physics
def approach_speed(cockpit):
    """Airspeed of the approach: a multiple of the stall speed of the design at its mass and recovery flap [m/s]."""
    return cockpit.settings.approach_speed_factor * stall_speed(cockpit.design.flap_recovery, 1.0, cockpit)


@physics
def deck_compensation(approach, cockpit):
    """Height to add to the glide path for the deck's motion at the aim point [m].

    Faded in over the compensation time before touchdown, led by the lead time, held over the last moments.
    """
    a, r, s = approach, cockpit.settings, cockpit.seen
    time_to_go = a.to_go / max(a.closure, r.least_closure)
    share = clip(r.compensation_fade * (1.0 - time_to_go / max(r.compensation_time, 1e-3)), 0.0, 1.0)
    share = share if r.compensation_time > 0.0 else 0.0
    led = -(s.deck_down + r.compensation_lead * s.deck_down_rate) * share
    return cockpit.memory.deck_height if time_to_go < r.compensation_freeze else led


@physics
def is_waveoff(approach, path_error, cockpit):
    """Whether the approach is to be broken off: outside the window of height, offset, speed, bank or sink to come.

    The window narrows with the distance: a share of it is added to the limits of height and offset.
    """
    a, r, s = approach, cockpit.settings, cockpit.seen
    inside = a.to_go < r.waveoff_start and a.to_go > r.waveoff_end
    slack = r.waveoff_slack * max(a.to_go - r.waveoff_end, 0.0)
    off = abs(path_error) > r.waveoff_height + slack or abs(a.aside) > r.waveoff_lateral + slack
    slow = s.airspeed < r.waveoff_slow * approach_speed(cockpit) or a.closure < r.waveoff_closure
    near = a.to_go < r.waveoff_near * r.waveoff_start
    hard = near and s.velocity_N.z - s.deck_down_rate > r.waveoff_sink_rate
    banked = near and abs(s.attitude.roll) > r.waveoff_bank
    return inside and (off or slow or hard or banked)


@physics
def is_bolter(approach, cockpit):
    """Whether there is too little deck left to stop in when the wheels touch."""
    a, r, deck = approach, cockpit.settings, cockpit.deck
    left = deck.bow_x - deck.touchdown_x + a.to_go - r.stop_margin
    return a.closure * a.closure > 2.0 * r.braking_deceleration * left


@physics
def recovery_phase(approach, path_height, cockpit):
    """The phase of the next frame."""
    a, s, deck, r = approach, cockpit.seen, cockpit.deck, cockpit.settings
    phase = cockpit.memory.phase
    on_deck = s.on_main_wheels > 0.5
    met = a.height > path_height - r.join_height
    phase = GLIDE if phase == JOIN and met and a.to_go > 0.0 and abs(a.aside) < r.join_aside else phase
    floated = not on_deck and a.to_go < -r.touchdown_zone * (deck.bow_x - deck.touchdown_x)
    missed = phase == GLIDE and (is_waveoff(a, a.height - path_height, cockpit) or floated)
    bolted = phase == GLIDE and on_deck and is_bolter(a, cockpit)
    fast = s.airspeed > r.bounce_speed * approach_speed(cockpit)
    bounced = phase == ROLLOUT and not on_deck and a.height > r.bounce_height and fast
    phase = ROLLOUT if phase == GLIDE and on_deck and not bolted else phase
    phase = GO_AROUND if missed or bolted or bounced else phase
    ahead = min(deck.bow_x - deck.touchdown_x + r.clear_ahead, r.clear_share * r.pattern_length)
    clear = a.height > r.clear_height * r.pattern_height and a.to_go < -ahead
    phase = DOWNWIND if phase == GO_AROUND and clear else phase
    return JOIN if phase == DOWNWIND and a.to_go > r.pattern_length else phase


@physics
def path_height_demand(phase, approach, path_height, settings):
    """Height to be flown and the vertical speed that belongs to it: pattern height, glide path or flare."""
    sink = approach.closure * settings.glide_angle
    gliding = phase == GLIDE
    height = path_height if gliding else settings.pattern_height
    climb = -sink if gliding else 0.0
    return height, climb


@physics
def vertical_demand(phase, approach, compensation, cockpit):
    """Vertical speed wanted, up positive [m/s], and the height it is to reach [m]."""
    a, r, g, flap = approach, cockpit.settings, cockpit.gains, cockpit.design.flap_recovery
    height, climb = path_height_demand(phase, a, a.to_go * r.glide_angle + compensation, r)
    error = clip(height - a.height, -r.height_error_limit, r.height_error_limit)
    climb = climb + g.height * error + g.height_integral * cockpit.memory.height_integral
    flaring = phase == GLIDE and a.height - compensation < r.flare_height
    climb = max(climb, -r.flare_sink_rate) if flaring else climb
    wanted = clip(climb, -r.descent_limit, r.climb_limit)
    around = climb_slope(approach_speed(cockpit), flap, cockpit) * cockpit.seen.airspeed
    return around if phase == GO_AROUND else wanted, height


@physics
def lateral_demand(phase, approach, cockpit):
    """Bank [rad] and yaw rate [rad/s] that follow the strip's line, or the downwind leg, and turn the nose along it before touchdown."""
    a, r, s, deck = approach, cockpit.settings, cockpit.seen, cockpit.deck
    downwind = phase == DOWNWIND
    along = -1.0 if downwind else 1.0
    offset = a.aside + r.pattern_width if downwind else a.aside
    bank = bank_to_follow(along * deck.strip_cos, along * deck.strip_sin, along * offset, cockpit)
    time_to_go = a.to_go / max(a.closure, r.least_closure)
    aligning = phase == GLIDE and time_to_go < r.align_time
    bank = clip(bank + bank_against_sideslip(cockpit), -r.aligned_bank, r.aligned_bank) if aligning else bank
    straighten = clip(r.align_gain * (deck.strip_sin - s.attitude.yaw), -r.align_rate, r.align_rate)
    return bank, straighten if aligning else turn_yaw_rate(s.attitude.roll, cockpit)


@physics
def demand_on_approach(phase, approach, compensation, cockpit):
    """Demand in the air: join, glide, go around, downwind; and the errors the integrals work on."""
    a, r, s, d = approach, cockpit.settings, cockpit.seen, cockpit.design
    flap, speed = d.flap_recovery, approach_speed(cockpit)
    wanted, height = vertical_demand(phase, a, compensation, cockpit)
    limit = r.acceleration_limit
    acceleration = clip(cockpit.gains.vertical_speed * (wanted + s.velocity_N.z), -limit, limit)
    bank, yaw_rate = lateral_demand(phase, a, cockpit)
    roll = clip(s.attitude.roll, -r.lift_in_bank_limit, r.lift_in_bank_limit)
    c = math.sqrt(1.0 - roll * roll)
    pitch, alpha = pitch_for_vertical_acceleration(acceleration, 1.0 / c, flap, cockpit)
    low = phase == GLIDE and a.height < r.strike_height
    pitch = clip(pitch, -d.nose_clearance if low else r.pitch_minimum, d.tail_clearance if low else r.pitch_maximum)
    power = power_demand(speed, wanted / sensed_airspeed(cockpit), flap, cockpit)
    power = 1.0 if phase == GO_AROUND else power
    demand = demand_in_flight(Targets(pitch, alpha, bank, yaw_rate), power, flap, intent_of(phase), cockpit)
    return demand, Errors(pitch - s.attitude.pitch, speed - s.airspeed, height - a.height)


@physics
def demand_on_deck(approach, cockpit):
    """Demand of the rollout: idle, nose down, brakes, steering with wheel and rudder, wings level, flap up.

    The elevator lowers the nose gently and holds it, so that the aircraft neither bounces nor flies again.
    """
    memory, r = cockpit.memory, cockpit.settings
    steering = steering_demand(approach, cockpit)
    level = Targets(max(r.rollout_pitch, cockpit.seen.attitude.pitch - r.derotation), 0.0, 0.0, 0.0)
    flown = demand_in_flight(level, 0.0, cockpit.design.flap_recovery, 0.0, cockpit)
    return Demand(
        elevator=clip(flown.elevator, -r.rollout_elevator, r.rollout_elevator),
        rudder=rudder_with_steering(steering, cockpit),
        aileron=flown.aileron,
        power=0.0,
        brake=clip(r.brake_rate * memory.phase_time, 0.0, 1.0) if memory.phase == ROLLOUT else 0.0,
        steering=steering,
        flap=0.0,
        intent=float(Intent.ROLLOUT.value),
    )


@physics
def recovery(cockpit, duration):
    """The pilot's memory and demand a frame later; its settings are `RecoverySettings`."""
    a = approach_seen(cockpit)
    compensation = deck_compensation(a, cockpit)
    path_height = a.to_go * cockpit.settings.glide_angle + compensation
    phase = recovery_phase(a, path_height, cockpit)
    flying, errors = demand_on_approach(phase, a, compensation, cockpit)
    demand = chosen_demand(phase == ROLLOUT, demand_on_deck(a, cockpit), flying)
    gliding = 1.0 if phase == GLIDE or phase == JOIN or phase == DOWNWIND else 0.0
    errors = Errors(gliding * errors.pitch, gliding * errors.speed, gliding * errors.height)
    return memory_after(cockpit, phase, errors, compensation, demand.power, duration), demand
