"""Launch: hold at full power, run along the strip, rotate on a flat deck or ride the ramp, climb away; stop while it still can.

The run is given up when the speed foreseen at the bow is too low and the deck left is long enough to stop in.
"""

import math
from typing import Annotated, NamedTuple

from flattop.pilot.contract import Demand, Intent
from flattop.pilot.guidance import (
    alpha_felt,
    alpha_for_lift,
    approach_seen,
    bank_to_follow,
    climb_slope,
    dynamic_pressure_area,
    pitch_at_stall,
    rudder_with_steering,
    sensed_airspeed,
    stall_speed,
    steering_demand,
    turn_yaw_rate,
)
from flattop.pilot.loops import Errors, Targets, chosen_demand, demand_in_flight, memory_after
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics

HOLD, RUN, ROTATE, CLIMB, REJECT = 10.0, 11.0, 12.0, 13.0, 14.0
"""Phases of the launch."""


class LaunchSettings(NamedTuple):
    """Settings of the launch; each stands with its range in the catalogue."""

    hold_time: Annotated[float, "s"]
    rotation_speed_factor: Annotated[float, "1"]
    climb_speed_factor: Annotated[float, "1"]
    minimum_speed_factor: Annotated[float, "1"]
    minimum_speed_factor_ramp: Annotated[float, "1"]
    rotation_pitch: Annotated[float, "rad"]
    decision_time: Annotated[float, "s"]
    reject_deceleration: Annotated[float, "m/s2"]
    rotation_lead: Annotated[float, "s"]
    acceleration_share: Annotated[float, "1"]
    stop_margin: Annotated[float, "m"]
    push_over_limit: Annotated[float, "m/s2"]
    pull_up_limit: Annotated[float, "m/s2"]
    bank_limit: Annotated[float, "rad"]
    pitch_minimum: Annotated[float, "rad"]
    pitch_maximum: Annotated[float, "rad"]


@physics
def intent_of(phase):
    """What a phase of the launch is about."""
    intent = float(Intent.LAUNCH_RUN.value)
    intent = float(Intent.HOLD.value) if phase == HOLD else intent
    intent = float(Intent.CLIMB.value) if phase == CLIMB else intent
    return float(Intent.REJECT.value) if phase == REJECT else intent


@physics
def foreseen_airspeed(distance, cockpit):
    """Airspeed to expect at the bow [m/s], from a share k of the acceleration a of the run so far: V + sqrt(v^2 + 2 k a x) - v."""
    s = cockpit.seen
    v = max(s.velocity_N.x, 0.1)
    acceleration = v / max(cockpit.memory.phase_time, 0.5)
    share = cockpit.settings.acceleration_share
    return s.airspeed + math.sqrt(v * v + 2.0 * share * acceleration * max(distance, 0.0)) - v


@physics
def launch_phase(cockpit):
    """The phase of the next frame."""
    memory, s, deck, settings = cockpit.memory, cockpit.seen, cockpit.deck, cockpit.settings
    distance = deck.bow_x - s.position_N.x
    v = max(s.velocity_N.x, 0.1)
    stall = stall_speed(cockpit.design.flap_launch, 1.0, cockpit)
    on_ramp_ship = deck.ramp_angle > 0.0
    needed = (settings.minimum_speed_factor_ramp if on_ramp_ship else settings.minimum_speed_factor) * stall
    can_stop = v * v < 2.0 * settings.reject_deceleration * (distance - settings.stop_margin)
    hopeless = foreseen_airspeed(distance, cockpit) < needed
    phase = memory.phase
    phase = RUN if phase == HOLD and memory.phase_time > settings.hold_time else phase
    reject = memory.phase == RUN and memory.phase_time > settings.decision_time and hopeless and can_stop
    fast = s.airspeed > settings.rotation_speed_factor * stall or distance < settings.rotation_lead * v
    phase = ROTATE if phase == RUN and fast and not on_ramp_ship else phase
    flying = s.airspeed > settings.rotation_speed_factor * stall  # before the ramp, with much wind over the deck
    gone = s.on_main_wheels < 0.5 and (distance < 0.0 or phase == ROTATE or flying)
    phase = CLIMB if gone and (phase == RUN or phase == ROTATE) else phase
    return REJECT if reject else phase


@physics
def climb_targets(cockpit):
    """Pitch, angle of attack, bank and yaw rate of the climb: full power, airspeed held by pitch, the stall kept away.

    The slope is that of `climb_slope`; CL follows from the acceleration that reaches it, limited below the maximum.
    """
    s, deck, d, settings = cockpit.seen, cockpit.deck, cockpit.design, cockpit.settings
    qS, V, step = dynamic_pressure_area(cockpit), sensed_airspeed(cockpit), cockpit.gains.alpha_step
    wanted_speed = settings.climb_speed_factor * stall_speed(d.flap_launch, 1.0, cockpit)
    slope = climb_slope(wanted_speed, d.flap_launch, cockpit)
    wanted = cockpit.gains.vertical_speed * (slope * V + s.velocity_N.z)
    acceleration = clip(wanted, -settings.push_over_limit, settings.pull_up_limit)
    alpha = alpha_for_lift(d.mass * (STANDARD_GRAVITY + acceleration) / qS, d.flap_launch, cockpit)
    pitch = s.attitude.pitch + clip(alpha - alpha_felt(d.flap_launch, cockpit), -step, step)
    aside = approach_seen(cockpit).aside
    bank = bank_to_follow(deck.strip_cos, deck.strip_sin, aside, cockpit)
    bank = clip(bank, -settings.bank_limit, settings.bank_limit)
    pitch = min(pitch, pitch_at_stall(d.flap_launch, cockpit))
    pitch = clip(pitch, settings.pitch_minimum, settings.pitch_maximum)
    return Targets(pitch, alpha, bank, turn_yaw_rate(s.attitude.roll, cockpit))


@physics
def demand_on_run(phase, cockpit):
    """Demand on the deck: brakes while holding, then steering; nose up from the rotation on; brakes when rejected."""
    d = cockpit.design
    holding, rejected = phase == HOLD, phase == REJECT
    steering = 0.0 if holding else steering_demand(approach_seen(cockpit), cockpit)
    pitch = min(cockpit.settings.rotation_pitch, d.tail_clearance)
    nose_up = demand_in_flight(Targets(pitch, pitch, 0.0, 0.0), 1.0, d.flap_launch, 0.0, cockpit)
    return Demand(
        elevator=nose_up.elevator if phase == ROTATE else 0.0,
        rudder=rudder_with_steering(steering, cockpit),
        aileron=nose_up.aileron,
        power=0.0 if rejected else 1.0,
        brake=1.0 if holding or rejected else 0.0,
        steering=steering,
        flap=d.flap_launch,
        intent=intent_of(phase),
    )


@physics
def launch(cockpit, duration):
    """The pilot's memory and demand a frame later; its settings are `LaunchSettings`."""
    phase = launch_phase(cockpit)
    targets = climb_targets(cockpit)
    climbing = phase == CLIMB
    flying = demand_in_flight(targets, 1.0, cockpit.design.flap_launch, float(Intent.CLIMB.value), cockpit)
    demand = chosen_demand(climbing, flying, demand_on_run(phase, cockpit))
    errors = Errors(targets.pitch - cockpit.seen.attitude.pitch if climbing else 0.0, 0.0, 0.0)
    return memory_after(cockpit, phase, errors, 0.0, demand.power, duration), demand
