"""Whatever a report holds is kept, found and shown as text."""

from __future__ import annotations

import unicodedata

import pytest

from daylight.store import Library, Query
from tests.cli.conftest import Daylight, daylight
from tests.report.hostile import PAYLOADS, hostile

__all__ = ["daylight"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_story_comes_back_and_shows_as_text(library: Library, daylight: Daylight, payload: str) -> None:
    comparison = hostile(payload)
    story = library.add(comparison.reports).story
    library.save(story, comparison, payload)
    assert library.comparison(story) == comparison
    assert library.reports(story) == comparison.reports
    assert library.problems() == ()
    assert library.search(Query("Monday")).total == len(comparison.reports)
    library.search(Query(payload, speaker=payload, outlet=payload, story=payload))
    library.statements_of(payload)
    for arguments in (["stories"], ["search", "Monday"], ["search", "--kind", "content"], ["show", story]):
        ran = daylight(*arguments, "--library", library.path)
        assert ran.code == 0
        shown = ran.out + ran.err
        assert not [char for char in shown if unicodedata.category(char) in {"Cc", "Cs"} and char != "\n"]
        assert not {"\u202e", "\u2066"} & set(shown)
