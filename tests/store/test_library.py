"""What goes into a library comes out as it was."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from daylight.decisions.values import Merge, Ref, Rename
from daylight.errors import InputError, LibraryError
from daylight.model import Comparison, Report
from daylight.store import Library

Reports = tuple[Report, ...]


def test_reports_come_back_as_they_were(library: Library, reports: Reports) -> None:
    added = library.add(reports[1:])
    assert added.reports == tuple(r.id for r in reports[1:])
    assert sorted(library.reports(added.story), key=lambda r: r.id) == sorted(reports[1:], key=lambda r: r.id)


def test_a_report_that_is_there_is_told_and_not_kept_twice(library: Library, reports: Reports) -> None:
    first = library.add(reports[:2])
    again = library.add(reports[:3], story=first.story)
    assert (again.story, set(again.known)) == (first.story, {r.id for r in reports[:2]})
    assert len(library.reports(first.story)) == 3


def test_the_bytes_of_a_report_come_back_with_their_digest(library: Library, reports: Reports) -> None:
    data = Path(reports[0].source.path or "").read_bytes()
    library.add(reports, {reports[0].source.sha256: data})
    found = library.original(reports[0].source.sha256)
    assert (found.data, hashlib.sha256(found.data).hexdigest()) == (data, reports[0].source.sha256)
    with pytest.raises(KeyError):
        library.original(reports[1].source.sha256)


def test_other_bytes_than_those_of_the_report_are_refused_and_nothing_is_kept(library: Library, reports: Reports) -> None:
    with pytest.raises(LibraryError, match="not the bytes"):
        library.add(reports, {reports[0].source.sha256: b"other"})
    assert library.stories() == ()


def test_a_comparison_comes_back_equal(library: Library, reports: Reports, comparison: Comparison) -> None:
    story = library.add(reports).story
    assert library.comparison(story) is None
    library.save(story, comparison, "settings")
    assert library.comparison(story) == comparison
    (summary,) = library.stories()
    assert summary.differences == sum(not d.trivial and d.kind != "only-here" for d in comparison.differences)
    assert summary.reports == len(reports)


def test_decisions_are_kept_undone_and_never_lost(library: Library, reports: Reports) -> None:
    story = library.add(reports).story
    merge = Merge((Ref(name="A. “B”"), Ref(name='C "D"')), note="seen\nthere")
    key = library.decide(story, merge)
    assert library.decisions(story).all == (merge,)
    library.undo(story, key)
    assert library.decisions(story).all == ()
    (past,) = library.history(story)
    assert (past.decision, bool(past.undone), bool(past.when)) == (merge, True, True)
    with pytest.raises(KeyError):
        library.undo(story, "17")


def test_a_decision_that_could_not_be_read_again_is_not_kept(library: Library, reports: Reports) -> None:
    story = library.add(reports).story
    with pytest.raises(InputError):
        library.decide(story, Rename(Ref(name="A"), "x" * 3_000))
    assert library.history(story) == ()


def test_a_removed_story_takes_along_what_no_other_holds(library: Library, reports: Reports) -> None:
    one, other = library.add(reports[:2]).story, library.add(reports[1:3]).story
    library.remove_story(one)
    assert [s.id for s in library.stories()] == [other]
    assert {r.id for r in library.reports(other)} == {r.id for r in reports[1:3]}
    library.remove_report(other, reports[1].id)
    assert [r.id for r in library.reports(other)] == [reports[2].id]


@pytest.mark.parametrize("key", ["none", "'; DROP TABLE story; --", "\ud800", "a\x00b"])
def test_a_story_that_is_not_there_is_an_error_whatever_it_is_called(library: Library, key: str) -> None:
    with pytest.raises(KeyError):
        library.story(key)


def test_stories_come_in_pages(library: Library, reports: Reports) -> None:
    made = [library.add([report]).story for report in reports]
    pages: list[str] = []
    after = None
    while page := library.stories(2, after):
        pages += [s.id for s in page]
        after = page[-1].id
    assert sorted(pages) == sorted(made)
    assert len(pages) == len(set(pages))


def test_text_that_sqlite_cannot_hold_is_kept_in_the_report(library: Library, reports: Reports) -> None:
    text = reports[0].text.replace("dam", "d\x00m", 1)
    odd = replace(reports[0], id="odd", text=text, title="a\ud800b\x00")
    story = library.add([odd]).story
    assert library.reports(story) == (odd,)


def test_a_comparison_of_other_reports_is_refused(library: Library, reports: Reports, comparison: Comparison) -> None:
    story = library.add(reports[1:]).story
    with pytest.raises(LibraryError, match="no report of the story"):
        library.save(story, comparison, "settings")
    assert library.comparison(story) is None


def test_a_file_that_is_no_library_is_left_alone(tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("no database at all, but notes of some length\n" * 40)
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE theirs (x)")
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(LibraryError, match=re.escape(str(path))):
            Library.open(path)
        assert path.read_bytes() == before


def test_a_library_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library.open(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 999")
    with pytest.raises(LibraryError, match="newer version"):
        Library.open(path)


def test_a_story_is_called_after_a_report_whose_outlet_and_date_are_known(library: Library, reports: Reports) -> None:
    unknown = replace(reports[0], id="unknown", title="Garbled", outlet=None, published=None)
    named = replace(reports[1], title="The dam", outlet="Osk Gazette", published="2031-03-04")
    assert library.story(library.add([unknown, named]).story).title == "The dam"
