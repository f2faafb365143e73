"""Engine and propeller: power against density, static thrust, the disc's cubic, fuel flow."""

import math

import pytest

from flattop.physics.body import propulsion
from flattop.physics.body.propulsion import available_power, fuel_flow, induced_velocity, propulsive_power, thrust

SEA_LEVEL = 1.225


def test_power_is_held_up_to_the_critical_altitude(engine):
    """In air as thick as at the critical altitude or thicker, all of it."""
    assert available_power(engine.critical_density, engine) == pytest.approx(engine.maximum_power)
    assert available_power(SEA_LEVEL, engine) == engine.maximum_power


@pytest.mark.parametrize(("share", "power"), [(1.0, 1.0), (0.8, 0.7736), (0.5, 0.434), (0.1166, 0.0)])
def test_gagg_and_ferrar(engine, share, power):
    """P/P0 = 1.132 s - 0.132 above it, to the four decimals given."""
    assert available_power(share * engine.critical_density, engine) / engine.maximum_power == pytest.approx(
        power, abs=1e-4
    )


def test_static_thrust(propeller):
    """T = (2 rho A)^(1/3) (FM P)^(2/3), an actuator disc at rest; to the 1e-9 of the cubic."""
    for power in (1e3, 30e3, 126e3):
        ideal = (2.0 * SEA_LEVEL * propeller.disc_area) ** (1 / 3) * (propeller.figure_of_merit * power) ** (2 / 3)
        assert thrust(power, 0.0, SEA_LEVEL, propeller) == pytest.approx(ideal, rel=1e-9)


def test_the_cubic_of_the_disc_is_solved():
    """v (V + v)^2 = P/(2 rho A) to 1e-9 over four decades of power and all airspeeds, also where both limits meet."""
    for power in (1.0, 100.0, 1e4, 1.3e5, 1e6):
        for airspeed in (0.0, 0.1, 1.0, 5.0, 15.0, 40.0, 100.0):
            v, c = induced_velocity(power, airspeed, SEA_LEVEL, math.pi), power / (2.0 * SEA_LEVEL * math.pi)
            assert v * (airspeed + v) ** 2 == pytest.approx(c, rel=1e-9)


def test_thrust_is_momentum_and_power_is_thrust_at_the_disc(propeller):
    """P = T (V + v) and T = 2 rho A v (V + v), without the windmill's drag."""
    still = propeller._replace(windmill_drag=0.0)
    power, V = 80e3, 30.0
    useful = propulsive_power(power, V, still)
    v = induced_velocity(useful, V, SEA_LEVEL, still.disc_area)
    assert thrust(power, V, SEA_LEVEL, still) * (V + v) == pytest.approx(useful, rel=1e-9)


def test_efficiency_in_flight_stays_below_the_profile_efficiency(propeller):
    """T V/P is the profile efficiency times V/(V + v): less than it, more the faster."""
    still = propeller._replace(windmill_drag=0.0)
    efficiency = [thrust(60e3, V, SEA_LEVEL, still) * V / 60e3 for V in (30.0, 40.0, 60.0, 80.0)]
    assert efficiency == sorted(efficiency)
    assert 0.5 < efficiency[0] < efficiency[-1] < still.profile_efficiency


def test_profile_losses_go_from_figure_of_merit_to_cruise(propeller):
    """At rest the figure of merit, from the blend speed on the profile efficiency."""
    assert propulsive_power(1.0, 0.0, propeller) == propeller.figure_of_merit
    assert propulsive_power(1.0, propulsion.PROFILE_BLEND_SPEED, propeller) == pytest.approx(
        propeller.profile_efficiency
    )
    assert propulsive_power(1.0, 100.0, propeller) == pytest.approx(propeller.profile_efficiency)


def test_thrust_falls_with_speed_and_brakes_at_idle(propeller):
    """Monotonic in the speed; without power the disc holds the aircraft back."""
    pulls = [thrust(100e3, V, SEA_LEVEL, propeller) for V in (0.0, 10.0, 20.0, 40.0, 80.0)]
    assert pulls == sorted(pulls, reverse=True)
    drag = 0.5 * SEA_LEVEL * 40.0**2 * propeller.disc_area * propeller.windmill_drag
    assert thrust(0.0, 40.0, SEA_LEVEL, propeller) == pytest.approx(-drag, rel=1e-3)  # 1 mW is left in the disc
    assert thrust(0.0, 0.0, SEA_LEVEL, propeller) == pytest.approx(0.0, abs=0.1)


def test_the_brake_goes_as_power_pays_for_it(propeller):
    """No brake once the power is what the unpowered disc takes from the air; below that the thrust rises without a step."""
    still = propeller._replace(windmill_drag=0.0)
    V = 40.0
    taken = 0.5 * SEA_LEVEL * V**3 * propeller.disc_area * propeller.windmill_drag
    powers = [share * taken / propeller.profile_efficiency for share in (0.0, 0.25, 0.5, 0.75, 1.0, 1.5)]
    pulls = [thrust(P, V, SEA_LEVEL, propeller) for P in powers]
    assert pulls == sorted(pulls)
    assert pulls[4:] == pytest.approx([thrust(P, V, SEA_LEVEL, still) for P in powers[4:]], rel=1e-12)
    assert thrust(60e3, 60.0, SEA_LEVEL, propeller) == thrust(60e3, 60.0, SEA_LEVEL, still)


def test_flying_backwards_counts_as_standing(propeller):
    """A tail wind at the start gives the static thrust and nothing undefined."""
    assert thrust(100e3, -5.0, SEA_LEVEL, propeller) == thrust(100e3, 0.0, SEA_LEVEL, propeller)


def test_fuel_flow_at_full_and_quarter_power(engine):
    """The stated consumption at full power, and its part-load factor times that at a quarter."""
    P0, b, k = engine.maximum_power, engine.fuel_consumption, engine.part_load_consumption
    assert fuel_flow(P0, engine) == pytest.approx(b * P0, rel=1e-14)
    assert fuel_flow(0.25 * P0, engine) == pytest.approx(k * b * 0.25 * P0, rel=1e-14)


def test_fuel_flow_is_a_straight_line(engine):
    """Willans' line: the same more fuel for the same more power, and some at idle."""
    P0 = engine.maximum_power
    low, middle, high = (fuel_flow(share * P0, engine) for share in (0.0, 0.5, 1.0))
    assert middle == pytest.approx(0.5 * (low + high), rel=1e-14)
    assert low > 0.0


def test_torque_is_power_over_speed(propeller):
    """P = M Omega."""
    assert propulsion.propeller_torque(48e3, propeller) == pytest.approx(200.0)
