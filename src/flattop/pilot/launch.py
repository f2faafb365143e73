"""Launch: hold at full power, run along the strip, rotate on a flat deck or ride the ramp, climb away; stop while it still can.

The run is given up when the speed foreseen at the bow is too low and the deck left is long enough to stop in.
"""

import math
from typing import Annotated, NamedTuple

from flattop.pilot.contract import Demand
from flattop.pilot.loops import (
    Targets,
    alpha_felt,
    alpha_for_lift,
    bank_to_follow,
    climb_slope,
    demand_in_flight,
    dynamic_pressure_area,
    pitch_at_stall,
    remembered,
    stall_speed,
    turn_yaw_rate,
)
from flattop.pilot.recovery import approach_seen, steering_demand
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics

HOLD, RUN, ROTATE, CLIMB, REJECT = 10.0, 11.0, 12.0, 13.0, 14.0


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


@physics
def foreseen_airspeed(state, distance, s, place, d):
    """Airspeed to expect at the bow [m/s], from the acceleration a of the run so far: V + sqrt(v^2 + 2 (0.8 a) x) - v.

    0.8: the acceleration falls as the speed rises; estimate, 0.7 .. 0.9.
    """
    v = max(s.velocity_N.x, 0.1)
    acceleration = v / max(state.phase_time, 0.5)
    return s.airspeed + math.sqrt(v * v + 1.6 * acceleration * max(distance, 0.0)) - v


@physics
def launch_phase(state, s, place, settings, d):
    """The phase of the next frame."""
    distance = place.bow_x - s.position_N.x
    v = max(s.velocity_N.x, 0.1)
    stall = stall_speed(d.flap_launch, 1.0, s, d)
    on_ramp_ship = place.ramp_angle > 0.0
    needed = (settings.minimum_speed_factor_ramp if on_ramp_ship else settings.minimum_speed_factor) * stall
    can_stop = v * v < 2.0 * settings.reject_deceleration * (distance - 10.0)
    hopeless = foreseen_airspeed(state, distance, s, place, d) < needed
    phase = state.phase
    phase = RUN if phase == HOLD and state.phase_time > settings.hold_time else phase
    reject = state.phase == RUN and state.phase_time > settings.decision_time and hopeless and can_stop
    fast = s.airspeed > settings.rotation_speed_factor * stall or distance < settings.rotation_lead * v
    phase = ROTATE if phase == RUN and fast and not on_ramp_ship else phase
    flying = s.airspeed > settings.rotation_speed_factor * stall  # before the ramp, with much wind over the deck
    gone = s.on_main_wheels < 0.5 and (distance < 0.0 or phase == ROTATE or flying)
    phase = CLIMB if gone and (phase == RUN or phase == ROTATE) else phase
    return REJECT if reject else phase


@physics
def climb_targets(state, settings, s, place, g, d):
    """Pitch, angle of attack, bank and yaw rate of the climb: full power, airspeed held by pitch, the stall kept away.

    The slope is that of `climb_slope`; CL follows from the acceleration that reaches it, limited below the maximum.
    """
    qS, V = dynamic_pressure_area(s, d), max(s.airspeed, 12.0)
    wanted_speed = settings.climb_speed_factor * stall_speed(d.flap_launch, 1.0, s, d)
    slope = climb_slope(wanted_speed, d.flap_launch, s, d)
    acceleration = clip(g.vertical_speed * (slope * V + s.velocity_N.z), -2.0, 3.0)
    alpha = alpha_for_lift(d.mass * (STANDARD_GRAVITY + acceleration) / qS, d.flap_launch, d)
    pitch = s.attitude.pitch + clip(alpha - alpha_felt(state.felt_up, d.flap_launch, s, d), -0.15, 0.15)
    a = approach_seen(s, place, d)
    bank = clip(bank_to_follow(place.strip_cos, place.strip_sin, a.aside, g, s), -0.2, 0.2)
    pitch = min(pitch, pitch_at_stall(d.flap_launch, s, d))
    return Targets(clip(pitch, -0.1, 0.35), alpha, bank, turn_yaw_rate(s.attitude.roll, s))


@physics
def demand_on_run(state, phase, settings, s, place, g, d):
    """Demand on the deck: brakes while holding, then steering; nose up from the rotation on; brakes when rejected."""
    a = approach_seen(s, place, d)
    holding = phase == HOLD
    steering = 0.0 if holding else steering_demand(a, s, place)
    rotating = phase == ROTATE
    rejected = phase == REJECT
    pitch = min(settings.rotation_pitch, d.tail_clearance)
    nose_up = demand_in_flight(Targets(pitch, pitch, 0.0, 0.0), 1.0, d.flap_launch, state, g, s, d)
    braking = holding or rejected
    return Demand(
        elevator=nose_up.elevator if rotating else 0.0,
        rudder=clip(2.0 * steering, -0.3, 0.3),
        aileron=nose_up.aileron,
        power=0.0 if rejected else 1.0,
        brake=1.0 if braking else 0.0,
        steering=steering,
        flap=d.flap_launch,
    )


@physics
def launch(state, s, place, settings, g, d, duration):
    """The pilot's memory and demand a frame later; the arguments are those of `recovery`."""
    phase = launch_phase(state, s, place, settings, d)
    running = demand_on_run(state, phase, settings, s, place, g, d)
    targets = climb_targets(state, settings, s, place, g, d)
    flying = demand_in_flight(targets, 1.0, d.flap_launch, state, g, s, d)
    climbing = phase == CLIMB
    demand = Demand(
        elevator=flying.elevator if climbing else running.elevator,
        rudder=flying.rudder if climbing else running.rudder,
        aileron=flying.aileron if climbing else running.aileron,
        power=running.power,
        brake=0.0 if climbing else running.brake,
        steering=0.0 if climbing else running.steering,
        flap=d.flap_launch,
    )
    pitch_error = targets.pitch - s.attitude.pitch if climbing else 0.0
    return remembered(
        state, phase, state.attempts, pitch_error, 0.0, 0.0, 0.0, demand.power, s.felt_up, duration
    ), demand
