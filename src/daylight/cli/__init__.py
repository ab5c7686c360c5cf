"""The command line. One module a command; ``app`` puts them together."""

from __future__ import annotations

INTERRUPTED = 130
"""128 + SIGINT."""


def main() -> None:
    """Run the command that the arguments name, and exit with its code; Ctrl-C ends it quietly at any moment."""
    try:
        from daylight.cli.app import run

        run()
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
