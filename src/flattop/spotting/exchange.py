"""Exchange: a plan improved by swaps, one aircraft taken away and one put where it had stood in the way.

Local search for independent sets [Andrade2012]: each place knows by how many aircraft it is blocked. Free places are
taken; else a place blocked by one is taken in that one's stead, rather one higher on a slope than lower, so that room
gathers at one end until another aircraft fits; now and then any place is taken, to get out of a corner. Towing is left
to the stowing. Random numbers are drawn outside and counted in moves: the same seed gives the same plan.
"""

from typing import NamedTuple

import numpy as np

from flattop.quantities.compilation import compiled_alone
from flattop.spotting.packing import Wanted
from flattop.spotting.places import Places

RESTING = 12  # moves for which an aircraft taken away does not come back
OFFERS = 6  # swaps looked at in a move
LEVEL = 0.15  # share of moves that do not look at the slope
ESCAPE = 0.004  # share of moves to any place


class Board(NamedTuple):
    """Places as arrays: group (body and heading), node; which node is which place; conflicts of each pair of groups."""

    group: np.ndarray
    kind: np.ndarray
    ix: np.ndarray
    iy: np.ndarray
    nodes: np.ndarray
    offsets: np.ndarray
    begins: np.ndarray
    stamps: np.ndarray
    low: int


class Hand(NamedTuple):
    """State: by how many each place is blocked; places blocked by none and by one; their spots in these lists; sizes."""

    blocks: np.ndarray
    lists: np.ndarray
    spot: np.ndarray
    size: np.ndarray


def exchanged(
    board: Board, wanted: Wanted, start: list[int], slope: np.ndarray, moves: int, rng: np.random.Generator
) -> list[int]:
    """The largest set of places without conflict found in so many moves, with no more of a body than asked for.

    slope  how well each place is liked, the higher the better
    """
    count = len(board.kind)
    many = np.array([count if c is None else c for c in wanted.counts], np.int64)
    draws = rng.random((moves, OFFERS + 1), dtype=np.float32)
    return [int(p) for p in improved(board, many, slope, np.array(start, np.int64), draws)]


def board_of(places: Places) -> Board:
    """The places, and for each pair of groups the offsets in conflict, as a list and as a stamp."""
    groups, group = places.groups, np.empty(len(places), np.int64)
    for g, (_, _, members) in enumerate(groups):
        group[members] = g
    nodes = np.full((len(groups), *places.floor.lattice.shape[1:]), -1, np.int32)
    nodes[group, places.ix, places.iy] = np.arange(len(places))
    pairs = [places.stamp(a, ha, b, hb) for a, ha, _ in groups for b, hb, _ in groups]
    offsets = [(np.argwhere(grid) + np.array([i0, j0])).astype(np.int32) for grid, i0, j0 in pairs]
    low = min(min(i0, j0) for _, i0, j0 in pairs)
    wide = max(max(i0 + g.shape[0], j0 + g.shape[1]) for g, i0, j0 in pairs) - low
    stamps = np.zeros((len(pairs), wide, wide), bool)
    for stamp, found in zip(stamps, offsets, strict=True):
        stamp[found[:, 0] - low, found[:, 1] - low] = True
    begins = np.cumsum([0] + [len(found) for found in offsets])
    return Board(group, places.kind, places.ix, places.iy, nodes, np.concatenate(offsets), begins, stamps, low)


@compiled_alone
def shifted(hand, place, old, new):
    """Move a place between the lists of those blocked by none (0) and by one (1)."""
    if old < 2:
        last = hand.lists[old, hand.size[old] - 1]
        hand.lists[old, hand.spot[place]] = last
        hand.spot[last] = hand.spot[place]
        hand.size[old] -= 1
    if new < 2:
        hand.lists[new, hand.size[new]] = place
        hand.spot[place] = hand.size[new]
        hand.size[new] += 1


@compiled_alone
def counted(board, hand, place, change):
    """Count an aircraft in or out at all places it blocks, its own included."""
    groups, nx, ny = board.nodes.shape
    for a in range(groups):
        pair = a * groups + board.group[place]
        for k in range(board.begins[pair], board.begins[pair + 1]):
            x, y = board.ix[place] + board.offsets[k, 0], board.iy[place] + board.offsets[k, 1]
            if 0 <= x < nx and 0 <= y < ny and board.nodes[a, x, y] >= 0:
                other = board.nodes[a, x, y]
                old = hand.blocks[other]
                hand.blocks[other] = old + change
                if old < 2 or old + change < 2:
                    shifted(hand, other, old, old + change)


@compiled_alone
def excludes(board, a, b):
    """Whether two places exclude each other."""
    i, j = board.ix[a] - board.ix[b] - board.low, board.iy[a] - board.iy[b] - board.low
    wide = board.stamps.shape[1]
    pair = board.group[a] * board.nodes.shape[0] + board.group[b]
    return a == b or (0 <= i < wide and 0 <= j < wide and board.stamps[pair, i, j])


@compiled_alone
def picked(board, hand, left, slope, rest, move, draw):
    """The place to take next, -1 for none: a free one, or the best of some swaps offered."""
    if draw[0] < ESCAPE:
        return int(draw[1] * len(slope))
    pick = -1
    for k in range(1, OFFERS + 1):
        for level in range(2):
            if hand.size[level] == 0 or (level == 1 and pick >= 0 and hand.blocks[pick] == 0):
                continue
            offer = hand.lists[level, int(draw[k] * hand.size[level])]
            if rest[offer] > move or (level == 0 and left[board.kind[offer]] == 0):
                continue
            if pick < 0 or hand.blocks[offer] < hand.blocks[pick] or (draw[0] > LEVEL and slope[offer] > slope[pick]):
                pick = offer
    return pick


@compiled_alone
def improved(board, many, slope, start, draws):
    """The moves of `exchanged`."""
    count = len(board.kind)
    hand = Hand(
        np.zeros(count, np.int32), np.zeros((2, count), np.int32), np.arange(count), np.array([count, 0], np.int64)
    )
    hand.lists[0] = np.arange(count)
    rest, left = np.zeros(count, np.int64), many.copy()
    chosen, length = np.empty(count, np.int64), 0
    best = chosen[:0].copy()
    for move in range(-len(start), len(draws)):
        pick = start[move] if move < 0 else picked(board, hand, left, slope, rest, move, draws[move])
        if pick < 0:
            continue
        stay = 0
        for k in range(length):
            if excludes(board, pick, chosen[k]):
                counted(board, hand, chosen[k], -1)
                rest[chosen[k]] = move + RESTING
                left[board.kind[chosen[k]]] += 1
            else:
                chosen[stay] = chosen[k]
                stay += 1
        length = stay
        if left[board.kind[pick]] > 0:
            counted(board, hand, pick, 1)
            chosen[length] = pick
            length += 1
            left[board.kind[pick]] -= 1
        if length > len(best):
            best = chosen[:length].copy()
    return best
