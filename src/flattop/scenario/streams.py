"""Streams of random numbers: which flights may share them. A flight is its scenario, the study's seed, its stream and its number.

Flights shown and counted by themselves have stream 0; every other use has streams of its own, so that no two share a number.
"""

SINGLE = 0
"""Flights of one scenario, as `fly`, `fly_condition` and `trajectory` number them."""
ENVELOPE, SENSITIVITY = 1 << 24, 2 << 24
"""First streams of the cells of a grid, and of the variants of a sensitivity."""
STREAMS_EACH = 1 << 24


def stream_of(use: int, place: int) -> int:
    """The stream of a place (a cell, a corner of a variant) within a use. Raises ValueError for a place beyond the streams set aside."""
    if not 0 <= place < STREAMS_EACH:
        raise ValueError(f"place = {place}: expected 0 to {STREAMS_EACH - 1}, the streams set aside for a use")
    return use + int(place)
