"""How a launch begins: standing on its gear, brakes held, on the ship as it moves."""

import math

import numpy as np

from flattop.engine.begin.fresh import NOTHING, actuators_at, flight_begun, moving_at
from flattop.engine.frame.motion import GRAVITY_N
from flattop.engine.layout import column_of
from flattop.engine.records import Flight
from flattop.physics.air import atmosphere
from flattop.physics.air.wind import mean_wind_N
from flattop.physics.body.rigid_body import State
from flattop.physics.ship.deck import deck_surface
from flattop.physics.ship.ship_motion import ShipMotion, ship_pose
from flattop.pilot.launch import HOLD
from flattop.quantities.compilation import compiled_alone
from flattop.quantities.vectors import Quaternion, Vec3, cross, product, quaternion, rotate, rotate_back


def settled_stroke(load, leg):
    """Compression of a strut under a steady load [m]: where the gas spring balances it."""
    return min(max(leg.gas_length * (1.0 - leg.preload / max(load, leg.preload)), 0.0), leg.stroke)


def static_loads(airframe):
    """Loads on the nose wheel and on each main wheel of an aircraft that stands [N], by moments about the main axle."""
    weight = airframe.mass.mass * GRAVITY_N.z
    on_nose = weight * -airframe.main.x / (airframe.nose.x - airframe.main.x)
    return on_nose, 0.5 * (weight - on_nose)


def launch_start(parameters, x, y):
    """A flight standing at (x, y) of the deck, settled on its gear, brakes held, engine idling."""
    airframe, d = parameters.airframe, parameters.deck
    on_nose, on_main = static_loads(airframe)
    base = airframe.nose.x - airframe.main.x
    sink = {}
    for name, leg, load in (("nose", airframe.nose, on_nose), ("main", airframe.main, on_main)):
        sink[name] = settled_stroke(load, leg), load / leg.tyre_stiffness
    nose_z, main_z = airframe.nose.z - sum(sink["nose"]), airframe.main.z - sum(sink["main"])
    pitch = math.atan2(nose_z - main_z, base)
    z = deck_surface(x, y, d).down - (main_z * airframe.nose.x - nose_z * airframe.main.x) / base
    q_NB = quaternion(0.0, pitch, 0.0)
    body = State(Vec3(x, y, z), q_NB, NOTHING, NOTHING)
    moving = moving_at(body, Vec3(on_nose, on_main, on_main), nose=sink["nose"][0], main=sink["main"][0])
    density = atmosphere.air_density(d.height, parameters.weather.temperature_offset)
    wind_N = mean_wind_N(d.height + 2.0, parameters.weather.wind)
    power = airframe.engine.idle_power * airframe.engine.maximum_power
    actuators = actuators_at(0.0, parameters.autopilot.design.flap_launch, 1.0, power)
    return flight_begun(moving, actuators, wind_N, density, HOLD, NOTHING, 0.0)


def launch_place(scenario):
    """Where a launch begins, x and y in S [m]."""
    strip, run = scenario.ship.strip, scenario.condition.run
    x = strip.launch_x.si if run is None else scenario.ship.deck.bow_x.si - run
    return x, strip.launch_y.si


@compiled_alone
def carry(states, motions):
    """Bodies that stand on a ship at rest, carried along with the moving ship, in place.

    states  place, attitude, velocity and angular rate, (flights, 13);  motions  of the ship, (flights, 12)
    """
    for i in range(states.shape[0]):
        b, m = states[i], motions[i]
        p_S, q_SB = Vec3(b[0], b[1], b[2]), Quaternion(b[3], b[4], b[5], b[6])
        nothing = Vec3(0.0, 0.0, 0.0)
        place, angle, rate = Vec3(m[0], m[1], m[2]), Vec3(m[3], m[4], m[5]), Vec3(m[9], m[10], m[11])
        pose = ship_pose(ShipMotion(place, angle, Vec3(m[6], m[7], m[8]), rate, nothing, nothing))
        p_N, q_NB = pose.p_N + rotate(pose.q_NS, p_S), product(pose.q_NS, q_SB)
        v_B = rotate_back(q_NB, pose.v_N + rotate(pose.q_NS, cross(pose.w_S, p_S)))
        w_B = rotate_back(q_SB, pose.w_S)
        b[0], b[1], b[2], b[3], b[4], b[5], b[6] = p_N.x, p_N.y, p_N.z, q_NB.w, q_NB.x, q_NB.y, q_NB.z
        b[7], b[8], b[9], b[10], b[11], b[12] = v_B.x, v_B.y, v_B.z, w_B.x, w_B.y, w_B.z


def set_on_ship(rows, motions):
    """Flights' rows that stand on a ship at rest, put on the moving ship, in place; motions of the ship (flights, 12)."""
    body = slice(column_of(Flight, "moving.body.p_N.x"), column_of(Flight, "moving.body.w_B.z") + 1)
    states = np.ascontiguousarray(rows[:, body])
    carry(states, motions)
    rows[:, body] = states
