"""A pilot of one's own: it launches over a ramp, holds wings level and nose at eight degrees, and climbs away."""

import flattop

HOLD_TIME = 4.0  # brakes held [s]
PITCH = 0.14  # attitude of the climb [rad]
GRAVITY = 9.80665  # [m/s2]


def launch(cockpit, duration):
    """What the pilot remembers, and what it demands, a frame later."""
    seen, deck, design = cockpit.seen, cockpit.deck, cockpit.design
    time = cockpit.memory.phase_time + duration
    flying = seen.on_main_wheels < 0.5 and seen.position_N.x > deck.bow_x
    holding = time < HOLD_TIME
    steering = 1.5 * (deck.strip_y - seen.position_N.y) / 20.0 - 1.5 * seen.attitude.yaw
    running = flattop.Intent.HOLD if holding else flattop.Intent.LAUNCH_RUN
    intent = flattop.Intent.CLIMB if flying else running
    demand = flattop.Demand(
        elevator=pitch_held(cockpit) if flying else 0.0,
        rudder=0.0 if flying else 0.5 * steering,
        aileron=-0.5 * seen.attitude.roll - 0.3 * seen.w_B.x,
        power=1.0,
        brake=1.0 if holding else 0.0,
        steering=0.0 if holding or flying else steering,
        flap=design.flap_launch,
        intent=float(intent),
    )
    return cockpit.memory._replace(phase_time=time), demand


def pitch_held(cockpit):
    """Elevator that carries the weight at the wanted pitch [rad]: trim of the design, pitch error, damping."""
    seen, d = cockpit.seen, cockpit.design
    pressure = 0.5 * seen.density * max(seen.airspeed, 15.0) ** 2
    lift = d.mass * GRAVITY / (pressure * d.area)
    alpha = (lift - d.lift_zero - d.lift_flap * d.flap_launch) / d.lift_slope
    trim = -(d.pitch_zero + d.pitch_slope * alpha + d.pitch_flap * d.flap_launch) / d.pitch_elevator
    acceleration = 4.0 * (1.5 * (PITCH - seen.attitude.pitch) - seen.w_B.y)
    return trim + acceleration * d.inertia_pitch / (pressure * d.area * d.chord * d.pitch_elevator)
