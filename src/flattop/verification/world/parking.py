"""How many TB3 were officially said to stand on TCG Anadolu, beside plans: a plan shows that they fit."""

from flattop import catalogue
from flattop.catalogue.files.outlines import outline
from flattop.catalogue.files.plans import plan
from flattop.spotting import Rules, Spotting, spotting
from flattop.spotting.validator import faults
from flattop.verification.table import Findings, Row
from flattop.verification.world.rows import INDEPENDENT, Fact, Simulated, observed

SAID = "a number said, not seen; folded width and height of TB3 and the plan are estimates (docs/theory/spotting)"


def parked(case: str, number: int) -> Spotting:
    """A plan for a number of TB3; on deck no other aircraft is moved for one, below any may be."""
    rules = Rules(moves=0 if case == "recovery" else None)
    entry, ship = outline("tb3"), plan("anadolu")
    answer = spotting(ship, [(entry, None, number)], case, rules, seed=1)
    if wrong := faults(answer, ship, {entry.name: entry}):
        raise RuntimeError("a plan failed its own check:\n" + "\n".join(wrong))
    return answer


def fitting(case: str, answer: Spotting, where: str, number: int, note: str) -> Row:
    """The row of a floor: aircraft with a place, of those said."""
    fact = Fact(case, f"TB3 on TCG Anadolu: {where}", "1", float(number), "least", INDEPENDENT, 0.0, note)
    return observed(fact, Simulated(*(float(answer.count),) * 3))


def official_numbers() -> tuple[int, int]:
    """Uncrewed aircraft on TCG Anadolu's deck and below, as her entry in the catalogue quotes them."""
    capacity = catalogue.ship("anadolu").capacity
    if capacity is None or capacity.deck_uncrewed is None or capacity.hangar_uncrewed is None:
        raise ValueError("anadolu: capacity.deck_uncrewed and capacity.hangar_uncrewed: missing: expected both numbers")
    return int(capacity.deck_uncrewed.value), int(capacity.hangar_uncrewed.value)


def findings() -> Findings:
    """Deck and hangar; what lies below counts the light-vehicle deck, since the hangar by itself cannot hold the number."""
    on_deck, below = official_numbers()
    alone = parked("hangar", below)
    note = f"{SAID}; with the light-vehicle deck: the hangar by itself takes {alone.count}, and {alone.bound} at most"
    return Findings(
        [
            fitting(
                "ships 5.7", parked("recovery", on_deck), "parked on deck, the strip clear for recovery", on_deck, SAID
            ),
            fitting("ships 5.6", parked("extended", below), "parked below", below, note),
        ]
    )
