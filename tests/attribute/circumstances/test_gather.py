"""What stands beside the cue."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from daylight.attribute.rules.engine import attribute
from daylight.model import Annotated, Attribution

Annotator = Callable[..., Annotated]


def one(annotated: Annotator, text: str, published: str | None = None) -> Attribution:
    fields = {"published": published} if published else {}
    (attribution,) = attribute(annotated(text, **fields))
    return attribution


@pytest.mark.parametrize(
    ("text", "published", "words", "value"),
    [
        ("Bell said on Friday that the pier was safe.", "2025-03-12", "Friday", "2025-03-07"),
        ("Bell said Wednesday that the pier was safe.", "2025-03-12", "Wednesday", "2025-03-12"),
        ("Bell said yesterday that the pier was safe.", "2025-03-01", "yesterday", "2025-02-28"),
        ("Bell said on March 3 that the pier was safe.", "2025-03-12", "March 3", "2025-03-03"),
        ("Bell said three days ago that the pier was safe.", "2025-03-02", "three days ago", "2025-02-27"),
        ("Bell said last month that the pier was safe.", "2025-03-12", "last month", None),
        ("Bell told the Thursday Wall Street Journal that the pier was safe.", "2025-03-12", "Thursday", "2025-03-06"),
        ("Bell said on Friday that the pier was safe.", None, "Friday", None),
        ("Bell said earlier this week that the pier was safe.", "2025-03-12", "earlier this week", None),
    ],
)
def test_time_is_resolved_against_the_report_where_certain(
    annotated: Annotator, text: str, published: str | None, words: str, value: str | None
) -> None:
    time = one(annotated, text, published).time
    assert time is not None
    assert (text[time.span.start : time.span.end], time.value) == (words, value)


def test_time_of_the_content_is_not_the_time_of_saying(annotated: Annotator) -> None:
    assert one(annotated, "Bell said the pier would close on Monday.", "2025-03-12").time is None


def test_place_beside_the_cue(annotated: Annotator) -> None:
    text = "Bell told reporters in Lisbon that the money was gone."
    place = one(annotated, text).place
    assert place is not None
    assert text[place.span.start : place.span.end] == "Lisbon"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Bell told the Harbour Courier that the money was gone.", "the Harbour Courier"),
        ("In an exclusive interview with the Harbour Courier, Bell said the pier was safe.", "the Harbour Courier"),
        ("Bell told the Thursday Wall Street Journal that the money was gone.", "Wall Street Journal"),
        ("Bell told reporters that the money was gone.", None),
    ],
)
def test_outlet_as_second_hand(annotated: Annotator, text: str, outlet: str | None) -> None:
    assert [text[s.start : s.end] for s in one(annotated, text).via_source] == ([outlet] if outlet else [])


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Bell denied that the money was gone.", True),
        ("Bell did not say whether the money was gone.", True),
        ("Bell refused to say whether the money was gone.", True),
        ("Bell never said that the money was gone.", True),
        ("Bell said that the money was not gone.", False),
    ],
)
def test_negated(annotated: Annotator, text: str, negated: bool) -> None:
    assert one(annotated, text).negated is negated


def test_hedges(annotated: Annotator) -> None:
    text = "Bell reportedly said the option remained open."
    assert [text[s.start : s.end] for s in one(annotated, text).hedges] == ["reportedly"]
