"""A copy of a library, made while others may work on it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from daylight.errors import LibraryError


def backup(library: sqlite3.Connection, target: Path) -> None:
    """Copy a library as it is now. Raises LibraryError where there is such a file already, or none can be written."""
    if target.exists():
        raise LibraryError(f"{target}: there is a file already; give another name")
    unfinished = target.with_name(f".{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        copy = sqlite3.connect(unfinished)
        try:
            library.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.rename(target)
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise LibraryError(f"{target}: the backup cannot be written: {error}") from error
