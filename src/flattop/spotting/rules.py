"""What an operator asks of a plan: clearances, towing, and how finely places are searched. All are parameters.

The defaults are estimates of ship practice, not published figures (docs/theory/spotting.md).
"""

from dataclasses import dataclass, fields


class UnusableRequestError(ValueError):
    """A question that cannot be put: one line per problem."""

    def __init__(self, problems):
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class Rules:
    """Clearances [m] and rules of a plan.

    between        aircraft parked beside each other, where their parts meet in height
    vertical       parts one above the other; infinite forbids any overlap seen from above
    edge           outline to the edge of the deck, or to a hangar's wall
    obstacle       outline to island, pillars and the like
    towing         a moving aircraft to everything that stands
    lift           outline to the edge of a lift's platform
    needs_lift     whether every aircraft has to be able to go below
    moves          how many others may be moved to bring one aircraft to a lift or its launch spot; None is any number
    step           spacing of the lattice of places
    headings       how many headings an aircraft may be parked at: 4, 8 or 16
    """

    between: float = 0.6
    vertical: float = 0.3
    edge: float = 0.5
    obstacle: float = 0.6
    towing: float = 0.3
    lift: float = 0.3
    needs_lift: bool = True
    moves: int | None = 0
    step: float = 0.5
    headings: int = 8

    def problems(self) -> list[str]:
        """What is unusable, one line each."""
        lengths = [f.name for f in fields(self) if f.name not in ("needs_lift", "moves", "step", "headings")]
        found = [
            f"{name} clearance = {getattr(self, name):g} m: expected zero or more"
            for name in lengths
            if not getattr(self, name) >= 0.0
        ]
        if self.towing > min(self.between, self.edge, self.obstacle):
            found.append(f"towing clearance = {self.towing:g} m: expected at most the clearances of parked aircraft")
        if self.moves is not None and self.moves < 0:
            found.append(f"moves = {self.moves}: expected zero or more")
        if not 0.1 <= self.step <= 5.0:
            found.append(f"step = {self.step:g} m: expected between 0.1 and 5 m")
        if self.headings not in (4, 8, 16):
            found.append(f"headings = {self.headings}: expected 4, 8 or 16")
        return found


def checked(rules: Rules) -> Rules:
    """The same rules. Raises UnusableRequestError."""
    if found := rules.problems():
        raise UnusableRequestError(found)
    return rules
