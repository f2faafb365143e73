"""Contradictions in a plan."""

from collections.abc import Iterator

from flattop.catalogue.models.plan import Plan
from flattop.catalogue.models.polygons import polygon_faults


def plan_faults(entry: Plan) -> Iterator[str]:
    """Contradictions in a plan, one line each."""
    for table in ("area", "obstacle", "lift", "door", "clear", "lane"):
        for place, thing in enumerate(getattr(entry, table), start=1):
            yield from polygon_faults(f"{table}.{place}.polygon", thing.polygon)
    known = [a.name for a in entry.area]
    for table in ("obstacle", "clear", "lane"):
        for place, thing in enumerate(getattr(entry, table), start=1):
            if thing.area not in known:
                yield f'{table}.{place}.area = "{thing.area}": expected one of {", ".join(known)}'
    for table in ("lift", "door"):
        for place, thing in enumerate(getattr(entry, table), start=1):
            for name in set(thing.joins) - set(known):
                yield f'{table}.{place}.joins = "{name}": expected one of {", ".join(known)}'
    if len(set(known)) < len(known):
        yield f"area.name: {', '.join(known)}: expected each name once"
    for place, area in enumerate(entry.area, start=1):
        if area.kind != "deck" and area.height is None:
            yield f"area.{place}.height: missing: expected a positive length (clear height)"
