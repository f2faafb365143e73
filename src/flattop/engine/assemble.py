"""From catalogue to records: the only place that knows both, and where best values or drawn ones become numbers in SI."""

import math
from functools import lru_cache
from typing import Any

from flattop.catalogue import Airframe as CatalogueAirframe
from flattop.engine import condition as conditions
from flattop.engine import records
from flattop.engine.sea import pitch_statistics
from flattop.physics import aerodynamics, airwake, deck, gear, navigation, propulsion, wind
from flattop.physics.atmosphere import air_density
from flattop.physics.controls import SurfaceLimits
from flattop.pilot.knowledge import Design, Place
from flattop.pilot.launch import LaunchSettings
from flattop.pilot.loops import LoopGains
from flattop.pilot.recovery import RecoverySettings
from flattop.quantities.vectors import Vec3

SEA_ROUGHNESS = 5e-4  # aerodynamic roughness of the open sea [m]; estimate, 1e-4 .. 1e-3
TWENTY_FEET = 6.096  # height the intensity of turbulence refers to [m]
OVER_DECK = 5.0  # height over the deck of the wind the airwake is scaled with [m]
WIND_REFERENCE_HEIGHT = 10.0  # height the wind over deck is stated for [m]
FLAP_TIME = 6.0  # time of the flaps over their whole travel [s]; estimate, 3 .. 10
FAR = 1.0e4  # where a missing ramp or island is put, beyond any deck [m]


def _values(section, record, **others):
    """A record filled from a catalogue section's quantities of the same names, in SI."""
    named = {name: getattr(section, name).si for name in record._fields if name not in others}
    return record(**named, **others)


def lift_of(alpha, flap, a):
    """Lift coefficient out of ground effect at rest of the controls; for solving the stall angle."""
    air = aerodynamics.AirVelocity(30.0, alpha, math.sin(alpha), math.cos(alpha), 0.0, 0.0, 0.0, 0.0)
    c = aerodynamics.Configuration(0.0, 0.0, 0.0, flap, 1.0)
    return aerodynamics.coefficients(air, c, 1.0, a).lift


def greatest_lift(flap, a, sign=1.0):
    """Greatest lift coefficient, up or down, over the angles of attack around the stall."""
    from scipy.optimize import minimize_scalar

    middle = a.stall_angle_negative if sign < 0.0 else a.stall_angle + flap * (a.stall_angle_flap - a.stall_angle)
    found: Any = minimize_scalar(
        lambda x: -sign * lift_of(x, flap, a),
        bounds=(middle - 0.15, middle + 0.05),
        method="bounded",
        options={"xatol": 1e-4},
    )
    return -sign * found.fun


def with_stall_angles(a, lift_maximum, lift_maximum_flap, lift_minimum):
    """The coefficients with the stall angles that make the greatest lift what the catalogue states."""
    from scipy.optimize import brentq

    def solved(name, flap, target, sign, low, high):
        return brentq(lambda x: greatest_lift(flap, a._replace(**{name: x}), sign) - target, low, high, xtol=1e-5)

    a = a._replace(stall_angle=solved("stall_angle", 0.0, lift_maximum, 1.0, 0.02, 0.55))
    a = a._replace(stall_angle_flap=solved("stall_angle_flap", 1.0, lift_maximum_flap, 1.0, 0.02, 0.55))
    return a._replace(stall_angle_negative=solved("stall_angle_negative", 0.0, lift_minimum, -1.0, -0.55, -0.02))


def aerodynamics_of(airframe: CatalogueAirframe):
    """Aerodynamic coefficients of an airframe in the form the physics takes; solved once for each set of numbers."""
    return _solved(airframe)  # pyright: ignore[reportArgumentType]: frozen models are hashable, which pydantic does not declare


@lru_cache(maxsize=256)
def _solved(airframe):
    k, g = airframe.aerodynamics, airframe.geometry
    ratio = g.span.si**2 / g.wing_area.si
    a = _values(
        k,
        aerodynamics.Aerodynamics,
        area=g.wing_area.si,
        span=g.span.si,
        chord=g.mean_chord.si,
        wing_z=g.wing_z.si,
        stall_angle=0.25,
        stall_angle_flap=0.2,
        stall_angle_negative=-0.25,
        drag_induced=1.0 / (math.pi * ratio * k.oswald.si),
        drag_broadside=1.11 + 0.018 * ratio,  # [Viterna1982], aspect ratio up to 50
    )
    return with_stall_angles(a, k.lift_maximum.si, k.lift_maximum_flap.si, k.lift_minimum.si)


