"""Controls and engine, a frame later."""

from flattop.engine.records import Actuators
from flattop.physics.body import controls, propulsion
from flattop.quantities.elementary import clip
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import rotate_back


@physics
def actuators_after(body, actuators, air, demand, parameters, duration):
    """Controls and engine a frame later, following the demand."""
    airframe = parameters.airframe
    e, p, limits = airframe.engine, airframe.propeller, airframe.extremities
    forward = body.v_B.x - rotate_back(body.q_NB, air.wind_N).x
    wanted = clip(demand.power, e.idle_power, 1.0) * propulsion.available_power(air.density, e)
    power = actuators.shaft_power + (wanted - actuators.shaft_power) * duration / (e.power_lag + duration)
    shaft = max(power - e.electrical_load, 0.0)
    flap, brake = duration / limits.flap_time, limits.brake_rate * duration
    return Actuators(
        surfaces=controls.surfaces_after(
            actuators.surfaces, demand.elevator, demand.rudder, demand.aileron, airframe.controls, duration
        ),
        flap=actuators.flap + clip(demand.flap - actuators.flap, -flap, flap),
        brake=actuators.brake + clip(demand.brake - actuators.brake, -brake, brake),
        steering=clip(demand.steering, -limits.steering_limit, limits.steering_limit),
        shaft_power=power,
        thrust=propulsion.thrust(shaft, forward, air.density, p),
        torque=propulsion.propeller_torque(shaft, p),
        fuel_burnt=actuators.fuel_burnt + duration * propulsion.fuel_flow(power, e),
    )
