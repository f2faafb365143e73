"""From pilot settings, airframe and deck to the automatic pilot of a flight."""

import math

from flattop.engine import records
from flattop.engine.assemble.aerodynamics import aerodynamics_of
from flattop.engine.assemble.airframe import mass_properties
from flattop.engine.assemble.ship import place_record
from flattop.physics.sensing import navigation
from flattop.pilot.contract import Design
from flattop.pilot.launch import LaunchSettings
from flattop.pilot.loops import LoopGains
from flattop.pilot.recovery import RecoverySettings
from flattop.quantities.vectors import Vec3


def design_record(airframe, control, mass):
    """The model inside the autopilot: best estimates, gear down."""
    k, a, m = airframe.aerodynamics, aerodynamics_of(airframe), mass_properties(airframe, mass)
    main, tail = airframe.gear.main, airframe.geometry
    strike = math.atan2(main.z.si - tail.tail_z.si, main.x.si - tail.tail_x.si)
    return Design(
        mass=mass,
        inertia_roll=mass * m.radius2_xx,
        inertia_pitch=mass * m.radius2_yy,
        inertia_yaw=mass * m.radius2_zz,
        area=a.area,
        span=a.span,
        chord=a.chord,
        lift_zero=a.lift_zero,
        lift_slope=a.lift_slope,
        lift_flap=a.lift_flap,
        lift_maximum=k.lift_maximum.si,
        lift_maximum_flap=k.lift_maximum_flap.si,
        drag_zero=a.drag_zero + a.drag_gear,
        drag_flap=a.drag_flap,
        drag_induced=a.drag_induced,
        pitch_zero=a.pitch_zero,
        pitch_slope=a.pitch_slope,
        pitch_flap=a.pitch_flap,
        pitch_elevator=a.pitch_elevator,
        roll_aileron=a.roll_aileron,
        yaw_rudder=a.yaw_rudder,
        maximum_power=airframe.engine.maximum_power.si,
        propeller_efficiency=control.propeller_efficiency.si * airframe.propeller.profile_efficiency.si,
        tail_clearance=max(strike - control.strike_margin.si, control.strike_clearance_minimum.si),
        nose_clearance=math.atan2(main.z.si - airframe.gear.nose.z.si, airframe.gear.nose.x.si - main.x.si),
        wheel_z=main.z.si,
        flap_launch=airframe.controls.flap_launch.si,
        flap_recovery=airframe.controls.flap_recovery.si,
    )


def gains_record(pilot):
    """The inner loops' bandwidths."""
    c = pilot.control
    return LoopGains(
        attitude=c.attitude_bandwidth.si,
        rate=c.rate_bandwidth.si,
        yaw_rate=c.yaw_rate_bandwidth.si,
        integral=c.pitch_integral.si,
        airspeed=c.airspeed_bandwidth.si,
        airspeed_integral=c.airspeed_integral.si,
        vertical_speed=c.vertical_speed_bandwidth.si,
        height=c.height_bandwidth.si,
        height_integral=c.height_integral.si,
        bank_limit=c.bank_limit.si,
        lookahead=c.lookahead.si,
        turn=c.turn_gain.si,
        zoom_time=c.zoom_time.si,
        climb_share=c.climb_share.si,
        climb_share_growth=c.climb_share_growth.si,
        climb_share_minimum=c.climb_share_minimum.si,
        climb_slope_limit=c.climb_slope_limit.si,
        stall_margin=c.stall_margin.si,
        usable_lift=c.usable_lift.si,
        lift_minimum=c.lift_minimum.si,
        felt_lift_minimum=c.felt_lift_minimum.si,
        felt_lift_maximum=c.felt_lift_maximum.si,
        accelerometer_lag=c.accelerometer_lag.si,
        least_airspeed=c.least_airspeed.si,
        least_ground_speed=c.least_ground_speed.si,
        alpha_step=c.alpha_step.si,
        pitch_rate_limit=c.pitch_rate_limit.si,
        roll_rate_limit=c.roll_rate_limit.si,
        lean_limit=c.lean_limit.si,
        airspeed_error_limit=c.airspeed_error_limit.si,
        airspeed_integral_error=c.airspeed_integral_error.si,
        airspeed_integral_limit=c.airspeed_integral_limit.si,
        pitch_integral_error=c.pitch_integral_error.si,
        pitch_integral_limit=c.pitch_integral_limit.si,
        height_integral_error=c.height_integral_error.si,
        height_integral_limit=c.height_integral_limit.si,
        steering_lookahead=c.steering_lookahead.si,
        steering_least_speed=c.steering_least_speed.si,
        steering_lean_limit=c.steering_lean_limit.si,
        steering_gain=c.steering_gain.si,
        steering_damping=c.steering_damping.si,
        steering_speed=c.steering_speed.si,
        steering_limit=c.steering_limit.si,
        steering_rudder=c.steering_rudder.si,
        steering_rudder_limit=c.steering_rudder_limit.si,
    )


