"""Elementary functions in plain arithmetic: no call into libm, so a loop that uses them vectorises.

Argument reductions and rational approximations follow the Cephes library [Moshier1989]; accuracy is stated and
tested function by function. `sqrt`, `abs`, `min`, `max` and `floor` are machine instructions and need no help.
"""

import math

from flattop.quantities.kernel import physics

HALF_PI_HIGH = 1.5707963267341256  # pi/2 to 33 bits, so that n * HALF_PI_HIGH is exact for n < 2**20
HALF_PI_LOW = 6.077100506506192e-11  # pi/2 - HALF_PI_HIGH


@physics
def clip(x, low, high):
    """x limited to [low, high]."""
    return min(max(x, low), high)


@physics
def sign(x):
    """-1 or +1; zero counts as positive."""
    return -1.0 if x < 0.0 else 1.0


@physics
def sine_and_cosine(x):
    """Sine and cosine of one angle, to 3e-16 for |x| < 1e5 rad.

    Reduction to |y| <= pi/4 by quadrants, then the Taylor polynomials to y^15 and y^16.
    """
    n = math.floor(x * 0.6366197723675814 + 0.5)
    y = (x - n * HALF_PI_HIGH) - n * HALF_PI_LOW
    a = y * y
    s = y * (
        1.0
        + a
        * (
            -1.6666666666666666e-1
            + a
            * (
                8.333333333333333e-3
                + a
                * (
                    -1.984126984126984e-4
                    + a
                    * (
                        2.7557319223985893e-6
                        + a * (-2.505210838544172e-8 + a * (1.6059043836821613e-10 - a * 7.647163731819816e-13))
                    )
                )
            )
        )
    )
    c = 1.0 + a * (
        -0.5
        + a
        * (
            4.1666666666666664e-2
            + a
            * (
                -1.388888888888889e-3
                + a
                * (
                    2.48015873015873e-5
                    + a
                    * (
                        -2.755731922398589e-7
                        + a * (2.08767569878681e-9 + a * (-1.1470745597729725e-11 + a * 4.779477332387385e-14))
                    )
                )
            )
        )
    )
    quadrant = n - 4.0 * math.floor(0.25 * n)
    odd = quadrant == 1.0 or quadrant == 3.0
    sine = c if odd else s
    cosine = s if odd else c
    sine = -sine if quadrant >= 2.0 else sine
    cosine = -cosine if quadrant == 1.0 or quadrant == 2.0 else cosine
    return sine, cosine


@physics
def arctangent(y, x):
    """Angle of the point (x, y), in (-pi, pi], to 5e-16; zero at the origin.

    Octant reduction, then the rational approximation of atan on |z| <= tan(pi/8) [Moshier1989, atan.c].
    """
    a, b = abs(x), abs(y)
    low, high = min(a, b), max(max(a, b), 1e-300)
    steep = low > 0.41421356237309503 * high
    z = (low - high) / (low + high) if steep else low / high
    s = z * z
    p = s * (
        -64.85021904942025
        + s * (-122.88666844901361 + s * (-75.00855792314705 + s * (-16.157537187333652 - s * 0.8750608600031904)))
    )
    q = 194.5506571482614 + s * (
        485.3903996359137 + s * (432.88106049129027 + s * (165.02700983169885 + s * (24.858464901423062 + s)))
    )
    r = z + z * p / q
    r = r + 0.7853981633974483 if steep else r
    r = 1.5707963267948966 - r if b > a else r
    r = 3.141592653589793 - r if x < 0.0 else r
    return -r if y < 0.0 else r


@physics
def exponential(x):
    """e^x for |x| <= 20, to 2e-13 relative, for |x| <= 10 to 2e-14: Taylor polynomial of x/64, squared six times."""
    y = clip(x, -20.0, 20.0) * 0.015625
    e = 1.0 + y * (
        1.0
        + y
        * (
            0.5
            + y
            * (
                1.6666666666666666e-1
                + y
                * (
                    4.1666666666666664e-2
                    + y
                    * (
                        8.333333333333333e-3
                        + y
                        * (
                            1.388888888888889e-3
                            + y
                            * (
                                1.984126984126984e-4
                                + y
                                * (
                                    2.48015873015873e-5
                                    + y
                                    * (2.7557319223985893e-6 + y * (2.755731922398589e-7 + y * 2.505210838544172e-8))
                                )
                            )
                        )
                    )
                )
            )
        )
    )
    e = e * e
    e = e * e
    e = e * e
    e = e * e
    e = e * e
    return e * e


@physics
def logarithm(x):
    """Natural logarithm for 2^-63 < x < 2^63, to 4e-16 relative or 1e-16 absolute.

    Scaling by powers of two to [1/sqrt 2, sqrt 2], then 2 artanh((m-1)/(m+1)).
    """
    m, n = x, 0.0
    m, n = (m * 4294967296.0, n - 32.0) if m < 2.3283064365386963e-10 else (m, n)
    m, n = (m * 65536.0, n - 16.0) if m < 1.52587890625e-05 else (m, n)
    m, n = (m * 256.0, n - 8.0) if m < 0.00390625 else (m, n)
    m, n = (m * 16.0, n - 4.0) if m < 0.0625 else (m, n)
    m, n = (m * 4.0, n - 2.0) if m < 0.25 else (m, n)
    m, n = (m * 2.0, n - 1.0) if m < 0.7071067811865476 else (m, n)
    m, n = (m * 2.0, n - 1.0) if m < 0.7071067811865476 else (m, n)
    m, n = (m * 2.3283064365386963e-10, n + 32.0) if m >= 4294967296.0 else (m, n)
    m, n = (m * 1.52587890625e-05, n + 16.0) if m >= 65536.0 else (m, n)
    m, n = (m * 0.00390625, n + 8.0) if m >= 256.0 else (m, n)
    m, n = (m * 0.0625, n + 4.0) if m >= 16.0 else (m, n)
    m, n = (m * 0.25, n + 2.0) if m >= 4.0 else (m, n)
    m, n = (m * 0.5, n + 1.0) if m >= 1.4142135623730951 else (m, n)
    m, n = (m * 0.5, n + 1.0) if m >= 1.4142135623730951 else (m, n)
    z = (m - 1.0) / (m + 1.0)
    s = z * z
    series = 1.0 + s * (
        3.3333333333333331e-1
        + s
        * (
            0.2
            + s
            * (
                1.4285714285714285e-1
                + s
                * (
                    1.1111111111111111e-1
                    + s
                    * (
                        9.090909090909091e-2
                        + s
                        * (
                            7.692307692307693e-2
                            + s * (6.666666666666667e-2 + s * (5.8823529411764705e-2 + s * 5.263157894736842e-2))
                        )
                    )
                )
            )
        )
    )
    return n * 0.6931471805599453 + 2.0 * z * series


@physics
def power(x, exponent):
    """x^exponent for positive x with |exponent log x| <= 20."""
    return exponential(exponent * logarithm(x))


@physics
def smooth_sign(x):
    """tanh(x) as a rational function, to 1e-4; within 1e-6 of -1 or +1 beyond |x| = 4.97.

    Continued fraction of tanh to the seventh order [Abramowitz1964, 4.5.70].
    """
    y = clip(x, -4.97, 4.97)
    a = y * y
    t = y * (135135.0 + a * (17325.0 + a * (378.0 + a))) / (135135.0 + a * (62370.0 + a * (3150.0 + a * 28.0)))
    return clip(t, -1.0, 1.0)
