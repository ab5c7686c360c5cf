"""What became of a decision, as a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from daylight.decisions.refer import Unfit
from daylight.decisions.values import KINDS, Decision
from daylight.model import About, Decided

State = TypeVar("State")
Kind = TypeVar("Kind", bound=Decision)
Outcome = tuple[Decision, Decided]


def applied(decision: Decision, *about: About, reason: str = "") -> Decided:
    """It was carried out; ``reason`` is what there is to add."""
    return _decided(decision, "applied", reason, about)


def not_applied(decision: Decision, reason: object) -> Decided:
    """It could not be carried out."""
    return _decided(decision, "not-applied", str(reason), ())


def carry_out(
    state: State, decisions: Iterable[Kind], act: Callable[[State, Kind], tuple[State, Decided]]
) -> tuple[State, list[Outcome]]:
    """Act on each decision in turn; one that is unfit leaves the state as it was, and is told."""
    told: list[Outcome] = []
    for decision in decisions:
        try:
            state, decided = act(state, decision)
        except Unfit as reason:
            decided = not_applied(decision, reason)
        told.append((decision, decided))
    return state, told


def _decided(decision: Decision, status: str, reason: str, about: tuple[About, ...]) -> Decided:
    text = f"{decision}{f' ({decision.note})' if decision.note else ''}"
    return Decided(KINDS[type(decision)], text, status, reason, decision.where, about)  # type: ignore[arg-type]
