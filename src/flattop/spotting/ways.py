"""Ways on the lattice: the cheapest moves from every pose to a goal, and one such way traced out.

Cheapest ways by queues of equal cost [Dial1969]; costs are whole numbers, so no two machines disagree.
"""

from typing import NamedTuple

import numpy as np

from flattop.quantities.compilation import compiled_alone
from flattop.spotting.lattice import DIRECTIONS, TURNS

COSTS = (2, 5, 3, 5)  # of a straight move along each heading of a quarter: twice its length in steps
TURN = 2  # cost of a turn to the next heading
PRICE = 4  # times the cost over floor where aircraft park, so that ways keep to floor that is clear anyway
DEAREST = PRICE * max(COSTS)
AHEAD, BACK, STARBOARD, PORT, GOAL, UNREACHED = 0, 1, 2, 3, 4, -1


class Node(NamedTuple):
    """A pose on the lattice: heading, along, across."""

    heading: int
    ix: int
    iy: int


class Move(NamedTuple):
    """A move that sweeps floor: 0 straight ahead or 1 turn to starboard, from a pose; either way round."""

    kind: int
    heading: int
    ix: int
    iy: int


@compiled_alone
def reach(blocked, directions, goals, dear):
    """For each pose the move by which a cheapest way to a goal begins, UNREACHED where there is none.

    blocked  (2, 16, nx, ny): straight moves ahead, and turns to starboard, that may not be made
    goals    (16, nx, ny): poses to be reached; from all of them outwards, since every move can be made backwards
    dear     (nx, ny): nodes where aircraft park; a move there costs PRICE times as much (Dial's queues, one for each cost)
    """
    turns, nx, ny = goals.shape
    first = np.full((turns, nx, ny), -1, np.int8)
    cost = np.full((turns, nx, ny), 2**30, np.int32)
    queues = np.empty((DEAREST + 1, turns * nx * ny), np.int32)
    tails = np.zeros(DEAREST + 1, np.int64)
    for h in range(turns):
        for x in range(nx):
            for y in range(ny):
                if goals[h, x, y]:
                    first[h, x, y], cost[h, x, y] = 4, 0
                    queues[0, tails[0]] = (h * nx + x) * ny + y
                    tails[0] += 1
    now, waiting = 0, tails[0]
    while waiting > 0:
        slot = now % (DEAREST + 1)
        for k in range(tails[slot]):
            node = queues[slot, k]
            h, x, y = node // (nx * ny), (node // ny) % nx, node % ny
            if cost[h, x, y] != now:
                continue  # found cheaper before
            dx, dy = directions[h, 0], directions[h, 1]
            for move in range(4):
                a, u, v = h, x, y
                if move == 0:  # from astern, straight ahead to here
                    u, v = x - dx, y - dy
                    free = 0 <= u < nx and 0 <= v < ny and not blocked[0, h, u, v]
                elif move == 1:  # from ahead, backwards to here
                    u, v = x + dx, y + dy
                    free = 0 <= u < nx and 0 <= v < ny and not blocked[0, h, x, y]
                elif move == 2:  # from the heading to port, turning to starboard
                    a = (h - 1) % turns
                    free = not blocked[1, a, x, y]
                else:
                    a = (h + 1) % turns
                    free = not blocked[1, h, x, y]
                if free:
                    then = now + (COSTS[h % 4] if move < 2 else TURN) * (PRICE if dear[u, v] else 1)
                    if then < cost[a, u, v]:
                        first[a, u, v], cost[a, u, v] = move, then
                        other = then % (DEAREST + 1)
                        queues[other, tails[other]] = (a * nx + u) * ny + v
                        tails[other] += 1
                        waiting += 1
        waiting -= tails[slot]
        tails[slot] = 0
        now += 1
    return first


def traced(first: np.ndarray, start: Node) -> tuple[list[Node], list[Move]]:
    """The way from a reached pose to a goal: its poses, and the moves it makes."""
    h, x, y = start
    nodes, moves = [start], []
    while (move := int(first[h, x, y])) != GOAL:
        dx, dy = (int(d) for d in DIRECTIONS[h])
        if move == AHEAD:
            moves.append(Move(0, h, x, y))
            x, y = x + dx, y + dy
        elif move == BACK:
            x, y = x - dx, y - dy
            moves.append(Move(0, h, x, y))
        elif move == STARBOARD:
            moves.append(Move(1, h, x, y))
            h = (h + 1) % TURNS
        else:
            h = (h - 1) % TURNS
            moves.append(Move(1, h, x, y))
        nodes.append(Node(h, x, y))
    return nodes, moves


@compiled_alone
def overshadow(grid, stamp, xs, ys):
    """Mark the nodes from which a stamp's true offsets reach some nodes: (xs, ys) less each offset, on the grid."""
    nx, ny = grid.shape
    for k in range(len(xs)):
        for i in range(stamp.shape[0]):
            x = xs[k] - i
            if 0 <= x < nx:
                for j in range(stamp.shape[1]):
                    y = ys[k] - j
                    if stamp[i, j] and 0 <= y < ny:
                        grid[x, y] = True
