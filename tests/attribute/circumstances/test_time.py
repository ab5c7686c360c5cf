"""When something was said, and when it was not."""

from __future__ import annotations

import pytest

from daylight.attribute.rules.engine import attribute
from tests.conftest import Annotator

PUBLISHED = "2025-03-12"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On Friday, Ada Bell said that the money was gone.", "Friday", "2025-03-07"),
        ("Ada Bell said late Friday that the money was gone.", "late Friday", "2025-03-07"),
        ("Ada Bell told reporters Tuesday that the money was gone.", "Tuesday", "2025-03-11"),
        ("Ada Bell said at a news conference on Tuesday that the money was gone.", "Tuesday", "2025-03-11"),
        ("In a statement on Tuesday, Ada Bell said that the money was gone.", "Tuesday", "2025-03-11"),
        ("“The money is gone,” Ada Bell said on Tuesday night.", "Tuesday night", "2025-03-11"),
        ("Speaking on Tuesday, Ada Bell said that the money was gone.", "Tuesday", "2025-03-11"),
        ("At Monday's briefing, Ada Bell said that the money was gone.", "Monday", "2025-03-10"),
        ("In a March interview, Ada Bell said that the money was gone.", "March", None),
        ("Ada Bell said last week that the money was gone.", "last week", None),
        ("Ada Bell said two days ago that the money was gone.", "two days ago", "2025-03-10"),
        ("On 3 February 2025 Ada Bell said that the money was gone.", "3 February 2025", "2025-02-03"),
        ("Ada Bell said on December 30 that the money was gone.", "December 30", "2024-12-30"),
        ("Ada Bell said in 2019 that the money was gone.", "2019", None),
    ],
)
def test_when_it_was_said(annotated: Annotator, text: str, words: str, value: str | None) -> None:
    (found,) = attribute(annotated(text, published=PUBLISHED))
    assert found.time is not None
    assert (text[found.time.span.start : found.time.span.end], found.time.value) == (words, value)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Bell said that the money had been gone since Friday.",
        "Ada Bell said the pier would open on Friday.",
        "Ada Bell, who resigned on Friday, said that the money was gone.",
        "Ada Bell told Harbour Today that the money was gone.",
        "Ada Bell said for an hour that the money was gone.",
        "Ada Bell told the crew of the boat that sank on Friday that the money was gone.",
    ],
)
def test_when_it_happened_is_not_when_it_was_said(annotated: Annotator, text: str) -> None:
    assert [a.time for a in attribute(annotated(text, published=PUBLISHED))] == [None]
