"""Text put together from spans of one report, and the way back from it to the report."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from daylight.compare.folding import PIECES
from daylight.model import Annotated, Attribution, Place, Report, Span
from daylight.offsets import join


@dataclass(frozen=True, slots=True)
class Extract:
    """``text`` is the report's text at ``spans``, joined by a glue; ``starts`` holds where each span begins in it."""

    report: str
    text: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    def words(self, span: Span | None = None) -> str:
        """The words at ``span`` (all without one) as they are shown: a break between two stretches as an ellipsis."""
        start, end = span or (0, len(self.text))
        return self.text[start:end].replace(PIECES, " … ")

    def places(self, span: Span) -> tuple[Place, ...]:
        """Where ``span`` of ``text`` stands in the report, one place for each stretch; () for an empty span."""
        found = []
        for start, origin in zip(self.starts, self.spans, strict=True):
            low = max(span.start, start) - start + origin.start
            high = min(span.end, start + origin.end - origin.start) - start + origin.start
            if low < high:
                found.append(Place(self.report, Span(low, high)))
        return tuple(found)

    def all_places(self) -> tuple[Place, ...]:
        """Where the whole of it stands."""
        return tuple(Place(self.report, span) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Cell:
    """One attribution as it is compared.

    ``quoted`` are the parts of the content that the report claims to be exact words; ``claim`` is the content with the
    ``cue``, which may carry a hedge ("seemed to rule out").
    """

    attribution: Attribution
    content: Extract
    quoted: tuple[Extract, ...]
    claim: Extract
    cue: Extract

    def quoted_length(self) -> int:
        """How many code points of exact words the cell claims."""
        return sum(len(part.text) for part in self.quoted)


def extract(report: Report, spans: tuple[Span, ...], glue: str = " ") -> Extract:
    """The text of some sorted spans of a report, with ``glue`` between them."""
    pieces = [report.slice(span) for span in spans]
    starts, at = [], 0
    for piece in pieces:
        starts.append(at)
        at += len(piece) + len(glue)
    return Extract(report.id, glue.join(pieces), spans, tuple(starts))


def cell(annotated: Annotated, attribution: Attribution) -> Cell:
    """The content of an attribution and its quoted parts.

    A direct quotation is one piece, however often the reporter breaks in; each quoted fragment in a reporter's sentence is
    a piece of its own.
    """
    content = extract(annotated.report, attribution.content)
    claim = extract(annotated.report, join([*attribution.cue, *attribution.content], annotated.report.text))
    cue = extract(annotated.report, attribution.cue)
    inner = [part for span in attribution.content for part in _inside_marks(annotated, span)]
    if attribution.kind == "direct":
        return Cell(
            attribution, content, (extract(annotated.report, tuple(inner) or attribution.content, PIECES),), claim, cue
        )
    return Cell(attribution, content, tuple(extract(annotated.report, (span,)) for span in inner), claim, cue)


def _inside_marks(annotated: Annotated, span: Span) -> list[Span]:
    """The stretches of ``span`` that stand inside outermost quotation marks."""
    outer = [q.inner for q in annotated.quotations if q.depth == 0 and q.inner.end > q.inner.start]
    first = max(0, bisect_right(outer, span.start, key=lambda inner: inner.start) - 1)
    found = []
    for inner in outer[first:]:
        if inner.start >= span.end:
            break
        low, high = max(inner.start, span.start), min(inner.end, span.end)
        if low < high and annotated.report.text[low:high].strip():
            found.append(Span(low, high))
    return found
