from __future__ import annotations

import pytest

from bench import made
from daylight.ingest.detect import format_of, suffix_of


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("story.txt", "text"),
        ("page.html", "page"),
        ("story.pdf", "pdf"),
        ("feed.rss", "feed"),
        ("item.json", "ninjs"),
        ("item.xml", "newsml"),
        ("crawl.warc.gz", "warc"),
        ("stories.jsonl", "lines"),
        ("stories.csv", "csv"),
        ("stories.parquet", "parquet"),
    ],
)
def test_a_file_is_told_by_its_beginning_and_name(name: str, form: str) -> None:
    assert format_of(name, made.files()[name]) == form


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("page.html", "page"),
        ("story.pdf", "pdf"),
        ("feed.rss", "feed"),
        ("crawl.warc.gz", "warc"),
        ("stories.parquet", "parquet"),
    ],
)
def test_without_a_name_the_beginning_tells(name: str, form: str) -> None:
    assert format_of("", made.files()[name]) == form


def test_text_that_looks_like_something_else_is_text() -> None:
    assert format_of("a.txt", b"[Agency] Words.") == "text"
    assert format_of("a.txt", b'{"text": 1}') == "text"
    assert format_of("a.txt", b"<rss> is a format.") == "text"
    assert format_of("", b"<p> is an element.") == "text"


def test_the_suffix_of_what_is_packed() -> None:
    assert suffix_of("A.JSONL.gz") == ".jsonl"
    assert suffix_of("a.warc.zst") == ".warc"
    assert suffix_of("a.gz") == ""
