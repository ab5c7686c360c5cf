"""Small stories put together by hand: no parser, no resolution, no alignment."""

from __future__ import annotations

import re
from dataclasses import dataclass

from daylight.model import (
    Annotated,
    Attribution,
    AttributionKind,
    Block,
    Difference,
    Entity,
    Place,
    Quotation,
    Report,
    Source,
    Span,
    Spelling,
    Statement,
    Story,
)

_MARKS = re.compile(r"“([^”]*)”")


@dataclass(frozen=True)
class Said:
    """One attribution: which statement it belongs to, whose words, and the content as it stands in the report."""

    statement: str
    speaker: str
    content: str
    kind: AttributionKind = "indirect"
    negated: bool = False
    cue: str = ""


def annotated(name: str, text: str, published: str | None = None) -> Annotated:
    quotations = tuple(Quotation(Span(*m.span()), Span(*m.span(1))) for m in _MARKS.finditer(text))
    blocks = (Block(Span(0, len(text)), "body"),)
    report = Report(name, text, Source(f"{name}.txt", "0" * 64, "text/plain"), blocks, published=published)
    return Annotated(report, quotations=quotations)


def person(name: str, *reports: Annotated) -> Entity:
    places = tuple(Place(a.report.id, Span(*m.span())) for a in reports for m in re.finditer(re.escape(name), a.report.text))
    return Entity(f"e-{name}", "person", name, (Spelling(name, "preferred", places),))


def story(cells: dict[str, tuple[str, list[Said]]], published: dict[str, str] | None = None) -> Story:
    """``cells`` maps a report's name to its text and what is said in it."""
    reports = [annotated(name, text, (published or {}).get(name)) for name, (text, _) in cells.items()]
    speakers = sorted({said.speaker for _, told in cells.values() for said in told})
    entities = tuple(person(name, *reports) for name in speakers)
    attributions: list[Attribution] = []
    rows: dict[str, list[str]] = {}
    for name, (text, told) in cells.items():
        for number, said in enumerate(told):
            start = text.index(said.content)
            at = text.find(said.speaker)
            source = (Span(at, at + len(said.speaker)),) if at >= 0 else ()
            span = Span(start, start + len(said.content))
            cue = (Span(text.index(said.cue), text.index(said.cue) + len(said.cue)),) if said.cue else ()
            key = f"a-{name}-{number}"
            attributions.append(
                Attribution(key, name, said.kind, source, cue, (span,), speaker=f"e-{said.speaker}", negated=said.negated)
            )
            rows.setdefault(said.statement, []).append(key)
    by_id = {a.id: a for a in attributions}
    statements = tuple(Statement(key, by_id[ids[0]].speaker, tuple(ids)) for key, ids in rows.items())
    return Story(tuple(reports), entities, tuple(attributions), statements)


def kinds(found: tuple[Difference, ...]) -> set[str]:
    return {difference.kind for difference in found}
