"""The full texts, every attribution and every piece of evidence an anchor."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from daylight.model import STORY_ROLES, Attribution, Block, Place, Report
from daylight.report.differing import statement_marks
from daylight.report.index import Index
from daylight.report.labels import label
from daylight.report.links import anchor, place_anchor
from daylight.report.marks import Link, Mark, weave
from daylight.report.view import Head, Row, Words


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of a full text. ``label`` is "" for story text, which needs none; ``start`` is its first code point."""

    start: int
    role: str
    label: str
    words: Words


@dataclass(frozen=True, slots=True)
class Pane:
    """The full text of a report."""

    head: Head
    blocks: tuple[BlockView, ...]
    statements: int


def panes(index: Index, rows: Iterable[Row]) -> tuple[Pane, ...]:
    """The text of every report, block by block."""
    marks = _marks(index, {row.anchor: row for row in rows})
    spoken = Counter(a.report for a in index.comparison.attributions)
    return tuple(
        Pane(index.heads[report.id], tuple(_blocks(report, marks[report.id])), spoken[report.id])
        for report in index.comparison.reports
    )


def _blocks(report: Report, marks: list[Mark]) -> Iterator[BlockView]:
    shared = _by_block(report.blocks, marks)
    for i, block in enumerate(report.blocks):
        story = block.role in STORY_ROLES
        name = "" if story else label("block", block.role)
        yield BlockView(block.span.start, block.role, name, weave(report.text, block.span, shared[i]))


def _by_block(blocks: tuple[Block, ...], marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """The marks of each block; one that runs over several keeps its anchor and its link in the first alone."""
    starts, ends = [b.span.start for b in blocks], [b.span.end for b in blocks]
    shared: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        first, last = bisect_right(ends, mark.span.start), bisect_left(starts, mark.span.end)
        for i in range(first, last):
            shared[i].append(mark if i == first else replace(mark, anchor=None, link=None))
    return shared


def _marks(index: Index, rows: dict[str, Row]) -> dict[str, list[Mark]]:
    marks: dict[str, list[Mark]] = defaultdict(list)
    for attribution in index.comparison.attributions:
        marks[attribution.report] += _said(index, attribution, rows)
    for statement in index.comparison.statements:
        for report, mark in statement_marks(index, statement):
            marks[report].append(mark)
    for place in sorted(set(_anchored(index))):
        marks[place.report].append(Mark(place.span, "", anchor=place_anchor(place)))
    return marks


def _said(index: Index, attribution: Attribution, rows: dict[str, Row]) -> Iterator[Mark]:
    """The content of an attribution, its first part the anchor, its last part with the way back to the row."""
    row = rows.get(anchor("statement", index.statement_of.get(attribution.id, "")))
    spans = attribution.content
    for i, span in enumerate(spans):
        mark = Mark(span, f"said {attribution.kind}", row=str(row.number) if row else None)
        if i == 0:
            mark = replace(mark, anchor=anchor("attribution", attribution.id))
        if row and i == len(spans) - 1:
            mark = replace(mark, link=Link("#" + row.anchor, str(row.number), f"statement {row.number}"))
        yield mark
    for span in (*attribution.source, *attribution.via_source):
        yield Mark(span, "who", row=str(row.number) if row else None)


def _anchored(index: Index) -> Iterator[Place]:
    """Every place that a link on the page leads to."""
    for difference in index.comparison.differences:
        yield from difference.evidence
    for position in index.comparison.positions:
        yield from position.evidence
    for entity in index.comparison.entities:
        for spelling in entity.spellings:
            firsts: dict[str, Place] = {}
            for place in sorted(spelling.mentions):
                firsts.setdefault(place.report, place)
            yield from firsts.values()
        yield from (Place(role.report, role.span) for role in entity.roles)
    for count in index.comparison.counts:
        yield from (Place(figure.report, figure.span) for figure in count.figures)
    for copy in index.comparison.copies:
        yield from (Place(copy.reports[0], passage.a) for passage in copy.passages)
        yield from (Place(copy.reports[1], passage.b) for passage in copy.passages)