def leg_of(leg):
    """One leg of the gear in the form the physics takes."""
    return _values(
        leg,
        gear.Leg,
        gas_length=leg.stroke.si / (1.0 - leg.preload.si / leg.full_load.si),
        compression_ease=1.0 / leg.damping_compression.si,
        extension_ease=1.0 / leg.damping_extension.si,
        tyre_side_stiffness=leg.tyre_lateral_stiffness.si,
        tyre_side_compliance=1.0 / leg.tyre_lateral_stiffness.si,
    )


def engine_of(airframe):
    """The engine, its electrical load counted at the shaft."""
    e = airframe.engine
    return _values(
        e,
        propulsion.Engine,
        critical_density=air_density(e.critical_altitude.si, 0.0),
        electrical_load=e.electrical_load.si / e.generator_efficiency.si,
    )


def propeller_of(airframe):
    """The propeller."""
    p = airframe.propeller
    area = 0.25 * math.pi * p.diameter.si**2
    return _values(p, propulsion.Propeller, disc_area=area, angular_speed=p.speed.si)


def mass_properties(airframe, mass):
    """Mass and squared radii of gyration; the centre of gravity at the reference point."""
    m = airframe.mass
    r = m.reference_mass.si
    return records.MassProperties(
        mass, m.inertia_xx.si / r, m.inertia_yy.si / r, m.inertia_zz.si / r, m.inertia_xz.si / r, Vec3(0.0, 0.0, 0.0)
    )


def airframe_record(airframe, mass):
    """The airframe at a mass in the form the lanes fly it."""
    g, c = airframe.geometry, airframe.controls
    return records.Airframe(
        mass=mass_properties(airframe, mass),
        aerodynamics=aerodynamics_of(airframe),
        engine=engine_of(airframe),
        propeller=propeller_of(airframe),
        controls=SurfaceLimits(c.ruddervator_limit.si, c.aileron_limit.si, c.surface_lag.si, c.surface_rate.si),
        nose=leg_of(airframe.gear.nose),
        main=leg_of(airframe.gear.main),
        extremities=records.Extremities(
            tip_B=Vec3(g.tip_x.si, 0.5 * g.span.si, g.tip_z.si),
            tail_B=Vec3(g.tail_x.si, 0.0, g.tail_z.si),
            nose_load=airframe.gear.nose.limit_load.si,
            main_load=airframe.gear.main.limit_load.si,
            steering_limit=airframe.gear.nose.steering_limit.si,
            flap_time=FLAP_TIME,
        ),
    )


def _taper(d, half_width):
    """Metres the deck's edge moves inwards per metre towards a tapered bow."""
    if d.bow_half_width is None or d.bow_taper_x is None:
        return 0.0
    return max(half_width - d.bow_half_width.si, 0.0) / (d.bow_x.si - d.bow_taper_x.si)


def deck_record(ship):
    """The flight deck; a missing ramp or island lies far beyond the bow."""
    d, s, r, i = ship.deck, ship.strip, ship.ramp, ship.island
    return deck.Deck(
        height=d.height.si,
        stern_x=d.stern_x.si,
        bow_x=d.bow_x.si,
        port_y=d.port_y.si,
        starboard_y=d.starboard_y.si,
        taper_x=d.bow_taper_x.si if d.bow_taper_x else FAR,
        taper_port=_taper(d, -d.port_y.si),
        taper_starboard=_taper(d, d.starboard_y.si),
        round_down_start_x=d.stern_x.si + d.round_down_radius.si,
        round_down_curvature=1.0 / d.round_down_radius.si if d.round_down_radius.si > 0.0 else 0.0,
        ramp_start_x=r.start_x.si if r else FAR,
        ramp_curvature=math.sin(r.angle.si) / r.length.si if r else 0.0,
        ramp_port_y=r.port_y.si if r else 0.0,
        ramp_starboard_y=r.starboard_y.si if r else 0.0,
        island_aft_x=i.aft_x.si if i else FAR,
        island_forward_x=i.forward_x.si if i else FAR,
        island_inner_y=i.inner_y.si if i else FAR,
        island_outer_y=i.outer_y.si if i else FAR,
        island_height=i.height.si if i else 0.0,
        touchdown_x=s.touchdown_x.si,
        strip_y=s.centre_y.si,
        strip_cos=math.cos(-s.angle.si),
        strip_sin=math.sin(-s.angle.si),
        strip_width=s.clear_width.si,
    )


