"""The search for a plan: fill the floor many times in different orders, then empty a part of the best and fill it again.

Everything is drawn from the seed and counted in rounds, not in seconds: the same seed gives the same plan.
"""

from math import inf
from typing import TYPE_CHECKING

import numpy as np

from flattop.catalogue.models.plan import CASES, KINDS
from flattop.spotting.answer import Placed, Spotting
from flattop.spotting.bound import area_bound, clique_bound
from flattop.spotting.exchange import board_of, exchanged
from flattop.spotting.fitting import unfit
from flattop.spotting.floor import Floor, floor
from flattop.spotting.orders import directions, stowing_orders
from flattop.spotting.packing import LARGEST, Wanted, packed
from flattop.spotting.places import Places, kept, places
from flattop.spotting.rules import Rules, UnusableRequestError, checked
from flattop.spotting.shapes import Body, body
from flattop.spotting.stowing import Stowage, stowed
from flattop.spotting.towing import Yard, goals_of

if TYPE_CHECKING:
    from flattop.catalogue.models.outline import Outline
    from flattop.catalogue.models.plan import Plan

Request = tuple["Outline", str | None, int | None]
EFFORT, QUICK_EFFORT = (
    3e7,
    2e6,
)  # lattice nodes visited in all rounds together, at length and in haste; sets their number
FEWEST, MOST = 8, 240
SMALL = 600  # places the solver is asked about in haste
EXCHANGES = 20000  # moves of the packing without towing
DEFAULT = Rules()
NOWHERE = "no place at the clearances from which an aircraft can be towed to where it has to go"


def spotting(
    plan: "Plan",
    requests: list[Request],
    case: str,
    rules: Rules = DEFAULT,
    seed: int = 0,
    rounds: int | None = None,
    is_quick: bool = False,
) -> Spotting:
    """How many aircraft fit, or whether a mix does.

    requests  outline, configuration (None: as stowed) and number (None: as many as possible) of each aircraft
    case      recovery, launch, full, hangar or extended (hangar and vehicle deck)
    rounds    fillings to try; None chooses by the size of the floor
    is_quick  the fewest rounds, and no linear programme for the bound: some seconds instead of half a minute
    Raises UnusableRequestError.
    """
    ground = asked(plan, requests, case, checked(rules))
    bodies = [body(o, name or o.stowed.name) for o, name, _ in requests]
    small = [body(o, o.stowed.name) for o, _, _ in requests]
    wanted = Wanted(tuple(n for _, _, n in requests))
    reasons = [line for b, s in zip(bodies, small, strict=True) for line in unfit(ground, b, s, rules)]
    given = (ground, rules, tuple(zip(bodies, wanted.counts, strict=True)), tuple(small))
    if reasons:
        return Spotting(plan.name, case, *given, (), 0, 0, tuple(reasons), seed)
    found, yard, goals, first = reachable(places(ground, bodies, rules), small)
    absent = tuple(f"{b.label}: {NOWHERE}" for k, b in enumerate(bodies) if k not in found.kind)
    if absent:
        return Spotting(plan.name, case, *given, (), 0, 0, absent, seed)
    rng, proof = np.random.default_rng([seed, 0]), np.random.default_rng([seed, 1])
    start, most = close_packing(found, wanted, seed, is_quick)
    bound = capped(most, wanted), capped(area_bound(found), wanted)
    is_mix = None not in wanted.counts
    if not is_mix:
        bound = min(bound[0], clique_bound(found, proof, is_quick)), bound[1]
    rounds = rounds or rounds_for(ground, QUICK_EFFORT if is_quick else EFFORT)
    best = sought(found, yard, goals, first, wanted, min(bound), rng, start, rounds)
    if is_mix and not wanted.is_met(found, best.chosen):  # only then a proof is of use
        bound = min(bound[0], capped(clique_bound(found, proof, is_quick), wanted)), bound[1]
    close = max(len(start), len(best.chosen))
    answer = Spotting(plan.name, case, *given, numbered(best), bound[1], bound[0], (), seed, close)
    return answer if answer.is_met else explained(answer, wanted)


def asked(plan: "Plan", requests: list[Request], case: str, rules: Rules) -> Floor:
    """The floor asked about. Raises UnusableRequestError with every problem of the question."""
    problems = [f"case = {case}: expected one of {' '.join(CASES)}"] if case not in KINDS else []
    if not problems and not plan.areas(case):
        problems.append(f"{plan.name}: no {case} in its plan: expected one of {' '.join(plan.cases)}")
    for outline, name, number in requests:
        known = [c.name for c in outline.configuration]
        if name is not None and name not in known:
            problems.append(f"{outline.name}: configuration = {name}: expected one of {' '.join(known)}")
        if number is not None and number < 1:
            problems.append(f"{outline.name} = {number}: expected a number of aircraft, 1 or more")
    if not requests:
        problems.append("no aircraft: expected at least one")
    if problems:
        raise UnusableRequestError(problems)
    return floor(plan, case, rules.step)


