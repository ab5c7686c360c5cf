from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bench import made
from daylight.ingest import read_all_bytes, read_bytes
from daylight.model import Skipped

if TYPE_CHECKING:
    import pytest


def test_lines_are_joined_to_paragraphs_and_broken_words_to_words() -> None:
    lines = ("The ferry would not sail before the in-", "quiry ended, she said.", "Nobody will be hurried.")
    report = read_bytes(made.pdf(lines), "story.pdf")
    assert "before the inquiry ended, she said." in report.text
    assert report.source.media_type == "application/pdf"
    assert not any(block.anchors for block in report.blocks)


def test_a_pdf_without_text_says_what_to_do() -> None:
    (item,) = read_all_bytes(made.pdf(()), "scan.pdf", name="scan.pdf")
    assert isinstance(item, Skipped)
    assert "pictures of pages" in item.reason


def test_without_pypdf_the_reason_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (item,) = read_all_bytes(made.pdf(), "story.pdf", name="story.pdf")
    assert isinstance(item, Skipped)
    assert "daylight-news[pdf]" in item.reason
