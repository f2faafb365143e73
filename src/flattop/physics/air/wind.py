"""The mean wind over the sea and over a moving deck."""

from typing import Annotated, NamedTuple

from flattop.quantities.elementary import clip, logarithm
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3


class MeanWind(NamedTuple):
    """True wind at the reference height as a vector (towards), and the ship's speed along its course (x of N).

    The reference height enters as ln(r/z0), r the height and z0 the roughness.
    """

    north: Annotated[float, "m/s"]
    east: Annotated[float, "m/s"]
    log_reference: Annotated[float, "1"]
    roughness: Annotated[float, "m"]
    ship_speed: Annotated[float, "m/s"]


@physics
def wind_profile(height, log_reference, roughness):
    """Share of the reference wind at a height [1].

        U(h)/U(r) = ln(h/z0) / ln(r/z0)              [Stull1988, sec. 9.7]

    log_reference  ln(r/z0), r the reference height [1]
    roughness      z0, 1e-4 .. 1e-3 m over open sea [m]

    Held above 300 m, where the surface layer has ended.
    """
    h = clip(height, 2.0 * roughness, 300.0)
    return logarithm(h / roughness) / log_reference


@physics
def mean_wind_N(height, wind):
    """Mean wind in N, which moves with the ship: the true wind at this height less the ship's velocity [m/s].

    height  above the calm sea [m]
    """
    share = wind_profile(height, wind.log_reference, wind.roughness)
    return Vec3(share * wind.north - wind.ship_speed, share * wind.east, 0.0)
