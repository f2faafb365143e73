"""The command line, `flattop VERB ...`: each verb a file of this room with a `run`, and its name in VERBS."""

import sys
from importlib import import_module

import typer
from typer.exceptions import TyperException

VERBS = ("list", "show", "fly", "envelope", "assess", "trim", "verify", "bench")


def program() -> typer.Typer:
    """The program with all its verbs; a verb imports what it needs when it runs."""
    app = typer.Typer(
        name="flattop",
        help="Can this uncrewed aircraft work from this ship?",
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode="rich",
    )
    for verb in VERBS:
        app.command(verb)(import_module(f"flattop.apps.{verb}").run)
    return app


def main(arguments: list[str] | None = None) -> None:
    """Run one verb and exit: 0 done, 2 unusable input, 1 a check failed or an internal fault, 130 interrupted."""
    try:
        code = program()(args=arguments, prog_name="flattop", standalone_mode=False)
    except TyperException as error:
        if words := error.format_message().split():
            print("flattop:", *words, file=sys.stderr)
        code = 2
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
