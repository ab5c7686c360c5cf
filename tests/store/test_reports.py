"""Reports of a story are told apart by what they are, whatever ids they came with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daylight.errors import LibraryError
from daylight.ingest import read_text
from daylight.store import Library, Query

TEXT = "The harbour board said the ferry would stop on Friday."


def test_two_stories_may_have_reports_of_one_id(library: Library) -> None:
    first, second = read_text(TEXT, id="1"), read_text("The mayor said the bridge was sound.", id="1")
    one, other = library.add([first]).story, library.add([second]).story
    assert one != other
    assert (library.reports(one), library.reports(other)) == ((first,), (second,))


def test_one_story_may_have_different_reports_of_one_id(library: Library) -> None:
    story = library.add([read_text(TEXT, id="1")]).story
    added = library.add([read_text("The ferry runs again.", id="1"), read_text("No ferry.", id="1")], story=story)
    assert (added.reports, added.known) == (("1-2", "1-3"), ())
    assert [report.id for report in library.reports(story)] == ["1", "1-2", "1-3"]


def test_a_wire_text_in_two_outlets_is_two_reports(library: Library) -> None:
    story = library.add([read_text(TEXT, outlet="Osk Gazette")]).story
    copy = read_text(TEXT, outlet="Valley Post")
    assert library.add([copy], story=story).known == ()
    assert [report.outlet for report in library.reports(story)] == ["Osk Gazette", "Valley Post"]
    assert library.add([replace(copy, id="r-another")], story=story).known == (f"{copy.id}-2",)


def test_what_a_report_said_goes_with_it(library: Library) -> None:
    report = read_text(TEXT)
    one = library.add([report, read_text("Another report.")]).story
    other = library.add([report, read_text("A third report.")]).story
    library.remove_report(one, report.id)
    assert [hit.story for hit in library.search(Query("ferry")).items] == [other]


def test_the_last_report_of_a_story_stays(library: Library) -> None:
    story = library.add([read_text(TEXT, id="1")]).story
    with pytest.raises(LibraryError, match="remove the story"):
        library.remove_report(story, "1")
    assert len(library.reports(story)) == 1
