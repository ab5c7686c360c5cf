from __future__ import annotations

from bench import made
from daylight.ingest import read_all_bytes
from daylight.model import Report, Skipped


def read(data: bytes) -> list[Report | Skipped]:
    return [one if isinstance(one, Skipped) else one[0] for one in read_all_bytes(data, "item.xml", name="item.xml")]


def test_an_item_is_a_report_with_what_its_metadata_say() -> None:
    (report,) = read(made.newsml())
    assert isinstance(report, Report)
    assert report.text == made.STORY
    assert (report.title, report.outlet, report.published) == ("Ferry stays in port", "Agency", "2025-05-05T10:00:00Z")
    assert not any(block.anchors for block in report.blocks)


def test_a_message_gives_each_of_its_items() -> None:
    item = made.newsml().partition(b"?>")[2]
    message = b'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>' + item * 2 + b"</itemSet></newsMessage>"
    assert [one.source.part for one in read(message) if isinstance(one, Report)] == ["item 1", "item 2"]


def test_a_quotation_set_apart_and_a_list_are_paragraphs() -> None:
    body = b"<body><blockquote><p>We owe it.</p></blockquote><ul><li>One boat.</li><li>Two boats.</li></ul></body>"
    data = made.newsml()
    (report,) = read(data[: data.index(b"<body>")] + body + data[data.index(b"</html>") :])
    assert isinstance(report, Report)
    assert report.text == "We owe it.\n\nOne boat.\n\nTwo boats."


def test_a_withdrawn_item_is_listed() -> None:
    (item,) = read(made.newsml().replace(b"stat:usable", b"stat:canceled"))
    assert isinstance(item, Skipped)


def test_a_document_type_is_refused_and_nothing_outside_is_read() -> None:
    entity = b'?><!DOCTYPE newsItem [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    (item,) = read(made.newsml().replace(b"?>", entity, 1).replace(b"<p>", b"<p>&x;", 1))
    assert isinstance(item, Skipped)
    assert "document type" in item.reason
