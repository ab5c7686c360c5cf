"""Cells: what one report prints for one statement, with the words that differ marked where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from daylight.model import AbsenceReason, Attribution, Span, Statement
from daylight.report.differing import statement_marks
from daylight.report.index import Index
from daylight.report.labels import label, negation, offsets
from daylight.report.links import anchor
from daylight.report.marks import Mark, plain, weave
from daylight.report.view import Cell, Head, Reading, Saying, Words
from daylight.report.visible import line

PAUSES = " ,;:."
"""Marks at the end of a content that belong to the sentence round it, not to the words."""

GAP = Mark(Span(0, 1), "gap", say="words left out here")


def cells(index: Index, statement: Statement) -> tuple[Cell, ...]:
    """One cell for every report, in the order of the reports."""
    sayings: dict[str, list[Saying]] = {key: [] for key in index.heads}
    marks = statement_marks(index, statement)
    for attribution in index.attributions_of(statement):
        sayings[attribution.report].append(_saying(index, attribution, marks))
    reasons = {absent.report: absent.reason for absent in statement.absent}
    return tuple(
        Cell(head, _grouped(sayings[key])) if sayings[key] else _absent(head, reasons.get(key, "not-in-report"))
        for key, head in index.heads.items()
    )


def _grouped(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """The same words once, with every place where the report prints them: a headline is often said again below."""
    same: dict[tuple[str, str], list[Saying]] = {}
    for saying in sayings:
        same.setdefault((saying.kind, line(plain(saying.words)).strip(PAUSES)), []).append(saying)
    return tuple(replace(first, again=tuple(rest)) for first, *rest in same.values())


def readings(row: Iterable[Cell]) -> tuple[Reading, ...]:
    """The wordings of a row in the order of the reports, each once; how they are attributed is told of the first."""
    same: dict[tuple[str, str], list[tuple[Head, Saying]]] = {}
    for cell in row:
        for saying in cell.sayings:
            same.setdefault((saying.kind, line(plain(saying.words)).strip(PAUSES)), []).append((cell.head, saying))
    return tuple(
        Reading(*found[0], tuple((head, place.href) for head, saying in found for place in (saying, *saying.again)))
        for found in same.values()
    )


def _absent(head: Head, reason: AbsenceReason) -> Cell:
    return Cell(head, (), label("absent", reason), unread=reason != "not-in-report")


def _saying(index: Index, attribution: Attribution, marks: list[tuple[str, Mark]]) -> Saying:
    def printed(*spans: Span) -> str:
        return index.printed(attribution.report, spans)

    return Saying(
        href="#" + anchor("attribution", attribution.id),
        offsets=offsets(attribution.content),
        kind=attribution.kind,
        label=label("attribution", attribution.kind),
        words=_content(index, attribution, marks),
        source=printed(*attribution.source),
        cue=printed(*attribution.cue),
        via=printed(*attribution.via_source),
        when=printed(attribution.time.span) if attribution.time else "",
        where=printed(attribution.place.span) if attribution.place else "",
        negated=negation(printed(*attribution.cue)) if attribution.negated else "",
    )


def _content(index: Index, attribution: Attribution, marks: list[tuple[str, Mark]]) -> Words:
    """The words of the content; between its parts a gap that is ours, not the outlet's."""
    text = index.reports[attribution.report].text
    own = [mark for report, mark in marks if report == attribution.report]
    stream: list[Words] = []
    for span in attribution.content:
        if stream:
            stream.append(weave(" ", Span(0, 1), [GAP]))
        stream.append(weave(text, span, [mark for mark in own if mark.span.overlaps(span)]))
    return tuple(token for part in stream for token in part)
