"""Positions: what two or more speakers say on one question, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from daylight.model import Position, Side
from daylight.report.findings import evidences
from daylight.report.index import Index
from daylight.report.labels import CERTAINTIES, certainty, label
from daylight.report.links import anchor
from daylight.report.marks import plain
from daylight.report.view import Evidence, Row
from daylight.report.visible import line


@dataclass(frozen=True, slots=True)
class SideView:
    """What one speaker says on a question: the rows, each with what the reports print."""

    speaker: str
    speaker_href: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    """Two or more speakers on one question, as it heads them; ``printed``: in the words of a report, so in its marks.

    ``agreement`` is who is reported to claim that they agree, with the label of that; None where nobody is.
    """

    anchor: str
    question: str
    printed: bool
    opposed: bool
    verdict: str
    certainty: str
    explanation: str
    sides: tuple[SideView, ...]
    evidence: tuple[Evidence, ...]
    agreement: SideView | None
    claims: str


def positions(index: Index, rows: Iterable[Row]) -> tuple[PositionView, ...]:
    """The questions: opposed ones first, then the surer, then those in a report's words before remarks on remarks."""
    by_anchor = {row.anchor: row for row in rows}
    ordered = sorted(index.comparison.positions, key=lambda p: -p.score)
    views = (_position(index, position, by_anchor) for position in ordered)
    return tuple(sorted(views, key=lambda v: (not v.opposed, CERTAINTIES.index(v.certainty), not v.printed)))


def _position(index: Index, position: Position, rows: dict[str, Row]) -> PositionView:
    sides = tuple(_side(index, side, rows) for side in position.sides)
    question = line(position.question)
    printed = _printed(question, sides)
    return PositionView(
        anchor=anchor("position", position.id),
        question=f"“{question}”" if printed else question[:1].upper() + question[1:],
        printed=printed,
        opposed=position.opposed,
        verdict=label("position", "opposed" if position.opposed else "not-opposed"),
        certainty=certainty(position.score),
        explanation=line(position.explanation),
        sides=sides,
        evidence=evidences(index, position.evidence, position.explanation),
        agreement=_side(index, position.agreement, rows) if position.agreement else None,
        claims=label("position", "agreement"),
    )


def _printed(question: str, sides: Iterable[SideView]) -> bool:
    """Whether a report prints the question in these words."""
    sayings = (s for side in sides for row in side.rows for cell in row.cells for s in cell.sayings)
    return any(question.casefold() in line(plain(saying.words)).casefold() for saying in sayings)


def _side(index: Index, side: Side, rows: dict[str, Row]) -> SideView:
    known = side.speaker in index.entities
    found = (rows.get(anchor("statement", key)) for key in side.statements)
    return SideView(
        speaker=index.speaker(side.speaker),
        speaker_href="#" + anchor("entity", side.speaker) if known else None,
        rows=tuple(row for row in found if row),
    )
