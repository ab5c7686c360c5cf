"""Decisions about differences: what a person has looked at and found to be none."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.decisions.outcome import applied, carry_out
from daylight.decisions.refer import Unfit
from daylight.decisions.values import Decisions, Reject
from daylight.model import Decided, Difference

Differences = tuple[Difference, ...]


def decide_differences(differences: Sequence[Difference], decisions: Decisions) -> tuple[Differences, tuple[Decided, ...]]:
    """The differences without those that were rejected, and what became of each decision."""
    left, told = carry_out(tuple(differences), [d for d in decisions.of(Reject) if d.difference], _reject)
    return left, tuple(decided for _, decided in told)


def _reject(differences: Differences, decision: Reject) -> tuple[Differences, Decided]:
    gone = next((d for d in differences if d.id == decision.difference), None)
    if gone is None:
        raise Unfit(f"{decision.difference} is not found any more")
    return tuple(d for d in differences if d is not gone), applied(decision, gone.about, reason=gone.explanation)
