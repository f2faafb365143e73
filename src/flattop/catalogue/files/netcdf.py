"""NetCDF files beside the catalogue's entries, read whole, with their digest."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from flattop.catalogue.errors import UnreadableFileError

if TYPE_CHECKING:
    import xarray as xr


def dataset_and_digest(path: Path) -> "tuple[xr.Dataset, str]":
    """The dataset in a file and the file's SHA-256. Raises UnreadableFileError for a missing file and for any other format."""
    import xarray as xr  # late: half a second that the rest of the catalogue does without

    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        with xr.open_dataset(path, engine="h5netcdf") as opened:
            return opened.load(), digest
    except FileNotFoundError:
        raise UnreadableFileError(f"{path}: no such file") from None
    except (OSError, ValueError, KeyError) as error:
        raise UnreadableFileError(f"{path.name}: not NetCDF-4: {str(error).splitlines()[0]}") from None
