"""Plans by catalogue name or from a user's own file or drawing."""

from pathlib import Path

from flattop.catalogue.checks.plan import plan_faults
from flattop.catalogue.files.drawings import table_and_digest
from flattop.catalogue.files.loading import loaded
from flattop.catalogue.files.reading import validated
from flattop.catalogue.models.plan import Plan

DRAWINGS = (".geojson", ".json", ".dxf")


def plan(name_or_path: str | Path) -> Plan:
    """A plan by the ship's catalogue name, or from a TOML or GeoJSON file (DXF with the extra `dxf`)."""
    path = Path(name_or_path)
    if path.suffix.lower() not in DRAWINGS:
        return loaded(Plan, "plans", name_or_path, plan_faults)
    table, digest = table_and_digest(path)
    return validated(Plan, table, path, digest, plan_faults)
