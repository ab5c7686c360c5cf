"""Reports, and the bytes that they were made from."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Mapping

from daylight.errors import LibraryError
from daylight.model import Report
from daylight.report.contract import report_to_json
from daylight.report.reading import report_from_json
from daylight.store.texts import stored
from daylight.store.values import Original

LEVEL = 6
"""How hard bytes are deflated: zlib's own balance."""


def put_report(db: sqlite3.Connection, report: Report) -> bool:
    """Keep a report; False where it was there. The one kept first stays, since its id says what its content is."""
    own = (report.id, report.title or "", report.outlet, report.published, report.text, report_to_json(report))
    made = db.execute(
        "INSERT INTO report (id, title, outlet, published, text, record) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        tuple(value and stored(value) for value in own),
    )
    return made.rowcount > 0


def get_reports(db: sqlite3.Connection, story: str) -> tuple[Report, ...]:
    """The reports of a story, by date, those without a date last, then in the order in which they were added."""
    rows = db.execute(
        "SELECT record FROM story_report JOIN report ON report.id = report WHERE story = ?"
        " ORDER BY published IS NULL, published, added, number",
        (story,),
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
    row = db.execute("SELECT media_type, data, retrieved, url FROM original WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise KeyError(sha256)
    try:
        data = zlib.decompress(row["data"])
    except zlib.error as error:
        raise LibraryError(f"the original {sha256} is damaged: {error}") from error
    return Original(data, row["media_type"], row["retrieved"], row["url"])
