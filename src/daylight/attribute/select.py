"""Choose among overlapping candidates: one a cue, and only the outermost."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.attribute.candidate import Candidate
from daylight.attribute.grammar import Grammar


def outermost(g: Grammar, found: Sequence[Candidate]) -> list[Candidate]:
    """The best candidate of each cue, without those whose cue stands inside the content of another that is kept."""
    best: dict[int, Candidate] = {}
    for candidate in found:
        rival = best.get(candidate.head)
        if rival is None or candidate.score > rival.score:
            best[candidate.head] = candidate
    kept: list[Candidate] = []
    covered = bytearray(len(g.text))
    for candidate in sorted(best.values(), key=lambda c: (-_extent(c), c.head)):
        if not covered[g.tokens[candidate.head].span.start]:
            kept.append(candidate)
            for span in candidate.content:
                covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return sorted(kept, key=lambda c: (c.content, c.head))


def _extent(candidate: Candidate) -> int:
    return sum(span.end - span.start for span in candidate.content)
