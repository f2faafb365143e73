"""Streams: uses do not meet, and what does not fit is refused."""

import pytest

from flattop.scenario.streams import ENVELOPE, SENSITIVITY, SINGLE, STREAMS_EACH, stream_of


def test_uses_do_not_meet():
    """The last stream of one use lies before the first of the next, and none is that of single flights."""
    assert SINGLE < ENVELOPE
    assert stream_of(ENVELOPE, STREAMS_EACH - 1) < stream_of(SENSITIVITY, 0)
    assert stream_of(SENSITIVITY, STREAMS_EACH - 1) < 2**32


@pytest.mark.parametrize("place", [-1, STREAMS_EACH])
def test_a_place_beyond_a_use_is_refused(place):
    """Rather than to share another's numbers."""
    with pytest.raises(ValueError, match="place"):
        stream_of(ENVELOPE, place)
