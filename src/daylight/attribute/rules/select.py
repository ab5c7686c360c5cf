"""Choose among overlapping candidates: one a cue, and only the outermost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from daylight.attribute.candidate import Candidate
from daylight.attribute.grammar import Grammar
from daylight.model import Span

Content = tuple[Span, ...]

YIELDING = frozenset({"raised"})
"""Frames that only stand where nothing is said inside them: "seemed to rule out" is about ruling out."""

CROWD = 40
"""Cues of one sentence that are compared pair by pair, at most: real sentences hold fewer than 15."""


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
    ranks = _ranks(g, list(best.values()))
    kept: list[Candidate] = []
    covered = bytearray(len(g.text))
    for candidate in sorted(best.values(), key=lambda c: (-ranks[c.head], c.head)):
        if covered[g.tokens[candidate.head].span.start]:
            continue
        inner = _inner(places, candidate)
        if candidate.score < (1 - candidate.score) * inner or (candidate.frame in YIELDING and inner > 0):
            continue
        kept.append(candidate)
        for span in candidate.content:
            covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return sorted(kept, key=lambda c: (c.content, c.head))


def _ranks(g: Grammar, found: Sequence[Candidate]) -> dict[int, int]:
    """The order of choice: by length of content, but a candidate before one whose cue it holds and that holds not its."""
    ranks = {candidate.head: _extent(candidate) for candidate in found}
    sentences: dict[int, list[Candidate]] = {}
    for candidate in found:
        sentences.setdefault(g.tokens[candidate.head].sentence, []).append(candidate)
    for group in sentences.values():
        for outer in group[:CROWD]:
            for inner in group[:CROWD]:
                if _holds(g, outer, inner) and not _holds(g, inner, outer):
                    ranks[outer.head] = max(ranks[outer.head], ranks[inner.head] + 1)
    return ranks


def _holds(g: Grammar, outer: Candidate, inner: Candidate) -> bool:
    place = g.tokens[inner.head].span.start
    return any(span.start <= place < span.end for span in outer.content)


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


def apart(g: Grammar, told: Sequence[tuple[Candidate, Content]]) -> list[tuple[Candidate, Content]]:
    """The candidates with contents that share no character: what two claim stays with the one that has nothing else.

    A quotation with a cue before it and another after it would else be told twice.
    """
    covered = bytearray(len(g.text))
    kept: list[tuple[Candidate, Content]] = []
    for candidate, content in sorted(told, key=lambda pair: (len(pair[1]), -pair[0].score, pair[1], pair[0].head)):
        free = tuple(span for span in content if not any(covered[span.start : span.end]))
        if not free:
            continue
        kept.append((candidate, free))
        for span in free:
            covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return sorted(kept, key=lambda pair: (pair[1], pair[0].head))
