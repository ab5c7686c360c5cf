"""Where something was said, and where it was not."""

from __future__ import annotations

import pytest

from daylight.attribute.rules.engine import attribute
from tests.conftest import Annotator


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Ada Bell told reporters in Lisbon that the money was gone.", "Lisbon"),
        ("In Lisbon, Ada Bell said that the money was gone.", "Lisbon"),
        ("Ada Bell said in Lisbon on Friday that the money was gone.", "Lisbon"),
        ("At a conference in Lisbon, Ada Bell said that the money was gone.", "a conference in Lisbon"),
        ("Speaking in Lisbon, Ada Bell said that the money was gone.", "Lisbon"),
        ("Ada Bell, speaking in Lisbon, said that the money was gone.", "Lisbon"),
        ("“The money is gone,” Ada Bell said at a news conference in Lisbon.", "a news conference in Lisbon"),
        ("“The money is gone,” Ada Bell said during a rally in Lisbon on Friday.", "Lisbon"),
        ("Ada Bell said from Lisbon that the money was gone.", "Lisbon"),
        ("Ada Bell told a rally in Lisbon that the money was gone.", "Lisbon"),
    ],
)
def test_where_it_was_said(annotated: Annotator, text: str, where: str) -> None:
    (found,) = attribute(annotated(text))
    assert found.place is not None
    assert text[found.place.span.start : found.place.span.end] == where


@pytest.mark.parametrize(
    "text",
    [
        "Ada Bell said that the money in Lisbon was gone.",
        "Ada Bell said in a letter that Lisbon had no money.",
        "Ada Bell, who lives in Lisbon, said that the money was gone.",
        "Ada Bell said at the meeting that the money was gone.",
        "The mayor of Lisbon said that the money was gone.",
    ],
)
def test_where_it_happened_is_not_where_it_was_said(annotated: Annotator, text: str) -> None:
    assert [a.place for a in attribute(annotated(text))] == [None]
