"""The answer to a spotting question: who stands where, how they get out, and how many could stand there at most."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flattop.spotting.floor import Floor
from flattop.spotting.lattice import Pose
from flattop.spotting.rules import Rules
from flattop.spotting.shapes import Body, rotation

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Placed:
    """An aircraft on the plan: number, body, pose, its ways to the lift and to the launch spot, who moves before it."""

    number: int
    body: Body
    pose: Pose
    to_lift: tuple[Pose, ...]
    to_launch: tuple[Pose, ...]
    moved_first: tuple[int, ...]

    @property
    def outline(self) -> "BaseGeometry":
        """The outline in ship coordinates [m]."""
        return placed_region(self.body.silhouette, self.pose)


@dataclass(frozen=True)
class Spotting:
    """A plan and its bounds. `reasons` say why there is none, or fewer than asked for.

    `untowed` is how many were found to stand if none had to be towed: what lies between it and the plan is the price of
    towing, what lies between it and the bound is not known.
    """

    ship: str
    case: str
    floor: Floor
    rules: Rules
    wanted: tuple[tuple[Body, int | None], ...]
    stowed: tuple[Body, ...]
    placed: tuple[Placed, ...]
    bound_area: int
    bound_places: int
    reasons: tuple[str, ...]
    seed: int
    untowed: int = 0

    @property
    def count(self) -> int:
        """Number of aircraft on the plan."""
        return len(self.placed)

    @property
    def bound(self) -> int:
        """Least upper bound found."""
        return min(self.bound_area, self.bound_places)

    @property
    def gap(self) -> float:
        """How far the bound lies above the plan, as a fraction of the bound."""
        return 0.0 if self.bound == 0 else (self.bound - self.count) / self.bound

    @property
    def is_met(self) -> bool:
        """Whether every number asked for is on the plan (and something is)."""
        have = [sum(p.body is body for p in self.placed) for body, _ in self.wanted]
        enough = all(n is None or h >= n for h, (_, n) in zip(have, self.wanted, strict=True))
        return enough and self.count > 0

    @property
    def area(self) -> float:
        """Floor on which aircraft may stand [m2]."""
        return self.floor.parking.area

    @property
    def density(self) -> float:
        """Outlines' area to the floor's."""
        return sum(p.body.silhouette.area for p in self.placed) / self.area if self.area else 0.0

    @property
    def area_each(self) -> float:
        """Floor for each aircraft [m2]."""
        return self.area / self.count if self.count else float("nan")


def placed_region(region: "BaseGeometry", pose: Pose) -> "BaseGeometry":
    """A region of body axes at a pose."""
    from shapely.affinity import affine_transform

    (c, s), (n, d) = rotation(pose.heading).T.tolist()
    return affine_transform(region, [c, s, n, d, pose.x, pose.y])
