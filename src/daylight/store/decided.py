"""Decisions about a story: kept one by one as they would stand in a decisions file, never deleted, only undone."""

from __future__ import annotations

import getpass
import sqlite3

from daylight.decisions import Decisions, parse_decisions, write_decisions
from daylight.decisions.values import Decision
from daylight.store.connection import now
from daylight.store.stories import get, touch
from daylight.store.values import Past


def decide(db: sqlite3.Connection, story: str, decision: Decision) -> str:
    """Keep a decision; its id is given back.

    Raises KeyError for a story that is not there, and InputError for a decision that no decisions file could hold: kept, it
    could not be read again.
    """
    get(db, story)
    text = write_decisions(Decisions((decision,)))
    parse_decisions(text, "decision")
    row = (story, text, now(), _who())
    made = db.execute("INSERT INTO decision (story, toml, made, who) VALUES (?, ?, ?, ?)", row)
    touch(db, story)
    return str(made.lastrowid)


def undo(db: sqlite3.Connection, story: str, key: str) -> None:
    """Undo a decision. Raises KeyError for one that was not taken about this story."""
    if key not in {past.id for past in history(db, story)}:
        raise KeyError(key)
    db.execute("UPDATE decision SET undone = coalesce(undone, ?) WHERE id = ?", (now(), int(key)))
    touch(db, story)


def history(db: sqlite3.Connection, story: str) -> tuple[Past, ...]:
    """Every decision that was taken about a story, in order, those undone too."""
    get(db, story)
    rows = db.execute("SELECT id, toml, made, undone, who FROM decision WHERE story = ? ORDER BY id", (story,))
    return tuple(_past(row) for row in rows)


def _past(row: sqlite3.Row) -> Past:
    (decision,) = parse_decisions(row["toml"], f"decision {row['id']}").all
    return Past(str(row["id"]), decision, row["made"], row["undone"], row["who"])


def holding(db: sqlite3.Connection, story: str) -> Decisions:
    """The decisions that hold."""
    return Decisions(tuple(past.decision for past in history(db, story) if not past.undone))


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may have no names
        return ""
