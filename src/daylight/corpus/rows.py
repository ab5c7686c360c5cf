"""The rows that a comparison gives to the tables of a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from daylight.corpus.tables import Row, TableName
from daylight.export import tables
from daylight.export.rows import Facts
from daylight.model import Attribution, Comparison, Entity, Place, Position, Span, Statement

STORY_TABLES: Final[tuple[TableName, ...]] = ("entities", "attributions", "statements", "differences", "positions")
"""The tables that each story adds to."""


def rows_of(story: str, comparison: Comparison) -> Iterator[tuple[TableName, Row]]:
    """Each row with the table that it belongs to."""
    facts = Facts(comparison)
    head: Row = {"story": story}
    yield from (("entities", head | _entity(entity)) for entity in comparison.entities)
    about = _About(comparison)
    for table in tables(comparison):
        if table.name == "attributions":
            for row in table.rows:
                yield "attributions", head | about.row(facts.attributions[str(row["attribution"])]) | row
        elif table.name == "differences":
            yield from (("differences", head | row) for row in table.rows)
    yield from (("statements", head | _statement(facts, one)) for one in comparison.statements)
    yield from (("positions", head | row) for one in comparison.positions for row in _sides(facts, one))
    for item in comparison.skipped:
        yield "skipped", head | {"stage": "compare", "path": item.path, "report": item.report, "reason": item.reason}


class _About:
    """Who is named or meant in the words of an attribution."""

    def __init__(self, comparison: Comparison) -> None:
        self._names = {entity.id: entity.name for entity in comparison.entities}
        self._places: dict[str, list[tuple[Span, str]]] = {}
        for entity in comparison.entities:
            for report, span in _mentions(entity):
                self._places.setdefault(report, []).append((span, entity.id))

    def row(self, attribution: Attribution) -> Row:
        """Everybody but the speaker, in order of the words."""
        found = sorted(self._places.get(attribution.report, ()))
        said = (entity for span, entity in found if any(part.covers(span) for part in attribution.content))
        ids = [entity for entity in dict.fromkeys(said) if entity != attribution.speaker]
        return {"about": [self._names[entity] for entity in ids], "about_ids": ids}


def _mentions(entity: Entity) -> Iterator[Place]:
    for spelling in entity.spellings:
        yield from spelling.mentions
    yield from entity.pointers


def _entity(entity: Entity) -> Row:
    return {
        "entity": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "spellings": [spelling.text for spelling in entity.spellings],
        "garbled": [spelling.text for spelling in entity.spellings if spelling.status == "garbled"],
        "roles": _once(role.text for role in entity.roles),
        "mentions": sum(1 for _ in _mentions(entity)),
        "reports": _once(place.report for place in _mentions(entity)),
    }


def _statement(facts: Facts, statement: Statement) -> Row:
    cells = [facts.attributions[key] for key in statement.attributions]
    reports = _once(cell.report for cell in cells)
    longest = max(cells, key=lambda cell: sum(span.end - span.start for span in cell.content))
    return {
        "statement": statement.id,
        "number": facts.numbers[statement.id],
        "speaker_id": statement.speaker,
        "speaker": facts.name(statement.speaker),
        "text": facts.words(longest.report, longest.content),
        "quoted": any(cell.kind != "indirect" for cell in cells),
        "attributions": list(statement.attributions),
        "reports": reports,
        "outlets": _once(outlet for report in reports if (outlet := facts.reports[report].outlet)),
        "absent": [absent.report for absent in statement.absent if absent.reason == "not-in-report"],
    }


def _sides(facts: Facts, position: Position) -> Iterator[Row]:
    head: Row = {"position": position.id, "question": position.question, "opposed": position.opposed}
    tail: Row = {"explanation": position.explanation, "score": position.score}
    for side in position.sides:
        who: Row = {"speaker_id": side.speaker, "speaker": facts.name(side.speaker)}
        yield head | who | {"statements": list(side.statements)} | tail


def _once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
