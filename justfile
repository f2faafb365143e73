# What there is to run; `just` alone lists it.

_list:
    @just --list --unsorted

# Style and import contracts: seconds
check:
    uv run --group lint ruff check .
    uv run --group lint ruff format --check .
    uv run lint-imports

# Types: a minute
types:
    uv run --group lint pyright

# Tests that compile nothing: under half a minute
quick:
    uv run pytest tests/quantities tests/physics tests/pilot tests/catalogue tests/architecture tests/exchange tests/scenario

# All tests
test *arguments:
    uv run pytest {{arguments}}

# Beside what others measured or computed; names of groups narrow it
verify *groups:
    uv run --extra verify flattop verify {{groups}}

# The documentation into site/, warnings are errors
docs:
    NO_MKDOCS_2_WARNING=1 uv run --group docs mkdocs build --strict --quiet

# Speed on this machine
bench:
    uv run flattop bench
