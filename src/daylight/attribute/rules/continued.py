"""Quotations that go on after the sentence that names their source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from daylight.attribute.candidate import Candidate
from daylight.attribute.extent import Quoted
from daylight.attribute.grammar import Grammar
from daylight.model import Span
from daylight.offsets import join

SPEECH = frozenset({"quote", "that", "whether", "paren", "bare", "line"})
"""Frames whose content a quotation may go on with."""

LOOKBACK = 3
"""Attributions before a quotation that are tried."""
GAP = 300
"""Characters between the named source and the quotation that goes on, at most."""


def continued(
    g: Grammar, quoted: Quoted, chosen: Sequence[Candidate], orphans: Sequence[int]
) -> list[tuple[Candidate, tuple[Span, ...]]]:
    """Each candidate with its content; quotations without a cue join the attribution whose sentence ends right before."""
    contents = [list(c.content) for c in chosen]
    taken = sorted(span for spans in contents for span in spans)
    ends = sorted((_end(g, c), n) for n, c in enumerate(chosen))
    for k in orphans:
        span = quoted.all[k].span
        if _taken(taken, span):
            continue
        place = _speech_before(g, chosen, ends, span)
        if place is None:
            continue
        n = ends[place][1]
        joined = [quoted.all[m].span for m in quoted.chain(k)]
        contents[n].extend(joined)
        ends[place] = (joined[-1].end, n)
    return [(c, join(spans, g.text)) for c, spans in zip(chosen, contents, strict=True)]


def _speech_before(g: Grammar, chosen: Sequence[Candidate], ends: list[tuple[int, int]], span: Span) -> int | None:
    """The place in ``ends`` of the speech that a quotation goes on with, past what else the sentence holds."""
    last = bisect_right(ends, (span.start, len(chosen))) - 1
    for place in range(last, max(last - LOOKBACK, -1), -1):
        end, n = ends[place]
        if not _adjoins(g, end, span, chosen[n]):
            return None
        if chosen[n].frame in SPEECH:
            return place
    return None


def _taken(taken: list[Span], span: Span) -> bool:
    """Whether a content already holds a part of the span. Contents of what was chosen do not nest."""
    place = bisect_right(taken, span)
    return any(other.overlaps(span) for other in taken[max(0, place - 2) : place + 1])


def _end(g: Grammar, candidate: Candidate) -> int:
    ends = [candidate.content[-1].end, g.tokens[candidate.cue[1]].span.end]
    if candidate.source:
        ends.append(candidate.source.end)
    return max(ends)


def _adjoins(g: Grammar, end: int, span: Span, candidate: Candidate) -> bool:
    """Whether only the rest of the sentence stands between: one full stop at most.

    A line break may stand between two quotations, where the second one is a paragraph of its own.
    """
    between = g.text[end : min(span.start, end + GAP)]
    if span.start > end + GAP:
        return False
    if "\n" in between:
        following = g.text[span.end : span.end + 3].lstrip(" \u00a0")
        if candidate.frame != "quote" or between.rstrip(" \u00a0")[-1:] != "\n" or following[:1] not in {"", "\n"}:
            return False
    stops = sum(g.tokens[i].tag == "." for i in g.annotated.tokens_in(Span(end, span.start)))
    return stops <= 1
