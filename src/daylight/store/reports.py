"""Reports of a story, and the bytes that they were made from."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count

from daylight.errors import LibraryError
from daylight.model import Report
from daylight.report.contract import report_to_json
from daylight.report.reading import report_from_json
from daylight.store.texts import stored
from daylight.store.values import Original

LEVEL = 6
"""How hard bytes are deflated: zlib's own balance."""


def contents(reports: Iterable[Report]) -> tuple[str, ...]:
    """For each report what makes it the same when it comes again: its text, and where and when it was printed.

    Its id does not: ids that were given ("1") come again with other reports, and one wire text stands in many outlets. Of
    reports that are the same in all of this, given together, each has its own.
    """
    times: Counter[str] = Counter()
    found = []
    for report in reports:
        whole = "\x1f".join(str(part) for part in (report.text, report.outlet, report.url, report.title, report.published))
        digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
        times[digest] += 1
        found.append(digest if times[digest] == 1 else f"{digest}-{times[digest]}")
    return tuple(found)


def put_reports(db: sqlite3.Connection, story: str, reports: Sequence[Report]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Put reports into a story; gives the ids by which it has them, and those of the reports that it had before."""
    ids: list[str] = []
    known: list[str] = []
    for report, content in zip(reports, contents(reports), strict=True):
        row = db.execute("SELECT id FROM report WHERE story = ? AND content = ?", (story, content)).fetchone()
        ids.append(row[0] if row else _put(db, story, report, content))
        known += [row[0]] if row else []
    return tuple(ids), tuple(known)


def _put(db: sqlite3.Connection, story: str, report: Report, content: str) -> str:
    """Put one report into a story, under an id that no other has there."""
    taken = "SELECT 1 FROM report WHERE story = ? AND id = ?"
    names = (report.id if n == 1 else f"{report.id}-{n}" for n in count(1))
    own = replace(report, id=next(name for name in names if not db.execute(taken, (story, stored(name))).fetchone()))
    values = (
        story, own.id, content, own.source.sha256, own.title or "", own.outlet, own.published, own.text, report_to_json(own)
    )  # fmt: skip
    db.execute(
        "INSERT INTO report (story, id, content, source, title, outlet, published, text, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tuple(value and stored(value) for value in values),
    )
    return own.id


def get_reports(db: sqlite3.Connection, story: str) -> tuple[Report, ...]:
    """The reports of a story, by date, those without a date last, then in the order in which they were added."""
    rows = db.execute(
        "SELECT record FROM report WHERE story = ? ORDER BY published IS NULL, published, number", (stored(story),)
    )
    return tuple(report_from_json(row[0]) for row in rows)


def put_originals(db: sqlite3.Connection, originals: Mapping[str, bytes], reports: Iterable[Report]) -> None:
    """Keep the bytes of reports by their SHA-256. Raises LibraryError for bytes of another one."""
    for source, report in {report.source.sha256: report for report in reports}.items():
        data = originals.get(source)
        if data is None:
            continue
        if hashlib.sha256(data).hexdigest() != source:
            raise LibraryError(f"{report.id}: these are not the bytes that the report was made from")
        db.execute(
            "INSERT INTO original VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (source, report.source.media_type, zlib.compress(data, LEVEL), len(data), report.url, report.retrieved),
        )


def get_original(db: sqlite3.Connection, sha256: str) -> Original:
    """The bytes of a report. Raises KeyError where they were not kept, and LibraryError where they are damaged."""
    query = "SELECT media_type, data, retrieved, url FROM original WHERE sha256 = ?"
    row = db.execute(query, (stored(sha256),)).fetchone()
    if row is None:
        raise KeyError(sha256)
    try:
        data = zlib.decompress(row["data"])
    except zlib.error as error:
        raise LibraryError(f"the original {sha256} is damaged: {error}") from error
    return Original(data, row["media_type"], row["retrieved"], row["url"])
