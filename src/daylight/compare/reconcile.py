"""One key for what two texts write differently and mean alike: closed and open compounds, masked words."""

from __future__ import annotations

from dataclasses import replace

from daylight.compare.folding import Unit
from daylight.model import Span

MAX_MASKED = 20
"""Most different masked words of a quotation that are read; no quotation in print has as many."""


def reconcile(a: list[Unit], b: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """The units of both sides, those that mean alike with one key."""
    a, b = _close_compounds(a, b), _close_compounds(b, a)
    return _unmask(a, b), _unmask(b, a)


def _close_compounds(words: list[Unit], other: list[Unit]) -> list[Unit]:
    """Join "good will" where the other side prints "goodwill"."""
    closed = {unit.key for unit in other} - {unit.key for unit in words}
    joined: list[Unit] = []
    for unit in words:
        if joined and joined[-1].key + unit.key in closed:
            last = joined.pop()
            joined.append(replace(last, key=last.key + unit.key, span=Span(last.span.start, unit.span.end)))
        else:
            joined.append(unit)
    return joined


def _unmask(words: list[Unit], other: list[Unit]) -> list[Unit]:
    """Read a masked word ("f***ing") as the other side's word that fits the letters left."""
    masked = {u.key for u in words if "*" in u.key or "---" in u.key}
    if not masked or len(masked) > MAX_MASKED:
        return words
    read = {key: _unmasked(key, other) for key in sorted(masked)}
    return [replace(u, key=read.get(u.key, u.key)) for u in words]


def _unmasked(key: str, other: list[Unit]) -> str:
    letters = [i for i, char in enumerate(key) if char not in "*-"]
    head = key[: next((i for i, char in enumerate(key) if char in "*-"), len(key))]
    tail = key[max((i for i, char in enumerate(key) if char in "*-"), default=-1) + 1 :]
    fits = (u.key for u in other if len(u.key) > len(letters) and u.key.startswith(head) and u.key.endswith(tail))
    return next(fits, key) if head else key
