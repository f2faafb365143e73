"""What a flight is judged by and ended at: limits of time, place and angle that belong to no airframe, ship or pilot."""

import math
from dataclasses import dataclass
from typing import Annotated

from flattop.quantities.ranges import Range, value_faults
from flattop.scenario.errors import UnusableLimitsError


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Limits of a flight, each an estimate with the range it may be set to; raises UnusableLimitsError with all problems.

    Heights are of the main wheels over the deck, places in ship axes.
    """

    launch_time: Annotated[
        float, Range(20.0, 600.0, "s", "time after which a launch that has not ended is counted as flying")
    ] = 60.0
    """Hold, run and climb take 15 to 30 s."""
    recovery_time: Annotated[
        float, Range(60.0, 3600.0, "s", "time after which a recovery that has not ended is counted as flying")
    ] = 700.0
    """Three approaches of 150 to 200 s each, with the way around."""
    launch_height: Annotated[
        float, Range(5.0, 200.0, "m", "height of the aircraft over the deck at which a climbing launch has succeeded")
    ] = 25.0
    """Clear of the ship and of its airwake."""
    alpha: Annotated[
        float,
        Range(math.radians(20.0), math.radians(60.0), "rad", "angle of attack, either way, the model is meant for"),
    ] = math.radians(35.0)
    """Beyond the stall, where lift and moments are still those of a wing."""
    stopped_speed: Annotated[float, Range(0.05, 2.0, "m/s", "speed over the deck below which it stands")] = 0.3
    """A slow walk; the brakes hold it from there."""
    stern_depth: Annotated[
        float, Range(0.15, 0.4, "m", "depth of the nose wheel below the deck at which it strikes the stern")
    ] = 0.25
    """A small wheel's radius: less climbs over the edge."""
    stern_reach: Annotated[
        float, Range(0.5, 2.0, "m", "distance ahead of the stern at which the nose wheel is first seen over the deck")
    ] = 1.0
    """The way of a frame, 0.8 m at 40 m/s, and a little."""
    stern_half_width: Annotated[
        float, Range(10.0, 60.0, "m", "distance from amidships within which passing the stern is seen")
    ] = 30.0
    """Half the breadth of the widest deck, and a little."""
    bottomed_strokes: Annotated[
        float, Range(1.0, 4.0, "1", "strokes of the main gear a point may be below the deck before the gear has failed")
    ] = 2.0
    """A bottomed strut and its tyre give no more than that; `stern_depth` comes on top."""
    side_height: Annotated[
        float, Range(0.2, 3.0, "m", "height up to which wheels beyond the deck's side have left it, not flown over it")
    ] = 1.0
    """A bounce is lower."""
    side_wheel_heights: Annotated[
        float,
        Range(1.0, 6.0, "1", "heights of the aircraft on its wheels, up to which it is beside the deck, not over it"),
    ] = 3.0
    """Counted from the wheels to the centre of gravity."""
    overrun_height: Annotated[
        float, Range(0.5, 5.0, "m", "height beyond the bow below which a run that was given up has left the deck")
    ] = 2.0
    """Rolling off leaves the wheels at deck height at first."""

    def __post_init__(self):
        if found := value_faults(self):
            raise UnusableLimitsError(found)
