"""Whatever a report holds is shown as text, in every view."""

from __future__ import annotations

import io
import re
import time
import unicodedata

import pytest
from lxml import html
from markdown_it import MarkdownIt
from rich.console import Console

from daylight.model import Comparison
from daylight.report import from_json, to_html, to_json, to_markdown, to_terminal
from daylight.report.visible import visible
from tests.report.hostile import PAYLOADS, hostile, with_long_word
from tests.report.pier import PIER

OWN_TAGS = {element.tag for element in html.fromstring(to_html(PIER)).iter() if isinstance(element.tag, str)}
payloads = pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))


def printed(comparison: Comparison, width: int = 80) -> str:
    out = io.StringIO()
    to_terminal(comparison, Console(file=out, width=width, force_terminal=True, color_system="truecolor"))
    return out.getvalue()


@payloads
def test_the_page_holds_no_markup_but_its_own(payload: str) -> None:
    page = to_html(hostile(payload))
    page.encode("utf-8")
    tree = html.fromstring(page)
    assert {e.tag for e in tree.iter() if isinstance(e.tag, str)} <= OWN_TAGS
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//*[@*[starts-with(name(), 'on')] or @src or @style]")
    for address in tree.xpath("//@href"):
        assert address.startswith("#")
    assert len(tree.xpath("//@id")) == len(set(tree.xpath("//@id")))


@payloads
def test_the_page_shows_the_words_as_they_are(payload: str) -> None:
    report = hostile(payload).reports[0]
    shown = html.fromstring(to_html(hostile(payload))).xpath("//*[@class='pane']//*[@class='block body']/p")[0]
    assert shown.text_content() == visible(report.text)


@payloads
def test_the_terminal_is_sent_no_control_of_a_report(payload: str) -> None:
    bare = re.sub(r"\x1b\[[\d;]*m", "", printed(hostile(payload)))
    assert not [c for c in bare if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]
    assert not set(bare) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_markup_of_the_terminal_library_is_text() -> None:
    assert "[bold red]markup[/bold red][/]" in printed(hostile(PAYLOADS[6]), width=400)


@payloads
def test_markdown_shows_words_and_nothing_else(payload: str) -> None:
    written = to_markdown(hostile(payload))
    written.encode("utf-8")
    tree = html.fromstring(MarkdownIt("commonmark").enable("table").enable("strikethrough").render(written))
    assert {e.tag for e in tree.iter() if isinstance(e.tag, str)} <= {
        "div",
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "ol",
        "li",
        "strong",
        "em",
    }
    assert " ".join(visible(payload).split()) in tree.text_content()


@payloads
def test_json_keeps_every_character(payload: str) -> None:
    made = hostile(payload)
    to_json(made).encode("utf-8")
    assert from_json(to_json(made)) == made


def test_a_word_of_a_million_letters_is_shown_in_good_time() -> None:
    comparison = with_long_word(PIER, 1_000_000)
    start = time.process_time()
    assert "x" * 1_000_000 in to_html(comparison)
    assert "differences worth reading" in printed(comparison)
    assert to_markdown(comparison)
    assert time.process_time() - start < 5


def test_controls_by_the_hundred_thousand_are_shown_in_good_time() -> None:
    start = time.process_time()
    assert to_html(hostile("\x00a\u202e" * 20_000)).count("�") > 20_000
    assert time.process_time() - start < 5
