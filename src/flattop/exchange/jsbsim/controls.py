"""The flight control: commands to two tail panels, ailerons, flap, gear and brakes, with the actuators' lag and rate.

The laws are those of `physics/body/controls`. JSBSim's commands keep JSBSim's signs: elevator and aileron as ours, rudder positive with its
trailing edge to the left, which yaws the nose left; inside, `fcs/antisymmetric-rad` is positive nose right, as everywhere in Flattop.
"""

from xml.etree.ElementTree import Element

from flattop.exchange.jsbsim.expressions import STEP, Channel, clipped, following, operation, prop
from flattop.exchange.jsbsim.gear import gear_channel
from flattop.exchange.jsbsim.propulsion import engine_channel


def flight_control(airframe, elevator_limit: float, rudder_limit: float) -> Element:
    """The section `flight_control`.

    airframe                      `engine.records.Airframe`
    elevator_limit, rudder_limit  deflections at full command [rad]
    """
    root = Element("flight_control", {"name": "Flattop"})
    root.append(_tail_channel(airframe.controls, elevator_limit, rudder_limit))
    root.append(_aileron_channel(airframe.controls))
    root.append(_flap_channel(airframe.extremities.flap_time))
    root.append(engine_channel(airframe.engine))
    root.append(gear_channel(airframe))
    return root


def _command(stick: str, trim: str, limit: float):
    """Deflection asked for by stick and trim together [rad]."""
    return limit * clipped(prop(f"fcs/{stick}-cmd-norm") + prop(f"fcs/{trim}-trim-cmd-norm"), -1.0, 1.0)


def _deflection(s, name, command, limit, c, output=""):
    """x1 = x0 + clip((command - x0) (1 - exp(-h/lag)), +-rate h), as `surface_after`."""
    wanted = clipped(command, -limit, limit)
    share, reach = 1.0 - operation("exp", -STEP / c.lag), c.rate * STEP
    change = clipped((wanted - prop(name)) * share, -reach, reach)
    return s.value(name, following(name, wanted, change), output=output)


def _tail_channel(c, elevator_limit, rudder_limit):
    """The panels mix elevator and rudder, and each saturates by itself."""
    s = Channel(Element("channel", {"name": "Ruddervators"}))
    elevator = s.value("fcs/elevator-wanted-rad", _command("elevator", "pitch", elevator_limit), "trailing edge down")
    rudder = s.value("fcs/rudder-wanted-rad", -_command("rudder", "yaw", rudder_limit), "nose right")
    left = _deflection(s, "fcs/tail-left-pos-rad", elevator - rudder, c.tail, c)
    right = _deflection(s, "fcs/tail-right-pos-rad", elevator + rudder, c.tail, c)
    s.value("fcs/symmetric-rad", 0.5 * (left + right), "elevator", output="fcs/elevator-pos-rad")
    s.value("fcs/antisymmetric-rad", 0.5 * (right - left), "rudder, nose right positive")
    s.value("fcs/rudder-shown-rad", -prop("fcs/antisymmetric-rad"), "JSBSim's sign", output="fcs/rudder-pos-rad")
    return s.root


def _aileron_channel(c):
    s = Channel(Element("channel", {"name": "Ailerons"}))
    wanted = _command("aileron", "roll", c.aileron)
    aileron = _deflection(s, "fcs/aileron-pos-rad", wanted, c.aileron, c, output="fcs/left-aileron-pos-rad")
    s.value("fcs/right-aileron-shown-rad", -aileron, "trailing edge down", output="fcs/right-aileron-pos-rad")
    return s.root


def _flap_channel(flap_time):
    s = Channel(Element("channel", {"name": "Flap"}))
    name, wanted, step = "fcs/flap-share", clipped(prop("fcs/flap-cmd-norm"), 0.0, 1.0), STEP / flap_time
    change = clipped(wanted - prop(name), -step, step)
    s.value(name, following(name, wanted, change), "1 is the landing setting", output="fcs/flap-pos-norm")
    s.value("gear/extension", prop("gear/gear-cmd-norm"), "without delay", output="gear/gear-pos-norm")
    return s.root
