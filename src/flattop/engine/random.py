"""Random numbers without a state: each is a function of (seed, flight, purpose, index).

Philox 4x32-10 [Salmon2011]: a keyed bijection of a counter, so a flight can be flown again alone, on any thread, and is the same flight.
Integers are written for exact Python arithmetic; compiled, they wrap as 64-bit numbers with the same bits.
"""

import math

import numpy as np

from flattop.engine.records import Identity
from flattop.quantities.compilation import compiled_alone
from flattop.quantities.elementary import logarithm, sine_and_cosine
from flattop.quantities.kernel import physics

WORD = 0xFFFFFFFF
MULTIPLIER_A, MULTIPLIER_B = 0xD2511F53, 0xCD9E8D57  # [Salmon2011]
WEYL_A, WEYL_B = 0x9E3779B9, 0xBB67AE85  # golden ratio and sqrt(3) - 1

FRAME_NOISE, SEA_PHASES, START, SENSOR_BIAS, WAKE_PHASE = 1, 2, 3, 5, 103
"""Purposes: streams that never meet."""


@physics
def philox_round(c0, c1, c2, c3, k0, k1):
    """One round: two 32-bit products, their high words mixed with counter and key."""
    a, b = MULTIPLIER_A * c0, MULTIPLIER_B * c2
    return ((b >> 32) & WORD) ^ c1 ^ k0, b & WORD, ((a >> 32) & WORD) ^ c3 ^ k1, a & WORD


@physics
def philox_two_rounds(c0, c1, c2, c3, k0, k1):
    """Two rounds, the key raised by the Weyl sequence after each."""
    c0, c1, c2, c3 = philox_round(c0, c1, c2, c3, k0, k1)
    k0, k1 = (k0 + WEYL_A) & WORD, (k1 + WEYL_B) & WORD
    c0, c1, c2, c3 = philox_round(c0, c1, c2, c3, k0, k1)
    return c0, c1, c2, c3, (k0 + WEYL_A) & WORD, (k1 + WEYL_B) & WORD


@physics
def philox(c0, c1, c2, c3, k0, k1):
    """Four random 32-bit words of a counter of four words and a key of two    [Salmon2011, sec. 3.3].

    Ten rounds, written out: a loop within the lane loop would keep it from being vectorised.
    """
    c0, c1, c2, c3, k0, k1 = philox_two_rounds(c0, c1, c2, c3, k0, k1)
    c0, c1, c2, c3, k0, k1 = philox_two_rounds(c0, c1, c2, c3, k0, k1)
    c0, c1, c2, c3, k0, k1 = philox_two_rounds(c0, c1, c2, c3, k0, k1)
    c0, c1, c2, c3, k0, k1 = philox_two_rounds(c0, c1, c2, c3, k0, k1)
    c0, c1, c2, c3, k0, k1 = philox_two_rounds(c0, c1, c2, c3, k0, k1)
    return c0, c1, c2, c3


@physics
def normal_pair(a, b):
    """Two independent standard normal numbers of two random words    [BoxMuller1958]."""
    u = (a + 0.5) * 2.3283064365386963e-10
    s, c = sine_and_cosine(6.283185307179586 * (b + 0.5) * 2.3283064365386963e-10)
    r = math.sqrt(max(-2.0 * logarithm(u), 0.0))
    return r * c, r * s


@physics
def four_normals(seed, identity, purpose, index):
    """Four independent standard normal numbers of a flight for one purpose.

    seed      0 .. 2^63 - 1
    identity  of the flight: number, stream and generation, each within its own words of the counter    `records.Identity`
    purpose   0 .. 2^16 - 1
    index     0 .. 2^32 - 1, which four
    """
    number, stream, generation = int(identity.number), int(identity.stream), int(identity.generation)
    a, b, c, d = philox(
        index & WORD, purpose | (generation << 16), number & WORD, stream & WORD, seed & WORD, (seed >> 32) & WORD
    )
    x, y = normal_pair(a, b)
    z, w = normal_pair(c, d)
    return x, y, z, w


@compiled_alone
def _fill_normals(out, seed, identities, purpose):
    for i in range(identities.shape[0]):
        identity = Identity(identities[i, 0], identities[i, 1], identities[i, 2])
        for j in range(out.shape[1] // 4):
            four = four_normals(seed, identity, purpose, j)
            for m in range(4):
                out[i, 4 * j + m] = four[m]


def identities(numbers, stream=0, generation=0):
    """Identities of flights as rows, (flights, 3), from their numbers, stream and generation."""
    numbers = np.asarray(numbers, dtype=float)
    return np.stack([numbers, np.full_like(numbers, stream), np.full_like(numbers, generation)], axis=1)


def normals(seed, identity, purpose, count):
    """Standard normal numbers of many flights for one purpose.

    identity  of the flights, rows of `records.Identity`, (n, 3);  Returns  shape (n, count)
    """
    out = np.empty((len(identity), -(-count // 4) * 4))
    _fill_normals(out, int(seed), np.ascontiguousarray(identity, dtype=float), purpose)
    return out[:, :count]


def uniforms(seed, identity, purpose, count):
    """Numbers uniform in (0, 1) of many flights for one purpose; shape (n, count)."""
    from scipy.special import ndtr

    return ndtr(normals(seed, identity, purpose, count))
