from __future__ import annotations

import pytest

from bench import made
from daylight.ingest import read_all_bytes
from daylight.model import Skipped


def test_an_entry_is_a_report_with_what_the_feed_says_of_it() -> None:
    first, second = read_all_bytes(made.feed(), "pier.rss", name="pier.rss")
    assert isinstance(first, tuple)
    report, data = first
    assert (report.title, report.outlet, report.url) == ("Ferry stays in port", "Pier Gazette", "https://pier.example/1")
    assert report.published == "2025-05-05T10:00:00+00:00"
    assert report.text == made.STORY
    assert data.decode() == made.MARKUP
    assert isinstance(second, Skipped)
    assert second.path == "pier.rss, entry 2"


def test_the_text_of_an_entry_is_anchored_to_its_markup() -> None:
    (report, data), *_ = (found for found in read_all_bytes(made.feed(), "a", name="a.xml") if isinstance(found, tuple))
    for block in report.blocks:
        assert block.anchors
        for span, source in block.anchors:
            assert report.text[slice(*span)] == data.decode()[slice(*source)]


def test_atom_with_xhtml() -> None:
    (found,) = read_all_bytes(made.atom(), "pier.atom", name="pier.atom")
    assert isinstance(found, tuple)
    assert found[0].text == made.STORY


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    found = list(read_all_bytes(made.feed().replace(b"</channel></rss>", b""), "pier.rss", name="pier.rss"))
    assert isinstance(found[0], tuple)


@pytest.mark.parametrize("entity", ['SYSTEM "file:///etc/passwd"', '"&y;&y;&y;"'])
def test_entities_are_neither_fetched_nor_unfolded(entity: str) -> None:
    declared = f'?><!DOCTYPE rss [<!ENTITY y "lol"><!ENTITY x {entity}>]>'.encode()
    feed = made.feed("words &amp; &x;").replace(b"?>", declared)
    texts = [one[0].text for one in read_all_bytes(feed, "a.rss", name="a.rss") if isinstance(one, tuple)]
    assert not any("root:" in text or "lol" in text for text in texts)


def test_a_page_is_no_feed() -> None:
    (found,) = read_all_bytes(b"<rss><b>words</b></rss>", "a.rss", name="a.rss")
    assert isinstance(found, Skipped)
    assert "feed" in found.reason