def place_record(ship, mission):
    """The deck as the pilot knows it; a launch follows its own line."""
    d = deck_record(ship)
    if mission == "launch":
        d = d._replace(strip_y=ship.strip.launch_y.si, strip_cos=1.0, strip_sin=0.0)
    return Place(
        d.touchdown_x,
        d.strip_y,
        d.strip_cos,
        d.strip_sin,
        d.height,
        d.bow_x,
        d.stern_x,
        ship.ramp.angle.si if ship.ramp else 0.0,
    )


def airwake_record(scenario):
    """The ship's airwake, its swing tuned to the ship's pitching in this sea; none over a runway."""
    ship = scenario.ship
    d = ship.deck
    length = d.bow_x.si - d.stern_x.si
    amplitude, frequency = pitch_statistics(scenario)
    air = ship.air if ship.air and ship.air.grid is None else None  # a gridded airwake takes its place
    return airwake.Airwake(
        deficit=air.burble_deficit.si if air else 0.0,
        length=(air.burble_length.si if air else 1.0) * length,
        upwash=air.burble_upwash.si if air else 0.0,
        turbulence=air.burble_turbulence.si if air else 0.0,
        stern_x=d.stern_x.si,
        bow_x=d.bow_x.si,
        half_width=0.5 * (d.starboard_y.si - d.port_y.si),
        deck_height=d.height.si,
        pitch_amplitude=amplitude,
        pitch_frequency=frequency,
    )


def weather_record(scenario):
    """The air of a scenario."""
    c = scenario.condition
    north, east = conditions.true_wind(scenario)
    log_reference = math.log(WIND_REFERENCE_HEIGHT / SEA_ROUGHNESS)
    mean = wind.MeanWind(north, east, log_reference, SEA_ROUGHNESS, conditions.ship_speed_of(scenario))
    low = wind.wind_profile(TWENTY_FEET, log_reference, SEA_ROUGHNESS)
    return records.Weather(
        wind=mean,
        wind_at_20_feet=low * math.hypot(north, east),
        over_deck_N=wind.mean_wind_N(scenario.ship.deck.height.si + OVER_DECK, mean),
        airwake=airwake_record(scenario),
        wake_phase=0.0,
        turbulence_factor=c.turbulence,
        temperature_offset=c.temperature_offset,
    )


def design_record(airframe, mass):
    """The model inside the autopilot: best estimates, gear down."""
    k, a, m = airframe.aerodynamics, aerodynamics_of(airframe), mass_properties(airframe, mass)
    main, tail = airframe.gear.main, airframe.geometry
    rear = main.x.si - tail.tail_x.si
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
        propeller_efficiency=0.85
        * airframe.propeller.profile_efficiency.si,  # 0.85: ideal efficiency of the disc at approach
        tail_clearance=max(math.atan2(main.z.si - tail.tail_z.si, rear) - 0.02, 0.05),
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


def crew_record(scenario, mass):
    """The autopilot of a scenario."""
    pilot = scenario.pilot
    return records.Crew(
        gains=gains_record(pilot),
        launch=_values(pilot.launch, LaunchSettings),
        recovery=_values(pilot.recovery, RecoverySettings),
        design=design_record(scenario.airframe, mass),
        place=place_record(scenario.ship, scenario.mission),
        navigation=navigation_record(pilot),
    )


def parameters_of(scenario):
    """Everything the flights of a scenario are flown with, before the draws of each flight."""
    mass = conditions.mass_of(scenario)
    time = 60.0 if scenario.mission == "launch" else 700.0
    return records.Parameters(
        airframe=airframe_record(scenario.airframe, mass),
        deck=deck_record(scenario.ship),
        weather=weather_record(scenario),
        crew=crew_record(scenario, mass),
        limits=records.Limits(time=time, launch_height=25.0, alpha=math.radians(35.0), stopped_speed=0.3),
    )
