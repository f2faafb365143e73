"""The elementary functions against the C library, to the accuracy their docstrings state."""

import math
import random

import pytest

from flattop.quantities.elementary import (
    arctangent,
    clip,
    exponential,
    logarithm,
    power,
    sign,
    sine_and_cosine,
    smooth_sign,
)

RANDOM = random.Random(2533)
ANGLES = (
    [RANDOM.uniform(-1e5, 1e5) for _ in range(2000)]
    + [RANDOM.uniform(-7.0, 7.0) for _ in range(2000)]
    + [0.25 * math.pi * k + d for k in range(-200, 200) for d in (0.0, 1e-9, -1e-9)]
)


def worst(function, reference, points):
    """Greatest absolute difference over the points."""
    return max(abs(function(x) - reference(x)) for x in points)


def worst_ratio(function, reference, points):
    """Greatest relative difference over the points."""
    return max(abs(function(x) / reference(x) - 1.0) for x in points)


def test_sine_and_cosine_are_good_to_their_stated_accuracy():
    """Both to 3e-16, also at the octants' borders, where the reduction changes its quadrant."""
    assert worst(lambda x: sine_and_cosine(x)[0], math.sin, ANGLES) <= 3e-16
    assert worst(lambda x: sine_and_cosine(x)[1], math.cos, ANGLES) <= 3e-16


def test_sine_and_cosine_are_exact_at_zero():
    """Level attitude must not be off by a rounding error."""
    assert sine_and_cosine(0.0) == (0.0, 1.0)


def test_arctangent_is_good_in_all_octants():
    """To 5e-16: half a unit in the last place of pi is 2.2e-16, and reduction adds one rounding."""
    points = [RANDOM.uniform(-math.pi, math.pi) for _ in range(4000)]
    points += [0.25 * math.pi * k + d for k in range(-4, 5) for d in (0.0, 1e-12, -1e-12)]
    for radius in (1e-3, 3.0, 1e4):
        pairs = [(radius * math.sin(a), radius * math.cos(a)) for a in points]
        assert max(abs(arctangent(y, x) - math.atan2(y, x)) for y, x in pairs) <= 5e-16


@pytest.mark.parametrize(
    ("y", "x", "angle"),
    [(0.0, 0.0, 0.0), (0.0, 2.0, 0.0), (0.0, -2.0, math.pi), (2.0, 0.0, 0.5 * math.pi), (-2.0, 0.0, -0.5 * math.pi)],
)
def test_arctangent_on_the_axes(y, x, angle):
    """The axes and the origin have their exact angles."""
    assert arctangent(y, x) == angle


def test_exponential_is_good_to_its_stated_accuracy():
    """To 2e-13: the remainder (20/64)^12/12! = 1.8e-15 of the Taylor polynomial, relative, is multiplied by 64."""
    assert worst_ratio(exponential, math.exp, [RANDOM.uniform(-20.0, 20.0) for _ in range(4000)]) <= 2e-13


def test_exponential_is_better_for_small_arguments():
    """To 2e-14 for |x| <= 10, where the remainder is 4096 times less and seven roundings, doubled six
    times, are left.
    """
    assert worst_ratio(exponential, math.exp, [RANDOM.uniform(-10.0, 10.0) for _ in range(4000)]) <= 2e-14


def test_exponential_is_held_beyond_its_range():
    """Outside |x| <= 20 the value of the limit is kept: no overflow in a lane that is lost anyway."""
    assert exponential(-1e9) == exponential(-20.0)
    assert exponential(1e9) == exponential(20.0)


def test_logarithm_is_good_over_its_whole_range():
    """To 4e-16 relative, or 1e-16 absolute where the logarithm itself is small."""
    points = [2.0 ** RANDOM.uniform(-62.9, 62.9) for _ in range(4000)]
    points += [1.0 + RANDOM.uniform(-d, d) for d in (1e-2, 1e-6) for _ in range(1000)]
    for x in points:
        assert abs(logarithm(x) - math.log(x)) <= max(4e-16 * abs(math.log(x)), 1e-16)


def test_power_follows_from_exponential_and_logarithm():
    """To 3e-14 for the atmosphere's exponent: 2e-14 of the exponential and 8.5 times 4e-16 of its argument."""
    assert worst_ratio(lambda x: power(x, 5.2559), lambda x: x**5.2559, [0.2 + 0.001 * k for k in range(1000)]) <= 3e-14


def test_smooth_sign_is_tanh():
    """To 1e-4 everywhere and to 1e-6 beyond 4.97, odd, monotonic and never beyond one."""
    points = [0.004 * k for k in range(2000)]
    values = [smooth_sign(x) for x in points]
    assert worst(smooth_sign, math.tanh, points) <= 1e-4
    assert all(1.0 - v <= 1e-6 for x, v in zip(points, values, strict=True) if x >= 4.97)
    assert values == sorted(values)
    assert values[-1] <= 1.0
    assert [smooth_sign(-x) for x in points] == [-v for v in values]


def test_clip_and_sign():
    """Limits are kept, and zero counts as positive."""
    assert [clip(x, -1.0, 2.0) for x in (-5.0, 0.5, 7.0)] == [-1.0, 0.5, 2.0]
    assert [sign(x) for x in (-0.1, 0.0, 3.0)] == [-1.0, 1.0, 1.0]
