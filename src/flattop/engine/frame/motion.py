"""One step of one flight: air, engine, gear and gravity on the body, the deck moving below it."""

from typing import Annotated, NamedTuple

from flattop.engine.records import Moving
from flattop.physics.body import controls, gear
from flattop.physics.body.aerodynamics import Configuration, aerodynamic_loads
from flattop.physics.body.rigid_body import (
    Acceleration,
    Inertia,
    Loads,
    advanced,
    rigid_body_rates,
    sum_of_loads,
)
from flattop.physics.ship import deck
from flattop.physics.ship.ship_motion import motion_after, ship_pose
from flattop.quantities.constants import STANDARD_GRAVITY
from flattop.quantities.elementary import sine_and_cosine
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3, conjugate, cross, dot, product, rotate, rotate_back

GRAVITY_N = Vec3(0.0, 0.0, STANDARD_GRAVITY)  # standard gravity [m/s2], 3rd CGPM (1901)
NO_ROTATION = Vec3(0.0, 0.0, 0.0)  # the sea is flat and at rest: deck work lasts minutes


@physics
def inertia_now(mass, m):
    """Mass and moments of inertia at constant radii of gyration."""
    return Inertia(mass, mass * m.radius2_xx, mass * m.radius2_yy, mass * m.radius2_zz, mass * m.radius2_xz)


@physics
def propeller_loads(thrust, torque, p, centre_B):
    """Thrust along the body's x axis at the propeller, and the reaction to its torque (right-hand turning, seen from behind)."""
    force_B = Vec3(thrust, 0.0, 0.0)
    arm_B = Vec3(p.x - centre_B.x, -centre_B.y, p.z - centre_B.z)
    return Loads(force_B, cross(arm_B, force_B) + Vec3(-torque, 0.0, 0.0))


class BodyOnShip(NamedTuple):
    """The body seen from the ship: place, axes (the body's x, y, z in S), velocity and angular rate relative to the deck, in S."""

    p_S: Annotated[Vec3, "m"]
    x_S: Annotated[Vec3, "1"]
    y_S: Annotated[Vec3, "1"]
    z_S: Annotated[Vec3, "1"]
    v_S: Annotated[Vec3, "m/s"]
    w_S: Annotated[Vec3, "rad/s"]


@physics
def body_on_ship(body, pose):
    """The body as it is seen from a ship in a pose."""
    q_SB = product(conjugate(pose.q_NS), body.q_NB)
    p_S = rotate_back(pose.q_NS, body.p_N - pose.p_N)
    v_S = rotate(q_SB, body.v_B) - rotate_back(pose.q_NS, pose.v_N) - cross(pose.w_S, p_S)
    x_S, y_S, z_S = (
        rotate(q_SB, Vec3(1.0, 0.0, 0.0)),
        rotate(q_SB, Vec3(0.0, 1.0, 0.0)),
        rotate(q_SB, Vec3(0.0, 0.0, 1.0)),
    )
    w = body.w_B
    w_S = w.x * x_S + w.y * y_S + w.z * z_S - pose.w_S
    return BodyOnShip(p_S, x_S, y_S, z_S, v_S, w_S)


@physics
def leg_contact(arm_S, heading_S, view, d):
    """How one wheel meets the deck, and the deck's axes at it: along the wheel, across it, out of the deck."""
    point_S = view.p_S + arm_S
    below = deck.deck_surface(point_S.x, point_S.y, d)
    normal_S = deck.surface_normal(below.slope)
    velocity_S = view.v_S + cross(view.w_S, arm_S)
    along_S, across_S = gear.wheel_axes(heading_S, normal_S)
    contact = gear.Contact(
        depth=(below.down - point_S.z) * normal_S.z,
        closing_speed=-dot(velocity_S, normal_S),
        rolling_speed=dot(velocity_S, along_S),
        slip_speed=dot(velocity_S, across_S),
    )
    return contact, along_S, across_S, normal_S


@physics
def leg_loads(leg, state, side, brake, steering, view, centre_B, d, duration):
    """Loads of one leg on the body, and the leg a step later.

    side  +1 for a leg as given (right), -1 for its mirror image
    view  the body seen from the ship, from `body_on_ship`
    """
    x_S, y_S, z_S = view.x_S, view.y_S, view.z_S
    r_B = Vec3(leg.x - centre_B.x, side * leg.y - centre_B.y, leg.z - centre_B.z)
    arm_S = r_B.x * x_S + r_B.y * y_S + r_B.z * z_S
    s, c = sine_and_cosine(steering)
    contact, along_S, across_S, normal_S = leg_contact(arm_S, c * x_S + s * y_S, view, d)
    f = gear.wheel_force(contact, state, brake, leg)
    force_S = f.normal * normal_S + f.along * along_S + f.across * across_S
    force_B = Vec3(dot(force_S, x_S), dot(force_S, y_S), dot(force_S, z_S))
    touching_B = Vec3(r_B.x, r_B.y, r_B.z - min(max(contact.depth, 0.0), leg.stroke))
    after = gear.leg_after(state, contact, f.normal, brake, leg, duration)
    return Loads(force_B, cross(touching_B, force_B)), after, f.normal


