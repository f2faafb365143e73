"""A progress bar with the time left, on standard error, when that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any


@contextmanager
def bar(total: int, text: str) -> Iterator[Callable[[int], None] | None]:
    """A bar over so many flights; yields what to call with the number that ended since, or None without a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    left = TextColumn("left"), TimeRemainingColumn()
    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), *left]
    with Progress(*columns, console=_console(), transient=True) as progress:
        task = progress.add_task(first_words(text), total=total)

        def ended(count: int) -> None:
            progress.update(task, advance=count, description=text)

        yield ended


@contextmanager
def staged(totals: dict[str, int]) -> Iterator[Callable[[str, int], None] | None]:
    """One bar over several stages, each of so many flights; a stage that ends early is counted as whole."""
    names = list(totals)
    done: dict[str, int] = dict.fromkeys(names, 0)
    with bar(sum(totals.values()), "flying") as advance:

        def ended(stage: str, count: int) -> None:
            before = names[: names.index(stage)] if stage in names else []
            skipped = sum(totals[name] - done[name] for name in before)
            done.update({name: totals[name] for name in before})
            done[stage] = done.get(stage, 0) + count
            if advance:
                advance(count + skipped)

        yield ended if advance else None


def waiting(text: str) -> Any:
    """A spinner with a few words while something without a count goes on."""
    if not sys.stderr.isatty():
        return nullcontext()
    return _console().status(first_words(text))


def first_words(text: str) -> str:
    """What is said before the first flight has ended: whether the engine must be compiled first."""
    from flattop.quantities.compilation import cache_folder

    folder = cache_folder("flattop.engine.backends.march")
    is_compiled = folder is not None and any(folder.rglob("*.nbi"))
    return text if is_compiled or text == "drawing" else "compiling the engine, once"


def _console():
    from rich.console import Console

    return Console(stderr=True)
