from __future__ import annotations

import gzip
import hashlib
import sys
import zlib

import pytest

from bench import made
from daylight.ingest import Options, read_all_bytes
from daylight.model import Report, Skipped
from daylight.settings import Settings


def read(data: bytes, name: str = "crawl.warc", options: Options | None = None) -> tuple[list[Report], list[Skipped]]:
    found = list(read_all_bytes(data, name, options or Options(), name=name))
    return [one[0] for one in found if not isinstance(one, Skipped)], [one for one in found if isinstance(one, Skipped)]


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_received_is_a_report_with_its_address_and_time(packed: bool) -> None:
    reports, skipped = read(made.warc(packed=packed))
    assert not skipped
    assert [report.url for report in reports] == [f"https://pier.example/{n}" for n in range(3)]
    assert {report.retrieved for report in reports} == {"2025-05-05T10:00:00Z"}
    assert [report.source.part for report in reports] == ["record 1", "record 2", "record 3"]
    assert reports[0].source.sha256 == hashlib.sha256(made.PAGE.encode()).hexdigest()


def test_redirects_errors_and_pictures_are_no_reports() -> None:
    moved = made.warc_record(status="301 Moved")
    picture = made.warc_record(b"\x89PNG").replace(b"text/html; charset=utf-8", b"image/png; charset=bytes")
    reports, skipped = read(moved + picture + made.warc_record(status="404 Not Found") + made.warc_record())
    assert len(reports) == 1
    assert not skipped


def test_a_broken_record_costs_itself() -> None:
    records = [gzip.compress(made.warc_record(url=f"https://pier.example/{n}")) for n in range(3)]
    middle = bytearray(records[1])
    middle[60:70] = b"x" * 10
    reports, skipped = read(records[0] + bytes(middle) + records[2], "crawl.warc.gz")
    assert [report.url for report in reports] == ["https://pier.example/0", "https://pier.example/2"]
    assert [item.path for item in skipped] == ["crawl.warc.gz, record 2"]


def test_a_record_that_is_cut_short_is_said_to_be() -> None:
    reports, (item,) = read(made.warc()[:-200])
    assert len(reports) == 2
    assert "cut short" in item.reason


@pytest.mark.parametrize("coding", ["gzip", "deflate", "chunked"])
def test_codings_for_the_way_are_undone(coding: str) -> None:
    page = made.PAGE.encode()
    coded = {
        "gzip": gzip.compress(page),
        "deflate": zlib.compress(page),
        "chunked": b"%x\r\n%b\r\n0\r\n\r\n" % (len(page), page),
    }
    header = "Transfer-Encoding" if coding == "chunked" else "Content-Encoding"
    (report,), skipped = read(made.warc_record(coded[coding], head=f"{header}: {coding}\r\n"))
    assert not skipped
    assert made.PARAGRAPHS[0] in report.text


def test_a_bomb_inside_a_record_is_not_unpacked() -> None:
    bomb = made.warc_record(gzip.compress(bytes(5_000_000)), head="Content-Encoding: gzip\r\n")
    reports, (item,) = read(bomb + made.warc_record(), options=Options(Settings(max_bytes=100_000)))
    assert len(reports) == 1
    assert "unpacked" in item.reason


def test_the_encoding_that_the_server_named_is_used() -> None:
    page = made.PAGE.replace("“", "").replace("”", "").replace("families", "семьям")
    record = made.warc_record(page.encode("koi8-r"), charset="koi8-r")
    (report,), _ = read(record)
    assert "We owe it to the семьям" in report.text


def test_without_fastwarc_the_reason_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    _, (item,) = read(made.warc())
    assert "daylight-news[warc]" in item.reason
