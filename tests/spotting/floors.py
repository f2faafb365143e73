"""Small ships and drawn-up aircraft for the tests of spotting."""

from flattop.catalogue.models.outline import Outline
from flattop.catalogue.models.plan import Plan
from flattop.spotting import Rules, spotting
from flattop.spotting.validator import faults

COARSE = Rules(step=1.0, headings=4)
ROUNDS = 10


def parked(ship, requests, case="hangar", rules=COARSE, seed=1):
    """An answer in haste: few fillings, no linear programme."""
    return spotting(ship, requests, case, rules, seed, ROUNDS, is_quick=True)


def quantity(value, unit="m"):
    """A quantity with a source."""
    return {"value": float(value), "unit": unit, "grade": "A", "source": "test"}


def box(x0, x1, y0, y1):
    """Corners of a rectangle."""
    return [(float(x0), float(y0)), (float(x1), float(y0)), (float(x1), float(y1)), (float(x0), float(y1))]


def thing(name, polygon, **more):
    """A named polygon with a source."""
    return {"name": name, "polygon": polygon, "grade": "A", "source": "test", **more}


def small_ship(length=30.0, width=20.0, height=7.0, lift=(12.0, 12.0), capacity=20.0, obstacles=(), lifts=None, **more):
    """A hangar with a lift at its after end, and more tables of a plan."""
    half = 0.5 * lift[1]
    return Plan.model_validate(
        {
            "plan": {"name": "small", "title": "small", "description": "test", "ship": "small"},
            "area": [thing("hangar", box(0, length, -width / 2, width / 2), kind="hangar", height=quantity(height))],
            "lift": lifts
            or [thing("lift 1", box(-lift[0], 0, -half, half), joins=["hangar"], capacity=quantity(capacity, "t"))],
            "obstacle": [thing(f"pillar {k}", o, area="hangar", height=quantity(6)) for k, o in enumerate(obstacles)],
            **more,
        }
    )


def checked(answer, ship, *outlines):
    """The answer, after the independent validator found nothing wrong."""
    assert faults(answer, ship, {o.name: o for o in outlines}) == []
    return answer


def aircraft(polygons, mass=2.0):
    """An aircraft of some polygons, each (corners, bottom, top), in one configuration."""
    xs = [x for corners, _, _ in polygons for x, _ in corners]
    ys = [y for corners, _, _ in polygons for _, y in corners]
    size = {"length": max(xs) - min(xs), "width": max(ys) - min(ys), "height": max(top for _, _, top in polygons)}
    return Outline.model_validate(
        {
            "outline": {"name": "drawn", "title": "drawn", "description": "test"},
            "towing": {"mass": quantity(mass, "t"), "turning_x": quantity(0.0), "launches_from": "launch spot"},
            "configuration": [
                {"name": "parked", "description": "test", "stowed": True}
                | {name: quantity(value) for name, value in size.items()}
            ],
            "part": [
                thing(f"part {k}", corners, configurations=["parked"], bottom=quantity(low), top=quantity(top))
                for k, (corners, low, top) in enumerate(polygons)
            ],
        }
    )
