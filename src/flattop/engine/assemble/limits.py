"""From the limits a scenario states to those its flights are judged by."""

from flattop.engine import records


def limits_record(scenario):
    """The limits of a scenario; how many approaches may be given up is a setting of its pilot."""
    limits = scenario.limits
    return records.Limits(
        time=limits.launch_time if scenario.mission == "launch" else limits.recovery_time,
        launch_height=limits.launch_height,
        alpha=limits.alpha,
        stopped_speed=limits.stopped_speed,
        attempts=scenario.pilot.recovery.maximum_attempts.si,
        stern_depth=limits.stern_depth,
        stern_reach=limits.stern_reach,
        stern_half_width=limits.stern_half_width,
        bottomed_strokes=limits.bottomed_strokes,
        side_height=limits.side_height,
        side_wheel_heights=limits.side_wheel_heights,
        overrun_height=limits.overrun_height,
    )
