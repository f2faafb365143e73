"""Plans by catalogue name or from a user's own file or drawing."""

from pathlib import Path

from flattop.catalogue.checks.plan import plan_faults
from flattop.catalogue.files.loading import loaded
from flattop.catalogue.models.plan import Plan


def plan(name_or_path: str | Path) -> Plan:
    """A plan by the ship's catalogue name, or from a TOML or GeoJSON file (DXF with the extra `dxf`)."""
    if str(name_or_path).lower().endswith((".geojson", ".json", ".dxf")):
        from flattop.catalogue.files.drawings import plan_from_drawing

        return plan_from_drawing(Path(name_or_path), plan_faults)
    return loaded(Plan, "plans", name_or_path, plan_faults)
