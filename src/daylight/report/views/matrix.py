"""The matrix: statements in rows, reports in columns, what differs first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from daylight.model import About, Statement
from daylight.report.cells import cells, readings
from daylight.report.findings import findings
from daylight.report.index import Index
from daylight.report.labels import label
from daylight.report.links import anchor
from daylight.report.view import Row
from daylight.report.weight import heaviest, lightness


@dataclass(frozen=True, slots=True)
class Voice:
    """The rows of one speaker that one report alone carries."""

    speaker: str
    speaker_href: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of one sort: told differently, told alike, told by one report only.

    ``voices`` are the rows by speaker where each has one cell alone, so that a column a report would be empty; () elsewhere.
    """

    anchor: str
    title: str
    note: str
    rows: tuple[Row, ...]
    voices: tuple[Voice, ...] = ()


BANDS = ("differ", "alike", "alone")
"""Told differently; told alike or with nothing but form between them; told by one report only."""


def bands(index: Index) -> tuple[Band, ...]:
    """The rows in bands, numbered through.

    What differs stands by its weight, then in the order of the statements; elsewhere a speaker's rows stand together.
    """
    sorted_rows: dict[str, list[Row]] = {name: [] for name in BANDS}
    for statement in _by_speaker(index):
        row = _row(index, statement)
        sorted_rows[_band(index, row)].append(row)
    order = {anchor("statement", s.id): i for i, s in enumerate(index.comparison.statements)}
    sorted_rows["differ"].sort(key=lambda row: (lightness(row.findings), order[row.anchor]))
    made, number = [], 0
    for name in BANDS:
        rows = tuple(replace(row, number=number + i) for i, row in enumerate(sorted_rows[name], start=1))
        number += len(rows)
        if rows:
            voices = _voices(rows) if name == "alone" else ()
            made.append(Band(name, label("band", name), label("band-note", name), rows, voices))
    return tuple(made)


def _voices(rows: Iterable[Row]) -> tuple[Voice, ...]:
    """The rows of each speaker, which stand together."""
    by_speaker = groupby(rows, key=lambda row: (row.speaker, row.speaker_href))
    return tuple(Voice(speaker, href, tuple(own)) for (speaker, href), own in by_speaker)


def _by_speaker(index: Index) -> list[Statement]:
    """Statements with those of one speaker together, speakers in the order in which they first speak."""
    first: dict[str | None, int] = {}
    for i, statement in enumerate(index.comparison.statements):
        first.setdefault(statement.speaker, i)
    return sorted(index.comparison.statements, key=lambda s: (s.speaker is None, first[s.speaker]))


def _row(index: Index, statement: Statement) -> Row:
    found = findings(index, About("statement", statement.id))
    known = statement.speaker in index.entities
    own = cells(index, statement)
    return Row(
        anchor=anchor("statement", statement.id),
        number=0,
        speaker=index.speaker(statement.speaker),
        speaker_href="#" + anchor("entity", statement.speaker) if known and statement.speaker else None,
        kinds=tuple(dict.fromkeys((f.kind, f.label) for f in found)),
        cells=own,
        readings=readings(own),
        findings=tuple(f for f in found if f.kind != "only-here"),
        alone=next((f for f in found if f.kind == "only-here"), None),
        by_hand=index.by_hand(About("statement", statement.id)),
    )


def _band(index: Index, row: Row) -> str:
    if heaviest(row.findings):
        return "differ"
    present = sum(1 for cell in row.cells if cell.sayings)
    return "alone" if present == 1 and len(index.heads) > 1 else "alike"
