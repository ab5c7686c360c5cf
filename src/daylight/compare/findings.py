"""What the rules return: one thing that differs between two texts or two cells of a row, with the words that show it."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.model import DifferenceKind, Place, Span

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


@dataclass(frozen=True, slots=True)
class Told:
    """One difference between two cells. ``a`` and ``b`` are where the words stand; ``changed`` are they as printed.

    ``cut`` gives the first words of a limiting clause that one side leaves out, ``left_out`` all words that the shorter side
    leaves out at an end; ``note`` says how a figure moves. ``phrases`` are the changed words with what an editor needs
    around them to read them; () where ``changed`` reads by itself.
    """

    kind: DifferenceKind
    rule: str
    a: tuple[Place, ...]
    b: tuple[Place, ...]
    changed: tuple[tuple[str, str], ...]
    score: float
    cut: str = ""
    note: str = ""
    left_out: str = ""
    phrases: tuple[tuple[str, str], ...] = ()
