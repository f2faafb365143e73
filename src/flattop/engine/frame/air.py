"""The air at the aircraft, a frame later: mean wind, turbulence, airwake, ground effect."""

import math

from flattop.engine.records import Air
from flattop.physics.air import airwake, atmosphere, turbulence, wind
from flattop.physics.body import aerodynamics
from flattop.physics.ship import deck
from flattop.quantities.kernel import physics
from flattop.quantities.vectors import Vec3, norm, rotate_back


@physics
def surface_down(position_N, d):
    """Depth of the surface below a point: the deck at its mean height, or the sea [m]."""
    over = deck.is_over_deck(position_N.x, position_N.y, d)
    return -d.height if over else 0.0


@physics
def turbulence_N(body, air, airspeed, noise, roll_noise, parameters, duration):
    """Turbulence a frame later: the filters' memory, the gust in N and the rotary gust."""
    w, span = parameters.weather, parameters.airframe.aerodynamics.span
    speed = math.sqrt(w.wind.north * w.wind.north + w.wind.east * w.wind.east)
    scales = turbulence.turbulence_scales(-body.p_N.z, w.wind_at_20_feet * w.turbulence_factor)
    filters = turbulence.turbulence_after(air.turbulence, noise, roll_noise, scales, airspeed, span, duration)
    gust = turbulence.gust(filters, scales, airspeed, span)
    per_speed = 1.0 / max(speed, 0.1)
    cx, cy, g = w.wind.north * per_speed, w.wind.east * per_speed, gust.velocity
    return filters, Vec3(g.x * cx - g.y * cy, g.x * cy + g.y * cx, g.z), gust.rate_B


@physics
def air_after(body, air, noise, parameters, time, duration):
    """The air at the aircraft a frame later.

    noise  seven standard normal numbers: turbulence along, across, down and in roll; wake along, across, down
    """
    n0, n1, n2, n3, n4, n5, n6 = noise
    w = parameters.weather
    airspeed = norm(body.v_B - rotate_back(body.q_NB, air.wind_N))
    filters, gust_N, gust_rate_B = turbulence_N(body, air, airspeed, Vec3(n0, n1, n2), n3, parameters, duration)
    wake = airwake.wake_turbulence_after(air.wake, Vec3(n4, n5, n6), duration)
    wake_N = airwake.airwake_N(body.p_N, w.over_deck_N, airspeed, time, w.wake_phase, wake, w.airwake)
    a = parameters.airframe.aerodynamics
    wing_height = surface_down(body.p_N, parameters.deck) - body.p_N.z - a.wing_z
    return Air(
        wind_N=wind.mean_wind_N(-body.p_N.z, w.wind) + gust_N + wake_N,
        gust_rate_B=gust_rate_B,
        density=atmosphere.air_density(-body.p_N.z, w.temperature_offset),
        downwash=aerodynamics.ground_effect(wing_height, a.span),
        turbulence=filters,
        wake=wake,
    )
