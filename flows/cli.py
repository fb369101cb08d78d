"""The `zhibiao` command. The three filters start light; everything else is loaded when it is asked for."""

from __future__ import annotations

import sys

FILTERS = ("clean", "parse", "extract")


def main() -> None:
    """Entry point of the console script."""
    arguments = sys.argv[1:]
    if arguments and arguments[0] in FILTERS:
        from flows.filters import run_filter

        sys.exit(run_filter(arguments[0], arguments[1:]))
    from flows.app import app

    app()


if __name__ == "__main__":
    main()
