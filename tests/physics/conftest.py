"""Round-numbered aircraft, gear, deck and air for the tests of physics; nothing here is a claim about a real one."""

import math

import pytest

from flattop.physics.air.airwake import Airwake
from flattop.physics.body.aerodynamics import Aerodynamics
from flattop.physics.body.gear import Leg
from flattop.physics.body.propulsion import Engine, Propeller
from flattop.physics.ship.deck import Deck


@pytest.fixture
def wing() -> Aerodynamics:
    """Coefficients of a slender-winged aircraft of 14 m span; every sign as the conventions ask."""
    return Aerodynamics(
        area=15.0, span=14.0, chord=1.07, wing_z=-0.3,
        lift_zero=0.4, lift_slope=5.6, lift_pitch_rate=6.0, lift_elevator=0.4, lift_flap=0.75,
        stall_angle=0.25, stall_angle_flap=0.2, stall_angle_negative=-0.3,
        drag_zero=0.033, drag_gear=0.015, drag_flap=0.05, drag_induced=0.03, drag_sideslip=0.2, drag_broadside=1.35,
        pitch_zero=0.05, pitch_slope=-0.7, pitch_rate=-15.0, pitch_elevator=-1.5, pitch_flap=-0.01, pitch_stalled=0.8,
        side_sideslip=-0.3, side_roll_rate=-0.03, side_yaw_rate=0.2, side_rudder=-0.2,
        roll_sideslip=-0.04, roll_sideslip_lift=-0.01, roll_roll_rate=-0.7, roll_yaw_rate_lift=0.2,
        roll_aileron=0.26, roll_rudder=0.002,
        yaw_sideslip=0.05, yaw_roll_rate_lift=-0.14, yaw_yaw_rate=-0.06, yaw_aileron_lift=-0.01, yaw_rudder=0.07,
    )  # fmt: skip


@pytest.fixture
def leg() -> Leg:
    """A main leg that carries 640 kg at rest."""
    return Leg(
        x=-0.3, y=1.25, z=1.45, stroke=0.28, preload=1600.0, gas_length=0.305,
        compression_ease=1.0 / 2300.0, extension_ease=1.0 / 6900.0, tyre_stiffness=310e3, tyre_damping=1400.0,
        tyre_side_stiffness=160e3, tyre_side_compliance=1.0 / 160e3, tyre_relaxation_length=0.26,
        tyre_friction=0.6, rolling_resistance=0.025, brake_force=1800.0,
    )  # fmt: skip


@pytest.fixture
def engine() -> Engine:
    """A turbocharged engine of 126 kW."""
    return Engine(
        maximum_power=126e3, critical_density=0.66, power_lag=0.8, idle_power=0.04,
        fuel_consumption=6e-8, part_load_consumption=1.15, electrical_load=3e3,
    )  # fmt: skip


@pytest.fixture
def propeller() -> Propeller:
    """A propeller of 2 m diameter."""
    return Propeller(
        disc_area=math.pi, angular_speed=240.0, figure_of_merit=0.75, profile_efficiency=0.83,
        windmill_drag=0.1, x=-1.75, z=-0.15,
    )  # fmt: skip


@pytest.fixture
def ship_deck() -> Deck:
    """A deck of 200 m by 30 m, 16 m high, with a ramp of 12 degrees on its port side, a round-down and an island."""
    ramp, length = math.radians(12.0), 50.0
    return Deck(
        height=16.0, stern_x=-100.0, bow_x=100.0, port_y=-15.0, starboard_y=15.0,
        taper_x=80.0, taper_port=0.25, taper_starboard=0.5,
        round_down_start_x=-97.0, round_down_curvature=1.0 / 3.0,
        ramp_start_x=100.0 - length, ramp_curvature=math.sin(ramp) / length, ramp_port_y=-15.0, ramp_starboard_y=0.0,
        island_aft_x=-20.0, island_forward_x=40.0, island_inner_y=8.0, island_outer_y=14.0, island_height=20.0,
        touchdown_x=-60.0, strip_y=-5.0, strip_cos=math.cos(-0.1), strip_sin=math.sin(-0.1), strip_width=20.0,
    )  # fmt: skip


@pytest.fixture
def wake() -> Airwake:
    """The airwake of that deck, pitching one degree at 0.6 rad/s."""
    return Airwake(
        deficit=0.1, length=60.0, upwash=0.05, turbulence=0.05, stern_x=-100.0, bow_x=100.0, half_width=15.0,
        deck_height=16.0, pitch_amplitude=math.radians(1.0), pitch_frequency=0.6,
    )  # fmt: skip
