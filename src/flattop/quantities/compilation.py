"""Compiled code kept on disk, under the digest of the sources it is made of.

Numba's own cache looks only at the file a function stands in; physics is inlined from many, so the folder's name carries a digest of
the function's module and of all it imports. Another report, or another comment, compiles nothing.
"""

import contextlib
import os
import shutil
from functools import cache
from pathlib import Path

import numba
from llvmlite import binding as llvm
from numba.core import config

from flattop.quantities.sources import source_digest

KEPT_VERSIONS = 4
"""Folders kept of a compiled module, one for each state of its sources; the newest stay."""


def cache_home():
    """Folder of the compiled code: FLATTOP_CACHE, or the user's cache folder."""
    chosen = os.environ.get("FLATTOP_CACHE") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(chosen) / "flattop"


def _without_old_versions(home, module):
    folders = (p for p in home.glob(f"{module}@*") if p.is_dir())
    for stale in sorted(folders, key=lambda p: p.stat().st_mtime, reverse=True)[KEPT_VERSIONS:]:
        shutil.rmtree(stale, ignore_errors=True)


@cache
def cache_folder(module: str):
    """Folder for the compiled code of a module, made when needed; None where nothing can be written."""
    name = module.removeprefix("flattop.")
    folder = cache_home() / f"{name}@{source_digest(module)}-{numba.__version__}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _without_old_versions(folder.parent, name)
        return folder if os.access(folder, os.W_OK) else None
    except OSError:
        return None


@cache
def widen_vectors():
    """Let numba use vectors of 512 bits on a processor that has them; LLVM keeps to 256 by itself, and the lanes lose a sixth.

    Holds for all that this process compiles, if numba has not compiled anything yet; NUMBA_CPU_FEATURES comes first.
    """
    features = llvm.get_host_cpu_features()
    if config.CPU_FEATURES is None and features.get("avx512f"):  # pyright: ignore[reportAttributeAccessIssue]
        config.CPU_FEATURES = features.flatten() + ",-prefer-256-bit"  # pyright: ignore[reportAttributeAccessIssue]


@contextlib.contextmanager
def _numba_cache(folder):
    before, config.CACHE_DIR = config.CACHE_DIR, str(folder)  # pyright: ignore[reportAttributeAccessIssue]
    try:
        yield
    finally:
        config.CACHE_DIR = before  # pyright: ignore[reportAttributeAccessIssue]


def compiled(function, parallel=True):
    """The function compiled, for all threads or for one, without exceptions inside and without fast-math, kept on disk."""
    widen_vectors()
    options = {"parallel": parallel, "error_model": "numpy", "nogil": True}
    folder = cache_folder(function.__module__)
    if folder is None:
        return numba.njit(**options)(function)
    with _numba_cache(folder):
        return numba.njit(cache=True, **options)(function)


def compiled_alone(function):
    """The function compiled for one thread."""
    return compiled(function, parallel=False)
