"""Stretches that two reports print word for word."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from daylight.model import STORY_ROLES, Annotated, Span
from daylight.words import fold, words

MIN_WORDS = 7
"""Words of the shortest match."""

_TRIED = 8
"""Places at which a match is tried out: enough for news, and a text of one word repeated stays linear."""


class Match(NamedTuple):
    """``length`` words are the same from word ``a`` of one report and word ``b`` of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Prose:
    """The story words of a report: folded, where they stand, in which block, whether inside quotation marks.

    ``counted`` are the words whose share is told: those outside quotation marks, or all if there are no others.
    """

    folded: Sequence[str]
    spans: Sequence[Span]
    blocks: Sequence[int]
    quoted: Sequence[bool]
    counted: frozenset[int]

    def span(self, first: int, length: int) -> Span:
        """From the first to the last of some words."""
        return Span(self.spans[first].start, self.spans[first + length - 1].end)

    def inside(self, spans: Sequence[Span]) -> set[int]:
        """The counted words that begin inside any of the spans."""
        found: set[int] = set()
        for span in spans:
            first, last = (bisect_left(self.spans, at, key=lambda s: s.start) for at in span)
            found.update(range(first, last))
        return found & self.counted


def prose(report: Annotated) -> Prose:
    """The words of the story blocks."""
    text = report.report.text
    blocks = [(n, b.span) for n, b in enumerate(report.report.blocks) if b.role in STORY_ROLES]
    placed = [(word, n) for n, span in blocks for word in words(text, span)]
    marks = sorted(q.inner for q in report.quotations if q.depth == 0)
    quoted = [_inside(word, marks) for word, _ in placed]
    return Prose(
        folded=[fold(text[word.start : word.end]) for word, _ in placed],
        spans=[word for word, _ in placed],
        blocks=[n for _, n in placed],
        quoted=quoted,
        counted=frozenset(i for i, q in enumerate(quoted) if not q) or frozenset(range(len(quoted))),
    )


def _inside(word: Span, marks: Sequence[Span]) -> bool:
    at = bisect_left(marks, word.start + 1, key=lambda s: s.start) - 1
    return at >= 0 and word.start < marks[at].end


def matches(a: Prose, b: Prose) -> Iterator[Match]:
    """Matches of MIN_WORDS words or more, from left to right in ``a``, each as long as can be, inside a block on each side.

    Where ``b`` has the words at several places the longest match is taken. Linear in the lengths of the texts.
    """
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b.folded) - MIN_WORDS + 1):
        places = starts[tuple(b.folded[j : j + MIN_WORDS])]
        if len(places) < _TRIED:
            places.append(j)
    i = 0
    while i <= len(a.folded) - MIN_WORDS:
        tried = starts.get(tuple(a.folded[i : i + MIN_WORDS]), ())
        best = max((Match(i, j, _length(a, b, i, j)) for j in tried), key=lambda m: (m.length, -m.b), default=None)
        if best and best.length >= MIN_WORDS:
            yield best
            i += best.length
        else:
            i += 1


def _length(a: Prose, b: Prose, i: int, j: int) -> int:
    n = 0
    while (
        i + n < len(a.folded)
        and j + n < len(b.folded)
        and a.folded[i + n] == b.folded[j + n]
        and a.blocks[i + n] == a.blocks[i]
        and b.blocks[j + n] == b.blocks[j]
    ):
        n += 1
    return n