def close_packing(found: Places, wanted: Wanted, seed: int, is_quick: bool) -> tuple[list[int], int]:
    """Aircraft as close as they were found to stand if none had to be towed, far from the lifts first, and a bound."""
    few = len(found) <= (SMALL if is_quick else LARGEST)
    chosen, most = packed(found, wanted, seed % 2**31) if few else ([], len(found))
    axes = directions(found)
    if not few or len(chosen) < most:
        chosen = exchanged(
            board_of(found),
            wanted,
            chosen,
            axes[0],
            EXCHANGES // (4 if is_quick else 1),
            np.random.default_rng([seed, 2]),
        )
    far = axes[6] if len(axes) > 6 else axes[0]
    return sorted(chosen, key=lambda p: (far[p], p)), most


def capped(bound: int, wanted: Wanted) -> int:
    """A bound, not above the sum of stated numbers."""
    return int(min(bound, sum(inf if c is None else c for c in wanted.counts)))


def reachable(found: Places, small: list[Body]) -> tuple[Places, Yard, list[list[np.ndarray]], list[list[np.ndarray]]]:
    """The places that can be reached on an empty floor, with what towing needs to know."""
    yard = Yard(found.floor, found.bodies, found.rules)
    goals = goals_of(yard, small)
    empty = Stowage(found, yard, goals, None)
    return kept(found, empty.alive), yard, goals, empty.first


def rounds_for(ground: Floor, effort: float) -> int:
    """How many fillings to try on a floor; three times as many on decks, where a bad way shuts off more."""
    return int(np.clip((3 if ground.is_deck else 1) * effort / np.prod(ground.lattice.shape), FEWEST, MOST))


def sought(
    found: Places, yard: Yard, goals, ways, wanted: Wanted, bound: int, rng, start: list[int], rounds
) -> Stowage:
    """The best filling in all rounds, or the first that reaches the bound."""
    moves = found.rules.moves
    best = Stowage(found, yard, goals, moves, ways)
    for k, order in zip(range(rounds), stowing_orders(found, wanted, rng), strict=False):
        if rank(best, wanted) >= (True, bound):
            break
        again = k % 2 == 1 and k > rounds // 4
        first = best.chosen[: int(rng.integers(len(best.chosen) + 1))] if again else start if k == 0 else []
        one = stowed(found, yard, goals, wanted, moves, order, first, ways)
        if rank(one, wanted) >= rank(best, wanted):  # as good is good enough: other plans of the same number
            best = one
    return best


def rank(stowage: Stowage, wanted: Wanted) -> tuple[bool, int]:
    """The better of two fillings ranks higher: whether stated numbers are met, and how many aircraft there are."""
    return wanted.is_met(stowage.places, stowage.chosen), len(stowage.chosen)


def numbered(stowage: Stowage) -> tuple[Placed, ...]:
    """The aircraft with numbers from bow to stern, port to starboard, and their ways out."""
    p = stowage.places
    order = sorted(stowage.chosen, key=lambda c: (-p.ix[c], p.iy[c], p.heading[c]))
    number = {c: n for n, c in enumerate(order, start=1)}
    came = {c: k for k, c in enumerate(stowage.chosen)}
    return tuple(_placed(stowage, c, number, came) for c in order)


def _placed(stowage: Stowage, c: int, number: dict[int, int], came: dict[int, int]) -> Placed:
    p = stowage.places
    ways = [tuple(p.floor.lattice.pose(*node) for node in nodes) for nodes in stowage.paths[c]]
    below = bool(p.floor.lifts) and p.rules.needs_lift
    to_lift = ways[0] if below else ()
    to_launch = ways[int(below)] if len(ways) > int(below) else ()
    first = sorted(stowage.needs[c], key=lambda n: -came[n])
    return Placed(number[c], p.bodies[p.kind[c]], p.pose(c), to_lift, to_launch, tuple(number[n] for n in first))


def explained(answer: Spotting, wanted: Wanted) -> Spotting:
    """The answer with the reason why the numbers asked for are not on the plan."""
    from dataclasses import replace

    asked_for = sum(c or 0 for c in wanted.counts)
    have = ", ".join(f"{sum(q.body is b for q in answer.placed)} {b.label}" for b, _ in answer.wanted)
    if answer.bound < asked_for:
        why = f"{asked_for} aircraft asked for, at most {answer.bound} fit (proved for places {answer.rules.step:g} m apart)"
    else:
        why = f"{asked_for} aircraft asked for, {have} placed; not proved impossible (bound {answer.bound})"
    return replace(answer, reasons=(why if asked_for else NOWHERE,))
