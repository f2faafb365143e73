"""Ways of a towed aircraft on small lattices, against Dijkstra's algorithm written out."""

from heapq import heappop, heappush

import numpy as np
import pytest

from flattop.spotting.lattice import DIRECTIONS, TURNS
from flattop.spotting.ways import COSTS, PRICE, TURN, UNREACHED, Move, Node, overshadow, reach, traced

NX, NY = 7, 6


def neighbours(blocked, node):
    """Poses one move away, with the move and its cost on clear floor."""
    h, x, y = node
    dx, dy = (int(d) for d in DIRECTIONS[h])
    for move, other in (
        (Move(0, h, x, y), Node(h, x + dx, y + dy)),
        (Move(0, h, x - dx, y - dy), Node(h, x - dx, y - dy)),
        (Move(1, h, x, y), Node((h + 1) % TURNS, x, y)),
        (Move(1, (h - 1) % TURNS, x, y), Node((h - 1) % TURNS, x, y)),
    ):
        inside = 0 <= other.ix < NX and 0 <= other.iy < NY
        if inside and not blocked[move]:
            yield other, COSTS[h % 4] if move.kind == 0 else TURN


def cheapest(blocked, goal, dear):
    """Costs of the cheapest ways from every pose to a goal."""
    known, queue = {}, [(0, goal)]
    while queue:
        cost, node = heappop(queue)
        if node in known:
            continue
        known[node] = cost
        for other, more in neighbours(blocked, node):
            if other not in known:
                heappush(queue, (cost + more * (PRICE if dear[other.ix, other.iy] else 1), other))
    return known


@pytest.mark.parametrize("seed", range(6))
def test_ways_are_the_cheapest_and_free(seed):
    """Every pose has a way exactly if Dijkstra finds one, it makes no blocked move, and costs the same."""
    rng = np.random.default_rng(seed)
    blocked, dear = rng.random((2, TURNS, NX, NY)) < 0.35, rng.random((NX, NY)) < 0.5
    goal = Node(*(int(rng.integers(n)) for n in (TURNS, NX, NY)))
    goals = np.zeros((TURNS, NX, NY), bool)
    goals[goal] = True
    first, known = reach(blocked, DIRECTIONS, goals, dear), cheapest(blocked, goal, dear)
    assert {Node(*map(int, n)) for n in np.argwhere(first != UNREACHED)} == set(known)
    for start, expected in known.items():
        nodes, moves = traced(first, start)
        assert nodes[-1] == goal
        assert not any(blocked[move] for move in moves)
        costs = [COSTS[m.heading % 4] if m.kind == 0 else TURN for m in moves]
        paid = sum(c * (PRICE if dear[n.ix, n.iy] else 1) for c, n in zip(costs, nodes, strict=False))
        assert paid == expected


def test_a_shadow_is_where_a_stamp_reaches_from():
    """Nodes from which an offset of the stamp leads to a node in the list."""
    stamp = np.array([[True, False], [False, True]])
    grid = np.zeros((4, 4), bool)
    overshadow(grid, stamp, np.array([2, 0]), np.array([2, 3]))
    assert {(int(x), int(y)) for x, y in np.argwhere(grid)} == {(2, 2), (1, 1), (0, 3)}
