"""Contradictions in an outline."""

from collections.abc import Iterator

from flattop.catalogue.models.outline import Configuration, Outline
from flattop.catalogue.models.polygons import polygon_faults


def outline_faults(entry: Outline) -> Iterator[str]:
    """Contradictions in an outline, one line each."""
    known = [c.name for c in entry.configuration]
    for place, part in enumerate(entry.part, start=1):
        where = f"part.{place}"
        yield from polygon_faults(f"{where}.polygon", part.polygon)
        for name in part.configurations:
            if name not in known:
                yield f'{where}.configurations = "{name}": expected one of {" ".join(known)}'
        if part.top.si <= part.bottom.si:
            yield f"{where}.top = {part.top.si:g} m: expected above bottom, {part.bottom.si:g} m"
    if sum(c.stowed for c in entry.configuration) != 1:
        yield "configuration.stowed: expected true in exactly one configuration"
    for place, configuration in enumerate(entry.configuration, start=1):
        yield from _size_faults(entry, f"configuration.{place}", configuration)


def _size_faults(entry: Outline, where: str, configuration: Configuration) -> Iterator[str]:
    """Lines where the drawn parts disagree by more than 4 % (or 0.1 m) with the stated sizes."""
    parts = entry.parts(configuration.name)
    if not parts:
        yield f'{where}.name = "{configuration.name}": expected a part in this configuration'
        return
    xs = [x for p in parts for x, _ in p.polygon]
    ys = [y for p in parts for _, y in p.polygon] + [-y for p in parts if p.mirrored for _, y in p.polygon]
    drawn = {"length": max(xs) - min(xs), "width": max(ys) - min(ys), "height": max(p.top.si for p in parts)}
    for name, size in drawn.items():
        stated = getattr(configuration, name)
        slack = max(0.1, 0.04 * stated.si)
        if not stated.si_low - slack <= size <= stated.si_high + slack:
            yield f"{where}.{name} = {stated.value:g} {stated.unit}: expected what the parts give, {size:.2f} m"
