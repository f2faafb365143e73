"""The catalogue's own files, copied to begin from: an entry of one's own is a changed copy of the nearest one."""

from difflib import get_close_matches
from pathlib import Path
from typing import get_args

from flattop.catalogue.errors import UnknownNameError
from flattop.catalogue.files.loading import DATA, Shelf, names, ship


def copy_entry(entry: str, destination: str | Path) -> list[Path]:
    """The files written: a copy of a catalogue entry's TOML file and, beside it, the NetCDF files that it names.

    entry        shelf and name, as `airframes/tb3`, `ships/izumo`, `pilots/standard`, `outlines/tb3`, `plans/izumo`
    destination  path of the new TOML file, in a folder that exists

    Nothing is overwritten and nothing is written in part: raises FileExistsError for a file that is there with other contents,
    UnknownNameError for an entry that is not in the catalogue.
    """
    source, target = _file_of(entry), Path(destination)
    copies = [(source, target), *((source.parent / name, target.parent / name) for name in _files_named_in(source))]
    contents = [(new, old.read_bytes()) for old, new in copies]
    for new, content in contents:
        if new.exists() and new.read_bytes() != content:
            raise FileExistsError(f"{new}: a file with other contents is there: expected a new name")
    for new, content in contents:
        new.write_bytes(content)
    return [new for new, _ in contents]


def _file_of(entry: str) -> Path:
    known = [f"{shelf}/{name}" for shelf in get_args(Shelf) for name in names(shelf)]
    if entry not in known:
        near = [k for k in known if k.partition("/")[2] == entry] or get_close_matches(entry, known, n=3, cutoff=0.5)
        offer = f"did you mean {' or '.join(near)}?" if near else "expected a shelf and a name, as airframes/tb3"
        raise UnknownNameError(f"{entry}: not in the catalogue, {offer}")
    return DATA / f"{entry}.toml"


def _files_named_in(source: Path) -> list[str]:
    """Names of the NetCDF files that an entry points to: a ship's response operators and its gridded airwake."""
    if source.parent.name != "ships":
        return []
    entry = ship(source.stem)
    named = (entry.response and entry.response.file, entry.air and entry.air.grid)
    return [name for name in named if name]
