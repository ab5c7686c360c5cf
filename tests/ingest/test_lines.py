from __future__ import annotations

import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.ingest import read_lines
from daylight.settings import Settings

STORY = "Harbour minister Ilse Vandermolen said on Monday that the Kestrel ferry would not sail before the inquiry ended."


def stream(*lines: object) -> io.BytesIO:
    return io.BytesIO("".join((x if isinstance(x, str) else json.dumps(x)) + "\n" for x in lines).encode())


def test_what_is_given_with_the_text_is_kept() -> None:
    record = {"text": STORY, "id": "a", "title": "T", "outlet": "O", "url": "https://o.example", "published": "2025-05-14"}
    (report,), skipped = read_lines(stream(record))
    assert not skipped
    assert (report.id, report.title, report.outlet, report.published) == ("a", "T", "O", "2025-05-14")
    assert report.text == STORY


def test_a_bad_line_is_named_by_its_number_and_the_others_are_read() -> None:
    lines = (
        {"text": STORY},
        "{not json",
        "",
        {"title": "no text"},
        [1],
        {"text": ""},
        {"text": STORY, "id": ["x"]},
        {"text": "Last."},
    )
    reports, skipped = read_lines(stream(*lines))
    assert [report.text for report in reports] == [STORY, "Last."]
    assert [item.path for item in skipped] == ["line 2", "line 4", "line 5", "line 6", "line 7"]
    assert all(item.reason for item in skipped)


def test_a_line_over_the_limit_is_skipped_whole() -> None:
    settings = Settings(max_bytes=1_000)
    reports, skipped = read_lines(stream({"text": "a " * 5_000}, {"text": STORY}), settings)
    assert [report.text for report in reports] == [STORY]
    assert [item.path for item in skipped] == ["line 1"]


def test_escapes_that_no_text_can_hold() -> None:
    (report,), _ = read_lines(stream('{"text": "a\\ud800b\\u0000c \\ud83d\\ude00"}'))
    assert report.text == "a\ufffdb\ufffdc \U0001f600"


def test_nesting_without_end_is_a_bad_line() -> None:
    reports, skipped = read_lines(stream("[" * 200_000, {"text": STORY}))
    assert len(reports) == len(skipped) == 1


def test_the_same_id_twice_stays_two_reports() -> None:
    reports, _ = read_lines(stream({"text": STORY, "id": "a"}, {"text": STORY + " B", "id": "a"}))
    assert [report.id for report in reports] == ["a", "a-2"]


@settings(deadline=None)
@given(st.lists(st.binary(max_size=60).filter(lambda b: b"\n" not in b), max_size=6))
def test_any_bytes_are_reports_or_named_lines(lines: list[bytes]) -> None:
    reports, skipped = read_lines(io.BytesIO(b"\n".join(lines)))
    assert len(reports) + len(skipped) == sum(bool(line.strip()) for line in lines)
