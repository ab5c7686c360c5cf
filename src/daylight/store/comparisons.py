"""What was found about a story: kept as the JSON contract, and taken apart into what is searched."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

from daylight.errors import InputError, LibraryError, OffsetError
from daylight.model import Comparison
from daylight.report.contract import to_json
from daylight.report.reading import from_json
from daylight.store.changes import real
from daylight.store.reports import LEVEL
from daylight.store.stories import get, touch
from daylight.store.texts import folded, stored

_SAY = (
    'INSERT INTO said (story, report, statement, attribution, entity, speaker, spellings, start, "end", words)'
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def save(db: sqlite3.Connection, story: str, comparison: Comparison, settings: str) -> None:
    """Keep the comparison of a story in the place of the one before.

    Raises KeyError for a story that is not there, and LibraryError for a comparison of reports that the story has not.
    """
    _check_reports(db, get(db, story).id, comparison)
    packed = zlib.compress(to_json(comparison).encode("utf-8"), LEVEL)
    db.execute(
        "UPDATE story SET comparison = ?, settings = ?, differences = ? WHERE id = ?",
        (packed, stored(settings), len(real(comparison)), story),
    )
    touch(db, story)
    db.execute("DELETE FROM said WHERE story = ?", (story,))
    db.execute("DELETE FROM difference WHERE story = ?", (story,))
    for row, names in _said(comparison):
        number = db.execute(_SAY, tuple(stored(v) if isinstance(v, str) else v for v in (story, *row))).lastrowid
        db.executemany("INSERT INTO voice VALUES (?, ?)", ((name, number) for name in names))
    db.executemany(
        "INSERT INTO difference VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        ((story, d.kind, d.about.type, stored(d.about.id)) for d in comparison.differences),
    )


def _check_reports(db: sqlite3.Connection, story: str, comparison: Comparison) -> None:
    ids = {row[0] for row in db.execute("SELECT id FROM report WHERE story = ?", (story,))}
    strange = [report.id for report in comparison.reports if stored(report.id) not in ids]
    if strange:
        raise LibraryError(f"{strange[0]} is no report of the story; compare the reports that it has")


def _said(comparison: Comparison) -> Iterator[tuple[tuple[str | int | None, ...], set[str]]]:
    """What is said, a row each, with every name of those who say it."""
    reports = {report.id: report for report in comparison.reports}
    entities = {entity.id: entity for entity in comparison.entities}
    row_of = {key: statement for statement in comparison.statements for key in statement.attributions}
    for one in comparison.attributions:
        if not one.content:
            continue
        statement = row_of[one.id]
        speaking = [entities[key] for key in (one.speaker or statement.speaker, *one.co_speakers) if key in entities]
        spellings = dict.fromkeys(text for e in speaking for text in (e.name, *(s.text for s in e.spellings)))
        words = " … ".join(reports[one.report].slice(span) for span in one.content)
        yield (
            one.report, statement.id, one.id, speaking[0].id if speaking else None, speaking[0].name if speaking else "",
            "\n".join(spellings), one.content[0].start, one.content[-1].end, words,
        ), {folded(text) for text in spellings}  # fmt: skip


def load(db: sqlite3.Connection, story: str) -> Comparison | None:
    """The comparison of a story, None where there is none yet. Raises KeyError, and LibraryError where it is damaged."""
    text = document(db, story)
    try:
        return None if text is None else from_json(text)
    except (InputError, OffsetError) as error:
        raise LibraryError(f"the comparison of {story} cannot be read; compare again: {error}") from error


def document(db: sqlite3.Connection, story: str) -> str | None:
    """The same as the JSON contract, as it was written."""
    get(db, story)
    data = db.execute("SELECT comparison FROM story WHERE id = ?", (story,)).fetchone()[0]
    try:
        return None if data is None else zlib.decompress(data).decode("utf-8")
    except (zlib.error, UnicodeDecodeError) as error:
        raise LibraryError(f"the comparison of {story} is damaged; compare again: {error}") from error
