"""What must hold of every comparison: spans fit their texts, blocks cover them, ids are known.

A broken invariant is a defect of a stage. It is raised, never repaired: a wrong span shown to an editor is a misquotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from daylight.errors import OffsetError
from daylight.model import Attribution, Comparison, Place, Report, Span
from daylight.offsets import check


def verify(comparison: Comparison) -> None:
    """Raise OffsetError at the first invariant of the model that ``comparison`` breaks."""
    texts = {report.id: report.text for report in comparison.reports}
    if len(texts) < len(comparison.reports):
        raise OffsetError("two reports share one id")
    for report in comparison.reports:
        _verify_blocks(report)
    for place in _places(comparison):
        if place.report not in texts:
            raise OffsetError(f"a span belongs to no report of the comparison: {place.report}")
        check(place.span, texts[place.report])
    for attribution in comparison.attributions:
        for spans in (attribution.source, attribution.cue, attribution.content, attribution.via_source, attribution.hedges):
            _verify_order(attribution, spans)
    _verify_ids(comparison)


def _verify_blocks(report: Report) -> None:
    end = 0
    for block in report.blocks:
        check(block.span, report.text)
        if report.text[end : block.span.start].strip():
            raise OffsetError(f"{report.id}: text at {end} is in no block, or blocks are out of order")
        if block.span.start < end:
            raise OffsetError(f"{report.id}: blocks overlap at {block.span.start}")
        end = block.span.end
    if report.text[end:].strip():
        raise OffsetError(f"{report.id}: text at {end} is in no block")


def _verify_order(attribution: Attribution, spans: tuple[Span, ...]) -> None:
    for left, right in pairwise(spans):
        if left.end > right.start:
            raise OffsetError(f"{attribution.id}: spans {left} and {right} overlap or are out of order")


def _places(comparison: Comparison) -> Iterator[Place]:
    for a in comparison.attributions:
        spans = [*a.source, *a.cue, *a.content, *a.via_source, *a.hedges]
        spans += [part.span for part in (a.time, a.place) if part]
        yield from (Place(a.report, span) for span in spans)
    for entity in comparison.entities:
        yield from (place for spelling in entity.spellings for place in spelling.mentions)
        yield from (Place(role.report, role.span) for role in entity.roles)
        yield from entity.pointers
    for difference in comparison.differences:
        yield from difference.evidence
    for position in comparison.positions:
        yield from position.evidence
    for decided in comparison.decisions:
        yield from decided.evidence
    for count in comparison.counts:
        yield from (Place(f.report, span) for f in count.figures for span in (f.span, f.counted) if span)
    for copy in comparison.copies:
        yield from (Place(copy.reports[0], passage.a) for passage in copy.passages)
        yield from (Place(copy.reports[1], passage.b) for passage in copy.passages)


def _verify_ids(comparison: Comparison) -> None:
    reports = _unique("report", (r.id for r in comparison.reports))
    entities = _unique("entity", (e.id for e in comparison.entities))
    attributions = _unique("attribution", (a.id for a in comparison.attributions))
    statements = _unique("statement", (s.id for s in comparison.statements))
    _unique("difference", (d.id for d in comparison.differences))
    _unique("position", (p.id for p in comparison.positions))
    _unique("count", (c.id for c in comparison.counts))
    for a in comparison.attributions:
        _known("entity", [x for x in (a.speaker, *a.co_speakers, a.via, a.place.entity if a.place else None) if x], entities)
    for s in comparison.statements:
        _known("attribution", s.attributions, attributions)
        _known("entity", [s.speaker] if s.speaker else [], entities)
        _known("report", (absent.report for absent in s.absent), reports)
    placed = _unique("attribution in statements", (i for s in comparison.statements for i in s.attributions))
    if placed != attributions:
        raise OffsetError(f"attributions in no statement: {sorted(attributions - placed)[:3]}")
    _known("attribution", (f.attribution for c in comparison.counts for f in c.figures if f.attribution), attributions)
    about = {"statement": statements, "entity": entities, "attribution": attributions}
    for d in comparison.differences:
        _known(d.about.type, [d.about.id], about[d.about.type])
    for decided in comparison.decisions:
        for one in decided.about:
            _known(one.type, [one.id], about[one.type])
    for p in comparison.positions:
        sides = (*p.sides, p.agreement) if p.agreement else p.sides
        _known("entity", (side.speaker for side in sides), entities)
        _known("statement", (i for side in sides for i in side.statements), statements)


def _unique(what: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise OffsetError(f"two of one id: {what} {one}")
        seen.add(one)
    return seen


def _known(what: str, ids: Iterable[str], known: set[str]) -> None:
    for one in ids:
        if one not in known:
            raise OffsetError(f"unknown {what} {one}")
