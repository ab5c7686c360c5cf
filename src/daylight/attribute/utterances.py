"""Cut a long attribution into utterances, so that each can stand beside the same utterance in another report.

One cue often governs several sentences ("We will appeal," he said. "The ruling is wrong. …"), and every report chooses its
own among them. The corpus definition joins them in one attribution; an editor compares them one by one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from daylight.attribute.coordination import clause_starts
from daylight.model import Annotated, Attribution, AttributionKind, Span
from daylight.offsets import digest, strip
from daylight.words import words

MIN_WORDS = 4
"""A shorter sentence ("Absolutely not.", "Very unfair.") says too little alone and stays with the one before it."""

Content = tuple[Span, ...]


def utterances(annotated: Annotated, attribution: Attribution) -> tuple[Attribution, ...]:
    """The parts of an attribution, one a sentence or coordinated that-clause, in order; itself where there is but one."""
    units = [part for unit in _sentences(annotated, attribution.content) for part in _clauses(annotated, unit)]
    units = _with_short_ones_joined(annotated, units)
    if len(units) < 2:
        return (attribution,)
    report = annotated.report
    return tuple(
        replace(
            attribution,
            id=digest("a", report.id, attribution.cue, unit),
            content=unit,
            kind=_kind(annotated, unit),
            part_of=attribution.id,
        )
        for unit in units
    )


def _sentences(annotated: Annotated, content: Content) -> list[Content]:
    """The content's stretches, those of one sentence together."""
    text = annotated.report.text
    pieces = [
        (n, strip(Span(max(span.start, low), min(span.end, high)), text))
        for span in content
        for n, low, high in _sentences_under(annotated, span)
    ]
    whole = [(n, piece) for n, piece in pieces if piece.start < piece.end]
    return [tuple(piece for _, piece in group) for _, group in groupby(whole, key=lambda pair: pair[0])]


def _sentences_under(annotated: Annotated, span: Span) -> Iterator[tuple[int, int, int]]:
    """Sentences that a span touches, as (number, start, end); each reaches to the next, so that no character is lost."""
    inside = annotated.tokens_in(span)
    if not inside:
        yield -1, span.start, span.end
        return
    numbers = sorted({annotated.tokens[i].sentence for i in inside})
    starts = [annotated.sentences[n].span.start for n in numbers]
    part = _inside_nested(annotated, starts[1:])
    numbers = [n for n, start in zip(numbers, starts, strict=True) if start not in part]
    starts = [start for start in starts if start not in part]
    starts[0] = min(starts[0], span.start)
    yield from zip(numbers, starts, [*starts[1:], max(span.end, starts[-1])], strict=True)


def _inside_nested(annotated: Annotated, offsets: Sequence[int]) -> set[int]:
    """Those of the offsets, sorted, that lie inside a quotation within a quotation: a sentence there is part of another."""
    nested = (q.span for q in annotated.quotations if q.depth > 0)
    return {
        offset for span in nested for offset in offsets[bisect_right(offsets, span.start) : bisect_left(offsets, span.end)]
    }


def _clauses(annotated: Annotated, unit: Content) -> list[Content]:
    """A unit cut where a second thing is said under one cue: "… and that …", "it is late and the boats are in"."""
    if len(unit) != 1:
        return [unit]
    text, (span,) = annotated.report.text, unit
    parts, start = [], span.start
    for i in clause_starts(annotated, span):
        before = strip(strip(Span(start, annotated.tokens[i - 1].span.start), text), text, ",")
        if min(_length(text, before), _length(text, Span(annotated.tokens[i].span.start, span.end))) >= MIN_WORDS:
            parts.append(before)
            start = annotated.tokens[i].span.start
    return [(part,) for part in [*parts, Span(start, span.end)]]


def _length(text: str, *spans: Span) -> int:
    return sum(len(words(text, span)) for span in spans)


def _with_short_ones_joined(annotated: Annotated, units: list[Content]) -> list[Content]:
    text = annotated.report.text
    joined: list[Content] = []
    for unit in units:
        if joined and min(_length(text, *unit), _length(text, *joined[-1])) < MIN_WORDS:
            joined[-1] = _joined(text, joined[-1], unit)
        else:
            joined.append(unit)
    return joined


def _joined(text: str, a: Content, b: Content) -> Content:
    if not text[a[-1].end : b[0].start].strip():
        return (*a[:-1], Span(a[-1].start, b[0].end), *b[1:])
    return a + b


def _kind(annotated: Annotated, unit: Content) -> AttributionKind:
    text = annotated.report.text
    inside = [
        any(quotation.span.covers(word) for quotation in annotated.quotations) for span in unit for word in words(text, span)
    ]
    return "direct" if all(inside) else "mixed" if any(inside) else "indirect"
