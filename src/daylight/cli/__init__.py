"""The command line. One module a command; ``app`` puts them together."""

from __future__ import annotations


def main() -> None:
    """Run the command that the arguments name, and exit with its code."""
    from daylight.cli.app import run

    run()
