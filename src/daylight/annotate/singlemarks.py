"""Pair single quotation marks within quotations in double marks, and between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from daylight.annotate.marks import Mark
from daylight.model import Quotation, Span

UNSURE_LENGTH = 80
"""A stretch whose closing mark may be a plural's apostrophe ('the workers') is believed up to this many code points."""


def pair_singles(singles: Sequence[Mark], quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """Quotations in single marks. Both marks stand in the same of the given quotations, so spans nest or are disjoint."""
    groups: dict[int | None, list[Mark]] = {}
    for mark, home in zip(singles, _homes(singles, quotations), strict=True):
        groups.setdefault(home, []).append(mark)
    for group in groups.values():
        for opener, closer in _pairs(group):
            if opener.end < closer.start:
                yield Quotation(Span(opener.start, closer.end), Span(opener.end, closer.start))


def _homes(singles: Sequence[Mark], quotations: Iterable[Quotation]) -> Iterator[int | None]:
    """For each mark the start of the innermost quotation around it; None outside of all."""
    waiting = sorted(quotations, key=lambda q: (-q.span.start, q.span.end))
    stack: list[Quotation] = []
    for mark in singles:
        while waiting and waiting[-1].span.start < mark.start:
            stack.append(waiting.pop())
        while stack and stack[-1].span.end <= mark.start:
            stack.pop()
        yield stack[-1].span.start if stack else None


def _pairs(marks: Iterable[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Each opening mark with the first sure closing mark before the next opening one, else with a doubtful one near by."""
    opener: Mark | None = None
    doubtful: Mark | None = None
    for mark in marks:
        if mark.side == "open":
            if opener is not None and doubtful is not None:
                yield opener, doubtful
            opener, doubtful = mark, None
        elif opener is not None and mark.sure:
            yield opener, mark
            opener = doubtful = None
        elif opener is not None and doubtful is None and mark.start - opener.start <= UNSURE_LENGTH:
            doubtful = mark
    if opener is not None and doubtful is not None:
        yield opener, doubtful
