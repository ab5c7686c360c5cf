"""``python -m eval.gate``: no figure may fall under its floor.

Floors stand in ``eval/floors.json`` with the digest of the data that they were measured on. ``--update`` raises them to
the present figures; it lowers none unless ``--allow-lower REASON`` says why, and the reason is kept beside the floors.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from eval.figures import Figure
from eval.scorers import Outcome, outcomes

FLOORS = Path(__file__).parent / "floors.json"


@dataclass
class Floors:
    """The pinned figures: floor by figure, digest of the data by scorer, and why floors were lowered."""

    floors: dict[str, float] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)
    lowered: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> Floors:
        """The floors of a file; none where it does not exist yet."""
        return cls(**json.loads(path.read_text("utf-8"))) if path.exists() else cls()

    def write(self, path: Path) -> None:
        """Write the floors, sorted, one a line."""
        content = {"data": self.data, "floors": self.floors, "lowered": self.lowered}
        path.write_text(json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


def floor_of(figure: Figure) -> float:
    """The floor that a figure sets: itself, cut to one decimal."""
    return math.floor(figure.value * 10 + 1e-6) / 10


def complaints(outcome: Outcome, pinned: Floors) -> list[str]:
    """What keeps the outcome of one scorer from passing."""
    if outcome.skipped or outcome.scorer not in pinned.data:
        return []
    if pinned.data[outcome.scorer] != outcome.data:
        return [f"{outcome.scorer}: the floors were measured on other data; measure again with --update"]
    return [
        f"{figure.name}: {figure.value:.1f} is under its floor {pinned.floors[figure.name]:.1f}"
        for figure in outcome.figures
        if floor_of(figure) < pinned.floors.get(figure.name, 0.0)
    ] + _vanished(outcome, pinned)


def _vanished(outcome: Outcome, pinned: Floors) -> list[str]:
    present = {figure.name for figure in outcome.figures}
    prefix = f"{outcome.scorer}: "
    return [
        f"{name}: has a floor and is measured no more"
        for name in pinned.floors
        if name.startswith(prefix) and name not in present
    ]


def updated(measured: Iterable[Outcome], pinned: Floors, reason: str | None) -> tuple[Floors, list[str]]:
    """The floors raised to the measured figures, and the figures that a missing reason keeps from being lowered."""
    new = Floors(dict(pinned.floors), dict(pinned.data), list(pinned.lowered))
    refused = []
    for outcome in measured:
        if outcome.skipped:
            continue
        new.data[outcome.scorer] = outcome.data
        for figure in outcome.figures:
            if figure.detail:
                continue
            old, floor = pinned.floors.get(figure.name, 0.0), floor_of(figure)
            if floor < old and reason is None:
                refused.append(f"{figure.name}: {figure.value:.1f} is under its floor {old:.1f}")
                continue
            if floor < old:
                new.lowered.append(f"{figure.name}: {old:.1f} to {floor:.1f}: {reason}")
            new.floors[figure.name] = floor
    return new, refused


def main() -> int:
    """The command line; returns the exit status."""
    parser = argparse.ArgumentParser(description="Compare every figure with its floor.")
    parser.add_argument("--update", action="store_true", help="raise the floors to the present figures")
    parser.add_argument("--allow-lower", metavar="REASON", help="with --update: lower floors too, and say why")
    args = parser.parse_args()
    pinned = Floors.read(FLOORS)
    measured = list(outcomes())
    for outcome in measured:
        if outcome.skipped:
            print(f"{outcome.scorer}: skipped: {outcome.skipped}")
    if args.update:
        new, wrong = updated(measured, pinned, args.allow_lower)
        new.write(FLOORS)
    else:
        wrong = [line for outcome in measured for line in complaints(outcome, pinned)]
    print("\n".join(wrong) or f"{sum(len(outcome.figures) for outcome in measured)} figures, none under its floor")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
