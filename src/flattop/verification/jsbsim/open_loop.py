"""Flattop's side of an open-loop flight: the engine's own frame of controls and engine, and its own steps, with sticks for a pilot."""

import math

import numpy as np

from flattop import catalogue
from flattop.engine import records
from flattop.engine.assemble.parameters import parameters_of
from flattop.engine.frame.actuators import actuators_after
from flattop.engine.frame.avionics import air_data
from flattop.engine.frame.motion import airborne_after, moving_after
from flattop.physics.air import atmosphere
from flattop.physics.air.airwake import WakeTurbulence
from flattop.physics.air.turbulence import Turbulence
from flattop.physics.body import aerodynamics
from flattop.physics.body.controls import Surfaces
from flattop.physics.body.gear import LegState
from flattop.physics.body.propulsion import available_power
from flattop.physics.body.rigid_body import Acceleration, State
from flattop.physics.ship.ship_motion import ShipMotion
from flattop.pilot.contract import Demand, Intent
from flattop.quantities.vectors import Vec3, quaternion, rotate_back
from flattop.scenario.condition import Condition
from flattop.scenario.scenario import Scenario
from flattop.verification.jsbsim.manoeuvres import FRAME, RUNWAY_HEIGHT, STILL, Manoeuvre, Stick, standing

STEPS = 8
"""Of motion in a frame, as in the engine."""
STIFFER = 30.0
"""Stiffness of tyres that hardly give, over that of the airframe's: as much as the engine's step can carry."""
AT_REST = ShipMotion(*(STILL,) * 6)


def flown(m: Manoeuvre, airframe, record, frame: float = FRAME, density_factor: float = 1.0) -> np.ndarray:
    """The flight at every `FRAME`, its start included, (samples, QUANTITIES).

    airframe        catalogue entry;  record  the same at its mass
    frame           how long sticks, air and engine are held [s], a part of FRAME
    density_factor  on the density of the air, to see what a small difference of it does
    """
    parameters = _on_runway(airframe, rolling_freely(record) if m.is_rolling_freely else record)
    moving, actuators = _moving(m, record), _actuators(m, record)
    rows, peak = [_sample(moving, m.first.wind_N)], moving.peak_load
    for k in range(round(m.duration / frame)):
        stick = m.stick(FRAME * math.floor(k * frame / FRAME + 1e-9), rows[-1])
        moving = moving._replace(peak_load=peak)
        moving, actuators = _framed(moving, actuators, stick, parameters, frame, density_factor, m.is_on_ground)
        peak = moving.peak_load
        if round((k + 1) * frame / FRAME, 9).is_integer():
            rows.append(_sample(moving, stick.wind_N))
            peak = STILL
    return np.array(rows)


def rolling_freely(record):
    """The airframe with wheels that roll without resistance."""
    nose, main = (leg._replace(rolling_resistance=0.0) for leg in (record.nose, record.main))
    return record._replace(nose=nose, main=main)


def inertia_kept(m: Manoeuvre, record):
    """The airframe with the inertia it has before the flight's fuel is burnt, where it is burnt already."""
    greatest = record.engine.fuel_consumption * record.engine.maximum_power * m.duration
    factor, r = 1.0 + greatest / record.mass.mass, record.mass
    radii = {name: factor * getattr(r, name) for name in r._fields if name.startswith("radius2")}
    return record._replace(mass=r._replace(**radii))


def stiff_tyres(record):
    """The airframe with tyres that hardly give along and across the ground."""

    def stiff(leg):
        side = leg.tyre_side_stiffness * STIFFER
        return leg._replace(tyre_side_stiffness=side, tyre_side_compliance=1.0 / side)

    return record._replace(nose=stiff(record.nose), main=stiff(record.main))


def _on_runway(airframe, record):
    scenario = Scenario(
        airframe,
        catalogue.ship("runway"),
        catalogue.pilot(),
        Condition(wind_over_deck=0.0, mass=record.mass.mass),
        "launch",
    )
    return parameters_of(scenario)._replace(airframe=record)


def _moving(m, record):
    c, s = math.cos(m.pitch - m.path), math.sin(m.pitch - m.path)
    body = State(Vec3(0.0, 0.0, -m.height), quaternion(0.0, m.pitch, 0.0), Vec3(m.speed * c, 0.0, m.speed * s), STILL)
    settled = standing(record)
    nose, main = (settled.nose_stroke, settled.main_stroke) if m.is_settled else (0.0, 0.0)
    nose, main = LegState(nose, 0.0, 0.0), LegState(main, 0.0, 0.0)
    return records.Moving(body, Acceleration(STILL, STILL), nose, main, main, STILL, STILL, STILL)


def _actuators(m, record):
    s = m.first
    surfaces = Surfaces(s.elevator - s.rudder, s.elevator + s.rudder, s.aileron)
    available = available_power(atmosphere.air_density(m.height, 0.0), record.engine)
    power = max(s.power, record.engine.idle_power) * available
    return records.Actuators(surfaces, s.flap, 0.0, 0.0, power, 0.0, 0.0, 0.0)


def _framed(moving, actuators, stick, parameters, frame, density_factor, is_on_ground):
    """Body and actuators a frame later; away from the ground in steps without gear, as in the engine."""
    air = _air(moving.body, stick, parameters, density_factor)
    demand = Demand(
        elevator=stick.elevator,
        rudder=stick.rudder,
        aileron=stick.aileron,
        power=stick.power,
        brake=0.0,
        steering=stick.steering,
        flap=stick.flap,
        intent=float(Intent.TRANSIT),
    )
    actuators = actuators_after(moving.body, actuators, air, demand, parameters, frame)
    for step in range(STEPS):
        since, h = step * frame / STEPS, frame / STEPS
        if is_on_ground:
            moving = moving_after(moving, actuators, air, AT_REST, parameters, since, h)
        else:
            moving = airborne_after(moving, actuators, air, parameters, since, h)
    return moving, actuators


def _air(body, stick: Stick, parameters, density_factor):
    a = parameters.airframe.aerodynamics
    height = -body.p_N.z - RUNWAY_HEIGHT - a.wing_z
    return records.Air(
        wind_N=stick.wind_N,
        gust_rate_B=STILL,
        density=density_factor * atmosphere.air_density(-body.p_N.z, 0.0),
        downwash=aerodynamics.ground_effect(height, a.span),
        turbulence=Turbulence(*(0.0,) * 8),
        wake=WakeTurbulence(0.0, 0.0, 0.0),
    )


def _sample(moving, wind_N):
    body = moving.body
    seen = air_data(body, wind_N)
    side = math.asin(max(-1.0, min(1.0, _across(body, wind_N) / max(seen.airspeed, 1e-9))))
    p, w, load = body.p_N, body.w_B, moving.peak_load
    return [*seen.attitude, *w, seen.airspeed, seen.alpha, side, -p.z, p.x, p.y, *load]


def _across(body, wind_N):
    return body.v_B.y - rotate_back(body.q_NB, wind_N).y
