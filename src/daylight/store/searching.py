"""Search: by words in whole reports; by speaker or kind of difference in what is said."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from daylight.model import Span
from daylight.store import queries
from daylight.store.snippets import Marks, snippet
from daylight.store.texts import folded, stored
from daylight.store.values import Hit, Hits, Query, Speaker


@dataclass(frozen=True, slots=True)
class _Room:
    """What is searched: its table with what it is joined to, what is taken of each row, and which column has the words."""

    table: str
    joins: str
    columns: str
    column: int

    def tables(self, match: str) -> str:
        """Where rows come from; the index of words first, so that it is asked once and not once a row."""
        words = f"{self.table}_words"
        found = f"{words} CROSS JOIN {self.table} ON {self.table}.number = {words}.rowid" if match else self.table
        return f"FROM {found} {self.joins}"


_HEAD = "story.id AS story, story.title AS story_title, report.id AS report, outlet, published, report.text AS text"
_REPORTS = _Room("report", "JOIN story ON story.id = report.story", f"{_HEAD}, report.number AS number", column=1)
_SAID = _Room(
    "said",
    "JOIN report ON report.story = said.story AND report.id = said.report JOIN story ON story.id = said.story",
    f'{_HEAD}, said.number AS number, said.words AS words, attribution, statement, speaker, start, "end"',
    column=0,
)
_DIFFERS = """EXISTS (
  SELECT 1 FROM difference AS d WHERE d.story = said.story AND d.kind = :kind
  AND (d.about, d.id) IN (VALUES ('statement', said.statement), ('attribution', said.attribution), ('entity', said.entity))
)"""
_BY_DATE = "published IS NULL, published, story.id, start"
_NAMED = "said.number IN (SELECT said FROM voice WHERE name = :name)"

Row = sqlite3.Row


def search(db: sqlite3.Connection, query: Query, limit: int, after: str | None) -> Hits:
    """One page of what answers a query. An empty query has no answer.

    ``after`` is what the page before gave; another text than that is read as the beginning.
    """
    by_speech = queries.asks_for_speech(query)
    match = queries.match_said(query) if by_speech else queries.match_reports(query)
    if query == Query() or (not match and (query.text or query.speaker)):
        return Hits(0, ())
    room = _SAID if by_speech else _REPORTS
    where, given = _where(room, query, match)
    tables = room.tables(match)
    total: int = db.execute(f"SELECT count(*) {tables} WHERE {where}", given).fetchone()[0]
    start = int(after) if after and after.isascii() and after.isdigit() and len(after) < 10 else 0
    order = f"{room.table}_words.rank" if match else "published DESC"
    rows = db.execute(
        f"SELECT {room.columns} {tables} WHERE {where} ORDER BY {order}, number LIMIT :limit OFFSET :start",
        {**given, "limit": limit, "start": start},
    ).fetchall()
    end = start + len(rows)
    return Hits(total, tuple(_hit(db, room, match, row) for row in rows), str(end) if rows and end < total else None)


def _where(room: _Room, query: Query, match: str) -> tuple[str, dict[str, Any]]:
    parts: list[str] = []
    given: dict[str, Any] = {}
    if match:
        parts, given = [f"{room.table}_words MATCH :match"], {"match": match}
    for condition, values in queries.conditions(query):
        parts.append(condition)
        given |= values
    if query.kind is not None:
        parts.append(_DIFFERS)
        given["kind"] = stored(query.kind)
    return " AND ".join(parts) or "true", given


def _hit(db: sqlite3.Connection, room: _Room, match: str, row: Row) -> Hit:
    matches = _matches(db, room, match, row["number"]) if match else ()
    return _said(row, matches) if room is _SAID else _found(row, matches)


def _matches(db: sqlite3.Connection, room: _Room, match: str, number: int) -> tuple[Span, ...]:
    """Where the words stand in one row: asked for the rows of a page alone, since FTS5 reads the whole text for it."""
    marks = Marks()
    tables = f"FROM {room.table}_words WHERE {room.table}_words MATCH ? AND rowid = ?"
    marked = f"highlight({room.table}_words, {room.column}, ?, ?)"
    row = db.execute(f"SELECT {marked} {tables}", (marks.opening, marks.closing, match, number)).fetchone()
    return marks.spans(row[0])


def _found(row: Row, matches: tuple[Span, ...]) -> Hit:
    span, pieces = snippet(row["text"], matches)
    return Hit(row["story"], row["story_title"], row["report"], row["outlet"], span, pieces, row["published"])


def _said(row: Row, matches: tuple[Span, ...] = ()) -> Hit:
    """What is said; words are marked where it stands in one piece, so that it is the report's own text."""
    whole = Span(row["start"], row["end"])
    if row["text"][whole.start : whole.end] != row["words"]:
        matches = ()
    inside = tuple(Span(m.start + whole.start, m.end + whole.start) for m in matches)
    span, pieces = snippet(row["text"], inside, whole)
    return Hit(
        row["story"], row["story_title"], row["report"], row["outlet"], span, pieces, row["published"],
        row["attribution"], row["statement"], row["speaker"] or None,
    )  # fmt: skip


def speakers(db: sqlite3.Connection, prefix: str, limit: int) -> tuple[Speaker, ...]:
    """The names of speakers of which a word begins with some letters, in any spelling, those who say most first."""
    rows = db.execute(
        "SELECT speaker, count(DISTINCT story), count(DISTINCT statement) FROM said WHERE speaker <> ''"
        " AND EXISTS (SELECT 1 FROM voice WHERE said = number AND instr(' ' || name, :start))"
        " GROUP BY speaker ORDER BY 3 DESC, 1 LIMIT :limit",
        {"start": f" {folded(prefix)}", "limit": limit},
    )
    return tuple(Speaker(*row) for row in rows)


def statements_of(db: sqlite3.Connection, name: str) -> tuple[Hit, ...]:
    """Everything that somebody printed under a name is reported to say, alone or with others, by date, over all stories."""
    query = f"SELECT {_SAID.columns} {_SAID.tables('')} WHERE {_NAMED} ORDER BY {_BY_DATE}"
    return tuple(_said(row) for row in db.execute(query, {"name": folded(name)}))
