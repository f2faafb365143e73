"""Engine, propeller and fuel: `physics/body/propulsion` formula by formula.

JSBSim's piston and turboprop engines have laws of power of their own, and its propeller finds its speed by a balance of torque; neither
gives power that holds to a critical altitude nor an actuator disc. So shaft power and fuel flow are functions, thrust and the
reaction to the torque act as external forces at the hub. One electric engine of no power stands in for the throttle lever,
which JSBSim and its trim know of engines only.
"""

from xml.etree.ElementTree import Element, SubElement

from flattop.exchange.jsbsim.expressions import STEP, Channel, Section, clipped, following, operation, prop
from flattop.exchange.jsbsim.units import DENSITY, MOMENT, POUND_FORCE, digits, place, quantity
from flattop.physics.body.propulsion import PROFILE_BLEND_SPEED
from flattop.quantities.constants import FOOT, POUND

ROUNDS = 5
"""Of Newton's rule for the induced velocity, as in `induced_velocity`."""
POWER, THRUST, TORQUE = "propulsion/shaft-power-W", "propulsion/thrust-lbs", "propulsion/torque-lbsft"
DENSITY_NAME = "propulsion/air-density-kg_m3"


def engine_channel(engine) -> Element:
    """The channel of the flight control that lags the power and burns the fuel.

    engine  `physics.propulsion.Engine`
    """
    e = engine
    s = Channel(Element("channel", {"name": "Engine"}))
    density = s.value(DENSITY_NAME, prop("atmosphere/rho-slugs_ft3") * DENSITY)
    lapse = clipped(1.132 / e.critical_density * density - 0.132, 0.0, 1.0)
    available = s.value(
        "propulsion/available-power-W", e.maximum_power * lapse, "Gagg and Ferrar above critical altitude"
    )
    throttle = clipped(prop("fcs/throttle-cmd-norm"), e.idle_power, 1.0)
    wanted = s.value("propulsion/wanted-power-W", throttle * available)
    change = (wanted - prop(POWER)) * STEP / (e.power_lag + STEP)
    P = s.value(POWER, following(POWER, wanted, change), "first-order lag behind the lever")
    part = (e.part_load_consumption - 1.0) / 3.0 * (e.maximum_power - P)
    burnt = s.value("propulsion/fuel-flow-kg_s", e.fuel_consumption * (P + part), "Willans line")
    s.value("propulsion/drain-pps", burnt * (-1.0 / POUND), output="propulsion/tank[0]/external-flow-rate-pps")
    return s.root


def propulsion(engine, propeller, fuel: float, capacity: float) -> Element:
    """The section `propulsion`: propeller as functions, the lever, one tank at the centre of gravity [kg]."""
    s = Section(Element("propulsion"))
    V = s.value("propulsion/forward-airspeed-m_s", operation("max", prop("velocities/u-aero-fps") * FOOT, 0.0))
    shaft = operation("max", prop(POWER) - engine.electrical_load, 0.0)
    P = s.value("propulsion/propeller-power-W", shaft, "less the electrical load")
    _disc(s, P, V, prop(DENSITY_NAME), propeller)
    s.value(TORQUE, P / (propeller.angular_speed * MOMENT), "the airframe holds it")
    _lever(s.root)
    tank = SubElement(s.root, "tank", {"type": "FUEL"})
    place(tank, 0.0, 0.0, 0.0)
    quantity(tank, "capacity", max(capacity, fuel, 0.01), "LBS")
    quantity(tank, "contents", fuel, "LBS")
    return s.root


def _disc(s, P, V, density, p):
    """Thrust of an actuator disc: v (V + v)^2 = P / (2 rho A), T = 2 rho A v (V + v), less the drag the power does not pay for."""
    share = clipped(V / PROFILE_BLEND_SPEED, 0.0, 1.0)
    efficiency = p.figure_of_merit + share * (p.profile_efficiency - p.figure_of_merit)
    useful = operation("max", P * efficiency, 1e-3)
    c = s.value("propulsion/disc-power", useful / (2.0 * p.disc_area * density), "P/(2 rho A)")
    at_rest, at_speed = operation("pow", c, 1.0 / 3.0), c / operation("max", V * V, 1e-6)
    v = s.value("propulsion/induced-velocity-0", operation("min", at_rest, at_speed), "the smaller limit")
    for k in range(1, ROUNDS + 1):
        nearer = v - (v * (V + v) * (V + v) - c) / ((V + v) * (V + 3.0 * v))
        v = s.value(f"propulsion/induced-velocity-{k}", nearer, "nearer by Newton's rule")
    pull = density * (2.0 * p.disc_area) * v * (V + v)
    drag = 0.5 * p.disc_area * p.windmill_drag * density * V * V
    unpaid = operation("max", drag - useful / operation("max", V, 1e-3), 0.0)
    s.value(THRUST, (pull - unpaid) / POUND_FORCE)


def _lever(root):
    engine = SubElement(root, "engine", {"name": "lever"})
    electric = SubElement(engine, "electric_engine", {"name": "lever"})
    SubElement(electric, "power", {"unit": "WATTS"}).text = digits(1e-9)
    SubElement(engine, "feed").text = "0"
    thruster = SubElement(engine, "thruster")
    SubElement(thruster, "direct", {"name": "none"})
    place(thruster, 0.0, 0.0, 0.0)


def external_reactions(propeller) -> Element:
    """The section `external_reactions`: thrust at the hub along the body's x axis, and the reaction to a right-hand torque."""
    root = Element("external_reactions")
    thrust = SubElement(root, "force", {"name": "thrust", "frame": "BODY"})
    Section.function(thrust, prop(THRUST))
    place(thrust, propeller.x, 0.0, propeller.z)
    _direction(thrust, 1.0)
    torque = SubElement(root, "moment", {"name": "torque", "frame": "BODY"})
    Section.function(torque, prop(TORQUE))
    _direction(torque, -1.0)
    return root


def _direction(parent, x):
    direction = SubElement(parent, "direction")
    for axis, value in (("x", x), ("y", 0.0), ("z", 0.0)):
        SubElement(direction, axis).text = digits(value)
