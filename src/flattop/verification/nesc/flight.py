"""A check case flown: the equations of motion of every deck flight, in the frame that turns with the Earth."""

import numpy as np

from flattop.engine.frame.avionics import euler_angles
from flattop.physics.air import atmosphere
from flattop.physics.body import earth
from flattop.physics.body.rigid_body import Loads, Rates, State, rigid_body_rates
from flattop.quantities.vectors import (
    Quaternion,
    Vec3,
    conjugate,
    norm,
    product,
    quaternion,
    rotate,
    rotate_back,
    unit,
)
from flattop.verification.nesc.cases import COLUMNS, TUMBLING, UNITS, CheckCase

STEP, TUMBLING_STEP = 0.02, 0.01
"""[s]. Rule of order four: a turn of 0.8 rad/s leaves (w h)^4/120 of its angle of 25 rad, 1e-9 rad at 0.01 s."""
INTERVAL = 0.1
"""Between two samples [s], NASA's 10 Hz."""
DURATION = 30.0
ZERO = Vec3(0.0, 0.0, 0.0)


def start(case: CheckCase) -> State:
    """State of a case at time zero, with respect to the frame E."""
    place = earth.Geodetic(0.0, 0.0, case.height)
    q_NB = quaternion(0.0, 0.0, case.heading)
    q_EB = product(earth.local_axes(place), q_NB)
    rate = rotate_back(q_EB, earth.rotation_E(case.earth)) if case.rate is None else case.rate
    return State(earth.place_E(place, case.earth), q_EB, rotate_back(q_NB, case.velocity), rate)


def air(case: CheckCase, state: State, place):
    """Velocity through the air in B [m/s] and the air's density [kg/m3]."""
    wind_N = Vec3(0.0, case.wind_east + case.wind_shear * place.height, 0.0)
    wind_E = rotate(earth.local_axes(place), wind_N)
    height = earth.geopotential_height(place.height)
    return state.v_B - rotate_back(state.q_NB, wind_E), atmosphere.air_density(height, 0.0)


def loads(case: CheckCase, state: State, place) -> Loads:
    """Drag against the motion through the air, and damping by the rates relative to the air, which turns as the Earth.

    D = rho V^2 S CD/2;  L = (rho V^2/2) S b Clp (p b/2V) and likewise about the other axes    [Jackson2015]
    """
    v, density = air(case, state, place)
    s, speed = case.shape, norm(v)
    moment = 0.25 * density * speed * s.area * s.damping
    b2, c2, w = s.span * s.span, s.chord * s.chord, state.w_B - rotate_back(state.q_NB, earth.rotation_E(case.earth))
    return Loads(
        v * (-0.5 * density * speed * s.area * s.drag), Vec3(moment * b2 * w.x, moment * c2 * w.y, moment * b2 * w.z)
    )


def rates(case: CheckCase, state: State) -> Rates:
    """Rates of change in the turning frame."""
    place = earth.geodetic_place(state.p_N, case.earth)
    gravity = earth.gravity_E(state.p_N, case.earth)
    return rigid_body_rates(state, loads(case, state, place), case.body, gravity, earth.rotation_E(case.earth))


def moved(state: State, rate: Rates, duration: float) -> State:
    """The state plus its rates times a duration."""
    q, r = state.q_NB, rate.q_NB
    q_NB = Quaternion(*(a + duration * b for a, b in zip(q, r, strict=True)))
    return State(
        state.p_N + rate.p_N * duration, q_NB, state.v_B + rate.v_B * duration, state.w_B + rate.w_B * duration
    )


def state_after(case: CheckCase, state: State, h: float) -> State:
    """The state a step later by the classical rule of Runge and Kutta, of order four    [Hairer1993, table 1.2]."""
    k1 = rates(case, state)
    k2 = rates(case, moved(state, k1, 0.5 * h))
    k3 = rates(case, moved(state, k2, 0.5 * h))
    k4 = rates(case, moved(state, k3, h))
    for rate, weight in ((k1, 1.0), (k2, 2.0), (k3, 2.0), (k4, 1.0)):
        state = moved(state, rate, weight * h / 6.0)
    return state._replace(q_NB=unit(state.q_NB))


def observed(case: CheckCase, state: State) -> list[float]:
    """The compared columns of a state, in SI, in the order of `COLUMNS`."""
    place = earth.geodetic_place(state.p_N, case.earth)
    q_EN = earth.local_axes(place)
    q_NB = product(conjugate(q_EN), state.q_NB)
    height = earth.geopotential_height(place.height)
    angles, load = euler_angles(q_NB), loads(case, state, place)
    v_air, density = air(case, state, place)
    sound, speed = atmosphere.speed_of_sound(height, 0.0), norm(v_air)
    return [
        place.height, place.longitude, place.latitude, *rotate(q_NB, state.v_B), angles.yaw, angles.pitch, angles.roll,
        *state.w_B, norm(earth.gravitation_E(state.p_N, case.earth)), sound, density,
        atmosphere.air_pressure(height), atmosphere.air_temperature(height, 0.0), *load.force_B, *load.moment_B,
        speed / sound, 0.5 * density * speed * speed,
    ]  # fmt: skip


def flown(case: CheckCase, step: float | None = None):
    """A case flown for 30 s: times, shape (samples,) [s], and columns in the files' units, shape (samples, columns)."""
    state, rows = start(case), []
    step = step or (TUMBLING_STEP if case.rate is TUMBLING else STEP)
    steps = round(INTERVAL / step)
    count = round(DURATION / INTERVAL)
    for sample in range(count + 1):
        rows.append(observed(case, state))
        if sample < count:
            for _ in range(steps):
                state = state_after(case, state, step)
    scale = np.array([UNITS[unit] for unit in COLUMNS.values()])
    return np.arange(count + 1) * INTERVAL, np.array(rows) / scale


def angle_difference(a, b):
    """Difference of two angles in degrees, the short way round."""
    return np.remainder(a - b + 180.0, 360.0) - 180.0
