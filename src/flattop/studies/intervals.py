"""Confidence intervals of a rate observed in independent trials."""

import numpy as np


def clopper_pearson(count, total, confidence):
    """Two-sided exact interval of a binomial rate, low and high [1].

        low = B(a/2; k, n - k + 1),  high = B(1 - a/2; k + 1, n - k)       [ClopperPearson1934]

    count       successes, array   [1]   0 .. total
    total       trials, array      [1]
    confidence  1 - a              [1]   0 .. 1

    Its coverage is never below the confidence. No trials give 0 and 1.
    """
    from scipy.stats import beta

    k, n = np.broadcast_arrays(np.asarray(count, dtype=float), np.asarray(total, dtype=float))
    tail = 0.5 * (1.0 - confidence)
    with np.errstate(invalid="ignore"):
        low = np.where(k > 0, beta.ppf(tail, np.maximum(k, 1e-9), n - k + 1), 0.0)
        high = np.where(k < n, beta.ppf(1.0 - tail, k + 1, np.maximum(n - k, 1e-9)), 1.0)
    return low, high
