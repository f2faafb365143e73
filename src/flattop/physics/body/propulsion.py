"""A turbocharged piston engine with a constant-speed propeller: power against height, thrust against speed, fuel flow.

Power lapses by Gagg and Ferrar's rule above the critical altitude [GaggFerrar1934]; thrust is that of an actuator disc
[McCormick1995, ch. 6] fed with the shaft power times a profile efficiency, which makes static and cruise thrust one law.
"""

from typing import Annotated, NamedTuple

from flattop.quantities.elementary import clip, exponential, logarithm
from flattop.quantities.kernel import physics

PROFILE_BLEND_SPEED = (
    30.0  # airspeed at which the propeller reaches its cruise profile efficiency [m/s]; estimate, 20 .. 40
)


class Engine(NamedTuple):
    """Power and consumption of the engine."""

    maximum_power: Annotated[float, "W"]
    critical_density: Annotated[float, "kg/m3"]
    power_lag: Annotated[float, "s"]
    idle_power: Annotated[float, "1"]
    fuel_consumption: Annotated[float, "kg/J"]
    part_load_consumption: Annotated[float, "1"]
    electrical_load: Annotated[float, "W"]


class Propeller(NamedTuple):
    """The propeller and where it stands."""

    disc_area: Annotated[float, "m2"]
    angular_speed: Annotated[float, "rad/s"]
    figure_of_merit: Annotated[float, "1"]
    profile_efficiency: Annotated[float, "1"]
    windmill_drag: Annotated[float, "1"]
    x: Annotated[float, "m"]
    z: Annotated[float, "m"]


@physics
def available_power(density, engine):
    """Greatest shaft power in air of a density [W].

    P = P0                        up to the critical altitude: in air no thinner than there on a standard day
    P = P0 (1.132 s - 0.132)      above, s the density ratio to the critical altitude     [GaggFerrar1934]
    """
    return engine.maximum_power * clip(1.132 * density / engine.critical_density - 0.132, 0.0, 1.0)


@physics
def propulsive_power(shaft_power, airspeed, propeller):
    """Power the propeller passes to the slipstream [W]: figure of merit at rest, profile efficiency in flight."""
    share = clip(airspeed / PROFILE_BLEND_SPEED, 0.0, 1.0)
    return shaft_power * (
        propeller.figure_of_merit + share * (propeller.profile_efficiency - propeller.figure_of_merit)
    )


@physics
def _nearer(v, V, c):
    """Newton's rule for v (V + v)^2 = c."""
    return v - (v * (V + v) * (V + v) - c) / ((V + v) * (V + 3.0 * v))


@physics
def induced_velocity(power, airspeed, density, disc_area):
    """Velocity the actuator disc adds to the air [m/s].

        P = T (V + v),  T = 2 rho A v (V + v)   ->   v (V + v)^2 = P / (2 rho A)       [McCormick1995, ch. 6]

    Newton's rule from the smaller of the two limits c^(1/3) at rest and c/V^2 at speed, both above the root, where it
    converges without overshoot; five rounds reach 1e-12.
    """
    c = max(power, 1e-3) / (2.0 * density * disc_area)
    V = max(airspeed, 0.0)
    v = min(exponential(logarithm(c) / 3.0), c / max(V * V, 1e-6))
    v = _nearer(_nearer(_nearer(_nearer(_nearer(v, V, c), V, c), V, c), V, c), V, c)
    return v


@physics
def thrust(shaft_power, airspeed, density, propeller):
    """Thrust of the propeller [N], negative when the engine idles and the disc brakes the air.

        T = 2 rho A v (V + v) - max(D - P/V, 0),   D = 1/2 rho V^2 A CD

    The drag D of the disc without power counts as far as the power P does not pay for it; own rule, docs/theory/propulsion.

    shaft_power  [W], >= 0 ; airspeed along the shaft [m/s] ; density [kg/m3]
    """
    V = max(airspeed, 0.0)
    P = propulsive_power(shaft_power, V, propeller)
    v = induced_velocity(P, V, density, propeller.disc_area)
    pull = 2.0 * density * propeller.disc_area * v * (V + v)
    unpowered = 0.5 * density * V * V * propeller.disc_area * propeller.windmill_drag
    return pull - max(unpowered - P / max(V, 1e-3), 0.0)


@physics
def fuel_flow(shaft_power, engine):
    """Mass of fuel burnt in a unit of time [kg/s].

        m' = b P (1 + (k - 1) (P0/P - 1)/3)        a Willans line: straight in the power          [Heywood1988, ch. 13]

    The specific consumption is b at full power and k b at a quarter of it.
    """
    P, P0 = shaft_power, engine.maximum_power
    return engine.fuel_consumption * (P + (engine.part_load_consumption - 1.0) * (P0 - P) / 3.0)


@physics
def propeller_torque(shaft_power, propeller):
    """Torque the propeller takes from the engine and the airframe must hold [N m]."""
    return shaft_power / propeller.angular_speed
