"""From an airframe of the catalogue to the record the lanes fly."""

import math

from flattop.engine import records
from flattop.engine.assemble.aerodynamics import aerodynamics_of
from flattop.physics.air.atmosphere import air_density
from flattop.physics.body import gear, propulsion
from flattop.physics.body.controls import SurfaceLimits
from flattop.quantities.vectors import Vec3


def leg_of(leg):
    """One leg of the gear in the form the physics takes."""
    return gear.Leg(
        x=leg.x.si,
        y=leg.y.si,
        z=leg.z.si,
        stroke=leg.stroke.si,
        preload=leg.preload.si,
        gas_length=leg.stroke.si / (1.0 - leg.preload.si / leg.full_load.si),
        compression_ease=1.0 / leg.damping_compression.si,
        extension_ease=1.0 / leg.damping_extension.si,
        tyre_stiffness=leg.tyre_stiffness.si,
        tyre_damping=leg.tyre_damping.si,
        tyre_side_stiffness=leg.tyre_lateral_stiffness.si,
        tyre_side_compliance=1.0 / leg.tyre_lateral_stiffness.si,
        tyre_relaxation_length=leg.tyre_relaxation_length.si,
        tyre_friction=leg.tyre_friction.si,
        rolling_resistance=leg.rolling_resistance.si,
        brake_force=leg.brake_force.si,
    )


def engine_of(airframe):
    """The engine, its electrical load counted at the shaft."""
    e = airframe.engine
    return propulsion.Engine(
        maximum_power=e.maximum_power.si,
        critical_density=air_density(e.critical_altitude.si, 0.0),
        power_lag=e.power_lag.si,
        idle_power=e.idle_power.si,
        fuel_consumption=e.fuel_consumption.si,
        part_load_consumption=e.part_load_consumption.si,
        electrical_load=e.electrical_load.si / e.generator_efficiency.si,
    )


def propeller_of(airframe):
    """The propeller."""
    p = airframe.propeller
    return propulsion.Propeller(
        disc_area=0.25 * math.pi * p.diameter.si**2,
        angular_speed=p.speed.si,
        figure_of_merit=p.figure_of_merit.si,
        profile_efficiency=p.profile_efficiency.si,
        windmill_drag=p.windmill_drag.si,
        x=p.x.si,
        z=p.z.si,
    )


def mass_properties(airframe, mass):
    """Mass and squared radii of gyration; the centre of gravity at the reference point."""
    m = airframe.mass
    r = m.reference_mass.si
    return records.MassProperties(
        mass=mass,
        radius2_xx=m.inertia_xx.si / r,
        radius2_yy=m.inertia_yy.si / r,
        radius2_zz=m.inertia_zz.si / r,
        radius2_xz=m.inertia_xz.si / r,
        centre_B=Vec3(0.0, 0.0, 0.0),
    )


def airframe_record(airframe, mass):
    """The airframe at a mass in the form the lanes fly it."""
    g, c = airframe.geometry, airframe.controls
    return records.Airframe(
        mass=mass_properties(airframe, mass),
        aerodynamics=aerodynamics_of(airframe),
        engine=engine_of(airframe),
        propeller=propeller_of(airframe),
        controls=SurfaceLimits(
            tail=c.ruddervator_limit.si, aileron=c.aileron_limit.si, lag=c.surface_lag.si, rate=c.surface_rate.si
        ),
        nose=leg_of(airframe.gear.nose),
        main=leg_of(airframe.gear.main),
        extremities=records.Extremities(
            tip_B=Vec3(g.tip_x.si, 0.5 * g.span.si, g.tip_z.si),
            tail_B=Vec3(g.tail_x.si, 0.0, g.tail_z.si),
            nose_load=airframe.gear.nose.limit_load.si,
            main_load=airframe.gear.main.limit_load.si,
            steering_limit=airframe.gear.nose.steering_limit.si,
            flap_time=c.flap_time.si,
            brake_rate=c.brake_rate.si,
        ),
    )
