"""Counter-based random numbers: published vectors, distribution, independence of streams, and a
flight's own numbers.
"""

import math

import numpy as np
import pytest

from flattop.engine.random import (
    FRAME_NOISE,
    SEA_PHASES,
    four_normals,
    identities,
    normal_pair,
    normals,
    philox,
    uniforms,
)
from flattop.engine.records import Identity

ONES = 0xFFFFFFFF


@pytest.mark.parametrize(
    ("counter", "key", "expected"),
    [
        ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        ((ONES, ONES, ONES, ONES), (ONES, ONES), (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
        (
            (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),  # the digits of pi
            (0xA4093822, 0x299F31D0),
            (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
        ),
    ],
)
def test_the_published_vectors(counter, key, expected):
    """Known answers of Philox 4x32-10, from the reference implementation of [Salmon2011]."""
    assert philox(*counter, *key) == expected


def test_compiled_numbers_equal_plain_ones():
    """64-bit wrapping gives the same bits as exact integers, also for the largest seed, flight and index."""
    seed = 2**63 - 25
    largest = Identity(2.0**32 - 1, 2.0**32 - 1, 2.0**16 - 1)
    for flight in (Identity(0.0, 0.0, 0.0), Identity(1.0, 0.0, 0.0), largest):
        plain = [x for index in range(3) for x in four_normals(seed, flight, SEA_PHASES, index)]
        assert normals(seed, np.array([flight]), SEA_PHASES, 12)[0].tolist() == plain


def test_a_flight_has_its_own_numbers():
    """Drawn alone, in another order or among others, they are the same; and more of them begin with the fewer."""
    together = normals(3, identities(np.arange(100)), FRAME_NOISE, 10)
    assert (normals(3, identities([42]), FRAME_NOISE, 10)[0] == together[42]).all()
    assert (normals(3, identities([99, 5]), FRAME_NOISE, 10) == together[[99, 5]]).all()
    assert (normals(3, identities(np.arange(100)), FRAME_NOISE, 3) == together[:, :3]).all()


def test_streams_differ():
    """Another seed, number, stream, generation, purpose or index gives other numbers, also where only upper halves differ."""
    one = Identity(1.0, 0.0, 0.0)
    first = four_normals(1, one, 1, 0)
    others = [four_normals(2, one, 1, 0), four_normals(1, one, 2, 0), four_normals(1, one, 1, 1)]
    others += [four_normals(1 + 2**40, one, 1, 0)]
    others += [four_normals(1, one._replace(**{word: 2.0}), 1, 0) for word in Identity._fields]
    assert len({first, *others}) == 8


def test_flights_far_apart_in_number_are_not_the_same():
    """Numbers no longer wrap: each is 32 bits of the counter, and its stream another 32."""
    near, far = Identity(5.0, 0.0, 0.0), Identity(5.0, 1.0, 0.0)
    assert four_normals(1, near, FRAME_NOISE, 0) != four_normals(1, far, FRAME_NOISE, 0)


def test_normals_are_standard_normal():
    """Mean, variance, fourth moment and tail of a million numbers.

    Bounds of five standard errors, 1/sqrt n, sqrt(2/n), sqrt(96/n) and sqrt(p/n): each fails by chance once in 1.7
    million seeds.
    """
    from scipy.stats import norm

    x = normals(11, identities(np.arange(1000)), FRAME_NOISE, 1000).ravel()
    n = len(x)
    assert abs(x.mean()) < 5.0 / math.sqrt(n)
    assert abs(x.var() - 1.0) < 5.0 * math.sqrt(2.0 / n)
    assert abs((x**4).mean() - 3.0) < 5.0 * math.sqrt(96.0 / n)
    tail = 2.0 * norm.sf(3.0)
    assert abs((np.abs(x) > 3.0).mean() - tail) < 5.0 * math.sqrt(tail / n)


def test_numbers_of_a_stream_are_uncorrelated():
    """Neighbours in a stream, and the same place in neighbouring flights: five standard errors of 1/sqrt n."""
    x = normals(12, identities(np.arange(400)), FRAME_NOISE, 400)
    bound = 5.0 / math.sqrt(x.size)
    assert abs((x[:, 1:] * x[:, :-1]).mean()) < bound
    assert abs((x[1:] * x[:-1]).mean()) < bound


def test_uniforms_are_uniform():
    """Kolmogorov and Smirnov's test on 100 000 numbers at an error probability of 1e-6: D < 2.69/sqrt n."""
    u = np.sort(uniforms(5, identities(np.arange(1000)), FRAME_NOISE, 100).ravel())
    n = len(u)
    distance = np.abs(u - (np.arange(n) + 0.5) / n).max() + 0.5 / n
    assert distance < math.sqrt(-0.5 * math.log(0.5e-6)) / math.sqrt(n)


def test_the_extreme_words_give_finite_numbers():
    """The smallest word is half a unit above zero: its logarithm is finite, 6.7 standard deviations at most."""
    for a in (0, ONES):
        for b in (0, ONES):
            assert all(abs(x) < 6.8 for x in normal_pair(a, b))
