"""Whether a library is whole: its pages, its references, its indexes, and whether everything in it still proves itself."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from daylight.errors import DaylightError, LibraryError
from daylight.report.reading import report_from_json
from daylight.store import comparisons, decided, reports
from daylight.store.texts import stored

_INDEX_CHECKS = {
    "report_words": "INSERT INTO report_words (report_words, rank) VALUES ('integrity-check', 1)",
    "said_words": "INSERT INTO said_words (said_words, rank) VALUES ('integrity-check', 1)",
}


def problems(db: sqlite3.Connection) -> Iterator[str]:
    """Everything that is wrong, each in a sentence; nothing for a library that is whole."""
    yield from _file(db)
    yield from _originals(db)
    yield from _reports(db)
    yield from _stories(db)


def _file(db: sqlite3.Connection) -> Iterator[str]:
    for (line,) in db.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"the file is damaged: {line}"
    for row in db.execute("PRAGMA foreign_key_check"):
        yield f"a row of {row[0]} refers to a {row[2]} that is not there"
    for index, check in _INDEX_CHECKS.items():
        try:
            db.execute(check)
        except LibraryError as error:
            yield f"the search index {index} does not fit what it indexes: {error.__cause__}"


def _originals(db: sqlite3.Connection) -> Iterator[str]:
    for (sha256,) in db.execute("SELECT sha256 FROM original").fetchall():
        try:
            whole = hashlib.sha256(reports.get_original(db, sha256).data).hexdigest() == sha256
        except DaylightError as error:
            yield str(error)
        else:
            if not whole:
                yield f"the original {sha256} has been changed"


def _reports(db: sqlite3.Connection) -> Iterator[str]:
    for row in db.execute("SELECT id, text, record FROM report"):
        try:
            report = report_from_json(row["record"])
        except DaylightError as error:
            yield f"the report {row['id']} cannot be read: {error}"
            continue
        if stored(report.id) != row["id"] or stored(report.text) != row["text"]:
            yield f"the report {row['id']} is searched by another text than its own"


def _stories(db: sqlite3.Connection) -> Iterator[str]:
    for (story,) in db.execute("SELECT id FROM story").fetchall():
        try:
            comparison = comparisons.load(db, story)
            decided.history(db, story)
        except DaylightError as error:
            yield str(error)
            continue
        found = {row[0] for row in db.execute("SELECT attribution FROM said WHERE story = ?", (story,))}
        wanted = {stored(a.id) for a in comparison.attributions if a.content} if comparison else set()
        if found != wanted:
            yield f"what is said in {story} is not what its comparison holds; compare again"
