from __future__ import annotations

import json

import pytest

from bench import made
from daylight.ingest import read_all_bytes
from daylight.model import Report, Skipped


def read(item: object) -> list[Report | Skipped]:
    data = item if isinstance(item, bytes) else json.dumps(item).encode()
    return [one if isinstance(one, Skipped) else one[0] for one in read_all_bytes(data, "item.json", name="item.json")]


@pytest.mark.parametrize("line", [1, 2, 3])
def test_each_line_of_the_standard_is_told_by_its_keys(line: int) -> None:
    (report,) = read(made.ninjs(line))
    assert isinstance(report, Report)
    assert report.text == made.STORY
    assert (report.title, report.url) == ("Ferry stays in port", "https://agency.example/1")
    assert report.published == "2025-05-05T10:00:00Z"
    assert report.source.media_type == "text/html"


def test_what_an_agency_has_withdrawn_is_listed_and_not_read() -> None:
    (item,) = read({"uri": "a", "pubstatus": "canceled", "body_text": made.STORY})
    assert isinstance(item, Skipped)
    assert "withdrawn" in item.reason


def test_a_package_gives_its_stories_and_names_what_has_none() -> None:
    story = {"uri": "b", "body_text": made.STORY}
    first, second = read({"uri": "a", "associations": [story, {"uri": "c", "headlines": [], "bodies": []}]})
    assert isinstance(first, Report)
    assert first.source.part == "item 1"
    assert isinstance(second, Skipped)
    assert second.path == "item.json, item 2"


def test_one_event_is_the_key_of_the_report_and_two_are_none() -> None:
    events = [{"uri": "event:1"}, {"uri": "event:2"}]
    (one,) = read({"uri": "a", "bodies": [{"value": made.STORY}], "events": events[:1]})
    (two,) = read({"uri": "a", "bodies": [{"value": made.STORY}], "events": events})
    assert isinstance(one, Report)
    assert isinstance(two, Report)
    assert (one.event, two.event) == ("event:1", None)


def test_values_of_other_types_than_the_standard_wants_cost_nothing() -> None:
    bodies = [3, {"value": made.STORY}, {"value": 4}]
    (report,) = read({"uri": 5, "headline": [1], "language": {}, "infosource": "x", "bodies": bodies})
    assert isinstance(report, Report)
    assert report.title is None
