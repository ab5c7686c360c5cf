"""The file: brought up to date whole or not at all, read while it is written, and honest about what goes wrong."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from daylight.errors import LibraryError
from daylight.ingest import read_text
from daylight.store import Library, connection, migrations

REPORT = read_text("The mayor said the pier would stay open.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    Library.open(path).close()
    return path


def with_one_more(sql: str) -> tuple[tuple[int, str, str], ...]:
    known = migrations.files()
    return (*known, (len(known) + 1, "more.sql", sql))


def test_a_migration_is_applied_once_and_recorded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = with_one_more("ALTER TABLE story ADD COLUMN extra TEXT;\nCREATE TABLE more (x TEXT) STRICT;\n")
    monkeypatch.setattr(migrations, "files", lambda: later)
    for _ in range(2):
        Library.open(path).close()
    db = sqlite3.connect(path)
    assert [row[0] for row in db.execute("SELECT number FROM migration")] == [number for number, _, _ in later]
    db.close()


def test_a_migration_that_fails_leaves_the_library_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = with_one_more("CREATE TABLE more (x TEXT) STRICT;\nCREATE TABLE story (x TEXT);\n")
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "files", lambda: later)
        with pytest.raises(LibraryError):
            Library.open(path)
    with Library.open(path) as library:
        assert library.problems() == ()


def test_a_reader_sees_the_last_finished_change_and_does_not_wait(path: Path) -> None:
    with Library.open(path) as writer, Library.open(path) as reader:
        story = writer.add([REPORT]).story
        with connection.writing(writer._db):
            writer.remove_story(story)
            assert reader.reports(story) == (REPORT,)
        assert reader.stories() == ()


def test_a_second_writer_is_told_who_is_in_the_way(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY", 0.1)
    with Library.open(path) as writer, Library.open(path) as other:
        with connection.writing(writer._db), pytest.raises(LibraryError, match="another program"):
            other.add([REPORT])
        assert other.add([REPORT]).known == ()


def test_a_change_that_fails_halfway_is_no_change(path: Path) -> None:
    with Library.open(path) as library:
        with suppress(RuntimeError), connection.writing(library._db):
            library.add([REPORT])
            raise RuntimeError
        assert library.stories() == ()
        assert library.problems() == ()
