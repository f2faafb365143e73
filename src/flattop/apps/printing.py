"""Standard output: sentences and tables for people, or one JSON object for machines."""

import json
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import xarray as xr
    from rich.console import Console

WIDE = 220  # columns where standard output is no terminal


def console() -> "Console":
    """Standard output as rich writes it; wide where it is a file or a pipe, so that no table is cut."""
    from rich.console import Console

    return Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)


def say(*lines: str) -> None:
    """Sentences on standard output."""
    out = console()
    for line in lines:
        out.print(line, markup=False, soft_wrap=not sys.stdout.isatty())


def say_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> None:
    """A table on standard output; `right` names the columns of numbers."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for k, column in enumerate(columns):
        table.add_column(column, justify="right" if k in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console().print(table)


def say_files(written: Iterable[Path]) -> None:
    """The names of the files written: the page first, or else the first, with its folder; the others after it."""
    files = sorted(written, key=lambda path: path.suffix != ".html")
    say(*(f"Written: {path}" for path in files[:1]))
    if others := ", ".join(path.name for path in files[1:]):
        say(f"  and beside it {others}")


def say_json(result: Any) -> None:
    """One JSON object on standard output; numbers that are not finite become null."""
    print(json.dumps(plain(result), ensure_ascii=False, allow_nan=False))


def plain(value: Any) -> Any:
    """A value made of what JSON knows."""
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)


def dataset_as_dict(dataset: "xr.Dataset") -> dict[str, Any]:
    """A dataset as nested dictionaries: attributes, coordinates and variables with dims, units and data."""
    return {
        "attributes": dict(dataset.attrs),
        "coordinates": {str(k): _variable(v) for k, v in dataset.coords.items()},
        "variables": {str(k): _variable(v) for k, v in dataset.data_vars.items()},
    }


def _variable(variable: Any) -> dict[str, Any]:
    return {"dims": list(variable.dims), "units": variable.attrs.get("units", "1"), "data": variable.values}
