"""One SQLite file: opened, brought up to date, written by one at a time and read by many.

In write-ahead mode a reader sees the last finished transaction and waits for nobody; a process that is killed in the middle
of a transaction leaves none of it. ``synchronous=FULL`` makes a finished one survive a power cut too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from daylight.errors import LibraryError
from daylight.store.migrations import APPLICATION, migrate

BUSY = 30.0
"""Seconds that a writer waits for another to finish."""

CACHE = 32_768
"""KiB of pages that one connection keeps."""


class Connection(sqlite3.Connection):
    """A connection that tells what goes wrong in words for people."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """As that of sqlite3. Raises LibraryError."""
        with told():
            return super().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Any, /) -> sqlite3.Cursor:
        """As that of sqlite3. Raises LibraryError."""
        with told():
            return super().executemany(sql, parameters)

    def commit(self) -> None:
        """As that of sqlite3. Raises LibraryError."""
        with told():
            super().commit()


@contextmanager
def told() -> Iterator[None]:
    """Turn an error of SQLite into a LibraryError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise LibraryError(_reason(error)) from error


def _reason(error: sqlite3.Error) -> str:
    said = str(error)
    if "not a database" in said:
        return "this is no library of Daylight; give another file"
    if "locked" in said:
        return f"another program has been writing to the library for {BUSY:.0f} seconds; try again when it is done"
    if "full" in said:
        return "the disk is full, and the library is as it was; make room and try again"
    if "readonly" in said:
        return "the library may not be written to; check the permissions of its file and folder"
    return f"the library cannot be read or written ({said}); see what `daylight library check` says"


def connect(path: Path) -> Connection:
    """A connection to a library, which is made where there is none. Raises LibraryError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY, isolation_level=None, check_same_thread=False, factory=Connection)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(f"{path}: no library can be opened here: {error}") from error
    try:
        _check_kind(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        migrate(connection)
    except LibraryError as error:
        connection.close()
        raise LibraryError(f"{path}: {error}") from error
    connection.row_factory = sqlite3.Row
    return connection


def _check_kind(connection: sqlite3.Connection) -> None:
    kind = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if kind != APPLICATION and tables:
        raise LibraryError("this is a database of another program; give another path")


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction: all of it is kept, or nothing. One inside another is part of it."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """Several questions to one state of the library."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


def now() -> str:
    """The time in UTC, to the second, as ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")