@physics
def air_loads(body, actuators, air, airframe):
    """Loads of the air and the propeller."""
    s, centre_B = actuators.surfaces, airframe.mass.centre_B
    flown = aerodynamic_loads(
        body.v_B - rotate_back(body.q_NB, air.wind_N),
        body.w_B - air.gust_rate_B,
        Configuration(controls.elevator(s), s.aileron, controls.rudder(s), actuators.flap, 1.0),
        air.density,
        air.downwash,
        -centre_B,
        airframe.aerodynamics,
    )
    return sum_of_loads(flown, propeller_loads(actuators.thrust, actuators.torque, airframe.propeller, centre_B))


@physics
def gear_loads(moving, actuators, ship, parameters, since_frame, duration):
    """Loads of the three legs on the body, the legs a step later, and their normal forces."""
    airframe, d = parameters.airframe, parameters.deck
    view = body_on_ship(moving.body, ship_pose(motion_after(ship, since_frame)))
    c, brake, steering = airframe.mass.centre_B, actuators.brake, actuators.steering
    nose, nose_after, on_nose = leg_loads(airframe.nose, moving.nose, 1.0, 0.0, steering, view, c, d, duration)
    left, left_after, on_left = leg_loads(airframe.main, moving.left, -1.0, brake, 0.0, view, c, d, duration)
    right, right_after, on_right = leg_loads(airframe.main, moving.right, 1.0, brake, 0.0, view, c, d, duration)
    loads = sum_of_loads(nose, sum_of_loads(left, right))
    return loads, nose_after, left_after, right_after, Vec3(on_nose, on_left, on_right)


@physics
def body_after(body, before, loads, actuators, airframe, since_frame, duration):
    """The body a step later under the loads and its weight, its acceleration now, and what its accelerometers feel: force over mass."""
    inertia = inertia_now(airframe.mass.mass - actuators.fuel_burnt, airframe.mass)
    rates = rigid_body_rates(body, loads, inertia, GRAVITY_N, NO_ROTATION)
    after = advanced(body, rates, before, 0.5 if since_frame > 0.0 else 0.0, duration)
    return after, Acceleration(rates.v_B, rates.w_B), loads.force_B * (1.0 / inertia.mass)


@physics
def moving_after(moving, actuators, air, ship, parameters, since_frame, duration):
    """What moves, a step later.

    since_frame  time from the frame's beginning to this step [s];  duration  of the step [s]

    Accelerometers are read at the frame's beginning, so that what the pilot knows does not depend on the step.
    """
    airframe = parameters.airframe
    legs, nose, left, right, load = gear_loads(moving, actuators, ship, parameters, since_frame, duration)
    loads = sum_of_loads(air_loads(moving.body, actuators, air, airframe), legs)
    body, now, felt_B = body_after(moving.body, moving.before, loads, actuators, airframe, since_frame, duration)
    peak = moving.peak_load
    return Moving(
        body=body,
        before=now,
        nose=nose,
        left=left,
        right=right,
        felt_B=felt_at_frame(moving.felt_B, felt_B, since_frame),
        load=load,
        peak_load=Vec3(max(peak.x, load.x), max(peak.y, load.y), max(peak.z, load.z)),
    )


@physics
def airborne_after(moving, actuators, air, parameters, since_frame, duration):
    """What moves, a step later, with every wheel well clear of the deck and every leg at rest: `moving_after` without its zeros."""
    airframe = parameters.airframe
    loads = air_loads(moving.body, actuators, air, airframe)
    body, now, felt_B = body_after(moving.body, moving.before, loads, actuators, airframe, since_frame, duration)
    return Moving(
        body=body,
        before=now,
        nose=moving.nose,
        left=moving.left,
        right=moving.right,
        felt_B=felt_at_frame(moving.felt_B, felt_B, since_frame),
        load=Vec3(0.0, 0.0, 0.0),
        peak_load=moving.peak_load,
    )


@physics
def felt_at_frame(known_B, felt_B, since_frame):
    """What accelerometers read: the specific force of the frame's first step."""
    first = since_frame == 0.0
    return Vec3(felt_B.x if first else known_B.x, felt_B.y if first else known_B.y, felt_B.z if first else known_B.z)


@physics
def is_clear_of_deck(moving, airframe, deck):
    """Whether no wheel can touch the deck during the coming frame: legs at rest and the body far from it.

    Far is 8 m higher than wheels and ramp reach, or 60 m off the deck's ends: more than ship and aircraft move in a frame of 0.02 s.
    """
    p, n, m, r = moving.body.p_N, moving.nose, moving.left, moving.right
    rest = abs(n.stroke) + abs(n.along) + abs(n.across) + abs(m.stroke) + abs(m.along) + abs(m.across) == 0.0
    rest = rest and abs(r.stroke) + abs(r.along) + abs(r.across) == 0.0
    ramp = 0.6 * deck.ramp_curvature * (deck.bow_x - deck.ramp_start_x) * (deck.bow_x - deck.ramp_start_x)
    high = -p.z > deck.height + airframe.main.z + 8.0 + ramp
    aft, ahead = p.x < deck.stern_x - 60.0, p.x > deck.bow_x + 60.0
    return rest and (high or aft or ahead)
