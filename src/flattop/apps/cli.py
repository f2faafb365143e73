"""The command line, `flattop VERB ...`: each verb a file of this room with a `run`, and its name in VERBS."""

import sys
from importlib import import_module

import typer
from typer.exceptions import TyperException

VERBS = ("list", "show", "fly", "envelope", "spot", "endurance", "assess", "trim", "export", "verify", "bench")


def program(arguments: list[str]) -> typer.Typer:
    """The program with the verb asked for and what it imports; with every verb for help, or for a name that is none."""
    app = typer.Typer(
        name="flattop", add_completion=False, no_args_is_help=True, rich_markup_mode="rich",
        callback=_introduction,
    )  # fmt: skip
    for verb in [v for v in VERBS if v in arguments[:1]] or VERBS:
        app.command(verb)(import_module(f"flattop.apps.{verb}").run)
    return app


def _introduction() -> None:
    """Can this uncrewed aircraft work from this ship?"""


def main(arguments: list[str] | None = None) -> None:
    """Run one verb and exit: 0 done, 2 unusable input, 1 a check failed or an internal fault, 130 interrupted."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        code = program(given)(args=given, prog_name="flattop", standalone_mode=False)
    except TyperException as error:
        if words := error.format_message().split():
            print("flattop:", *words, file=sys.stderr)
        code = 2
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
