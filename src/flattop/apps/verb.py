"""How every verb fails: bad input is one line a problem and exit 2, an interrupt exit 130, a fault exit 1.

A file of the user's that cannot be read is bad input: its reader says so with a CatalogueError. Any other fault of the system, as a
full disk or a folder that may not be written to, is no fault of the input: one line and exit 1.
"""

import functools
import sys
import traceback
from collections.abc import Callable
from typing import ParamSpec

import typer

from flattop.catalogue import CatalogueError
from flattop.quantities.ranges import UnusableValueError

P = ParamSpec("P")


class UnusableInputError(ValueError):
    """Options that cannot be used: one line per problem, `--option = value unit: what was expected`."""

    def __init__(self, problems: list[str]):
        self.problems = problems
        super().__init__("\n".join(problems))


def verb(run: Callable[P, None]) -> Callable[P, None]:
    """A verb whose exceptions become lines on standard error and an exit code."""

    @functools.wraps(run)
    def answered(*arguments: P.args, **options: P.kwargs) -> None:
        try:
            run(*arguments, **options)
        except (CatalogueError, UnusableValueError, UnusableInputError) as error:
            _complain(*error.problems)
            raise typer.Exit(2) from None
        except OSError as error:
            _complain(_what_failed(error))
            raise typer.Exit(1) from None
        except KeyboardInterrupt:
            _complain("interrupted: files written so far are complete, the others were not begun")
            raise typer.Exit(130) from None
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except Exception:
            traceback.print_exc()
            _complain("internal fault: please report it with the lines above and the command")
            raise typer.Exit(1) from None

    return answered


def _what_failed(error: OSError) -> str:
    """The file and what the system says of it; without these the error's own first line."""
    if error.strerror and error.filename:
        return f"{error.filename}: {error.strerror.lower()}"
    return next(iter((error.strerror or str(error)).splitlines()), type(error).__name__)


def _complain(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)
