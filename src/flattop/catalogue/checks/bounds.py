"""A bound on a quantity, in one line."""

from collections.abc import Iterator

from flattop.catalogue.models.quantity import Quantity, written


def between(path: str, quantity: Quantity, low: float, high: float, why: str) -> Iterator[str]:
    """A line if a quantity lies outside low .. high (SI); `why` says what the bounds are."""
    if not low <= quantity.si <= high:
        yield f"{path} = {written(quantity.value, quantity.unit)}: expected {why}"
