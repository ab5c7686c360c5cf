"""From token ranges to content spans: trimmed of outer marks, and never half a quotation."""

from __future__ import annotations

from bisect import bisect_right

from daylight.attribute.grammar import Grammar
from daylight.model import Quotation, Span
from daylight.offsets import join, strip

_LOOSE_ENDS = frozenset({"CC", ",", ":"})
_MARKS = '"“”'
_EDGES = " \t\r\n\u00a0,.;:-–—"


class Quoted:
    """The outermost quotations of a report, and which tokens they hold."""

    def __init__(self, grammar: Grammar) -> None:
        annotated = grammar.annotated
        outer = sorted((q.span, k) for k, q in enumerate(annotated.quotations) if q.depth == 0)
        self.all: list[Quotation] = [annotated.quotations[k] for _, k in outer]
        self._starts = [span.start for span, _ in outer]
        place = {k: n for n, (_, k) in enumerate(outer)}
        self.next: dict[int, int] = {}
        for n, q in enumerate(self.all):
            if q.continues is not None and q.continues in place:
                self.next[place[q.continues]] = n
        self.of = [-1] * len(grammar.tokens)
        for k, q in enumerate(self.all):
            for i in annotated.tokens_in(q.span):
                self.of[i] = k

    def at(self, offset: int) -> int | None:
        """The quotation that holds the character, by its place in ``all``."""
        k = bisect_right(self._starts, offset) - 1
        return k if k >= 0 and offset < self.all[k].span.end else None

    def chain(self, k: int) -> list[int]:
        """The quotation and those that it goes on in, over paragraphs."""
        found = [k]
        while (k := self.next.get(k, -1)) > found[-1]:
            found.append(k)
        return found


def content(grammar: Grammar, quoted: Quoted, *ranges: tuple[int, int]) -> tuple[Span, ...]:
    """Content spans of token ranges (last included): outer marks trimmed, quotations that they touch taken whole."""
    spans: list[Span] = []
    for begin, end in ranges:
        first, last = begin, end
        while first < last and _coordinates(grammar, quoted, first):
            first += 1
        while last > first and grammar.tokens[last].tag in _LOOSE_ENDS:
            last -= 1
        if first > last:
            continue
        span = strip(grammar.span(first, last), grammar.text, _EDGES)
        if span.start < span.end:
            spans.extend(_whole(span, quoted))
    return join(spans, grammar.text)


def turn(grammar: Grammar, *ranges: tuple[int, int]) -> tuple[Span, ...]:
    """Content spans of token ranges that are a turn of a transcript, without the quotation marks around the whole."""
    spans = (strip(grammar.span(*each), grammar.text, _EDGES + _MARKS) for each in ranges)
    return join((span for span in spans if span.start < span.end), grammar.text)


def _coordinates(grammar: Grammar, quoted: Quoted, i: int) -> bool:
    """Whether a token outside quotation marks only ties the content to what stands before it ("…, she said, but …")."""
    return (grammar.tokens[i].dep == "cc" and quoted.of[i] < 0) or grammar.tokens[i].text == ","


def _whole(span: Span, quoted: Quoted) -> list[Span]:
    """The span extended over the quotations at its ends, and those that go on from the last."""
    first, last = quoted.at(span.start), quoted.at(span.end - 1)
    start = quoted.all[first].span.start if first is not None else span.start
    if last is None:
        return [Span(start, span.end)]
    rest = [quoted.all[k].span for k in quoted.chain(last)]
    return [Span(start, max(span.end, rest[0].end)), *rest[1:]]
