"""Tables of a comparison: one row a cell of the matrix, a place of a difference, an attribution; the source in each row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from daylight.model import Attribution, Comparison, Difference, Entity, Report, Span, Statement

Value = str | int | float | bool | None
Row = dict[str, Value]
TableName = Literal["cells", "differences", "attributions"]

TABLES: tuple[TableName, ...] = ("cells", "differences", "attributions")

BETWEEN = " … "
"""What stands between the parts of words that a report interrupts; the offsets in ``spans`` are exact."""

_SOURCE: dict[str, type] = {
    "report": str,
    "title": str,
    "outlet": str,
    "url": str,
    "published": str,
    "retrieved": str,
    "language": str,
    "path": str,
    "sha256": str,
    "media_type": str,
    "part": str,
    "made_by": str,
    "settings": str,
}
_SAID: dict[str, type] = {
    "kind": str,
    "speaker_id": str,
    "speaker": str,
    "co_speakers": str,
    "text": str,
    "start": int,
    "end": int,
    "spans": str,
    "source_text": str,
    "source_spans": str,
    "cue_text": str,
    "cue_spans": str,
    "via_id": str,
    "via": str,
    "negated": bool,
    "hedges": str,
    "time_text": str,
    "time": str,
    "place_text": str,
    "place_id": str,
    "rule": str,
    "score": float,
}
COLUMNS: dict[TableName, dict[str, type]] = {
    "cells": {
        "statement": str,
        "number": int,
        "statement_speaker_id": str,
        "statement_speaker": str,
        "attribution": str,
        "absent": str,
    }
    | _SAID
    | _SOURCE,
    "differences": {
        "difference": str,
        "kind": str,
        "trivial": bool,
        "about": str,
        "about_id": str,
        "statement": str,
        "number": int,
        "place": int,
        "text": str,
        "start": int,
        "end": int,
        "explanation": str,
        "changed": str,
        "cut_before_qualifier": bool,
        "rule": str,
        "score": float,
    }
    | _SOURCE,
    "attributions": {"attribution": str, "statement": str, "number": int, "part_of": str} | _SAID | _SOURCE,
}
"""The columns of each table, in order, and what their values are where they are not None."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns. Every row has every column."""

    name: TableName
    columns: Mapping[str, type]
    rows: tuple[Row, ...]


class Facts:
    """Look-ups over one comparison, and the columns that every row has."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.reports: dict[str, Report] = {r.id: r for r in comparison.reports}
        self.entities: dict[str, Entity] = {e.id: e for e in comparison.entities}
        self.attributions: dict[str, Attribution] = {a.id: a for a in comparison.attributions}
        self.numbers: dict[str, int] = {s.id: n for n, s in enumerate(comparison.statements, 1)}
        self.statement_of: dict[str, Statement] = {i: s for s in comparison.statements for i in s.attributions}

    def name(self, key: str | None) -> str | None:
        """The name of an entity."""
        return self.entities[key].name if key in self.entities else None

    def words(self, report: str, spans: Sequence[Span]) -> str | None:
        """The words at some spans, verbatim; None where there are none."""
        return BETWEEN.join(self.reports[report].slice(span) for span in spans) if spans else None

    def source(self, report: str) -> Row:
        """Where a row comes from."""
        r, made_by = self.reports[report], self.comparison.made_by
        own = {name: getattr(r, name) for name in ("title", "outlet", "url", "published", "retrieved", "language")}
        source = {"path": r.source.path, "sha256": r.source.sha256, "media_type": r.source.media_type}
        source["part"] = r.source.part
        return {"report": r.id} | own | source | {"made_by": f"daylight {made_by.version}", "settings": made_by.settings}

    def said(self, a: Attribution) -> Row:
        """What an attribution says, with its offsets."""
        return {
            "kind": a.kind,
            "speaker_id": a.speaker,
            "speaker": self.name(a.speaker),
            "co_speakers": "; ".join(filter(None, map(self.name, a.co_speakers))),
            "text": self.words(a.report, a.content),
            "start": a.content[0].start if a.content else None,
            "end": a.content[-1].end if a.content else None,
            "spans": offsets(a.content),
            "source_text": self.words(a.report, a.source),
            "source_spans": offsets(a.source),
            "cue_text": self.words(a.report, a.cue),
            "cue_spans": offsets(a.cue),
            "via_id": a.via,
            "via": self.name(a.via),
            "negated": a.negated,
            "hedges": self.words(a.report, a.hedges),
            "time_text": self.words(a.report, [a.time.span] if a.time else []),
            "time": a.time.value if a.time else None,
            "place_text": self.words(a.report, [a.place.span] if a.place else []),
            "place_id": a.place.entity if a.place else None,
            "rule": a.rule,
            "score": a.score,
        }


def offsets(spans: Iterable[Span]) -> str | None:
    """Spans as JSON, None where there are none."""
    return json.dumps([[s.start, s.end] for s in spans]) if spans else None


def tables(comparison: Comparison) -> tuple[Table, ...]:
    """All three tables, in the order of TABLES."""
    facts = Facts(comparison)
    found: dict[TableName, Iterator[Row]] = {
        "cells": (row for s in comparison.statements for row in _cells(facts, s)),
        "differences": (row for d in comparison.differences for row in _places(facts, d)),
        "attributions": (_attribution(facts, a) for a in comparison.attributions),
    }
    return tuple(
        Table(name, COLUMNS[name], tuple({c: row.get(c) for c in COLUMNS[name]} for row in found[name])) for name in TABLES
    )


def _cells(facts: Facts, statement: Statement) -> Iterator[Row]:
    """The cells of a row of the matrix, those that are empty with the reason."""
    head: Row = {
        "statement": statement.id,
        "number": facts.numbers[statement.id],
        "statement_speaker_id": statement.speaker,
        "statement_speaker": facts.name(statement.speaker),
    }
    for a in (facts.attributions[i] for i in statement.attributions):
        yield head | {"attribution": a.id} | facts.said(a) | facts.source(a.report)
    for absent in statement.absent:
        yield head | {"absent": absent.reason} | facts.source(absent.report)


def _places(facts: Facts, d: Difference) -> Iterator[Row]:
    """One row for each place that shows a difference."""
    statement = d.about.id if d.about.type == "statement" else None
    if d.about.type == "attribution" and d.about.id in facts.statement_of:
        statement = facts.statement_of[d.about.id].id
    head: Row = {
        "difference": d.id,
        "kind": d.kind,
        "trivial": d.trivial,
        "about": d.about.type,
        "about_id": d.about.id,
        "statement": statement,
        "number": facts.numbers.get(statement or ""),
        "explanation": d.explanation,
        "changed": json.dumps(d.changed, ensure_ascii=False) if d.changed else None,
        "cut_before_qualifier": d.cut_before_qualifier,
        "rule": d.rule,
        "score": d.score,
    }
    for n, (report, span) in enumerate(d.evidence, 1):
        place: Row = {"place": n, "text": facts.words(report, [span]), "start": span.start, "end": span.end}
        yield head | place | facts.source(report)


def _attribution(facts: Facts, a: Attribution) -> Row:
    statement = facts.statement_of[a.id].id
    head: Row = {"attribution": a.id, "statement": statement, "number": facts.numbers[statement], "part_of": a.part_of}
    return head | facts.said(a) | facts.source(a.report)
