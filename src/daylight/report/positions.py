"""Positions: what two or more speakers say on one question, side by side."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.model import Position, Side
from daylight.report.cells import evidences
from daylight.report.index import Index
from daylight.report.labels import certainty, label
from daylight.report.links import anchor
from daylight.report.marks import plain
from daylight.report.view import PositionView, Row, SideView
from daylight.report.visible import line


def positions(index: Index, rows: Iterable[Row]) -> tuple[PositionView, ...]:
    """The questions, those on which speakers are opposed first."""
    by_anchor = {row.anchor: row for row in rows}
    ordered = sorted(index.comparison.positions, key=lambda p: (not p.opposed, -p.score))
    return tuple(_position(index, position, by_anchor) for position in ordered)


def _position(index: Index, position: Position, rows: dict[str, Row]) -> PositionView:
    sides = tuple(_side(index, side, rows) for side in position.sides)
    return PositionView(
        anchor=anchor("position", position.id),
        question=_heading(line(position.question), sides),
        opposed=position.opposed,
        verdict=label("position", "opposed" if position.opposed else "not-opposed"),
        certainty=certainty(position.score),
        explanation=line(position.explanation),
        sides=sides,
        evidence=evidences(index, position.evidence, position.explanation),
    )


def _heading(question: str, sides: Iterable[SideView]) -> str:
    """The question, between quotation marks where a report prints it in these words."""
    printed = (line(plain(s.words)) for side in sides for row in side.rows for cell in row.cells for s in cell.sayings)
    if any(question.casefold() in words.casefold() for words in printed):
        return f"“{question}”"
    return question[:1].upper() + question[1:]


def _side(index: Index, side: Side, rows: dict[str, Row]) -> SideView:
    known = side.speaker in index.entities
    found = (rows.get(anchor("statement", key)) for key in side.statements)
    return SideView(
        speaker=index.speaker(side.speaker),
        speaker_href="#" + anchor("entity", side.speaker) if known else None,
        rows=tuple(row for row in found if row),
    )
