"""The library: one file that remembers reports, their bytes, stories, comparisons and decisions."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from daylight.decisions.values import Decision, Decisions
from daylight.model import Comparison, Report
from daylight.store import backing, checking, comparisons, decided, reports, searching, stories
from daylight.store.connection import connect, reading, writing
from daylight.store.values import Added, Hit, Hits, Original, Past, Query, Speaker, StoryRecord, StorySummary

NOTHING: Mapping[str, bytes] = {}


class Library:
    """A library, open. What changes it is one transaction each: kept whole, or not at all.

    Open one a thread and close it; as a context manager it closes itself. Any number of processes may read while one
    writes; a second writer waits. Methods that take the id of a story raise KeyError where there is no such story.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._db = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """The library at a path, made where there is none and brought up to date. Raises LibraryError."""
        return cls(connect(path), path)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close."""
        self.close()

    # --- reports and stories

    def add(self, given: Sequence[Report], originals: Mapping[str, bytes] = NOTHING, story: str | None = None) -> Added:
        """Put reports into a story, or into a new one. ``originals`` are the bytes they were made from, by SHA-256."""
        if not given:
            raise ValueError("no report to add")
        with writing(self._db):
            added = stories.add(self._db, given, story)
            reports.put_originals(self._db, originals, given)
        return added

    def restore(self, record: StoryRecord, given: Sequence[Report], originals: Mapping[str, bytes] = NOTHING) -> bool:
        """Put reports into the story of an archive, made as it was where it is not there; gives whether it was made."""
        with writing(self._db):
            new = stories.restore(self._db, record)
            if given:
                stories.add(self._db, given, record.id)
                reports.put_originals(self._db, originals, given)
        return new

    def stories(self, limit: int = 50, after: str | None = None) -> tuple[StorySummary, ...]:
        """The stories, last changed first; ``after`` is the id of the last one of the page before."""
        with reading(self._db):
            return stories.listed(self._db, limit, after)

    def story(self, key: str) -> StoryRecord:
        """A story."""
        return stories.get(self._db, key)

    def reports(self, story: str) -> tuple[Report, ...]:
        """The reports of a story, in the order of their dates."""
        with reading(self._db):
            return reports.get_reports(self._db, stories.get(self._db, story).id)

    def original(self, sha256: str) -> Original:
        """The bytes that a report was made from. Raises KeyError where they were not kept."""
        return reports.get_original(self._db, sha256)

    def rename_story(self, story: str, title: str) -> None:
        """Call a story otherwise."""
        with writing(self._db):
            stories.rename(self._db, story, title)

    def remove_report(self, story: str, report: str) -> None:
        """Take a report out of a story. Raises KeyError where it is not in it."""
        with writing(self._db):
            stories.take_out(self._db, story, report)

    def remove_story(self, story: str) -> None:
        """Remove a story with its reports and all that was decided on it."""
        with writing(self._db):
            stories.remove(self._db, story)

    # --- what was found, and what was decided

    def save(self, story: str, comparison: Comparison, settings: str) -> None:
        """Keep a comparison in the place of the one before; ``settings`` is the digest of what it was made with."""
        with writing(self._db):
            comparisons.save(self._db, story, comparison, settings)

    def comparison(self, story: str) -> Comparison | None:
        """The comparison of a story, None before the first. Raises LibraryError where it is damaged."""
        return comparisons.load(self._db, story)

    def document(self, story: str) -> str | None:
        """The comparison as the JSON contract."""
        return comparisons.document(self._db, story)

    def decide(self, story: str, decision: Decision) -> str:
        """Keep a decision; gives its id."""
        with writing(self._db):
            return decided.decide(self._db, story, decision)

    def undo(self, story: str, decision: str) -> None:
        """Undo a decision. Raises KeyError where there is no such one about this story."""
        with writing(self._db):
            decided.undo(self._db, story, decision)

    def history(self, story: str) -> tuple[Past, ...]:
        """Every decision about a story, in order, those undone too."""
        with reading(self._db):
            return decided.history(self._db, story)

    def decisions(self, story: str) -> Decisions:
        """The decisions about a story that hold."""
        with reading(self._db):
            return decided.holding(self._db, story)

    # --- the file

    def problems(self) -> tuple[str, ...]:
        """Everything that is wrong with the library, each in a sentence. Who wants to write waits for the end of it."""
        with writing(self._db):
            return tuple(checking.problems(self._db))

    def backup(self, target: Path) -> None:
        """Copy the library as it is now, while others may write. Raises LibraryError."""
        backing.backup(self._db, target)

    # --- search

    def search(self, query: Query, limit: int = 20, after: str | None = None) -> Hits:
        """One page of what answers a query, best first; ``after`` is what the page before gave."""
        with reading(self._db):
            return searching.search(self._db, query, limit, after)

    def speakers(self, prefix: str = "", limit: int = 50) -> tuple[Speaker, ...]:
        """The names under which people and bodies speak, those who say most first."""
        return searching.speakers(self._db, prefix, limit)

    def statements_of(self, name: str) -> tuple[Hit, ...]:
        """Everything that the speaker of a name is reported to have said, by date, over all stories."""
        return searching.statements_of(self._db, name)
