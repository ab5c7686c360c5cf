"""Files, texts and addresses become reports; what cannot be read is told, and the rest is read."""

from __future__ import annotations

import hashlib

from daylight.errors import NotFetched
from daylight.ingest import Facts
from daylight.ingest.fetch import Fetched, Fetcher
from daylight.web.intake import Item, addresses, parted, take

STORY = b"The pier is shut, said the harbour master.\n\nNobody was hurt, she added on Monday."


class Post(Fetcher):
    """Gives one page, whatever it is asked for."""

    def fetch(self, url: str, since: Fetched | None = None) -> Fetched:  # noqa: ARG002
        if "closed" in url:
            raise NotFetched(url, "the site answers 404")
        return Fetched(url + "/end", STORY, "text/plain", "2031-03-04T10:00:00+00:00")


def test_what_cannot_be_read_is_told_and_the_rest_is_read() -> None:
    told: list[str] = []
    items = [
        Item(STORY, "a.txt"),
        Item(b"", "empty.txt"),
        Item(b"\x89PNG....", "b.png"),
        *addresses("https://news.example/x\nhttps://news.example/closed https://news.example/x"),
    ]
    taken = take(items, told.append, Post())
    assert [report.source.path for report in taken.reports] == ["a.txt", None]
    assert [item.path for item in taken.failed] == ["empty.txt", "b.png", "https://news.example/closed"]
    assert told == ["fetching https://news.example/x", "fetching https://news.example/closed"]


def test_a_fetched_page_is_known_by_where_it_ended_and_when_with_its_bytes() -> None:
    (report,) = (taken := take(addresses("https://news.example/x"), lambda _: None, Post())).reports
    assert (report.url, report.retrieved) == ("https://news.example/x/end", "2031-03-04T10:00:00+00:00")
    assert taken.originals == {hashlib.sha256(STORY).hexdigest(): STORY}
    assert report.source.sha256 in taken.originals


def test_what_is_said_of_a_text_is_kept() -> None:
    (report,) = take([Item(STORY, facts=Facts(outlet="Coast Wire", published="2031-03-04"))], lambda _: None, Post()).reports
    assert (report.outlet, report.published) == ("Coast Wire", "2031-03-04")


def test_a_line_of_equals_signs_parts_two_reports_and_a_line_of_stars_does_not() -> None:
    found = parted("One.\n* * *\n-----\nStill one.\n\n=====\r\nTwo: a == b.\n========\n\n")
    assert [item.data for item in found] == [b"One.\n* * *\n-----\nStill one.", b"Two: a == b."]