def launch_record(pilot):
    """Settings of the launch."""
    s = pilot.launch
    return LaunchSettings(
        hold_time=s.hold_time.si,
        rotation_speed_factor=s.rotation_speed_factor.si,
        climb_speed_factor=s.climb_speed_factor.si,
        minimum_speed_factor=s.minimum_speed_factor.si,
        minimum_speed_factor_ramp=s.minimum_speed_factor_ramp.si,
        rotation_pitch=s.rotation_pitch.si,
        decision_time=s.decision_time.si,
        reject_deceleration=s.reject_deceleration.si,
        rotation_lead=s.rotation_lead.si,
        acceleration_share=s.acceleration_share.si,
        stop_margin=s.stop_margin.si,
        push_over_limit=s.push_over_limit.si,
        pull_up_limit=s.pull_up_limit.si,
        bank_limit=s.bank_limit.si,
        pitch_minimum=s.pitch_minimum.si,
        pitch_maximum=s.pitch_maximum.si,
    )


def recovery_record(pilot):
    """Settings of the recovery."""
    s = pilot.recovery
    return RecoverySettings(
        glide_angle=s.glide_angle.si,
        approach_speed_factor=s.approach_speed_factor.si,
        pattern_height=s.pattern_height.si,
        pattern_width=s.pattern_width.si,
        pattern_length=s.pattern_length.si,
        flare_height=s.flare_height.si,
        flare_sink_rate=s.flare_sink_rate.si,
        compensation_time=s.compensation_time.si,
        compensation_lead=s.compensation_lead.si,
        compensation_freeze=s.compensation_freeze.si,
        align_time=s.align_time.si,
        waveoff_start=s.waveoff_start.si,
        waveoff_end=s.waveoff_end.si,
        waveoff_height=s.waveoff_height.si,
        waveoff_lateral=s.waveoff_lateral.si,
        waveoff_slow=s.waveoff_slow.si,
        waveoff_bank=s.waveoff_bank.si,
        waveoff_sink_rate=s.waveoff_sink_rate.si,
        touchdown_zone=s.touchdown_zone.si,
        braking_deceleration=s.braking_deceleration.si,
        stop_margin=s.stop_margin.si,
        brake_rate=s.brake_rate.si,
        pitch_minimum=s.pitch_minimum.si,
        pitch_maximum=s.pitch_maximum.si,
        strike_height=s.strike_height.si,
        derotation=s.derotation.si,
        bounce_height=s.bounce_height.si,
        bounce_speed=s.bounce_speed.si,
        aligned_bank=s.aligned_bank.si,
        align_gain=s.align_gain.si,
        align_rate=s.align_rate.si,
        least_closure=s.least_closure.si,
        compensation_fade=s.compensation_fade.si,
        waveoff_closure=s.waveoff_closure.si,
        waveoff_slack=s.waveoff_slack.si,
        waveoff_near=s.waveoff_near.si,
        join_height=s.join_height.si,
        join_aside=s.join_aside.si,
        clear_ahead=s.clear_ahead.si,
        clear_share=s.clear_share.si,
        clear_height=s.clear_height.si,
        height_error_limit=s.height_error_limit.si,
        descent_limit=s.descent_limit.si,
        climb_limit=s.climb_limit.si,
        acceleration_limit=s.acceleration_limit.si,
        lift_in_bank_limit=s.lift_in_bank_limit.si,
        rollout_pitch=s.rollout_pitch.si,
        rollout_elevator=s.rollout_elevator.si,
    )


def navigation_record(pilot):
    """The sensors without the errors that belong to one flight; those are drawn flight by flight."""
    n = pilot.navigation
    nothing = Vec3(0.0, 0.0, 0.0)
    return navigation.Navigation(
        position_bias=nothing,
        position_noise=n.position_noise.si,
        height_noise=n.height_noise.si,
        noise_time=n.noise_time.si,
        latency=n.latency.si,
        latency_known=n.latency.si,
        interval=n.interval.si,
        airspeed_bias=0.0,
        airspeed_noise=n.airspeed_noise.si,
        attitude_bias=nothing,
    )


def autopilot_record(scenario, mass):
    """The autopilot of a scenario."""
    pilot = scenario.pilot
    return records.Autopilot(
        gains=gains_record(pilot),
        launch=launch_record(pilot),
        recovery=recovery_record(pilot),
        design=design_record(scenario.airframe, pilot.control, mass),
        place=place_record(scenario.ship, scenario.mission),
        navigation=navigation_record(pilot),
    )
