"""Choose among overlapping candidates: one a cue, and only the outermost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from daylight.attribute.candidate import Candidate
from daylight.attribute.grammar import Grammar

YIELDING = frozenset({"raised"})
"""Frames that only stand where nothing is said inside them: "seemed to rule out" is about ruling out."""


def outermost(g: Grammar, found: Sequence[Candidate]) -> list[Candidate]:
    """The best candidate of each cue, without those whose cue stands inside the content of another that is kept.

    A candidate gives way where it is less likely to be right than one inside it, which is right only if it is wrong.
    """
    best: dict[int, Candidate] = {}
    for candidate in found:
        rival = best.get(candidate.head)
        if rival is None or candidate.score > rival.score:
            best[candidate.head] = candidate
    places = sorted((g.tokens[head].span.start, c.score) for head, c in best.items())
    kept: list[Candidate] = []
    covered = bytearray(len(g.text))
    for candidate in sorted(best.values(), key=lambda c: (-_extent(c), c.head)):
        if covered[g.tokens[candidate.head].span.start]:
            continue
        inner = _inner(places, candidate)
        if candidate.score < (1 - candidate.score) * inner or (candidate.frame in YIELDING and inner > 0):
            continue
        kept.append(candidate)
        for span in candidate.content:
            covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return sorted(kept, key=lambda c: (c.content, c.head))


def _inner(places: list[tuple[int, float]], candidate: Candidate) -> float:
    """The best score of a cue inside the content."""
    return max(
        (
            score
            for span in candidate.content
            for _, score in places[bisect_left(places, (span.start, 0.0)) : bisect_left(places, (span.end, 0.0))]
        ),
        default=0.0,
    )


def _extent(candidate: Candidate) -> int:
    return sum(span.end - span.start for span in candidate.content)
