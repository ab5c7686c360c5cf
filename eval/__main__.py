"""``python -m eval``: every figure, with its count and 95 % bootstrap interval."""

from __future__ import annotations

from eval.figures import table
from eval.scorers import outcomes


def main() -> None:
    """Print the figures of each stage as they come."""
    for outcome in outcomes():
        if outcome.skipped:
            print(f"{outcome.scorer}: skipped: {outcome.skipped}")
        else:
            print(table(outcome.figures))
            print(f"({outcome.scorer}: {outcome.seconds:.0f} s)\n", flush=True)


if __name__ == "__main__":
    main()
