"""What the slot rules return: one thing that differs between two texts, with the words that show it."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.model import DifferenceKind, Span

MOST = 50
"""Most slots of one sort that a statement is read with; a text with more is a table."""


@dataclass(frozen=True, slots=True)
class Finding:
    """``a`` and ``b`` are spans in the two texts, empty where a side has no such words. ``score`` is in [0, 1]."""

    kind: DifferenceKind
    rule: str
    a: Span
    b: Span
    score: float
    note: str = ""
