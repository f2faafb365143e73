"""Orders in which to try places: from the far side of the lift, from the sides, along or across, few headings first."""

from collections.abc import Iterator

import numpy as np

from flattop.spotting.packing import Wanted
from flattop.spotting.places import Places


def stowing_orders(places: Places, wanted: Wanted, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Endless orders; stated numbers come first, larger aircraft before smaller."""
    free = np.array([c is None for c in wanted.counts])[places.kind]
    size = -np.array([b.silhouette.area for b in places.bodies])[places.kind]
    axes = directions(places)
    present = np.unique(places.heading)
    while True:
        first, second = rng.choice(len(axes), 2, replace=False)
        band = float(rng.choice([0.5, 2.0, 5.0, 9.0]))
        liked = preference(present, rng)[places.heading]
        bands = np.floor(axes[first] / band)
        keys = (liked, bands) if rng.random() < 0.5 else (bands, liked)
        yield np.lexsort((rng.random(len(places)), axes[second], *keys, size, free))


def directions(places: Places) -> list[np.ndarray]:
    """Coordinates to fill along [m]: away from the lifts, along and across either way, from the sides inwards."""
    lattice = places.floor.lattice
    x, y = lattice.xs[places.ix], lattice.ys[places.iy]
    middle = 0.5 * (y.min() + y.max()) if len(y) else 0.0
    axes = [x, -x, y, -y, -np.abs(y - middle), np.abs(y - middle)]
    if lifts := places.floor.lifts:
        far = [np.hypot(x - c.x, y - c.y) for c in (lift.region.centroid for lift in lifts)]
        axes += [-np.minimum.reduce(far), *(-f for f in far)]
    return axes


def preference(present: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Ranks of the sixteen headings: one, or a pair nose to tail, or none before the rest."""
    rank = np.ones(16, int)
    liked = int(rng.choice(present))
    style = rng.random()
    if style < 0.85:
        rank[liked] = 0
    if style < 0.35:
        rank[(liked + 8) % 16] = 0
    return rank
