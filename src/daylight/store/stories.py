"""Stories: which reports belong together, and under what title."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence

from daylight.errors import LibraryError
from daylight.model import Report
from daylight.store.connection import now
from daylight.store.reports import contents, put_reports
from daylight.store.texts import stored
from daylight.store.values import Added, StoryRecord, StorySummary

LONGEST_TITLE = 200
"""Code points of a title that are kept."""


def add(db: sqlite3.Connection, reports: Sequence[Report], story: str | None) -> Added:
    """Put reports into a story, a new one where ``story`` is None. Raises KeyError for a story that is not there."""
    key = _open(db, reports) if story is None else get(db, story).id
    ids, known = put_reports(db, key, reports)
    touch(db, key)
    return Added(key, ids, known)


def restore(db: sqlite3.Connection, record: StoryRecord) -> bool:
    """Make a story as it was elsewhere; False where it is there."""
    row = (stored(record.id), stored(record.title)[:LONGEST_TITLE], stored(record.created), stored(record.updated))
    made = db.execute("INSERT INTO story (id, title, created, updated) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", row)
    return made.rowcount > 0


def _open(db: sqlite3.Connection, reports: Sequence[Report]) -> str:
    """A new story, whose id is made from its first reports; the same reports again open the same one."""
    made_of = "\n".join(sorted(contents(reports)))
    key = "story-" + hashlib.sha256(made_of.encode()).hexdigest()[:12]
    known_first = sorted(reports, key=lambda report: (report.outlet is None, report.published is None))
    title = next((report.title for report in known_first if report.title), None) or _beginning(reports)
    when = now()
    db.execute(
        "INSERT INTO story (id, title, created, updated) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (key, stored(title)[:LONGEST_TITLE], when, when),
    )
    return key


def _beginning(reports: Sequence[Report]) -> str:
    """A title for reports without one: how the first of them begins."""
    words = " ".join(reports[0].text[:LONGEST_TITLE].split()) if reports else ""
    return words if len(words) <= 80 else words[:80].rpartition(" ")[0] + " …"


def get(db: sqlite3.Connection, key: str) -> StoryRecord:
    """A story. Raises KeyError."""
    row = db.execute("SELECT id, title, created, updated FROM story WHERE id = ?", (stored(key),)).fetchone()
    if row is None:
        raise KeyError(key)
    return StoryRecord(*row)


def touch(db: sqlite3.Connection, key: str) -> None:
    """Say that a story has changed."""
    db.execute("UPDATE story SET updated = ? WHERE id = ?", (now(), key))


def rename(db: sqlite3.Connection, key: str, title: str) -> None:
    """Call a story otherwise. Raises KeyError."""
    get(db, key)
    db.execute("UPDATE story SET title = ? WHERE id = ?", (stored(title)[:LONGEST_TITLE], key))
    touch(db, key)


def remove(db: sqlite3.Connection, key: str) -> None:
    """Remove a story with its reports, its decisions and what was found."""
    get(db, key)
    db.execute("DELETE FROM story WHERE id = ?", (key,))
    sweep(db)


def take_out(db: sqlite3.Connection, key: str, report: str) -> None:
    """Take a report out of a story. Raises KeyError where it is not in it, and LibraryError where it is the only one."""
    ids = [row[0] for row in db.execute("SELECT id FROM report WHERE story = ?", (get(db, key).id,))]
    if stored(report) not in ids:
        raise KeyError(report)
    if len(ids) == 1:
        raise LibraryError("this is the only report of the story; remove the story instead")
    db.execute("DELETE FROM report WHERE story = ? AND id = ?", (stored(key), stored(report)))
    sweep(db)
    touch(db, key)


def sweep(db: sqlite3.Connection) -> None:
    """Remove the originals that no report was made from."""
    db.execute("DELETE FROM original WHERE sha256 NOT IN (SELECT source FROM report)")


def listed(db: sqlite3.Connection, limit: int, after: str | None) -> tuple[StorySummary, ...]:
    """Stories, the last changed first; ``after`` is the id of the last one of the page before."""
    updated = get(db, after).updated if after else None
    rows = db.execute(
        """
        SELECT story.id, story.title, count(report.id) AS reports, min(published) AS first, max(published) AS last,
               differences, updated, group_concat(outlet, char(10)) AS outlets
        FROM story LEFT JOIN report ON report.story = story.id
        WHERE :updated IS NULL OR (updated, story.id) < (:updated, :after)
        GROUP BY story.id ORDER BY updated DESC, story.id DESC LIMIT :limit
        """,
        {"updated": updated, "after": after, "limit": limit},
    )
    return tuple(_summary(row) for row in rows)


def _summary(row: sqlite3.Row) -> StorySummary:
    outlets = tuple(dict.fromkeys((row["outlets"] or "").split("\n"))) if row["outlets"] else ()
    own = (row["first"], row["last"], row["differences"], row["updated"])
    return StorySummary(row["id"], row["title"], row["reports"], outlets, *own)
