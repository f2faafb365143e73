"""A spotting plan as nested dictionaries, in ship coordinates in metres, so that anyone can check it."""

from typing import TYPE_CHECKING, Any

from flattop.reports.spotting.words import spot_factor

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from flattop.catalogue.models.outline import Outline
    from flattop.catalogue.models.plan import Plan
    from flattop.spotting import Spotting


def as_dict(answer: "Spotting", plan: "Plan", reference: "Outline | None" = None) -> dict[str, Any]:
    """A plan as nested dictionaries: every outline and obstacle in ship coordinates in metres."""
    from dataclasses import asdict

    return {
        "ship": answer.ship,
        "case": answer.case,
        "count": answer.count,
        "fits": answer.is_met,
        "reasons": list(answer.reasons),
        "without_towing": answer.untowed,
        "upper_bound": answer.bound,
        "upper_bound_places": answer.bound_places,
        "upper_bound_area": answer.bound_area,
        "gap": answer.gap,
        "parking_area_m2": answer.area,
        "area_each_m2": answer.area_each,
        "density": answer.density,
        "spot_factor": {body.label: spot_factor(body, reference) for body, _ in answer.wanted} if reference else None,
        "spot_factor_reference": reference.name if reference else None,
        "rules": asdict(answer.rules),
        "seed": answer.seed,
        "plan_digest": plan.digest,
        "axes": "ship axes: x forward from amidships, y to starboard, metres; headings in degrees to starboard of the bow",
        "aircraft": [_aircraft(p) for p in answer.placed],
        "floor": [{"name": a.name, "height_m": a.height, "polygon": corners(a.region)} for a in answer.floor.areas],
        "obstacles": [
            {"name": t.name, "height_m": t.height, "polygon": corners(t.region)} for t in answer.floor.obstacles
        ],
        "doors": [{"name": d.name, "height_m": d.height, "polygon": corners(d.region)} for d in answer.floor.doors],
        "kept_clear": [{"name": t.name, "polygon": corners(t.region)} for t in answer.floor.clear],
        "lifts": [
            {"name": i.name, "capacity_kg": i.capacity, "polygon": corners(i.region)} for i in answer.floor.lifts
        ],
    }


def _aircraft(placed) -> dict[str, Any]:
    from math import degrees

    from shapely import Polygon

    from flattop.spotting.answer import placed_region

    def poses(path):
        return [[round(p.x, 3), round(p.y, 3), round(degrees(p.heading) % 360.0, 3)] for p in path]

    parts = [
        {"bottom_m": p.bottom, "top_m": p.top, "polygon": corners(placed_region(Polygon(p.corners), placed.pose))}
        for p in placed.body.pieces
    ]
    return {
        "number": placed.number,
        "name": placed.body.name,
        "configuration": placed.body.configuration,
        "pose": poses([placed.pose])[0],
        "outline": corners(placed.outline),
        "parts": parts,
        "moved_first": list(placed.moved_first),
        "path_to_lift": poses(placed.to_lift),
        "path_to_launch_spot": poses(placed.to_launch),
    }


def corners(region: "BaseGeometry") -> list[list[float]]:
    """Corners of a region's outer ring [m], to the hundredth of a millimetre."""
    from shapely import get_coordinates, get_exterior_ring

    ring = get_exterior_ring(region if region.geom_type == "Polygon" else region.convex_hull)
    return [[round(x, 5), round(y, 5)] for x, y in get_coordinates(ring).tolist()]
