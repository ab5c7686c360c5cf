"""Search: by words in whole reports; by speaker or kind of difference in what is said."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from daylight.store import queries
from daylight.store.snippets import snippet
from daylight.store.texts import stored
from daylight.store.values import Hit, Hits, Query, Speaker

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""What FTS5 puts around words that match: characters that no text may hold."""

_REPORTS = """
FROM report JOIN story_report ON story_report.report = report.id JOIN story ON story.id = story_report.story
"""
_REPORT_WORDS = "JOIN report_words ON report_words.rowid = report.number"
_SAID = "FROM said JOIN report ON report.id = said.report JOIN story ON story.id = said.story"
_SAID_WORDS = "JOIN said_words ON said_words.rowid = said.number"
_DIFFERS = """EXISTS (
  SELECT 1 FROM difference AS d WHERE d.story = said.story AND d.kind = :kind
  AND (d.about, d.id) IN (VALUES ('statement', said.statement), ('attribution', said.attribution), ('entity', said.entity))
)"""


def search(db: sqlite3.Connection, query: Query, limit: int, after: str | None) -> Hits:
    """One page of what answers a query. An empty query has no answer.

    ``after`` is what the page before gave; another text than that is read as the beginning.
    """
    by_speech = queries.asks_for_speech(query)
    match = queries.match_said(query) if by_speech else queries.match_reports(query)
    if query == Query() or (not match and (query.text or query.speaker)):
        return Hits(0, ())
    tables, words = (_SAID, _SAID_WORDS) if by_speech else (_REPORTS, _REPORT_WORDS)
    tables = f"{tables} {words if match else ''}"
    where, given = _where(query, match, "said_words" if by_speech else "report_words")
    total: int = db.execute(f"SELECT count(*) {tables} WHERE {where}", given).fetchone()[0]
    start = int(after) if after and after.isascii() and after.isdigit() and len(after) < 10 else 0
    rows = db.execute(
        f"SELECT {_columns(by_speech, match)} {tables} WHERE {where} ORDER BY {_order(by_speech, match)} LIMIT :limit OFFSET :start",  # noqa: E501
        {**given, "limit": limit, "start": start},
    ).fetchall()
    make = _said if by_speech else _found
    end = start + len(rows)
    return Hits(total, tuple(make(row) for row in rows), str(end) if rows and end < total else None)


def _where(query: Query, match: str, words: str) -> tuple[str, Mapping[str, Any]]:
    parts, given = [], {}
    if match:
        parts, given = [f"{words} MATCH :match"], {"match": match}
    for condition, values in queries.conditions(query):
        parts.append(condition)
        given |= values
    if query.kind is not None:
        parts.append(_DIFFERS)
        given["kind"] = stored(query.kind)
    return " AND ".join(parts) or "true", given


def _columns(by_speech: bool, match: str) -> str:
    shared = "story.id AS story, story.title AS story_title, report.id AS report, outlet, published, report.text AS text"
    if not by_speech:
        marked = f"highlight(report_words, 1, '{OPEN}', '{CLOSE}')" if match else "report.text"
        return f"{shared}, {marked} AS marked"
    marked = f"highlight(said_words, 0, '{OPEN}', '{CLOSE}')" if match else "said.words"
    return f'{shared}, {marked} AS marked, attribution, statement, speaker, start, "end"'


def _order(by_speech: bool, match: str) -> str:
    words = "said_words" if by_speech else "report_words"
    place = "said.number" if by_speech else "report.number, story.id"
    return f"bm25({words}), {place}" if match else f"published DESC, {place}"


def _found(row: sqlite3.Row) -> Hit:
    span, pieces = snippet(row["text"], row["marked"], OPEN, CLOSE)
    return Hit(row["story"], row["story_title"], row["report"], row["outlet"], span, pieces, row["published"])


def _said(row: sqlite3.Row) -> Hit:
    part = row["text"][row["start"] : row["end"]]
    span, pieces = snippet(part, row["marked"], OPEN, CLOSE, base=row["start"])
    return Hit(
        row["story"], row["story_title"], row["report"], row["outlet"], span, pieces, row["published"],
        row["attribution"], row["statement"], row["speaker"] or None,
    )  # fmt: skip


def speakers(db: sqlite3.Connection, prefix: str, limit: int) -> tuple[Speaker, ...]:
    """The names of speakers that begin with some letters, in any word, those who say most first."""
    start = _like(prefix)
    rows = db.execute(
        "SELECT speaker, count(DISTINCT story), count(DISTINCT statement) FROM said"
        " WHERE speaker <> '' AND (speaker LIKE :start ESCAPE '\\' OR speaker LIKE '% ' || :start ESCAPE '\\')"
        " GROUP BY speaker ORDER BY 3 DESC, 1 LIMIT :limit",
        {"start": start, "limit": limit},
    )
    return tuple(Speaker(*row) for row in rows)


def _like(prefix: str) -> str:
    return "".join("\\" + char if char in "\\%_" else char for char in stored(prefix)) + "%"


def statements_of(db: sqlite3.Connection, name: str) -> tuple[Hit, ...]:
    """Everything that the speaker of a name is reported to have said, by date, over all stories."""
    rows = db.execute(
        f"SELECT {_columns(by_speech=True, match='')} {_SAID} WHERE speaker = ?"
        " ORDER BY published IS NULL, published, story.id, start",
        (stored(name),),
    )
    return tuple(_said(row) for row in rows)
