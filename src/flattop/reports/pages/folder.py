"""The output folder: said to be unusable before any work, and filled with complete files or none.

Each file is written under another name in the same folder and then renamed, so that an interrupt leaves no half of it.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xarray as xr


class UnwritableFolderError(OSError):
    """An output folder that cannot be made or written into."""


class Folder:
    """A folder that results are written to."""

    def __init__(self, path: str | Path):
        """The folder, made when it is missing; raises UnwritableFolderError when nothing can be written there."""
        self.path = Path(path)
        self.written: list[Path] = []
        probe = self.path / f".flattop-{os.getpid()}"
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            probe.touch()
            probe.unlink()
        except OSError as error:
            why = (error.strerror or "unknown fault").lower()
            raise UnwritableFolderError(f"output folder {self.path}: cannot be written to: {why}") from None

    def text(self, name: str, text: str) -> Path:
        """Write a text file."""
        return self.bytes(name, text.encode())

    def bytes(self, name: str, content: bytes) -> Path:
        """Write a file of bytes."""
        return self._whole(name, lambda part: part.write_bytes(content) and None)

    def results(self, name: str, dataset: "xr.Dataset") -> Path:
        """Write a dataset as NetCDF-4."""
        return self._whole(name, lambda part: dataset.to_netcdf(part, engine="h5netcdf", mode="w"))

    def _whole(self, name: str, write: Callable[[Path], object]) -> Path:
        part = self.path / f".{name}.{os.getpid()}.part"
        try:
            write(part)
            os.replace(part, self.path / name)
        finally:
            part.unlink(missing_ok=True)
        self.written.append(self.path / name)
        return self.path / name
