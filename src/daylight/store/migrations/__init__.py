"""The shape of a library: numbered files of SQL, each applied once, in order, and recorded in the library."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from functools import cache
from importlib import resources

from daylight.errors import LibraryError

APPLICATION = 0x4461796C
"""``application_id`` of a library: "Dayl"."""


@cache
def files() -> tuple[tuple[int, str, str], ...]:
    """Number, name and SQL of each migration, in order."""
    folder = resources.files(__name__)
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".sql")]
    return tuple(sorted((int(entry.name.split("_")[0]), entry.name, entry.read_text("utf-8")) for entry in found))


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a library up to date. Raises LibraryError for one that a newer version of Daylight has written."""
    newest = files()[-1][0]
    at = _version(connection)
    if at > newest:
        raise LibraryError("a newer version of Daylight wrote this library; update Daylight to open it")
    if at == newest:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        at = _version(connection)  # another process may have been first
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS migration"
            " (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL) STRICT"
        )
        for number, name, sql in files():
            if number > at:
                _apply(connection, number, name, sql)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _apply(connection: sqlite3.Connection, number: int, name: str, sql: str) -> None:
    """Run one file inside the transaction (``executescript`` would end it)."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    when = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute("INSERT INTO migration VALUES (?, ?, ?)", (number, name, when))
    connection.execute(f"PRAGMA user_version = {number}")
