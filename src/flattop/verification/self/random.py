"""The random numbers: Philox against its published vectors, and what is asked of normals and streams [Salmon2011]."""

import math

import numpy as np

from flattop.engine.random import FRAME_NOISE, START, four_normals, philox
from flattop.engine.records import Identity
from flattop.verification.table import Findings, Graph, Line, Row, compared

GROUP = "random"

KNOWN_ANSWERS = (
    ("zeros", (0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ("ones", (0xFFFFFFFF,) * 4, (0xFFFFFFFF,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    ("digits of pi", (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344), (0xA4093822, 0x299F31D0),
     (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1)),
)  # fmt: skip
"""Name, counter, key and answer of ten rounds of four words: vectors shipped with the authors' library [Salmon2011]."""

FLIGHTS, QUADS = 500, 10
SURELY = 4.9
"""Standard deviations that a normal variable leaves once in a million."""
KOLMOGOROV = 2.69
"""Square root of n times the distance of two distributions that chance exceeds once in a million: sqrt(ln(2e6)/2)."""


def vector_rows() -> list[Row]:
    """Each published vector, word by word; integers, so nothing may differ."""
    return [
        compared(GROUP, "Philox 4x32-10", f"{name}, word {k}", "1", float(word), float(ours), 0.0, "integers: exact")
        for name, counter, key, answer in KNOWN_ANSWERS
        for k, (word, ours) in enumerate(zip(answer, philox(*counter, *key), strict=True))
    ]


def drawn(seed: int, purpose: int) -> np.ndarray:
    """Normal numbers of the streams of some flights, (flights, numbers)."""
    return np.array(
        [[x for j in range(QUADS) for x in four_normals(seed, Identity(i, 0, 0), purpose, j)] for i in range(FLIGHTS)]
    )


def moment_rows(x: np.ndarray) -> list[Row]:
    """Mean, variance, fourth moment and distribution of n numbers; each fails by chance once in a million."""
    from scipy.stats import kstest

    n = x.size
    case, note = f"{n} normal numbers", "4.9 standard errors of a sample: once in a million by chance"
    flat = x.ravel()
    distance = float(kstest(flat, "norm").statistic) * math.sqrt(n)
    return [
        compared(GROUP, case, "mean", "1", 0.0, float(flat.mean()), SURELY / math.sqrt(n), note),
        compared(GROUP, case, "variance", "1", 1.0, float(flat.var()), SURELY * math.sqrt(2.0 / n), note),
        compared(GROUP, case, "fourth moment", "1", 3.0, float((flat**4).mean()), SURELY * math.sqrt(96.0 / n), note),
        compared(GROUP, case, "distance of the distribution, times sqrt n", "1", 0.0, distance, KOLMOGOROV,
                 "Kolmogorov's distribution, once in a million by chance"),
    ]  # fmt: skip


def stream_rows(x: np.ndarray, others: dict[str, np.ndarray]) -> list[Row]:
    """Correlation of neighbouring numbers, flights, purposes and seeds; 1/sqrt(n) is its standard error."""
    pairs = {"a flight's neighbouring numbers": (x[:, 1:], x[:, :-1]), "neighbouring flights": (x[1:], x[:-1])}
    pairs |= {name: (x, other) for name, other in others.items()}
    return [
        compared(
            GROUP, "streams", f"correlation of {name}", "1", 0.0, float((a * b).mean()), SURELY / math.sqrt(a.size),
            "4.9 standard errors: once in a million by chance",
        )
        for name, (a, b) in pairs.items()
    ]  # fmt: skip


def findings(folder=None, progress=None) -> Findings:
    """Vectors, moments and streams."""
    x = drawn(1, FRAME_NOISE)
    others = {"two purposes": drawn(1, START), "two seeds": drawn(2, FRAME_NOISE)}
    edges = np.linspace(-4.0, 4.0, 41)
    centres = 0.5 * (edges[1:] + edges[:-1])
    density = np.histogram(x, edges, density=True)[0]
    bell = np.exp(-0.5 * centres**2) / math.sqrt(2.0 * math.pi)
    graph = Graph(
        "random-normal", "Distribution of the normal numbers", "value", "density",
        [Line("normal", centres, bell, True), Line("drawn", centres, density, False)], caption=f"{x.size} numbers.",
    )  # fmt: skip
    return Findings(vector_rows() + moment_rows(x) + stream_rows(x, others), [graph])
