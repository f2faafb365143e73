"""The airwake: where it is, where it is not, its size and its random part."""

import math

import numpy as np
import pytest

from flattop.physics.air import airwake
from flattop.physics.air.airwake import WakeTurbulence, airwake_N, burble_shape, periodic_burble, steady_burble
from flattop.quantities.constants import FOOT
from flattop.quantities.vectors import Vec3, norm

NOTHING = WakeTurbulence(0.0, 0.0, 0.0)
HEADWIND = Vec3(-15.0, 0.0, 0.0)


def behind(distance, aside=0.0, height=0.0):
    """A place behind the stern of the deck, in a wind from ahead."""
    return Vec3(-100.0 - distance, aside, -16.0 - height)


def test_the_burble_grows_and_decays():
    """None at the stern, one at one length, falling beyond: (d/L) exp(1 - d/L)."""
    assert burble_shape(0.0, 60.0) == 0.0
    assert burble_shape(-20.0, 60.0) == 0.0
    assert burble_shape(60.0, 60.0) == pytest.approx(1.0, rel=1e-13)
    assert burble_shape(120.0, 60.0) == pytest.approx(2.0 * math.exp(-1.0), rel=1e-13)


def test_the_steady_burble_slows_then_sinks_then_lifts(wake):
    """Behind the ship the wind is slower; the air sinks first and rises further aft."""
    near, far = (steady_burble(behind(d), 15.0, -1.0, 0.0, wake) for d in (50.0, 300.0))
    assert near[0] < 0.0
    assert near[1] > 0.0 > far[1]
    u, _ = steady_burble(behind(wake.length), 15.0, -1.0, 0.0, wake)
    assert u == pytest.approx(-wake.deficit * 15.0, rel=1e-13)


@pytest.mark.parametrize(
    "place",
    [behind(-50.0), behind(60.0, aside=150.0), behind(60.0, height=100.0), behind(5000.0)],
    ids=["ahead of the stern", "aside", "above", "far aft"],
)
def test_no_steady_burble_away_from_the_wake(wake, place):
    """Below 1e-4 of the wind: the held ends are 15 exp(-14) = 1.2e-5 of the shape and exp(-20) of the breadth."""
    u, w = steady_burble(place, 15.0, -1.0, 0.0, wake)
    assert math.hypot(u, w) < 1e-4 * 15.0


def test_the_wake_lies_downwind(wake):
    """In a wind from starboard it is found to port of the stern, not behind it."""
    port = steady_burble(Vec3(-100.0, -60.0, -16.0), 15.0, 0.0, -1.0, wake)
    starboard = steady_burble(Vec3(-100.0, 60.0, -16.0), 15.0, 0.0, -1.0, wake)
    assert port[0] == pytest.approx(-wake.deficit * 15.0, rel=1e-12)
    assert starboard == pytest.approx((0.0, 0.0), abs=1e-12)


@pytest.mark.parametrize(
    ("feet", "u", "w"), [(-2236.0, 0.0, 1.0), (-2235.0, 1.0, 1.0), (-2536.0, 0.0, 0.0), (1.0, 0.0, 0.0)]
)
def test_the_periodic_burble_is_cut_off_where_the_specification_says(wake, feet, u, w):
    """Zero aft of 2236 ft (along) and 2536 ft (down), and ahead of the centre of pitch; the brackets there are 0.21 and
    0.42.
    """
    found = np.array(
        [periodic_burble(Vec3(feet * FOOT, 0.0, -16.0), 15.0, 35.0, t, 0.0, wake) for t in np.linspace(0.0, 20.0, 400)]
    )
    amplitude = np.abs(found).max(axis=0) / (wake.pitch_amplitude * 15.0)
    expected = np.array([u * (2.22 + 0.0009 * feet), w * (4.98 + 0.0018 * feet)])
    assert amplitude == pytest.approx(expected, abs=0.01)  # 400 samples of the cosine see its peak to (0.06 rad)2/2


def test_the_periodic_burble_follows_the_encounter_with_the_wake(wake):
    """Flying into the wake at V_a the frequency met is w_p (1 + (V_a - V)/(0.85 V)): a period later it is the same."""
    V, Va = 15.0, 35.0
    period = 2.0 * math.pi / (wake.pitch_frequency * (1.0 + (Va - V) / (0.85 * V)))
    place = behind(100.0)
    now, later = (periodic_burble(place, V, Va, t, 0.4, wake) for t in (3.0, 3.0 + period))
    assert later == pytest.approx(now, rel=1e-9)


def test_the_random_wake_has_unit_variance_and_the_stated_time():
    """Markov processes: variance stays one, and after 3.33 s the correlation is 1/e."""
    step = airwake.wake_turbulence_after(WakeTurbulence(1.0, 1.0, 1.0), Vec3(0.0, 0.0, 0.0), airwake.RANDOM_TIME)
    assert step == pytest.approx((math.exp(-1.0),) * 3, rel=1e-13)
    noise = airwake.wake_turbulence_after(NOTHING, Vec3(1.0, 1.0, 1.0), 0.02)
    kept = airwake.wake_turbulence_after(WakeTurbulence(1.0, 1.0, 1.0), Vec3(0.0, 0.0, 0.0), 0.02)
    assert noise.along**2 + kept.along**2 == pytest.approx(1.0, rel=1e-12)


def test_the_random_wake_is_over_the_deck_and_fades_behind_it(wake):
    """Full over the deck, 1/e six lengths aft, none ahead of the bow."""
    intensity = [airwake.random_intensity(behind(d), 15.0, -1.0, 0.0, wake) for d in (-100.0, 0.0, 360.0, -230.0)]
    full = wake.turbulence * 15.0
    assert intensity == pytest.approx([full, full, full * math.exp(-1.0), 0.0], rel=1e-12)


def test_the_disturbance_turns_with_the_wind(wake):
    """Along the wind over deck, across it to its right, down: the same wake in a turned wind is the
    turned disturbance.
    """
    still = wake._replace(pitch_amplitude=0.0)
    turbulence = WakeTurbulence(0.5, 1.0, -0.3)
    astern = airwake_N(behind(60.0), HEADWIND, 35.0, 0.0, 0.0, turbulence, still)
    from_starboard = Vec3(0.0, -15.0, 0.0)
    aside = airwake_N(Vec3(-100.0, -60.0, -16.0), from_starboard, 35.0, 0.0, 0.0, turbulence, still)
    assert astern.x > 0.0  # slower from ahead
    # the wind turned by +90 degrees (from -x to -y): so is the disturbance, (x, y) becomes (-y, x)
    assert aside == pytest.approx((-astern.y, astern.x, astern.z), rel=1e-12)


def test_no_wind_over_deck_no_wake(wake):
    """A ship running with the wind leaves the air alone."""
    found = airwake_N(behind(60.0), Vec3(0.0, 0.0, 0.0), 35.0, 0.0, 0.0, WakeTurbulence(1.0, 1.0, 1.0), wake)
    assert norm(found) == 0.0
